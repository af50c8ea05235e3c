// Real: the API, the door, PostgreSQL, our client of DUO over mTLS, the simulator, setting up a gemeente. Fake:
// certificates, tokens, keys in memory, the clock by which settings are read anew; no Temporal, which
// test/workflow/portaal.spec.ts has.
import pg from 'pg';
import { maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { GEMEENTE_A, nieuwBsn } from '#test/integration/api/opstelling.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import type { BerichtApi } from '#domain/berichten/soorten.js';
import { LEVEN_MS } from '#dossier/omgeving.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';

let keten: Keten;
beforeAll(async () => {
  keten = await maakKeten();
});
afterAll(() => keten.stop());

const echteKlok = performance.now.bind(performance);
let verzetMs = 0;

/** As `npm run inrichten` does, and then as long as it takes before every process reads the settings anew. */
async function zetUit(...duoApisUit: readonly BerichtApi[]): Promise<void> {
  await zaaiGemeente(keten.o.databaseUrl, { ...GEMEENTE_A, duoApisUit });
  // In force from the day on which the rehearsals begin, not only from the day on which this runs.
  const eigenaar = new pg.Client({ connectionString: keten.o.databaseUrl });
  await eigenaar.connect();
  await eigenaar.query("SELECT set_config('app.gemeente', $1, false)", [GEMEENTE_A.id]);
  await eigenaar.query("UPDATE instellingen SET vanaf = '2022-01-01'");
  await eigenaar.end();
  verzetMs += LEVEN_MS;
  jest.spyOn(performance, 'now').mockImplementation(() => echteKlok() + verzetMs);
}
afterEach(() => zetUit());

interface Dossier {
  readonly trajectId: string;
  readonly persoonId: string;
  readonly bsn: string;
}

/** A journey with a PIP that may be decided. */
async function totPip(): Promise<Dossier> {
  const bsn = nieuwBsn();
  const persoonId = await maakPersoon(keten.sim, {
    bsn,
    vNummer: undefined,
    gemeenteOin: GEMEENTE_A.oin,
    gemeentecode: GEMEENTE_A.code,
  });
  const trajectId = await openProef(keten, bsn, '2026-05-04T08:00:00Z', 'DUO');
  const bij = { trajectId, persoonId, bsn };
  await gebeurt(keten, persoonId, 'SS101');
  await keten.drijf(trajectId, '2026-05-05T09:00:00.000Z');
  await geef(bij, {
    soort: 'nodigUitVoorIntake',
    opgeroepenOp: '2026-05-04',
    afspraakOp: '2026-05-05',
  });
  await geef(bij, {
    soort: 'legIntakeVast',
    afgenomenOp: '2026-05-05',
    gewezenOpGesprekAlleen: true,
    taalniveau: 'A1',
  });
  await gebeurt(keten, persoonId, 'SS131');
  await keten.drijf(trajectId, '2026-05-11T09:00:00.000Z');
  await geef(bij, {
    soort: 'kiesLeerroute',
    gekozenOp: '2026-05-11',
    leerroute: 'B',
    niveau: 'B1',
    motivering: 'Haalbaar.',
  });
  await geef(bij, {
    soort: 'stelPipOp',
    opgesteldOp: '2026-05-11',
    ondersteuning: 'Geen.',
    pvtIntensiteit: '12 uur',
    mapIntensiteit: '40 uur',
    alfabetisering: 'NVT',
  });
  return bij;
}

async function geef({ trajectId }: Dossier, opdracht: object): Promise<void> {
  const antwoord = await keten.geef(trajectId, opdracht);
  if (antwoord.status !== 200) throw new Error(antwoord.text);
}

const stelPipVast = { soort: 'stelPipVast', dagtekening: '2026-05-11' };
const drijf = ({ trajectId }: Dossier, op = '2026-05-12') =>
  keten.drijf(trajectId, `${op}T09:00:00.000Z`);

async function portaaltaken({ trajectId }: Dossier) {
  const { taken } = await keten.lees<{ taken: { id: string; soort: string; onderwerp: string }[] }>(
    `/trajecten/${trajectId}`,
  );
  return taken.filter(({ soort }) => soort === 'in-portaal-melden');
}

const berichten = ({ trajectId }: Dossier) =>
  keten.lees<{ meldingId: string; soort: string; status: string }[]>(
    `/trajecten/${trajectId}/berichten`,
  );

/** What the simulator was sent about this person that changes something. */
async function bijDuo({ persoonId }: Dossier): Promise<string[]> {
  const { body } = await keten.sim.beheer('GET', `/berichten?persoon=${persoonId}`);
  return (body as unknown as { api: string; methode: string }[])
    .filter(({ methode }) => methode !== 'GET')
    .map(({ api, methode }) => `${methode} ${api}`);
}

/** What the gemeente has in the database. */
function vraagDatabase<T>(vraag: string, waarden: readonly unknown[] = []): Promise<T[]> {
  return keten.o.dataSource.transaction(async (manager) => {
    await manager.query("SELECT set_config('app.gemeente', $1, true)", [GEMEENTE_A.id]);
    return manager.query<T[]>(vraag, [...waarden]);
  });
}

const inDatabase = ({ trajectId }: Dossier) =>
  vraagDatabase<object>(
    'SELECT soort, status, poging FROM bericht WHERE traject_id = $1 ORDER BY nr',
    [trajectId],
  );

const CONTACT = {
  soort: 'wijsContactpersoonAan',
  naam: 'Contact Voorbeeld',
  email: 'inburgering@gemeente.example',
  telefoonnummer: '030-1234567',
};

describe('een API van DUO die voor de gemeente uit staat', () => {
  it('stuurt DUO niets en vraagt een mens het in het portaal te doen, met dag en bewijs', async () => {
    const bij = await totPip();
    await zetUit('pip');
    await geef(bij, stelPipVast);
    await drijf(bij);
    expect(await bijDuo(bij)).toEqual([]);
    expect(await inDatabase(bij)).toEqual([
      { soort: 'PIP_AANLEVEREN', status: 'handmatig-te-doen', poging: 0 },
    ]);
    const [taak, ...meer] = await portaaltaken(bij);
    expect(meer).toEqual([]);

    const meldingId = taak?.onderwerp;
    const klaar = { soort: 'meldHandmatigGedaan', meldingId, bewijs: 'Bevestiging 12.' };
    const later = await keten.geef(bij.trajectId, { ...klaar, gedaanOp: '2026-06-30' });
    expect(later.body).toMatchObject({ status: 409, code: 'DATUM_IN_TOEKOMST' });
    const zonder = await keten.geef(bij.trajectId, {
      ...klaar,
      gedaanOp: '2026-05-12',
      bewijs: '',
    });
    expect(zonder.body).toMatchObject({ status: 400, fouten: [{ veld: 'bewijs' }] });
    await geef(bij, { ...klaar, gedaanOp: '2026-05-12' });
    expect(await portaaltaken(bij)).toEqual([]);
    expect(await berichten(bij)).toMatchObject([
      { meldingId, status: 'handmatig', gedaanOp: '2026-05-12', bewijs: 'Bevestiging 12.' },
    ]);
    await drijf(bij, '2026-05-13');
    expect(await bijDuo(bij)).toEqual([]);
    const { mijlpalen } = await keten.lees<{ mijlpalen: { naam: string }[] }>(
      `/trajecten/${bij.trajectId}`,
    );
    expect(mijlpalen.map(({ naam }) => naam)).toContain('pipBezorgd');
  });

  it('krijgt het bericht na het aanzetten, als iemand het aanbiedt', async () => {
    const bij = await totPip();
    await zetUit('pip');
    await geef(bij, stelPipVast);
    const [taak] = await portaaltaken(bij);
    const bied = { soort: 'biedOpnieuwAan', meldingId: taak?.onderwerp };
    const nee = await keten.geef(bij.trajectId, bied);
    expect(nee.body).toMatchObject({ status: 409, code: 'DUO_API_UIT' });
    await zetUit();
    await geef(bij, bied);
    await drijf(bij);
    expect(await bijDuo(bij)).toEqual(['POST PIP']);
    expect(await inDatabase(bij)).toEqual([
      { soort: 'PIP_AANLEVEREN', status: 'bezorgd', poging: 1 },
    ]);
  });

  it('krijgt ook niet meer wat bij het uitzetten nog onderweg was, tot iemand het weer aanbiedt', async () => {
    const bij = await totPip();
    await geef(bij, stelPipVast);
    const bied = { soort: 'biedOpnieuwAan', meldingId: (await berichten(bij))[0]?.meldingId };
    for (const _keer of [1, 2]) {
      await zetUit('pip');
      await drijf(bij);
      expect(await bijDuo(bij)).toEqual([]);
      expect(await portaaltaken(bij)).toHaveLength(1);
      await zetUit();
      await geef(bij, bied);
    }
    await drijf(bij);
    expect(await bijDuo(bij)).toEqual(['POST PIP']);
  });

  it('maakt van de instellingen alleen een nieuwe versie als er iets verandert', async () => {
    const versies = async () =>
      (
        await vraagDatabase<{ gegevens: { versie: number; duoApisUit?: string[] } }>(
          'SELECT gegevens FROM instellingen ORDER BY versie',
        )
      ).map(({ gegevens }) => gegevens);
    const voor = (await versies()).length;
    await zetUit('pip', 'contactpersoon');
    await zetUit('contactpersoon', 'pip');
    const na = await versies();
    expect(na).toHaveLength(voor + 1);
    expect(na.at(-1)).toMatchObject({ versie: voor + 1, duoApisUit: ['contactpersoon', 'pip'] });
    await zaaiGemeente(keten.o.databaseUrl, GEMEENTE_A);
    expect(await versies()).toHaveLength(voor + 1);
  });
});

describe('wat DUO moet weten en waarvoor het geen API heeft', () => {
  it('blijft een taak tot iemand het in het portaal deed', async () => {
    const bij = await totPip();
    const boete = { soort: 'legPortaalmeldingVast', melding: 'BOETE', op: '2026-05-08' };
    expect((await keten.geef(bij.trajectId, boete)).body).toMatchObject({
      status: 409,
      code: 'BEDRAG_HOORT_BIJ_BOETE',
    });
    await geef(bij, { ...boete, bedragEuro: 250, toelichting: 'Tweede oproep gemist.' });
    await drijf(bij);
    expect(await bijDuo(bij)).toEqual([]);
    const [taak] = await portaaltaken(bij);
    await geef(bij, {
      soort: 'meldHandmatigGedaan',
      meldingId: taak?.onderwerp,
      gedaanOp: '2026-05-12',
      bewijs: 'Ingevoerd.',
    });
    expect(await portaaltaken(bij)).toEqual([]);
    expect(await berichten(bij)).toMatchObject([{ soort: 'BOETE', status: 'handmatig' }]);
  });
});

describe('de contactpersoon', () => {
  const bijDuoGekoppeld = async ({ persoonId }: Dossier) => {
    const { body } = await keten.sim.beheer('GET', `/personen/${persoonId}`);
    return body['contactpersoonId'];
  };

  it('is bij DUO bekend en gekoppeld, en weer los na intrekken', async () => {
    const bij = await totPip();
    await geef(bij, CONTACT);
    await drijf(bij);
    const nummer = await bijDuoGekoppeld(bij);
    expect(nummer).toEqual(expect.any(Number));
    const journaal = await keten.lees<{ gebeurtenis: object }[]>(
      `/trajecten/${bij.trajectId}/journaal?limit=100`,
    );
    expect(journaal.map(({ gebeurtenis }) => gebeurtenis)).toContainEqual({
      soort: 'contactpersoonBijDuo',
      contactpersoonId: nummer,
    });
    const { soort: _soort, ...gegevens } = CONTACT;
    const traject = await keten.lees<{ contactpersoon: object }>(`/trajecten/${bij.trajectId}`);
    expect(traject.contactpersoon).toEqual({ ...gegevens, contactpersoonId: nummer });
    await geef(bij, { soort: 'trekFeitIn', feit: 'contactpersoon', reden: 'Uit dienst.' });
    await drijf(bij, '2026-05-13');
    expect(await bijDuoGekoppeld(bij)).toBeNull();
  });

  it('staat nergens leesbaar in de database', async () => {
    const bij = await totPip();
    await geef(bij, CONTACT);
    await drijf(bij);
    for (const tabel of ['journaal', 'traject', 'bericht', 'opdracht', 'taak']) {
      const sleutel = tabel === 'traject' ? 'id' : 'traject_id';
      const rijen = await vraagDatabase<{ rij: string }>(
        `SELECT t::text AS rij FROM ${tabel} t WHERE ${sleutel} = $1`,
        [bij.trajectId],
      );
      expect(rijen.length).toBeGreaterThan(0);
      const alles = rijen.map(({ rij }) => rij).join();
      for (const deel of ['Contact Voorbeeld', 'gemeente.example']) {
        expect(alles).not.toContain(deel);
        // As a column of bytes is written.
        expect(alles).not.toContain(Buffer.from(deel).toString('hex'));
      }
    }
  });

  it('is er een die DUO niet zou aannemen, dan hoort de medewerker dat eerst van ons', async () => {
    const bij = await totPip();
    const nee = await keten.geef(bij.trajectId, { ...CONTACT, naam: 'Regisseur 7' });
    expect(nee.body).toMatchObject({ status: 409, code: 'CONTACTPERSOON_NAAM' });
    expect(await bijDuo(bij)).toEqual([]);
  });
});

describe('feiten opnieuw naar DUO', () => {
  it('herstelt een verschil dat bij de vergelijking bleek', async () => {
    const bij = await totPip();
    await geef(bij, stelPipVast);
    await drijf(bij);
    await geef(bij, {
      soort: 'registreerCursusuren',
      totEnMet: '2026-05-12',
      urenNt2: 30,
      urenKnm: 2,
    });
    await drijf(bij, '2026-05-13');
    const uren = `/personen/${bij.bsn}/uren`;
    const als = { bron: GEMEENTE_A.oin };
    await keten.sim.duo('PUT', `${uren}/participatietaalles`, { uren: 5 }, als);
    await geef(bij, { soort: 'stuurOpnieuw', onderwerp: 'uren', reden: 'DUO heeft 5 uur.' });
    await drijf(bij, '2026-05-14');
    const { body } = await keten.sim.duo('GET', uren, undefined, als);
    expect(JSON.stringify(body)).toContain('"uren":32');
    const weer = await keten.geef(bij.trajectId, {
      soort: 'stuurOpnieuw',
      onderwerp: 'map',
      reden: 'Voor de zekerheid.',
    });
    expect(weer.body).toMatchObject({ status: 409, code: 'NIETS_TE_STUREN' });
  });
});

describe('uren participatie', () => {
  it('staan bij DUO als totaal naast de cursusuren, ook als ze later worden verbeterd', async () => {
    const bij = await totPip();
    await geef(bij, stelPipVast);
    await drijf(bij);
    const participatie = {
      soort: 'registreerOverigeUren',
      vorm: 'taallessen-brede-intake',
      totEnMet: '2026-05-12',
    };
    await geef(bij, { ...participatie, uren: 8 });
    await drijf(bij, '2026-05-13');
    await geef(bij, { ...participatie, uren: 7.5 });
    await drijf(bij, '2026-05-14');
    const als = { bron: GEMEENTE_A.oin };
    const { body } = await keten.sim.duo('GET', `/personen/${bij.bsn}/uren`, undefined, als);
    expect(body).toMatchObject([{ TaallesEnKnmBredeIntake: { uren: 7 } }]);
  });
});
