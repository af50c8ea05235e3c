// A collector of traces: keeps what it is sent, to look for what should not be in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Verzamelaar {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  /** Every export so far, oldest first. */
  readonly sporen: readonly Buffer[];
  sluit(): void;
}

export async function startVerzamelaar(): Promise<Verzamelaar> {
  const sporen: Buffer[] = [];
  const server = createServer((verzoek, antwoord) => {
    const stukken: Buffer[] = [];
    verzoek.on('data', (stuk: Buffer) => stukken.push(stuk));
    verzoek.on('end', () => {
      sporen.push(Buffer.concat(stukken));
      antwoord.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sporen,
    sluit: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
