/** Whatever carries out statements within one transaction. */
export interface Verbinding {
  query(tekst: string, waarden: unknown[]): Promise<unknown>;
}

export interface Wisvraag {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly reden: string;
  /** Pseudonym of the person who asked. */
  readonly door: string;
  readonly bsnHash: Buffer | null;
  readonly vnummerHash: Buffer | null;
}

const GRAFSTEEN = `
INSERT INTO wissing (traject_id, gemeente_id, reden, gevraagd_door, bsn_hash, vnummer_hash)
VALUES ($1, $2, $3, $4, $5, $6)`;

// The bare row stays, for journal and idempotency keys hang on it; nothing in it can find or describe a person.
const TRAJECT = `
UPDATE traject SET status = 'gewist', bsn_hash = NULL, vnummer_hash = NULL, momentopname = NULL,
       schakels = '{}', leerroute = NULL, indeling = NULL, bewaren_tot = NULL, vooruitspoelen_tot = NULL
 WHERE id = $1`;

// Nobody drives it any more: what still runs is ended by who erases.
const ROUTE = 'UPDATE route SET open = false, wektijdstip = NULL WHERE traject_id = $1';

const NOTITIES = `
DELETE FROM taaktoewijzing WHERE taak_id IN (SELECT id FROM taak WHERE traject_id = $1)`;

const LEEG = `status = 'gewist', zegel = NULL, bsn_hash = NULL, vnummer_hash = NULL, inhoud_hash = '',
  ophalen = '{}', reden = 'Ten onrechte ontvangen: de inhoud is gewist.'`;

const POST = `UPDATE postvak SET ${LEEG} WHERE traject_id = $1 AND status <> 'gewist'`;

// Post of this person that no journey took up.
const LOSSE_POST = `
UPDATE postvak SET ${LEEG}
 WHERE gemeente_id = $1 AND traject_id IS NULL AND status <> 'gewist'
   AND (bsn_hash = $2 OR vnummer_hash = $3)`;

const POSTRIJ = `UPDATE postvak SET ${LEEG} WHERE id = $1`;

/**
 * Takes a journey out of sight in the transaction that decided so: nothing finds it, opens it or drives it from here
 * on. What is sealed in journal and messages goes with the keys, after this transaction.
 */
export async function wisTraject(runner: Verbinding, vraag: Wisvraag): Promise<void> {
  const { trajectId, gemeenteId, reden, door, bsnHash, vnummerHash } = vraag;
  await runner.query(GRAFSTEEN, [trajectId, gemeenteId, reden, door, bsnHash, vnummerHash]);
  await runner.query(TRAJECT, [trajectId]);
  await runner.query(ROUTE, [trajectId]);
  await runner.query(NOTITIES, [trajectId]);
  for (const tabel of ['taak', 'termijn', 'mijlpaal']) {
    await runner.query(`DELETE FROM ${tabel} WHERE traject_id = $1`, [trajectId]);
  }
  await wisPostVan(runner, trajectId);
  await runner.query(LOSSE_POST, [gemeenteId, bsnHash, vnummerHash]);
}

/** Erases what notifications linked to this journey said; that they came stays. */
export async function wisPostVan(runner: Verbinding, trajectId: string): Promise<void> {
  await runner.query(POST, [trajectId]);
}

/** Erases what one notification said; that it came stays. */
export async function wisPostrij(runner: Verbinding, id: string): Promise<void> {
  await runner.query(POSTRIJ, [id]);
}
