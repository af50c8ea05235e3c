// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in memory, DUO
// takes everything. What an operator types at Temporal's screen or command line: a nudge without what belongs in it.
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalGezin } from '#test/support/verhalen.js';

const ZONDER_INHOUD: readonly (readonly unknown[])[] = [
  [],
  [null],
  [{}],
  [{ versie: 'laatste' }, 2],
];

describe('een sein dat iemand met de hand geeft', () => {
  it('laat de drijver lezen of gaat langs hem heen, maar houdt hem nooit op', async () => {
    await Reisproef.metReis(await maakTijdspringServer(), '2026-09-07', async (reis) => {
      const verhaal = verhaalGezin(reis.trajectId);
      const begin = 4;
      await reis.verhaal(verhaal.slice(0, begin));
      for (const [i, args] of ZONDER_INHOUD.entries()) {
        const stap = verhaal[begin + i];
        if (stap === undefined) throw new Error('Het verhaal is te kort.');
        await reis.naar(stap.op);
        await reis.geef(stap.opdracht);
        // Nobody else tells him of this step.
        await reis.handle.signal('gewijzigd', ...args);
        if (i === ZONDER_INHOUD.length - 1) await reis.wek();
        await reis.rust();
      }
      await reis.verhaal(verhaal.slice(begin + ZONDER_INHOUD.length));
      expect(await reis.handle.result()).toBe('gesloten');
      expect(reis.sporen.size).toBe(1);
    });
  }, 60_000);
});
