import type { TermijnKeuzes } from './typen.js';

/** The defaults of `TermijnKeuzes`. */
export const STANDAARD_KEUZES: TermijnKeuzes = {
  ontzorgenTelling: 'laatste',
  dwangsomEersteDag: 'dag_14',
  huisvestingWeken: { koppeling: 2, woning: 10, verhuizing: 2 },
};
