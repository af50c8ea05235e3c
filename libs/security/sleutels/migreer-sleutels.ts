import pg from 'pg';

// Few and small: the key store has one table and rarely changes, so no migration library.
const MIGRATIES: readonly string[] = [
  `CREATE TABLE datasleutel (
     id uuid PRIMARY KEY,
     eigenaar uuid NOT NULL,
     gemeente uuid NOT NULL,
     categorie text NOT NULL CHECK (categorie IN ('dossier', 'kern', 'medisch', 'drijver')),
     omhuld bytea,
     gemaakt_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
     vernietigd_tijdstip timestamptz,
     duurzaam boolean NOT NULL DEFAULT false,
     CONSTRAINT datasleutel_een_per_eigenaar_en_categorie UNIQUE (eigenaar, categorie),
     CONSTRAINT datasleutel_vernietigd_is_leeg
       CHECK ((omhuld IS NULL) = (vernietigd_tijdstip IS NOT NULL))
   );
   CREATE INDEX datasleutel_niet_duurzaam ON datasleutel (gemaakt_tijdstip) WHERE NOT duurzaam`,
];

const SLOT = 7_205_011;

/** Brings the key store's own database up to date. Safe to run by several processes at once. */
export async function migreerSleutels(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SLOT]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS sleutelmigratie (versie integer PRIMARY KEY, op timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ versie: number }>(
      'SELECT coalesce(max(versie), 0) AS versie FROM sleutelmigratie',
    );
    const gedaan = rows[0]?.versie ?? 0;
    for (const [plek, sql] of MIGRATIES.entries()) {
      if (plek < gedaan) continue;
      await client.query(sql);
      await client.query('INSERT INTO sleutelmigratie (versie) VALUES ($1)', [plek + 1]);
    }
    await client.query('COMMIT');
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}
