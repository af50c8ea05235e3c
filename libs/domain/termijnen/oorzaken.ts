import { dagenTussen, isIsoDatum, type IsoDatum } from '../datum/datum.js';
import { datumTekst } from '../datum/datum-tekst.js';
import type { Reeks, Rekenverzoek } from './reeks.js';
import type { Schorsing } from './typen.js';

/** Days by which a last day moved (negative: earlier); null when one of the two is not there. */
export function dagenLater(oud: IsoDatum | null, nieuw: IsoDatum | null): number | null {
  return oud === null || nieuw === null ? null : dagenTussen(oud, nieuw);
}

/** How a fact of the term engine is called for a caseworker. */
const FEITNAMEN: Readonly<Record<string, string>> = {
  kennisgevingOp: 'De dag van de kennisgeving',
  gehuisvestViaHvw28: 'Of de gemeente huisvest (artikel 28 Huisvestingswet 2014)',
  inschrijvingOp: 'De dag van inschrijving in de BRP',
  pipDagtekening: 'De dagtekening van het PIP',
  eerstePipDagtekening: 'De dagtekening van het eerste PIP',
  rechtOpBijstandOp: 'De dag waarop het recht op bijstand ontstond',
  vergunningOp: 'De dag van de verblijfsvergunning',
  ontvangenOp: 'De dag van ontvangst',
  vanafOp: 'De dag vanaf welke wordt geteld',
  leerroute: 'De leerroute',
  dagen: 'Het aantal dagen',
  maanden: 'Het aantal maanden',
};

function waardeTekst(waarde: unknown): string {
  if (waarde === undefined) return 'niet bekend';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (isIsoDatum(waarde)) return datumTekst(waarde);
  return typeof waarde === 'string' ? waarde : JSON.stringify(waarde);
}

function schorsingTekst({ van, tot, grond }: Schorsing): string {
  const einde = tot === undefined ? 'nog niet beëindigd' : `tot en met ${waardeTekst(tot)}`;
  return `vanaf ${waardeTekst(van)}, ${einde} (${grond})`;
}

function feitverschillen(oud: Reeks, nieuw: Reeks): string[] {
  const [voor, na] = [oud.vraag.feiten, nieuw.vraag.feiten];
  return [...new Set([...Object.keys(voor), ...Object.keys(na)])].flatMap((naam) => {
    const [was, is] = [waardeTekst(voor[naam]), waardeTekst(na[naam])];
    return was === is ? [] : [`${FEITNAMEN[naam] ?? naam} was ${was} en is ${is}.`];
  });
}

/** What is in the one list and not in the other, as text. */
function weg<T>(van: readonly T[], uit: readonly T[]): T[] {
  const over = uit.map((een) => JSON.stringify(een));
  return van.filter((een) => {
    const plek = over.indexOf(JSON.stringify(een));
    if (plek >= 0) over.splice(plek, 1);
    return plek < 0;
  });
}

function vervolgTekst({ vraag }: NonNullable<Reeks['daarna']>[number]): string {
  if (vraag.termijn === 'PIP_NA_INFORMATIE_DERDEN') {
    return `Informatie van een derde, ontvangen op ${waardeTekst(vraag.feiten['ontvangenOp'])},`;
  }
  return vraag.termijn === 'ONDERBREKING'
    ? 'De verlenging wegens een onderbreking van de plicht'
    : `De verlenging op grond ${waardeTekst(vraag.feiten['grond'])}`;
}

function reeksverschillen(oud: Reeks, nieuw: Reeks): string[] {
  const [voor, na] = [oud.vraag.schorsingen ?? [], nieuw.vraag.schorsingen ?? []];
  const [eerst, nu] = [oud.daarna ?? [], nieuw.daarna ?? []];
  return [
    ...feitverschillen(oud, nieuw),
    ...weg(voor, na).map((een) => `De opschorting ${schorsingTekst(een)} telt niet meer mee.`),
    ...weg(na, voor).map((een) => `De opschorting ${schorsingTekst(een)} telt mee.`),
    ...weg(eerst, nu).map((een) => `${vervolgTekst(een)} telt niet meer mee.`),
    ...weg(nu, eerst).map((een) => `${vervolgTekst(een)} telt mee.`),
  ];
}

/** `CODE@day` of the row of the table that gave the date; another row of the same code is another law. */
function regelverschil(oud: string, nieuw: string): string[] {
  return oud !== nieuw && oud.split('@')[0] === nieuw.split('@')[0]
    ? [`Een andere versie van de regel geldt (${nieuw} in plaats van ${oud}).`]
    : [];
}

/**
 * What changed between the request a date was computed from (`feiten`, as the journal has it) and the one it is
 * computed from now, in Dutch sentences; empty when the facts are the same and only the calendar moved it.
 */
export function oorzakenVan(
  stand: { readonly feiten: string; readonly regelVersie: string },
  nieuw: Rekenverzoek,
  regelVersie: string,
): readonly string[] {
  const oud = JSON.parse(stand.feiten) as Rekenverzoek;
  if (nieuw.soort === 'gesteld') {
    return oud.soort === 'gesteld' && oud.uiterlijkOp === nieuw.uiterlijkOp
      ? []
      : [`${nieuw.door} stelde de laatste dag vast op ${datumTekst(nieuw.uiterlijkOp)}.`];
  }
  return oud.soort === 'gesteld'
    ? [`${oud.door} nam de vastgestelde laatste dag terug; de eigen berekening geldt weer.`]
    : [...reeksverschillen(oud, nieuw), ...regelverschil(stand.regelVersie, regelVersie)];
}
