// Real: the kit, the chain simulator over mTLS, DUO's own files. Fake: the gemeente's certificate, and
// in the planted deviations a proxy that spoils one thing.
import { Agent } from 'undici';
import {
  startDoorgeefluik,
  type Doorgeefluik,
  type Heen,
  type Terug,
} from '#test/support/doorgeefluik.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import {
  BSN,
  DUO_OIN,
  GEMEENTE,
  maakPersoon,
  startOpstelling,
  uitgever,
  type Opstelling,
} from '../ketensimulator/opstelling.js';
import { maakToetser, type Toetser } from './hulp.js';

interface Afwijking {
  readonly naam: string;
  readonly past: (vraag: Heen, terug: Terug) => boolean;
  readonly doe: (terug: Terug) => Terug;
  readonly mislukt: readonly string[];
  readonly reden: RegExp;
}

const op =
  (methode: string, einde: string, status?: number) =>
  (vraag: Heen, terug: Terug): boolean =>
    vraag.methode === methode &&
    vraag.pad.endsWith(einde) &&
    (status === undefined || terug.status === status);
const maak =
  (status: number, body = '') =>
  (terug: Terug): Terug => ({ ...terug, status, body });
const anders =
  (doe: (body: never) => unknown) =>
  (terug: Terug): Terug => ({
    ...terug,
    body: JSON.stringify(doe(JSON.parse(terug.body) as never)),
  });
const zonderKop =
  (naam: string) =>
  (terug: Terug): Terug => ({
    ...terug,
    koppen: Object.fromEntries(Object.entries(terug.koppen).filter(([kop]) => kop !== naam)),
  });

const AFWIJKINGEN: readonly Afwijking[] = [
  {
    naam: 'laat gemeentecode weg uit het PIP',
    past: op('GET', '/PIP', 200),
    doe: anders(({ pip }: { pip: object }) => ({ pip })),
    mislukt: ['D-getPipByBsn', 'D-PIP-NIVEAU-B-MAG', 'D-PIP-NIVEAU-O-MAG'],
    reden: /gemeentecode/,
  },
  {
    naam: 'registreert A2 bij de onderwijsroute',
    past: (vraag) => /"leerroute":"O","niveau":"A2"/.test(vraag.body),
    doe: maak(201),
    mislukt: ['D-PIP-A2-O-MAG-NIET'],
    reden: /status 201, verwacht 403/,
  },
  {
    naam: 'registreert een MAP in de toekomst',
    past: (vraag, terug) => op('PUT', '/map', 403)(vraag, terug) && terug.body.includes('toekomst'),
    doe: maak(200),
    mislukt: ['D-MAP-TOEKOMST-MAG-NIET'],
    reden: /status 200, verwacht 403/,
  },
  {
    naam: 'weigert een verwijderd PIP zonder reden',
    past: op('DELETE', '/PIP', 403),
    doe: maak(403),
    mislukt: ['D-PIP-WIS-TERMIJN-MAG-NIET', 'D-PIP-WIS-UREN-MAG-NIET'],
    reden: /is geen JSON/,
  },
  {
    naam: 'weigert een PVT met één melding in plaats van een lijst',
    past: (vraag, terug) => op('PUT', '/pvt', 403)(vraag, terug) && terug.body.includes('toekomst'),
    doe: anders(([eerste]: object[]) => eerste),
    mislukt: ['D-PVT-TOEKOMST-MAG-NIET'],
    reden: /must be array/,
  },
  {
    naam: 'laat API-Version weg bij de verlengingsgronden',
    past: op('GET', '/verlengingsgronden'),
    doe: zonderKop('api-version'),
    mislukt: ['D-getVerlengingsgronden'],
    reden: /API-Version ontbreekt/,
  },
  {
    naam: 'noemt bij de examens een andere versie',
    past: op('GET', '/examens/resultaten'),
    doe: (terug) => ({ ...terug, koppen: { ...terug.koppen, 'api-version': '2.0.0' } }),
    mislukt: ['D-getExamenresultatenByBsn'],
    reden: /API-Version is 2\.0\.0/,
  },
  {
    naam: 'antwoordt over wie het niet kent',
    past: op('GET', '/inburgeringsplicht', 404),
    doe: (terug) => ({
      ...maak(200, '{"indicatorInburgeringsplicht":false}')(terug),
      koppen: { ...terug.koppen, 'content-type': 'application/json' },
    }),
    mislukt: ['D-ONBEKEND-BSN', 'D-WIE-WET-MAG-NIET'],
    reden: /status 200, verwacht 404/,
  },
  {
    naam: 'antwoordt 200 waar 204 hoort',
    past: op('DELETE', '/0000000001', 204),
    doe: maak(200),
    mislukt: ['D-deleteInburgeringsaanbodByBsnAndInstellingsnumer'],
    reden: /status 200 staat niet in het bestand/,
  },
  {
    naam: 'geeft een score met een punt',
    past: op('GET', '/lbt/resultaten', 200),
    doe: anders((lijst: object[]) => lijst.map((een) => ({ ...een, behaaldeScore: '78.50' }))),
    mislukt: ['D-getLbtResultatenByBsn'],
    reden: /behaaldeScore must match pattern/,
  },
  {
    naam: 'kent een doelgroep die niet bestaat',
    past: op('GET', '/doelgroep', 200),
    doe: anders((doelgroep: object) => ({ ...doelgroep, indeling: 'asiel' })),
    mislukt: ['D-getDoelgroepByBsn'],
    reden: /indeling must be equal to one of the allowed values/,
  },
  {
    naam: 'geeft een ander berichtId terug',
    past: op('GET', '/inburgeringsplicht', 200),
    doe: zonderKop('berichtid'),
    mislukt: ['D-BERICHTID-TERUG'],
    reden: /niet het berichtId/,
  },
  {
    naam: 'neemt uren aan die geen getal zijn',
    past: (vraag, terug) =>
      op('PUT', '/uren/participatietaalles', 400)(vraag, terug) && vraag.body.includes('"uren":"x'),
    doe: maak(200),
    mislukt: ['D-FOUT-updateUrenParticipatieAlsTaallesByBsn-uren'],
    reden: /status 200, verwacht 400/,
  },
  {
    naam: 'bewaart het niveau niet dat bij de route hoort',
    past: (vraag, terug) => op('GET', '/PIP', 200)(vraag, terug) && terug.body.includes('"O"'),
    doe: (terug) => ({ ...terug, body: terug.body.replace('"niveau":"B1"', '"niveau":"A2"') }),
    mislukt: ['D-PIP-NIVEAU-O-MAG'],
    reden: /niet wat er volgens de melding moet staan/,
  },
  {
    naam: 'let niet op de schrijfwijze van het pad',
    past: op('GET', '/pip'),
    doe: maak(200),
    mislukt: ['D-SCHRIJFWIJZE'],
    reden: /status 200, verwacht 404/,
  },
];

