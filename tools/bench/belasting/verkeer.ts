import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { Gebruiker } from '#tools/demo/verzoek.js';
import { clientMet } from '../gemeenten.js';
import type { Doelwit, Uitslag } from './opdrachten.js';

/** A user of the API over connections that stay open. */
export class Verkeer {
  readonly #pool: Pool;
  readonly #gebruiker: Gebruiker;

  constructor({ apiUrl, issuer }: Doelwit, client: string, verbindingen: number) {
    this.#pool = new Pool(apiUrl, { connections: verbindingen, pipelining: 1 });
    this.#gebruiker = new Gebruiker(apiUrl, issuer, clientMet(client));
  }

  /** Throws for every answer but 2xx. */
  async vraag<T>(pad: string, body?: unknown): Promise<T> {
    const method = body === undefined ? 'GET' : 'POST';
    const antwoord = await this.#pool.request({
      method,
      path: `/v1${pad}`,
      headers: {
        authorization: `Bearer ${await this.#gebruiker.token()}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const tekst = await antwoord.body.text();
    if (antwoord.statusCode >= 300) {
      throw new Error(`${method} ${pad}: ${antwoord.statusCode} ${tekst.slice(0, 300)}`);
    }
    return (tekst === '' ? null : JSON.parse(tekst)) as T;
  }

  sluit(): Promise<void> {
    return this.#pool.close();
  }
}

export interface Keer {
  readonly ms: number;
  readonly soort?: string;
  readonly gemist?: boolean;
  readonly id?: string;
}

/** So many users, each with its next request as soon as the last is answered, until `doe` gives null or the time is up. */
export async function belast(
  gebruikers: number,
  duurMs: number,
  doe: (gebruiker: number) => Promise<Keer | null>,
): Promise<Uitslag> {
  const keren: (Keer & { readonly eind: number })[] = [];
  const begin = performance.now();
  const gebruiker = async (nr: number): Promise<void> => {
    while (performance.now() - begin < duurMs) {
      const keer = await doe(nr);
      if (keer === null) return;
      keren.push({ ...keer, eind: performance.now() - begin });
    }
  };
  await Promise.all(Array.from({ length: gebruikers }, (_, nr) => gebruiker(nr)));
  const seconden = (performance.now() - begin) / 1_000;
  const perSoort: Record<string, number[]> = {};
  for (const { soort, ms } of keren) if (soort !== undefined) (perSoort[soort] ??= []).push(ms);
  return {
    aantal: keren.length,
    seconden,
    ms: keren.map(({ ms }) => ms),
    einden: keren.map(({ eind }) => eind),
    perSoort,
    gemist: keren.filter(({ gemist }) => gemist).length,
    ids: keren.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}
