import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Omgeving } from '../traject/kern.js';
import { takenVan } from '../traject/overzicht.js';
import type { TaakSoortNaam } from '../traject/taaksoorten.js';
import type { Toestand } from '../traject/toestand.js';
import { isLinkBasis, KANALEN, type Aanleiding, type AttenderingBesloten } from './attendering.js';

/** Which tasks are told of. An attendering that does not arrive is none: telling of it would go the same way. */
const AANLEIDING: Readonly<Partial<Record<TaakSoortNaam, Aanleiding>>> = {
  'escalatie-behandelen': 'termijn-geescaleerd',
  'bericht-herstellen': 'bericht-niet-aangenomen',
};

/**
 * The attenderingen that a decision brings along: for each task that is open in `na` and was opened after `voor`,
 * over the channels that the gemeente chose. Its id derives from the entry that opened the task.
 */
export function attenderingen(
  voor: Toestand | null,
  na: Toestand,
  { instellingen }: Pick<Omgeving, 'instellingen'>,
): readonly AttenderingBesloten[] {
  const { attenderingen: gewenst } = instellingen;
  if (gewenst === undefined) return [];
  const { linkBasis = '' } = gewenst;
  const link = isLinkBasis(linkBasis) ? `${linkBasis}${na.trajectId}` : null;
  return takenVan(na).flatMap(({ soort: taak, openerNr, termijn, uiterlijkOp }) => {
    const aanleiding = AANLEIDING[taak];
    if (aanleiding === undefined || openerNr <= (voor?.nr ?? 0)) return [];
    const code = termijn === null ? null : (na.termijnen[termijn]?.code ?? null);
    return KANALEN.filter((kanaal) => gewenst.kanalen[aanleiding]?.includes(kanaal)).map(
      (kanaal): AttenderingBesloten => ({
        soort: 'attenderingBesloten',
        meldingId: `${openerNr}-${aanleiding}-${kanaal}`,
        baan: `attendering-${kanaal}`,
        inhoud: { kanaal, aanleiding, taak, termijn: code, uiterlijkOp, link, proef: na.proef },
      }),
    );
  });
}

/** Of a closed journey nobody has to do anything: what was not told yet, is not told any more (E19). */
export function vervallenAttendering(toestand: Toestand): Gebeurtenis | null {
  if (toestand.status !== 'gesloten') return null;
  const open = Object.entries(toestand.berichten).find(
    ([, { soort, status }]) => soort === 'ATTENDERING' && status === 'open',
  );
  return open === undefined
    ? null
    : { soort: 'berichtVervallen', meldingId: open[0], reden: 'Het traject is gesloten.' };
}
