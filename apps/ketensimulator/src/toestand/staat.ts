import { EventEmitter, once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';

import type { Spel } from '../scenario/spel.js';
import type { Storing } from '../storingen.js';
import type { Persoon } from './persoon.js';

/** One call to the DUO side, without the BSN that stood in its path. */
export interface Bericht {
  berichtId: string;
  bron: string;
  api: string;
  methode: string;
  pad: string;
  persoonId: string | null;
  /** Moment on the person's clock. */
  ontvangenOp: string;
  body?: unknown;
  status: number;
  antwoord?: unknown;
}

export interface Contactpersoon {
  id: number;
  gemeenteOin: string;
  gegevens: { naam: string; email: string; telefoonnummer: string };
}

interface Gegevens {
  versie: 1;
  personen: Persoon[];
  berichten: Bericht[];
  contactpersonen: Contactpersoon[];
  storingen: Storing[];
  laatsteContactId: number;
  /** The scenario that is or was played last. */
  spel?: Spel;
}

const leeg = (): Gegevens => ({
  versie: 1,
  personen: [],
  berichten: [],
  contactpersonen: [],
  storingen: [],
  laatsteContactId: 0,
});

/** The simulator's whole memory; changes happen in memory and count once `bewaar` has resolved. */
export class Staat {
  readonly gegevens: Gegevens;
  private readonly veranderd = new EventEmitter();
  private readonly opId = new Map<string, Persoon>();
  private readonly opBsn = new Map<string, Persoon>();
  private bezig: Promise<void> | null = null;
  private volgende: Promise<void> | null = null;

  constructor(private readonly bestand?: string) {
    this.gegevens = leesBestand(bestand) ?? leeg();
    for (const persoon of this.gegevens.personen) this.indexeer(persoon);
  }

  persoon(id: string): Persoon | undefined {
    return this.opId.get(id);
  }

  persoonMetBsn(bsn: string): Persoon | undefined {
    return this.opBsn.get(bsn);
  }

  voegToe(persoon: Persoon): void {
    this.gegevens.personen.push(persoon);
    this.indexeer(persoon);
  }

  /** Resolves with whether `klopt` became true, asked at every change until `einde`. */
  async wachtTot(klopt: () => boolean, einde: AbortSignal): Promise<boolean> {
    while (!klopt()) {
      try {
        await once(this.veranderd, 'veranderd', { signal: einde });
      } catch {
        return klopt();
      }
    }
    return true;
  }

  /**
   * Resolves when everything changed before the call is on disk. Calls that come while a write is
   * running share the next one, so a burst of messages costs two writes and not thousands.
   */
  bewaar(): Promise<void> {
    this.veranderd.emit('veranderd');
    if (this.bestand === undefined) return Promise.resolve();
    // The one that waits may be about to begin: two at once would take each other's file away.
    if (this.volgende !== null) return this.volgende;
    if (this.bezig === null) return (this.bezig = this.schrijf(this.bestand));
    this.volgende = this.bezig
      .catch(() => undefined)
      .then(() => {
        this.volgende = null;
        return (this.bezig = this.schrijf(this.bestand ?? ''));
      });
    return this.volgende;
  }

  private async schrijf(bestand: string): Promise<void> {
    const inhoud = JSON.stringify(this.gegevens);
    try {
      await writeFile(`${bestand}.nieuw`, inhoud, { mode: 0o600 });
      await rename(`${bestand}.nieuw`, bestand);
    } finally {
      this.bezig = null;
    }
  }

  private indexeer(persoon: Persoon): void {
    this.opId.set(persoon.id, persoon);
    if (persoon.bsn !== null) this.opBsn.set(persoon.bsn, persoon);
  }
}

const leesBestand = (bestand?: string): Gegevens | undefined => {
  if (bestand === undefined || !existsSync(bestand)) return undefined;
  const gegevens = JSON.parse(readFileSync(bestand, 'utf8')) as Gegevens;
  if ((gegevens.versie as number) !== 1) {
    throw new Error('Het bestand met de toestand is van een andere versie van de simulator.');
  }
  return gegevens;
};
