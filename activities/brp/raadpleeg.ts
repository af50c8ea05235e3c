import type { BrpDatum, BrpPersoon, BrpPort, BrpUitkomst } from '#adapters/brp/brp.port.js';
import type { BrpFeiten } from '#domain/brp/opdrachten.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Dossier } from '#dossier/dossier.js';
import type { TrajectPlek } from '#dossier/typen.js';

export type Raadpleeguitkomst =
  /** `afwijkingen`: fields nobody agreed on, by name. */
  | { readonly soort: 'klaar'; readonly afwijkingen: readonly string[] }
  /** There is nobody to ask about, for now. */
  | { readonly soort: 'overgeslagen'; readonly reden: string }
  /** Technical, or the journey was held: ask again. */
  | { readonly soort: 'later'; readonly reden: string; readonly naSeconden?: number }
  /** Asking again soon makes no sense: somebody must do something. */
  | { readonly soort: 'mislukt'; readonly reden: string };

function heleDag(datum: BrpDatum | null): IsoDatum | null {
  return datum?.soort === 'volledig' ? datum.op : null;
}

function feitenVan(persoon: BrpPersoon): BrpFeiten {
  const { gemeenteVanInschrijving, ingeschrevenOp, overleden, opschorting, inOnderzoek } = persoon;
  return {
    gemeente: gemeenteVanInschrijving,
    ingeschrevenOp: heleDag(ingeschrevenOp),
    overleden: overleden !== null,
    overledenOp: heleDag(overleden),
    opschorting: opschorting === 'O' ? null : opschorting,
    inOnderzoek,
  };
}

/** Why there is no answer, without what was asked or answered. */
function zonderAntwoord(
  uitkomst: Exclude<BrpUitkomst, { soort: 'gevonden' | 'onbekend' }>,
): Raadpleeguitkomst {
  switch (uitkomst.soort) {
    case 'storing': {
      const { oorzaak, status, herhaalNaSeconden } = uitkomst;
      const reden = `storing:${oorzaak}${status === undefined ? '' : `:${status}`}`;
      return {
        soort: 'later',
        reden,
        ...(herhaalNaSeconden === undefined ? {} : { naSeconden: herhaalNaSeconden }),
      };
    }
    case 'ons-defect':
      return { soort: 'mislukt', reden: `ons-defect: ${uitkomst.details}` };
    case 'onbegrijpelijk':
      return { soort: 'mislukt', reden: `onbegrijpelijk: ${uitkomst.reden}` };
    case 'niet-geautoriseerd':
    case 'uit':
      return { soort: 'mislukt', reden: uitkomst.soort };
  }
}

/**
 * Asks the BRP about the person of one journey and gives the door the answer. Changes nothing at the BRP. Idempotent by
 * journey and moment of the request.
 */
export async function raadpleegBrp(
  { dossier, brp }: { readonly dossier: Dossier; readonly brp: BrpPort },
  { gemeenteId, trajectId }: TrajectPlek,
): Promise<Raadpleeguitkomst> {
  const plek = { gemeenteId, trajectId };
  const begin = await dossier.beginOphalen(plek);
  if (begin.soort !== 'begonnen') return { soort: 'overgeslagen', reden: 'traject-onbekend' };
  if (!begin.open) return { soort: 'overgeslagen', reden: 'traject-gesloten' };
  const { bsn, gemeentecode, gevraagdTijdstip } = begin;
  if (bsn === null) return { soort: 'overgeslagen', reden: 'bsn-onbekend' };
  const antwoord = await brp.raadpleeg({ gemeenteCode: gemeentecode, bsn });
  if (antwoord.soort !== 'gevonden' && antwoord.soort !== 'onbekend') {
    return zonderAntwoord(antwoord);
  }
  const feiten = antwoord.soort === 'gevonden' ? feitenVan(antwoord.persoon) : null;
  const uitkomst = await dossier.verwerk({
    ...plek,
    opdracht: { soort: 'verwerkBrp', gevraagdTijdstip, gemeentecode, feiten },
    opdrachtId: `brp:${trajectId}:${gevraagdTijdstip}`,
    beller: 'brp',
    actor: { soort: 'keten', id: 'BRP' },
  });
  if (uitkomst.soort === 'gedaan') {
    return {
      soort: 'klaar',
      afwijkingen: antwoord.soort === 'gevonden' ? antwoord.afwijkingen : [],
    };
  }
  return uitkomst.soort === 'geweigerd'
    ? { soort: 'mislukt', reden: uitkomst.weigering.code }
    : { soort: 'later', reden: uitkomst.soort };
}
