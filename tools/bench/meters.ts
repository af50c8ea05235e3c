import { geheugen } from './geheugen.js';
import { kaal } from './kaal.js';
import { lijst } from './lijst.js';
import type { Meter } from './meter.js';
import { notificaties } from './notificaties.js';
import { reis } from './reis.js';
import { start } from './start.js';
import { stipt, STIPT_UITLEG } from './stipt.js';
import { AFWIJKINGEN } from './systeem.js';
import { taak } from './taak.js';
import { termijn } from './termijn.js';
import { watals } from './watals.js';

export interface Meetregel {
  readonly wat: string;
  readonly meter: Meter;
  /** What is not as in production, beside it being one machine. */
  readonly afwijkingen: readonly string[];
}

const metSysteem = (wat: string, meter: Meter, ...meer: readonly string[]): Meetregel => ({
  wat,
  meter,
  afwijkingen: [...AFWIJKINGEN, ...meer],
});

const alleen = (wat: string, meter: Meter, ...afwijkingen: readonly string[]): Meetregel => ({
  wat,
  meter,
  afwijkingen,
});

/** Every line of the benchmark, in the order of the report. */
export const METERS: Readonly<Record<string, Meetregel>> = {
  start: metSysteem('een traject openen, tot de eerste taak in de lijst staat', start),
  taak: metSysteem('een taak afronden, tot de volgende taak in de lijst staat', taak),
  lijst: metSysteem(
    'bladzijden van 100 trajecten en van 100 taken',
    lijst,
    'de rijen zijn in bulk gemaakt; hun zegels zijn willekeurige bytes van de gewone lengte.',
  ),
  termijn: alleen('termijnen berekenen, met uitleg', termijn),
  watals: alleen(
    'wat een extra vrije dag zou verschuiven',
    watals,
    'een sleutel voor alle trajecten; de sleutelopslag wordt hier niet gemeten.',
  ),
  stipt: metSysteem('termijnen die op een tijdstip verlopen', stipt, STIPT_UITLEG),
  reis: metSysteem('een traject van drie jaar in virtuele tijd', reis),
  notificaties: metSysteem('een golf meldingen van DUO', notificaties),
  geheugen: metSysteem('wat api en worker in het geheugen houden', geheugen),
  kaal: metSysteem('onze drijver en onze deur naast kale Temporal en kale PostgreSQL', kaal),
};
