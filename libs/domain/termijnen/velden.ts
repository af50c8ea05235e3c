import { isIsoDatum, type IsoDatum } from '../datum/datum.js';
import { DomainError } from '../fout.js';
import type { TermijnFout, TermijnFoutCode } from './typen.js';

/** What a fact must look like. */
type Veldsoort =
  | { readonly soort: 'datum' }
  | { readonly soort: 'waarheid' }
  | { readonly soort: 'keuze'; readonly opties: readonly string[] }
  | { readonly soort: 'getal'; readonly min: number; readonly max: number }
  | { readonly soort: 'lijst'; readonly velden: Schema; readonly maximum: number };

export type Veld = Veldsoort & { readonly optioneel?: boolean };
export type Schema = Readonly<Record<string, Veld>>;
export type RuweFeiten = Readonly<Record<string, unknown>>;

export const DATUM: Veld = { soort: 'datum' };
export const DATUM_OPTIONEEL: Veld = { soort: 'datum', optioneel: true };
export const WAARHEID: Veld = { soort: 'waarheid' };

/** A fact out of a closed list. */
export function keuze(...opties: readonly string[]): Veld {
  return { soort: 'keuze', opties };
}

/** The same fact, allowed to be left out. */
export function optioneel(veld: Veld): Veld {
  return { ...veld, optioneel: true };
}

/** A refusal as a value. */
export function weiger(
  code: TermijnFoutCode,
  veld: string,
  melding: string,
  artikel?: string,
): { readonly fout: TermijnFout } {
  return {
    fout: artikel === undefined ? { code, veld, melding } : { code, veld, melding, artikel },
  };
}

function controleerWaarde(naam: string, veld: Veldsoort, waarde: unknown): TermijnFout | null {
  const fout = (melding: string): TermijnFout => weiger('FEIT_ONGELDIG', naam, melding).fout;
  switch (veld.soort) {
    case 'datum':
      return isIsoDatum(waarde)
        ? null
        : fout(`${naam} is geen bestaande kalenderdag in de vorm JJJJ-MM-DD.`);
    case 'waarheid':
      return typeof waarde === 'boolean' ? null : fout(`${naam} moet true of false zijn.`);
    case 'keuze':
      return typeof waarde === 'string' && veld.opties.includes(waarde)
        ? null
        : fout(`${naam} moet een van deze waarden zijn: ${veld.opties.join(', ')}.`);
    case 'getal':
      return typeof waarde === 'number' &&
        Number.isInteger(waarde) &&
        waarde >= veld.min &&
        waarde <= veld.max
        ? null
        : fout(`${naam} moet een geheel getal zijn van ${veld.min} tot en met ${veld.max}.`);
    case 'lijst':
      if (!Array.isArray(waarde)) return fout(`${naam} moet een lijst zijn.`);
      if (waarde.length > veld.maximum) {
        return fout(`${naam} telt meer dan ${veld.maximum} regels.`);
      }
      for (let i = 0; i < waarde.length; i += 1) {
        const regel: unknown = waarde[i];
        const voorvoegsel = `${naam}[${i}]`;
        if (!isRuw(regel)) {
          return weiger('FEIT_ONGELDIG', voorvoegsel, `${voorvoegsel} moet een object zijn.`).fout;
        }
        const uitkomst = controleerFeiten(veld.velden, regel, `${voorvoegsel}.`);
        if (uitkomst !== null) return uitkomst;
      }
      return null;
  }
}

/** Whether a value is a plain object of named facts. */
export function isRuw(waarde: unknown): waarde is RuweFeiten {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}

/** The first surplus, missing or invalid fact, or null when all is well. */
export function controleerFeiten(
  schema: Schema,
  ruw: RuweFeiten,
  voorvoegsel = '',
): TermijnFout | null {
  for (const naam of Object.keys(ruw)) {
    if (!Object.hasOwn(schema, naam) && ruw[naam] !== undefined) {
      const volledig = voorvoegsel + naam;
      return weiger('FEIT_OVERBODIG', volledig, `${volledig} hoort niet bij deze berekening.`).fout;
    }
  }
  for (const naam in schema) {
    const veld = schema[naam];
    if (veld === undefined) continue;
    const waarde = Object.hasOwn(ruw, naam) ? ruw[naam] : undefined;
    const volledig = voorvoegsel + naam;
    if (waarde === undefined) {
      if (veld.optioneel === true) continue;
      return weiger('FEIT_ONTBREEKT', volledig, `${volledig} ontbreekt.`).fout;
    }
    const fout = controleerWaarde(volledig, veld, waarde);
    if (fout !== null) return fout;
  }
  return null;
}

/** The value of a fact that chooses which other facts belong, or the refusal of that fact. */
export function leesKeuze(
  ruw: RuweFeiten,
  naam: string,
  opties: readonly string[],
  standaard?: string,
): string | { readonly fout: TermijnFout } {
  const waarde = Object.hasOwn(ruw, naam) ? ruw[naam] : undefined;
  if (waarde === undefined) {
    return standaard ?? weiger('FEIT_ONTBREEKT', naam, `${naam} ontbreekt.`);
  }
  const fout = controleerWaarde(naam, { soort: 'keuze', opties }, waarde);
  return fout === null ? (waarde as string) : { fout };
}

/** Facts that passed `controleerFeiten`, read by type. Reading what was not checked is a DomainError. */
export class Feiten {
  constructor(private readonly ruw: RuweFeiten) {}

  heeft(naam: string): boolean {
    return this.ruw[naam] !== undefined;
  }

  datum(naam: string): IsoDatum {
    return this.lees(naam, 'string') as IsoDatum;
  }

  datumOf(naam: string): IsoDatum | undefined {
    return this.heeft(naam) ? this.datum(naam) : undefined;
  }

  tekst(naam: string): string {
    return this.lees(naam, 'string') as string;
  }

  tekstOf(naam: string, standaard: string): string {
    return this.heeft(naam) ? this.tekst(naam) : standaard;
  }

  getal(naam: string): number {
    return this.lees(naam, 'number') as number;
  }

  waar(naam: string): boolean {
    return this.lees(naam, 'boolean') as boolean;
  }

  lijst(naam: string): readonly Feiten[] {
    return (this.lees(naam, 'object') as readonly RuweFeiten[]).map((regel) => new Feiten(regel));
  }

  private lees(naam: string, soort: 'string' | 'number' | 'boolean' | 'object'): unknown {
    const waarde = this.ruw[naam];
    if (typeof waarde === soort) return waarde;
    throw new DomainError('FEIT_NIET_GELEZEN', `Het feit ${naam} is niet gecontroleerd.`);
  }
}
