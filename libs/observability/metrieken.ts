import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Every label with all the values it can have: no ids, no persons, no endless series. */
export type Labels = Readonly<Record<string, readonly string[]>>;
type Waarden<L extends Labels> = { readonly [K in keyof L]: L[K][number] };

export interface Teller<L extends Labels> {
  readonly plus: (labels: Waarden<L>, aantal?: number) => void;
}
export interface Meter<L extends Labels> {
  readonly zet: (labels: Waarden<L>, waarde: number) => void;
}
export interface Duurmeter<L extends Labels> {
  /** Seconds. */
  readonly meet: (labels: Waarden<L>, seconden: number) => void;
}

interface Beschrijving<L extends Labels> {
  /** Prometheus name, with the unit: `duo_aanroepen_totaal`. */
  readonly naam: string;
  readonly uitleg: string;
  readonly labels: L;
}

// What a cast or a plain JavaScript caller could still bring in.
const ANDERS = 'anders';

/** Metrics of one program. Names and labels are fixed in code; values outside a set are `anders`. */
export class Metrieken {
  readonly #registry = new Registry();

  constructor(dienst: string) {
    this.#registry.setDefaultLabels({ dienst });
    collectDefaultMetrics({ register: this.#registry });
  }

  teller<const L extends Labels>(wat: Beschrijving<L>): Teller<L> {
    const teller = new Counter(this.opties(wat));
    return {
      plus: (labels, aantal = 1) => {
        teller.inc(gesloten(wat.labels, labels), aantal);
      },
    };
  }

  meter<const L extends Labels>(wat: Beschrijving<L>): Meter<L> {
    const meter = new Gauge(this.opties(wat));
    return {
      zet: (labels, waarde) => {
        meter.set(gesloten(wat.labels, labels), waarde);
      },
    };
  }

  duurmeter<const L extends Labels>(wat: Beschrijving<L>): Duurmeter<L> {
    const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    const duurmeter = new Histogram({ ...this.opties(wat), buckets });
    return {
      meet: (labels, seconden) => {
        duurmeter.observe(gesloten(wat.labels, labels), seconden);
      },
    };
  }

  /** Text for Prometheus. */
  tekst(): Promise<string> {
    return this.#registry.metrics();
  }

  private opties(wat: Beschrijving<Labels>): {
    name: string;
    help: string;
    labelNames: string[];
    registers: Registry[];
  } {
    const labelNames = Object.keys(wat.labels);
    return { name: wat.naam, help: wat.uitleg, labelNames, registers: [this.#registry] };
  }
}

export interface MetriekenServer {
  readonly poort: number;
  readonly stop: () => Promise<void>;
}

/** Serves GET /metrics on a port of its own, so that it need not be reachable from outside. */
export async function startMetriekenServer(
  metrieken: Metrieken,
  poort: number,
): Promise<MetriekenServer> {
  const server = createServer((verzoek, antwoord) => {
    if (verzoek.method !== 'GET' || verzoek.url !== '/metrics') {
      antwoord.writeHead(404).end();
      return;
    }
    metrieken.tekst().then(
      (tekst) =>
        antwoord.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(tekst),
      () => antwoord.writeHead(500).end(),
    );
  });
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', mislukt);
    server.listen(poort, klaar);
  });
  return {
    poort: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((klaar) => {
        server.close(() => {
          klaar();
        });
        server.closeAllConnections();
      }),
  };
}

function gesloten(sets: Labels, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sets).map(([naam, waarden]) => {
      const waarde = labels[naam] ?? ANDERS;
      return [naam, waarden.includes(waarde) ? waarde : ANDERS];
    }),
  );
}
