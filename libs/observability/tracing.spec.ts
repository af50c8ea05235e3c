// Real: spans of the OpenTelemetry SDK, the OTLP exporter and an HTTP server as collector.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { startTracing } from './tracing.js';

const BSN = '999990342';

describe('tracing', () => {
  it('is uit zolang er geen bestemming is', async () => {
    const tracing = startTracing({ dienst: 'api', endpoint: undefined });
    expect(tracing.actief).toBe(false);
    await tracing.stop();
  });

  it('stuurt geen persoonsgegeven mee', async () => {
    let ontvangen = '';
    const collector = createServer((verzoek, antwoord) => {
      verzoek.on('data', (deel: Buffer) => (ontvangen += deel.toString('utf8')));
      verzoek.on('end', () => antwoord.writeHead(200).end('{}'));
    });
    await new Promise<void>((klaar) => collector.listen(0, '127.0.0.1', klaar));
    const { port } = collector.address() as AddressInfo;
    const tracing = startTracing({ dienst: 'api', endpoint: `http://127.0.0.1:${port}` });
    const span = trace.getTracer('proef').startSpan(`GET /personen/${BSN}`, {
      attributes: {
        'url.full': `https://duo.example/personen/${BSN}/pip?bsn=${BSN}`,
        'url.query': `naam=Voorbeeld`,
        'db.statement': `SELECT '${BSN}'`,
        'inburgeraar.naam': 'Voorbeeld',
        'http.response.status_code': 404,
      },
    });
    span.recordException(new Error(`niet gevonden: ${BSN}`));
    span.setStatus({ code: SpanStatusCode.ERROR, message: `persoon ${BSN}` });
    span.end();
    await tracing.stop();
    await new Promise((klaar) => collector.close(klaar));
    trace.disable();
    expect(ontvangen).toContain('https://duo.example/personen/[weg]/pip');
    expect(ontvangen).toContain('404');
    expect(ontvangen).not.toContain(BSN);
    expect(ontvangen).not.toContain('Voorbeeld');
  });
});
