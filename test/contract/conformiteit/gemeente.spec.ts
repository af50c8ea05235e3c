// Real: the kit, our listener for DUO over mTLS, the door, PostgreSQL, DUO's own file. Fake: DUO's
// certificate, and in the planted deviations a proxy that spoils one thing.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { GEMEENTE_A, maakOpstelling, type Opstelling } from '#test/integration/api/opstelling.js';
import {
  startDoorgeefluik,
  type Doorgeefluik,
  type Heen,
  type Terug,
} from '#test/support/doorgeefluik.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';
import { maakUitgever, type Uitgever } from '../ketensimulator/certificaten.js';
import { maakToetser, type Toetser } from './hulp.js';

const DUO = '00000001003214345000';

interface Afwijking {
  readonly naam: string;
  readonly heen?: Doorgeefluik['heen'];
  readonly terug?: Doorgeefluik['terug'];
  /** Exactly these fail, or at least these when the fault is everywhere. */
  readonly mislukt: readonly string[];
  readonly ookAndere?: true;
  readonly reden: RegExp;
}

const neemAan = (terug: Terug): Terug => ({ ...terug, status: 201, body: '' });
const als =
  (
    past: (vraag: Heen, terug: Terug) => boolean,
    doe: (terug: Terug) => Terug,
  ): Doorgeefluik['terug'] =>
  (terug, vraag) =>
    past(vraag, terug) ? doe(terug) : terug;
const gebeurtenis = ({ body }: Heen, id: string): boolean =>
  body.includes(`"gebeurtenisId":"${id}"`);
const zonderVersie = (terug: Terug): Terug => {
  const { 'api-version': _weg, ...koppen } = terug.koppen;
  return { ...terug, koppen };
};

const gezien = new Set<string>();

const AFWIJKINGEN: readonly Afwijking[] = [
  {
    naam: 'bevestigt met 200 in plaats van 201',
    terug: als(
      (_, { status }) => status === 201,
      (terug) => ({ ...terug, status: 200 }),
    ),
    mislukt: ['N-SS101', 'N-DUBBEL'],
    ookAndere: true,
    reden: /status 200, verwacht 201/,
  },
  {
    naam: 'laat API-Version weg bij een weigering',
    terug: als((_, { status }) => status === 403, zonderVersie),
    mislukt: ['N-VREEMD-DOEL', 'N-VREEMDE-BRON'],
    reden: /API-Version ontbreekt/,
  },
  {
    naam: 'noemt een oudere versie',
    terug: (terug) => ({ ...terug, koppen: { ...terug.koppen, 'api-version': '1.7.0' } }),
    mislukt: ['N-SS101', 'N-GET'],
    ookAndere: true,
    reden: /API-Version is 1\.7\.0, het bestand heeft 1\.8\.0/,
  },
  {
    naam: 'neemt aan wat voor een ander bestemd is',
    terug: als(({ koppen }) => koppen['doel'] === '00000009999999999999', neemAan),
    mislukt: ['N-VREEMD-DOEL'],
    reden: /status 201, verwacht 403/,
  },
  {
    naam: 'gelooft bron zonder naar het certificaat te kijken',
    heen: (vraag) => ({
      ...vraag,
      koppen: { ...vraag.koppen, 'x-oin': vraag.koppen['bron'] ?? '' },
    }),
    mislukt: ['N-VREEMDE-BRON'],
    reden: /status 201, verwacht 401 of 403/,
  },
  {
    naam: 'noemt een dubbel bericht een fout',
    terug: (terug, { koppen }) => {
      const id = koppen['berichtid'] ?? '';
      const dubbel = gezien.has(id) && terug.status === 201;
      gezien.add(id);
      return dubbel ? { ...terug, status: 409 } : terug;
    },
    mislukt: ['N-DUBBEL', 'N-DUBBEL-ANDERS'],
    reden: /status 409/,
  },
  {
    naam: 'geeft bij een bevestiging iets terug',
    terug: als(
      (_, { status }) => status === 201,
      (terug) => ({ ...terug, body: '{"ok":true}' }),
    ),
    mislukt: ['N-SS111', 'N-TEKENSET'],
    ookAndere: true,
    reden: /bij status 201 hoort geen inhoud/,
  },
  {
    naam: 'kent alleen de gebeurtenissen van nu',
    terug: als(
      (vraag) => gebeurtenis(vraag, 'ZZ999'),
      (terug) => ({ ...terug, status: 400 }),
    ),
    mislukt: ['N-ONBEKENDE-GEBEURTENIS'],
    reden: /status 400, verwacht 201/,
  },
  {
    naam: 'struikelt over een attentiesignaal',
    terug: als(
      (vraag) => gebeurtenis(vraag, 'SS126'),
      (terug) => ({ ...terug, status: 500 }),
    ),
    mislukt: ['N-SS126'],
    reden: /status 500/,
  },
  {
    naam: 'geeft een storing op kapotte JSON',
    terug: als(
      ({ body }) => body === '{"a": "S',
      (terug) => ({ ...terug, status: 500 }),
    ),
    mislukt: ['N-KAPOTTE-JSON'],
    reden: /status 500, verwacht 400/,
  },
  {
    naam: 'kijkt niet naar de vorm van het berichtId',
    terug: als(({ koppen }) => koppen['berichtid'] === 'bericht-1', neemAan),
    mislukt: ['N-BERICHTID-VORM'],
    reden: /status 201, verwacht 400/,
  },
  {
    naam: 'neemt een bsn als getal aan',
    terug: als(({ body }) => /"bsn":\d/.test(body), neemAan),
    mislukt: ['N-BSN-GETAL'],
    reden: /status 201, verwacht 400/,
  },
  {
    naam: 'weigert een bericht zonder bsn en V-nummer',
    terug: als(
      ({ body }, { status }) => status === 201 && !/bsn|vNummer/.test(body),
      (terug) => ({ ...terug, status: 400 }),
    ),
    mislukt: ['N-GEEN-NUMMER'],
    reden: /status 400, verwacht 201/,
  },
  {
    naam: 'antwoordt niet op een gebeurtenis',
    heen: (vraag) => (gebeurtenis(vraag, 'SS139') ? undefined : vraag),
    mislukt: ['N-SS139'],
    reden: /kwam niet op tijd/,
  },
];

