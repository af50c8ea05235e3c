import type { Signaal } from './signalen.js';

/** How a person dealt with a signal. */
export const SIGNAAL_UITKOMSTEN = [
  'actie-ondernomen',
  'nagevraagd-bij-duo',
  'geen-actie-nodig',
] as const;

export type SignaalUitkomst = (typeof SIGNAAL_UITKOMSTEN)[number];

export type SignaalOpdracht =
  /** From the inbox: DUO told this, and a person must look. */
  | {
      readonly soort: 'verwerkDuoSignaal';
      readonly gebeurtenisId: Signaal;
      /** ISO instant (UTC) at which DUO registered the event: the same event under another berichtId has the same. */
      readonly gemeldTijdstip: string;
    }
  | {
      readonly soort: 'bekijkSignaal';
      readonly gebeurtenisId: Signaal;
      readonly uitkomst: SignaalUitkomst;
      readonly toelichting?: string;
    };
