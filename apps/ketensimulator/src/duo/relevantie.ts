import { plusMaanden } from '../datum.js';
import type { Persoon } from '../toestand/persoon.js';

/**
 * Whether DUO may exchange data of this person with a gemeente: the person lives there or COA
 * coupled the person to it, the current PIP is of that gemeente, or it made the PIP before a
 * current one that is less than a month old.
 */
export const isRelevantVoor = (persoon: Persoon, gemeenteOin: string, vandaag: string): boolean => {
  if (persoon.verblijf.gemeenteOin === gemeenteOin) return true;
  const actueel = persoon.pips.at(-1);
  if (actueel === undefined) return false;
  if (actueel.gemeenteOin === gemeenteOin) return true;
  return (
    persoon.pips.at(-2)?.gemeenteOin === gemeenteOin &&
    vandaag < plusMaanden(actueel.pip.dagtekeningPip, 1)
  );
};
