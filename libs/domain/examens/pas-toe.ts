import { metFeitTijdstip } from '../keten/ordening.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import type { ExamenGebeurtenis } from './gebeurtenissen.js';
import type { Examenresultaat } from './opdrachten.js';

/** Parts passed, each once, sorted. */
export function geslaagdeOnderdelen(resultaten: readonly Examenresultaat[]): readonly string[] {
  const geslaagd = resultaten.filter((r) => r.resultaat === 'Geslaagd').map((r) => r.onderdeel);
  return [...new Set(geslaagd)].sort();
}

export const examenToepassingen: Toepassingen<ExamenGebeurtenis> = {
  examenresultatenOntvangen: (toestand, { gevraagdTijdstip, resultaten }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'examens', gevraagdTijdstip),
    examens: { geslaagd: geslaagdeOnderdelen(resultaten), aantal: resultaten.length, nr },
  }),
};
