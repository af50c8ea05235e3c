import { isDatum } from '../datum.js';

interface Veld {
  verplicht?: boolean;
  klopt: (waarde: unknown) => boolean;
}

export const datum: Veld['klopt'] = isDatum;

export const waarheid: Veld['klopt'] = (waarde) => typeof waarde === 'boolean';

export const geheel =
  (min: number, max: number): Veld['klopt'] =>
  (waarde) =>
    Number.isInteger(waarde) && (waarde as number) >= min && (waarde as number) <= max;

export const keuze =
  (...waarden: readonly string[]): Veld['klopt'] =>
  (waarde) =>
    typeof waarde === 'string' && waarden.includes(waarde);

export const tekst =
  (min: number, max: number, patroon = /^/): Veld['klopt'] =>
  (waarde) =>
    typeof waarde === 'string' &&
    waarde.length >= min &&
    waarde.length <= max &&
    patroon.test(waarde);

/**
 * The known fields of a body, or undefined when the body is not an object, misses a required field
 * or has one of the wrong shape. Surplus fields are left out, as DUO's files do not forbid them.
 */
export const leesBody = <T extends object>(
  body: unknown,
  velden: Record<keyof T & string, Veld>,
): T | undefined => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const bron = body as Record<string, unknown>;
  const uit: Record<string, unknown> = {};
  for (const [naam, veld] of Object.entries<Veld>(velden)) {
    const waarde = bron[naam];
    if (waarde === undefined) {
      if (veld.verplicht === true) return undefined;
    } else if (veld.klopt(waarde)) uit[naam] = waarde;
    else return undefined;
  }
  return uit as T;
};
