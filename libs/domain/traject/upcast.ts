import { DomainError } from '../fout.js';
import { gebeurtenisVersie, type Gebeurtenis, type GebeurtenisSoort } from './gebeurtenis.js';

/** Per kind, how the data of version n become those of n + 1. Recorded events are read through these, never rewritten. */
type Upcaster = (gegevens: Record<string, unknown>) => Record<string, unknown>;

const UPCASTERS: Readonly<Record<string, readonly Upcaster[]>> = {};

/**
 * An event as the code knows it now, from the shape it was journalled in.
 * Throws DomainError GEBEURTENIS_NIEUWER for a version this code does not know: the door answers 503 (E8).
 */
export function upcast(
  soort: string,
  versie: number,
  gegevens: Record<string, unknown>,
): Gebeurtenis {
  const nu = gebeurtenisVersie(soort as GebeurtenisSoort);
  if (versie > nu) {
    throw new DomainError(
      'GEBEURTENIS_NIEUWER',
      `${soort} version ${versie}; this code knows ${nu}.`,
    );
  }
  const stappen = (UPCASTERS[soort] ?? []).slice(versie - 1, nu - 1);
  const nieuw = stappen.reduce((oud, stap) => stap(oud), gegevens);
  return { ...nieuw, soort } as unknown as Gebeurtenis;
}
