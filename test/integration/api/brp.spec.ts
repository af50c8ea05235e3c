// Real: the API, the door, PostgreSQL. Fake: tokens, keys in memory; the answer of the BRP is this spec.
import { randomUUID } from 'node:crypto';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  PROFIEL,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let regievoerder: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  regievoerder = new Aanroeper(o, await o.token());
});

afterAll(() => o.stop());

interface Taak {
  readonly id: string;
  readonly soort: string;
}

async function open(): Promise<string> {
  const persoon = { bsn: nieuwBsn() };
  const antwoord = await regievoerder.geef('/coa-overdrachten', { ...PROFIEL, persoon });
  expect(antwoord.status).toBe(201);
  return (antwoord.body as { trajectId: string }).trajectId;
}

/** As the worker brings it: the BRP knows nobody with this number. */
async function kentNiemand(trajectId: string): Promise<void> {
  const uitkomst = await o.dossier.verwerk({
    gemeenteId: GEMEENTE_A.id,
    trajectId,
    opdracht: {
      soort: 'verwerkBrp',
      gevraagdTijdstip: new Date().toISOString(),
      gemeentecode: GEMEENTE_A.code,
      feiten: null,
    },
    opdrachtId: randomUUID(),
    beller: 'brp',
    actor: { soort: 'keten', id: 'BRP' },
  });
  expect(uitkomst.soort).toBe('gedaan');
}

describe('wat de BRP anders zegt', () => {
  it('staat met een voorstel bij de vergelijkingen, en als taak op de lijst', async () => {
    const id = await open();
    await kentNiemand(id);

    const antwoord = await regievoerder.haal(`/trajecten/${id}/reconciliaties`).expect(200);
    expect(antwoord.body).toMatchObject({
      brp: {
        verschillen: [
          {
            veld: 'persoon',
            ons: null,
            brp: null,
            voorstel: 'nummer-controleren',
            uitleg: expect.stringContaining('burgerservicenummer') as unknown,
          },
        ],
        // Nobody switched the BRP on in this installation.
        status: 'uit',
        laatsteTijdstip: null,
        reden: null,
      },
    });
    const taken = await regievoerder.haal(`/taken?trajectId=${id}&status=open`).expect(200);
    const taak = (taken.body as Taak[]).find(({ soort }) => soort === 'brp-verschillen-behandelen');
    expect(taak).toBeDefined();

    const uitkomst = { soort: 'handelBrpVerschillenAf', uitkomst: 'verklaard' };
    await regievoerder.geef(`/taken/${taak!.id}/afronding`, { uitkomst }).expect(200);
    const na = await regievoerder.haal(`/trajecten/${id}/reconciliaties`).expect(200);
    expect(na.body).toMatchObject({ brp: { verschillen: [] } });
  });

  it('kan niet afgehandeld worden als er niets open staat', async () => {
    const id = await open();
    const opdracht = { soort: 'handelBrpVerschillenAf', uitkomst: 'hersteld' };

    const nee = await regievoerder.geef(`/trajecten/${id}/opdrachten`, opdracht).expect(409);
    expect(nee.body).toMatchObject({ code: 'GEEN_VERSCHILLEN' });
  });

  it('kan een mens niet zelf in naam van de BRP vertellen', async () => {
    const id = await open();
    const opdracht = { soort: 'verwerkBrp', feiten: null };

    await regievoerder.geef(`/trajecten/${id}/opdrachten`, opdracht).expect(400);
  });
});
