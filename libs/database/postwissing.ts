/** Whatever carries out statements within one transaction. */
export interface Verbinding {
  query(tekst: string, waarden: unknown[]): Promise<unknown>;
}

const LEEG = `status = 'gewist', zegel = NULL, bsn_hash = NULL, vnummer_hash = NULL, inhoud_hash = '',
  ophalen = '{}', reden = 'Ten onrechte ontvangen: de inhoud is gewist.'`;

const POST = `UPDATE postvak SET ${LEEG} WHERE traject_id = $1 AND status <> 'gewist'`;

// Post of this person that no journey took up.
const LOSSE_POST = `
UPDATE postvak SET ${LEEG}
 WHERE gemeente_id = $1 AND traject_id IS NULL AND status <> 'gewist'
   AND (bsn_hash = $2 OR vnummer_hash = $3)`;

const POSTRIJ = `UPDATE postvak SET ${LEEG} WHERE id = $1`;

/** Erases what notifications linked to this journey said; that they came stays. */
export async function wisPostVan(runner: Verbinding, trajectId: string): Promise<void> {
  await runner.query(POST, [trajectId]);
}

/** Erases what one notification said; that it came stays. */
export async function wisPostrij(runner: Verbinding, id: string): Promise<void> {
  await runner.query(POSTRIJ, [id]);
}

/** Erases what notifications of a person that no journey took up said, found by the keyed hashes of the numbers. */
export async function wisLossePost(
  runner: Verbinding,
  van: {
    readonly gemeenteId: string;
    readonly bsnHash: Buffer | null;
    readonly vnummerHash: Buffer | null;
  },
): Promise<void> {
  await runner.query(LOSSE_POST, [van.gemeenteId, van.bsnHash, van.vnummerHash]);
}
