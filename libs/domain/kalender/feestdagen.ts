import { plusDagen, vanDelen, weekdag, type IsoDatum } from '../datum/datum.js';

/** A generally recognised holiday of article 3(1) Algemene termijnenwet. */
export interface Feestdag {
  readonly datum: IsoDatum;
  readonly naam: string;
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function eerstePaasdag(jaar: number): IsoDatum {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const som = h + l - 7 * m + 114;
  return vanDelen(jaar, Math.floor(som / 31), (som % 31) + 1);
}

function koningsdag(jaar: number): IsoDatum {
  const zevenentwintig = vanDelen(jaar, 4, 27);
  return weekdag(zevenentwintig) === 7 ? plusDagen(zevenentwintig, -1) : zevenentwintig;
}

/**
 * The holidays of a year in calendar order, Easter and Whit Sunday included (they are Sundays, but a
 * reader looks for them). Source: Algemene termijnenwet, article 3. Koningsdag follows the rule in
 * force since 2014 for every year.
 */
export function feestdagenVan(jaar: number): readonly Feestdag[] {
  const pasen = eerstePaasdag(jaar);
  const dagen: Feestdag[] = [
    { datum: vanDelen(jaar, 1, 1), naam: 'Nieuwjaarsdag' },
    { datum: plusDagen(pasen, -2), naam: 'Goede Vrijdag' },
    { datum: pasen, naam: 'Eerste Paasdag' },
    { datum: plusDagen(pasen, 1), naam: 'Tweede Paasdag' },
    { datum: koningsdag(jaar), naam: 'Koningsdag' },
    { datum: vanDelen(jaar, 5, 5), naam: 'Bevrijdingsdag' },
    { datum: plusDagen(pasen, 39), naam: 'Hemelvaartsdag' },
    { datum: plusDagen(pasen, 49), naam: 'Eerste Pinksterdag' },
    { datum: plusDagen(pasen, 50), naam: 'Tweede Pinksterdag' },
    { datum: vanDelen(jaar, 12, 25), naam: 'Eerste Kerstdag' },
    { datum: vanDelen(jaar, 12, 26), naam: 'Tweede Kerstdag' },
  ];
  return dagen.sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}
