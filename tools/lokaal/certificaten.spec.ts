// Real: the certificates, and TLS connections of Node over loopback that use them. Fake: nothing.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type PeerCertificate, type TLSSocket } from 'node:tls';
import { maakCertificaten, testOin, type Certificaat, type Certificaten } from './certificaten.js';

const GEMEENTE = { naam: 'GM0001', oin: testOin('GM0001'), organisatie: 'Gemeente Oost' };
let map: string;

function pem({ certificaat, sleutel }: Certificaat): { cert: Buffer; key: Buffer } {
  return { cert: readFileSync(certificaat), key: readFileSync(sleutel) };
}

async function groet(
  certificaten: Certificaten,
  client: Certificaat,
  host: string,
): Promise<PeerCertificate> {
  const ca = readFileSync(certificaten.ca);
  const server = createServer({
    ...pem(certificaten.servers.notificaties),
    ca,
    requestCert: true,
    rejectUnauthorized: true,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const geweigerd = once(server, 'tlsClientError').then(([fout]) => {
    throw fout as Error;
  });
  const socket = connect({ host: '127.0.0.1', servername: '', port, ca, ...pem(client) });
  socket.on('error', () => undefined);
  try {
    const gezien = once(server, 'secureConnection') as Promise<[TLSSocket]>;
    const [kant] = await Promise.race([gezien, geweigerd]);
    const fout = await new Promise((klaar) => {
      connect({ host, port, ca, ...pem(client) }, function (this: TLSSocket) {
        klaar(undefined);
        this.destroy();
      }).once('error', klaar);
    });
    if (fout !== undefined) throw fout as Error;
    return kant.getPeerCertificate();
  } finally {
    socket.destroy();
    server.close();
  }
}

function vingerafdrukken(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(map).map((naam) => [
      naam,
      createHash('sha256')
        .update(readFileSync(join(map, naam)))
        .digest('hex'),
    ]),
  );
}

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'lokaal-certificaten-'));
});

afterEach(() => {
  rmSync(map, { recursive: true, force: true });
});

describe('maakCertificaten', () => {
  it('laat de server het OIN en de organisatie van DUO en van een gemeente zien', async () => {
    const certificaten = await maakCertificaten({ map, gemeenten: [GEMEENTE] });

    const duo = await groet(certificaten, certificaten.clienten['duo']!, '127.0.0.1');
    const gemeente = await groet(certificaten, certificaten.clienten['GM0001']!, 'localhost');

    expect(duo.subject).toMatchObject({
      serialNumber: '00000001003214345000',
      O: 'Dienst Uitvoering Onderwijs',
    });
    expect(gemeente.subject).toMatchObject({
      serialNumber: '00000099000000001000',
      O: 'Gemeente Oost',
    });
  });

  it('wordt door een server met een andere CA geweigerd', async () => {
    const eigen = await maakCertificaten({ map: join(map, 'een') });
    const vreemd = await maakCertificaten({ map: join(map, 'twee') });

    await expect(groet(eigen, vreemd.clienten['duo']!, 'localhost')).rejects.toThrow();
  });

  it('gebruikt geldige certificaten opnieuw en maakt alleen wat ontbreekt', async () => {
    await maakCertificaten({ map });
    const eerst = vingerafdrukken();
    rmSync(join(map, 'duo.key'));

    await maakCertificaten({ map, gemeenten: [GEMEENTE] });

    const daarna = vingerafdrukken();
    const { 'duo.crt': _c, 'duo.key': _k, ...gelijk } = eerst;
    expect(daarna).toMatchObject(gelijk);
    expect(daarna['duo.crt']).not.toBe(eerst['duo.crt']);
    expect(Object.keys(daarna)).toContain('client-GM0001.crt');
  });

  it('maakt certificaten opnieuw die binnen een week verlopen', async () => {
    await maakCertificaten({ map });
    const eerst = vingerafdrukken();
    jest.useFakeTimers({
      now: Date.now() + 360 * 86_400_000,
      doNotFake: ['nextTick', 'setImmediate'],
    });
    try {
      await maakCertificaten({ map });
    } finally {
      jest.useRealTimers();
    }

    expect(vingerafdrukken()['duo.crt']).not.toBe(eerst['duo.crt']);
    expect(vingerafdrukken()['ca.crt']).toBe(eerst['ca.crt']);
  });

  it('laat alleen de eigenaar de bestanden lezen', async () => {
    await maakCertificaten({ map });

    for (const naam of readdirSync(map)) {
      expect(statSync(join(map, naam)).mode & 0o077).toBe(0);
    }
  });

  it('weigert een OIN dat geen 20 cijfers heeft', async () => {
    const gemeenten = [{ ...GEMEENTE, oin: '123' }];

    await expect(maakCertificaten({ map, gemeenten })).rejects.toThrow(/20 cijfers/);
  });
});
