// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message. E16: a rehearsal is one run, and not an endless one.
import { WorkflowFailedError } from '@temporalio/client';
import { PROEF_TE_LANG } from '#contracts/traject.js';
import { Reisproef, type Reiskeuze } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalGezin, type Stap } from '#test/support/verhalen.js';

const BEGIN = '2026-09-07';

const reis = async <T>(
  keuze: Reiskeuze,
  doe: (reis: Reisproef, verhaal: readonly Stap[]) => Promise<T>,
): Promise<T> =>
  Reisproef.metReis(
    await maakTijdspringServer(),
    BEGIN,
    (proef) => doe(proef, verhaalGezin(proef.trajectId)),
    { proef: true, ...keuze },
  );

describe('een proef', () => {
  it('is één run, ook waar een echt traject een nieuwe zou beginnen', async () => {
    await reis({ historieGrens: 1 }, async (proef, verhaal) => {
      await proef.verhaal(verhaal);
      expect(await proef.handle.result()).toBe('gesloten');
      expect(proef.sporen.size).toBe(1);
      expect([...proef.sporen.values()].flat()).not.toContain('vernieuwd');
    });
  }, 60_000);

  it('stopt bij zoveel gebeurtenissen, en zegt waarom aan wie haar vooruitspoelt', async () => {
    await reis({ proefGrens: 40 }, async (proef, verhaal) => {
      // Played past the stop, the story only finds nobody who reads.
      const gespeeld = proef.verhaal(verhaal).catch(() => undefined);
      await proef.wachtOpLezing(1);
      const fout: unknown = await proef.handle.result().catch((reden: unknown) => reden);
      await gespeeld;

      expect(fout).toBeInstanceOf(WorkflowFailedError);
      expect((fout as WorkflowFailedError).cause).toMatchObject({
        type: PROEF_TE_LANG,
        message: expect.stringMatching(/^Deze proef is gestopt: .* 40 gebeurtenissen/) as string,
      });
      const [historie] = await proef.histories();
      expect(historie?.events?.length).toBeGreaterThanOrEqual(40);
      expect(historie?.events?.length).toBeLessThan(60);
      expect(proef.deur.toestand.status).toBe('open');
    });
  }, 60_000);
});
