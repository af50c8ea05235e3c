import type { Contactpersoon } from '../toestand/staat.js';
import { leesBody, tekst } from './invoer.js';
import {
  foutVerzoek,
  gemaakt,
  nietGeautoriseerd,
  nietGevonden,
  ok,
  overGemeente,
  overPersoon,
  type Antwoord,
  type DuoRoute,
  type Verzoek,
} from './route.js';

const VELDEN = {
  naam: { verplicht: true, klopt: tekst(1, 100, /^[\s'‘.\p{L}\p{Pd}]+$/u) },
  email: { verplicht: true, klopt: tekst(4, 241, /^[^@\s]+@[^@\s]+$/) },
  telefoonnummer: {
    verplicht: true,
    klopt: tekst(3, 22, /^(\+|\d)((\s|\s?(-|\(0\))\s?)?\d){2,15}(,[1-9]\d{1,8})?$/),
  },
};

/** Finds the contactpersoon and hands it to `doe`, unless the id is malformed, unknown or not ours. */
const metContactpersoon = (
  { kern, bron, params }: Verzoek,
  doe: (contactpersoon: Contactpersoon) => Antwoord,
): Antwoord => {
  const id = Number(params.id);
  if (!/^\d{1,5}$/.test(params.id ?? '') || id < 1) return foutVerzoek;
  const gevonden = kern.staat.gegevens.contactpersonen.find((c) => c.id === id);
  if (gevonden === undefined) return nietGevonden;
  return gevonden.gemeenteOin === bron ? doe(gevonden) : nietGeautoriseerd;
};

const maak = ({ kern, bron, body }: Verzoek): Antwoord => {
  const gegevens = leesBody<Contactpersoon['gegevens']>(body, VELDEN);
  if (gegevens === undefined) return foutVerzoek;
  const { contactpersonen } = kern.staat.gegevens;
  const id = (kern.staat.gegevens.laatsteContactId += 1);
  contactpersonen.push({ id, gemeenteOin: bron, gegevens });
  return gemaakt({ id, contactpersoongegevens: gegevens });
};

const wijzig = (verzoek: Verzoek): Antwoord => {
  const gegevens = leesBody<Contactpersoon['gegevens']>(verzoek.body, VELDEN);
  if (gegevens === undefined) return foutVerzoek;
  return metContactpersoon(verzoek, (contactpersoon) => {
    contactpersoon.gegevens = gegevens;
    return ok();
  });
};

/** Deleting a contactpersoon also takes away the links with persons. */
const verwijder = (verzoek: Verzoek): Antwoord =>
  metContactpersoon(verzoek, ({ id }) => {
    const { gegevens } = verzoek.kern.staat;
    gegevens.contactpersonen = gegevens.contactpersonen.filter((c) => c.id !== id);
    for (const persoon of gegevens.personen) {
      if (persoon.contactpersoonId === id) persoon.contactpersoonId = null;
    }
    return ok();
  });

const API = 'Contactpersoon';
const KOPPELING = '/contactpersonen/:id/personen/:bsn';

export const contactpersoonRoutes: DuoRoute[] = [
  overGemeente(API, 'post', '/contactpersonen', maak),
  overGemeente(API, 'put', '/contactpersonen/:id', wijzig),
  overGemeente(API, 'delete', '/contactpersonen/:id', verwijder),
  overPersoon(API, 'post', KOPPELING, (verzoek) =>
    metContactpersoon(verzoek, ({ id }) => {
      verzoek.persoon.contactpersoonId = id;
      return gemaakt();
    }),
  ),
  overPersoon(API, 'delete', KOPPELING, (verzoek) =>
    metContactpersoon(verzoek, ({ id }) => {
      if (verzoek.persoon.contactpersoonId !== id) return nietGevonden;
      verzoek.persoon.contactpersoonId = null;
      return ok();
    }),
  ),
];
