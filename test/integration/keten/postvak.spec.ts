// Real: the listener for DUO over HTTP, the API, the door, PostgreSQL with its roles. Fake: tokens
// signed here, keys in memory; a proxy that ended TLS is this spec, and the worker's round too.
import { randomUUID } from 'node:crypto';
import { inGemeente } from '#database/transactie.js';
import {
  GEMEENTE_A,
  nieuwBsn,
  nieuweSleutel,
  openTraject,
  volgende,
  type Antwoord,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { maakPostkant, type Post, type Postkant, type Taak } from './postkant.js';

let kant: Postkant;
let o: Opstelling;

beforeAll(async () => {
  kant = await maakPostkant();
  o = kant.o;
});

afterAll(() => kant.stop());

describe('een signaal van DUO waarbij een mens moet kijken', () => {
  const adviestaken = async (trajectId: string): Promise<Taak[]> =>
    (await kant.alleTaken(`trajectId=${trajectId}`)).filter(
      ({ soort }) => soort === 'advies-ontheffing-geven',
    );

  it('geeft onder vijf berichtIds één taak, die met haar uitkomst af is', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    for (let i = 0; i < 5; i += 1) {
      expect(await kant.meld('SS140', bsn)).toMatchObject({ status: 'verwerkt', trajectId });
    }
    const [taak, ...meer] = await adviestaken(trajectId);
    expect(meer).toEqual([]);
    expect(taak).toMatchObject({ onderwerp: 'SS140', rol: 'regievoerder' });

    const uitkomst = {
      soort: 'bekijkSignaal',
      gebeurtenisId: 'SS140',
      uitkomst: 'geen-actie-nodig',
    };
    const af = await o
      .http()
      .post(`/v1/taken/${taak!.id}/afronding`)
      .set('Authorization', `Bearer ${await o.token({ rollen: ['regievoerder'] })}`)
      .set('Idempotency-Key', nieuweSleutel())
      .send({ uitkomst });
    expect(af.status).toBe(200);
    await kant.meld('SS140', bsn);
    expect(await adviestaken(trajectId)).toEqual([]);
  });

  it('dat er eerder was dan het traject, komt er alsnog bij', async () => {
    const bsn = nieuwBsn();
    const { id, status } = await kant.meld('SS140', bsn);
    expect(status).toBe('onbekend');
    const { trajectId } = await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    await kant.koppel();

    expect(await adviestaken(trajectId)).toHaveLength(1);
    expect((await kant.alleTaken('')).map((taak) => taak.id)).not.toContain(id);
  });

  it('staat er ook één keer als het koppelen halverwege afbrak', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    const { id } = await kant.meld('SS142', bsn);
    const soorten = async () =>
      (
        (await kant.lees(`/v1/trajecten/${trajectId}/journaal?limit=100`)).body as {
          soort: string;
        }[]
      )
        .map(({ soort }) => soort)
        .filter((soort) => soort === 'duoSignaalOntvangen');
    expect(await soorten()).toHaveLength(1);

    // As it is when the journal was written and the row was not.
    await inGemeente(o.dataSource, GEMEENTE_A.id, (manager) =>
      manager.query("UPDATE postvak SET status = 'nieuw', traject_id = NULL WHERE id = $1", [id]),
    );
    await kant.koppel();

    expect(await soorten()).toHaveLength(1);
    expect((await kant.lees('/v1/postvak?limit=1')).body).toMatchObject([
      { id, status: 'verwerkt' },
    ]);
  });
});

