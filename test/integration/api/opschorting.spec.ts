// Real: the API, the door, PostgreSQL with its roles, signed tokens. Fake: Temporal, the key store. The journeys run
// on the real clock: every date hangs on today.
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { berekenTermijn } from '#domain/termijnen/bereken.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuweSleutel,
  openTraject,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let token: string;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token();
});

afterAll(async () => {
  await o.stop();
});

interface Termijn {
  sleutel: string;
  code: string;
  status: string;
  uiterlijkOp: IsoDatum;
  geescaleerd: boolean;
  opgeschort: boolean;
  uitleg: { tekst: string }[];
  oorzaken: string[];
  opschortingen: { id: string; versie: number; geldt: boolean; vastgelegdDoor: object }[];
  verlengingen: { id: string; versie: number; geldt: boolean; oordeel: string }[];
  vergelijking: object | null;
}

const haal = (pad: string) => o.http().get(`/v1${pad}`).set('Authorization', `Bearer ${token}`);
const post = (pad: string, body: object) =>
  o
    .http()
    .post(`/v1${pad}`)
    .set('Authorization', `Bearer ${token}`)
    .set('Idempotency-Key', nieuweSleutel())
    .send(body);
const geef = (id: string, opdracht: object) => post(`/trajecten/${id}/opdrachten`, opdracht);
const reken = (id: string, ...opdrachten: object[]) =>
  post(`/trajecten/${id}/doorrekeningen`, { opdrachten });

async function termijnen(id: string): Promise<Termijn[]> {
  return (await haal(`/trajecten/${id}/termijnen`).expect(200)).body as Termijn[];
}

async function termijn(id: string, code: string): Promise<Termijn> {
  const gevonden = (await termijnen(id)).find((een) => een.code === code);
  if (gevonden === undefined) throw new Error(`Geen termijn ${code}.`);
  return gevonden;
}

async function vandaagVan(id: string): Promise<IsoDatum> {
  const antwoord = await haal(`/trajecten/${id}`).expect(200);
  return (antwoord.body as { vandaag: IsoDatum }).vandaag;
}

