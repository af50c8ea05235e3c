import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

export type Omgevingsvariabelen = Readonly<Record<string, string | undefined>>;

/** How an address of PostgreSQL begins. */
export const POSTGRES: readonly string[] = ['postgres:', 'postgresql:'];

/** Lists every variable that is wrong or missing; never a value. */
export class InstellingenFout extends Error {
  constructor(readonly klachten: readonly string[]) {
    super(`De instellingen kloppen niet:\n${klachten.map((klacht) => `  - ${klacht}`).join('\n')}`);
    this.name = 'InstellingenFout';
  }
}

/**
 * Reads variables one by one and collects complaints, so that an administrator sees all at once.
 * After a complaint it answers something harmless of the right type; `klaar` then throws.
 */
export class OmgevingLezer {
  readonly #klachten: string[] = [];

  constructor(private readonly env: Omgevingsvariabelen) {}

  klaag(naam: string, klacht: string): void {
    this.#klachten.push(`${naam}: ${klacht}`);
  }

  /** @throws InstellingenFout when there was a complaint. */
  klaar(): void {
    if (this.#klachten.length > 0) throw new InstellingenFout(this.#klachten);
  }

  optioneel(naam: string): string | undefined {
    const waarde = this.env[naam]?.trim();
    return waarde === '' ? undefined : waarde;
  }

  tekst(naam: string, standaard?: string): string {
    const waarde = this.optioneel(naam) ?? standaard;
    if (waarde === undefined) this.klaag(naam, 'ontbreekt');
    return waarde ?? '';
  }

  keuze<K extends string>(naam: string, keuzes: readonly K[], standaard: K): K {
    const waarde = this.optioneel(naam);
    if (waarde === undefined) return standaard;
    const gekozen = keuzes.find((keuze) => keuze === waarde);
    if (gekozen === undefined) this.klaag(naam, `moet een van deze zijn: ${keuzes.join(', ')}`);
    return gekozen ?? standaard;
  }

  poort(naam: string, standaard: number): number {
    const waarde = this.optioneel(naam) ?? String(standaard);
    const poort = Number(waarde);
    if (/^\d{1,5}$/.test(waarde) && poort <= 65_535) return poort;
    this.klaag(naam, 'moet een poortnummer zijn (0 tot en met 65535)');
    return standaard;
  }

  /**
   * `schemas` with colon: 'https:'. An address may hold a password, so it can also stand in the file
   * that `<naam>_BESTAND` names.
   */
  url(naam: string, schemas: readonly string[]): string {
    const waarde = this.uitBestand(naam) ?? this.tekst(naam);
    if (waarde !== '' && !schemas.includes(schemaVan(waarde) ?? '')) {
      const toegestaan = schemas.map((schema) => `${schema}//`).join(' of ');
      this.klaag(naam, `moet een adres zijn dat begint met ${toegestaan}`);
    }
    return waarde;
  }

  optioneleUrl(naam: string, schemas: readonly string[]): string | undefined {
    return this.optioneel(naam) === undefined ? undefined : this.url(naam, schemas);
  }

  /** Content of the PEM file that the variable names. */
  optioneelPem(naam: string): Buffer | undefined {
    const pad = this.optioneel(naam);
    if (pad === undefined) return undefined;
    const inhoud = this.bestand(naam, pad);
    if (inhoud?.includes('-----BEGIN ') === false) {
      this.klaag(naam, 'wijst naar een bestand dat geen PEM is');
    }
    return inhoud;
  }

  /** Base64 in the variable itself, or in the file that `<naam>_BESTAND` names. */
  geheim(naam: string, klopt: (bytes: number) => boolean, eis: string): Buffer {
    const naamBestand = `${naam}_BESTAND`;
    const pad = this.optioneel(naamBestand);
    const waarde = this.optioneel(naam);
    if (pad !== undefined && waarde !== undefined) {
      this.klaag(naam, `en ${naamBestand} zijn allebei gezet; kies er één`);
      return Buffer.alloc(0);
    }
    if (pad === undefined && waarde === undefined) {
      this.klaag(naam, `ontbreekt (of zet ${naamBestand})`);
      return Buffer.alloc(0);
    }
    const base64 = waarde ?? (pad === undefined ? undefined : this.bestand(naamBestand, pad));
    if (base64 === undefined) return Buffer.alloc(0);
    const tekst = base64.toString().trim();
    const bytes = Buffer.from(tekst, 'base64');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(tekst) || !klopt(bytes.length)) {
      this.klaag(pad === undefined ? naam : naamBestand, `moet ${eis} zijn, in base64`);
    }
    return bytes;
  }

  private uitBestand(naam: string): string | undefined {
    const naamBestand = `${naam}_BESTAND`;
    const pad = this.optioneel(naamBestand);
    if (pad === undefined) return undefined;
    if (this.optioneel(naam) !== undefined) {
      this.klaag(naam, `en ${naamBestand} zijn allebei gezet; kies er één`);
    }
    return this.bestand(naamBestand, pad)?.toString().trim() ?? '';
  }

  private bestand(naam: string, pad: string): Buffer | undefined {
    try {
      return readFileSync(pad);
    } catch {
      this.klaag(naam, 'wijst naar een bestand dat niet te lezen is');
      return undefined;
    }
  }
}

function schemaVan(adres: string): string | undefined {
  try {
    return new URL(adres).protocol;
  } catch {
    return undefined;
  }
}

/** Logged or serialised by accident, the settings say nothing. */
export function zwijgend<T extends object>(instellingen: T): T {
  const tekst = (): string => '[instellingen]';
  return Object.defineProperties(instellingen, {
    toJSON: { value: tekst, enumerable: false },
    [inspect.custom]: { value: tekst, enumerable: false },
  });
}
