import { randomUUID } from 'node:crypto';
import type { Bericht, Claim, DeurVoorActiviteiten, Plek } from '#activities/deur.js';
import type { StuurVraag, Stuurinformatie } from '#contracts/traject.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import { STANDAARD_INSTELLINGEN, type Instellingen } from '#domain/traject/instellingen.js';
import type { Actor, Omgeving, Weigering } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { stuurafdruk, stuurdeelVan } from '#dossier/stuurafdruk.js';
import { Journaal, omgevingOp } from './journaal.js';

const GEMEENTE_OIN = '00000001234567890000';

interface Poging {
  readonly poging: number;
  readonly berichtId: string;
  readonly huurTotMs: number;
  readonly ongewis: boolean;
  /** Whether an attempt before this one is in doubt. */
  readonly eerder: boolean;
}

export interface Deurinstelling {
  /** The clock under which Temporal runs, in milliseconds. */
  readonly nuMs: () => Promise<number>;
  /** Added to it: a story of a fixed year runs on a server that starts today. */
  readonly verzetMs: number;
}

/** The door with its journey in memory: the pure core, no database. One journey per door. */
export class GeheugenDeur implements DeurVoorActiviteiten {
  readonly journaal = new Journaal();
  /** Every accepted claim, in order. */
  readonly claims: { readonly meldingId: string; readonly poging: number }[] = [];
  /** Versions handed to a driver, in order. */
  readonly lezingen: number[] = [];
  epoche = 1;
  stuurversie = 0;
  gezien = 0;
  /** A shut door: every call of an activity fails. */
  dicht = false;
  /** Of the gemeente. */
  instellingen: Instellingen = STANDAARD_INSTELLINGEN;
  /** Calls that met a shut door. */
  vergeefs = 0;
  private readonly pogingen = new Map<string, Poging>();
  private readonly wachtend = new Set<DuoBron>();
  private readonly gedaan = new Set<string>();

  constructor(private readonly instelling: Deurinstelling) {}

  get toestand(): Toestand {
    return this.journaal.toestand;
  }

  get verzetMs(): number {
    return this.instelling.verzetMs;
  }

  /** The journey's clock, in milliseconds. */
  async nu(): Promise<number> {
    return (await this.instelling.nuMs()) + this.instelling.verzetMs;
  }

  /** A command of a person: wakes the driver when there is something new to drive (E7). */
  async verwerk(opdracht: Opdracht): Promise<Weigering | null> {
    const omgeving = this.omgevingOp(await this.nu());
    const voor = this.journaal.groepen.length === 0 ? null : stuurafdruk(this.toestand);
    const weigering = this.journaal.geef(opdracht, omgeving);
    if (voor !== stuurafdruk(this.toestand)) this.stuurversie += 1;
    return weigering;
  }

  /** A notification came in: the source must be fetched. */
  meldWachtend(bron: DuoBron): void {
    this.wachtend.add(bron);
    this.stuurversie += 1;
  }

  /** As `stuur`, changing nothing: what a driver started this moment would read. */
  kijk(): Stuurinformatie {
    const deel = stuurdeelVan(this.toestand);
    return {
      ...deel,
      versie: this.stuurversie,
      termijnen: deel.termijnen.map((termijn) => ({
        ...termijn,
        wekkerTijdstip: new Date(
          Date.parse(termijn.wekkerTijdstip) - this.instelling.verzetMs,
        ).toISOString(),
      })),
      ophalen: [...this.wachtend],
    };
  }

  async stuur(vraag: StuurVraag): Promise<Stuurinformatie> {
    this.magDoor();
    if (vraag.epoche < this.epoche) return { ...this.kijk(), status: 'afgelost' };
    this.journaal.laatTijdVerstrijken(this.omgevingOp(await this.nu()));
    this.gezien = this.stuurversie;
    this.lezingen.push(this.stuurversie);
    return this.kijk();
  }

