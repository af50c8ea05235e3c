import { createHmac } from 'node:crypto';
import { upcast } from '#domain/traject/upcast.js';
import { gebeurtenisVersie, type Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import type { Toestand } from '#domain/traject/toestand.js';
import type { SleutelPort } from '#security/sleutels/sleutel.port.js';
import { ontzegelJson, verzegelJson, type Datasleutel } from '#security/verzegeling.js';
import type { TrajectPlek } from './typen.js';

const CATEGORIEEN = ['dossier', 'medisch'] as const;
/** Of a print: no two values of one person will ever share one. */
const AFDRUK_BYTES = 12;

export interface VerzegeldeGebeurtenis {
  readonly nr: number;
  readonly soort: string;
  readonly versie: number;
  readonly zegel: Buffer;
  readonly zegelMedisch: Buffer | null;
}

/** Without its medical part: what the core folds, and what everyone with the file may see. */
export function zonderMedisch(gebeurtenis: Gebeurtenis): Gebeurtenis {
  return 'medisch' in gebeurtenis && gebeurtenis.medisch !== null
    ? { ...gebeurtenis, medisch: null }
    : gebeurtenis;
}

/** Seals and opens what belongs to one journey. Every value is bound to its place (E22). */
export class Trajectzegel {
  constructor(
    private readonly trajectId: string,
    private readonly dossier: Datasleutel,
    private readonly medisch: Datasleutel | null,
  ) {}

  zegelGebeurtenis(nr: number, gebeurtenis: Gebeurtenis): VerzegeldeGebeurtenis {
    const { soort } = gebeurtenis;
    const medisch = 'medisch' in gebeurtenis ? gebeurtenis.medisch : null;
    const plek = this.plek(nr);
    return {
      nr,
      soort,
      versie: gebeurtenisVersie(soort),
      zegel: verzegelJson(this.dossier, zonderMedisch(gebeurtenis), plek),
      // A destroyed category takes nothing new: what arrives after that is not kept.
      zegelMedisch:
        medisch === null || this.medisch === null
          ? null
          : verzegelJson(this.medisch, medisch, `${plek}:medisch`),
    };
  }

  /** `metMedisch`: with the restricted part, as far as its key still exists. */
  leesGebeurtenis(rij: VerzegeldeGebeurtenis, metMedisch = false): Gebeurtenis {
    const plek = this.plek(rij.nr);
    const gegevens = ontzegelJson<Record<string, unknown>>(this.dossier, rij.zegel, plek);
    const gebeurtenis = upcast(rij.soort, rij.versie, gegevens);
    if (!metMedisch || rij.zegelMedisch === null || this.medisch === null) return gebeurtenis;
    const medisch = ontzegelJson<unknown>(this.medisch, rij.zegelMedisch, `${plek}:medisch`);
    return { ...gebeurtenis, medisch } as Gebeurtenis;
  }

  zegelMomentopname(toestand: Toestand): Buffer {
    return verzegelJson(this.dossier, toestand, `traject:${this.trajectId}:momentopname`);
  }

  leesMomentopname(zegel: Buffer): Toestand {
    return ontzegelJson(this.dossier, zegel, `traject:${this.trajectId}:momentopname`);
  }

  zegelAntwoord(beller: string, opdrachtId: string, antwoord: unknown): Buffer {
    return verzegelJson(this.dossier, antwoord, `opdracht:${beller}:${opdrachtId}`);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the sealed type
  leesAntwoord<T>(beller: string, opdrachtId: string, zegel: Buffer): T {
    return ontzegelJson<T>(this.dossier, zegel, `opdracht:${beller}:${opdrachtId}`);
  }

  /**
   * Keyed print of a value at a place: equal values give equal prints, and without the key nothing can be told from one.
   * Null: the key of this category is gone.
   */
  afdruk(categorie: (typeof CATEGORIEEN)[number], plek: string, waarde: string): string | null {
    const sleutel = categorie === 'dossier' ? this.dossier : this.medisch;
    return sleutel === null
      ? null
      : createHmac('sha256', sleutel.sleutel)
          .update(`afdruk\0${this.trajectId}\0${plek}\0${waarde}`, 'utf8')
          .digest()
          .toString('base64url', 0, AFDRUK_BYTES);
  }

  zegelNotitie(taakId: string, notitie: unknown): Buffer {
    return verzegelJson(this.dossier, notitie, `taak:${taakId}:notitie`);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the sealed type
  leesNotitie<T>(taakId: string, zegel: Buffer): T {
    return ontzegelJson<T>(this.dossier, zegel, `taak:${taakId}:notitie`);
  }

  private plek(nr: number): string {
    return `journaal:${this.trajectId}:${nr}`;
  }
}

/** The seal of an existing journey; null when there is no key (any more) to open it with. */
export async function haalTrajectzegel(
  sleutels: SleutelPort,
  { trajectId, gemeenteId }: TrajectPlek,
): Promise<Trajectzegel | null> {
  const gevonden = await sleutels.haalAlle(trajectId, gemeenteId, CATEGORIEEN);
  const dossier = gevonden.get('dossier');
  const medisch = gevonden.get('medisch');
  if (dossier?.status !== 'aanwezig') return null;
  return new Trajectzegel(
    trajectId,
    dossier.sleutel,
    medisch?.status === 'aanwezig' ? medisch.sleutel : null,
  );
}

/** The seal of a journey about to be opened; its keys are durable when this returns. */
export async function maakTrajectzegel(
  sleutels: SleutelPort,
  { trajectId, gemeenteId }: TrajectPlek,
): Promise<Trajectzegel | null> {
  await sleutels.haalOfMaakAlle(trajectId, gemeenteId, CATEGORIEEN);
  return haalTrajectzegel(sleutels, { trajectId, gemeenteId });
}
