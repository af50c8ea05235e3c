// A user of the API who does not give up: the same key again until there is an answer.
import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Gebruiker } from '#tools/demo/verzoek.js';

export interface Antwoord {
  /** 0: the connection was refused or broke. */
  readonly status: number;
  readonly type: string;
  readonly inhoud: Readonly<Record<string, unknown>>;
  readonly ms: number;
}

type Methode = 'GET' | 'POST' | 'PUT';

interface Vraag {
  /** JSON, or the text of a file. */
  readonly body?: unknown;
  readonly sleutel?: string;
}

/** A command that was accepted, and what it was answered then. */
interface Gegeven {
  readonly pad: string;
  readonly vraag: Vraag;
  readonly antwoord: Antwoord;
}

/** What must be the same when a command is asked again under its key. */
export function zichtbaar({ status, type, inhoud }: Antwoord): Omit<Antwoord, 'ms'> {
  return { status, type, inhoud };
}

const GEDULD_MS = 150_000;

export class Beller {
  /** The longest request so far, in milliseconds. */
  langsteMs = 0;
  /** Every command that was accepted, oldest first; a search is a question. */
  readonly gegeven: Gegeven[] = [];

  constructor(
    private readonly apiUrl: string,
    private readonly gebruiker: Gebruiker,
    private readonly gemeente: string | undefined,
  ) {}

  /** One request, whatever comes of it. */
  async roep(methode: Methode, pad: string, vraag: Vraag = {}): Promise<Antwoord> {
    const token = await this.gebruiker.token();
    const begin = performance.now();
    const antwoord = await this.#verstuur(methode, pad, vraag, token);
    const ms = performance.now() - begin;
    this.langsteMs = Math.max(this.langsteMs, ms);
    return { ...antwoord, ms };
  }

  /** Asks again, under the same key, while the service is away; any other refusal is an error. */
  async zeker<T>(methode: Methode, pad: string, vraag: Vraag = {}): Promise<T> {
    const vast = { sleutel: randomUUID(), ...vraag };
    const begin = Date.now();
    for (;;) {
      const antwoord = await this.roep(methode, pad, vast);
      if (antwoord.status >= 200 && antwoord.status < 300) {
        if (methode === 'POST' && !pad.endsWith('/_zoek')) {
          this.gegeven.push({ pad, vraag: vast, antwoord });
        }
        return antwoord.inhoud as T;
      }
      const later = antwoord.status === 0 || antwoord.status === 503;
      if (!later || Date.now() - begin > GEDULD_MS) {
        throw new Error(`${methode} ${pad}: ${antwoord.status} ${JSON.stringify(antwoord.inhoud)}`);
      }
      await rust(200);
    }
  }

  /** Asks every accepted command again under its key; gives the paths where the answer is another than then. */
  async herhaal(): Promise<string[]> {
    const anders: string[] = [];
    for (const { pad, vraag, antwoord } of this.gegeven.splice(0)) {
      const nu = await this.roep('POST', pad, vraag);
      if (!isDeepStrictEqual(zichtbaar(nu), zichtbaar(antwoord))) {
        anders.push(`${pad}: ${antwoord.status} werd ${nu.status}`);
      }
    }
    return anders;
  }

  async #verstuur(
    methode: Methode,
    pad: string,
    { body, sleutel }: Vraag,
    token: string,
  ): Promise<Omit<Antwoord, 'ms'>> {
    try {
      const antwoord = await fetch(`${this.apiUrl}/v1${pad}`, {
        method: methode,
        headers: {
          authorization: `Bearer ${token}`,
          ...(this.gemeente === undefined ? {} : { gemeente: this.gemeente }),
          ...(methode !== 'GET'
            ? {
                'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
                'idempotency-key': sleutel ?? randomUUID(),
              }
            : {}),
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const tekst = await antwoord.text();
      return {
        status: antwoord.status,
        type: antwoord.headers.get('content-type')?.split(';')[0] ?? '',
        inhoud: tekst === '' ? {} : (JSON.parse(tekst) as Record<string, unknown>),
      };
    } catch {
      return { status: 0, type: '', inhoud: {} };
    }
  }
}
