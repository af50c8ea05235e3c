import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { naarDatum } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { besluit, envelopNa, openen } from '#domain/traject/besluit.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { Actor, Omgeving, Weigering } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { pasToe, type Journaalregel } from '#domain/traject/pas-toe.js';
import { laatTijdVerstrijken } from '#domain/traject/tijd.js';
import type { Toestand } from '#domain/traject/toestand.js';

/** What one opdracht, or the passing of time (null), did. */
export interface Journaalgroep {
  readonly opdracht: Opdracht | null;
  readonly omgeving: Omgeving;
  readonly weigering: Weigering | null;
  readonly regels: readonly Journaalregel[];
}

const KLOK: Actor = { soort: 'tijd', id: 'klok' };
const MEDEWERKER: Actor = { soort: 'medewerker', id: 'test' };

/** The standard settings and calendar at this moment (ISO instant or milliseconds). */
export function omgevingOp(tijdstip: string | number, actor: Actor = MEDEWERKER): Omgeving {
  const nu = new Date(tijdstip);
  return {
    vandaag: naarDatum(vandaagInAmsterdam(nu)),
    tijdstip: nu.toISOString(),
    kalender: STANDAARD_KALENDER,
    instellingen: STANDAARD_INSTELLINGEN,
    actor,
  };
}

/** A journal in memory on the pure core: decides, folds, and keeps every group of entries. */
export class Journaal {
  readonly groepen: Journaalgroep[] = [];
  private stand: Toestand | null = null;

  /** Throws before the opening. */
  get toestand(): Toestand {
    if (this.stand === null) throw new Error('Dit journaal is nog niet geopend.');
    return this.stand;
  }

  get regels(): readonly Journaalregel[] {
    return this.groepen.flatMap(({ regels }) => regels);
  }

  /** Whatever became due, decided first (E2). */
  laatTijdVerstrijken(omgeving: Omgeving): void {
    if (this.stand === null) return;
    const alsTijd = { ...omgeving, actor: KLOK };
    const verschuldigd = laatTijdVerstrijken(this.stand, alsTijd);
    if (verschuldigd.length > 0) this.schrijf(null, verschuldigd, alsTijd);
  }

  /** Time first, then the opdracht; answers why not, or null. */
  geef(opdracht: Opdracht, omgeving: Omgeving): Weigering | null {
    this.laatTijdVerstrijken(omgeving);
    const uitkomst =
      this.stand !== null
        ? besluit(this.stand, opdracht, omgeving)
        : openen(opdracht as Extract<Opdracht, { soort: 'openTraject' }>, omgeving);
    if (uitkomst.ok) {
      this.schrijf(opdracht, uitkomst.gebeurtenissen, omgeving);
      return null;
    }
    this.groepen.push({ opdracht, omgeving, weigering: uitkomst.weigering, regels: [] });
    return uitkomst.weigering;
  }

  private schrijf(
    opdracht: Opdracht | null,
    gebeurtenissen: readonly Gebeurtenis[],
    omgeving: Omgeving,
  ): void {
    const regels: Journaalregel[] = [];
    for (const gebeurtenis of gebeurtenissen) {
      const envelop = envelopNa(this.stand, omgeving);
      regels.push({ gebeurtenis, envelop });
      this.stand = pasToe(this.stand, gebeurtenis, envelop);
    }
    this.groepen.push({ opdracht, omgeving, weigering: null, regels });
  }
}
