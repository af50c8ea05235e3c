import type { EntityManager } from 'typeorm';
import { enVoorwaarden, Parameters, type Bladzijde } from './read/lijst.js';

/** A week: how long a file waits to be carried out. */
const BEWAAR_UREN = 168;
/** How long an import counts as being carried out after its last sign of that: longer than one row takes. */
const BEZIG_SECONDEN = 15;

export const IMPORTSTATUSSEN = ['wacht', 'klaar', 'verlopen', 'ingetrokken'] as const;
export type ImportStatus = (typeof IMPORTSTATUSSEN)[number];
export type ImportRijStatus = 'onjuist' | 'klaarstaand' | 'gedaan' | 'geweigerd' | 'vervallen';
export type ImportEffect = 'opent' | 'vult-aan' | 'ongewijzigd';

export interface CoaImportRij {
  readonly id: string;
  readonly gemeente_id: string;
  readonly soort: 'csv' | 'xlsx';
  readonly status: ImportStatus;
  readonly niet_overgenomen: readonly string[];
  readonly aangeboden_tijdstip: Date;
  readonly verloopt_tijdstip: Date;
  /** Too late to carry out, on the clock of the database. */
  readonly te_laat: boolean;
}

export interface CoaImportRegel {
  readonly rij: number;
  readonly status: ImportRijStatus;
  readonly effect: ImportEffect | null;
  readonly traject_id: string | null;
  /** As the reader of the file gave them. */
  readonly fouten: unknown;
  readonly code: string | null;
  readonly melding: string | null;
}

export type NieuweRegel = Pick<CoaImportRegel, 'rij' | 'effect' | 'traject_id' | 'fouten'> & {
  readonly status: 'onjuist' | 'klaarstaand';
};

export interface NieuweImport {
  readonly id: string;
  readonly gemeenteId: string;
  readonly soort: 'csv' | 'xlsx';
  readonly inhoudHash: Buffer;
  readonly zegel: Buffer;
  readonly nietOvergenomen: readonly string[];
  /** Pseudonym of the person. */
  readonly door: string;
  readonly regels: readonly NieuweRegel[];
}

/** Keeps a file with its rows. False when the id exists; nothing is written then. */
export async function schrijfImport(manager: EntityManager, nieuw: NieuweImport): Promise<boolean> {
  const geschreven = await manager.query<unknown[]>(
    `INSERT INTO coa_import (id, gemeente_id, soort, inhoud_hash, zegel, niet_overgenomen, aangeboden_door,
       verloopt_tijdstip)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(hours => $8)) ON CONFLICT DO NOTHING RETURNING 1 AS een`,
    [
      nieuw.id,
      nieuw.gemeenteId,
      nieuw.soort,
      nieuw.inhoudHash,
      nieuw.zegel,
      nieuw.nietOvergenomen,
      nieuw.door,
      BEWAAR_UREN,
    ],
  );
  if (geschreven.length === 0) return false;
  await manager.query(
    `INSERT INTO coa_import_rij (import_id, gemeente_id, rij, status, effect, traject_id, fouten)
     SELECT $1, $2, r.rij, r.status, r.effect, r.traject_id, r.fouten
       FROM json_to_recordset($3) AS r(rij integer, status text, effect text, traject_id uuid, fouten jsonb)`,
    [nieuw.id, nieuw.gemeenteId, JSON.stringify(nieuw.regels)],
  );
  return true;
}

export interface CoaImportInLijst extends CoaImportRij {
  /** The moment of the offer with microseconds, for the cursor. */
  readonly plek: string;
  /** Rows by status; a status without rows is absent. */
  readonly telling: Readonly<Partial<Record<ImportRijStatus, number>>>;
}

const VELDEN = `id, gemeente_id, soort, status, niet_overgenomen, aangeboden_tijdstip, verloopt_tijdstip,
  verloopt_tijdstip < clock_timestamp() AS te_laat`;

