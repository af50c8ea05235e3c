// Real: the worker's client of DUO and the api's listener for DUO as they are set up at start, TLS with certificates on
// both sides, revocation lists of an authority made here, PostgreSQL. Fake: the server behind the client, the key store.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { maakDuo, type Duo } from '#apps/worker/src/duo.js';
import { maakLogger } from '#observability/logger.js';
import { wachtTot } from '#test/support/chaos-omgeving.js';
import { AANROEP, GEMEENTE_OIN } from '#test/support/duo-client.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { maakUitgever, type Uitgever } from './ketensimulator/certificaten.js';

const DUO = '00000001003214345000';
const ELKE_MS = 50;

let map: string;
let uitgever: Uitgever;
const opruimen: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  uitgever = await maakUitgever();
});

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'intrekking-'));
});

afterEach(async () => {
  for (const doe of opruimen.splice(0).reverse()) await doe();
  rmSync(map, { recursive: true });
});

/** As a script puts a new list in place: whole, or not. */
function zet(naam: string, inhoud: string): string {
  const pad = join(map, naam);
  writeFileSync(`${pad}.nieuw`, inhoud);
  renameSync(`${pad}.nieuw`, pad);
  return pad;
}

describe('het certificaat van DUO als wij bellen', () => {
  let duoCertificaat: string;
  let server: NagebootsteServer;

  beforeEach(async () => {
    const duo = await uitgever.geef(DUO);
    duoCertificaat = duo.cert;
    server = await startNagebootsteServer({ ...duo, ca: uitgever.ca, requestCert: true });
    server.antwoord = (_, antwoord): void => {
      antwoord.writeHead(404).end();
    };
    opruimen.push(() => server.close());
    const { cert, key } = await uitgever.geef(GEMEENTE_OIN);
    zet(`${GEMEENTE_OIN}.crt`, cert);
    zet(`${GEMEENTE_OIN}.key`, key);
    zet('ca.crt', uitgever.ca);
  });

  function start(): { vraag: () => Promise<string>; regels: string[] } {
    const regels: string[] = [];
    const duo: Duo = maakDuo(
      { basisUrl: server.url, apis: {}, oin: DUO, clientMap: map },
      () => undefined,
      maakLogger({
        dienst: 'worker',
        niveau: 'info',
        bestemming: { write: (r) => regels.push(r) },
      }),
      ELKE_MS,
    );
    opruimen.push(() => duo.close());
    const vraag = async (): Promise<string> => {
      const uitkomst = await duo.poort.haalPip(AANROEP);
      return uitkomst.soort === 'storing' ? uitkomst.oorzaak : uitkomst.soort;
    };
    return { vraag, regels };
  }

  it('wordt zonder lijst niet nagezocht', async () => {
    const { vraag, regels } = start();
    expect(await vraag()).toBe('onbekend');
    expect(regels.join('')).toContain('geen controle');
  });

  it('wordt vertrouwd zolang het niet op de lijst staat', async () => {
    const { cert: ander } = await uitgever.geef(DUO);
    zet('crl.pem', await uitgever.trekIn([ander]));
    const { vraag, regels } = start();
    expect(await vraag()).toBe('onbekend');
    expect(regels.join('')).toContain('controle aan');
  });

  it('wordt niet vertrouwd als het is ingetrokken, en er gaat niets over de lijn', async () => {
    zet('crl.pem', await uitgever.trekIn([duoCertificaat]));
    expect(await start().vraag()).toBe('tls');
    expect(server.ontvangen).toEqual([]);
  });

  it('wordt niet vertrouwd met een lijst die verlopen is', async () => {
    zet('crl.pem', await uitgever.trekIn([], new Date(Date.now() - 1_000)));
    expect(await start().vraag()).toBe('tls');
  });

  it('wordt in elke lijst van het bestand gezocht', async () => {
    const andere = await (await maakUitgever('Andere uitgever')).trekIn([]);
    zet('crl.pem', [andere, await uitgever.trekIn([])].join('\n'));
    expect(await start().vraag()).toBe('onbekend');
    zet('crl.pem', [andere, await uitgever.trekIn([duoCertificaat])].join('\n'));
    expect(await start().vraag()).toBe('tls');
    // Without the list of who gave it out, nothing can be said of a certificate.
    zet('crl.pem', andere);
    expect(await start().vraag()).toBe('tls');
  });

  it('telt een nieuwe lijst zonder herstart, ook de eerste; van een kapotte hoort de beheerder', async () => {
    const { vraag, regels } = start();
    expect(await vraag()).toBe('onbekend');
    zet('crl.pem', await uitgever.trekIn([duoCertificaat]));
    await wachtTot('de intrekking telt', async () => (await vraag()) === 'tls');

    zet('crl.pem', 'half geschreven');
    await wachtTot('de klacht', () => Promise.resolve(regels.join('').includes('onbruikbaar')));
    expect(await vraag()).not.toBe('onbekend');
  });

  it('houdt de worker tegen als de lijst bij de start niet te gebruiken is', () => {
    zet('crl.pem', 'niets');
    expect(start).toThrow('DUO-configuratie: crl.pem is geen bruikbare intrekkingslijst');
  });
});

