// The same instant, over HTTP. Real: PostgreSQL, Temporal, api and worker as processes. Fake: DUO is the simulator.
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import type { Antwoord } from '#test/support/chaos-beller.js';
import { Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import { ChaosReis, dag, testBsn, testVNummer } from '#test/support/chaos-reis.js';
import { omvang } from '#test/support/omvang.js';

const KEER = omvang({ poort: 20, volledig: 200 });
/** Journeys made ready at once. */
const TEGELIJK = 5;
/** The worker takes in a new notification within this time: the profile comes before, during or after it. */
const LANGST_NA_MS = 200;

let chaos: Chaos;

beforeAll(async () => {
  chaos = await Chaos.start();
}, 120_000);

afterAll(async () => {
  await chaos.stop();
}, 60_000);

async function elk(aantal: number, doe: (nummer: number) => Promise<void>): Promise<void> {
  let volgende = 0;
  const baan = async (): Promise<void> => {
    for (let nummer = volgende++; nummer < aantal; nummer = volgende++) await doe(nummer);
  };
  await Promise.all(Array.from({ length: TEGELIJK }, baan));
}

interface Wie {
  readonly persoonId: string;
  readonly bsn: string;
  readonly vNummer: string;
}

async function bijDuo(nummer: number): Promise<Wie> {
  const wie = { bsn: testBsn(nummer), vNummer: testVNummer(nummer) };
  const persoonId = await chaos.simulator.persoon({
    ...wie,
    doelgroep: 'Asielstatushouder',
    begindatum: dag(-30),
    datumKennisgeving: dag(-14),
  });
  return { ...wie, persoonId };
}

function draagOver({ bsn, vNummer }: Wie): Promise<Antwoord> {
  return chaos.regievoerder.roep('POST', '/coa-overdrachten', {
    body: {
      schemaVersie: 1,
      koppelingOp: dag(-20),
      persoon: { bsn, vNummer, naam: 'Proef Persoon', geboortedatum: '1991-02-03' },
    },
  });
}

/** A journey that only lacks the decision on the PIP; made from a COA profile, so that its id is known. */
async function totPip(nummer: number): Promise<ChaosReis> {
  const wie = await bijDuo(nummer);
  const reis = new ChaosReis(chaos, nummer);
  reis.persoonId = wie.persoonId;
  reis.trajectId = String((await draagOver(wie)).inhoud['trajectId']);
  await chaos.simulator.stuur(wie.persoonId, 'SS139');
  for (const [naam, doe] of reis.totPip()) if (naam !== 'openen') await doe();
  return reis;
}

interface Tweestrijd {
  readonly antwoorden: readonly Antwoord[];
  readonly geweigerd: Antwoord;
}

/** Two commands in the same instant by two people: one is taken, the other refused in Dutch by the rule. */
async function tegelijk(reis: ChaosReis, opdrachten: readonly unknown[]): Promise<Tweestrijd> {
  const pad = `/trajecten/${reis.trajectId}/opdrachten`;
  const antwoorden = await Promise.all(
    opdrachten.map((body, i) =>
      (i === 0 ? chaos.regievoerder : chaos.coordinator).roep('POST', pad, { body }),
    ),
  );
  expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 409]);
  const geweigerd = antwoorden.find(({ status }) => status === 409);
  if (geweigerd === undefined) throw new Error('geen weigering');
  expect(geweigerd.type).toBe('application/problem+json');
  expect(geweigerd.inhoud['detail']).toMatch(/^[A-Z].* .*\.$/);
  return { antwoorden, geweigerd };
}

/** What the other is told when this one came first, and what the journal then holds. */
const NA_WINST = {
  pip: { code: 'PIP_STAAT_VAST', soort: 'pipVastgesteld' },
  intrekking: { code: 'PIP_NIET_OPGESTELD', soort: 'feitIngetrokken' },
} as const;

