import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { isVerborgen, redigeerTekst, redigeerUrl } from './redactie.js';

export interface TracingOpties {
  readonly dienst: string;
  /** Base address of the collector; without it nothing is started and nothing is sent. */
  readonly endpoint: string | undefined;
}

export interface Tracing {
  readonly actief: boolean;
  /** Sends what is left. */
  readonly stop: () => Promise<void>;
}

/** Traces for operators. The accountable log of processing is another thing and is not sampled. */
export function startTracing(opties: TracingOpties): Tracing {
  if (opties.endpoint === undefined) return { actief: false, stop: () => Promise.resolve() };
  const url = `${opties.endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new RedigerendeExporter(new OTLPTraceExporter({ url }));
  const provider = new NodeTracerProvider({
    resource: new Resource({ 'service.name': `inburgeringsregie-${opties.dienst}` }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return { actief: true, stop: () => provider.shutdown() };
}

/** Nothing leaves with a person in its name, its attributes, its events or its status. */
class RedigerendeExporter implements SpanExporter {
  constructor(private readonly verder: SpanExporter) {}

  export(spans: ReadableSpan[], klaar: Parameters<SpanExporter['export']>[1]): void {
    this.verder.export(spans.map(redigeerSpan), klaar);
  }

  shutdown(): Promise<void> {
    return this.verder.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.verder.forceFlush?.();
  }
}

type Attributen = ReadableSpan['attributes'];

function redigeerSpan(span: ReadableSpan): ReadableSpan {
  const { message } = span.status;
  // A view on the span: exporters also call its methods.
  return Object.create(span, {
    name: { value: redigeerUrl(span.name) },
    attributes: { value: redigeerAttributen(span.attributes) },
    events: {
      value: span.events.map((een) => ({
        ...een,
        ...(een.attributes && { attributes: redigeerAttributen(een.attributes) }),
      })),
    },
    status: {
      value: { ...span.status, ...(message !== undefined && { message: redigeerTekst(message) }) },
    },
  }) as ReadableSpan;
}

const URL_ATTRIBUUT = /(^|\.)(url|target|full|path)$/;
const WEG = /(^|\.)(query|statement|text)$/;

function redigeerAttributen(attributen: Attributen): Attributen {
  const open: Attributen = {};
  for (const [naam, waarde] of Object.entries(attributen)) {
    if (WEG.test(naam) || naam.split('.').some(isVerborgen)) continue;
    if (typeof waarde !== 'string') open[naam] = waarde;
    else open[naam] = URL_ATTRIBUUT.test(naam) ? redigeerUrl(waarde) : redigeerTekst(waarde);
  }
  return open;
}