describe('meldingen tussen de taken', () => {
  it('staan met kleine bladzijden elk één keer tussen de taken zonder laatste dag', async () => {
    const posten = [];
    for (let i = 0; i < 5; i += 1) posten.push((await kant.meld('SS131', nieuwBsn())).id);

    const ineens = await kant.alleTaken('');
    expect(await kant.alleTaken('', 3)).toEqual(ineens);
    expect(ineens.map(({ id }) => id)).toEqual(expect.arrayContaining(posten));
    const dagen = ineens.map(({ uiterlijkOp }) => uiterlijkOp ?? '9999-12-31');
    expect(dagen).toEqual([...dagen].sort());
  });

  it('zijn geen taak van een coördinator, een behandelaar of een traject, en nooit te laat', async () => {
    const { id } = await kant.meld('SS131', nieuwBsn());
    const filters = ['rol=coordinator', 'behandelaar=a1b2c3', 'teLaat=true', 'status=afgerond'];
    for (const filter of [...filters, 'soort=pip-vaststellen']) {
      expect((await kant.alleTaken(filter)).map((taak) => taak.id)).not.toContain(id);
    }
    expect(
      (await kant.alleTaken('rol=regievoerder&teLaat=false')).map((taak) => taak.id),
    ).toContain(id);
  });

  it('worden niet met een opdracht afgerond, maar in het postvak', async () => {
    const { id } = await kant.meld('SS131', nieuwBsn());
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
    for (let i = 0; i < 5; i += 1) await kant.meld('SS131', nieuwBsn());
    const gezien: string[] = [];
    let pad: string | undefined = '/v1/postvak?status=onbekend&limit=2';
    while (pad !== undefined) {
      const antwoord: Antwoord = await kant.lees(pad, { rollen: ['auditor'] });
      const rijen = antwoord.body as Post[];
      expect(rijen.every(({ status }) => status === 'onbekend')).toBe(true);
      gezien.push(...rijen.map(({ id }) => id));
      pad = volgende(antwoord);
    }

    expect(gezien.length).toBeGreaterThanOrEqual(5);
    expect(new Set(gezien).size).toBe(gezien.length);
    expect((await kant.lees('/v1/postvak?status=weg')).status).toBe(400);
    expect((await kant.lees('/v1/postvak?cursor=onzin')).status).toBe(400);
  });

  it('wordt door een mens afgehandeld: één keer, en met wie, wanneer en wat', async () => {
    const { id } = await kant.meld('SS131', nieuwBsn());
    const sleutel = nieuweSleutel();

    const eerste = await kant.handelAf(id, 'nagevraagd-bij-duo', { sleutel });
    const herhaald = await kant.handelAf(id, 'nagevraagd-bij-duo', { sleutel });

    expect(eerste.status).toBe(200);
    expect(eerste.body).toMatchObject({
      id,
      status: 'afgehandeld',
      maatregel: 'nagevraagd-bij-duo',
      afgehandeldDoor: 'medewerker-7',
      afgehandeldTijdstip: expect.stringMatching(/^\d{4}-/) as string,
    });
    expect(herhaald.body).toEqual(eerste.body);
    expect((await kant.handelAf(id, 'niet-van-ons', { sleutel })).body).toMatchObject({
      code: 'SLEUTEL_HERGEBRUIKT',
    });
    expect((await kant.handelAf(id, 'niet-van-ons')).body).toMatchObject({
      code: 'MELDING_NIET_OPEN',
    });
    expect((await kant.lees('/v1/postvak?limit=1')).body).toEqual([eerste.body]);
  });

  it('laat van tien tegelijk er één afhandelen', async () => {
    const { id } = await kant.meld('SS131', nieuwBsn());

    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, () => kant.handelAf(id, 'geen-actie-nodig')),
    );

    expect(antwoorden.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });

  it('laat alleen afhandelen wat op een mens wacht, door wie dat mag, met een bekende maatregel', async () => {
    const bsn = nieuwBsn();
    await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    const gekoppeld = await kant.meld('SS131', bsn);
    const wachtend = await kant.meld('SS131', nieuwBsn());

    expect((await kant.handelAf(gekoppeld.id, 'niet-van-ons')).status).toBe(409);
    expect((await kant.handelAf(wachtend.id, 'Gebeld met mevrouw')).status).toBe(400);
    expect((await kant.handelAf(wachtend.id, 'niet-van-ons', { rollen: ['auditor'] })).status).toBe(
      403,
    );
    expect((await kant.handelAf(randomUUID(), 'niet-van-ons')).status).toBe(404);
    expect(
      (await kant.handelAf(wachtend.id, 'niet-van-ons', { rollen: ['coordinator'] })).status,
    ).toBe(200);
  });
});
