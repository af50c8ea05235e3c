import type { IsoDatum } from '../datum/datum.js';
import { berekenTermijn } from './bereken.js';
import type {
  Bron,
  TermijnAntwoord,
  TermijnOmgeving,
  TermijnUitkomst,
  TermijnVerzoek,
  UitlegStap,
} from './typen.js';
import { WETTELIJKE_TERMIJNEN } from './wettelijke-termijnen.js';

/** A computation that starts from the last day the one before it gave. */
export interface Vervolg {
  readonly vraag: TermijnVerzoek;
  /** Name of the fact that takes the last day so far. */
  readonly feit: 'eindeTermijn' | 'eindeTienWeken';
}

/** One request, and what is stacked on its outcome, in this order. */
export interface Reeks {
  readonly vraag: TermijnVerzoek;
  readonly daarna?: readonly Vervolg[];
}

/** What a term of a journey rests on: a computation, or a date that DUO states and that wins. */
export type Rekenverzoek =
  | ({ readonly soort: 'berekend' } & Reeks)
  | { readonly soort: 'gesteld'; readonly uiterlijkOp: IsoDatum; readonly door: 'DUO' };

/** The request of a next computation, from this last day. */
export function vanafEinde({ vraag, feit }: Vervolg, einde: IsoDatum): TermijnVerzoek {
  return { ...vraag, feiten: { ...vraag.feiten, [feit]: einde } };
}

/**
 * Computes one after the other: each starts from the end the one before gave. What the engine refuses, or what ends
 * the plicht, moves nothing, and the explanation says so: facts that changed later never leave a term without an
 * answer. The provision in the answer is that of the last one that moved the end.
 */
export function berekenReeks(
  { vraag, daarna = [] }: Reeks,
  omgeving: TermijnOmgeving,
): TermijnUitkomst {
  const eerste = berekenTermijn(vraag, omgeving);
  if (!eerste.ok) return eerste;
  let stand: TermijnAntwoord = eerste.antwoord;
  for (const vervolg of daarna) {
    const { uiterlijkOp } = stand;
    if (uiterlijkOp === null) break;
    const uitkomst = berekenTermijn(vanafEinde(vervolg, uiterlijkOp), omgeving);
    stand = uitkomst.ok
      ? voegToe(stand, uitkomst.antwoord, uiterlijkOp)
      : metStap(stand, {
          tekst: `Telt niet mee: ${uitkomst.fout.melding}`,
          bron: bepaling(vervolg, omgeving) ?? kaal(stand.bron),
        });
  }
  return { ok: true, antwoord: stand };
}

/** The provision of what did not count, also when its facts do not fit it. */
function bepaling(
  { vraag: { termijn, feiten } }: Vervolg,
  { tabel = WETTELIJKE_TERMIJNEN }: TermijnOmgeving,
): Bron | undefined {
  const rijen = tabel.filter(({ code }) => code === termijn);
  return (rijen.find(({ onderdeel }) => onderdeel === feiten['grond']) ?? rijen[0])?.bron;
}

function kaal({ wet, artikel, url }: Bron): Bron {
  return { wet, artikel, url };
}

function metStap(stand: TermijnAntwoord, ...stappen: readonly UitlegStap[]): TermijnAntwoord {
  return { ...stand, uitleg: [...stand.uitleg, ...stappen] };
}

function voegToe(
  stand: TermijnAntwoord,
  volgende: TermijnAntwoord,
  eindeTotNu: IsoDatum,
): TermijnAntwoord {
  const uiterlijkOp = volgende.uiterlijkOp ?? eindeTotNu;
  return {
    ...metStap(stand, ...volgende.uitleg),
    ...(uiterlijkOp === eindeTotNu
      ? {}
      : { uiterlijkOp, termijn: volgende.termijn, bron: volgende.bron }),
    voorbehouden: [...new Set([...stand.voorbehouden, ...volgende.voorbehouden])],
  };
}
