import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** A request as the router leaves it. */
export type GerouteerdVerzoek = IncomingMessage & { readonly route?: { readonly path?: unknown } };

// No baggage: what a caller puts in it would travel on with us, whatever it is.
const KOPPEN = ['traceparent', 'tracestate'] as const;

/**
 * A span around each request that goes on where the caller's trace was (W3C Trace Context). Named after the route,
 * never after the address. Without tracing it does nothing.
 */
export function volgSporen() {
  const tracer = trace.getTracer('http');
  return (req: GerouteerdVerzoek, res: ServerResponse, verder: () => void): void => {
    const koppen = Object.fromEntries(KOPPEN.map((naam) => [naam, req.headers[naam]]));
    const vanBeller = propagation.extract(ROOT_CONTEXT, koppen);
    const methode = req.method ?? '';
    const span = tracer.startSpan(
      methode,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': methode } },
      vanBeller,
    );
    res.once('close', () => {
      const pad = req.route?.path;
      if (typeof pad === 'string') {
        span.updateName(`${methode} ${pad}`);
        span.setAttribute('http.route', pad);
      }
      span.setAttribute('http.response.status_code', res.statusCode);
      if (res.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(vanBeller, span), verder);
  };
}
