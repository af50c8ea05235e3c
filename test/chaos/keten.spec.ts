// What can go wrong around a call to DUO. Real: PostgreSQL, Temporal, api and worker as processes. Fake: DUO is the
// simulator, which answers late, not at all, or after the connection broke. Counted at DUO, not at our side.
import { postsBijDuo } from '#test/support/chaos-controle.js';
import { type Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import { ChaosReis, dag } from '#test/support/chaos-reis.js';
import { metChaos } from '#test/support/chaos-spec.js';
import { trajectWorkflowId } from '#contracts/traject.js';

let chaos: Chaos;

const { controleer } = metChaos({
  gestart: (nieuw) => {
    chaos = nieuw;
  },
});

async function totPip(nummer: number): Promise<ChaosReis> {
  const reis = new ChaosReis(chaos, nummer);
  for (const [, doe] of reis.totPip()) await doe();
  return reis;
}

/** The rest of the journey, without the steps that were done. */
async function maakAf(reis: ChaosReis, gedaan: readonly string[] = ['pip']): Promise<void> {
  for (const [naam, doe] of reis.vanPipTotEinde()) if (!gedaan.includes(naam)) await doe();
  await controleer(reis);
}

const PIP = { api: 'PIP', methode: 'POST', aantal: 1 } as const;

/** The call is at DUO: the fault was taken. */
async function bijDuo(reis: ChaosReis): Promise<void> {
  await wachtTot(
    'de aanroep bij DUO',
    async () => {
      const storingen = await chaos.simulator.lopendeStoringen();
      return storingen.some((s) => s.persoon === reis.persoonId && s.aantal === 0);
    },
    { pauzeMs: 20 },
  );
}

async function pipsBijDuo({ persoonId }: ChaosReis): Promise<number> {
  return (await chaos.simulator.lees(persoonId)).pips.length;
}

describe('tussen deur, drijver en DUO', () => {
  it('stuurt elk bericht één keer, waar de lijn of de worker ook breekt', async () => {
    const [verbroken, laat, gedood, hangend] = await Promise.all([
      totPip(2),
      totPip(3),
      totPip(4),
      totPip(5),
    ]);
    await chaos.simulator.storingen([
      // DUO did it, and the connection broke before the answer.
      { ...PIP, soort: 'verbreek-na-verwerking', persoon: verbroken.persoonId },
      // DUO answers long after we gave up waiting.
      { ...PIP, soort: 'vertraag', vertragingMs: 20_000, persoon: laat.persoonId },
      // The worker is killed while DUO is at work.
      { ...PIP, soort: 'vertraag', vertragingMs: 3_000, persoon: gedood.persoonId },
      // The workflow is ended and started while DUO hangs.
      { ...PIP, soort: 'vertraag', vertragingMs: 30_000, persoon: hangend.persoonId },
    ]);
    await Promise.all([verbroken, laat, hangend].map((reis) => reis.stelPipVast()));
    await Promise.all([bijDuo(laat), bijDuo(hangend)]);
    await chaos.bijTemporal(async ({ workflow }) => {
      const workflowId = trajectWorkflowId(hangend.trajectId);
      const { raw } = await workflow.getHandle(workflowId).describe();
      expect(raw.pendingActivities?.map((een) => een.activityType?.name)).toContain('bezorg');
      await workflow.getHandle(workflowId).terminate('proef');
    });
    // What comes next wakes a new one: signal-with-start.
    await hangend.geef('registreerPvt', { op: dag(0), uren: 10.5, vorm: 'les' });
    await wachtTot('een nieuwe workflow', () =>
      chaos.bijTemporal(async ({ workflow }) => {
        const { status } = await workflow
          .getHandle(trajectWorkflowId(hangend.trajectId))
          .describe();
        return status.name === 'RUNNING';
      }),
    );
    await gedood.stelPipVast();
    await bijDuo(gedood);
    await chaos.doodt('worker');
    await wachtTot('DUO klaar', async () => (await pipsBijDuo(gedood)) === 1);
    await chaos.herstart('worker');

    const alle = [verbroken, laat, gedood, hangend];
    await Promise.all(alle.map((reis) => reis.inJournaal('berichtBezorgd')));
    await wachtTot(
      'DUO klaar met de hangende aanroep',
      async () => (await pipsBijDuo(hangend)) === 1,
    );
    for (const reis of alle) {
      expect(await pipsBijDuo(reis)).toBe(1);
      expect(await postsBijDuo(reis)).toEqual(['pip']);
    }
    await Promise.all([
      ...[verbroken, laat, gedood].map((reis) => maakAf(reis)),
      maakAf(hangend, ['pip', 'pvt']),
    ]);
    // Under its key every accepted command gives the same answer again.
    expect(await chaos.regievoerder.herhaal()).toEqual([]);
    expect(await chaos.coordinator.herhaal()).toEqual([]);
  }, 300_000);
});
