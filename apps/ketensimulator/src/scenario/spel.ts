import type { Bijwerking } from '../toestand/persoon.js';
import type { Storing } from '../storingen.js';

/** What a step expects of the calls at DUO since the scenario began. */
export interface Verwachting {
  api: string;
  methode: 'GET' | 'POST' | 'PUT' | 'DELETE';
  status?: number;
  /** The body holds at least this. */
  bevat?: unknown;
  minstens?: number;
  hoogstens?: number;
  /** Real seconds to wait for it. */
  binnenSeconden?: number;
}

/** A fault of a step: of the person of the step, over after so many hours of the person's clock. */
export type ScenarioStoring = Omit<Storing, 'persoon' | 'tot'> & { uren?: number };

/** One step, at a moment: `opDag` days after the begin, or `op` a date (nine UTC) or a moment. */
export interface Stap {
  opDag?: number;
  op?: string;
  persoon?: string;
  stuur?: string;
  bijwerken?: Bijwerking;
  wijzig?: Bijwerking;
  storing?: ScenarioStoring;
  verwacht?: Verwachting;
  bezorgd?: { gebeurtenisId: string; binnenSeconden?: number };
}

export interface Scenario {
  versie: 1;
  titel: string;
  /** Moment of day 0, also the clock of each person then; absent = when it is loaded. */
  begin?: string;
  personen: ({ sleutel: string } & Record<string, unknown>)[];
  stappen: Stap[];
}

export const HANDELINGEN = ['stuur', 'wijzig', 'storing', 'verwacht', 'bezorgd'] as const;

type Stapstatus = 'wacht' | 'gedaan' | 'niet-voldaan';

/** How one step of the scenario went; `nr` is its place in the file, from 1. */
export interface Stapverslag {
  nr: number;
  tijdstip: string;
  wat: (typeof HANDELINGEN)[number];
  status: Stapstatus;
  uitleg?: string;
}

/** A scenario being played, as it is kept with the rest of the state. */
export interface Spel {
  scenario: Scenario;
  status: 'speelt' | 'klaar' | 'gestopt';
  /** Person id by the scenario's own key. */
  personen: Record<string, string>;
  /** In the order they are played. */
  stappen: Stapverslag[];
  /** How many calls had come in before it began. */
  berichtenErvoor: number;
}
