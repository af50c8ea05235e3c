// kill -9 exactly between two steps that belong together. Real: PostgreSQL, Temporal, api and worker as processes; the
// worker is held by a row of the database that it must write, and killed there. Fake: DUO is the simulator.
import { trajectWorkflowId } from '#contracts/traject.js';
import { ChaosAsiel } from '#test/support/chaos-asiel.js';
import { zichtbaar } from '#test/support/chaos-beller.js';
import { postsBijDuo } from '#test/support/chaos-controle.js';
import { type Chaos, wachtTot, type Slachtoffer } from '#test/support/chaos-omgeving.js';
import { ChaosReis, dag, type Stap } from '#test/support/chaos-reis.js';
import { metChaos } from '#test/support/chaos-spec.js';
import { Slot } from '#test/support/chaos-slot.js';

let chaos: Chaos;

const { controleer } = metChaos({
  gestart: (nieuw) => {
    chaos = nieuw;
  },
  reizen: [ChaosReis, ChaosAsiel],
});

/** Plays from after one step up to and including another. */
async function speelVan(reis: ChaosReis, na: string | null, tot: string): Promise<void> {
  for (const [, doe] of deel(reis, na, tot)) await doe();
}

function deel(reis: ChaosReis, na: string | null, tot: string): readonly Stap[] {
  const stappen = reis.stappen();
  const plaats = (naam: string): number => {
    const gevonden = stappen.findIndex(([een]) => een === naam);
    if (gevonden < 0) throw new Error(`geen stap ${naam}`);
    return gevonden;
  };
  return stappen.slice(na === null ? 0 : plaats(na) + 1, plaats(tot) + 1);
}

async function totEinde(reis: ChaosReis, na: string): Promise<void> {
  await speelVan(reis, na, 'sluiten');
  await controleer(reis);
}

/** The signals that reached the workflow; null: there is no workflow. */
function seinen({ trajectId }: ChaosReis): Promise<number | null> {
  return chaos.bijTemporal(async ({ workflow }) => {
    const executions = workflow.list({ query: `WorkflowId = '${trajectWorkflowId(trajectId)}'` });
    let runs = 0;
    for await (const _ of executions) runs += 1;
    if (runs === 0) return null;
    const { events } = await workflow.getHandle(trajectWorkflowId(trajectId)).fetchHistory();
    return (events ?? []).filter((een) => een.workflowExecutionSignaledEventAttributes).length;
  });
}

/** Whatever fell over meanwhile, every accepted command gives the same answer under its key again. */
async function zelfdeAntwoorden(): Promise<void> {
  expect(await chaos.regievoerder.herhaal()).toEqual([]);
  expect(await chaos.coordinator.herhaal()).toEqual([]);
}

/** Committed at the door, and no nudge noted. */
async function ongewekt({ trajectId }: ChaosReis): Promise<boolean> {
  const [rij] = await chaos.kijk<{ ongewekt: boolean }>(
    'SELECT gewekt < stuurversie AS ongewekt FROM route WHERE traject_id = $1',
    [trajectId],
  );
  return rij?.ongewekt ?? false;
}

const ROUTE = 'SELECT 1 FROM route WHERE traject_id = $1';
/** How the one statement begins in which the door writes. */
const DEUR_SCHRIJFT = /^WITH traject_rij AS/;

