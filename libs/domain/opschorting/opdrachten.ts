import type { IsoDatum } from '../datum/datum.js';

/** Given with what is recorded: it replaces this entry, and why. */
interface Vervanging {
  readonly vervangt?: string;
  readonly reden?: string;
}

/** Entries in the ledger of a term. `termijn` is the key of the term in the journey. */
export type OpschortingOpdracht =
  | ({
      readonly soort: 'schortTermijnOp';
      readonly termijn: string;
      readonly van: IsoDatum;
      /** Last day, inclusive; left out while it runs. */
      readonly tot?: IsoDatum;
      readonly grond: string;
    } & Vervanging)
  | ({
      readonly soort: 'vraagAanvulling';
      readonly termijn: string;
      readonly uitnodigingOp: IsoDatum;
      /** Last day of the period granted, inclusive. */
      readonly hersteltermijnTot: IsoDatum;
      readonly compleetOp?: IsoDatum;
      readonly grond: string;
    } & Vervanging)
  | ({
      readonly soort: 'wachtOpInformatie';
      readonly derde: string;
      readonly gevraagd: string;
      readonly gevraagdOp: IsoDatum;
      readonly ontvangenOp?: IsoDatum;
    } & Vervanging)
  | { readonly soort: 'trekOpschortingIn'; readonly opschorting: string; readonly reden: string };
