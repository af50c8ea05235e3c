// Real: the API, the door, PostgreSQL with its roles, sealing and the prints of profiles. Fake: Temporal, the key store
// (in memory), the files.
import {
  Aanroeper,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  PROFIEL,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

interface Gedaan {
  readonly trajectId: string;
  readonly gebeurtenissen: readonly { readonly nr: number; readonly soort: string }[];
  readonly geopendeTaken: readonly { readonly id: string; readonly soort: string }[];
}
interface Profiel {
  readonly id: string;
  readonly wijziging: unknown;
}

let o: Opstelling;
let ik: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  ik = new Aanroeper(o, await o.token());
});

afterAll(async () => {
  await o.stop();
});

async function draagOver(persoon: object, meer: object = {}): Promise<Gedaan> {
  const antwoord = await ik.geef('/coa-overdrachten', { ...PROFIEL, ...meer, persoon });
  expect([antwoord.status, antwoord.status === 201 ? '' : antwoord.text]).toEqual([201, '']);
  return antwoord.body as Gedaan;
}

async function importeer(...rijen: string[]): Promise<{ effect: string; trajectId: string }[]> {
  const kop = 'bsn;naam;koppelingsdatum;vergunningsdatum;taal;woonbeperkingen';
  const antwoord = await o
    .http()
    .post('/v1/coa-importen')
    .set('Authorization', `Bearer ${ik.token}`)
    .set('Idempotency-Key', nieuweSleutel())
    .set('Content-Type', 'text/csv')
    .send([kop, ...rijen].join('\n'))
    .expect(201);
  const { id } = antwoord.body as { id: string };
  const gedaan = await ik.geef(`/coa-importen/${id}/uitvoering`, {}).expect(200);
  return (gedaan.body as { rijen: { effect: string; trajectId: string }[] }).rijen;
}

const geef = (trajectId: string, opdracht: object): PromiseLike<Antwoord> =>
  ik.geef(`/trajecten/${trajectId}/opdrachten`, opdracht);
const profielVan = async (trajectId: string): Promise<Profiel & Record<string, unknown>> =>
  (await ik.haal(`/trajecten/${trajectId}/coa-profiel`).expect(200)).body as Profiel &
    Record<string, unknown>;
/** What it brought about; not what the passing of time did. */
const soorten = ({ gebeurtenissen }: Gedaan): string[] =>
  gebeurtenissen.map(({ soort }) => soort).filter((soort) => soort !== 'termijnSignaal');

const TAAL = { gegevens: { taal: 'Tigrinya' }, medisch: { woonbeperkingen: 'Geen trappen' } };

