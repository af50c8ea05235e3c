import type { DataSource } from 'typeorm';
import { databaseFout } from '#database/transactie.js';
import type { TermijnRij } from '#domain/termijnen/typen.js';
import type { SleutelPort } from '#security/sleutels/sleutel.port.js';
import type { Zoeksleutels } from '#security/zoeksleutel.js';
import type { Versielade } from './omgeving.js';

/** Worth a line in the log and a count; never with personal data. */
export type Melding = 'momentopname-te-groot';

/** What every part of the door works with. */
export interface Deur {
  readonly dataSource: DataSource;
  readonly sleutels: SleutelPort;
  readonly zoeksleutels: Zoeksleutels;
  readonly versies: Versielade;
  /** The table of terms of another release than this one: to try it on real journeys. */
  readonly tabel?: readonly TermijnRij[] | undefined;
  readonly meld: (melding: Melding, velden: Readonly<Record<string, number | string>>) => void;
}

const POGINGEN = 4;

/** Tries again what the database broke off because of another transaction; it changed nothing. */
export async function metHerhaling<T>(doe: () => Promise<T>): Promise<T> {
  for (let poging = 1; ; poging += 1) {
    try {
      return await doe();
    } catch (fout) {
      if (poging === POGINGEN || !isBotsing(fout)) throw fout;
    }
  }
}

const SLOT_TE_LANG = '55P03';
const UNIEK = '23505';
const AFGEBROKEN = ['40001', '40P01'];

export function isSlotTeLang(fout: unknown): boolean {
  return databaseFout(fout)?.code === SLOT_TE_LANG;
}

/** Another journey of this person is open (E6). */
export function isTweedeTraject(fout: unknown): boolean {
  const gevonden = databaseFout(fout);
  return (
    gevonden?.code === UNIEK && gevonden.constraint?.startsWith('traject_een_open_per_') === true
  );
}

// A deadlock, or the same key or the same new journey in two transactions at once.
function isBotsing(fout: unknown): boolean {
  const gevonden = databaseFout(fout);
  if (gevonden === undefined) return false;
  return (
    AFGEBROKEN.includes(gevonden.code) ||
    (gevonden.code === UNIEK &&
      ['opdracht_pkey', 'journaal_pkey', 'traject_pkey', 'route_pkey'].includes(
        gevonden.constraint ?? '',
      ))
  );
}
