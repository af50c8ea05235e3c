import { moetNogNaarDuo } from '../berichten/gevolgen.js';
import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { contactpersoonregels } from '../keten/regels/vorm.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import { aanmelding, koppeling, wijziging } from './bericht.js';
import type { ContactpersoonOpdracht } from './opdrachten.js';

/** What DUO did not hear yet of an earlier contactpersoon. */
function vervallen({ berichten }: Toestand): Gebeurtenis[] {
  return Object.entries(berichten)
    .filter(
      ([, { baan, status }]) =>
        baan === 'contactpersoon' &&
        (moetNogNaarDuo(status) || status === 'geweigerd' || status === 'opgegeven'),
    )
    .map(([meldingId]) => ({
      soort: 'berichtVervallen',
      meldingId,
      reden: 'Er is een andere contactpersoon aangewezen.',
    }));
}

export const contactpersoonBesluiten: Besluiten<ContactpersoonOpdracht> = {
  wijsContactpersoonAan: (toestand, { naam, email, telefoonnummer, contactpersoonId }) => {
    const gegevens = { naam, email, telefoonnummer };
    const nee = weigerVoorDuo(contactpersoonregels(gegevens));
    if (nee) return nee;
    const huidig = toestand.contactpersoon;
    const gelijk =
      huidig?.naam === naam &&
      huidig.email === email &&
      huidig.telefoonnummer === telefoonnummer &&
      (contactpersoonId === undefined || contactpersoonId === huidig.contactpersoonId);
    if (gelijk) return besloten();
    const aangewezen = {
      soort: 'contactpersoonAangewezen' as const,
      ...gegevens,
      contactpersoonId: contactpersoonId ?? null,
    };
    const nr = toestand.nr + 1;
    if (contactpersoonId === undefined) {
      return besloten<Gebeurtenis>(aangewezen, aanmelding(nr, gegevens), ...vervallen(toestand));
    }
    return contactpersoonId === huidig?.contactpersoonId
      ? besloten<Gebeurtenis>(aangewezen, wijziging(nr, aangewezen))
      : besloten<Gebeurtenis>(aangewezen, koppeling(nr, contactpersoonId), ...vervallen(toestand));
  },
};
