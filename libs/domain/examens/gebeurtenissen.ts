import type { Examenresultaat } from './opdrachten.js';

export interface ExamenGebeurtenis {
  readonly soort: 'examenresultatenOntvangen';
  readonly gevraagdTijdstip: string;
  readonly resultaten: readonly Examenresultaat[];
}
