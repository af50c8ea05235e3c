import type { IsoDatum } from '../datum/datum.js';

export type HuisvestingOpdracht =
  | { readonly soort: 'legWoningVast'; readonly beschikbaarOp: IsoDatum; readonly adres?: string }
  | { readonly soort: 'legVerhuizingVast'; readonly verhuisdOp: IsoDatum }
  | { readonly soort: 'legBrpInschrijvingVast'; readonly ingeschrevenOp: IsoDatum };
