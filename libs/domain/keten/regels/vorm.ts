import { gebroken } from './gebroken.js';
import type { DuoRegelCode } from './tabel.js';

const MEESTE_UREN = 9_999;

/** Hours as DUO takes them: a whole total, never an increment. */
export function urenregels({ uren }: { readonly uren: number }): readonly DuoRegelCode[] {
  return gebroken({
    UREN_BUITEN_BEREIK: !Number.isInteger(uren) || uren < 0 || uren > MEESTE_UREN,
  });
}

const NAAM = /^[\s'‘.\p{L}\p{Pd}]{1,100}$/u;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const TELEFOON = /^(\+|\d)((\s|\s?(-|\(0\))\s?)?\d){2,15}(,[1-9]\d{1,8})?$/;

const lengte = (tekst: string, min: number, max: number): boolean =>
  tekst.length >= min && tekst.length <= max;

/** The contact of an inburgeraar, for questions of the chain. */
export function contactpersoonregels(gegevens: {
  readonly naam: string;
  readonly email: string;
  readonly telefoonnummer: string;
}): readonly DuoRegelCode[] {
  const { naam, email, telefoonnummer } = gegevens;
  return gebroken({
    CONTACTPERSOON_NAAM: !NAAM.test(naam),
    CONTACTPERSOON_EMAIL: !lengte(email, 4, 241) || !EMAIL.test(email),
    CONTACTPERSOON_TELEFOON: !lengte(telefoonnummer, 3, 22) || !TELEFOON.test(telefoonnummer),
  });
}
