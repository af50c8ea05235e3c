/**
 * Real: our client, TLS with client certificates on both sides, a certificate authority made for
 * the test. Fake: the server behind it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { duoApisOp, STANDAARD_DUO_GRENZEN } from '#adapters/duo/duo-configuratie.js';
import type { DuoTls } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import { AANROEP, BSN, DUO_OIN } from '#test/support/duo-client.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import { maakCertificaten, testOin, type Certificaten } from '#tools/lokaal/certificaten.js';
import { naarDatum } from '#domain/datum/datum.js';

const EEN = testOin('GM0001');
const TWEE = testOin('GM0002');
const houder = (naam: string, oin: string): { naam: string; oin: string; organisatie: string } => ({
  naam,
  oin,
  organisatie: `Gemeente ${naam}`,
});

describe('certificaten tussen gemeente en DUO', () => {
  let map: string;
  let eigen: Certificaten;
  let vreemd: Certificaten;
  let server: NagebootsteServer;
  const clienten: DuoHttpAdapter[] = [];

  const lees = (pad: string): string => readFileSync(pad, 'utf8');
  const tlsVan = (bron: Certificaten, naam: string, vertrouwt = bron): DuoTls => ({
    sleutel: lees(bron.clienten[naam]!.sleutel),
    certificaat: lees(bron.clienten[naam]!.certificaat),
    ca: lees(vertrouwt.ca),
  });
  const client = (gemeenten: ReadonlyMap<string, DuoTls>): DuoHttpAdapter => {
    const apis = duoApisOp(server.url);
    const grenzen = STANDAARD_DUO_GRENZEN;
    const nieuw = new DuoHttpAdapter({ duoOin: DUO_OIN, apis, gemeenten, grenzen });
    clienten.push(nieuw);
    return nieuw;
  };
  const oinVan = (verzoek: IncomingMessage): unknown => {
    const { socket } = verzoek;
    if (!(socket instanceof TLSSocket)) return undefined;
    const subject: object = socket.getPeerCertificate().subject;
    return 'serialNumber' in subject ? subject.serialNumber : undefined;
  };

  beforeAll(async () => {
    map = mkdtempSync(join(tmpdir(), 'duo-mtls-'));
    const gemeenten = [houder('GM0001', EEN), houder('GM0002', TWEE)];
    eigen = await maakCertificaten({ map: join(map, 'eigen'), gemeenten });
    vreemd = await maakCertificaten({ map: join(map, 'vreemd'), gemeenten });
    server = await startNagebootsteServer({
      key: lees(eigen.servers.duo.sleutel),
      cert: lees(eigen.servers.duo.certificaat),
      ca: lees(eigen.ca),
      requestCert: true,
      rejectUnauthorized: true,
    });
  });
  beforeEach(() => {
    server.ontvangen.length = 0;
  });
  afterEach(async () => {
    await Promise.all(clienten.splice(0).map((een) => een.close()));
  });
  afterAll(async () => {
    await server.close();
    rmSync(map, { recursive: true });
  });

  it('spreekt voor elke gemeente met haar eigen certificaat, ook door elkaar', async () => {
    const paren: unknown[] = [];
    server.antwoord = (verzoek, antwoord): void => {
      paren.push([verzoek.headers.bron, oinVan(verzoek)]);
      antwoord.writeHead(404).end();
    };
    const { poort } = client(
      new Map([
        [EEN, tlsVan(eigen, 'GM0001')],
        [TWEE, tlsVan(eigen, 'GM0002')],
      ]),
    );
    const om = Array.from({ length: 40 }, (_, nr) => (nr % 2 === 0 ? EEN : TWEE));
    const uitkomsten = await Promise.all(
      om.map((gemeenteOin) => poort.haalPip({ ...AANROEP, gemeenteOin })),
    );
    expect(uitkomsten.every(({ soort }) => soort === 'onbekend')).toBe(true);
    expect(paren).toHaveLength(40);
    expect(paren.every((paar) => (paar as string[])[0] === (paar as string[])[1])).toBe(true);
  });

  it('krijgt met een certificaat van een vreemde uitgever niets gedaan en verraadt niets', async () => {
    const tls = tlsVan(vreemd, 'GM0001', eigen);
    const { poort } = client(new Map([[EEN, tls]]));
    const uitkomst = await poort.leverPip({
      ...AANROEP,
      gemeenteOin: EEN,
      body: { dagtekeningPip: naarDatum('2026-02-27'), leerroute: 'B' },
    });
    expect(['storing', 'niet-geautoriseerd']).toContain(uitkomst.soort);
    expect(server.ontvangen).toHaveLength(0);
    const tekst = JSON.stringify(uitkomst);
    for (const geheim of [BSN, 'personen', 'PRIVATE', '2026-02-27', server.url]) {
      expect(tekst).not.toContain(geheim);
    }
  });

  it('zegt niets tegen een DUO met een certificaat dat het niet vertrouwt', async () => {
    const { poort } = client(new Map([[EEN, tlsVan(eigen, 'GM0001', vreemd)]]));
    expect(
      await poort.zetZroute({
        ...AANROEP,
        gemeenteOin: EEN,
        body: { datumAfrondingZroute: naarDatum('2026-02-27') },
      }),
    ).toEqual({ soort: 'storing', oorzaak: 'tls', ongewis: false, afwijkingen: [] });
    expect(server.ontvangen).toHaveLength(0);
  });

  it('houdt de deur open voor een gemeente als het certificaat van een andere niet deugt', async () => {
    server.antwoord = (_, antwoord): void => {
      antwoord.writeHead(404).end();
    };
    const { poort } = client(
      new Map([
        [EEN, tlsVan(eigen, 'GM0001', vreemd)],
        [TWEE, tlsVan(eigen, 'GM0002')],
      ]),
    );
    for (let keer = 0; keer <= STANDAARD_DUO_GRENZEN.naStoringen; keer += 1) {
      await poort.haalPip({ ...AANROEP, gemeenteOin: EEN });
    }
    expect(await poort.haalPip({ ...AANROEP, gemeenteOin: EEN })).toMatchObject({
      oorzaak: 'onderbroken',
    });
    expect(await poort.haalPip({ ...AANROEP, gemeenteOin: TWEE })).toMatchObject({
      soort: 'onbekend',
    });
  });

  it('weigert bij de start een sleutel die niet bij het certificaat hoort, zonder hem te tonen', () => {
    const tls = { ...tlsVan(eigen, 'GM0001'), sleutel: tlsVan(eigen, 'GM0002').sleutel };
    expect(() => client(new Map([[EEN, tls]]))).toThrow(
      `DUO-configuratie: sleutel, certificaat, ca of crl van ${EEN} is niet bruikbaar`,
    );
  });
});
