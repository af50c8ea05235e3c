// Real: PostgreSQL, the api with its guards and filters over HTTP, the app that takes in notifications, the door. Fake:
// tokens are signed here, the keys lie in memory, and nobody is Temporal.
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { EntityManager } from 'typeorm';
import { maakNotificatiesApp } from '#apps/api/src/notificaties/notificaties.app.js';
import { Rondreizen } from '#tools/bench/rondreizen.js';
import {
  Aanroeper,
  GEMEENTE_A,
  GEMEENTE_B,
  maakOpstelling,
  openTraject,
  PROFIEL,
  type Opstelling,
} from '../api/opstelling.js';
import { BEGROTING, overschrijdingen } from './begroting.js';

const TRAJECTEN = 12;
const DUO = '00000001003214345000';

let opstelling: Opstelling;
let een: Aanroeper;
let twee: Aanroeper;
let trajecten: Awaited<ReturnType<typeof openTraject>>[];
let volgendVNummer = 4_000_000_000;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  een = new Aanroeper(opstelling, await opstelling.token());
  const beide = { gemeenten: [GEMEENTE_A, GEMEENTE_B].map(({ code }) => `GM${code}`) };
  twee = new Aanroeper(opstelling, await opstelling.token(beide));
  trajecten = [];
  for (let nr = 0; nr < TRAJECTEN; nr += 1) trajecten.push(await openTraject(opstelling));
});

afterAll(() => opstelling.stop());

const traject = (nr: number): (typeof trajecten)[number] => trajecten[nr]!;

function afronding(nr: number): supertest.Test {
  const taak = traject(nr).geopendeTaken.find(({ soort }) => soort === 'scenario-kiezen');
  return een.geef(`/taken/${taak?.id ?? ''}/afronding`, {
    uitkomst: { soort: 'kiesScenario', scenario: 'snelle-start' },
  });
}

function overdracht(): supertest.Test {
  volgendVNummer += 1;
  const persoon = { vNummer: String(volgendVNummer), naam: 'Testpersoon Twee' };
  return een.geef('/coa-overdrachten', { ...PROFIEL, persoon });
}

function melding(vNummer: number): supertest.Test {
  const app = maakNotificatiesApp(
    { ...opstelling, logger: { warn: () => undefined, error: () => undefined } as never },
    { afzender: () => DUO, tussenpartijen: [] },
  );
  return supertest(app)
    .post('/notificaties')
    .set({ bron: DUO, doel: GEMEENTE_A.oin, berichtId: randomUUID() })
    .send({ registratieDatumTijd: '2026-06-22T09:00:00Z', gebeurtenisId: 'SS103', vNummer });
}

const pad = (nr: number): string => `/trajecten/${traject(nr).trajectId}`;

/** Each is asked twice, of another journey: the first time fills the caches that every process has. */
const VRAGEN: Readonly<Record<string, (nr: number) => PromiseLike<{ status: number }>>> = {
  'GET /trajecten': () => een.haal('/trajecten?limit=100&status=open&teLaat=true'),
  'GET /trajecten, twee gemeenten': () => twee.haal('/trajecten?limit=100&status=open'),
  'GET /taken': () => een.haal('/taken?limit=100&rol=regievoerder'),
  'GET /taken, twee gemeenten': () => twee.haal('/taken?limit=100'),
  'GET /trajecten/{id}': (nr) => een.haal(pad(nr)),
  'GET /trajecten/{id}/termijnen': (nr) => een.haal(`${pad(nr)}/termijnen`),
  'GET /trajecten/{id}/journaal': (nr) => een.haal(`${pad(nr)}/journaal?limit=100`),
  'POST /taken/{id}/afronding': afronding,
  'POST /trajecten/{id}/opdrachten': (nr) =>
    een.geef(`${pad(nr)}/opdrachten`, {
      soort: 'rondDriegesprekAf',
      vorm: 'telefonisch',
      gevoerdOp: '2026-06-16',
    }),
  'POST /coa-overdrachten': overdracht,
  'POST /notificaties, iemand met een traject': () => melding(volgendVNummer),
  'POST /notificaties, iemand zonder traject': (nr) => melding(5_000_000_000 + nr),
  'de drijver leest, en er is nieuws': (nr) =>
    opstelling.dossier
      .stuur({
        gemeenteId: GEMEENTE_A.id,
        trajectId: traject(nr).trajectId,
        epoche: 1,
        workflowTijdstip: new Date().toISOString(),
      })
      .then(() => ({ status: 200 })),
};

interface Gemeten {
  readonly rondreizen: Record<string, number>;
  readonly statements: Record<string, number>;
}

async function meet(namen = Object.keys(VRAGEN)): Promise<Gemeten> {
  const gemeten: Gemeten = { rondreizen: {}, statements: {} };
  for (const naam of namen) {
    for (const nr of [0, 1]) {
      const rondreizen = new Rondreizen();
      try {
        const { status } = (await VRAGEN[naam]?.(nr)) ?? { status: 0 };
        expect([naam, Math.floor(status / 100)]).toEqual([naam, 2]);
        gemeten.rondreizen[naam] = rondreizen.aantal;
        gemeten.statements[naam] = rondreizen.vragen;
      } finally {
        rondreizen.stop();
      }
    }
  }
  return gemeten;
}

describe('de begroting van rondreizen', () => {
  it('is voor elke vraag genoeg, en voor geen vraag te ruim', async () => {
    const { rondreizen, statements } = await meet();
    expect(overschrijdingen(rondreizen, BEGROTING.rondreizenPerVraag)).toEqual([]);
    expect(overschrijdingen(statements, BEGROTING.statementsPerVraag)).toEqual([]);
    expect(rondreizen).toEqual(BEGROTING.rondreizenPerVraag);
    expect(statements).toEqual(BEGROTING.statementsPerVraag);
  });

  it('meldt een lijst die per rij nog een vraag stelt', async () => {
    const prototype = EntityManager.prototype;
    const eigen = prototype.query;
    const perRij = jest.spyOn(prototype, 'query').mockImplementation(async function (
      this: EntityManager,
      ...delen: Parameters<typeof eigen>
    ) {
      const rijen = (await eigen.apply(this, delen)) as unknown[];
      for (const _rij of rijen) await eigen.call(this, 'SELECT 1');
      return rijen;
    } as typeof eigen);
    try {
      const { rondreizen } = await meet(['GET /trajecten', 'GET /taken']);
      expect(overschrijdingen(rondreizen, BEGROTING.rondreizenPerVraag)).toEqual([
        expect.stringMatching(/^GET \/trajecten: /),
        expect.stringMatching(/^GET \/taken: /),
      ]);
    } finally {
      perRij.mockRestore();
    }
  });

  it('meldt een vraag waarover niets is afgesproken', () => {
    expect(overschrijdingen({ 'GET /nieuw': 3 }, BEGROTING.rondreizenPerVraag)).toEqual([
      'GET /nieuw: 3, en er is niets over afgesproken',
    ]);
  });
});
