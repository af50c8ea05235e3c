import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';

import { Agent, request } from 'undici';

import { alsIso } from '../datum.js';
import { neemStoring, type Gelegenheid, type Storing } from '../storingen.js';
import type { Klok } from '../toestand/klok.js';
import type { Notificatie, Persoon } from '../toestand/persoon.js';
import type { Staat } from '../toestand/staat.js';

export interface BezorgOpties {
  duoOin: string;
  /** Address of the gemeente's /notificaties; without it notifications stay waiting. */
  notificatieUrl?: string;
  clientTls?: { cert: string; key: string; ca: string };
  maxPogingen?: number;
  basisWachttijdMs?: number;
  maxWachttijdMs?: number;
  timeoutMs?: number;
}

/** A refusal of the message itself; trying the same message again would not help. */
const isDefinitief = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/**
 * Sends notifications at least once and in order per person: as long as the first one fails, the
 * later ones of that person wait. After `maxPogingen` it is marked 'mislukt' and the rest goes on.
 */
export class Bezorger {
  private readonly agent: Agent;
  private readonly rijen = new Map<string, Promise<void>>();
  private readonly herhalingen = new Map<string, NodeJS.Timeout>();
  private gestopt = false;

  constructor(
    private readonly staat: Staat,
    private readonly klok: Klok,
    private readonly opties: BezorgOpties,
  ) {
    this.agent = new Agent({ connect: { ...opties.clientTls, minVersion: 'TLSv1.2' } });
  }

  /** Attempts everything that waits for this person; resolves after the attempts, failed or not. */
  bezorg(persoon: Persoon): Promise<void> {
    clearTimeout(this.herhalingen.get(persoon.id));
    this.herhalingen.delete(persoon.id);
    const vorige = this.rijen.get(persoon.id) ?? Promise.resolve();
    const deze = vorige.catch(() => undefined).then(() => this.werkRijAf(persoon));
    this.rijen.set(persoon.id, deze);
    return deze;
  }

  /** Takes up what was still waiting when the simulator went down. */
  hervat(): void {
    for (const persoon of this.staat.gegevens.personen) {
      if (persoon.notificaties.some((n) => n.status === 'wacht')) this.herhaal(persoon, 0);
    }
  }

  /** Puts notifications that were given up or held back in the row again. */
  async opnieuw(persoon: Persoon): Promise<void> {
    laatDoor(persoon);
    for (const notificatie of persoon.notificaties) {
      if (notificatie.status === 'mislukt') {
        notificatie.status = 'wacht';
        notificatie.pogingen = [];
      }
    }
    await this.bezorg(persoon);
  }

  async stop(): Promise<void> {
    this.gestopt = true;
    for (const timer of this.herhalingen.values()) clearTimeout(timer);
    await this.agent.destroy();
    await Promise.allSettled(this.rijen.values());
  }

  private async werkRijAf(persoon: Persoon): Promise<void> {
    if (this.opties.notificatieUrl === undefined) return;
    for (;;) {
      const notificatie = persoon.notificaties.find((n) => n.status === 'wacht' && !n.achteraan);
      if (notificatie === undefined || this.gestopt) return;
      if (this.gaatAchteraan(persoon, notificatie)) {
        await this.staat.bewaar();
        continue;
      }
      await this.probeer(persoon, notificatie, this.opties.notificatieUrl);
      await this.staat.bewaar();
      // The status changed during the attempt, which the narrowing above cannot know.
      if ((notificatie.status as string) === 'wacht') {
        this.herhaal(persoon, this.wachttijd(notificatie.pogingen.length));
        return;
      }
      laatDoor(persoon);
    }
  }

  /** A fault may let a notification wait for the next one of this person, once. */
  private gaatAchteraan(persoon: Persoon, notificatie: Notificatie): boolean {
    const bezet = persoon.notificaties.some((n) => n.achteraan);
    if (bezet || notificatie.achteraan !== undefined) return false;
    if (this.storing(['verwissel'], persoon, notificatie) === undefined) return false;
    notificatie.achteraan = true;
    return true;
  }

