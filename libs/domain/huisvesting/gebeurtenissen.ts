import type { IsoDatum } from '../datum/datum.js';

export type HuisvestingGebeurtenis =
  | {
      readonly soort: 'woningVastgelegd';
      readonly beschikbaarOp: IsoDatum;
      readonly adres: string | null;
    }
  | { readonly soort: 'verhuizingVastgelegd'; readonly verhuisdOp: IsoDatum }
  | { readonly soort: 'brpInschrijvingVastgelegd'; readonly ingeschrevenOp: IsoDatum };
