// Temporal or PostgreSQL is there and does not answer: the lines stay open, nobody refuses. Real: all of the system, as
// processes, one of them stopped where it is and let go again. Fake: DUO is the simulator.
import type { Antwoord } from '#test/support/chaos-beller.js';
import { bevriesGeheel } from '#test/support/chaos-bevriezen.js';
import { type Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import { ChaosReis, dag } from '#test/support/chaos-reis.js';
import { metChaos } from '#test/support/chaos-spec.js';
import { omvang } from '#test/support/omvang.js';

const LANGSTE_VERZOEK_MS = 10_000;
const KEREN = omvang({ poort: 2, volledig: 10 });

let chaos: Chaos;
let ontdooi: () => void = () => undefined;

const { controleer } = metChaos({
  gestart: (nieuw) => {
    chaos = nieuw;
  },
});

afterEach(() => {
  ontdooi();
});

function bevries(wie: 'temporal' | 'postgres'): void {
  ontdooi = bevriesGeheel(chaos.omgeving[wie].pid);
}

async function totConcept(nummer: number): Promise<ChaosReis> {
  const reis = new ChaosReis(chaos, nummer);
  for (const [, doe] of reis.totPip()) await doe();
  return reis;
}

async function maakAf(reis: ChaosReis): Promise<void> {
  for (const [naam, doe] of reis.vanPipTotEinde()) if (naam !== 'pip') await doe();
  await controleer(reis);
}

/** All that a caseworker reads, at once. */
function leesAlles({ trajectId }: ChaosReis): Promise<Antwoord[]> {
  const traject = `/trajecten/${trajectId}`;
  const paden = [
    ...['', '/journaal', '/termijnen', '/berichten', '/reconciliaties'].map((wat) => traject + wat),
    ...['/trajecten', `/taken?trajectId=${trajectId}`, '/coa-overdrachten', '/postvak'],
  ];
  return Promise.all(paden.map((pad) => chaos.regievoerder.roep('GET', pad)));
}

async function pipTaken({ trajectId }: ChaosReis): Promise<readonly { id: string }[]> {
  const pad = `/taken?trajectId=${trajectId}&soort=pip-vaststellen`;
  return chaos.coordinator.zeker('GET', pad);
}

async function laatsteMelding({ persoonId }: ChaosReis): Promise<number | undefined> {
  const { notificaties } = await chaos.simulator.lees(persoonId);
  return notificaties.at(-1)?.pogingen.at(-1)?.status;
}

const statussen = (antwoorden: readonly Antwoord[]): string[] => [
  ...new Set(antwoorden.map(({ status, type }) => `${status} ${type}`)),
];

const gezond = (): Promise<true> =>
  wachtTot('de api gezond', async () => (await chaos.gezondheid()).status === 200 || undefined);

describe('Temporal dat niet antwoordt', () => {
  it('houdt geen lezing, opdracht of melding op, en na terugkeer gaat alles verder', async () => {
    const reis = await totConcept(10);
    const [taak] = await pipTaken(reis);
    bevries('temporal');

    expect(statussen(await leesAlles(reis))).toEqual(['200 application/json']);
    const opdracht = { body: { uitkomst: { soort: 'stelPipVast', dagtekening: dag(-2) } } };
    const pad = `/taken/${taak?.id ?? ''}/afronding`;
    expect((await chaos.coordinator.roep('POST', pad, opdracht)).status).toBe(200);
    expect(await pipTaken(reis)).toEqual([]);
    const wachtOp = await chaos.regievoerder.roep('GET', `/trajecten/${reis.trajectId}/wachtop`);
    expect(statussen([wachtOp])).toEqual(['503 application/problem+json']);
    await chaos.simulator.stuur(reis.persoonId, 'SS199');
    expect(await laatsteMelding(reis)).toBe(201);
    await wachtTot('de gezondheid', async () => {
      const { status, inhoud } = await chaos.gezondheid();
      expect(status).toBe(200);
      expect(inhoud).toMatchObject({ status: 'beperkt', onderdelen: { temporal: 'slecht' } });
      return true;
    });

    ontdooi();
    await maakAf(reis);
    expect(chaos.langsteMs).toBeLessThan(LANGSTE_VERZOEK_MS);
  }, 180_000);
});

describe('PostgreSQL dat niet antwoordt', () => {
  it('geeft binnen tien seconden een 503 op alles, en daarna is er niets van gedaan', async () => {
    const reis = await totConcept(20);
    const [taak] = await pipTaken(reis);
    const voor = await reis.journaal();
    const opdracht = { body: { uitkomst: { soort: 'stelPipVast', dagtekening: dag(-2) } } };
    const nieuw = { schemaVersie: 1, koppelingOp: dag(-20), persoon: { bsn: reis.bsn } };
    const overdrachten = await chaos.regievoerder.zeker('GET', '/coa-overdrachten');
    bevries('postgres');

    // Twice: also when every connection of the pool is known to be broken.
    for (let keer = 0; keer < 2; keer += 1) {
      const antwoorden = await Promise.all([
        leesAlles(reis),
        chaos.coordinator.roep('POST', `/taken/${taak?.id ?? ''}/afronding`, opdracht),
        chaos.coordinator.roep('POST', '/coa-overdrachten', { body: nieuw }),
        chaos.gezondheid(),
      ]);
      const [, , , gezondheid] = antwoorden;
      expect(statussen(antwoorden.flat().filter((een) => een !== gezondheid))).toEqual([
        '503 application/problem+json',
      ]);
      expect(gezondheid).toMatchObject({ status: 503, inhoud: { status: 'slecht' } });
      expect(chaos.langsteMs).toBeLessThan(LANGSTE_VERZOEK_MS);
    }

    ontdooi();
    await gezond();
    expect(await reis.journaal()).toEqual(voor);
    expect(await chaos.regievoerder.zeker('GET', '/coa-overdrachten')).toEqual(overdrachten);
    await reis.stelPipVast();
    await maakAf(reis);
    expect(chaos.langsteMs).toBeLessThan(LANGSTE_VERZOEK_MS);
  }, 180_000);

  it(`verliest midden in het verkeer niets wat aangenomen was (${KEREN} keer)`, async () => {
    const reis = await totConcept(30);
    const pad = `/trajecten/${reis.trajectId}`;
    const les = { soort: 'registreerPvt', op: dag(0), uren: 0.25, vorm: 'les' };
    const gezien: number[] = [];
    let aangenomen = 0;
    let klaar = false;
    const banen = Array.from({ length: 6 }, async (_, i) => {
      while (!klaar) {
        const { status } = await (i % 2 === 0
          ? chaos.regievoerder.roep('GET', pad)
          : chaos.coordinator.roep('POST', `${pad}/opdrachten`, { body: les }));
        gezien.push(status);
        if (i % 2 === 1 && status === 200) aangenomen += 1;
      }
    });
    for (let keer = 0; keer < KEREN; keer += 1) {
      const eerst = aangenomen;
      await wachtTot('verkeer', () => Promise.resolve(aangenomen > eerst + 5), { pauzeMs: 20 });
      const toen = gezien.length;
      bevries('postgres');
      await wachtTot('weigeringen', () => Promise.resolve(gezien.length > toen + 6), {
        pauzeMs: 100,
      });
      ontdooi();
    }
    await gezond();
    klaar = true;
    await Promise.all(banen);

    expect([...new Set(gezien)].sort()).toEqual([200, 503]);
    expect(chaos.defecten()).toEqual([]);
    const lessen = (await reis.journaal()).filter(({ soort }) => soort === 'pvtGeregistreerd');
    // Every accepted command is there; one whose answer was lost may be as well.
    expect(lessen.length).toBeGreaterThanOrEqual(aangenomen);
    expect(chaos.langsteMs).toBeLessThan(LANGSTE_VERZOEK_MS);
  }, 180_000);
});
