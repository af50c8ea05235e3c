import type { Wachtwoorden } from '#database/gebruikers.js';
import type { Gemeenteinrichting } from '#database/gemeenten.js';
import { BERICHT_APIS, type BerichtApi } from '#domain/berichten/soorten.js';
import { leesAttenderingen } from './attenderingen.js';

interface Inrichting {
  readonly eigenaarUrl: string;
  readonly sleutelUrl: string;
  readonly wachtwoorden: Wachtwoorden;
  readonly gemeenten: readonly Gemeenteinrichting[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads what to set up from the files that the environment names; secrets only ever in files.
 * @throws Error that names the variable or field, never a value.
 */
export function leesInrichting(
  env: Readonly<Record<string, string | undefined>>,
  lees: (pad: string) => string,
): Inrichting {
  const inhoud = (naam: string): string => {
    const pad = env[naam];
    if (pad === undefined || pad === '') throw new Error(`${naam} ontbreekt.`);
    return lees(pad).trim();
  };
  return {
    eigenaarUrl: inhoud('DATABASE_EIGENAAR_URL_BESTAND'),
    sleutelUrl: inhoud('SLEUTEL_DATABASE_URL_BESTAND'),
    wachtwoorden: {
      app: inhoud('APP_WACHTWOORD_BESTAND'),
      systeem: inhoud('SYSTEEM_WACHTWOORD_BESTAND'),
    },
    gemeenten: leesGemeenten(inhoud('GEMEENTEN_BESTAND')),
  };
}

function leesGemeenten(json: string): Gemeenteinrichting[] {
  const rijen: unknown = JSON.parse(json);
  if (!Array.isArray(rijen) || rijen.length === 0) {
    throw new Error('GEMEENTEN_BESTAND: verwacht een lijst met minstens één gemeente.');
  }
  return rijen.map((rij: unknown, plek) => {
    const veld = (naam: 'id' | 'code' | 'naam' | 'oin', klopt: RegExp): string => {
      const waarde = (rij as Record<string, unknown> | null)?.[naam];
      if (typeof waarde === 'string' && klopt.test(waarde)) return waarde;
      throw new Error(`GEMEENTEN_BESTAND: gemeente ${plek + 1} heeft geen geldige ${naam}.`);
    };
    return {
      id: veld('id', UUID),
      code: veld('code', /^\d{4}$/),
      naam: veld('naam', /\S/),
      oin: veld('oin', /^\d{20}$/),
      ...leesApisUit((rij as Record<string, unknown>)['duoApisUit'], plek),
      ...leesAttenderingen((rij as Record<string, unknown>)['attenderingen'], plek),
    };
  });
}

function leesApisUit(waarde: unknown, plek: number): { duoApisUit?: readonly BerichtApi[] } {
  if (waarde === undefined) return {};
  const klopt =
    Array.isArray(waarde) &&
    waarde.every((naam) => (BERICHT_APIS as readonly unknown[]).includes(naam));
  if (!klopt) {
    throw new Error(
      `GEMEENTEN_BESTAND: duoApisUit van gemeente ${plek + 1} is geen lijst van ${BERICHT_APIS.join(', ')}.`,
    );
  }
  return { duoApisUit: waarde as BerichtApi[] };
}
