// Real: the API, the OpenTelemetry SDK with its propagation and contexts. Fake: the exporter keeps spans in memory;
// Temporal and the key store as in the other specs of the API.
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import { Aanroeper, maakOpstelling, openTraject, type Opstelling } from './opstelling.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`;

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

let o: Opstelling;
let ik: Aanroeper;
let trajectId: string;

beforeAll(async () => {
  provider.register();
  o = await maakOpstelling();
  ik = new Aanroeper(o, await o.token());
  ({ trajectId } = await openTraject(o));
});

beforeEach(() => {
  exporter.reset();
});

afterAll(async () => {
  await o.stop();
  await provider.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
});

/** The span of the one request of this test; it ends when the connection is done with the answer. */
async function spanVanVerzoek(): Promise<ReadableSpan> {
  for (;;) {
    const [span] = exporter.getFinishedSpans().filter(({ kind }) => kind === SpanKind.SERVER);
    if (span !== undefined) return span;
    await new Promise((verder) => setImmediate(verder));
  }
}

describe('sporen', () => {
  it('gaat verder in het spoor van de beller, tot in de deur', async () => {
    const inDeDeur: (string | undefined)[] = [];
    const lees = o.dossier.leesToestand.bind(o.dossier);
    const bij = jest.spyOn(o.dossier, 'leesToestand').mockImplementation((plek) => {
      inDeDeur.push(trace.getActiveSpan()?.spanContext().traceId);
      return lees(plek);
    });
    await ik.haal(`/trajecten/${trajectId}`).set('traceparent', TRACEPARENT).expect(200);
    bij.mockRestore();

    const span = await spanVanVerzoek();
    expect(span.spanContext().traceId).toBe(TRACE);
    expect(span.parentSpanId).toBe(SPAN);
    expect(span.name).toBe('GET /v1/trajecten/:id');
    expect(span.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/v1/trajecten/:id',
      'http.response.status_code': 200,
    });
    expect(inDeDeur).toEqual([TRACE]);
  });

  it.each([
    ['zonder kop', {}],
    ['met een kop die niet klopt', { traceparent: 'onzin' }],
    ['met alleen nullen', { traceparent: `00-${'0'.repeat(32)}-${SPAN}-01` }],
  ])('begint een eigen spoor: %s', async (_titel, koppen) => {
    await ik.haal(`/trajecten/${trajectId}`).set(koppen).expect(200);

    const span = await spanVanVerzoek();
    expect(span.spanContext().traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(span.spanContext().traceId).not.toBe(TRACE);
    expect(span.parentSpanId).toBeUndefined();
  });

  it('bewaart niets als de beller zegt dat zijn spoor niet bewaard wordt', async () => {
    await ik.haal(`/trajecten/${trajectId}`).set('traceparent', `00-${TRACE}-${SPAN}-00`);
    await ik.haal(`/trajecten/${trajectId}`);

    const span = await spanVanVerzoek();
    expect(span.spanContext().traceId).not.toBe(TRACE);
  });

  it('neemt geen bagage van de beller mee, en geen adres in de naam', async () => {
    let bagage: unknown;
    const lees = o.dossier.leesToestand.bind(o.dossier);
    const bij = jest.spyOn(o.dossier, 'leesToestand').mockImplementation((plek) => {
      bagage = propagation.getActiveBaggage();
      return lees(plek);
    });
    await ik
      .haal(`/trajecten/${trajectId}?x=Zonnebloem`)
      .set({ traceparent: TRACEPARENT, baggage: 'naam=Zonnebloem' });
    bij.mockRestore();
    await ik.haal('/bestaat-niet/Zonnebloem').expect(404);

    expect(bagage).toBeUndefined();
    const spannen = exporter.getFinishedSpans();
    expect(JSON.stringify(spannen.map(({ name, attributes }) => [name, attributes]))).not.toContain(
      'Zonnebloem',
    );
  });
});
