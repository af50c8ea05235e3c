import { geheugen, GEHEUGEN_UITLEG } from './geheugen.js';
import { kaal } from './kaal.js';
import { lijst, LIJST_UITLEG } from './lijst.js';
import type { Meter } from './meter.js';
import { notificaties } from './notificaties.js';
import { reis } from './reis.js';
import { start, START_UITLEG } from './start.js';
import { stipt, STIPT_UITLEG } from './stipt.js';
import { AFWIJKINGEN } from './systeem.js';
import { taak, TAAK_UITLEG } from './taak.js';
import { termijn } from './termijn.js';
import { watals } from './watals.js';

export interface Meetregel {
  readonly wat: string;
  readonly meter: Meter;
  /** What is not as in production, beside it being one machine. */
  readonly afwijkingen: readonly string[];
  /** How it is measured, where that is not simply so many times the same. */
  readonly meetwijze?: string;
}

type Meer = Partial<Pick<Meetregel, 'afwijkingen' | 'meetwijze'>>;

const alleen = (wat: string, meter: Meter, meer: Meer = {}): Meetregel => ({
  wat,
  meter,
  afwijkingen: [],
  ...meer,
});

const metSysteem = (wat: string, meter: Meter, meer: Meer = {}): Meetregel => ({
  ...alleen(wat, meter, meer),
  afwijkingen: [...AFWIJKINGEN, ...(meer.afwijkingen ?? [])],
});

/** Every line of the benchmark, in the order of the report. */
export const METERS: Readonly<Record<string, Meetregel>> = {
  start: metSysteem('een traject openen, tot de eerste taak in de lijst staat', start, {
    meetwijze: START_UITLEG,
  }),
  taak: metSysteem('een taak afronden, tot de volgende taak in de lijst staat', taak, {
    meetwijze: TAAK_UITLEG,
  }),
  lijst: metSysteem('bladzijden van 100 trajecten en van 100 taken', lijst, {
    afwijkingen: [
      'de rijen zijn in bulk gemaakt; hun zegels zijn willekeurige bytes van de gewone lengte.',
    ],
    meetwijze: LIJST_UITLEG,
  }),
  termijn: alleen('termijnen berekenen, met uitleg', termijn),
  watals: alleen('wat een extra vrije dag zou verschuiven', watals, {
    afwijkingen: ['een sleutel voor alle trajecten; de sleutelopslag wordt hier niet gemeten.'],
    meetwijze: 'de trajecten worden een keer gevuld.',
  }),
  stipt: metSysteem('termijnen die op een tijdstip verlopen', stipt, {
    afwijkingen: [STIPT_UITLEG],
    meetwijze: 'drie keer, zonder de veger een keer; elke keer duurt meer dan een minuut.',
  }),
  reis: metSysteem('een traject van drie jaar in virtuele tijd', reis),
  notificaties: metSysteem('een golf meldingen van DUO', notificaties, {
    meetwijze: 'drie golven.',
  }),
  geheugen: metSysteem('wat api en worker in het geheugen houden', geheugen, {
    meetwijze: GEHEUGEN_UITLEG,
  }),
  kaal: metSysteem('onze drijver en onze deur naast kale Temporal en kale PostgreSQL', kaal),
};
