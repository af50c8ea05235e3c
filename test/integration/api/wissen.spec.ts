// Real: the API, the door, PostgreSQL. Fake: tokens, keys in memory; no Temporal, so the keys wait for the worker.
import { randomUUID } from 'node:crypto';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  PROFIEL,
  type Opstelling,
} from './opstelling.js';

const WIS = { soort: 'meldTenOnrechteOntvangen', reden: 'verkeerde-persoon', onherroepelijk: true };

let o: Opstelling;
let coordinator: Aanroeper;
let regievoerder: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  coordinator = new Aanroeper(o, await o.token({ rollen: ['coordinator'], sub: 'coordinator-1' }));
  regievoerder = new Aanroeper(o, await o.token());
});

afterAll(() => o.stop());

async function open(): Promise<{ id: string; bsn: string }> {
  const bsn = nieuwBsn();
  const antwoord = await regievoerder.geef('/coa-overdrachten', { ...PROFIEL, persoon: { bsn } });
  expect(antwoord.status).toBe(201);
  return { id: (antwoord.body as { trajectId: string }).trajectId, bsn };
}

describe('een traject wissen', () => {
  it('doet de coördinator, en daarna is elk adres ervan weg, met uitleg', async () => {
    const { id, bsn } = await open();
    const voor = await regievoerder.haal(`/coa-overdrachten?trajectId=${id}`).expect(200);
    const overdracht = (voor.body as { id: string }[])[0]!.id;
    await regievoerder.haal(`/coa-overdrachten/${overdracht}`).expect(200);

    const antwoord = await coordinator.geef(`/trajecten/${id}/opdrachten`, WIS).expect(200);
    expect(antwoord.body).toMatchObject({ geopendeTaken: [] });
    expect((antwoord.body as { geslotenTaken: unknown[] }).geslotenTaken).not.toEqual([]);

    const overdrachten = await regievoerder.haal('/coa-overdrachten?limit=100').expect(200);
    expect(overdrachten.text).not.toContain(id);
    await regievoerder.haal(`/coa-overdrachten/${overdracht}`).expect(404);
    const delen = ['', '/journaal', '/termijnen', '/berichten', '/wachtop', '/reconciliaties'];
    for (const deel of [...delen, '/coa-profiel']) {
      const weg = await coordinator.haal(`/trajecten/${id}${deel}`);
      expect([deel, weg.status]).toEqual([deel, 410]);
      expect(weg.headers['content-type']).toContain('application/problem+json');
      expect(weg.body).toEqual({
        type: 'about:blank',
        title: 'Dit is gewist',
        status: 410,
        detail: 'Dit traject was ten onrechte ontvangen en is gewist.',
        code: 'GEWIST',
      });
    }
    await coordinator.geef(`/trajecten/${id}/opdrachten`, WIS).expect(410);
    await regievoerder.geef(`/trajecten/${id}/reconciliaties`, {}).expect(410);
    const gevonden = await regievoerder.geef('/trajecten/_zoek', { bsn }).expect(200);
    expect(JSON.stringify(gevonden.body)).not.toContain(id);
    for (const pad of ['/trajecten?limit=100', '/taken?limit=100', `/taken?trajectId=${id}`]) {
      expect((await coordinator.haal(pad).expect(200)).text).not.toContain(id);
    }
  });

  it('zegt een andere gemeente alleen dat het er niet is', async () => {
    const { id } = await open();
    await coordinator.geef(`/trajecten/${id}/opdrachten`, WIS).expect(200);
    const ander = new Aanroeper(
      o,
      await o.token({ rollen: ['coordinator'], gemeenten: ['GM9002'] }),
    );

    await ander.haal(`/trajecten/${id}`).expect(404);
  });

  it('kan de regievoerder niet, en niemand zonder bevestiging of met een eigen reden', async () => {
    const { id } = await open();
    const naar = `/trajecten/${id}/opdrachten`;

    await regievoerder.geef(naar, WIS).expect(403);
    const zonder = await coordinator.geef(naar, { ...WIS, onherroepelijk: false }).expect(409);
    expect(zonder.body).toMatchObject({ code: 'WISSEN_NIET_BEVESTIGD', veld: 'onherroepelijk' });
    const eigen = await coordinator.geef(naar, { ...WIS, reden: 'hoort hier niet' }).expect(400);
    expect(eigen.body).toMatchObject({ fouten: [{ veld: 'reden' }] });
    await coordinator.haal(`/trajecten/${id}`).expect(200);
  });

  it('laat een grafsteen na: wie, wanneer en waarom, en van wie niets', async () => {
    const { id, bsn } = await open();
    await coordinator.geef(`/trajecten/${id}/opdrachten`, WIS).expect(200);

    const lijst = await coordinator.haal('/wissingen?limit=100').expect(200);
    expect(lijst.body).toContainEqual({
      trajectId: id,
      gemeente: 'GM9001',
      reden: 'verkeerde-persoon',
      gevraagdDoor: 'coordinator-1',
      gevraagdTijdstip: expect.any(String) as unknown,
      gewistTijdstip: null,
    });
    expect(lijst.text).not.toContain(bsn);
    await regievoerder.haal('/wissingen').expect(403);
  });
});

describe('een melding wissen', () => {
  async function melding(bsn: string): Promise<string> {
    const berichtId = randomUUID();
    await o.dossier.ontvangNotificatie({
      gemeenteId: GEMEENTE_A.id,
      bron: '00000001003214345000',
      berichtId,
      gebeurtenisId: 'SS999',
      registratieTijdstip: '2026-03-02T08:00:00.000Z',
      bsn,
      inhoudHash: berichtId,
    });
    const lijst = await regievoerder.haal('/postvak?status=onbekend&limit=1').expect(200);
    return (lijst.body as { id: string }[])[0]!.id;
  }

  it('doet wie haar afhandelt als ten onrechte ontvangen; dat zij kwam blijft staan', async () => {
    const id = await melding(nieuwBsn());
    const body = { maatregel: 'ten-onrechte-ontvangen' };

    const antwoord = await regievoerder.geef(`/postvak/${id}/afhandeling`, body, 'wis-melding-1');
    expect(antwoord.status).toBe(200);
    expect(antwoord.body).toMatchObject({
      status: 'gewist',
      gebeurtenisId: 'SS999',
      maatregel: 'ten-onrechte-ontvangen',
      afgehandeldDoor: 'a1b2',
    });
    const weer = await regievoerder.geef(`/postvak/${id}/afhandeling`, body, 'wis-melding-1');
    expect(weer.body).toEqual(antwoord.body);
    const gewist = await regievoerder.haal('/postvak?status=gewist').expect(200);
    expect(gewist.body).toContainEqual(antwoord.body);
  });

  it('houdt de inhoud bij elke andere maatregel', async () => {
    const id = await melding(nieuwBsn());

    const body = { maatregel: 'niet-van-ons' };
    const antwoord = await regievoerder.geef(`/postvak/${id}/afhandeling`, body).expect(200);
    expect(antwoord.body).toMatchObject({ status: 'afgehandeld' });
  });
});
