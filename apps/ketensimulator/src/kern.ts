import type { Agenda } from './agenda.js';
import type { Klok } from './toestand/klok.js';
import type { Staat } from './toestand/staat.js';

/** What the DUO side and the control side work with. */
export interface Kern {
  staat: Staat;
  klok: Klok;
  agenda: Agenda;
  duoOin: string;
  /** Virtual days between an accepted PIP and SS102. */
  ss102NaDagen: number;
}
