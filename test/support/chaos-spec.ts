import { setTimeout as rust } from 'node:timers/promises';
import { controleerReis, speelZonderStoring } from './chaos-controle.js';
import { Chaos } from './chaos-omgeving.js';
import { ChaosReis, type Afloop } from './chaos-reis.js';
import { omvang } from './omvang.js';

const MINUUT_MS = 60_000;
const DAG_MS = 24 * 60 * MINUUT_MS;
/** Longer than the longest spec: no journey is compared with one of the day before. */
const SPEC_MS = omvang({ poort: 4, volledig: 10 }) * MINUUT_MS;

interface Opzet {
  /** Gets the system once it is up. */
  readonly gestart: (chaos: Chaos) => void;
  /** Kinds of journeys that the spec plays: each is first played once while nothing fails. */
  readonly reizen?: readonly (new (chaos: Chaos, nummer: number) => ChaosReis)[];
  /** On top of the settings that every spec has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Milliseconds until the next civil day in the Netherlands; an hour too many or too few where the clock changes. */
function totMiddernacht(): number {
  const klok = new Intl.DateTimeFormat('nl', {
    timeZone: 'Europe/Amsterdam',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  const [uur = 0, minuut = 0, seconde = 0] = klok.format().split(':').map(Number);
  return DAG_MS - ((uur * 60 + minuut) * 60 + seconde) * 1_000;
}

/**
 * One whole system for a spec that breaks it: up before the first test, whole again after each, gone after the last.
 * `controleer`: this journey ended as one of its kind without faults, with nothing lost or doubled.
 */
export function metChaos({ gestart, reizen = [ChaosReis], env = {} }: Opzet): {
  readonly controleer: (reis: ChaosReis) => Promise<void>;
} {
  const zonderStoring = new Map<unknown, Afloop>();
  let chaos: Chaos | undefined;

  beforeAll(async () => {
    const over = totMiddernacht();
    if (over < SPEC_MS) {
      process.stderr.write('Bijna middernacht: deze proef begint op de nieuwe dag.\n');
      await rust(over);
    }
    chaos = await Chaos.start(env);
    gestart(chaos);
    for (const [i, Soort] of reizen.entries()) {
      zonderStoring.set(Soort, await speelZonderStoring(chaos, new Soort(chaos, i + 1)));
    }
  }, SPEC_MS + 120_000);

  afterEach(async () => {
    await chaos?.herstelAlles();
  }, 60_000);

  afterAll(async () => {
    await chaos?.stop();
  }, 60_000);

  return { controleer: (reis) => controleerReis(reis, zonderStoring.get(reis.constructor)) };
}
