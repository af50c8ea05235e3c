import { isDatum, leesMoment } from '../datum.js';

/** A control call that cannot be carried out; `boodschap` is for whoever works with the simulator. */
export class BeheerFout extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    readonly boodschap: string,
  ) {
    super(boodschap);
  }
}

export const object = (waarde: unknown): Record<string, unknown> => {
  if (waarde === undefined) return {};
  if (typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)) {
    return waarde as Record<string, unknown>;
  }
  throw new BeheerFout(400, 'Stuur een JSON-object.');
};

const fout = (naam: string, verwacht: string): BeheerFout =>
  new BeheerFout(400, `Het veld ${naam} moet ${verwacht} zijn.`);

/** The moment in ms, or undefined when the field is absent. */
export const moment = (invoer: Record<string, unknown>, naam: string): number | undefined => {
  if (invoer[naam] === undefined) return undefined;
  const gelezen = leesMoment(invoer[naam]);
  if (gelezen === undefined) throw fout(naam, 'een tijdstip met tijdzone (ISO 8601)');
  return gelezen;
};

export const datum = (invoer: Record<string, unknown>, naam: string): string | undefined => {
  const waarde = invoer[naam];
  if (waarde === undefined) return undefined;
  if (!isDatum(waarde)) throw fout(naam, 'een datum (jjjj-mm-dd)');
  return waarde;
};

export const tekst = (
  invoer: Record<string, unknown>,
  naam: string,
  patroon: RegExp,
): string | undefined => {
  const waarde = invoer[naam];
  if (waarde === undefined) return undefined;
  if (typeof waarde !== 'string' || !patroon.test(waarde)) throw fout(naam, 'een geldige waarde');
  return waarde;
};

export const keuze = <T extends string>(
  invoer: Record<string, unknown>,
  naam: string,
  waarden: readonly T[],
): T | undefined => {
  const waarde = invoer[naam];
  if (waarde === undefined) return undefined;
  const gevonden = waarden.find((mogelijk) => mogelijk === waarde);
  if (gevonden === undefined) throw fout(naam, `een van ${waarden.join(', ')}`);
  return gevonden;
};

export const waarheid = (invoer: Record<string, unknown>, naam: string): boolean | undefined => {
  const waarde = invoer[naam];
  if (waarde === undefined || typeof waarde === 'boolean') return waarde;
  throw fout(naam, 'true of false');
};

/** Refuses fields nobody reads, so that a misspelt one does not pass unseen. */
export const alleen = (invoer: Record<string, unknown>, namen: readonly string[]): void => {
  const vreemd = Object.keys(invoer).find((naam) => !namen.includes(naam));
  if (vreemd !== undefined) {
    throw new BeheerFout(400, `Onbekend veld. Bekend zijn: ${namen.join(', ')}.`);
  }
};

export const verplicht = <T>(waarde: T | undefined, naam: string): T => {
  if (waarde === undefined) throw new BeheerFout(400, `Het veld ${naam} ontbreekt.`);
  return waarde;
};
