// What must hold of a journey whatever fell over while it ran.
import { wachtTot, type Chaos } from './chaos-omgeving.js';
import { ChaosReis, type Afloop } from './chaos-reis.js';
import type { DuoBericht } from './chaos-simulator.js';

interface Besluit {
  readonly baan: string;
  readonly pogingen: number;
  readonly ongewis: boolean;
}

const IN_PAD: Readonly<Record<string, string>> = {
  inburgeringsaanbod: 'aanbod',
  map: 'map',
  pip: 'pip',
  pvt: 'pvt',
  uren: 'uren',
};

function baanVan({ pad }: DuoBericht): string {
  const deel = pad
    .toLowerCase()
    .split('/')
    .find((een) => een in IN_PAD);
  return IN_PAD[deel ?? ''] ?? pad;
}

/** The POSTs about this person that reached DUO, whatever DUO answered. */
export async function postsBijDuo(reis: ChaosReis): Promise<string[]> {
  const berichten = await reis.chaos.simulator.ontvangen(reis.persoonId);
  return berichten.filter(({ methode }) => methode === 'POST').map(baanVan);
}

/** Everything DUO reported about this person was taken in and dealt with. What stands out of that is in the error. */
async function allesVerwerkt(reis: ChaosReis): Promise<void> {
  await wachtTot('alle meldingen van DUO verwerkt', async () => {
    const { notificaties } = await reis.chaos.simulator.lees(reis.persoonId);
    const rijen = await reis.chaos.kijk<{ status: string; reden: string | null; aantal: number }>(
      `SELECT status, reden, count(*)::int AS aantal FROM postvak WHERE traject_id = $1
        GROUP BY status, reden`,
      [reis.trajectId],
    );
    const onderweg = notificaties.filter(({ status }) => status !== 'bezorgd');
    const [eerste, ...andere] = rijen;
    if (
      onderweg.length === 0 &&
      andere.length === 0 &&
      eerste?.status === 'verwerkt' &&
      eerste.aantal === notificaties.length
    ) {
      return true;
    }
    throw new Error(
      `bij DUO ${notificaties.length}, waarvan onderweg ${JSON.stringify(onderweg)}; in het postvak ${JSON.stringify(rijen)}`,
    );
  });
}

/** What was decided to tell DUO, with the attempts it took and whether the end of one was in doubt. */
function besluiten({ chaos, trajectId }: ChaosReis): Promise<Besluit[]> {
  return chaos.kijk(
    `SELECT baan, poging AS pogingen, vorige_ongewis AS ongewis FROM bericht
      WHERE traject_id = $1 ORDER BY baan`,
    [trajectId],
  );
}

async function controleerBijDuo(reis: ChaosReis): Promise<void> {
  const berichten = await reis.chaos.simulator.ontvangen(reis.persoonId);
  const besloten = await besluiten(reis);
  expect(besloten.map(({ baan }) => baan)).toEqual(reis.banen);
  expect([...new Set(berichten.map(baanVan))].sort()).toEqual(reis.banen);
  // An attempt calls DUO once, and a POST is never tried again without asking DUO first.
  expect(new Set(berichten.map(({ berichtId }) => berichtId)).size).toBe(berichten.length);
  expect(await postsBijDuo(reis)).toEqual(
    reis.banen.filter((b) => b === 'pip' || b === 'aanbod').reverse(),
  );
  for (const { baan, pogingen, ongewis } of besloten) {
    const alle = berichten.filter((bericht) => baanVan(bericht) === baan);
    expect(alle.length).toBeLessThanOrEqual(pogingen);
    const aangenomen = alle.filter(({ status }) => status < 300);
    expect(aangenomen.length).toBeGreaterThanOrEqual(1);
    // A PUT of the whole may be done again, but only after an unknown outcome; it says the same (E17).
    expect(aangenomen.length).toBeLessThanOrEqual(ongewis ? pogingen : 1);
    expect(new Set(aangenomen.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  }
}

/** The journey ended as one without faults, its journal has no gap, and DUO got nothing twice. */
export async function controleerReis(
  reis: ChaosReis,
  zonderStoring: Afloop | undefined,
): Promise<void> {
  await allesVerwerkt(reis);
  expect(await reis.afloop()).toEqual(zonderStoring);
  const nummers = (await reis.journaal()).map(({ nr }) => nr);
  expect(nummers).toEqual(nummers.map((_, i) => i + 1));
  await controleerBijDuo(reis);
}

/** Plays one journey while nothing fails, each message sent exactly once, and gives how it ended. */
export async function speelZonderStoring(
  chaos: Chaos,
  reis: ChaosReis = new ChaosReis(chaos, 1),
): Promise<Afloop> {
  await reis.speel();
  const zonderStoring = await reis.afloop();
  await controleerReis(reis, zonderStoring);
  const berichten = await chaos.simulator.ontvangen(reis.persoonId);
  expect(berichten.map(baanVan).sort()).toEqual(reis.banen);
  return zonderStoring;
}