/** Imports of the gemeente of this transaction, newest first. */
export async function coaImportenLijst(
  manager: EntityManager,
  filter: { readonly status?: ImportStatus | undefined },
  limiet: number,
  na?: { readonly plek: string; readonly id: string },
): Promise<Bladzijde<CoaImportInLijst>> {
  const p = new Parameters();
  const eisen: string[] = [];
  if (filter.status !== undefined) eisen.push(`status = ${p.zet(filter.status)}`);
  if (na !== undefined) {
    eisen.push(
      `(aangeboden_tijdstip, id) < (${p.zet(na.plek)}::timestamptz, ${p.zet(na.id)}::uuid)`,
    );
  }
  const rijen = await manager.query<CoaImportInLijst[]>(
    `SELECT ${VELDEN}, aangeboden_tijdstip::text AS plek,
            (SELECT coalesce(jsonb_object_agg(t.status, t.aantal), '{}')
               FROM (SELECT r.status, count(*)::int AS aantal FROM coa_import_rij r
                      WHERE r.import_id = coa_import.id GROUP BY r.status) t) AS telling
       FROM coa_import WHERE ${enVoorwaarden(eisen)}
      ORDER BY aangeboden_tijdstip DESC, id DESC LIMIT ${p.zet(limiet + 1)}`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** Says that this import is being carried out, for a while. False: it has ended. */
export async function houdImportBezig(manager: EntityManager, id: string): Promise<boolean> {
  const [rij] = await manager.query<{ aantal: number }[]>(
    `WITH bezig AS (
       UPDATE coa_import SET uitvoering_tot = clock_timestamp() + make_interval(secs => $2)
        WHERE id = $1 AND status = 'wacht' RETURNING 1)
     SELECT count(*)::int AS aantal FROM bezig`,
    [id, BEZIG_SECONDEN],
  );
  return rij?.aantal === 1;
}

/** One import of the gemeente of this transaction. */
export async function coaImportRij(
  manager: EntityManager,
  id: string,
): Promise<CoaImportRij | undefined> {
  const [rij] = await manager.query<CoaImportRij[]>(
    `SELECT ${VELDEN} FROM coa_import WHERE id = $1`,
    [id],
  );
  return rij;
}

/** Its rows, in the order of the file. */
export function coaImportRegels(
  manager: EntityManager,
  importId: string,
): Promise<readonly CoaImportRegel[]> {
  return manager.query(
    `SELECT rij, status, effect, traject_id, fouten, code, melding
       FROM coa_import_rij WHERE import_id = $1 ORDER BY rij`,
    [importId],
  );
}

/** Sealed file and print of the content; the file is null once erased. */
export async function coaImportBestand(
  manager: EntityManager,
  id: string,
): Promise<{ readonly zegel: Buffer | null; readonly inhoud_hash: Buffer } | undefined> {
  const [rij] = await manager.query<{ zegel: Buffer | null; inhoud_hash: Buffer }[]>(
    'SELECT zegel, inhoud_hash FROM coa_import WHERE id = $1',
    [id],
  );
  return rij;
}

/** End state of a row that waits; one that has one keeps it, unless it lapsed while the door was doing it. */
export async function sluitImportRegel(
  manager: EntityManager,
  importId: string,
  regel: Pick<CoaImportRegel, 'rij' | 'status' | 'effect' | 'traject_id' | 'code' | 'melding'>,
): Promise<void> {
  const { rij, status, effect, traject_id, code, melding } = regel;
  await manager.query(
    `UPDATE coa_import_rij SET status = $3, effect = $4, traject_id = $5, code = $6, melding = $7
      WHERE import_id = $1 AND rij = $2
        AND (status = 'klaarstaand' OR (status = 'vervallen' AND $3 = 'gedaan'))`,
    [importId, rij, status, effect, traject_id, code, melding],
  );
}

/** Open journeys of persons with one of these hashes, of the gemeente of this transaction. */
export function openTrajectenMet(
  manager: EntityManager,
  bsnHashes: readonly Buffer[],
  vnummerHashes: readonly Buffer[],
): Promise<{ id: string; bsn_hash: Buffer | null; vnummer_hash: Buffer | null }[]> {
  return manager.query(
    `SELECT id, bsn_hash, vnummer_hash FROM traject
      WHERE status = 'open' AND (bsn_hash = ANY($1) OR vnummer_hash = ANY($2))`,
    [bsnHashes, vnummerHashes],
  );
}
