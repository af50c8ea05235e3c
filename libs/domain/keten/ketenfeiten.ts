import type { KetenOpdracht } from './opdrachten.js';

export interface KetenGebeurtenis {
  readonly soort: 'ketenfeitOntvangen';
  readonly bron: KetenOpdracht['bron'];
  readonly gevraagdTijdstip: string;
  readonly feiten: string;
}