describe('tegelijk', () => {
  it(`neemt van twee opdrachten die elkaar tegenspreken er precies één aan (${KEER} keer)`, async () => {
    const eerst = { pip: 0, intrekking: 0 };
    await elk(KEER, async (nummer) => {
      const reis = await totPip(1_000 + nummer);
      const { antwoorden, geweigerd } = await tegelijk(reis, [
        { soort: 'stelPipVast', dagtekening: dag(-2) },
        { soort: 'trekFeitIn', feit: 'leerroute', reden: 'De toets wordt overgedaan.' },
      ]);
      const winnaar = geweigerd === antwoorden[0] ? 'intrekking' : 'pip';
      eerst[winnaar] += 1;
      // The refusal is about what the other did, and the file holds the other only.
      const { code, soort: gebeurd } = NA_WINST[winnaar];
      expect(geweigerd.inhoud['code']).toBe(code);
      expect(geweigerd.inhoud['artikel']).toMatchObject({ artikel: '15' });
      const soorten = (await reis.journaal()).map(({ soort }) => soort);
      expect(
        soorten.filter((soort) => soort === 'pipVastgesteld' || soort === 'feitIngetrokken'),
      ).toEqual([gebeurd]);

      const begeleiding = { soort: 'startBegeleiding', gestartOp: dag(-2) };
      const dubbel = await tegelijk(reis, [
        { ...begeleiding, uitvoerder: 'Team vestiging' },
        { ...begeleiding, uitvoerder: 'Wijkteam Noord' },
      ]);
      expect(dubbel.geweigerd.inhoud).toMatchObject({
        code: 'AL_VASTGELEGD',
        artikel: { wet: 'Wet inburgering 2021', artikel: '13' },
      });
      expect(await reis.telInJournaal('begeleidingGestart')).toBe(1);
    });
    process.stderr.write(`eerst: pip ${eerst.pip} keer, intrekking ${eerst.intrekking} keer\n`);
  }, 900_000);

  it('doet dezelfde opdracht, 20 keer tegelijk onder één sleutel, één keer en geeft 20 gelijke antwoorden', async () => {
    const reis = await totPip(2_000);
    const sleutel = randomUUID();
    const antwoorden = await Promise.all(
      Array.from({ length: 20 }, () =>
        chaos.regievoerder.roep('POST', `/trajecten/${reis.trajectId}/opdrachten`, {
          sleutel,
          body: { soort: 'registreerPvt', op: dag(0), uren: 3, vorm: 'les' },
        }),
      ),
    );

    expect(new Set(antwoorden.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(antwoorden.map(({ inhoud }) => JSON.stringify(inhoud))).size).toBe(1);
    const soorten = (await reis.journaal()).map(({ soort }) => soort);
    expect(soorten.filter((soort) => soort === 'pvtGeregistreerd')).toHaveLength(1);
  }, 60_000);

  it(`opent één traject als COA en DUO tegelijk komen (${KEER} keer)`, async () => {
    const trajecten = new Set<string>();
    await elk(KEER, async (nummer) => {
      const wie = await bijDuo(3_000 + nummer);
      // Every other time in the same tick; otherwise somewhere in the time the worker needs.
      const overdracht =
        nummer % 2 === 0
          ? draagOver(wie)
          : rust(randomInt(LANGST_NA_MS)).then(() => draagOver(wie));
      const [overgedragen] = await Promise.all([
        overdracht,
        chaos.simulator.stuur(wie.persoonId, 'SS139'),
      ]);
      expect(overgedragen.status).toBe(201);
      const reis = new ChaosReis(chaos, 3_000 + nummer);
      reis.trajectId = String(overgedragen.inhoud['trajectId']);
      trajecten.add(reis.trajectId);
      // Both came to the same file: the profile of COA and the facts of DUO.
      await reis.inJournaal('plichtGeregistreerd');
      await reis.inJournaal('coaProfielVastgelegd');
    });

    expect(trajecten.size).toBe(KEER);
    await wachtTot('de inbox leeg', async () => {
      const [rij] = await chaos.kijk<{ wacht: number }>(
        "SELECT count(*)::int AS wacht FROM postvak WHERE status <> 'verwerkt'",
      );
      return rij?.wacht === 0;
    });
    const [telling] = await chaos.kijk<{ trajecten: number; personen: number }>(
      'SELECT count(*)::int AS trajecten, count(DISTINCT bsn_hash)::int AS personen FROM traject',
    );
    expect(telling?.trajecten).toBe(telling?.personen);
  }, 600_000);
});