describe('een tweede profiel van COA', () => {
  it('geeft langs formulier en bestand niets als COA hetzelfde zegt, ook in de medische kolom', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn, naam: 'Testpersoon' }, TAAL);

    const nogEens = await draagOver({ bsn, naam: 'Testpersoon' }, TAAL);
    expect([nogEens.trajectId, soorten(nogEens)]).toEqual([trajectId, []]);
    const rij = `${bsn};Testpersoon;15-06-2026;;Tigrinya;Geen trappen`;
    expect(await importeer(rij)).toMatchObject([{ effect: 'ongewijzigd', trajectId }]);
    const lijst = await ik.haal(`/coa-overdrachten?trajectId=${trajectId}`);
    expect(lijst.body).toHaveLength(1);
  });

  it('legt één keer vast wat er anders is, met de weg naar de oude waarde', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn }, TAAL);
    const { id: vorigeId } = await profielVan(trajectId);

    expect(await importeer(`${bsn};;15-06-2026;08-06-2026;Arabisch;Rolstoel`)).toMatchObject([
      { effect: 'vult-aan', trajectId },
    ]);

    const profiel = await profielVan(trajectId);
    expect(profiel).toMatchObject({
      vergunningOp: '2026-06-08',
      gegevens: { taal: 'Arabisch' },
      medisch: { woonbeperkingen: 'Rolstoel' },
      wijziging: {
        vorigeId,
        velden: ['vergunningOp', 'gegevens.taal', 'medisch'],
        nietOvergenomen: [],
      },
      strijdig: [],
    });
    const oud = await ik.haal(`/coa-overdrachten/${vorigeId}`).expect(200);
    expect(oud.body).toMatchObject({ gegevens: { taal: 'Tigrinya' }, wijziging: null });
    const termijnen = await ik.haal(`/trajecten/${trajectId}/termijnen`);
    expect(termijnen.text).toContain('HUISVESTING');
  });

  it('laat staan wat het niet noemt', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn }, { ...TAAL, vergunningOp: '2026-06-01' });
    await draagOver({ bsn }, { vergunningOp: undefined, gegevens: { land: 'Eritrea' } });

    expect(await profielVan(trajectId)).toMatchObject({
      vergunningOp: '2026-06-01',
      gegevens: { taal: 'Tigrinya', land: 'Eritrea' },
      medisch: { woonbeperkingen: 'Geen trappen' },
    });
  });

  it('geeft bij acht gelijke overdrachten tegelijk één profiel', async () => {
    const bsn = nieuwBsn();
    const gedaan = await Promise.all(Array.from({ length: 8 }, () => draagOver({ bsn }, TAAL)));

    expect(new Set(gedaan.map(({ trajectId }) => trajectId)).size).toBe(1);
    expect(gedaan.filter((een) => soorten(een).includes('coaProfielVastgelegd'))).toHaveLength(1);
  });

  it('wordt een taak waar het dossier iets anders zegt, tot iemand kiest', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn });
    const dossier = { bsn, geboortedatum: '1994-02-03' };
    await geef(trajectId, { soort: 'vulPersoonAan', persoon: dossier });

    const gedaan = await draagOver({ bsn, geboortedatum: '1994-02-04' });

    expect(soorten(gedaan)).toEqual(['coaProfielVastgelegd']);
    const [taak] = gedaan.geopendeTaken;
    expect(taak?.soort).toBe('coa-profiel-beoordelen');
    expect(await profielVan(trajectId)).toMatchObject({
      persoon: { geboortedatum: '1994-02-03' },
      strijdig: [{ veld: 'geboortedatum', coa: '1994-02-04', dossier: '1994-02-03' }],
      wijziging: { nietOvergenomen: ['geboortedatum'] },
    });
    const uitkomst = { soort: 'beoordeelCoaProfiel', uitkomst: 'overgenomen' };
    await ik.geef(`/taken/${taak?.id ?? ''}/afronding`, { uitkomst }).expect(200);
    expect(await profielVan(trajectId)).toMatchObject({
      persoon: { geboortedatum: '1994-02-04' },
      strijdig: [],
    });
  });
});

describe('een overdracht van COA herstellen', () => {
  it('corrigeert met een reden, en een volgende export met de oude waarde verandert niets', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn }, { vergunningOp: '2026-06-01' });
    const correctie = {
      soort: 'corrigeerCoaProfiel',
      reden: 'COA herstelde de datum.',
      vergunningOp: '2026-06-08',
    };

    const gedaan = await geef(trajectId, correctie);
    expect(soorten(gedaan.body as Gedaan)).toEqual(['coaProfielGecorrigeerd', 'termijnVerplaatst']);
    expect(soorten(await draagOver({ bsn }, { vergunningOp: '2026-06-01' }))).toEqual([]);
    expect(await profielVan(trajectId)).toMatchObject({ vergunningOp: '2026-06-08' });
    const journaal = await ik.haal(`/trajecten/${trajectId}/journaal?limit=100`);
    expect(journaal.text).toContain('2026-06-01');
    const nogEens = await geef(trajectId, correctie);
    expect([nogEens.status, (nogEens.body as { code: string }).code]).toEqual([
      409,
      'NIETS_GEWIJZIGD',
    ]);
  });

  it('trekt in wat nog nergens voor gebruikt is, en weigert anders', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await draagOver({ bsn });
    const { id } = await profielVan(trajectId);
    const terug = { soort: 'trekCoaOverdrachtIn', reden: 'Was van iemand anders.' };
    await geef(trajectId, { soort: 'kiesScenario', scenario: 'snelle-start' });
    const geweigerd = await geef(trajectId, terug);
    expect([geweigerd.status, (geweigerd.body as { code: string }).code]).toEqual([
      409,
      'OVERDRACHT_IN_GEBRUIK',
    ]);
    await geef(trajectId, { soort: 'trekFeitIn', feit: 'scenario', reden: 'Te vroeg.' });

    expect((await geef(trajectId, terug)).status).toBe(200);

    await ik.haal(`/trajecten/${trajectId}/coa-profiel`).expect(404);
    const oud = await ik.haal(`/coa-overdrachten/${id}`).expect(200);
    expect(oud.body).toMatchObject({ ingetrokken: true });
    const taken = (await ik.haal(`/taken?trajectId=${trajectId}&status=open`)).body as unknown[];
    expect(taken).toEqual([]);
    expect(soorten(await draagOver({ bsn }))).toContain('coaProfielVastgelegd');
    expect(await profielVan(trajectId)).toMatchObject({ ingetrokken: false, wijziging: null });
  });
});
