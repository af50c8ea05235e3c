import {
  coaImportBestand,
  schrijfImport,
  type ImportStatus,
  type NieuweImport,
  type NieuweRegel,
} from '#database/coa-importen.js';
import { inGemeente } from '#database/transactie.js';
import { ontzegel, verzegel } from '#security/verzegeling.js';
import { DossierFout } from './fout.js';
import type { Deur } from './kern.js';

/** Under this name the door is asked for every row, whoever carries out the import or goes on with it. */
export const IMPORT_BELLER = 'api:coa-import';

export interface ImportPlek {
  readonly importId: string;
  readonly gemeenteId: string;
}

export interface ImportVraag extends ImportPlek {
  readonly soort: NieuweImport['soort'];
  readonly bestand: Buffer;
  readonly nietOvergenomen: readonly string[];
  readonly regels: readonly NieuweRegel[];
  readonly door: string;
}

/** Key of a row at the door: the same row twice is one command. */
export function importOpdrachtId({ importId }: ImportPlek, rij: number): string {
  return `coa-import:${importId}:${rij}`;
}

const plaats = (importId: string): string => `coa_import:${importId}:zegel`;

/**
 * Keeps a file, sealed under a key of its own, with what was found in its rows. `andere-inhoud` when this id stands for
 * another file; the same file again changes nothing.
 */
export async function bewaarImport(
  { dataSource, sleutels, zoeksleutels }: Deur,
  vraag: ImportVraag,
): Promise<'bewaard' | 'andere-inhoud'> {
  const { importId, gemeenteId, soort, bestand, nietOvergenomen, regels, door } = vraag;
  const inhoudHash = zoeksleutels.van(gemeenteId, 'opdracht', bestand.toString('base64'));
  const eerder = (): Promise<Awaited<ReturnType<typeof coaImportBestand>>> =>
    inGemeente(dataSource, gemeenteId, (manager) => coaImportBestand(manager, importId));
  if ((await eerder()) === undefined) {
    // Restricted data may be in it, so the strictest category.
    const gemaakt = await sleutels.haalOfMaak(importId, gemeenteId, 'medisch');
    if (gemaakt.status !== 'aanwezig') {
      throw new DossierFout('SLEUTEL_VERNIETIGD', 'De sleutel van deze import is vernietigd.');
    }
    const zegel = verzegel(gemaakt.sleutel, bestand, plaats(importId));
    const nieuw = {
      id: importId,
      gemeenteId,
      soort,
      inhoudHash,
      zegel,
      nietOvergenomen,
      door,
      regels,
    };
    await inGemeente(dataSource, gemeenteId, (manager) => schrijfImport(manager, nieuw));
  }
  const gelijk = (await eerder())?.inhoud_hash.equals(inhoudHash) === true;
  return gelijk ? 'bewaard' : 'andere-inhoud';
}

/** The file as it came; null once erased, or not of this gemeente. */
export async function leesImport(
  { dataSource, sleutels }: Deur,
  { importId, gemeenteId }: ImportPlek,
): Promise<Buffer | null> {
  const rij = await inGemeente(
    dataSource,
    gemeenteId,
    (manager) => coaImportBestand(manager, importId),
    { alleenLezen: true },
  );
  const zegel = rij?.zegel ?? null;
  if (zegel === null) return null;
  const gevonden = await sleutels.haal(importId, gemeenteId, 'medisch');
  return gevonden.status === 'aanwezig'
    ? ontzegel(gevonden.sleutel, zegel, plaats(importId))
    : null;
}

// A row whose command the door has done, but whose end was not written: the process stopped between the two.
const HERSTEL = `
UPDATE coa_import_rij r SET status = 'gedaan', traject_id = o.traject_id
  FROM opdracht o
 WHERE r.import_id = $1 AND r.status = 'klaarstaand' AND o.gemeente_id = $2 AND o.beller = $3
   AND o.opdracht_id = 'coa-import:' || r.import_id || ':' || r.rij`;

const VERVALT = `
UPDATE coa_import_rij SET status = 'vervallen',
       melding = 'Niet uitgevoerd voordat de import verliep. Bied deze rij opnieuw aan.'
 WHERE import_id = $1 AND status = 'klaarstaand'`;

const SLUIT = `
UPDATE coa_import i SET zegel = NULL,
       status = CASE WHEN i.status <> 'wacht' THEN i.status
         WHEN EXISTS (SELECT 1 FROM coa_import_rij r WHERE r.import_id = i.id AND r.status = 'vervallen')
         THEN 'verlopen' ELSE 'klaar' END
 WHERE id = $1`;

// In the order in which whoever carries it out writes: the rows before the import.
const HOUD_RIJEN = `
SELECT 1 FROM coa_import_rij WHERE import_id = $1 ORDER BY rij FOR NO KEY UPDATE`;

// Nobody is at it: whoever carries it out says so, and again with every row.
const TREK_IN = `
WITH geraakt AS (
  UPDATE coa_import SET status = 'ingetrokken'
   WHERE id = $1 AND status = 'wacht' AND coalesce(uitvoering_tot < clock_timestamp(), true)
  RETURNING 1)
SELECT coalesce((SELECT 'ingetrokken' FROM geraakt),
                (SELECT status FROM coa_import WHERE id = $1)) AS status`;

const INGETROKKEN = `
UPDATE coa_import_rij SET status = 'vervallen', melding = 'De import is ingetrokken.'
 WHERE import_id = $1 AND status = 'klaarstaand'`;

/**
 * Takes an import back: what waits in it lapses, and file and key go at once. The status it has then; `wacht`: it is
 * being carried out just now; null: not of this gemeente.
 */
export async function trekImportIn(deur: Deur, plek: ImportPlek): Promise<ImportStatus | null> {
  const { importId, gemeenteId } = plek;
  const status = await inGemeente(deur.dataSource, gemeenteId, async (manager) => {
    await manager.query(HOUD_RIJEN, [importId]);
    const [rij] = await manager.query<{ status: ImportStatus | null }[]>(TREK_IN, [importId]);
    if (rij?.status === 'ingetrokken') {
      await manager.query(HERSTEL, [importId, gemeenteId, IMPORT_BELLER]);
      await manager.query(INGETROKKEN, [importId]);
    }
    return rij?.status ?? null;
  });
  if (status === 'ingetrokken') await sluitImport(deur, plek);
  return status;
}

/** Writes the end of rows that the door did and nobody wrote down. */
export async function herstelImport(
  { dataSource }: Deur,
  { importId, gemeenteId }: ImportPlek,
): Promise<void> {
  await inGemeente(dataSource, gemeenteId, (manager) =>
    manager.query(HERSTEL, [importId, gemeenteId, IMPORT_BELLER]),
  );
}

/**
 * Ends an import: rows that still wait lapse, the file goes, then its key, so that no backup can be read. Safe to repeat:
 * until both are gone it is found again.
 */
export async function sluitImport(deur: Deur, plek: ImportPlek): Promise<void> {
  const { importId, gemeenteId } = plek;
  await inGemeente(deur.dataSource, gemeenteId, async (manager) => {
    await manager.query(HERSTEL, [importId, gemeenteId, IMPORT_BELLER]);
    await manager.query(VERVALT, [importId]);
    await manager.query(SLUIT, [importId]);
  });
  await deur.sleutels.vernietig(importId);
  await inGemeente(deur.dataSource, gemeenteId, (manager) =>
    manager.query('UPDATE coa_import SET gewist_tijdstip = clock_timestamp() WHERE id = $1', [
      importId,
    ]),
  );
}
