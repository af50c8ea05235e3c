import type { MigrationInterface, QueryRunner } from 'typeorm';

// Bulk recalculation of terms: what was proposed, tried and applied, and per date what it did.
// `stuurversie` and `gewekt` wake its workflow as those of `route` wake a journey's.
const TABELLEN = `
CREATE TABLE termijnherziening (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  soort text NOT NULL CHECK (soort IN ('gelijkgestelde-dagen', 'regel')),
  voorstel jsonb NOT NULL,
  met_proef boolean NOT NULL,
  status text NOT NULL
    CHECK (status IN ('proef', 'voorgesteld', 'loopt', 'gepauzeerd', 'klaar', 'afgebroken')),
  voorgesteld_door text NOT NULL,
  toegepast_door text,
  kalender_versie integer,
  tellingen jsonb NOT NULL,
  voortgang integer NOT NULL DEFAULT 0,
  laatste_traject_id uuid,
  voorgesteld_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  beproefd_tijdstip timestamptz,
  toegepast_tijdstip timestamptz,
  niet_voor_tijdstip timestamptz,
  klaar_tijdstip timestamptz,
  stuurversie integer NOT NULL DEFAULT 1,
  gewekt integer NOT NULL DEFAULT 0,
  gewekt_tijdstip timestamptz,
  bijgewerkt_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT termijnherziening_tweede_persoon CHECK (toegepast_door <> voorgesteld_door)
);
CREATE INDEX termijnherziening_lijst ON termijnherziening (gemeente_id, voorgesteld_tijdstip DESC, id);
CREATE INDEX termijnherziening_lopend ON termijnherziening (bijgewerkt_tijdstip)
  WHERE status IN ('proef', 'loopt', 'gepauzeerd');

CREATE TABLE termijnherziening_regel (
  herziening_id uuid NOT NULL REFERENCES termijnherziening,
  traject_id uuid NOT NULL REFERENCES traject,
  sleutel text NOT NULL,
  gemeente_id uuid NOT NULL,
  code text NOT NULL,
  oud date NOT NULL,
  nieuw date,
  werkelijk date,
  reden text NOT NULL,
  traject_versie integer,
  uitkomst text NOT NULL
    CHECK (uitkomst IN ('voorzien', 'toegepast', 'anders', 'vervallen', 'mislukt')),
  PRIMARY KEY (herziening_id, traject_id, sleutel)
);

ALTER TABLE route ADD COLUMN laag boolean NOT NULL DEFAULT false;
CREATE INDEX route_te_wekken_laag ON route (gestuurd_tijdstip)
  WHERE gewekt < stuurversie AND open AND laag;
CREATE INDEX route_te_wekken_eerst ON route (gestuurd_tijdstip)
  WHERE gewekt < stuurversie AND open AND NOT laag;
DROP INDEX route_te_wekken;
`;

const PER_GEMEENTE = ['termijnherziening', 'termijnherziening_regel'] as const;

export class Herziening1790000000005 implements MigrationInterface {
  name = 'Herziening1790000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    for (const tabel of PER_GEMEENTE) {
      await queryRunner.query(`
        ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${tabel} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${tabel}_eigen_gemeente ON ${tabel}
          USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
          WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
        GRANT SELECT, INSERT, UPDATE ON ${tabel} TO regie_app_rol;
      `);
    }
    await queryRunner.query(`
      GRANT INSERT ON kalenderversie TO regie_app_rol;
      GRANT SELECT (id, gemeente_id, status, stuurversie, gewekt, gewekt_tijdstip,
        bijgewerkt_tijdstip) ON termijnherziening TO regie_systeem_rol;
      GRANT UPDATE (gewekt, gewekt_tijdstip) ON termijnherziening TO regie_systeem_rol;
      CREATE POLICY termijnherziening_systeem ON termijnherziening TO regie_systeem_rol
        USING (true) WITH CHECK (true);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE INSERT ON kalenderversie FROM regie_app_rol;
      DROP TABLE termijnherziening_regel, termijnherziening;
      CREATE INDEX route_te_wekken ON route (traject_id) WHERE gewekt < stuurversie AND open;
      DROP INDEX route_te_wekken_laag, route_te_wekken_eerst;
      ALTER TABLE route DROP COLUMN laag;
    `);
  }
}
