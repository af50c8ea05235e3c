// Real: pino and the redaction. The lines are caught in memory.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { httpLogOpties, logHandeling, maakLogger } from './logger.js';
import { temporalLogger } from './temporal-logger.js';

const BSN = '999990342';
const UUID = '018f3c1e-0000-4000-8000-000000000001';
const VNUMMER = '2801234567';

const opstelling = (): { logger: Logger; regels: string[] } => {
  const regels: string[] = [];
  const bestemming = { write: (regel: string) => regels.push(regel) };
  return { logger: maakLogger({ dienst: 'api', niveau: 'debug', bestemming }), regels };
};
class Persoon {
  bsn = BSN;
  naam = 'Aymen Voorbeeld';
  leerroute = 'B1';
}
const maakFout = (): Error =>
  Object.assign(new Error(`Geen rij voor ${BSN}`, { cause: new Error(`Key (v)=(${VNUMMER})`) }), {
    parameters: [BSN],
    code: '23505',
  });

describe('logger', () => {
  it('schrijft van een handeling wie, wat, waar, wanneer en hoe het afliep', () => {
    const { logger, regels } = opstelling();
    const object = `traject:${randomUUID()}`;
    const handeling = { actie: 'traject.geopend', object, oorsprong: '10.0.0.7', actor: 'a1b2' };
    logHandeling(logger, { ...handeling, resultaat: 'gelukt' });
    logHandeling(logger, { ...handeling, resultaat: 'geweigerd' });
    const [eerste, tweede] = regels.map((regel) => JSON.parse(regel) as Record<string, unknown>);
    expect(eerste).toMatchObject({ ...handeling, resultaat: 'gelukt', niveau: 'info' });
    expect(tweede).toMatchObject({ resultaat: 'geweigerd', niveau: 'warn' });
    expect(eerste?.['tijdstempel']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each<[string, (logger: Logger) => void]>([
    [
      'een veld',
      (l) => {
        l.info({ bsn: BSN }, 'x');
      },
    ],
    [
      'een veld met een ander streepje',
      (l) => {
        l.info({ v_nummer: VNUMMER, 'geboorte-datum': BSN });
      },
    ],
    [
      'een veld in een veld',
      (l) => {
        l.info({ a: { b: [{ naam: BSN }] } });
      },
    ],
    [
      'een object van een klasse',
      (l) => {
        l.info({ invoer: new Persoon() });
      },
    ],
    [
      'een tekst',
      (l) => {
        l.info(`persoon ${BSN} en ${VNUMMER}`);
      },
    ],
    [
      'een tekst met invulling',
      (l) => {
        l.info('persoon %s %o', BSN, { vNummer: VNUMMER });
      },
    ],
    [
      'een getal',
      (l) => {
        l.info({ iets: Number(BSN), nog: Number(VNUMMER) });
      },
    ],
    [
      'een adres van DUO',
      (l) => {
        l.info({ waar: `/v1/personen/${BSN}/pip`, en: '/personen/abc' });
      },
    ],
    [
      'een fout',
      (l) => {
        l.error(maakFout());
      },
    ],
    [
      'een fout in een veld',
      (l) => {
        l.error({ fout: maakFout(), err: maakFout() });
      },
    ],
    [
      'een fout bij een tekst',
      (l) => {
        l.error({ ergens: maakFout() }, 'stuk');
      },
    ],
    [
      'een veld van een kind',
      (l) => {
        l.child({ bsn: BSN, wie: { naam: BSN }, los: BSN }).info('x');
      },
    ],
    [
      'een verzoek',
      (l) => {
        l.info({ req: { method: 'GET', url: `/x?bsn=${BSN}`, headers: { authorization: BSN } } });
      },
    ],
    [
      'een token',
      (l) => {
        l.info({ kop: `Bearer ${BSN}.abc`, headers: { authorization: BSN } });
      },
    ],
    [
      'een mislukte activiteit',
      (l) => {
        const error = ApplicationFailure.nonRetryable(`fout ${BSN}`, 'duo', {
          bsn: BSN,
          wie: VNUMMER,
        });
        temporalLogger(l).warn('Activity failed', { error, workflowId: 'traject:1' });
      },
    ],
  ])('laat geen persoonsgegeven door in %s', (_wat, schrijf) => {
    const { logger, regels } = opstelling();
    schrijf(logger);
    expect(regels).toHaveLength(1);
    for (const weg of [BSN, VNUMMER, 'Aymen', '/personen/abc', '.abc']) {
      expect(regels[0]).not.toContain(weg);
    }
  });

  it('laat wel door wat nodig is om een storing te vinden', () => {
    const { logger, regels } = opstelling();
    const trajectId = randomUUID();
    logger.error({ fout: maakFout(), trajectId, invoer: new Persoon(), duurMs: 123456 }, 'mislukt');
    expect(JSON.parse(regels[0]!)).toMatchObject({
      melding: 'mislukt',
      dienst: 'api',
      trajectId,
      duurMs: 123456,
      invoer: { leerroute: 'B1' },
      fout: { soort: 'Error', code: '23505', melding: 'Geen rij voor [weg]' },
    });
    expect(regels[0]).toContain('logger.spec');
  });

  it('breekt niet op een object dat naar zichzelf wijst', () => {
    const { logger, regels } = opstelling();
    const kring: Record<string, unknown> = { a: 1 };
    kring['zelf'] = kring;
    logger.info({ kring });
    expect(regels).toHaveLength(1);
  });

  it('schrijft van een verzoek alleen methode, pad en uitkomst', async () => {
    const { logger, regels } = opstelling();
    const log = pinoHttp(httpLogOpties(logger));
    const server = createServer((req, res) => {
      log(req, res);
      req.log.child({ bsn: BSN }).info({ naam: BSN }, 'onderweg');
      res.setHeader('x-geheim', BSN).writeHead(500).end();
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/v1/trajecten?bsn=${BSN}`, {
      headers: { authorization: `Bearer ${BSN}` },
    });
    await new Promise((klaar) => server.close(klaar));
    expect(regels).toHaveLength(2);
    expect(regels.join('')).not.toContain(BSN);
    expect(JSON.parse(regels[1]!)).toMatchObject({
      req: { methode: 'GET', pad: '/v1/trajecten' },
      res: { status: 500 },
    });
  });

  it.each([
    [{ path: '/v1/trajecten/:id' }, { id: 'Iemand' }, '/v1/trajecten/[weg]'],
    [{ path: '/v1/trajecten/:id' }, { id: UUID }, `/v1/trajecten/${UUID}`],
    [undefined, {}, '[onbekend]'],
  ])('schrijft van een adres alleen de route en ids (%j, %j)', (route, params, pad) => {
    const { logger, regels } = opstelling();
    logger.info({ req: { method: 'GET', originalUrl: '/v1/Iemand', app: {}, route, params } });
    expect(JSON.parse(regels[0]!)).toMatchObject({ req: { methode: 'GET', pad } });
    expect(regels[0]).not.toContain('Iemand');
  });

  it('zwijgt onder het ingestelde niveau', () => {
    const regels: string[] = [];
    const bestemming = { write: (regel: string) => regels.push(regel) };
    const logger = maakLogger({ dienst: 'api', niveau: 'warn', bestemming });
    logger.info('niet');
    logger.warn('wel');
    expect(regels).toHaveLength(1);
  });
});
