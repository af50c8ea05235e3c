import type { IsoDatum } from '../datum/datum.js';
import type { Urenvorm } from './opdrachten.js';

export type UrenGebeurtenis =
  | {
      readonly soort: 'cursusurenGeregistreerd';
      readonly totEnMet: IsoDatum;
      readonly urenNt2: number;
      readonly urenKnm: number;
      readonly bron: 'invoer' | 'import';
    }
  | {
      readonly soort: 'overigeUrenGeregistreerd';
      readonly vorm: Urenvorm;
      readonly totEnMet: IsoDatum;
      /** Total up to and including that day. */
      readonly uren: number;
    };

/** Last total of each vorm, the day up to and including which it holds, and the entry that has it. */
export type OverigeUrenStand = Readonly<
  Partial<
    Record<Urenvorm, { readonly uren: number; readonly totEnMet: IsoDatum; readonly nr: number }>
  >
>;
