// Real: api, worker, simulator, Temporal and PostgreSQL as processes of their own; the conformance kit, which
// sends every notification and every operation of DUO's files to them; our own client with all its operations.
// Fake: the collector of traces is this spec. It plants a BSN in every output to show that it would be found.
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { Agent, request } from 'undici';
import { duoApisOp, STANDAARD_DUO_GRENZEN } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';
import { RIJEN } from '#test/contract/duo/operaties-tabel.js';
import { BSN as VASTE_BSN } from '#test/support/duo-client.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { conformiteit } from '#tools/conformiteit/conformiteit.js';
import { bsnMaker } from '#tools/conformiteit/geval.js';
import { vraag } from '#tools/demo/verzoek.js';
import { DUO_HOUDER } from '#tools/lokaal/certificaten.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { startProefomgeving, tot, type Proefomgeving } from './proefomgeving.js';
import { Zoeker } from './zoeker.js';

type Verzending = NonNullable<Parameters<typeof request>[1]>;

const REEKS = '999976';
const [GEMEENTE] = LOKALE_GEMEENTEN;
const DAG_MS = 86_400_000;

function alleBsns(): string[] {
  const nieuw = bsnMaker(REEKS);
  return [...new Set(Array.from({ length: 2_000 }, nieuw))];
}

const BSNS = alleBsns();
const [BIJ_DUO = ''] = BSNS;
const zoeker = new Zoeker([...BSNS, VASTE_BSN]);

/** Faults that make the worker and our client tell about a call that failed. */
const STORINGEN = [
  { soort: '503', api: 'Inburgeringsplicht', methode: 'GET', aantal: 2 },
  { soort: 'half-antwoord', api: 'Examen', methode: 'GET', aantal: 2 },
  { soort: 'status', status: 400, api: 'Inburgeringsplicht', methode: 'GET', aantal: 1 },
];

