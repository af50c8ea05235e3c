import type { IsoDatum } from '../datum/datum.js';
import type { Bron } from '../termijnen/typen.js';
import type { Verlengingsfeiten } from './opdrachten.js';

interface Inhoud {
  readonly verlengingId: string;
  readonly oordeel: 'toegekend' | 'verwacht';
  readonly besluitOp: IsoDatum | null;
  readonly feiten: Verlengingsfeiten;
  readonly bron: Bron;
}

export type VerlengingGebeurtenis =
  | ({ readonly soort: 'verlengingVastgelegd' } & Inhoud)
  | ({
      readonly soort: 'verlengingGecorrigeerd';
      readonly versie: number;
      readonly reden: string;
    } & Inhoud)
  | {
      readonly soort: 'verlengingIngetrokken';
      readonly verlengingId: string;
      readonly versie: number;
      readonly reden: string;
    };
