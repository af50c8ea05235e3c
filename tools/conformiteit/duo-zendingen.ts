import type { Zending } from './geval.js';

export const P = '/personen/{bsn}';
const AANBOD = `${P}/Inburgeringsaanbod/{instellingsnummer}`;
const CONTACT = '/contactpersonen/{id}';

/** A day of the round: today and so many days further. */
export type Dag = (verschil: number) => string;

/** A number of the right form that no school has. */
export const ONBEKENDE_SCHOOL = '9999999999';

const CONTACTGEGEVENS = {
  naam: 'Proef Persoon',
  email: 'proef@gemeente.example',
  telefoonnummer: '0301234567',
};

export const haal = (pad: string): Zending => ({ methode: 'GET', pad });
export const zet = (pad: string, body: object): Zending => ({ methode: 'PUT', pad, body });
export const wis = (pad: string): Zending => ({ methode: 'DELETE', pad });

export const pip = (dagtekeningPip: string, velden: object = {}): Zending => ({
  methode: 'POST',
  pad: `${P}/PIP`,
  body: { dagtekeningPip, leerroute: 'B', ...velden },
});

type School = Readonly<Record<'instellingsnummer', string>> &
  Readonly<Record<'indicatieBowKeurmerk' | 'indicatieTstKeurmerk', boolean>>;

/** Asks for the recognised schools and keeps the number of one that fits. */
export const kiesSchool = (past: (school: School) => boolean): Zending => ({
  ...haal('/instellingen'),
  onthoud: {
    naam: 'instellingsnummer',
    uit: (body) => (body as readonly School[]).find(past)?.instellingsnummer,
  },
});

export const schoolMetBow = kiesSchool((school) => school.indicatieBowKeurmerk);

/** An aanbod at the school that was kept, or at the one given. */
export const aanbod = (velden: object = {}, nummer?: string): Zending => ({
  methode: 'POST',
  pad: AANBOD,
  ...(nummer === undefined ? {} : { delen: { instellingsnummer: nummer } }),
  body: { indicatorAlfabetiseringsonderwijs: 'NVT', ...velden },
});

export const wisAanbod = wis(AANBOD);

/** Makes a contactpersoon and keeps its number under this name. */
export const nieuwContact = (naam = 'id'): Zending => ({
  methode: 'POST',
  pad: '/contactpersonen',
  body: CONTACTGEGEVENS,
  onthoud: { naam, uit: (body) => (body as { id?: number }).id },
});

export const wijzigContact: Zending = zet(CONTACT, CONTACTGEGEVENS);

const bij = (zending: Zending, naam: string): Zending => ({
  ...zending,
  delen: { id: `{${naam}}` },
});
export const wisContact = (naam = 'id'): Zending => bij(wis(CONTACT), naam);
export const koppel = (naam = 'id'): Zending =>
  bij({ methode: 'POST', pad: `${CONTACT}${P}` }, naam);
export const ontkoppel = (naam = 'id'): Zending => bij(wis(`${CONTACT}${P}`), naam);
