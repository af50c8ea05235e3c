import { randomUUID } from 'node:crypto';

export class VerzoekFout extends Error {
  constructor(
    readonly status: number,
    readonly wat: string,
    readonly body: unknown,
  ) {
    super(`${wat}: ${status} ${JSON.stringify(body)}`);
  }
}

export interface Verzoek {
  readonly methode?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly koppen?: Readonly<Record<string, string>>;
  readonly termijnMs?: number;
}

/** One request; anything but 2xx is an error with the answer in it. */
export async function vraag<T>(url: string, verzoek: Verzoek = {}): Promise<T> {
  const { methode = 'GET', body, koppen = {}, termijnMs = 30_000 } = verzoek;
  const antwoord = await fetch(url, {
    method: methode,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...koppen,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(termijnMs),
  });
  const tekst = await antwoord.text();
  const gelezen: unknown = tekst === '' ? null : JSON.parse(tekst);
  if (!antwoord.ok) {
    throw new VerzoekFout(antwoord.status, `${methode} ${new URL(url).pathname}`, gelezen);
  }
  return gelezen as T;
}

/** A user of the API: asks a token from the identity provider and sends it along. */
export class Gebruiker {
  #token: { readonly tekst: string; readonly tot: number } | undefined;

  constructor(
    private readonly apiUrl: string,
    private readonly issuer: string,
    private readonly client: { readonly id: string; readonly geheim: string },
  ) {}

  haal<T>(pad: string): Promise<T> {
    return this.stuur<T>('GET', pad);
  }

  doe<T>(pad: string, body: unknown, methode: 'POST' | 'PUT' = 'POST'): Promise<T> {
    return this.stuur<T>(methode, pad, body);
  }

  private async stuur<T>(methode: 'GET' | 'POST' | 'PUT', pad: string, body?: unknown): Promise<T> {
    return vraag<T>(`${this.apiUrl}/v1${pad}`, {
      methode,
      ...(body === undefined ? {} : { body }),
      koppen: {
        authorization: `Bearer ${await this.token()}`,
        ...(methode === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      },
    });
  }

  /** Asked once per half hour. */
  async token(): Promise<string> {
    if (this.#token !== undefined && this.#token.tot > Date.now()) return this.#token.tekst;
    const basis = Buffer.from(`${this.client.id}:${this.client.geheim}`).toString('base64');
    const antwoord = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${basis}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      signal: AbortSignal.timeout(10_000),
    });
    if (!antwoord.ok) throw new VerzoekFout(antwoord.status, 'token', await antwoord.text());
    const { access_token } = (await antwoord.json()) as { access_token: string };
    this.#token = { tekst: access_token, tot: Date.now() + 30 * 60_000 };
    return access_token;
  }
}
