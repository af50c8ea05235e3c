import type { Pool } from 'pg';
import type { Categorie } from './sleutel.port.js';
import { ALLE_GEMEENTEN } from './sleutel.port.js';
import type { EersteOpslag, EersteRij, Sleutelrij } from './sleutelrij.js';

interface DatabaseRij {
  id: string;
  eigenaar: string;
  gemeente: string;
  categorie: Categorie;
  omhuld: Buffer | null;
  gemaakt_tijdstip: Date;
  vernietigd_tijdstip: Date | null;
  duurzaam: boolean;
}

const KOLOMMEN =
  'id, eigenaar, gemeente, categorie, omhuld, gemaakt_tijdstip, vernietigd_tijdstip, duurzaam';

// Arrays of columns: one statement for any number of rows.
const NIEUWE_RIJEN = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bytea[],
  $6::timestamptz[], $7::timestamptz[])
  AS n (id, eigenaar, gemeente, categorie, omhuld, gemaakt_tijdstip, vernietigd_tijdstip)`;

const LEG_VAST = `
  WITH nieuw AS (
    INSERT INTO datasleutel AS d
      (id, eigenaar, gemeente, categorie, omhuld, gemaakt_tijdstip, vernietigd_tijdstip)
    SELECT n.* FROM ${NIEUWE_RIJEN}
    ON CONFLICT (eigenaar, categorie) DO NOTHING
    RETURNING ${KOLOMMEN}
  )
  SELECT * FROM nieuw
  UNION ALL
  SELECT ${KOLOMMEN} FROM datasleutel
  WHERE (eigenaar, categorie) IN (SELECT * FROM unnest($2::uuid[], $4::text[]))`;

const LEES = `SELECT ${KOLOMMEN} FROM datasleutel WHERE eigenaar = $1 AND categorie = ANY ($2)`;

// A key that is not durable was never used, so the older one of the second copy may replace it.
const NEEM_OVER = `
  INSERT INTO datasleutel
    (id, eigenaar, gemeente, categorie, omhuld, gemaakt_tijdstip, vernietigd_tijdstip)
  SELECT n.* FROM ${NIEUWE_RIJEN}
  ON CONFLICT (eigenaar, categorie) DO UPDATE
    SET id = excluded.id, gemeente = excluded.gemeente, omhuld = excluded.omhuld,
        gemaakt_tijdstip = excluded.gemaakt_tijdstip,
        vernietigd_tijdstip = excluded.vernietigd_tijdstip
    WHERE NOT datasleutel.duurzaam AND datasleutel.vernietigd_tijdstip IS NULL`;

const VERNIETIG = `
  INSERT INTO datasleutel (id, eigenaar, gemeente, categorie, omhuld, vernietigd_tijdstip)
  SELECT gen_random_uuid(), $1, $3, c, NULL, clock_timestamp() FROM unnest($2::text[]) AS c
  ON CONFLICT (eigenaar, categorie) DO UPDATE
    SET omhuld = NULL, duurzaam = false,
        vernietigd_tijdstip = coalesce(datasleutel.vernietigd_tijdstip, clock_timestamp())
  RETURNING ${KOLOMMEN}`;

/** The first store: a database of its own, so that its backups can live shorter than the others. */
export class SleutelPostgres implements EersteOpslag {
  constructor(private readonly pool: Pool) {}

  async lees(eigenaar: string, categorieen: readonly Categorie[]): Promise<EersteRij[]> {
    return this.vraag(LEES, [eigenaar, categorieen]);
  }

  async legVast(rijen: readonly Sleutelrij[]): Promise<EersteRij[]> {
    const eerste = rijen[0];
    if (eerste === undefined) return [];
    const gevonden = await this.vraag(LEG_VAST, kolommen(rijen));
    if (gevonden.length === rijen.length) return gevonden;
    // A row committed by another process during the statement is invisible to its own snapshot.
    return this.lees(
      eerste.eigenaar,
      rijen.map((rij) => rij.categorie),
    );
  }

  async neemOver(rijen: readonly Sleutelrij[]): Promise<void> {
    await this.pool.query(NEEM_OVER, kolommen(rijen));
  }

  async markeerDuurzaam(rijen: readonly Sleutelrij[]): Promise<void> {
    // A key destroyed in the meantime is again to be confirmed, hence the comparison.
    await this.pool.query(
      `UPDATE datasleutel d SET duurzaam = true
       FROM unnest($1::uuid[], $2::boolean[]) AS n (id, vernietigd)
       WHERE d.id = n.id AND (d.vernietigd_tijdstip IS NOT NULL) = n.vernietigd`,
      [rijen.map((rij) => rij.id), rijen.map((rij) => rij.vernietigdTijdstip !== null)],
    );
  }

  async vernietig(eigenaar: string, categorieen: readonly Categorie[]): Promise<EersteRij[]> {
    return this.vraag(VERNIETIG, [eigenaar, categorieen, ALLE_GEMEENTEN]);
  }

  async nietDuurzaam(hoogstens: number): Promise<EersteRij[]> {
    return this.vraag(
      `SELECT ${KOLOMMEN} FROM datasleutel WHERE NOT duurzaam ORDER BY gemaakt_tijdstip LIMIT $1`,
      [hoogstens],
    );
  }

  private async vraag(tekst: string, waarden: unknown[]): Promise<EersteRij[]> {
    const { rows } = await this.pool.query<DatabaseRij>(tekst, waarden);
    return rows.map((rij) => ({
      id: rij.id,
      eigenaar: rij.eigenaar,
      gemeente: rij.gemeente,
      categorie: rij.categorie,
      omhuld: rij.omhuld,
      gemaaktTijdstip: rij.gemaakt_tijdstip.toISOString(),
      vernietigdTijdstip: rij.vernietigd_tijdstip?.toISOString() ?? null,
      duurzaam: rij.duurzaam,
    }));
  }
}

const kolommen = (rijen: readonly Sleutelrij[]): unknown[] => [
  rijen.map((rij) => rij.id),
  rijen.map((rij) => rij.eigenaar),
  rijen.map((rij) => rij.gemeente),
  rijen.map((rij) => rij.categorie),
  rijen.map((rij) => rij.omhuld),
  rijen.map((rij) => rij.gemaaktTijdstip),
  rijen.map((rij) => rij.vernietigdTijdstip),
];
