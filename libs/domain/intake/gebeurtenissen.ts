import type { IsoDatum } from '../datum/datum.js';

export type IntakeGebeurtenis =
  | {
      readonly soort: 'intakeUitgenodigd';
      readonly opgeroepenOp: IsoDatum;
      readonly afspraakOp: IsoDatum;
    }
  | {
      readonly soort: 'intakeAfgenomen';
      readonly afgenomenOp: IsoDatum;
      readonly taalniveau: string | null;
      readonly verslag: string | null;
    }
  | { readonly soort: 'lbtAangemeld'; readonly aangemeldOp: IsoDatum }
  | {
      readonly soort: 'lbtOntheffingVerleend';
      readonly besluitOp: IsoDatum;
      readonly medisch: { readonly grond: string } | null;
    }
  | {
      readonly soort: 'lbtResultaatOntvangen';
      readonly gevraagdTijdstip: string;
      readonly afnameOp: IsoDatum;
      readonly resultaat: string;
    }
  | { readonly soort: 'lbtResultaatIngetrokken'; readonly gevraagdTijdstip: string };
