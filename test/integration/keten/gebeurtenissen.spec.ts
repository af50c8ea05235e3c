// Real: the listener for DUO over HTTP, the API, the door, PostgreSQL with its roles. Fake: tokens
// signed here, keys in memory; a proxy that ended TLS is this spec, and the worker's round too.
import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import type { DataSource } from 'typeorm';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { DUO_GEBEURTENISSEN, type DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
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

/** DUO's answer of a source, as a fetch gives it to the journey: an asielstatushouder, plichtig since a fortnight. */
function feiten(bron: DuoBron, gevraagdTijdstip: string, metPip: boolean): Opdracht {
  const dag = plusDagen(gevraagdTijdstip.slice(0, 10) as IsoDatum, -14);
  switch (bron) {
    case 'plicht':
      return {
        soort: 'verwerkPlicht',
        gevraagdTijdstip,
        feiten: {
          plichtig: true,
          beginOp: dag,
          eindeOp: null,
          kennisgevingOp: dag,
          redenGeenPlicht: null,
        },
      };
    case 'doelgroep':
      return {
        soort: 'verwerkDoelgroep',
        gevraagdTijdstip,
        feiten: { indeling: 'Asielstatushouder', gedetailleerd: null },
      };
    case 'termijn':
      return {
        soort: 'verwerkTermijn',
        gevraagdTijdstip,
        termijn: { startOp: dag, eindeOp: plusDagen(dag, 1095) },
      };
    case 'examens':
      return { soort: 'verwerkExamens', gevraagdTijdstip, resultaten: [] };
    default:
      return {
        soort: 'verwerkKetenfeit',
        bron,
        gevraagdTijdstip,
        feiten:
          bron === 'pip' && metPip
            ? JSON.stringify({ pip: { dagtekeningPip: dag, leerroute: 'B' } })
            : 'null',
      };
  }
}

/** What the worker does with the sources a notification waits for. */
async function haal(trajectId: string, metPip: boolean): Promise<void> {
  const plek = { gemeenteId: GEMEENTE_A.id, trajectId, epoche: 1 };
  const vraag = { ...plek, workflowTijdstip: '' };
  for (const bron of (await o.dossier.stuur(vraag)).ophalen) {
    const begin = await o.dossier.beginOphalen(vraag);
    if (begin.soort !== 'begonnen') throw new Error(begin.soort);
    const { gevraagdTijdstip } = begin;
    const opdracht = feiten(bron, gevraagdTijdstip, metPip);
    const gedaan = await o.dossier.verwerkFeiten({ ...vraag, bron, gevraagdTijdstip, opdracht });
    expect(gedaan.soort).toBe('gedaan');
  }
}

interface Taak {
  readonly id: string;
  readonly soort: string;
  readonly uiterlijkOp: string | null;
}

/** Page after page; a task is never shown twice. */
async function alleTaken(vraag: string, limiet = 50): Promise<Taak[]> {
  const gezien: Taak[] = [];
  let pad: string | undefined = `/v1/taken?limit=${limiet}&${vraag}`;
  while (pad !== undefined) {
    const antwoord: Antwoord = await lees(pad);
    expect(antwoord.status).toBe(200);
    gezien.push(...(antwoord.body as Taak[]));
    pad = volgende(antwoord);
  }
  expect(new Set(gezien.map(({ id }) => id)).size).toBe(gezien.length);
  return gezien;
}

const alle = DUO_GEBEURTENISSEN.map((soort) => [soort.id, soort] as const);
/** With which a journey begins that DUO opened; with a PIP of another gemeente its termijn runs already. */
const EERSTE_TAKEN = ['intake-uitnodigen', 'lbt-aanmelden'];
const MET_PIP: Readonly<Record<string, readonly string[]>> = {
  SS121: [...EERSTE_TAKEN, 'map-afronden', 'pvt-afronden'],
  SS130: [...EERSTE_TAKEN, 'map-afronden', 'pvt-afronden'],
};

/** It is in the list of tasks with why and how, and gone from it once a person dealt with it. */
async function isTaak({ id, gebeurtenisId, reden }: Post): Promise<void> {
  const pad = `/v1/postvak/${id}/afhandeling`;
  const taak = { soort: 'postvak-beoordelen', rol: 'regievoerder', afrondenBij: pad };
  const inLijst = { ...taak, id, trajectId: null, status: 'open', onderwerp: gebeurtenisId };
  expect(await alleTaken('')).toContainEqual(expect.objectContaining(inLijst));
  expect(await alleTaken('soort=postvak-beoordelen')).toContainEqual(
    expect.objectContaining(inLijst),
  );
  expect((await lees(`/v1/taken/${id}`)).body).toMatchObject({ ...inLijst, reden });
  expect((await handelAf(id, 'nagevraagd-bij-duo')).status).toBe(200);
  expect((await alleTaken('')).map((een) => een.id)).not.toContain(id);
  expect((await lees(`/v1/taken/${id}`)).status).toBe(404);
}

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

    await haal(post.trajectId!, id in MET_PIP);
    expect(await opTeHalen(post.trajectId!)).toEqual([]);
    expect(
      (await alleTaken(`trajectId=${post.trajectId!}`)).map((taak) => taak.soort).sort(),
    ).toEqual(MET_PIP[id] ?? EERSTE_TAKEN);
  });

  it.each(andere)('%s blijft voor wie hier onbekend is zichtbaar liggen', async (id, soort) => {
    const post = await meld(id, nieuwBsn());

    expect(post).toMatchObject({
      status: 'onbekend',
      reden: 'Deze persoon heeft hier geen traject.',
      omschrijving: soort.omschrijving,
      trajectId: null,
    });
    await isTaak(post);
  });
});

