// Real: the API, the door, PostgreSQL, our client of DUO over mTLS, the simulator, the rounds of the worker. Fake:
// certificates, tokens, keys in memory; no Temporal.
import { GEMEENTE_A, nieuwBsn, nieuweSleutel } from '#test/integration/api/opstelling.js';
import { maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';

let keten: Keten;
beforeAll(async () => {
  keten = await maakKeten();
});
afterAll(() => keten.stop());

interface Vergelijkingen {
  readonly verschillen: readonly object[];
  readonly nietVergelijkbaar: readonly string[];
  readonly reconciliaties: readonly { readonly id: string; readonly status: string }[];
}

interface Dossier {
  readonly trajectId: string;
  readonly persoonId: string;
  readonly bsn: string;
}

/** A journey up to a running termijn with the signed PVT and hours, told to DUO; nothing differs. */
async function dossier(): Promise<Dossier> {
  const bsn = nieuwBsn();
  const persoonId = await maakPersoon(keten.sim, {
    bsn,
    vNummer: undefined,
    gemeenteOin: GEMEENTE_A.oin,
    gemeentecode: GEMEENTE_A.code,
  });
  const trajectId = await openProef(keten, bsn, '2026-05-04T08:00:00Z', 'DUO');
  const drijf = (op: string) => keten.drijf(trajectId, `${op}T09:00:00.000Z`);
  const geef = async (opdracht: object) => {
    const antwoord = await keten.geef(trajectId, opdracht);
    if (antwoord.status !== 200) throw new Error(antwoord.text);
  };
  await gebeurt(keten, persoonId, 'SS101');
  await drijf('2026-05-05');
  await geef({
    soort: 'nodigUitVoorIntake',
    opgeroepenOp: '2026-05-04',
    afspraakOp: '2026-05-05',
  });
  await geef({
    soort: 'legIntakeVast',
    afgenomenOp: '2026-05-05',
    gewezenOpGesprekAlleen: true,
    taalniveau: 'A1',
  });
  await gebeurt(keten, persoonId, 'SS131');
  await drijf('2026-05-11');
  await geef({
    soort: 'kiesLeerroute',
    gekozenOp: '2026-05-11',
    leerroute: 'B',
    niveau: 'B1',
    motivering: 'Haalbaar.',
  });
  await geef({
    soort: 'stelPipOp',
    opgesteldOp: '2026-05-11',
    ondersteuning: 'Geen.',
    pvtIntensiteit: '12 uur',
    mapIntensiteit: '40 uur',
    alfabetisering: 'NVT',
  });
  await geef({ soort: 'stelPipVast', dagtekening: '2026-05-11' });
  await drijf('2026-05-12');
  await gebeurt(keten, persoonId, 'SS102');
  await drijf('2026-06-01');
  await geef({ soort: 'registreerPvt', op: '2026-06-01', uren: 12, vorm: 'activiteit' });
  await geef({ soort: 'registreerCursusuren', totEnMet: '2026-06-01', urenNt2: 30, urenKnm: 2 });
  await keten.sim.beheer('PUT', `/personen/${persoonId}/klok`, {
    tijdstip: '2026-06-02T08:00:00Z',
  });
  await geef({ soort: 'rondPvtAf', ondertekendOp: '2026-06-01' });
  await drijf('2026-06-03');
  return { trajectId, persoonId, bsn };
}

const versie = async ({ trajectId }: Dossier) =>
  (await keten.lees<{ versie: number }>(`/trajecten/${trajectId}`)).versie;
const stand = ({ trajectId }: Dossier) =>
  keten.lees<Vergelijkingen>(`/trajecten/${trajectId}/reconciliaties`);
const taken = async ({ trajectId }: Dossier) =>
  (await keten.lees<{ taken: { soort: string }[] }>(`/trajecten/${trajectId}`)).taken.flatMap(
    ({ soort }) => (soort === 'verschillen-behandelen' ? [soort] : []),
  );

async function vraag(
  trajectId: string,
  sleutel = nieuweSleutel(),
  body?: object,
  gemeente = 'GM9001',
) {
  const token = await keten.o.token({ gemeenten: [gemeente] });
  return keten.o
    .http()
    .post(`/v1/trajecten/${trajectId}/reconciliaties`)
    .set('Authorization', `Bearer ${token}`)
    .set('Idempotency-Key', sleutel)
    .send(body);
}

async function vergelijk(bij: Dossier): Promise<Vergelijkingen> {
  expect((await vraag(bij.trajectId)).status).toBe(202);
  await keten.vergelijk();
  return stand(bij);
}

/** Changes what DUO has, without telling: SS112 has no facts of its own, and is not read here. */
async function plant({ persoonId }: Dossier, bijwerken: Record<string, unknown>): Promise<void> {
  await keten.sim.beheer('PUT', '/storingen', [{ soort: 'laat-vallen', gebeurtenisId: 'SS112' }]);
  await gebeurt(keten, persoonId, 'SS112', bijwerken);
}

const opnieuw = { actie: 'opnieuw-aanleveren' };
const overgenomen = { actie: 'overgenomen-van-duo' };

const GEPLANT: [string, Record<string, unknown>, object[]][] = [
  [
    'plicht',
    {
      plicht: {
        indicatorInburgeringsplicht: false,
        einddatum: '2026-06-02',
        redenGeenInburgeringsplicht: 'Overig',
      },
    },
    [
      { bron: 'plicht', ons: null, duo: 'Overig', ...overgenomen },
      { bron: 'plicht', ons: null, duo: '2026-06-02', ...overgenomen },
    ],
  ],
  [
    'doelgroep',
    { doelgroep: { indeling: 'Gezinsmigrant en overige migrant' } },
    [{ bron: 'doelgroep', duo: 'Gezinsmigrant en overige migrant', ...overgenomen }],
  ],
  [
    'termijn',
    { termijn: { einddatum: '2029-11-12' } },
    [{ bron: 'termijn', ons: '2029-05-11', duo: '2029-11-11', ...overgenomen }],
  ],
  [
    'map',
    { map: { datum: '2026-06-02', gemeenteOin: GEMEENTE_A.oin } },
    [{ bron: 'map', ons: null, duo: '2026-06-02', actie: 'vastleggen' }],
  ],
  ['pvt', { pvt: null }, [{ bron: 'pvt', ons: '2026-06-01', duo: null, ...opnieuw }]],
  [
    'vrijstelling',
    {
      vrijstellingen: [
        { GeheleVrijstelling: { oordeel: 'Afwijzing', reden: 'DIP', datumOordeel: '2026-06-02' } },
      ],
    },
    [{ bron: 'vrijstelling', ons: null, ...overgenomen }],
  ],
  [
    'ontheffing',
    {
      ontheffingen: [
        { GeheleOntheffing: { oordeel: 'Afwijzing', grond: 'MED', datumOordeel: '2026-06-02' } },
      ],
    },
    [{ bron: 'ontheffing', ons: null, ...overgenomen }],
  ],
  [
    'examens',
    { examens: [{ examendatum: '2026-06-02', onderdeel: 'KNM', resultaat: 'Geslaagd' }] },
    [
      { bron: 'examens', duo: 'KNM', ...overgenomen },
      { bron: 'examens', duo: '1', ...overgenomen },
    ],
  ],
];

describe('een vergelijking met DUO', () => {
  afterEach(() => keten.sim.beheer('PUT', '/storingen', []));

  it('zwijgt bij een dossier waar niets anders is, en noemt wat niet te vergelijken is', async () => {
    const bij = await dossier();
    const voor = await versie(bij);
    const { verschillen, nietVergelijkbaar, reconciliaties } = await vergelijk(bij);
    expect({ verschillen, reconciliaties }).toMatchObject({
      verschillen: [],
      reconciliaties: [
        { status: 'klaar', aanleiding: 'verzoek', verschillen: 0, nietGevraagd: [] },
      ],
    });
    expect(nietVergelijkbaar).toContain('afronding van de Z-route');
    expect(await versie(bij)).toBe(voor);
  });

  it.each(GEPLANT)(
    'vindt een geplant verschil in %s en opent een taak',
    async (_bron, bijwerken, wacht) => {
      const bij = await dossier();
      await plant(bij, bijwerken);
      expect((await vergelijk(bij)).verschillen).toMatchObject(wacht);
      expect(await taken(bij)).toEqual(['verschillen-behandelen']);
      const af = { soort: 'handelVerschillenAf', uitkomst: 'verklaard' };
      expect((await keten.geef(bij.trajectId, af)).status).toBe(200);
      expect((await vergelijk(bij)).verschillen).toEqual([]);
      expect(await taken(bij)).toEqual([]);
    },
  );

  it('vindt dat DUO ander uren of een ander PIP van uw gemeente heeft', async () => {
    const bij = await dossier();
    const { bsn } = bij;
    const als = { bron: GEMEENTE_A.oin };
    const pip = { dagtekeningPip: '2026-05-11', leerroute: 'O', niveau: 'B1' };
    await keten.sim.duo('POST', `/personen/${bsn}/PIP`, pip, als);
    await keten.sim.duo('PUT', `/personen/${bsn}/uren/participatietaalles`, { uren: 5 }, als);
    expect((await vergelijk(bij)).verschillen).toMatchObject([
      { bron: 'pip', veld: 'leerroute', ons: 'B', duo: 'O', ...opnieuw },
      { bron: 'uren', ons: '32', duo: '5', ...opnieuw },
    ]);
  });

  it('geeft wie twee keer vraagt dezelfde vergelijking, ook onder een andere sleutel', async () => {
    const { trajectId } = await dossier();
    const sleutel = nieuweSleutel();
    const antwoorden = [
      await vraag(trajectId, sleutel),
      await vraag(trajectId, sleutel),
      await vraag(trajectId),
    ];
    const ids = antwoorden.map(({ body }) => (body as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
    await keten.vergelijk();
    expect((await vraag(trajectId, sleutel)).body).toMatchObject({ id: ids[0], status: 'klaar' });
  });

  it('wacht als DUO weg is en gaat later door', async () => {
    const bij = await dossier();
    await keten.sim.beheer('PUT', '/storingen', [{ soort: '503', api: 'Examen', aantal: 1 }]);
    const { reconciliaties } = await vergelijk(bij);
    expect(reconciliaties).toMatchObject([{ status: 'gevraagd', reden: 'storing:http:503' }]);
    await keten.reconciliaties.later(reconciliaties[0]!.id, 'nu', 0);
    await keten.vergelijk();
    expect((await stand(bij)).reconciliaties).toMatchObject([{ status: 'klaar' }]);
  });

  it('weigert een verzoek met inhoud, van een andere gemeente of zonder traject', async () => {
    const { trajectId } = await dossier();
    const metInhoud = await vraag(trajectId, nieuweSleutel(), { alles: true });
    expect(metInhoud.body).toMatchObject({ status: 400, fouten: [{ veld: 'alles' }] });
    expect((await vraag(trajectId, nieuweSleutel(), undefined, 'GM9002')).status).toBe(404);
  });

  it('vraagt zelf om een vergelijking als de bevestiging van DUO uitblijft', async () => {
    const bij = await dossier();
    await plant(bij, { termijn: null });
    await gebeurt(keten, bij.persoonId, 'SS113');
    await keten.drijf(bij.trajectId, '2026-06-20T09:00:00.000Z');
    await keten.reconciliaties.plan(2_592_000, 50);
    await keten.reconciliaties.plan(2_592_000, 50);
    expect((await stand(bij)).reconciliaties).toMatchObject([{ aanleiding: 'bevestiging-uit' }]);
  });

  it('komt vanzelf langs in een vast ritme, bij een oefening op haar eigen klok', async () => {
    const oefening = await dossier();
    const persoon = { bsn: nieuwBsn(), naam: 'Testpersoon Echt' };
    const echt = await keten.o.dossier.open({
      gemeenteId: GEMEENTE_A.id,
      opdracht: {
        soort: 'openTraject',
        trajectId: '0d6f2a8e-2f57-4a0c-9a0a-0000000000aa',
        proef: false,
        bron: 'COA',
        persoon: { ...persoon, vNummer: null, geboortedatum: null },
      },
      vervolg: [],
      beller: 'test',
      opdrachtId: nieuweSleutel(),
      actor: { soort: 'keten', id: 'COA' },
    });
    if (echt.soort !== 'gedaan') throw new Error(echt.soort);
    const aantal = async (trajectId: string) =>
      (await stand({ trajectId, persoonId: '', bsn: '' })).reconciliaties.length;

    const plan = async (seconden: number) => {
      await keten.reconciliaties.plan(seconden, 50);
      return [await aantal(echt.trajectId), await aantal(oefening.trajectId)];
    };
    // Its file is thirty days old, on the day it has come to.
    expect(await plan(2_592_000)).toEqual([0, 1]);
    await keten.vergelijk();
    expect(await plan(2_592_000)).toEqual([0, 1]);

    await keten.drijf(oefening.trajectId, '2026-07-10T09:00:00.000Z');
    const plek = { gemeenteId: GEMEENTE_A.id, trajectId: oefening.trajectId };
    await keten.o.dossier.beginVooruitspoelen(plek);
    expect(await plan(2_592_000)).toEqual([0, 1]);
    await keten.o.dossier.eindVooruitspoelen(plek);
    expect(await plan(2_592_000)).toEqual([0, 2]);
    expect(await plan(0)).toEqual([1, 2]);
  });
});
