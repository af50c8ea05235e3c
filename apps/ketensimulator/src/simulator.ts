import type { Express } from 'express';

import { Agenda } from './agenda.js';
import { maakBeheerApp } from './beheer/app.js';
import { maakDuoApp } from './duo/app.js';
import type { Kern } from './kern.js';
import { Bezorger, type BezorgOpties } from './notificaties/bezorger.js';
import { Speler } from './scenario/speler.js';
import { Klok } from './toestand/klok.js';
import { Staat } from './toestand/staat.js';

export interface SimulatorOpties extends BezorgOpties {
  /** Keeps the state here; without it the state is lost when the process ends. */
  bestand?: string;
  /** Virtual days between an accepted PIP and SS102; 2 by default. */
  ss102NaDagen?: number;
  /** How often is looked for events due by real time, in ms; 0 = never, only by moving clocks. */
  tikMs?: number;
  echteTijd?: () => number;
}

export interface Simulator {
  duoApp: Express;
  beheerApp: Express;
  staat: Staat;
  kern: Kern;
  speler: Speler;
  stop: () => Promise<void>;
}

/** DUO and COA as two express apps over one state; listening is up to the caller. */
export const maakSimulator = (opties: SimulatorOpties): Simulator => {
  const staat = new Staat(opties.bestand);
  const klok = new Klok(opties.echteTijd);
  const bezorger = new Bezorger(staat, klok, opties);
  const agenda = new Agenda(staat, klok, bezorger);
  const { duoOin, ss102NaDagen = 2, tikMs = 1000 } = opties;
  const kern: Kern = { staat, klok, agenda, duoOin, ss102NaDagen };
  const speler = new Speler(kern);
  const tik = (): void => {
    agenda.tik().catch(() => {
      process.stderr.write('De simulator kon een gebeurtenis niet verwerken.\n');
    });
  };
  const hartslag = tikMs > 0 ? setInterval(tik, tikMs) : undefined;
  bezorger.hervat();
  return {
    duoApp: maakDuoApp(kern),
    beheerApp: maakBeheerApp(kern, bezorger, speler),
    staat,
    kern,
    speler,
    stop: async () => {
      clearInterval(hartslag);
      const gestopt = speler.stop();
      await bezorger.stop();
      await gestopt;
      await staat.bewaar();
    },
  };
};
