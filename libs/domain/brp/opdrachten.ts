import type { IsoDatum } from '../datum/datum.js';

/** What the BRP says of a person; all dates inclusive, and only whole ones. */
export interface BrpFeiten {
  /** Four digits; null: none. */
  readonly gemeente: string | null;
  /** Day of registration in that gemeente. */
  readonly ingeschrevenOp: IsoDatum | null;
  readonly overleden: boolean;
  readonly overledenOp: IsoDatum | null;
  /** Code of the reason why the record is no longer kept up, death apart. */
  readonly opschorting: string | null;
  /** One of these facts is being looked into. */
  readonly inOnderzoek: boolean;
}

/** How a person dealt with the differences. */
export const BRP_UITKOMSTEN = ['hersteld', 'overgedragen', 'verklaard'] as const;

export type BrpOpdracht =
  | {
      readonly soort: 'verwerkBrp';
      /** ISO instant (UTC) at which the request began (E18). */
      readonly gevraagdTijdstip: string;
      /** Of the gemeente that asked, 4 digits. */
      readonly gemeentecode: string;
      /** Null: nobody with this number. */
      readonly feiten: BrpFeiten | null;
    }
  /** `verklaard`: the same differences are not brought up again. */
  | {
      readonly soort: 'handelBrpVerschillenAf';
      readonly uitkomst: (typeof BRP_UITKOMSTEN)[number];
      readonly toelichting?: string;
    };
