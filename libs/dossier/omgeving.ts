import { vandaagInAmsterdam } from '#config/amsterdam.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER, type Kalender } from '#domain/kalender/kalender.js';
import type { TermijnRij } from '#domain/termijnen/typen.js';
import { STANDAARD_INSTELLINGEN, type Instellingen } from '#domain/traject/instellingen.js';
import type { Actor, Omgeving } from '#domain/traject/kern.js';

interface Versie<T> {
  readonly gegevens: T;
  readonly vanaf: string;
}

/** All versions of a gemeente's settings and of the calendar: few, and never changed. */
export interface Versies {
  readonly instellingen: readonly Versie<Instellingen>[];
  readonly kalenders: readonly Versie<Kalender>[];
}

export const GEEN_VERSIES: Versies = { instellingen: [], kalenders: [] };

/** After this long every process works with a new version. */
export const LEVEN_MS = 30_000;

/** Keeps the versions for half a minute: a new one is used by all processes soon after. */
export class Versielade {
  readonly #perGemeente = new Map<string, { readonly tot: number; readonly versies: Versies }>();

  haal(gemeenteId: string): Versies | undefined {
    const bewaard = this.#perGemeente.get(gemeenteId);
    return bewaard !== undefined && bewaard.tot > performance.now() ? bewaard.versies : undefined;
  }

  /** The next one to ask reads them anew. */
  vergeet(gemeenteId: string): void {
    this.#perGemeente.delete(gemeenteId);
  }

  bewaar(gemeenteId: string, versies: Versies): Versies {
    this.#perGemeente.set(gemeenteId, { tot: performance.now() + LEVEN_MS, versies });
    return versies;
  }
}

function geldig<T extends { readonly versie: number }>(
  versies: readonly Versie<T>[],
  vandaag: string,
  anders: T,
): T {
  return versies
    .filter(({ vanaf }) => vanaf <= vandaag)
    .map(({ gegevens }) => gegevens)
    .reduce((nieuwste, rij) => (rij.versie >= nieuwste.versie ? rij : nieuwste), anders);
}

/** What the core decides with at this moment (milliseconds since the epoch, journey's clock). */
export function omgevingOp(
  nuMs: number,
  versies: Versies,
  actor: Actor,
  tabel?: readonly TermijnRij[],
): Omgeving {
  const nu = new Date(nuMs);
  const vandaag = vandaagInAmsterdam(nu) as IsoDatum;
  const gekozen = geldig(versies.instellingen, vandaag, STANDAARD_INSTELLINGEN);
  return {
    vandaag,
    tijdstip: nu.toISOString(),
    kalender: geldig(versies.kalenders, vandaag, STANDAARD_KALENDER),
    // Settings stored before a kind of term existed get the standard ladder of that term.
    instellingen: {
      ...STANDAARD_INSTELLINGEN,
      ...gekozen,
      ladders: { ...STANDAARD_INSTELLINGEN.ladders, ...gekozen.ladders },
    },
    actor,
    ...(tabel === undefined ? {} : { tabel }),
  };
}