metSpecificaties('conformiteit van de kant van de gemeente', 'duo/API', (map) => {
  let o: Opstelling;
  let uitgever: Uitgever;
  let toetser: Toetser;
  const luisteraars: Luisteraar[] = [];
  const luiken: Doorgeefluik[] = [];

  const open = async (afzender: Parameters<typeof openNotificatiekant>[1]) => {
    const luisteraar = await openNotificatiekant(o, afzender);
    luisteraars.push(luisteraar);
    return luisteraar;
  };
  /** A gemeente of which TLS ends in a proxy, where things can go wrong. */
  const luik = async (tls: object = {}): Promise<Doorgeefluik> => {
    const { poort } = await open({ proxyHeader: 'x-oin' });
    const nieuw = await startDoorgeefluik({
      naar: `http://127.0.0.1:${poort}`,
      tls: {
        ...(await uitgever.geef(undefined)),
        ca: uitgever.ca,
        requestCert: true,
        rejectUnauthorized: true,
        ...tls,
      },
    });
    nieuw.heen = (vraag) => ({ ...vraag, koppen: { ...vraag.koppen, 'x-oin': vraag.oin ?? '' } });
    luiken.push(nieuw);
    return nieuw;
  };

  beforeAll(async () => {
    o = await maakOpstelling();
    uitgever = await maakUitgever();
    toetser = await maakToetser({ uitgever, specificaties: map, bron: DUO, doel: GEMEENTE_A.oin });
  });
  afterEach(async () => {
    await Promise.all(luiken.splice(0).map((een) => een.sluit()));
    await Promise.all(luisteraars.splice(0).map((een) => een.stop()));
  });
  afterAll(async () => {
    toetser.ruimOp();
    await o.stop();
  });

  it('slaagt op ons eigen systeem, met een regel per geval en een rapport', async () => {
    const { poort } = await open({ uitgever });

    const uitkomst = await toetser.toets(`https://127.0.0.1:${poort}/notificaties`);

    expect([...uitkomst.mislukt]).toEqual([]);
    expect(uitkomst.code).toBe(0);
    expect(uitkomst.geslaagd).toBeGreaterThan(80);
    expect(uitkomst.uitvoer.match(/^goed {2}N-SS\d{3} /gm)).toHaveLength(40);
    expect(uitkomst.uitvoer).toContain(`Conform: ${uitkomst.geslaagd} gevallen geslaagd.`);
    expect(uitkomst.xml).toContain(`tests="${uitkomst.geslaagd}" failures="0"`);
  });

  it('is een programma dat met 0 eindigt als alles klopt, en met 1 als er niemand luistert', async () => {
    const { url } = await luik();
    const draai = (adres: string) =>
      promisify(execFile)(process.execPath, [
        ...['--import', './tools/lokaal/bron.mjs', 'tools/conformiteit/main.ts'],
        ...toetser.args(`${adres}/notificaties`),
      ]);

    expect((await draai(url)).stdout).toContain('Conform: ');
    await expect(draai('https://127.0.0.1:1')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('de verbinding werd verbroken') as string,
    });
  });

  it('slaagt ook achter een proxy die niets verandert', async () => {
    const { url } = await luik();

    expect([...(await toetser.toets(`${url}/notificaties`)).mislukt]).toEqual([]);
  });

  it.each(AFWIJKINGEN)('wijst af: $naam', async (afwijking) => {
    const gestoord = await luik();
    gezien.clear();
    const gewoon = gestoord.heen;
    gestoord.heen = (vraag) => {
      const goed = gewoon(vraag)!;
      return afwijking.heen === undefined ? goed : afwijking.heen(goed);
    };
    if (afwijking.terug !== undefined) gestoord.terug = afwijking.terug;

    const { code, mislukt } = await toetser.toets(`${gestoord.url}/notificaties`, ['--tijd', '3']);

    expect(code).toBe(1);
    const ids = [...mislukt.keys()].sort();
    if (afwijking.ookAndere === true)
      expect(ids).toEqual(expect.arrayContaining([...afwijking.mislukt]));
    else expect(ids).toEqual([...afwijking.mislukt].sort());
    for (const id of afwijking.mislukt) expect(mislukt.get(id)).toMatch(afwijking.reden);
  });

  it('wijst af: laat iedereen zonder geldig certificaat binnen', async () => {
    const gestoord = await luik({ rejectUnauthorized: false });
    gestoord.heen = (vraag) => ({ ...vraag, koppen: { ...vraag.koppen, 'x-oin': DUO } });

    const { mislukt } = await toetser.toets(`${gestoord.url}/notificaties`);

    expect([...mislukt.keys()].sort()).toEqual(['N-GEEN-CERTIFICAAT', 'N-VREEMD-CERTIFICAAT']);
  });
});
