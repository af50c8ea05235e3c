import type { IsoDatum } from '../datum/datum.js';

/** Grounds of Ri 4.1 (a to j), Bi 4.2 (onderbreking), Bi 4.3 lid 2 (opleiding) and Bi 4.4 (inspanningen). */
export const VERLENGINGSGRONDEN = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'opleiding',
  'inspanningen',
  'onderbreking',
] as const;

export type Verlengingsgrond = (typeof VERLENGINGSGRONDEN)[number];

/** What the ground needs; what the journey itself knows (leerroute, doelgroep, PIP) is taken from there. */
export interface Verlengingsfeiten {
  readonly grond: Verlengingsgrond;
  readonly van?: IsoDatum;
  /** Last day, inclusive. */
  readonly tot?: IsoDatum;
  readonly duurMaanden?: number;
  /** First lesson, for ground g. */
  readonly startLessenOp?: IsoDatum;
  readonly opleiding?: 'pro' | 'vso' | 'entree';
  readonly nogBezig?: boolean;
}

/** DUO decides on a verlenging (Wi 12); the gemeente records what DUO granted, or what it expects. */
export type VerlengingOpdracht =
  | ({
      readonly soort: 'legVerlengingVast';
      readonly oordeel: 'toegekend' | 'verwacht';
      /** Day of DUO's decision: with `toegekend`. Verlengingen stack in this order. */
      readonly besluitOp?: IsoDatum;
      /** Replaces this entry, and why. */
      readonly vervangt?: string;
      readonly reden?: string;
    } & Verlengingsfeiten)
  | { readonly soort: 'trekVerlengingIn'; readonly verlenging: string; readonly reden: string };