  async claimBericht(
    vraag: Plek & { readonly meldingId: string; readonly huurSeconden: number },
  ): Promise<Claim> {
    this.magDoor();
    const { meldingId } = vraag;
    const nu = await this.nu();
    if (vraag.epoche < this.epoche || this.toestand.berichten[meldingId]?.status !== 'open') {
      return { soort: 'vervallen' };
    }
    const vorige = this.pogingen.get(meldingId);
    if (vorige !== undefined && vorige.huurTotMs > nu) return { soort: 'bezet' };
    const poging = (vorige?.poging ?? 0) + 1;
    const berichtId = randomUUID();
    const huurTotMs = nu + vraag.huurSeconden * 1_000;
    // Until the attempt reports otherwise, nobody knows whether DUO has it.
    const eerder = vorige?.ongewis ?? false;
    this.pogingen.set(meldingId, { poging, berichtId, huurTotMs, ongewis: true, eerder });
    this.claims.push({ meldingId, poging });
    return {
      soort: 'geclaimd',
      berichtId,
      poging,
      vorigeOngewis: eerder,
      bericht: this.bericht(meldingId),
      bsn: this.toestand.persoon.bsn,
      gemeenteOin: GEMEENTE_OIN,
    };
  }

  meldPoging(
    vraag: Plek & { readonly meldingId: string; readonly uitkomst: 'ongewis' | 'mislukt' },
  ): Promise<void> {
    this.magDoor();
    const poging = this.pogingen.get(vraag.meldingId);
    if (poging !== undefined && vraag.epoche >= this.epoche) {
      const ongewis = vraag.uitkomst === 'ongewis';
      const huurTotMs = ongewis ? poging.huurTotMs : 0;
      this.pogingen.set(vraag.meldingId, {
        ...poging,
        huurTotMs,
        ongewis: ongewis || poging.eerder,
      });
    }
    return Promise.resolve();
  }

  async verwerkDrijver(
    vraag: Plek & { readonly opdrachtId: string; readonly opdracht: Opdracht },
  ): Promise<void> {
    this.magDoor();
    const nu = await this.nu();
    if (vraag.epoche < this.epoche || this.gedaan.has(vraag.opdrachtId)) return;
    if (this.journaal.geef(vraag.opdracht, this.omgevingOp(nu)) === null) {
      this.gedaan.add(vraag.opdrachtId);
    }
  }

  async verwerkFeiten(
    vraag: Plek & { readonly bron: DuoBron; readonly opdracht: Opdracht | null },
  ): Promise<void> {
    this.magDoor();
    const omgeving = this.omgevingOp(await this.nu(), { soort: 'keten', id: 'DUO' });
    if (vraag.epoche < this.epoche) return;
    if (vraag.opdracht !== null) this.journaal.geef(vraag.opdracht, omgeving);
    this.wachtend.delete(vraag.bron);
  }

  meldOphalenMislukt(): Promise<void> {
    this.magDoor();
    return Promise.resolve();
  }

  async persoonVoorDuo(): Promise<{ bsn: string | null; gemeenteOin: string; nu: string }> {
    this.magDoor();
    const nu = new Date(await this.nu()).toISOString();
    return { bsn: this.toestand.persoon.bsn, gemeenteOin: GEMEENTE_OIN, nu };
  }

  private omgevingOp(nuMs: number, actor?: Actor): Omgeving {
    return { ...omgevingOp(nuMs, actor), instellingen: this.instellingen };
  }

  private bericht(meldingId: string): Bericht {
    for (const { gebeurtenis } of this.journaal.regels) {
      if (gebeurtenis.soort === 'berichtBesloten' && gebeurtenis.meldingId === meldingId) {
        const { bericht, inhoud } = gebeurtenis;
        return { bericht, inhoud } as Bericht;
      }
    }
    throw new Error(`Bericht ${meldingId} staat niet in het journaal.`);
  }

  private magDoor(): void {
    if (!this.dicht) return;
    this.vergeefs += 1;
    throw new Error('De deur is dicht.');
  }
}
