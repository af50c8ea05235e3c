import type { BrpOpdracht } from './opdrachten.js';
import type { BrpVerschil } from './verschil.js';

type Afhandeling = Extract<BrpOpdracht, { soort: 'handelBrpVerschillenAf' }>;

export type BrpGebeurtenis =
  /** All that is open now; an empty list: BRP and file agree again. */
  | {
      readonly soort: 'verschillenMetBrpVastgesteld';
      readonly gevraagdTijdstip: string;
      readonly verschillen: readonly BrpVerschil[];
    }
  | {
      readonly soort: 'verschillenMetBrpAfgehandeld';
      readonly uitkomst: Afhandeling['uitkomst'];
      readonly toelichting: string | null;
    };
