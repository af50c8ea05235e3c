import { request } from 'undici';

const GEDULD_MS = 30_000;

/** Control side of the chain simulator, as far as a rehearsal needs it. */
export class Ketensimulator {
  constructor(private readonly url: string) {}

  /** The simulator's own id of a person; null when it does not know the BSN. */
  async zoek(bsn: string): Promise<string | null> {
    const { status, inhoud } = await this.vraag('POST', '/personen/_zoek', { bsn });
    if (status === 404) return null;
    return tekst(inhoud, 'id', status);
  }

  /** When the chain next does something for this person, at or before `tot`; null for nothing. */
  async volgende(persoonId: string, tot: Date): Promise<Date | null> {
    const pad = `/personen/${persoonId}/volgende-gebeurtenis?tot=${tot.toISOString()}`;
    const { status, inhoud } = await this.vraag('GET', pad);
    if (status === 200 && inhoud === null) return null;
    return new Date(tekst(inhoud, 'tijdstip', status));
  }

  /** Moves the person's clock; what became due is sent, and delivered or tried, when this returns. */
  async zetKlok(persoonId: string, tijdstip: Date): Promise<void> {
    const { status } = await this.vraag('PUT', `/personen/${persoonId}/klok`, {
      tijdstip: tijdstip.toISOString(),
    });
    if (status !== 200) throw new Error(`De ketensimulator gaf status ${status}.`);
  }

  private async vraag(
    method: 'GET' | 'POST' | 'PUT',
    pad: string,
    body?: object,
  ): Promise<{ status: number; inhoud: unknown }> {
    const antwoord = await request(`${this.url.replace(/\/$/, '')}${pad}`, {
      method,
      headersTimeout: GEDULD_MS,
      bodyTimeout: GEDULD_MS,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: antwoord.statusCode, inhoud: await antwoord.body.json() };
  }
}

function tekst(inhoud: unknown, naam: string, status: number): string {
  const waarde = (inhoud as Record<string, unknown> | null)?.[naam];
  if (status !== 200 || typeof waarde !== 'string') {
    throw new Error(`De ketensimulator gaf status ${status}.`);
  }
  return waarde;
}
