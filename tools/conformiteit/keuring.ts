import type { Antwoord, GeenAntwoord } from './beller.js';
import type { Verwachting } from './geval.js';
import { klachten, type DuoSpecificatie } from './specificatie.js';

/** The operation of DUO's files that a call is about; none for a wrong method or path. */
export function operatieVan(
  specificaties: readonly DuoSpecificatie[],
  methode: string,
  pad: string,
): DuoSpecificatie | undefined {
  return specificaties.find((spec) => spec.methode === methode && spec.pad === pad);
}

const NIETS = Symbol('geen JSON');

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return NIETS;
  }
}

/** Whether everything in `deel` stands in `geheel` too. */
function bevat(geheel: unknown, deel: unknown): boolean {
  if (typeof deel !== 'object' || deel === null) return geheel === deel;
  if (typeof geheel !== 'object' || geheel === null) return false;
  return Object.entries(deel).every(([naam, waarde]) =>
    bevat((geheel as Record<string, unknown>)[naam], waarde),
  );
}

function versieKlachten(antwoord: Antwoord, spec: DuoSpecificatie | undefined, versie: string) {
  const kop = antwoord.koppen['api-version'];
  if (typeof kop !== 'string') return ['de kop API-Version ontbreekt'];
  const schema = spec?.versiekoppen.get(antwoord.status);
  const vorm = schema === undefined ? [] : klachten(schema, kop);
  if (vorm.length > 0) return ['de kop API-Version heeft niet de vorm van een versie'];
  return kop === versie ? [] : [`de kop API-Version is ${kop}, het bestand heeft ${versie}`];
}

function bodyKlachten(antwoord: Antwoord, spec: DuoSpecificatie, verwacht: Verwachting): string[] {
  const { status, tekst, koppen } = antwoord;
  const schema = spec.antwoorden.get(status);
  if (schema === undefined) {
    return tekst === '' ? [] : [`bij status ${status} hoort geen inhoud`];
  }
  // A 403 has two meanings: without a body it says the caller may not ask this at all.
  if (tekst === '' && status === 403 && verwacht.weigering !== true) return [];
  const soort = koppen['content-type'];
  const json = typeof soort === 'string' && /^application\/json\b/.test(soort);
  const waarde = leesJson(tekst);
  if (waarde === NIETS) return [`de inhoud bij status ${status} is geen JSON`];
  return [
    ...(json ? [] : [`de inhoud bij status ${status} is niet als application/json gestuurd`]),
    ...klachten(schema, waarde).map((klacht) => `de inhoud past niet: ${klacht.trim()}`),
    ...(verwacht.bevat === undefined || bevat(waarde, verwacht.bevat)
      ? []
      : ['de inhoud is niet wat er volgens de melding moet staan']),
    ...(verwacht.weigering === true && Array.isArray(waarde) && waarde.length === 0
      ? ['de weigering noemt geen enkele fouttekst']
      : []),
  ];
}

/** Everything in which an answer departs from DUO's file and from what the case asks. */
export function keur(
  antwoord: Antwoord | GeenAntwoord,
  verwacht: Verwachting,
  wat: {
    readonly spec: DuoSpecificatie | undefined;
    /** Version of the file, also for answers on paths that are not in it; null = do not look. */
    readonly versie: string | null;
    readonly ingericht: boolean;
  },
): string[] {
  if (antwoord.soort !== 'antwoord') {
    if (verwacht.verbrekenMag === true && antwoord.soort === 'verbroken') return [];
    return [
      antwoord.soort === 'verbroken'
        ? 'de verbinding werd verbroken'
        : 'het antwoord kwam niet op tijd',
    ];
  }
  const { spec } = wat;
  const mag = [
    ...verwacht.statussen,
    ...(verwacht.buitenBestand ?? []),
    ...(wat.ingericht ? [] : (verwacht.zonderInrichting ?? [])),
  ];
  const fouten: string[] = [];
  if (!mag.includes(antwoord.status)) {
    fouten.push(`status ${antwoord.status}, verwacht ${mag.join(' of ')}`);
  }
  const buiten = verwacht.buitenBestand?.includes(antwoord.status) === true;
  if (spec !== undefined && !buiten && !spec.antwoorden.has(antwoord.status)) {
    fouten.push(`status ${antwoord.status} staat niet in het bestand`);
  }
  if (wat.versie !== null) fouten.push(...versieKlachten(antwoord, spec, wat.versie));
  if (spec?.antwoorden.has(antwoord.status) === true) {
    fouten.push(...bodyKlachten(antwoord, spec, verwacht));
  }
  if (verwacht.zelfdeBerichtId === true && antwoord.koppen['berichtid'] !== antwoord.berichtId) {
    fouten.push('het antwoord draagt niet het berichtId van het verzoek');
  }
  return fouten;
}
