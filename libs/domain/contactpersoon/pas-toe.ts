import type { Toepassingen } from '../traject/onderwerp.js';
import type { ContactpersoonGebeurtenis } from './gebeurtenissen.js';

export const contactpersoonToepassingen: Toepassingen<ContactpersoonGebeurtenis> = {
  contactpersoonAangewezen: (
    toestand,
    { naam, email, telefoonnummer, contactpersoonId },
    { nr },
  ) => ({
    ...toestand,
    contactpersoon: {
      naam,
      email,
      telefoonnummer,
      contactpersoonId,
      // Other details of the one that is linked already.
      nr:
        contactpersoonId !== null && toestand.contactpersoon?.contactpersoonId === contactpersoonId
          ? toestand.contactpersoon.nr
          : nr,
    },
  }),
  contactpersoonBijDuo: (toestand, { contactpersoonId }) =>
    toestand.contactpersoon === undefined
      ? toestand
      : { ...toestand, contactpersoon: { ...toestand.contactpersoon, contactpersoonId } },
};