  private async probeer(persoon: Persoon, notificatie: Notificatie, url: string): Promise<void> {
    if (this.storing(['laat-vallen'], persoon, notificatie) !== undefined) {
      notificatie.status = 'vervallen';
      return;
    }
    const vertraging = this.storing(['vertraag'], persoon, notificatie);
    if (vertraging !== undefined) await wacht(vertraging.vertragingMs ?? 1000);
    const status = await this.verstuur(persoon, notificatie, url, notificatie.berichtId);
    if (status === 201) {
      notificatie.status = 'bezorgd';
      const dubbel = this.storing(['dubbel-notificatie'], persoon, notificatie);
      if (dubbel !== undefined) {
        const berichtId = dubbel.zelfdeBerichtId === false ? randomUUID() : notificatie.berichtId;
        await this.verstuur(persoon, notificatie, url, berichtId);
      }
    } else if (
      (status !== undefined && isDefinitief(status)) ||
      notificatie.pogingen.length >= (this.opties.maxPogingen ?? 60)
    ) {
      notificatie.status = 'mislukt';
    }
  }

  private async verstuur(
    persoon: Persoon,
    notificatie: Notificatie,
    url: string,
    berichtId: string,
  ): Promise<number | undefined> {
    const tijdstip = alsIso(this.klok.echt());
    const timeout = this.opties.timeoutMs ?? 10_000;
    try {
      const antwoord = await request(url, {
        method: 'POST',
        dispatcher: this.agent,
        headersTimeout: timeout,
        bodyTimeout: timeout,
        headers: {
          'content-type': 'application/json',
          bron: this.opties.duoOin,
          doel: notificatie.doel,
          berichtId,
        },
        body: JSON.stringify(inhoud(persoon, notificatie)),
      });
      await antwoord.body.dump();
      notificatie.pogingen.push({ tijdstip, status: antwoord.statusCode });
      return antwoord.statusCode;
    } catch (fout) {
      const code = (fout as { code?: unknown }).code;
      notificatie.pogingen.push({ tijdstip, fout: typeof code === 'string' ? code : 'onbekend' });
      return undefined;
    }
  }

  private storing(
    soorten: readonly Storing['soort'][],
    persoon: Persoon,
    { gebeurtenisId }: Notificatie,
  ): Storing | undefined {
    const bij: Gelegenheid = {
      api: 'notificatie',
      methode: 'POST',
      persoon: persoon.id,
      nu: this.klok.nu(persoon),
      gebeurtenisId,
    };
    return neemStoring(this.staat.gegevens.storingen, soorten, bij);
  }

  private wachttijd(pogingen: number): number {
    const basis = this.opties.basisWachttijdMs ?? 500;
    return Math.min(basis * 2 ** (pogingen - 1), this.opties.maxWachttijdMs ?? 30_000);
  }

  private herhaal(persoon: Persoon, naMs: number): void {
    if (this.gestopt) return;
    clearTimeout(this.herhalingen.get(persoon.id));
    const timer = setTimeout(() => {
      this.bezorg(persoon).catch(() => undefined);
    }, naMs);
    this.herhalingen.set(persoon.id, timer);
  }
}

const laatDoor = (persoon: Persoon): void => {
  for (const notificatie of persoon.notificaties) {
    if (notificatie.achteraan === true) notificatie.achteraan = false;
  }
};

const inhoud = (persoon: Persoon, notificatie: Notificatie): object => ({
  registratieDatumTijd: notificatie.registratieDatumTijd,
  gebeurtenisId: notificatie.gebeurtenisId,
  ...(persoon.bsn === null || persoon.notificatieMet === 'vNummer' ? {} : { bsn: persoon.bsn }),
  ...(persoon.vNummer === null || persoon.notificatieMet === 'bsn'
    ? {}
    : { vNummer: Number(persoon.vNummer) }),
});
