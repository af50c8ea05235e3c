import { wisLossePost, wisPostVan, type Verbinding } from '../postwissing.js';

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
  await wisLossePost(runner, { gemeenteId, bsnHash, vnummerHash });
}
