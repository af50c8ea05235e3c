import {
  AANLEIDINGEN,
  isLinkBasis,
  KANALEN,
  type AttenderingInstellingen,
} from '#domain/uitgaand/attendering.js';

function isObject(
  waarde: unknown,
  ...velden: readonly string[]
): waarde is Record<string, unknown> {
  return (
    typeof waarde === 'object' &&
    waarde !== null &&
    Object.keys(waarde).every((veld) => velden.includes(veld))
  );
}

function isKanalenlijst(waarde: unknown): boolean {
  return (
    Array.isArray(waarde) && waarde.every((een) => (KANALEN as readonly unknown[]).includes(een))
  );
}

function kloppen(waarde: unknown): waarde is AttenderingInstellingen {
  if (!isObject(waarde, 'kanalen', 'linkBasis')) return false;
  const { kanalen, linkBasis } = waarde;
  return (
    isObject(kanalen, ...AANLEIDINGEN) &&
    Object.values(kanalen).every(isKanalenlijst) &&
    (linkBasis === undefined || (typeof linkBasis === 'string' && isLinkBasis(linkBasis)))
  );
}

/** What a gemeente has itself told of, when that is said. @throws Error that names the field, never a value. */
export function leesAttenderingen(
  waarde: unknown,
  plek: number,
): { attenderingen?: AttenderingInstellingen } {
  if (waarde === undefined) return {};
  if (kloppen(waarde)) return { attenderingen: waarde };
  throw new Error(
    `GEMEENTEN_BESTAND: attenderingen van gemeente ${plek + 1} klopt niet: kanalen noemt per soort (${AANLEIDINGEN.join(', ')}) een lijst van ${KANALEN.join(', ')}, en linkBasis begint met https://.`,
  );
}
