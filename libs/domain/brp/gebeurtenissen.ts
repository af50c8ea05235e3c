import type { IsoDatum } from '../datum/datum.js';
import type { BrpOpdracht } from './opdrachten.js';
import type { BrpVerschil } from './verschil.js';

type Afhandeling = Extract<BrpOpdracht, { soort: 'handelBrpVerschillenAf' }>;

export type BrpGebeurtenis =
  /** First day in this gemeente of whom DUO told us; who was handed over has the registration itself. */
  | {
      readonly soort: 'vestigingGevonden';
      readonly gevraagdTijdstip: string;
      readonly gevestigdOp: IsoDatum;
    }
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
