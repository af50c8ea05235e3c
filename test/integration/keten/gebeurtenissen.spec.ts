// Real: the listener for DUO over HTTP, the API, the door, PostgreSQL with its roles. Fake: tokens
// signed here, keys in memory; a proxy that ended TLS is this spec, and the worker's round too.
import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import type { DataSource } from 'typeorm';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import { DossierSysteem } from '#dossier/systeem.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  openTraject,
  volgende,
  type Antwoord,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';

const DUO = '00000001003214345000';
const VERZONNEN = 'SS777';

let o: Opstelling;
let bron: DataSource;
let systeem: DossierSysteem;
let luisteraar: Luisteraar;

beforeAll(async () => {
  o = await maakOpstelling();
  const urls = await maakGebruikers(o.databaseUrl, { app: 'app-test', systeem: 'systeem-test' });
  bron = await maakSysteemDataSource(urls.systeem).initialize();
  systeem = new DossierSysteem(bron);
  luisteraar = await openNotificatiekant(o, { proxyHeader: 'x-oin' });
});

afterAll(async () => {
  await luisteraar.stop();
  await bron.destroy();
  await o.stop();
});

interface Post {
  id: string;
  gebeurtenisId: string;
  omschrijving: string | null;
  status: string;
  reden: string | null;
  trajectId: string | null;
  maatregel: string | null;
  afgehandeldDoor: string | null;
  afgehandeldTijdstip: string | null;
}

async function lees(pad: string, wie: Parameters<Opstelling['token']>[0] = {}): Promise<Antwoord> {
  return o
    .http()
    .get(pad)
    .set('Authorization', `Bearer ${await o.token(wie)}`);
}

/** Sends it as DUO does, lets the round of the worker pass, and gives the row as the API shows it. */
async function meld(gebeurtenisId: string, bsn: string): Promise<Post> {
  const { statusCode, body } = await request(`http://127.0.0.1:${luisteraar.poort}/notificaties`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-oin': DUO,
      bron: DUO,
      doel: GEMEENTE_A.oin,
      berichtId: randomUUID(),
    },
    body: JSON.stringify({ registratieDatumTijd: '2026-09-07T09:00:00Z', gebeurtenisId, bsn }),
  });
  await body.dump();
  expect(statusCode).toBe(201);
  for (const rij of await systeem.nieuwePost(100)) await o.dossier.koppelPost(rij);
  const antwoord = await lees('/v1/postvak?limit=1');
  expect(antwoord.status).toBe(200);
  expect(antwoord.text).not.toContain(bsn);
  const [post] = antwoord.body as Post[];
  expect(post).toMatchObject({ gebeurtenisId });
  return post!;
}

async function opTeHalen(trajectId: string): Promise<readonly string[]> {
  const plek = { gemeenteId: GEMEENTE_A.id, trajectId, epoche: 1 };
  return (await o.dossier.stuur({ ...plek, workflowTijdstip: '' })).ophalen;
}

async function handelAf(
  id: string,
  maatregel: string,
  { sleutel = nieuweSleutel(), rollen = ['regievoerder'] } = {},
): Promise<Antwoord> {
  return o
    .http()
    .post(`/v1/postvak/${id}/afhandeling`)
    .set('Authorization', `Bearer ${await o.token({ rollen, sub: 'medewerker-7' })}`)
    .set('Idempotency-Key', sleutel)
    .send({ maatregel });
}

const alle = DUO_GEBEURTENISSEN.map((soort) => [soort.id, soort] as const);
const starts = alle.filter(([, { opent }]) => opent);
const andere = alle.filter(([, { opent }]) => !opent);

describe('elke gebeurtenis van DUO', () => {
  it('staat in de tabel: 28 die DUO zendt en 12 signalen', () => {
    expect(alle.filter(([, { live }]) => live)).toHaveLength(28);
    expect(alle.filter(([, { live }]) => !live)).toHaveLength(12);
  });

  it.each(alle)('%s komt bij het open traject en laat haar feiten ophalen', async (id, soort) => {
    const bsn = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    expect(await opTeHalen(trajectId)).toEqual([]);

    const post = await meld(id, bsn);

    expect(post).toMatchObject({
      status: soort.ophalen.length === 0 ? 'verwerkt' : 'gekoppeld',
      trajectId,
      omschrijving: soort.omschrijving,
      reden: null,
    });
    expect([...(await opTeHalen(trajectId))].sort()).toEqual([...soort.ophalen].sort());
  });

  it.each(starts)('%s opent een traject voor wie hier onbekend is', async (id, soort) => {
    const post = await meld(id, nieuwBsn());

    expect(post.status).toBe('gekoppeld');
    expect((await lees(`/v1/trajecten/${post.trajectId!}`)).body).toMatchObject({ status: 'open' });
    expect([...(await opTeHalen(post.trajectId!))].sort()).toEqual([...soort.ophalen].sort());
  });

  it.each(andere)('%s blijft voor wie hier onbekend is zichtbaar liggen', async (id, soort) => {
    expect(await meld(id, nieuwBsn())).toMatchObject({
      status: 'onbekend',
      reden: 'Deze persoon heeft hier geen traject.',
      omschrijving: soort.omschrijving,
      trajectId: null,
    });
  });
});

