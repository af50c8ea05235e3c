import type { Journaalregel, Stand, Taak, Termijn } from './antwoorden.js';

/** One journey as told from what the API shows: a line for each thing that happened. */
export interface Verhaal {
  readonly status: string;
  /** Each entry of the journal, in order. */
  readonly journaal: readonly string[];
  /** Each task that ever was, by the day it opened. */
  readonly taken: readonly string[];
  /** Each term with its last day, and below it how that day was computed. */
  readonly termijnen: readonly string[];
  /** Each message to DUO, in the order in which it was decided. */
  readonly berichten: readonly string[];
}

/**
 * DUO's first message makes us ask for plicht and doelgroep at the same time; which answer comes first is chance. Its
 * day is not.
 */
const VRIJ_BINNEN_DE_DAG = 'doelgroepGeregistreerd';

const NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const dag = (tijdstip: string): string => NEDERLAND.format(new Date(tijdstip));

/** What happened, from all that the API shows of a journey. */
export function verhaalVan({ status, journaal, taken, termijnen, berichten }: Stand): Verhaal {
  return {
    status,
    journaal: opDag(journaal).map(journaalLijn),
    taken: taken.map(taakLijn).sort(),
    termijnen: [...termijnen]
      .sort((a, b) => (a.sleutel < b.sleutel ? -1 : 1))
      .flatMap(termijnLijnen),
    berichten: [...berichten]
      .sort((a, b) => a.nr - b.nr)
      .map(({ soort, status: stand, bezorgdTijdstip }) =>
        [soort, stand, ...(bezorgdTijdstip === null ? [] : [dag(bezorgdTijdstip)])].join(' '),
      ),
  };
}

/** The journal as it stands there, with the one kind whose place is chance first in its day. */
function opDag(journaal: readonly Journaalregel[]): readonly Journaalregel[] {
  const vrij = journaal.filter(({ soort }) => soort === VRIJ_BINNEN_DE_DAG);
  const vast = journaal.filter(({ soort }) => soort !== VRIJ_BINNEN_DE_DAG);
  for (const regel of vrij) {
    const plek = vast.findIndex((een) => een.dag === regel.dag && een.soort !== 'trajectGeopend');
    vast.splice(plek === -1 ? vast.length : plek, 0, regel);
  }
  return vast;
}

function journaalLijn({ dag: op, soort, gebeurtenis }: Journaalregel): string {
  const bij = ['sleutel', 'sport', 'bericht', 'oudUiterlijkOp', 'uiterlijkOp']
    .map((naam) => gebeurtenis[naam])
    .filter((waarde) => typeof waarde === 'string');
  return [op, soort, ...bij].join(' ');
}

function taakLijn(taak: Taak): string {
  const { soort, rol, status, uiterlijkOp, geopendTijdstip, geslotenTijdstip } = taak;
  const gesloten = geslotenTijdstip === null ? '' : ` ${dag(geslotenTijdstip)}`;
  const uiterlijk = uiterlijkOp === null ? '' : `, uiterlijk ${uiterlijkOp}`;
  return `${dag(geopendTijdstip)} ${soort} (${rol}) ${status}${gesloten}${uiterlijk}`;
}

function termijnLijnen(termijn: Termijn): string[] {
  const { sleutel, status, uiterlijkOp, gehaaldOp, teLaat, uitleg } = termijn;
  const gehaald = gehaaldOp === null ? '' : ` ${gehaaldOp}`;
  return [
    `${sleutel} uiterlijk ${uiterlijkOp}, ${status}${gehaald}${teLaat ? ', te laat' : ''}`,
    ...uitleg.map(({ tekst }) => `  ${tekst}`),
  ];
}

/** What went otherwise than expected, in Dutch, a line for each thing; none is the expected story. */
export function vergelijk(gevonden: Verhaal, verwacht: Verhaal): string[] {
  const status =
    gevonden.status === verwacht.status
      ? []
      : [`de status is ${gevonden.status}, verwacht ${verwacht.status}`];
  const lijsten = (['journaal', 'taken', 'termijnen', 'berichten'] as const).flatMap((lijst) =>
    verschillen(gevonden[lijst], verwacht[lijst]).map((tekst) => `${lijst}: ${tekst}`),
  );
  return [...status, ...lijsten];
}

/** Lines too many and too few; when those are equal, the first that stands elsewhere. */
function verschillen(gevonden: readonly string[], verwacht: readonly string[]): string[] {
  const teVeel = zonder(gevonden, verwacht).map((lijn) => `onverwacht "${lijn.trim()}"`);
  const teWeinig = zonder(verwacht, gevonden).map((lijn) => `er ontbreekt "${lijn.trim()}"`);
  if (teVeel.length + teWeinig.length > 0) return [...teWeinig, ...teVeel];
  const plek = gevonden.findIndex((lijn, i) => lijn !== verwacht[i]);
  return plek === -1
    ? []
    : [`op plaats ${plek + 1} staat "${gevonden[plek]}", verwacht "${verwacht[plek]}"`];
}

/** What is in `alle` more often than in `weg`. */
function zonder(alle: readonly string[], weg: readonly string[]): string[] {
  const over = [...weg];
  return alle.filter((lijn) => {
    const plek = over.indexOf(lijn);
    if (plek === -1) return true;
    over.splice(plek, 1);
    return false;
  });
}