describe('de worker valt precies', () => {
  it('tussen de deur en de wekker, en tussen de wekker en zijn vinkje: ieder traject gaat verder', async () => {
    const gewekt = new ChaosReis(chaos, 10);
    const besloten = new ChaosAsiel(chaos, 11);
    const nieuw = new ChaosReis(chaos, 12);
    await Promise.all([speelVan(gewekt, null, 'concept'), speelVan(besloten, null, 'concept')]);
    await wachtTot('alles gewekt', async () => !(await ongewekt(gewekt)), { pauzeMs: 20 });
    const eerst = { gewekt: await seinen(gewekt), besloten: await seinen(besloten) };

    // The nudge of this one is accepted by Temporal; the mark of it cannot be written.
    chaos.bevries('worker');
    await gewekt.stelPipVast();
    const slot = await Slot.op(chaos, ROUTE, [gewekt.trajectId]);
    chaos.ontdooi('worker');
    await slot.wachtOp(/^UPDATE route SET gewekt/);
    expect(await seinen(gewekt)).toBe((eerst.gewekt ?? 0) + 1);

    // Meanwhile the door takes in a command, and opens a journey; their nudges stand behind that mark.
    await besloten.stelPipVast();
    nieuw.persoonId = await nieuw.bijDuo();
    await chaos.simulator.stuur(nieuw.persoonId, 'SS139');
    nieuw.trajectId = await nieuw.gezocht();
    await chaos.doodt('worker');
    await slot.verbreek();

    for (const reis of [gewekt, besloten, nieuw]) expect(await ongewekt(reis)).toBe(true);
    expect(await seinen(besloten)).toBe(eerst.besloten);
    expect(await seinen(nieuw)).toBeNull();
    for (const reis of [gewekt, besloten]) expect(await postsBijDuo(reis)).toEqual([]);

    await chaos.herstart('worker');
    await Promise.all([
      totEinde(gewekt, 'pip'),
      totEinde(besloten, 'pip'),
      totEinde(nieuw, 'openen'),
    ]);
    await zelfdeAntwoorden();
  }, 120_000);

  it('tussen de bezorging bij DUO en het bericht daarvan aan de deur: niets gaat dubbel', async () => {
    const post = new ChaosReis(chaos, 20);
    const put = new ChaosReis(chaos, 21);
    const zonderVraag = new ChaosAsiel(chaos, 22);
    await Promise.all([
      speelVan(post, null, 'concept'),
      speelVan(put, null, 'excursie'),
      speelVan(zonderVraag, null, 'termijn'),
    ]);
    // A POST that can be asked after, a PUT of the whole, and a POST that DUO has no question for.
    const onderweg = [
      { reis: post, stap: 'pip', baan: 'pip', api: 'PIP' },
      { reis: put, stap: 'verklaring', baan: 'pvt', api: 'MapPvtZroute' },
      { reis: zonderVraag, stap: 'aanbod', baan: 'aanbod', api: 'Inburgeringsaanbod' },
    ] as const;
    await chaos.simulator.storingen(
      onderweg.map(({ reis, api }) => ({
        soort: 'vertraag',
        api,
        methode: api === 'MapPvtZroute' ? 'PUT' : 'POST',
        persoon: reis.persoonId,
        aantal: 1,
        vertragingMs: 4_000,
      })),
    );
    // While DUO is at work the row is taken that the report of its answer must write.
    const sloten = await Promise.all(
      onderweg.map(async ({ reis, stap, baan }) => {
        for (const [naam, doe] of reis.stappen()) if (naam === stap) await doe();
        await wachtTot(
          `${stap} bij DUO`,
          async () => {
            const storingen = await chaos.simulator.lopendeStoringen();
            return storingen.some((s) => s.persoon === reis.persoonId && s.aantal === 0);
          },
          { pauzeMs: 20 },
        );
        return Slot.op(chaos, 'SELECT 1 FROM bericht WHERE traject_id = $1 AND baan = $2', [
          reis.trajectId,
          baan,
        ]);
      }),
    );
    await Promise.all(sloten.map((slot) => slot.wachtOp(DEUR_SCHRIJFT)));
    await chaos.doodt('worker');
    await Promise.all(sloten.map((slot) => slot.verbreek()));

    for (const { reis, baan } of onderweg) {
      const [bericht] = await chaos.kijk<{ status: string }>(
        'SELECT status FROM bericht WHERE traject_id = $1 AND baan = $2',
        [reis.trajectId, baan],
      );
      expect(bericht?.status).toBe('open');
      const bijDuo = await chaos.simulator.ontvangen(reis.persoonId);
      const over = bijDuo.filter(({ pad }) => pad.toLowerCase().includes(baan));
      expect(over.map(({ status }) => status < 300)).toEqual([true]);
    }
    await chaos.herstart('worker');
    await Promise.all(onderweg.map(({ reis, stap }) => totEinde(reis, stap)));
    expect(await zonderVraag.telInJournaal('berichtHandmatigGedaan')).toBe(1);
    await zelfdeAntwoorden();
  }, 200_000);
});

