import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const INGESTELD = process.env.KETEN_SPECIFICATIES ?? '../shared/keten';
const MAP = resolve(process.cwd(), INGESTELD);

/**
 * Runs tests that need the published specifications of the chain. They are not part of this
 * repository: without them the tests are skipped by name, except in CI, where they must be there.
 *
 * `nodig` is the file or folder below KETEN_SPECIFICATIES the tests read; `fn` gets its full path.
 */
export function metSpecificaties(naam: string, nodig: string, fn: (pad: string) => void): void {
  const pad = join(MAP, nodig);
  if (existsSync(pad)) {
    describe(naam, () => {
      fn(pad);
    });
    return;
  }
  const reden = `${nodig} ontbreekt onder KETEN_SPECIFICATIES (${INGESTELD})`;
  const ontbreekt = (): void => {
    it(reden, () => {
      throw new Error(reden);
    });
  };
  if (process.env.CI === 'true') describe(naam, ontbreekt);
  else describe.skip(`${naam} (overgeslagen)`, ontbreekt);
}
