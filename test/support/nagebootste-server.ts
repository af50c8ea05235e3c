import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One request as it came over the line. */
export interface OntvangenVerzoek {
  readonly methode: string;
  readonly url: string;
  readonly koppen: IncomingHttpHeaders;
  readonly body: string;
}

export interface NagebootsteServer {
  readonly url: string;
  readonly ontvangen: OntvangenVerzoek[];
  /** What the next requests get; set it per test. */
  antwoord: RequestListener;
  close(): Promise<void>;
}

/** A server on this machine that keeps each request whole and answers as told. */
export async function startNagebootsteServer(tls?: ServerOptions): Promise<NagebootsteServer> {
  const ontvangen: OntvangenVerzoek[] = [];
  const zelf = {
    url: '',
    ontvangen,
    antwoord: ((_, antwoord) => antwoord.writeHead(500).end()) as RequestListener,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const luister: RequestListener = (verzoek, antwoord) => {
    const stukken: Buffer[] = [];
    verzoek.on('data', (stuk: Buffer) => stukken.push(stuk));
    verzoek.on('end', () => {
      ontvangen.push({
        methode: verzoek.method ?? '',
        url: verzoek.url ?? '',
        koppen: verzoek.headers,
        body: Buffer.concat(stukken).toString('utf8'),
      });
      zelf.antwoord(verzoek, antwoord);
    });
  };
  const server = tls === undefined ? createServer(luister) : createTlsServer(tls, luister);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  zelf.url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return zelf;
}