metSpecificaties('conformiteit van de kant van DUO', 'duo/API', (map) => {
  let opstelling: Opstelling;
  let toetser: Toetser;
  let agent: Agent;
  let luik: Doorgeefluik;

  beforeAll(async () => {
    const { ca, geef } = await uitgever();
    agent = new Agent({ connect: { ca, ...(await geef(GEMEENTE)) } });
    toetser = await maakToetser({
      uitgever: await uitgever(),
      specificaties: map,
      bron: GEMEENTE,
      doel: DUO_OIN,
    });
  });
  beforeEach(async () => {
    const { ca, geef } = await uitgever();
    opstelling = await startOpstelling();
    luik = await startDoorgeefluik({
      naar: opstelling.luisteraars.duo,
      dispatcher: agent,
      tls: { ...(await geef(DUO_OIN)), ca, requestCert: true, rejectUnauthorized: true },
    });
  });
  afterEach(async () => {
    await luik.sluit();
    await opstelling.stop();
  });
  afterAll(async () => {
    toetser.ruimOp();
    await agent.destroy();
  });

  const metBeheer = () => ['--kant', 'duo', '--beheer', opstelling.luisteraars.beheer];

  it('slaagt op onze simulator, met elke operatie en elke regel', async () => {
    const uitkomst = await toetser.toets(opstelling.luisteraars.duo, metBeheer());

    expect([...uitkomst.mislukt]).toEqual([]);
    expect(uitkomst.code).toBe(0);
    expect(uitkomst.uitvoer).not.toContain('niet uitgevoerd.');
    expect(uitkomst.uitvoer).toMatch(/^operaties +34 +0 +0$/m);
    expect(uitkomst.uitvoer).toContain(`Conform: ${uitkomst.geslaagd} gevallen geslaagd.`);
    expect(uitkomst.uitvoer + uitkomst.xml).not.toMatch(/9999\d{5}/);
  });

  it('slaagt op een persoon die er al is, en zegt wat het dan niet kan vragen', async () => {
    await maakPersoon(opstelling, { klok: undefined, begindatum: undefined });

    const uitkomst = await toetser.toets(opstelling.luisteraars.duo, [
      '--kant',
      'duo',
      '--bsn',
      BSN,
    ]);

    expect([...uitkomst.mislukt]).toEqual([]);
    expect(uitkomst.code).toBe(0);
    expect(uitkomst.geslaagd).toBeGreaterThan(100);
    expect(uitkomst.uitvoer).toMatch(/\d+ gevallen vragen --beheer en zijn niet uitgevoerd/);
    expect(uitkomst.uitvoer + uitkomst.xml).not.toContain(BSN);
  });

  it.each(AFWIJKINGEN)('wijst af: $naam', async ({ past, doe, mislukt, reden }) => {
    luik.terug = (terug, vraag) => (past(vraag, terug) ? doe(terug) : terug);

    const uitkomst = await toetser.toets(luik.url, metBeheer());

    expect(uitkomst.code).toBe(1);
    expect([...uitkomst.mislukt.keys()].sort()).toEqual([...mislukt].sort());
    for (const id of mislukt) expect(uitkomst.mislukt.get(id)).toMatch(reden);
  });
});