metSpecificaties('de uitvoer van het hele systeem', 'duo/API', (specificaties) => {
  let omgeving: Proefomgeving;
  let verzamelaar: Server;
  const sporen: Buffer[] = [];
  const teksten: string[] = [];

  const poortVan = (server: Server): number => (server.address() as AddressInfo).port;
  const omgevingVan = (onderdeel: 'api' | 'worker', naam: string): string => {
    const { pid } = omgeving.processen.get(onderdeel)!;
    const env = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return env.find((regel) => regel.startsWith(`${naam}=`))!.slice(naam.length + 1);
  };
  const metriekenUrls = (): string[] =>
    (['api', 'worker'] as const).map(
      (onderdeel) => `http://127.0.0.1:${omgevingVan(onderdeel, 'METRICS_POORT')}/metrics`,
    );
  const certificaat = (naam: string): { crt: string; key: string; ca: string } => ({
    crt: join(omgeving.map, 'certificaten', `client-${naam}.crt`),
    key: join(omgeving.map, 'certificaten', `client-${naam}.key`),
    ca: join(omgeving.map, 'certificaten', 'ca.crt'),
  });
  const toets = async (url: string, naam: string, partijen: string[], extra: string[]) => {
    const { crt, key, ca } = certificaat(naam);
    const [bron = '', doel = ''] = partijen;
    const schrijf = (regel: string): void => void teksten.push(regel);
    return conformiteit(
      [
        ...['--url', url, '--certificaat', crt, '--sleutel', key, '--ca', ca, '--bron', bron],
        ...['--doel', doel, '--specificaties', specificaties, ...extra],
      ],
      {},
      { schrijf, fout: schrijf },
    );
  };

  /** All operations of our client, at a DUO where some things go wrong; what it makes of each answer is kept. */
  const belAlles = async (duoUrl: string): Promise<void> => {
    const { crt, key, ca } = certificaat(GEMEENTE.code);
    const [certificaat_, sleutel, ca_] = [crt, key, ca].map((pad) => readFileSync(pad, 'utf8'));
    const client = new DuoHttpAdapter({
      duoOin: DUO_HOUDER.oin,
      apis: duoApisOp(duoUrl),
      gemeenten: new Map([
        [GEMEENTE.oin, { certificaat: certificaat_!, sleutel: sleutel!, ca: ca_! }],
      ]),
      grenzen: { ...STANDAARD_DUO_GRENZEN, naStoringen: 1_000 },
    });
    const alsGemeente = new Proxy(client.poort, {
      get: (poort, naam) => (aanroep: object) =>
        (poort as unknown as Record<string | symbol, (wat: object) => unknown>)[naam]!({
          ...aanroep,
          gemeenteOin: GEMEENTE.oin,
          bsn: BIJ_DUO,
        }),
    });
    for (const { roep } of RIJEN) {
      for (const een of roep) teksten.push(JSON.stringify(await een(alsGemeente)));
    }
    await client.close();
  };

  /** What our own api and listener answer to what they refuse, with headers; in each request stands a BSN. */
  const geweigerdDoorOns = async (): Promise<number[]> => {
    const statussen: number[] = [];
    const stuur = async (url: string, methode: string, opties: Partial<Verzending>) => {
      const antwoord = await request(url, { method: methode as 'POST', ...opties });
      const koppen = JSON.stringify(antwoord.headers);
      teksten.push(`${antwoord.statusCode} ${koppen} ${await antwoord.body.text()}`);
      statussen.push(antwoord.statusCode);
    };

    const { crt, key, ca } = certificaat('duo');
    const [cert, sleutel, vertrouwt] = [crt, key, ca].map((pad) => readFileSync(pad));
    const dispatcher = new Agent({ connect: { cert, key: sleutel, ca: vertrouwt } });
    const koppen = {
      'content-type': 'application/json',
      bron: DUO_HOUDER.oin,
      doel: GEMEENTE.oin,
      berichtId: randomUUID(),
    };
    const melding = { gebeurtenisId: 'SS106', bsn: BIJ_DUO, registratieDatumTijd: 'gisteren' };
    const body = JSON.stringify(melding);
    const bij = { dispatcher, headers: koppen };
    const naarOns = omgeving.notificatiesUrl;
    for (const een of [
      body,
      `${body}${BIJ_DUO}`,
      body.slice(0, -1),
      JSON.stringify({ ...melding, [BIJ_DUO]: BIJ_DUO, gebeurtenisId: BIJ_DUO }),
      JSON.stringify({ ...melding, bsn: [BIJ_DUO], vul: 'x'.repeat(200_000) }),
    ]) {
      await stuur(naarOns, 'POST', { ...bij, body: een });
    }
    for (const kop of ['bron', 'doel', 'berichtId', 'content-type']) {
      await stuur(naarOns, 'POST', { ...bij, body, headers: { ...koppen, [kop]: BIJ_DUO } });
    }
    const anderOin = { ...koppen, bron: GEMEENTE.oin };
    await stuur(naarOns, 'POST', { ...bij, body, headers: anderOin });
    await stuur(naarOns, 'PUT', { ...bij, body });
    await dispatcher.close();

    const token = await omgeving.gebruiker('coordinator-stad').token();
    const alsMens = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const persoon = { bsn: BIJ_DUO, naam: BIJ_DUO, [BIJ_DUO]: BIJ_DUO };
    for (const [pad, wat] of [
      ['/coa-overdrachten', { schemaVersie: BIJ_DUO, persoon }],
      ['/trajecten/_zoek', { bsn: `${BIJ_DUO}1`, vNummer: BIJ_DUO }],
      [`/trajecten/${randomUUID()}/opdrachten`, { soort: BIJ_DUO, bsn: BIJ_DUO }],
      [`/trajecten/${randomUUID()}/opdrachten`, { soort: 'stelPipVast', leerroute: BIJ_DUO }],
      [`/postvak/${randomUUID()}/afhandeling`, { maatregel: BIJ_DUO, bsn: BIJ_DUO }],
      [`/taken/${randomUUID()}/afronding`, { uitkomst: { soort: BIJ_DUO } }],
      [`/trajecten/${randomUUID()}/doorrekeningen`, { [BIJ_DUO]: BIJ_DUO, opdrachten: [BIJ_DUO] }],
      ['/bestaat-niet', persoon],
      ['/termijnberekeningen', { soort: BIJ_DUO, begin: BIJ_DUO }],
    ] as const) {
      const url = `${omgeving.apiUrl}/v1${pad}`;
      await stuur(url, 'POST', { headers: alsMens, body: JSON.stringify(wat) });
      await stuur(url, 'POST', { headers: alsMens, body: `${JSON.stringify(wat)}${BIJ_DUO}` });
      const zonderToken = { ...alsMens, authorization: `Bearer ${BIJ_DUO}` };
      await stuur(url, 'POST', { headers: zonderToken, body: JSON.stringify(wat) });
    }
    return statussen;
  };

  const rijen = async <T>(sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: omgeving.database.eigenaar });
    await client.connect();
    try {
      return (await client.query(sql)).rows as T[];
    } finally {
      await client.end();
    }
  };

  const bijTemporal = async <T>(doe: (client: Client) => Promise<T>): Promise<T> => {
    const { address, namespace } = omgeving.temporal;
    const connection = await Connection.connect({ address });
    try {
      return await doe(new Client({ connection, namespace }));
    } finally {
      await connection.close();
    }
  };

  beforeAll(async () => {
    verzamelaar = createServer((verzoek, antwoord) => {
      const stukken: Buffer[] = [];
      verzoek.on('data', (stuk: Buffer) => stukken.push(stuk));
      verzoek.on('end', () => {
        sporen.push(Buffer.concat(stukken));
        antwoord.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((klaar) => verzamelaar.listen(0, '127.0.0.1', klaar));
    omgeving = await startProefomgeving({
      env: {
        LOG_NIVEAU: 'trace',
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${poortVan(verzamelaar)}`,
      },
    });
    const { simulatorUrl } = omgeving;
    const begindatum = vandaagInAmsterdam(new Date(Date.now() - 60 * DAG_MS));
    for (const bsn of BSNS) {
      const body = { bsn, gemeenteOin: GEMEENTE.oin, gemeentecode: GEMEENTE.code, begindatum };
      await vraag(`${simulatorUrl}/personen`, { methode: 'POST', body });
    }
  }, 120_000);

  afterAll(async () => {
    verzamelaar.closeAllConnections();
    verzamelaar.close();
    await omgeving.stop();
  }, 60_000);

  /** What stands in each output now; the names are those of the outputs. */
  const gevonden = async (metrieken: string): Promise<Record<string, string[]>> => ({
    logregels: await zoeker.inMap(omgeving.logmap),
    metrieken: zoeker.inBytes(Buffer.from(metrieken)),
    sporen: zoeker.inBytes(Buffer.concat(sporen)),
    foutteksten: zoeker.inBytes(Buffer.from(teksten.join('\n'))),
    temporal: await zoeker.inMap(join(omgeving.map, 'temporal')),
  });

  it('bevat geen BSN terwijl elk bericht en elke operatie van DUO langskomt', async () => {
    const duoUrl = omgevingVan('worker', 'DUO_BASIS_URL');
    const naarGemeente = [DUO_HOUDER.oin, GEMEENTE.oin];
    const naarDuo = [GEMEENTE.oin, DUO_HOUDER.oin];

    await vraag(`${omgeving.simulatorUrl}/storingen`, { methode: 'PUT', body: STORINGEN });
    expect(await toets(omgeving.notificatiesUrl, 'duo', naarGemeente, ['--bsn-reeks', REEKS])).toBe(
      0,
    );
    await tot(
      'het einde van de nieuwe post',
      () =>
        rijen<{ status: string; aantal: number }>(
          'SELECT status, count(*)::int AS aantal FROM postvak GROUP BY status',
        ),
      (post) =>
        !post.some(({ status }) => status === 'nieuw') &&
        (post.find(({ status }) => status === 'verwerkt')?.aantal ?? 0) >= 5,
      90_000,
    );
    await vraag(`${omgeving.simulatorUrl}/storingen`, { methode: 'PUT', body: [] });
    expect(await toets(duoUrl, GEMEENTE.code, naarDuo, ['--kant', 'duo', '--bsn', BIJ_DUO])).toBe(
      0,
    );
    await vraag(`${omgeving.simulatorUrl}/storingen`, {
      methode: 'PUT',
      body: [{ soort: 'weiger', api: 'PIP', tekst: `Over ${BIJ_DUO} is iets mis.` }, ...STORINGEN],
    });
    await belAlles(duoUrl);
    const geweigerd = await geweigerdDoorOns();
    expect(geweigerd.filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect([...new Set(geweigerd)].sort()).toEqual([400, 401, 403, 404, 405]);
    const berichten = await vraag<{ status: number }[]>(`${omgeving.simulatorUrl}/berichten`);
    const metrieken = await Promise.all(
      metriekenUrls().map(async (url) => (await fetch(url)).text()),
    );
    // They send the last of their traces when they stop.
    for (const onderdeel of ['api', 'worker'] as const) {
      await omgeving.processen.get(onderdeel)!.stop();
    }

    // What is searched is not empty: calls went well and wrong, and both programs told about them.
    expect(berichten.map(({ status }) => status)).toEqual(
      expect.arrayContaining([200, 201, 400, 403, 404, 503]),
    );
    const spoor = Buffer.concat(sporen).toString();
    for (const onderdeel of ['api', 'worker']) expect(spoor).toContain(`regie-${onderdeel}`);
    expect(readFileSync(join(omgeving.logmap, 'worker.log'), 'utf8')).toContain('duo');
    expect(metrieken.join('\n')).toContain('dienst="worker"');
    const workflows = await bijTemporal((client) => client.workflow.count());
    expect(workflows.count).toBeGreaterThan(0);
    expect(teksten.join('\n')).toContain('[nummer]');
    expect(await gevonden(metrieken.join('\n'))).toEqual({
      logregels: [],
      metrieken: [],
      sporen: [],
      foutteksten: [],
      temporal: [],
    });
  }, 240_000);

  it('wordt zo doorzocht dat een geplant BSN overal wordt gevonden', async () => {
    appendFileSync(join(omgeving.logmap, 'worker.log'), `{"url":"/v1/personen/${BIJ_DUO}/PIP"}\n`);
    await fetch(`http://127.0.0.1:${poortVan(verzamelaar)}/v1/traces`, {
      method: 'POST',
      body: JSON.stringify({ attributes: [{ key: 'url.full', value: btoa(`x${BIJ_DUO}`) }] }),
    });
    teksten.push(`DUO antwoordt 400 over ${BIJ_DUO}`);
    await bijTemporal((client) =>
      client.workflow.start('geplant', {
        workflowId: 'geplant',
        taskQueue: `${TAAKWACHTRIJ}-geplant`,
        args: [{ bsn: BIJ_DUO }],
      }),
    );

    const treffers = await gevonden(`duo_aanroepen_totaal{persoon="${BIJ_DUO}"} 1`);

    expect(Object.entries(treffers).filter(([, lijst]) => lijst.length === 0)).toEqual([]);
    expect(
      Object.values(treffers)
        .flat()
        .every((treffer) => treffer.endsWith(BIJ_DUO)),
    ).toBe(true);
  }, 60_000);
});
