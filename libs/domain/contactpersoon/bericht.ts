import type { BerichtBesloten } from '../berichten/gebeurtenissen.js';
import type { BerichtStand, ContactpersoonStand, Toestand } from '../traject/toestand.js';
import type { Contactgegevens } from './opdrachten.js';

const BAAN = 'contactpersoon';

function kop(nr: number) {
  return { soort: 'berichtBesloten', meldingId: `${nr}-contactpersoon`, baan: BAAN } as const;
}

/** `nr`: number of an entry of the same decision; with the lane it is the meldingId. */
export function aanmelding(nr: number, gegevens: Contactgegevens): BerichtBesloten {
  return { ...kop(nr), bericht: 'CONTACTPERSOON_AANMELDEN', inhoud: gegevens };
}

/** The details of a contactpersoon that DUO knows, whole. */
export function wijziging(nr: number, stand: Omit<ContactpersoonStand, 'nr'>): BerichtBesloten {
  const { naam, email, telefoonnummer, contactpersoonId } = stand;
  const inhoud = { contactpersoonId, naam, email, telefoonnummer };
  return { ...kop(nr), bericht: 'CONTACTPERSOON_WIJZIGEN', inhoud };
}

/** The link between person and contactpersoon; it takes the place of the one there was. */
export function koppeling(nr: number, contactpersoonId: number | null): BerichtBesloten {
  return { ...kop(nr), bericht: 'CONTACTPERSOON_KOPPELEN', inhoud: { contactpersoonId } };
}

/**
 * Takes the link away that DUO has, or may have: unlinking what DUO turns out not to have does no harm. Of a link with
 * an earlier contactpersoon the number is no longer known here.
 */
export function ontkoppeling({ berichten, contactpersoon, nr }: Toestand): BerichtBesloten[] {
  const laatste = Object.values(berichten)
    .filter(
      ({ baan, soort, status }) =>
        baan === BAAN &&
        (status === 'bezorgd' ||
          status === 'handmatig' ||
          (soort === 'CONTACTPERSOON_KOPPELEN' && (status === 'open' || status === 'opgegeven'))),
    )
    .reduce<BerichtStand | null>((tot, dit) => (tot === null || dit.nr > tot.nr ? dit : tot), null);
  if (laatste === null || laatste.soort === 'CONTACTPERSOON_ONTKOPPELEN') return [];
  const contactpersoonId =
    contactpersoon !== undefined && laatste.nr > contactpersoon.nr
      ? contactpersoon.contactpersoonId
      : null;
  return [{ ...kop(nr + 1), bericht: 'CONTACTPERSOON_ONTKOPPELEN', inhoud: { contactpersoonId } }];
}

/** The contactpersoon that this message told DUO of is still the one of this person. */
export function isNogDeze({ contactpersoon, berichten }: Toestand, meldingId: string): boolean {
  return contactpersoon !== undefined && berichten[meldingId]?.nr === contactpersoon.nr + 1;
}
