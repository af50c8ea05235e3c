import type { Wachtwoorden } from '#database/gebruikers.js';
import type { Gemeente } from '#database/gemeenten.js';

interface Inrichting {
  readonly eigenaarUrl: string;
  readonly sleutelUrl: string;
  readonly wachtwoorden: Wachtwoorden;
  readonly gemeenten: readonly Gemeente[];
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

function leesGemeenten(json: string): Gemeente[] {
  const rijen: unknown = JSON.parse(json);
  if (!Array.isArray(rijen) || rijen.length === 0) {
    throw new Error('GEMEENTEN_BESTAND: verwacht een lijst met minstens één gemeente.');
  }
  return rijen.map((rij: unknown, plek) => {
    const veld = (naam: keyof Gemeente, klopt: RegExp): string => {
      const waarde = (rij as Record<string, unknown> | null)?.[naam];
      if (typeof waarde === 'string' && klopt.test(waarde)) return waarde;
      throw new Error(`GEMEENTEN_BESTAND: gemeente ${plek + 1} heeft geen geldige ${naam}.`);
    };
    return {
      id: veld('id', UUID),
      code: veld('code', /^\d{4}$/),
      naam: veld('naam', /\S/),
      oin: veld('oin', /^\d{20}$/),
    };
  });
}
