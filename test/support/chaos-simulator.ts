// DUO's side, through the control side of the simulator, which may die under our hands as well.
import { setTimeout as rust } from 'node:timers/promises';
import { vraag, VerzoekFout } from '#tools/demo/verzoek.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';

export interface DuoBericht {
  readonly api: string;
  readonly methode: string;
  readonly pad: string;
  readonly status: number;
  readonly berichtId: string;
  readonly body?: unknown;
}

interface Notificatie {
  readonly berichtId: string;
  readonly gebeurtenisId: string;
  readonly registratieDatumTijd: string;
  readonly status: string;
  readonly pogingen: readonly { readonly status?: number }[];
}

interface DuoPersoon {
  readonly id: string;
  readonly notificaties: readonly Notificatie[];
  readonly agenda: readonly { readonly gebeurtenisId: string }[];
  readonly pips: readonly unknown[];
  readonly aanbod: Readonly<Record<string, unknown>>;
}

export interface NieuwePersoon {
  readonly bsn: string;
  readonly vNummer: string;
  readonly doelgroep: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant';
  readonly begindatum: string;
  readonly datumKennisgeving: string;
  readonly gevestigdOp?: string;
}

export interface Storing {
  readonly soort: string;
  readonly api?: string;
  readonly methode?: string;
  readonly persoon?: string;
  readonly aantal?: number;
  readonly vertragingMs?: number;
  readonly status?: number;
  readonly retryAfterS?: number;
  readonly tekst?: string;
  readonly veld?: string;
  readonly waarde?: string;
}

const GEDULD_MS = 150_000;

export class ChaosSimulator {
  constructor(private readonly url: string) {}

  /** Until the simulator answers; a refusal is an error. */
  async #vraag<T>(methode: 'GET' | 'POST' | 'PUT', pad: string, body?: unknown): Promise<T> {
    const begin = Date.now();
    for (;;) {
      try {
        return await vraag<T>(`${this.url}${pad}`, {
          methode,
          termijnMs: 60_000,
          ...(body === undefined ? {} : { body }),
        });
      } catch (fout) {
        if (fout instanceof VerzoekFout || Date.now() - begin > GEDULD_MS) throw fout;
        await rust(200);
      }
    }
  }

  /** Makes the person known to DUO; returns the simulator's own id. */
  async persoon(nieuw: NieuwePersoon): Promise<string> {
    const { oin, code } = LOKALE_GEMEENTEN[0];
    try {
      const body = { ...nieuw, gemeenteOin: oin, gemeentecode: code };
      return (await this.#vraag<{ id: string }>('POST', '/personen', body)).id;
    } catch (fout) {
      // An earlier attempt got through before the simulator died.
      if (!(fout instanceof VerzoekFout) || fout.status !== 409) throw fout;
      const zoek = { bsn: nieuw.bsn };
      return (await this.#vraag<{ id: string }>('POST', '/personen/_zoek', zoek)).id;
    }
  }

  lees(id: string): Promise<DuoPersoon> {
    return this.#vraag('GET', `/personen/${id}`);
  }

  /** Lets DUO do something once, also when the simulator dies half-way: by the event it gives. */
  async gebeurt(id: string, gebeurtenisId: string, pad: string, body: unknown): Promise<void> {
    const begin = Date.now();
    for (;;) {
      const { notificaties, agenda } = await this.lees(id);
      if ([...notificaties, ...agenda].some((een) => een.gebeurtenisId === gebeurtenisId)) return;
      try {
        await vraag(`${this.url}/personen/${id}${pad}`, {
          methode: 'POST',
          body,
          termijnMs: 60_000,
        });
      } catch (fout) {
        if (fout instanceof VerzoekFout || Date.now() - begin > GEDULD_MS) throw fout;
        await rust(200);
      }
    }
  }

  stuur(id: string, gebeurtenisId: string): Promise<void> {
    return this.gebeurt(id, gebeurtenisId, '/gebeurtenissen', { gebeurtenisId });
  }

  /** Offers what waits now instead of at the next attempt, and what was given up again. */
  bezorgNu(id: string): Promise<unknown> {
    return this.#vraag('POST', `/personen/${id}/notificaties/_opnieuw`, {});
  }

  /** What DUO received about this person, GETs left out, oldest first. */
  async ontvangen(id: string): Promise<readonly DuoBericht[]> {
    const alle = await this.#vraag<readonly DuoBericht[]>('GET', `/berichten?persoon=${id}`);
    return alle.filter(({ methode }) => methode !== 'GET');
  }

  async storingen(storingen: readonly Storing[]): Promise<void> {
    await this.#vraag('PUT', '/storingen', storingen);
  }

  /** The faults with what is left of their counts. */
  lopendeStoringen(): Promise<readonly Storing[]> {
    return this.#vraag('GET', '/storingen');
  }
}
