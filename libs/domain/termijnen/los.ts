import type { Kalender } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { STANDAARD_KEUZES } from './keuzes.js';
import type { TermijnKeuzes, TermijnUitkomst, TermijnVerzoek } from './typen.js';

interface Standaardkeuze {
  readonly keuze: string;
  /** What a gemeente may have chosen instead. */
  readonly anders: readonly Partial<TermijnKeuzes>[];
}

const PER_TERMIJN: Readonly<Partial<Record<string, Standaardkeuze>>> = {
  ONTZORGEN: {
    keuze: 'het latere einde van de twee manieren van tellen',
    anders: [{ ontzorgenTelling: 'dag_ervoor' }, { ontzorgenTelling: 'dag_zelf' }],
  },
  DWANGSOM: {
    keuze: 'de eerste dag met een dwangsom is de ingebrekestelling plus veertien dagen',
    anders: [{ dwangsomEersteDag: 'dag_15' }],
  },
};

/**
 * A term outside any journey, so of no gemeente: counted with the choices of the product. The answer says so in its
 * voorbehouden when another choice gives another day.
 */
export function berekenLos(verzoek: TermijnVerzoek, kalender: Kalender): TermijnUitkomst {
  const uitkomst = berekenTermijn(verzoek, { kalender });
  const standaard = uitkomst.ok ? PER_TERMIJN[uitkomst.antwoord.termijn] : undefined;
  if (!uitkomst.ok || standaard === undefined) return uitkomst;
  const { antwoord } = uitkomst;
  const scheelt = standaard.anders.some((anders) => {
    const ander = berekenTermijn(verzoek, { kalender, keuzes: { ...STANDAARD_KEUZES, ...anders } });
    return ander.ok && ander.antwoord.uiterlijkOp !== antwoord.uiterlijkOp;
  });
  if (!scheelt) return uitkomst;
  const tekst = `Gerekend met de standaardkeuze: ${standaard.keuze}. Een traject volgt de instelling van zijn gemeente, die anders kan zijn.`;
  return { ok: true, antwoord: { ...antwoord, voorbehouden: [...antwoord.voorbehouden, tekst] } };
}