/** DUO told of the plicht so many days ago. */
async function meldPlicht(id: string, dagenGeleden: number): Promise<void> {
  const kennisgevingOp = plusDagen(await vandaagVan(id), -dagenGeleden);
  const uitkomst = await o.dossier.verwerk({
    gemeenteId: GEMEENTE_A.id,
    trajectId: id,
    opdrachtId: nieuweSleutel(),
    beller: 'proef',
    actor: { soort: 'keten', id: 'DUO' },
    opdracht: {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: new Date().toISOString(),
      feiten: {
        plichtig: true,
        beginOp: kennisgevingOp,
        eindeOp: null,
        kennisgevingOp,
        redenGeenPlicht: null,
      },
    },
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
}

async function metAanvraag(
  dagenGeleden: number,
): Promise<{ id: string; vandaag: IsoDatum; sleutel: string }> {
  const { trajectId: id } = await openTraject(o);
  const vandaag = await vandaagVan(id);
  const ontvangenOp = plusDagen(vandaag, -dagenGeleden);
  await geef(id, { soort: 'legAanvraagVast', onderwerp: 'Andere lesplaats.', ontvangenOp }).expect(
    200,
  );
  return { id, vandaag, sleutel: (await termijn(id, 'AANVRAAG_BESLISSEN')).sleutel };
}

/** The last day that the engine gives for these facts. */
function einde(termijncode: string, feiten: Record<string, unknown>): IsoDatum {
  const uitkomst = berekenTermijn(
    { termijn: termijncode, feiten },
    { kalender: STANDAARD_KALENDER },
  );
  if (!uitkomst.ok || uitkomst.antwoord.uiterlijkOp === null) throw new Error('Geen einde.');
  return uitkomst.antwoord.uiterlijkOp;
}

describe('een termijn opschorten', () => {
  it('verschuift de laatste dag met precies de vastgelegde dagen, neemt de escalatie terug en noemt de opschorting', async () => {
    const { id, vandaag, sleutel } = await metAanvraag(80);
    expect(await termijn(id, 'AANVRAAG_BESLISSEN')).toMatchObject({ geescaleerd: false });
    // Any opdracht lets time pass first.
    await geef(id, { soort: 'kiesScenario', scenario: 'na-verhuizing' }).expect(200);
    expect(await termijn(id, 'AANVRAAG_BESLISSEN')).toMatchObject({ geescaleerd: true });
    const taken = async () =>
      (await haal(`/taken?trajectId=${id}`).expect(200)).body as { soort: string }[];
    expect((await taken()).map(({ soort }) => soort)).toContain('escalatie-behandelen');

    const [van, tot] = [plusDagen(vandaag, -60), plusDagen(vandaag, -19)];
    const grond = 'De aanvrager stemde in met uitstel.';
    await geef(id, { soort: 'schortTermijnOp', termijn: sleutel, van, tot, grond }).expect(200);

    const na = await termijn(id, 'AANVRAAG_BESLISSEN');
    // As late as if the aanvraag had come those 42 days later: the Termijnenwet moves the end only after that.
    expect(na).toMatchObject({
      status: 'loopt',
      geescaleerd: false,
      uiterlijkOp: einde('AANVRAAG_BESLISSEN', { ontvangenOp: plusDagen(vandaag, -80 + 42) }),
    });
    expect(JSON.stringify(na.uitleg)).toContain('42 dagen erbij');
    expect(na.oorzaken).toHaveLength(1);
    expect(na.oorzaken[0]).toContain(grond);
    expect((await taken()).map(({ soort }) => soort)).not.toContain('escalatie-behandelen');
  });

  it('toont na correctie en intrekking de regels die vervielen, wie ze vastlegde en waarom, en de eerste dag', async () => {
    const { id, vandaag, sleutel } = await metAanvraag(10);
    const eerst = (await termijn(id, 'AANVRAAG_BESLISSEN')).uiterlijkOp;
    const vraag = {
      soort: 'vraagAanvulling',
      termijn: sleutel,
      uitnodigingOp: plusDagen(vandaag, -9),
      hersteltermijnTot: plusDagen(vandaag, 5),
      grond: 'Een kopie van het diploma ontbreekt.',
    };
    await geef(id, vraag).expect(200);
    const opschorting = (await termijn(id, 'AANVRAAG_BESLISSEN')).opschortingen[0]?.id ?? '';
    const compleet = { compleetOp: vandaag, vervangt: opschorting, reden: 'Alles is binnen.' };
    await geef(id, { ...vraag, ...compleet }).expect(200);
    expect((await termijn(id, 'AANVRAAG_BESLISSEN')).uiterlijkOp > eerst).toBe(true);
    await geef(id, { soort: 'trekOpschortingIn', opschorting, reden: 'Verkeerd dossier.' }).expect(
      200,
    );

    const na = await termijn(id, 'AANVRAAG_BESLISSEN');
    expect(na.uiterlijkOp).toBe(eerst);
    expect(na.opschortingen).toMatchObject([
      { versie: 1, geldt: false, ingetrokken: false, soort: 'aanvulling', reden: null },
      { versie: 2, geldt: false, reden: 'Alles is binnen.', inhoud: { compleetOp: vandaag } },
      { versie: 3, geldt: false, ingetrokken: true, reden: 'Verkeerd dossier.' },
    ]);
    expect(na.opschortingen[0]?.vastgelegdDoor).toEqual({ soort: 'medewerker', id: 'a1b2' });
  });

  it('laat zien dat de termijn stilstaat zolang geen einde bekend is', async () => {
    const { id, vandaag, sleutel } = await metAanvraag(10);
    const stil = { soort: 'schortTermijnOp', termijn: sleutel, van: vandaag, grond: 'overmacht' };
    await geef(id, stil).expect(200);
    expect(await termijn(id, 'AANVRAAG_BESLISSEN')).toMatchObject({
      opgeschort: true,
      dagenOver: null,
    });
  });

  it('weigert een opschorting van de tien weken met de reden en het artikel, en geeft wel twee weken na informatie van een derde', async () => {
    const { trajectId: id } = await openTraject(o);
    const vandaag = await vandaagVan(id);
    await geef(id, { soort: 'legBrpInschrijvingVast', ingeschrevenOp: plusDagen(vandaag, -80) });
    await meldPlicht(id, 80);
    const geweigerd = await geef(id, {
      soort: 'schortTermijnOp',
      termijn: 'PIP_VASTSTELLEN',
      van: vandaag,
      grond: 'ziekte',
    }).expect(409);
    expect(geweigerd.headers['content-type']).toContain('application/problem+json');
    expect(geweigerd.body).toMatchObject({
      code: 'SCHORSING_ONBEKEND_BIJ_TERMIJN',
      veld: 'termijn',
      artikel: { wet: 'Besluit inburgering 2021', artikel: '5.3 lid 1' },
      detail: expect.stringContaining('derde') as string,
    });

    expect(await termijn(id, 'PIP_VASTSTELLEN')).toMatchObject({ geescaleerd: true });
    await geef(id, {
      soort: 'wachtOpInformatie',
      derde: 'DUO',
      gevraagd: 'De uitslag van de leerbaarheidstoets.',
      gevraagdOp: plusDagen(vandaag, -40),
      ontvangenOp: plusDagen(vandaag, -1),
    }).expect(200);
    const na = await termijn(id, 'PIP_VASTSTELLEN');
    expect(na).toMatchObject({
      geescaleerd: false,
      uiterlijkOp: einde('PIP_NA_INFORMATIE_DERDEN', { ontvangenOp: plusDagen(vandaag, -1) }),
      bron: { artikel: '5.3 lid 2' },
    });
  });
});

describe('doorrekenen', () => {
  it('noemt wat een correctie zou verplaatsen en waarom, legt niets vast, en krijgt daarna gelijk', async () => {
    const { trajectId: id } = await openTraject(o);
    const vandaag = await vandaagVan(id);
    await geef(id, { soort: 'legBrpInschrijvingVast', ingeschrevenOp: plusDagen(vandaag, -30) });
    await meldPlicht(id, 60);
    const { uiterlijkOp: oud } = await termijn(id, 'PIP_VASTSTELLEN');
    const correctie = {
      soort: 'corrigeerFeit',
      feit: 'brpInschrijving',
      reden: 'De BRP noemt een eerdere dag.',
      opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: plusDagen(vandaag, -37) },
    };

    const proef = await reken(id, correctie).expect(200);
    const { termijnen: lijst } = proef.body as {
      termijnen: { sleutel: string; nieuw: string; oorzaken: string[] }[];
    };
    const pip = lijst.find(({ sleutel }) => sleutel === 'PIP_VASTSTELLEN');
    expect(pip).toMatchObject({ uitkomst: 'verplaatst', oud });
    expect(pip?.oorzaken[0]).toMatch(/^De dag van inschrijving in de BRP was /);
    expect((await termijn(id, 'PIP_VASTSTELLEN')).uiterlijkOp).toBe(oud);

    await geef(id, correctie).expect(200);
    const na = await termijn(id, 'PIP_VASTSTELLEN');
    expect(na.uiterlijkOp).toBe(pip?.nieuw);
    expect(na.oorzaken).toEqual(pip?.oorzaken);
    // One move, not a withdrawal and a new start.
    const journaal = await haal(`/trajecten/${id}/journaal?limit=100`).expect(200);
    const soorten = (journaal.body as { soort: string }[]).map(({ soort }) => soort);
    expect(soorten).not.toContain('termijnIngetrokken');
    expect(soorten.filter((soort) => soort === 'termijnVerplaatst')).toHaveLength(1);
  });

  it('geeft dezelfde weigering als de opdracht zelf, en noemt het veld van slechte invoer', async () => {
    const { id, sleutel } = await metAanvraag(5);
    const fout = { soort: 'schortTermijnOp', termijn: sleutel, van: '2199-01-01', grond: 'x' };
    const [echt, proef] = [await geef(id, fout).expect(409), await reken(id, fout).expect(409)];
    expect(proef.body).toEqual(echt.body);
    const slecht = await reken(id, { soort: 'trekFeitIn', feit: 'niets', reden: 'x' }).expect(400);
    expect(JSON.stringify(slecht.body)).toContain('opdrachten[0].feit');
    await reken(id).expect(400);
    await post(`/trajecten/${id}/doorrekeningen`, { opdrachten: [], meer: 1 }).expect(400);
  });

  it('bestaat niet voor een traject van een andere gemeente', async () => {
    const { id } = await metAanvraag(5);
    const ander = await o.token({ gemeenten: ['GM9002'] });
    await o
      .http()
      .post(`/v1/trajecten/${id}/doorrekeningen`)
      .set('Authorization', `Bearer ${ander}`)
      .send({ opdrachten: [{ soort: 'trekFeitIn', feit: 'scenario', reden: 'x' }] })
      .expect(404);
  });
});
