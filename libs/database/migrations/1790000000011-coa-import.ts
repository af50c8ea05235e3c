import type { MigrationInterface, QueryRunner } from 'typeorm';

// A file of COA that waits to be carried out, and what became of each of its rows. The file is sealed under a key of its
// own; a row says where and which rule, never what stood in the file.
const TABELLEN = `
CREATE TABLE coa_import (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  soort text NOT NULL CHECK (soort IN ('csv', 'xlsx')),
  inhoud_hash bytea NOT NULL,
  zegel bytea,
  status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'klaar', 'verlopen')),
  niet_overgenomen text[] NOT NULL DEFAULT '{}',
  aangeboden_door text NOT NULL,
  aangeboden_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  verloopt_tijdstip timestamptz NOT NULL,
  gewist_tijdstip timestamptz,
  UNIQUE (id, gemeente_id)
);
CREATE INDEX coa_import_te_wissen ON coa_import (verloopt_tijdstip) WHERE gewist_tijdstip IS NULL;
CREATE INDEX coa_import_lijst ON coa_import (gemeente_id, aangeboden_tijdstip DESC, id DESC);

CREATE TABLE coa_import_rij (
  import_id uuid NOT NULL,
  gemeente_id uuid NOT NULL,
  rij integer NOT NULL,
  status text NOT NULL CHECK (status IN ('onjuist', 'klaarstaand', 'gedaan', 'geweigerd', 'vervallen')),
  effect text CHECK (effect IN ('opent', 'vult-aan')),
  traject_id uuid,
  fouten jsonb NOT NULL DEFAULT '[]',
  code text,
  melding text,
  PRIMARY KEY (import_id, rij),
  FOREIGN KEY (import_id, gemeente_id) REFERENCES coa_import (id, gemeente_id)
);
`;

const PER_GEMEENTE = ['coa_import', 'coa_import_rij'] as const;

export class CoaImport1790000000011 implements MigrationInterface {
  name = 'CoaImport1790000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    for (const tabel of PER_GEMEENTE) {
      await queryRunner.query(`
        ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${tabel} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${tabel}_eigen_gemeente ON ${tabel} TO regie_app_rol
          USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
          WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
        GRANT SELECT, INSERT ON ${tabel} TO regie_app_rol;
      `);
    }
    // The system only learns which files are due; it erases them as the application, per gemeente.
    await queryRunner.query(`
      GRANT UPDATE (zegel, status, gewist_tijdstip) ON coa_import TO regie_app_rol;
      GRANT UPDATE (status, effect, traject_id, code, melding) ON coa_import_rij TO regie_app_rol;
      CREATE POLICY coa_import_systeem ON coa_import FOR SELECT TO regie_systeem_rol USING (true);
      GRANT SELECT (id, gemeente_id, status, verloopt_tijdstip, gewist_tijdstip)
        ON coa_import TO regie_systeem_rol;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE coa_import_rij, coa_import');
  }
}
