import type { VerschilUitkomst } from './opdrachten.js';
import type { Verschil } from './verschil.js';

export type ReconciliatieGebeurtenis =
  /** All that is open now; an empty list: DUO and the file agree again. */
  | {
      readonly soort: 'verschillenMetDuoVastgesteld';
      readonly gevraagdTijdstip: string;
      readonly verschillen: readonly Verschil[];
    }
  | {
      readonly soort: 'verschillenMetDuoAfgehandeld';
      readonly uitkomst: VerschilUitkomst;
      readonly toelichting: string | null;
    };
