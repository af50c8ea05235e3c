// What must hold of a journey whatever fell over while it ran.
import { wachtTot } from './chaos-omgeving.js';
import { tel, type Afloop, type ChaosReis } from './chaos-reis.js';

/** A message to DUO by what it says, not by its attempt. */
function inhoud({ methode, pad, body }: { methode: string; pad: string; body?: unknown }): string {
  return `${methode} ${pad} ${JSON.stringify(body)}`;
}

/** Accepted messages per content. */
export async function aangenomen(reis: ChaosReis): Promise<Record<string, number>> {
  const berichten = await reis.chaos.simulator.ontvangen(reis.persoonId);
  return tel(berichten.filter(({ status }) => status < 300).map(inhoud));
}

/** Everything DUO reported about this person was taken in and dealt with. */
async function allesVerwerkt(reis: ChaosReis): Promise<void> {
  await wachtTot('alle meldingen van DUO verwerkt', async () => {
    const { notificaties } = await reis.chaos.simulator.lees(reis.persoonId);
    if (notificaties.some(({ status }) => status !== 'bezorgd')) return false;
    const rijen = await reis.chaos.kijk<{ status: string; aantal: number }>(
      `SELECT status, count(*)::int AS aantal FROM postvak WHERE traject_id = $1 GROUP BY status`,
      [reis.trajectId],
    );
    return rijen.length === 1 && rijen[0]?.status === 'verwerkt'
      ? rijen[0].aantal === notificaties.length
      : false;
  });
}

/** The journey ended as one without faults, its journal has no gap, and DUO got nothing twice. */
export async function controleerReis(reis: ChaosReis, zonderStoring: Afloop): Promise<void> {
  await allesVerwerkt(reis);
  expect(await reis.afloop()).toEqual(zonderStoring);
  const nummers = (await reis.journaal()).map(({ nr }) => nr);
  expect(nummers).toEqual(nummers.map((_, i) => i + 1));
  const berichten = await aangenomen(reis);
  // A PUT of the whole may be done again after an unknown outcome; it says the same (E17).
  expect(Object.keys(berichten)).toHaveLength(4);
  const posts = Object.entries(berichten).filter(([bericht]) => bericht.startsWith('POST'));
  expect(posts.map(([, aantal]) => aantal)).toEqual([1]);
}
