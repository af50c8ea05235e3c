import type { Transactie } from '#database/transactie.js';
import type { Herziening, Herzieningsregel } from './typen.js';

const KOLOMMEN = `id, voorstel, met_proef AS "metProef", status, voorgesteld_door AS "voorgesteldDoor",
  toegepast_door AS "toegepastDoor", kalender_versie AS "kalenderVersie", tellingen, voortgang,
  laatste_traject_id AS "laatsteTrajectId", voorgesteld_tijdstip AS "voorgesteldTijdstip",
  beproefd_tijdstip AS "beproefdTijdstip", toegepast_tijdstip AS "toegepastTijdstip",
  niet_voor_tijdstip AS "nietVoorTijdstip", klaar_tijdstip AS "klaarTijdstip"`;

/** Null: not of this gemeente. `slot`: nobody else changes it until the transaction ends. */
export async function leesRij(
  runner: Transactie,
  herzieningId: string,
  slot = false,
): Promise<Herziening | null> {
  const rijen = (await runner.query(
    `SELECT ${KOLOMMEN} FROM termijnherziening WHERE id = $1${slot ? ' FOR UPDATE' : ''}`,
    [herzieningId],
  )) as Herziening[];
  return rijen[0] ?? null;
}

/** Newest first. */
export async function leesRijen(runner: Transactie, limiet: number): Promise<Herziening[]> {
  return (await runner.query(
    `SELECT ${KOLOMMEN} FROM termijnherziening ORDER BY voorgesteld_tijdstip DESC, id LIMIT $1`,
    [limiet],
  )) as Herziening[];
}

const REGELKOLOMMEN = `traject_id AS "trajectId", sleutel, code, oud, nieuw, werkelijk, reden,
  traject_versie AS "trajectVersie", uitkomst`;

export async function leesRegels(
  runner: Transactie,
  herzieningId: string,
  na: { readonly trajectId: string; readonly sleutel: string } | null,
  limiet: number,
): Promise<Herzieningsregel[]> {
  return (await runner.query(
    `SELECT ${REGELKOLOMMEN} FROM termijnherziening_regel
      WHERE herziening_id = $1 AND ($2::uuid IS NULL OR (traject_id, sleutel) > ($2::uuid, $3::text))
      ORDER BY traject_id, sleutel LIMIT $4`,
    [herzieningId, na?.trajectId ?? null, na?.sleutel ?? null, limiet],
  )) as Herzieningsregel[];
}

/** The rows of these journeys. */
export async function leesRegelsVan(
  runner: Transactie,
  herzieningId: string,
  trajectIds: readonly string[],
): Promise<Herzieningsregel[]> {
  return (await runner.query(
    `SELECT ${REGELKOLOMMEN} FROM termijnherziening_regel
      WHERE herziening_id = $1 AND traject_id = ANY ($2::uuid[])`,
    [herzieningId, trajectIds],
  )) as Herzieningsregel[];
}

/** Adds rows, or says how the ones that were foreseen turned out. */
export async function schrijfRegels(
  runner: Transactie,
  plek: { readonly gemeenteId: string; readonly herzieningId: string },
  regels: readonly Herzieningsregel[],
): Promise<void> {
  if (regels.length === 0) return;
  await runner.query(
    `INSERT INTO termijnherziening_regel (herziening_id, gemeente_id, traject_id, sleutel, code, oud,
            nieuw, werkelijk, reden, traject_versie, uitkomst)
     SELECT $1::uuid, $2::uuid, r.*
       FROM jsonb_to_recordset($3::jsonb) AS r("trajectId" uuid, sleutel text, code text, oud date,
         nieuw date, werkelijk date, reden text, "trajectVersie" integer, uitkomst text)
     ON CONFLICT (herziening_id, traject_id, sleutel) DO UPDATE
       SET oud = excluded.oud, werkelijk = excluded.werkelijk, uitkomst = excluded.uitkomst`,
    [plek.herzieningId, plek.gemeenteId, JSON.stringify(regels)],
  );
}

// Foreseen, but closed, moved away or broken off before its turn: no page has it any more.
const ROND_AF = `
WITH vervallen AS (
  UPDATE termijnherziening_regel SET uitkomst = 'vervallen'
   WHERE herziening_id = $1 AND uitkomst = 'voorzien'
  RETURNING 1
), geteld AS (
  SELECT CASE uitkomst WHEN 'voorzien' THEN 'vervallen' ELSE uitkomst END AS uitkomst, count(*) AS aantal
    FROM termijnherziening_regel WHERE herziening_id = $1 GROUP BY 1
)
UPDATE termijnherziening SET tellingen = jsonb_set(tellingen, '{toepassing}',
         (SELECT coalesce(jsonb_object_agg(uitkomst, aantal), '{}') FROM geteld))
 WHERE id = $1`;

/** Says of every row how it turned out, and counts them. */
export async function rondAf(runner: Transactie, herzieningId: string): Promise<void> {
  await runner.query(ROND_AF, [herzieningId]);
}
