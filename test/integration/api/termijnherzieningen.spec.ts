// Real: the API over HTTP, PostgreSQL, the door, the recalculation. Fake: tokens signed here, keys in memory, no
// Temporal; this spec asks for the pages that a workflow would ask for.
import { randomBytes } from 'node:crypto';
import { Herzieningen } from '#dossier/herziening/herzieningen.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuweSleutel,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

const VOORSTEL = {
  soort: 'gelijkgestelde-dagen',
  dagen: [{ datum: '2029-05-11', staatscourant: '2028, 12345' }],
  volledigeJaren: [2029],
};

let opstelling: Opstelling;
let herzieningen: Herzieningen;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  herzieningen = new Herzieningen({
    dataSource: opstelling.dataSource,
    sleutels: new SleutelsInGeheugen(),
    zoeksleutels: new Zoeksleutels(randomBytes(32)),
  });
});

afterAll(async () => {
  await opstelling.stop();
});

const BEHEER = ['functioneel-beheerder'];

async function roep(
  methode: 'get' | 'post',
  pad: string,
  wie: { sub: string; rollen?: string[]; gemeenten?: string[] },
  body?: object,
  sleutel = nieuweSleutel(),
): Promise<Antwoord> {
  const token = await opstelling.token({ rollen: BEHEER, ...wie });
  const vraag = opstelling
    .http()
    [methode](`/v1/termijnherzieningen${pad}`)
    .set('Authorization', `Bearer ${token}`)
    .set('Idempotency-Key', sleutel);
  return body === undefined ? vraag : vraag.send(body);
}

const idVan = (antwoord: Antwoord): string => (antwoord.body as { id: string }).id;

async function beproefd(): Promise<string> {
  const { id } = (await roep('post', '', { sub: 'een' }, VOORSTEL)).body as { id: string };
  for (;;) {
    const blad = await herzieningen.doeBlad(
      { gemeenteId: GEMEENTE_A.id, herzieningId: id },
      () => undefined,
    );
    if (blad.soort === 'klaar') return id;
  }
}

describe('POST /v1/termijnherzieningen', () => {
  it('neemt een voorstel aan, en hetzelfde nog eens als hetzelfde', async () => {
    const sleutel = nieuweSleutel();
    const eerste = await roep('post', '', { sub: 'een' }, VOORSTEL, sleutel);
    const tweede = await roep('post', '', { sub: 'een' }, VOORSTEL, sleutel);
    const anders = await roep('post', '', { sub: 'een' }, { ...VOORSTEL, metProef: true }, sleutel);

    expect(eerste.status).toBe(202);
    expect(eerste.body).toMatchObject({ status: 'proef', voorgesteldDoor: 'een' });
    expect(eerste.headers['location']).toBe(`/v1/termijnherzieningen/${idVan(eerste)}`);
    expect(idVan(tweede)).toBe(idVan(eerste));
    expect(anders.status).toBe(409);
    expect(anders.body).toMatchObject({ code: 'SLEUTEL_HERGEBRUIKT' });
  });

  it('is alleen voor de functioneel beheerder', async () => {
    const antwoord = await roep('post', '', { sub: 'een', rollen: ['regievoerder'] }, VOORSTEL);
    expect(antwoord.status).toBe(403);
  });

  it.each([
    ['dagen', { soort: 'gelijkgestelde-dagen' }],
    ['dagen', { soort: 'gelijkgestelde-dagen', dagen: 'nee' }],
    ['dagen.0', { soort: 'gelijkgestelde-dagen', dagen: [7] }],
    ['dagen.0.datum', { ...VOORSTEL, dagen: [{ datum: '2029-02-30', staatscourant: '1' }] }],
    ['dagen.0.staatscourant', { ...VOORSTEL, dagen: [{ datum: '2029-05-11' }] }],
    ['volledigeJaren', { ...VOORSTEL, volledigeJaren: ['2029'] }],
    ['regels', { soort: 'regel' }],
    [
      'regels.0.eenheid',
      {
        soort: 'regel',
        regels: [{ code: 'X', aantal: 1, eenheid: 'eeuwen', geldigVanaf: '2027-01-01' }],
      },
    ],
    ['soort', {}],
    ['extra', { ...VOORSTEL, extra: 1 }],
  ])('noemt het veld %s dat niet klopt', async (veld, body) => {
    const antwoord = await roep('post', '', { sub: 'een' }, body);
    expect(antwoord.status).toBe(400);
    const { fouten } = antwoord.body as { fouten: { veld: string }[] };
    expect(fouten.map((fout) => fout.veld)).toContain(veld);
  });

  it('weigert een dag die al niet telt', async () => {
    const dagen = [{ datum: '2029-04-27', staatscourant: '2028, 1' }];
    const antwoord = await roep('post', '', { sub: 'een' }, { ...VOORSTEL, dagen });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body).toMatchObject({ code: 'DAG_TELT_AL_NIET' });
  });
});

