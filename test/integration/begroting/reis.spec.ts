// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in memory and
// DUO takes every message.
import type { WorkflowBundle } from '@temporalio/worker';
import { geplanteBundel } from '#test/support/bundel.js';
import { Reisproef, type Historie } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { BEGROTING, overschrijdingen, type Telling } from './begroting.js';

function tel({ events }: Historie): Telling {
  const van = (soort: keyof NonNullable<typeof events>[number]): number =>
    (events ?? []).filter((event) => event[soort] !== null && event[soort] !== undefined).length;
  return {
    'gebeurtenissen in de historie': events?.length ?? 0,
    'wekkers gezet': van('timerStartedEventAttributes'),
    'beurten van de drijver': van('workflowTaskCompletedEventAttributes'),
    'lezingen aan de deur': van('markerRecordedEventAttributes'),
    'vragen aan DUO': van('activityTaskCompletedEventAttributes'),
    seinen: van('workflowExecutionSignaledEventAttributes'),
  };
}

async function reis(bundel?: WorkflowBundle): Promise<Telling> {
  const keuze = bundel === undefined ? {} : { bundel };
  return Reisproef.metReis(
    await maakTijdspringServer(),
    '2026-06-15',
    async (proef) => {
      await proef.verhaal(verhaalAsiel(proef.trajectId));
      expect(await proef.handle.result()).toBe('gesloten');
      const [historie, ...meer] = await proef.histories();
      expect(meer).toEqual([]);
      return tel(historie ?? {});
    },
    keuze,
  );
}

describe('de begroting van een heel traject', () => {
  it('is genoeg voor een asielstatushouder van eerste bericht tot sluiting', async () => {
    expect(overschrijdingen(await reis(), BEGROTING.perTraject)).toEqual([]);
  });

  it('meldt een drijver die elke keer twee keer leest', async () => {
    const bundel = await geplanteBundel('traject/reis.ts', (bron) =>
      bron.replace('this.lezingen += 1;', 'this.lezingen += 1; await this.deur.lees(() => false);'),
    );
    const gemeld = overschrijdingen(await reis(bundel), BEGROTING.perTraject);
    expect(gemeld).toEqual(
      expect.arrayContaining([expect.stringMatching(/^lezingen aan de deur: /)]),
    );
  });
});
