import { controleerReis, speelZonderStoring } from './chaos-controle.js';
import { Chaos } from './chaos-omgeving.js';
import { ChaosReis, type Afloop } from './chaos-reis.js';

interface Opzet {
  /** Gets the system once it is up. */
  readonly gestart: (chaos: Chaos) => void;
  /** Kinds of journeys that the spec plays: each is first played once while nothing fails. */
  readonly reizen?: readonly (new (chaos: Chaos, nummer: number) => ChaosReis)[];
  /** On top of the settings that every spec has. */
  readonly env?: Readonly<Record<string, string>>;
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
    chaos = await Chaos.start(env);
    gestart(chaos);
    for (const [i, Soort] of reizen.entries()) {
      zonderStoring.set(Soort, await speelZonderStoring(chaos, new Soort(chaos, i + 1)));
    }
  }, 120_000);

  afterEach(async () => {
    await chaos?.herstelAlles();
  }, 60_000);

  afterAll(async () => {
    await chaos?.stop();
  }, 60_000);

  return { controleer: (reis) => controleerReis(reis, zonderStoring.get(reis.constructor)) };
}