describe('dezelfde sleutel', () => {
  const SLACHTOFFERS: readonly Slachtoffer[] = ['api', 'worker', 'postgres'];

  it('geeft na kill -9 van api, worker en PostgreSQL hetzelfde antwoord als ervoor', async () => {
    const reis = new ChaosReis(chaos, 30);
    await speelVan(reis, null, 'concept');
    const [taak] = await chaos.coordinator.zeker<{ id: string }[]>(
      'GET',
      `/taken?trajectId=${reis.trajectId}&soort=pip-vaststellen`,
    );
    const vragen = [
      {
        pad: `/trajecten/${reis.trajectId}/opdrachten`,
        body: { soort: 'registreerPvt', op: dag(0), uren: 3, vorm: 'les' },
        sleutel: 'sleutel-opdracht-1',
      },
      {
        pad: `/taken/${taak?.id ?? ''}/afronding`,
        body: { uitkomst: { soort: 'stelPipVast', dagtekening: dag(-2) } },
        sleutel: 'sleutel-afronding-1',
      },
      {
        pad: '/coa-overdrachten',
        body: new ChaosAsiel(chaos, 31).overdracht(),
        sleutel: 'sleutel-overdracht-1',
      },
    ];
    const vraagAlles = () =>
      Promise.all(vragen.map(({ pad, ...vraag }) => chaos.coordinator.roep('POST', pad, vraag)));
    const eerst = (await vraagAlles()).map(zichtbaar);
    expect(eerst.map(({ status }) => status)).toEqual([200, 200, 201]);
    await reis.inJournaal('termijnDoorDuoVastgesteld');
    const journaal = await reis.journaal();

    for (const wie of SLACHTOFFERS) {
      await chaos.doodt(wie);
      // Without the worker the answer is there at once.
      if (wie === 'worker') expect((await vraagAlles()).map(zichtbaar)).toEqual(eerst);
      await chaos.herstart(wie);
      await wachtTot('de api gezond', async () => (await chaos.gezondheid()).status === 200);
      expect((await vraagAlles()).map(zichtbaar)).toEqual(eerst);
    }
    expect(await reis.journaal()).toEqual(journaal);
  }, 120_000);

  it('doet de opdracht eenmaal als de api valt terwijl de deur ermee bezig is', async () => {
    const reis = new ChaosReis(chaos, 32);
    await speelVan(reis, null, 'concept');
    const [taak] = await chaos.coordinator.zeker<{ id: string }[]>(
      'GET',
      `/taken?trajectId=${reis.trajectId}&soort=pip-vaststellen`,
    );
    const vraag = {
      body: { uitkomst: { soort: 'stelPipVast', dagtekening: dag(-2) } },
      sleutel: 'sleutel-halverwege-1',
    };
    const pad = `/taken/${taak?.id ?? ''}/afronding`;
    const slot = await Slot.op(chaos, 'SELECT 1 FROM taak WHERE id = $1', [taak?.id]);
    const beantwoord = chaos.regievoerder.roep('POST', pad, vraag);
    await slot.wachtOp(DEUR_SCHRIJFT);
    await chaos.doodt('api');
    expect((await beantwoord).status).toBe(0);
    await slot.verbreek();
    await chaos.herstart('api');
    expect(await reis.telInJournaal('pipVastgesteld')).toBe(0);

    const eerst = zichtbaar(await chaos.regievoerder.roep('POST', pad, vraag));
    expect(eerst.status).toBe(200);
    expect(zichtbaar(await chaos.regievoerder.roep('POST', pad, vraag))).toEqual(eerst);
    expect(await reis.telInJournaal('pipVastgesteld')).toBe(1);
    await totEinde(reis, 'pip');
  }, 120_000);
});