describe('een beproefd voorstel', () => {
  it('past een ander toe dan wie het voorstelde, met pauze en hervatting', async () => {
    const id = await beproefd();
    expect((await roep('get', `/${id}`, { sub: 'een' })).body).toMatchObject({
      status: 'voorgesteld',
      tellingen: { mislukt: 0, toepassing: null },
    });
    const zelf = await roep('post', `/${id}/toepassing`, { sub: 'een' });
    expect(zelf.status).toBe(409);
    expect(zelf.body).toMatchObject({ code: 'TWEEDE_PERSOON_NODIG' });
    const teVroeg = await roep('post', `/${id}/pauze`, { sub: 'twee' });
    expect(teVroeg.body).toMatchObject({ code: 'LOOPT_NIET' });

    const ander = await roep('post', `/${id}/toepassing`, { sub: 'twee' });
    expect(ander.status).toBe(202);
    expect(ander.body).toMatchObject({ status: 'loopt', toegepastDoor: 'twee', kalenderVersie: 2 });
    expect((await roep('post', `/${id}/toepassing`, { sub: 'twee' })).status).toBe(202);
    expect((await roep('post', `/${id}/pauze`, { sub: 'een' })).body).toMatchObject({
      status: 'gepauzeerd',
    });
    expect((await roep('post', `/${id}/hervatting`, { sub: 'een' })).body).toMatchObject({
      status: 'loopt',
    });
    expect((await roep('get', `/${id}/datums`, { sub: 'een' })).body).toEqual([]);
  });

  it('breekt af, ook na een pauze, voorgoed', async () => {
    const id = await beproefd();
    await roep('post', `/${id}/toepassing`, { sub: 'twee' });
    await roep('post', `/${id}/pauze`, { sub: 'twee' });
    const afgebroken = await roep('post', `/${id}/afbreking`, { sub: 'een' });
    expect(afgebroken.status).toBe(200);
    expect(afgebroken.body).toMatchObject({ status: 'afgebroken', tellingen: { toepassing: {} } });
    expect((await roep('post', `/${id}/afbreking`, { sub: 'een' })).status).toBe(200);
    for (const pad of ['hervatting', 'pauze', 'toepassing']) {
      const antwoord = await roep('post', `/${id}/${pad}`, { sub: 'drie' });
      expect([pad, antwoord.status]).toEqual([pad, 409]);
    }
    const bekeken = { sub: 'een', rollen: ['coordinator'] };
    expect((await roep('post', `/${id}/afbreking`, bekeken)).status).toBe(403);
  });

  it('is er niet voor een andere gemeente', async () => {
    const id = await beproefd();
    const elders = { sub: 'drie', gemeenten: ['GM9002'] };
    expect((await roep('get', `/${id}`, elders)).status).toBe(404);
    expect((await roep('get', `/${id}/datums`, elders)).status).toBe(404);
    expect((await roep('post', `/${id}/toepassing`, elders)).status).toBe(404);
    expect((await roep('post', `/${id}/afbreking`, elders)).status).toBe(404);
    expect((await roep('get', '', elders)).body).toEqual([]);
    const lijst = (await roep('get', '', { sub: 'een' })).body as { id: string }[];
    expect(lijst.map((een) => een.id)).toContain(id);
  });
});
