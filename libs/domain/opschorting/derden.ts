import type { IsoDatum } from '../datum/datum.js';
import { berekenReeks } from '../termijnen/reeks.js';
import { bi, geweigerd, termijnomgeving, type Omgeving, type Weigering } from '../traject/kern.js';
import type { GewensteTermijn } from '../traject/onderwerp.js';
import { nietEerderDan } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';

/**
 * Bi 5.3 lid 2 lets the college wait when the PIP cannot be set in time without what a third party was asked: asked
 * between the kennisgeving and the last day of the ten weeks, both inclusive. Null: it was; else DATUM_TE_VROEG or
 * DATUM_TE_LAAT on `gevraagdOp`.
 */
export function nietBinnenTienWeken(
  gevraagdOp: IsoDatum,
  gewenst: GewensteTermijn | undefined,
  { plicht }: Toestand,
  omgeving: Omgeving,
): { readonly ok: false; readonly weigering: Weigering } | null {
  const artikel = bi('5.3 lid 2');
  const teVroeg = nietEerderDan(
    gevraagdOp,
    plicht?.kennisgevingOp ?? null,
    'gevraagdOp',
    'de kennisgeving van DUO',
    artikel,
  );
  if (teVroeg) return teVroeg;
  if (gewenst?.verzoek.soort !== 'berekend') return null;
  // Without what came later: the ten weeks themselves.
  const tienWeken = berekenReeks({ vraag: gewenst.verzoek.vraag }, termijnomgeving(omgeving));
  const einde = tienWeken.ok ? tienWeken.antwoord.uiterlijkOp : null;
  return einde !== null && gevraagdOp > einde
    ? geweigerd(
        'DATUM_TE_LAAT',
        `De datum ${gevraagdOp} ligt na de laatste dag van de tien weken (${einde}); wachten op een derde kan alleen als die daarbinnen is gevraagd.`,
        { veld: 'gevraagdOp', artikel },
      )
    : null;
}
