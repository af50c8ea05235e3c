// Real: the listener for DUO, the door, PostgreSQL. Fake: the line with its certificate (notificaties.spec.ts of the
// contract has the real one), the key store. DUO's description has no body for a 400: what was wrong is in our log.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Express } from 'express';
import supertest from 'supertest';
import { maakNotificatiesApp } from '#apps/api/src/notificaties/notificaties.app.js';
import { maakLogger } from '#observability/logger.js';
import { GEMEENTE_A, maakOpstelling, type Opstelling } from './opstelling.js';

const DUO = '00000001003214345000';
const GOED = {
  koppen: { bron: DUO, doel: GEMEENTE_A.oin, berichtId: randomUUID() },
  inhoud: {
    registratieDatumTijd: '2026-09-07T09:00:00Z',
    gebeurtenisId: 'SS139',
    bsn: '999993653',
    vNummer: 1234567890,
  },
};

/** By field: what is put there, instead of what is right. */
const GEVALLEN: readonly [veld: string, fout: unknown][] = [
  ['bron', undefined],
  ['bron', '123'],
  ['doel', undefined],
  ['doel', 'GM9001'],
  ['berichtId', undefined],
  ['berichtId', '12'],
  ['registratieDatumTijd', undefined],
  ['registratieDatumTijd', '2026-02-30T09:00:00Z'],
  ['registratieDatumTijd', 20260907],
  ['gebeurtenisId', undefined],
  ['gebeurtenisId', 'ss139'],
  ['gebeurtenisId', { $gt: '' }],
  ['bsn', '123456789'],
  ['bsn', 999993653],
  ['vNummer', '1234567890'],
  ['vNummer', -1],
  ['vNummer', 1e300],
];

let o: Opstelling;
let app: Express;
const regels: string[] = [];

beforeAll(async () => {
  o = await maakOpstelling();
  const bestemming = { write: (regel: string) => void regels.push(regel) };
  app = maakNotificatiesApp(
    {
      dataSource: o.dataSource,
      dossier: o.dossier,
      logger: maakLogger({ dienst: 'api', niveau: 'info', bestemming }),
    },
    { afzender: () => DUO, tussenpartijen: [] },
  );
});

afterAll(async () => {
  await o.stop();
});

function meld(anders: Record<string, unknown> = {}): supertest.Test {
  const met = (goed: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(goed)
        .map(
          ([naam, waarde]) => [naam, naam in anders ? anders[naam] : (waarde as unknown)] as const,
        )
        .filter(([, waarde]) => waarde !== undefined),
    );
  return supertest(app)
    .post('/notificaties')
    .set(met(GOED.koppen) as Record<string, string>)
    .send(met(GOED.inhoud));
}

describe('slechte notificaties', () => {
  it('hebben bij elke kop en elk veld van de beschrijving een geval', () => {
    const bestand = join(resolve(__dirname, '..', '..', '..'), 'docs', 'openapi-notificaties.json');
    const { paths, components } = JSON.parse(readFileSync(bestand, 'utf8')) as {
      paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
      components: { schemas: { Notificatie: { properties: Record<string, unknown> } } };
    };
    expect(Object.entries(paths).map(([pad, een]) => [pad, Object.keys(een)])).toEqual([
      ['/notificaties', ['post']],
    ]);
    const koppen = paths['/notificaties']!['post']!.parameters.map(({ name }) => name);
    const velden = Object.keys(components.schemas.Notificatie.properties);
    expect([...new Set(GEVALLEN.map(([veld]) => veld))].sort()).toEqual(
      [...koppen, ...velden].sort(),
    );
  });

  it('zijn verder goed', async () => {
    expect((await meld()).status).toBe(201);
  });

  it.each(GEVALLEN)('worden geweigerd om %s: %j', async (veld, fout) => {
    regels.length = 0;
    const antwoord = await meld({ [veld]: fout });

    expect([antwoord.status, antwoord.text]).toEqual([400, '']);
    const redenen = regels.map((regel) => (JSON.parse(regel) as { reden?: string }).reden ?? '');
    expect(redenen).toEqual([expect.stringContaining(veld)]);
    if (typeof fout === 'string') expect(redenen.join()).not.toContain(fout);
  });
});
