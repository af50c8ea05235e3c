import type { IsoDatum } from '../datum/datum.js';
import { berekenTermijn } from './bereken.js';
import type { TermijnAntwoord, TermijnFout, TermijnOmgeving } from './typen.js';

/** A ground with its facts, without the end it starts from. */
export type VerlengingFeiten = Readonly<Record<string, unknown>> & { readonly grond: string };

export type Stapeling =
  | {
      readonly ok: true;
      readonly uiterlijkOp: IsoDatum;
      readonly antwoorden: readonly TermijnAntwoord[];
    }
  | { readonly ok: false; readonly index: number; readonly fout: TermijnFout };

/**
 * Several verlengingen after each other: each starts from the end the one before gave. The order is
 * the order in which DUO granted them; a refusal names the index of the ground.
 */
export function stapelVerlengingen(
  eindeTermijn: IsoDatum,
  gronden: readonly VerlengingFeiten[],
  omgeving: TermijnOmgeving,
  peildatum?: IsoDatum,
): Stapeling {
  let einde = eindeTermijn;
  const antwoorden: TermijnAntwoord[] = [];
  for (const [index, grond] of gronden.entries()) {
    const uitkomst = berekenTermijn(
      {
        termijn: 'VERLENGING',
        feiten: { ...grond, eindeTermijn: einde },
        ...(peildatum === undefined ? {} : { peildatum }),
      },
      omgeving,
    );
    if (!uitkomst.ok) return { ok: false, index, fout: uitkomst.fout };
    antwoorden.push(uitkomst.antwoord);
    einde = uitkomst.antwoord.uiterlijkOp ?? einde;
  }
  return { ok: true, uiterlijkOp: einde, antwoorden };
}