describe('het certificaat van wie ons meldt', () => {
  let opstelling: Opstelling;

  beforeAll(async () => {
    opstelling = await maakOpstelling();
  });

  afterAll(async () => {
    await opstelling.stop();
  });

  async function open(
    crlBestand?: string,
  ): Promise<{ als: (paar: { cert: string; key: string }) => Promise<number>; regels: string[] }> {
    const regels: string[] = [];
    const luisteraar: Luisteraar = await openNotificatiekant(
      opstelling,
      { uitgever, crlElkeMs: ELKE_MS, ...(crlBestand === undefined ? {} : { crlBestand }) },
      maakLogger({ dienst: 'api', niveau: 'info', bestemming: { write: (r) => regels.push(r) } }),
    );
    opruimen.push(() => luisteraar.stop());
    const als = async (paar: { cert: string; key: string }): Promise<number> => {
      const agent = new Agent({ connect: { ...paar, ca: uitgever.ca } });
      try {
        const { statusCode, body } = await request(
          `https://127.0.0.1:${luisteraar.poort}/notificaties`,
          {
            method: 'POST',
            dispatcher: agent,
            headers: {
              'content-type': 'application/json',
              bron: DUO,
              doel: GEMEENTE_A.oin,
              berichtId: randomUUID(),
            },
            body: JSON.stringify({
              gebeurtenisId: 'SS106',
              bsn: nieuwBsn(),
              registratieDatumTijd: new Date().toISOString(),
            }),
          },
        );
        await body.dump();
        return statusCode;
      } catch {
        return 0;
      } finally {
        await agent.destroy();
      }
    };
    return { als, regels };
  }

  it('wordt zonder lijst niet nagezocht, en met een lijst alleen geweigerd als het erop staat', async () => {
    const [goed, ingetrokken] = [await uitgever.geef(DUO), await uitgever.geef(DUO)];
    const zonder = await open();
    expect(await zonder.als(ingetrokken)).toBe(201);

    const met = await open(zet('meld.pem', await uitgever.trekIn([ingetrokken.cert])));
    expect(await met.als(goed)).toBe(201);
    expect(await met.als(ingetrokken)).toBe(0);
    await wachtTot('de reden', () => Promise.resolve(met.regels.join('').includes('CERT_REVOKED')));
  });

  it('wordt geweigerd zodra een nieuwe lijst het noemt; een kapotte lijst verandert niets', async () => {
    const [goed, straks] = [await uitgever.geef(DUO), await uitgever.geef(DUO)];
    const pad = zet('meld.pem', await uitgever.trekIn([]));
    const { als, regels } = await open(pad);
    expect(await als(straks)).toBe(201);

    zet('meld.pem', await uitgever.trekIn([straks.cert]));
    await wachtTot('de intrekking telt', async () => (await als(straks)) === 0);
    zet('meld.pem', '');
    await wachtTot('de klacht', () => Promise.resolve(regels.join('').includes('onbruikbaar')));
    expect([await als(goed), await als(straks)]).toEqual([201, 0]);
  });
});
