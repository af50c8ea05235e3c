import { haal, koppel, nieuwContact, ontkoppel, P, wisContact, type Dag } from './duo-zendingen.js';
import type { Verwachting } from './geval.js';
import type { Regel } from './regel.js';

const CONTACT = 'README, Contactpersoon';
const ONBEKEND: Verwachting = { statussen: [404] };

/** The conditions about contactpersonen and about whose data are exchanged. */
export function overigeRegels(
  dag: Dag,
  { bron, anderOin }: { readonly bron: string; readonly anderOin: string },
): readonly Regel[] {
  const plicht = haal(`${P}/inburgeringsplicht`);
  /** The person lives in another gemeente; DUO knows these PIPs, by whose they are and from when. */
  const elders = (
    ...pips: readonly (readonly [gemeenteOin: string, dagtekeningPip: string])[]
  ) => ({
    persoon: { gemeenteOin: anderOin },
    bijwerken: {
      pips: pips.map(([gemeenteOin, dagtekeningPip]) => ({
        gemeenteOin,
        gemeentecode: '9999',
        pip: { dagtekeningPip, leerroute: 'B', niveau: 'B1' },
        ontvangenOp: `${dagtekeningPip}T09:00:00.000Z`,
      })),
    },
    zending: plicht,
  });
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
      id: 'WIE-EIGEN-PIP',
      regel: 'wie elders woont, zolang het actuele PIP van de gemeente is',
      grond: WIE,
      mag: elders([bron, dag(-50)]),
      magNiet: { ...elders([anderOin, dag(-50)]), verwacht: { statussen: [403] } },
    },
    {
      id: 'WIE-VORIG-PIP',
      regel: 'wie elders een nieuw PIP kreeg, nog een maand lang',
      grond: WIE,
      mag: elders([bron, dag(-50)], [anderOin, dag(-20)]),
      magNiet: {
        ...elders([bron, dag(-50)], [anderOin, dag(-40)]),
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
