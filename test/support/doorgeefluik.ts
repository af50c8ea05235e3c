import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { request, type Dispatcher } from 'undici';

export interface Heen {
  methode: string;
  pad: string;
  koppen: Record<string, string>;
  body: string;
  /** OIN in the caller's certificate, when it was asked for one. */
  readonly oin: string | undefined;
}

export interface Terug {
  status: number;
  koppen: Record<string, string>;
  body: string;
}

export interface Doorgeefluik {
  readonly url: string;
  /** What went through, as it came back. */
  readonly doorgegeven: (Heen & { readonly terug: Terug })[];
  /** Changes what goes on; `undefined` lets the caller wait for ever. */
  heen: (vraag: Heen) => Heen | undefined;
  /** Changes what comes back. */
  terug: (antwoord: Terug, vraag: Heen) => Terug;
  sluit(): Promise<void>;
}

const VAN_DE_VERBINDING = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
];

const koppenVan = (ruw: Readonly<Record<string, string | string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(ruw).flatMap(([naam, waarde]) =>
      typeof waarde === 'string' && !VAN_DE_VERBINDING.includes(naam) ? [[naam, waarde]] : [],
    ),
  );

async function lees(verzoek: IncomingMessage): Promise<string> {
  const stukken: Buffer[] = [];
  for await (const stuk of verzoek) stukken.push(stuk as Buffer);
  return Buffer.concat(stukken).toString('utf8');
}

function oinVan({ socket }: IncomingMessage): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { subject } = socket.getPeerCertificate() as { subject?: { serialNumber?: string } };
  return subject?.serialNumber;
}

/** A server on this machine that passes everything on, and can spoil it on the way. */
export async function startDoorgeefluik(opties: {
  readonly naar: string;
  readonly tls?: ServerOptions;
  readonly dispatcher?: Dispatcher;
}): Promise<Doorgeefluik> {
  const { naar, tls, dispatcher } = opties;
  const zelf = {
    url: '',
    doorgegeven: [] as (Heen & { readonly terug: Terug })[],
    heen: ((vraag) => vraag) as Doorgeefluik['heen'],
    terug: ((antwoord) => antwoord) as Doorgeefluik['terug'],
    sluit: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const geefDoor = async (verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> => {
    const vraag = zelf.heen({
      methode: verzoek.method ?? '',
      pad: verzoek.url ?? '',
      koppen: koppenVan(verzoek.headers),
      body: await lees(verzoek),
      oin: oinVan(verzoek),
    });
    if (vraag === undefined) return;
    const gekregen = await request(`${naar}${vraag.pad}`, {
      method: vraag.methode,
      headers: vraag.koppen,
      body: vraag.body === '' ? null : vraag.body,
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    const terug = zelf.terug(
      {
        status: gekregen.statusCode,
        koppen: koppenVan(gekregen.headers),
        body: await gekregen.body.text(),
      },
      vraag,
    );
    zelf.doorgegeven.push({ ...vraag, terug });
    antwoord.writeHead(terug.status, terug.koppen).end(terug.body === '' ? undefined : terug.body);
  };
  const luister = (verzoek: IncomingMessage, antwoord: ServerResponse): void => {
    geefDoor(verzoek, antwoord).catch(() => antwoord.destroy());
  };
  const server = tls === undefined ? createServer(luister) : createTlsServer(tls, luister);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  zelf.url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return zelf;
}
