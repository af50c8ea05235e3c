import { haal, koppel, nieuwContact, ontkoppel, P, wisContact } from './duo-zendingen.js';
import type { Verwachting } from './geval.js';
import type { Regel } from './regel.js';

const CONTACT = 'README, Contactpersoon';
const ONBEKEND: Verwachting = { statussen: [404] };

/** The conditions about contactpersonen and about whose data are exchanged. */
export function overigeRegels(anderOin: string): readonly Regel[] {
  const plicht = haal(`${P}/inburgeringsplicht`);
  const [een, twee] = [nieuwContact('een'), nieuwContact('twee')];
  const WIE = 'README, Scope';
  return [
    {
      id: 'CONTACT-OVERSCHRIJFT',
      regel: 'een nieuwe koppeling komt in de plaats van de vorige',
      grond: CONTACT,
      mag: {
        vooraf: [een, twee, koppel('een'), koppel('twee')],
        zending: ontkoppel('twee'),
        achteraf: [wisContact('een'), wisContact('twee')],
        altijd: true,
      },
      magNiet: {
        vooraf: [een, twee, koppel('een'), koppel('twee')],
        zending: ontkoppel('een'),
        achteraf: [wisContact('een'), wisContact('twee')],
        altijd: true,
        verwacht: ONBEKEND,
      },
    },
    {
      id: 'CONTACT-WEG',
      regel: 'wie is verwijderd, is aan niemand meer gekoppeld',
      grond: CONTACT,
      magNiet: {
        vooraf: [een, koppel('een'), wisContact('een')],
        zending: ontkoppel('een'),
        altijd: true,
        verwacht: ONBEKEND,
      },
    },
    {
      id: 'WIE-GEMEENTE',
      regel: 'alleen over wie bij de gemeente hoort',
      grond: WIE,
      mag: { persoon: { coaLocatie: true }, zending: plicht },
      magNiet: {
        persoon: { gemeenteOin: anderOin },
        zending: plicht,
        verwacht: { statussen: [403] },
      },
    },
    {
      id: 'WIE-WET',
      regel: 'alleen over wie onder deze wet valt',
      grond: WIE,
      magNiet: { bijwerken: { onderWi2021: false }, zending: plicht, verwacht: ONBEKEND },
    },
  ];
}