describe('een gebeurtenis die niet bestaat', () => {
  it('blijft liggen met de reden, ook als de persoon een traject heeft', async () => {
    const bsn = nieuwBsn();
    await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });

    for (const wie of [bsn, nieuwBsn()]) {
      expect(await meld(VERZONNEN, wie)).toMatchObject({
        status: 'onbekend',
        reden: 'Deze gebeurtenis van DUO is niet bekend.',
        omschrijving: null,
        trajectId: null,
      });
    }
  });
});

describe('het postvak', () => {
  it('toont per status, bladzijde na bladzijde, elke melding één keer', async () => {
    for (let i = 0; i < 5; i += 1) await meld('SS131', nieuwBsn());
    const gezien: string[] = [];
    let pad: string | undefined = '/v1/postvak?status=onbekend&limit=2';
    while (pad !== undefined) {
      const antwoord: Antwoord = await lees(pad, { rollen: ['auditor'] });
      const rijen = antwoord.body as Post[];
      expect(rijen.every(({ status }) => status === 'onbekend')).toBe(true);
      gezien.push(...rijen.map(({ id }) => id));
      pad = volgende(antwoord);
    }

    expect(gezien.length).toBeGreaterThanOrEqual(5);
    expect(new Set(gezien).size).toBe(gezien.length);
    expect((await lees('/v1/postvak?status=weg')).status).toBe(400);
    expect((await lees('/v1/postvak?cursor=onzin')).status).toBe(400);
  });

  it('wordt door een mens afgehandeld: één keer, en met wie, wanneer en wat', async () => {
    const { id } = await meld('SS131', nieuwBsn());
    const sleutel = nieuweSleutel();

    const eerste = await handelAf(id, 'nagevraagd-bij-duo', { sleutel });
    const herhaald = await handelAf(id, 'nagevraagd-bij-duo', { sleutel });

    expect(eerste.status).toBe(200);
    expect(eerste.body).toMatchObject({
      id,
      status: 'afgehandeld',
      maatregel: 'nagevraagd-bij-duo',
      afgehandeldDoor: 'medewerker-7',
      afgehandeldTijdstip: expect.stringMatching(/^\d{4}-/) as string,
    });
    expect(herhaald.body).toEqual(eerste.body);
    expect((await handelAf(id, 'niet-van-ons', { sleutel })).body).toMatchObject({
      code: 'SLEUTEL_HERGEBRUIKT',
    });
    expect((await handelAf(id, 'niet-van-ons')).body).toMatchObject({ code: 'MELDING_NIET_OPEN' });
    expect((await lees('/v1/postvak?limit=1')).body).toEqual([eerste.body]);
  });

  it('laat van tien tegelijk er één afhandelen', async () => {
    const { id } = await meld('SS131', nieuwBsn());

    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, () => handelAf(id, 'geen-actie-nodig')),
    );

    expect(antwoorden.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });

  it('laat alleen afhandelen wat op een mens wacht, door wie dat mag, met een bekende maatregel', async () => {
    const bsn = nieuwBsn();
    await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    const gekoppeld = await meld('SS131', bsn);
    const wachtend = await meld('SS131', nieuwBsn());

    expect((await handelAf(gekoppeld.id, 'niet-van-ons')).status).toBe(409);
    expect((await handelAf(wachtend.id, 'Gebeld met mevrouw')).status).toBe(400);
    expect((await handelAf(wachtend.id, 'niet-van-ons', { rollen: ['auditor'] })).status).toBe(403);
    expect((await handelAf(randomUUID(), 'niet-van-ons')).status).toBe(404);
    expect((await handelAf(wachtend.id, 'niet-van-ons', { rollen: ['coordinator'] })).status).toBe(
      200,
    );
  });
});
