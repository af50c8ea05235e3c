// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and can be shut; DUO takes every message. E14.
import { deurDicht } from '#test/support/opnames.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalGezin } from '#test/support/verhalen.js';

const ZES_UUR_MS = 6 * 3_600_000;

describe('een deur die dicht is', () => {
  it('kost in zes uur minder dan 200 gebeurtenissen, en daarna gaat het traject verder', async () => {
    await Reisproef.metReis(await maakTijdspringServer(), '2026-09-07', async (reis) => {
      const verhaal = verhaalGezin(reis.trajectId);
      await reis.verhaal(verhaal.slice(0, 8));
      const lengte = async (): Promise<number> => (await reis.histories())[0]?.events?.length ?? 0;
      const voor = await lengte();
      await deurDicht(reis, ZES_UUR_MS);
      expect((await lengte()) - voor).toBeLessThan(200);
      expect(reis.deur.vergeefs).toBeGreaterThan(60);
      expect((await reis.stand()).deurDichtSinds).toBeNull();
      await reis.verhaal(verhaal.slice(8));
      expect(await reis.handle.result()).toBe('gesloten');
      expect(reis.sporen.size).toBe(1);
    });
  }, 60_000);
});