describe('een gebeurtenis die niet bestaat', () => {
  it('blijft liggen met de reden, ook als de persoon een traject heeft', async () => {
    const bsn = nieuwBsn();
    await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });

    for (const wie of [bsn, nieuwBsn()]) {
      const post = await meld(VERZONNEN, wie);

      expect(post).toMatchObject({
        status: 'onbekend',
        reden: 'Deze gebeurtenis van DUO is niet bekend.',
        omschrijving: null,
        trajectId: null,
      });
      await isTaak(post);
    }
  });
});

describe('meldingen tussen de taken', () => {
  it('staan met kleine bladzijden elk één keer tussen de taken zonder laatste dag', async () => {
    const posten = [];
    for (let i = 0; i < 5; i += 1) posten.push((await meld('SS131', nieuwBsn())).id);

    const ineens = await alleTaken('');
    expect(await alleTaken('', 3)).toEqual(ineens);
    expect(ineens.map(({ id }) => id)).toEqual(expect.arrayContaining(posten));
    const dagen = ineens.map(({ uiterlijkOp }) => uiterlijkOp ?? '9999-12-31');
    expect(dagen).toEqual([...dagen].sort());
  });

  it('zijn geen taak van een coördinator, een behandelaar of een traject, en nooit te laat', async () => {
    const { id } = await meld('SS131', nieuwBsn());
    const filters = ['rol=coordinator', 'behandelaar=a1b2c3', 'teLaat=true', 'status=afgerond'];
    for (const filter of [...filters, 'soort=pip-vaststellen']) {
      expect((await alleTaken(filter)).map((taak) => taak.id)).not.toContain(id);
    }
    expect((await alleTaken('rol=regievoerder&teLaat=false')).map((taak) => taak.id)).toContain(id);
  });

  it('worden niet met een opdracht afgerond, maar in het postvak', async () => {
    const { id } = await meld('SS131', nieuwBsn());
    const antwoord = await o
      .http()
      .post(`/v1/taken/${id}/afronding`)
      .set('Authorization', `Bearer ${await o.token({ rollen: ['coordinator'] })}`)
      .set('Idempotency-Key', nieuweSleutel())
      .send({ uitkomst: { soort: 'heropenTraject', reden: 'Past toch.' } });
    expect(antwoord.status).toBe(409);
    expect(antwoord.body).toMatchObject({ code: 'TAAK_HOORT_BIJ_POSTVAK' });
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
