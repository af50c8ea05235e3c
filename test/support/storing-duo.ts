// Notifications straight to the listener of the running system, as DUO or as somebody who is not DUO.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { DUO_HOUDER } from '#tools/lokaal/certificaten.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import type { Chaos } from './chaos-omgeving.js';

export interface Melding {
  readonly gebeurtenisId: string;
  readonly bsn: string;
  readonly berichtId?: string;
  readonly registratieDatumTijd?: string;
  /** OIN that the message says it is of. */
  readonly bron?: string;
}

/** Where the certificates of the running system are kept. */
export function certificatenVan(chaos: Chaos): string {
  return join(chaos.omgeving.logmap, '..', 'certificaten');
}

export class Afzender {
  readonly #agent: Agent;

  /** `map`, `naam`: whose certificate; `ca`: whom it trusts. */
  constructor(
    private readonly chaos: Chaos,
    map: string = certificatenVan(chaos),
    naam = 'duo',
  ) {
    const lees = (bestand: string): string => readFileSync(bestand, 'utf8');
    this.#agent = new Agent({
      connections: 32,
      connect: {
        cert: lees(join(map, `client-${naam}.crt`)),
        key: lees(join(map, `client-${naam}.key`)),
        ca: lees(join(certificatenVan(chaos), 'ca.crt')),
      },
    });
  }

  /** The status; 0 when there was no answer at all. */
  async stuur(melding: Melding): Promise<number> {
    const { gebeurtenisId, bsn, bron = DUO_HOUDER.oin } = melding;
    try {
      const { statusCode, body } = await request(this.chaos.omgeving.notificatiesUrl, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: {
          'content-type': 'application/json',
          bron,
          doel: LOKALE_GEMEENTEN[0].oin,
          berichtId: melding.berichtId ?? randomUUID(),
        },
        body: JSON.stringify({
          registratieDatumTijd: melding.registratieDatumTijd ?? new Date().toISOString(),
          gebeurtenisId,
          bsn,
        }),
      });
      await body.dump();
      return statusCode;
    } catch {
      return 0;
    }
  }

  sluit(): Promise<void> {
    return this.#agent.close();
  }
}
