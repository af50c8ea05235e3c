import type { MigrationInterface, QueryRunner } from 'typeorm';

// Comparisons of a journey with DUO: asked for by a person, by an own term that ran out, or by the rhythm.
// Only what an operator and a list need; what was found is sealed in the journaal.
const TABELLEN = `
ALTER TABLE route ADD COLUMN reconciliatie_vanaf timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE INDEX route_reconciliatie ON route (reconciliatie_vanaf) WHERE open AND NOT proef;

CREATE TABLE reconciliatie (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  traject_id uuid NOT NULL REFERENCES traject,
  aanleiding text NOT NULL CHECK (aanleiding IN ('verzoek', 'bevestiging-uit', 'periodiek')),
  taak_id uuid UNIQUE,
  gevraagd_door text,
  gevraagd_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  status text NOT NULL DEFAULT 'gevraagd' CHECK (status IN ('gevraagd', 'klaar', 'mislukt')),
  poging integer NOT NULL DEFAULT 0,
  volgende_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  klaar_tijdstip timestamptz,
  verschillen integer,
  niet_gevraagd text[] NOT NULL DEFAULT '{}',
  reden text
);
CREATE UNIQUE INDEX reconciliatie_een_tegelijk ON reconciliatie (traject_id) WHERE status = 'gevraagd';
CREATE INDEX reconciliatie_te_doen ON reconciliatie (volgende_tijdstip) WHERE status = 'gevraagd';
CREATE INDEX reconciliatie_lijst ON reconciliatie (traject_id, gevraagd_tijdstip DESC);

ALTER TABLE reconciliatie ENABLE ROW LEVEL SECURITY;
ALTER TABLE reconciliatie FORCE ROW LEVEL SECURITY;
CREATE POLICY reconciliatie_eigen_gemeente ON reconciliatie TO regie_app_rol
  USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
  WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
CREATE POLICY reconciliatie_systeem ON reconciliatie TO regie_systeem_rol
  USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON reconciliatie TO regie_app_rol;
GRANT SELECT, INSERT, UPDATE ON reconciliatie TO regie_systeem_rol;
GRANT UPDATE (reconciliatie_vanaf) ON route TO regie_systeem_rol;
`;

export class Reconciliatie1790000000009 implements MigrationInterface {
  name = 'Reconciliatie1790000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE UPDATE (reconciliatie_vanaf) ON route FROM regie_systeem_rol;
      DROP TABLE reconciliatie;
      DROP INDEX route_reconciliatie;
      ALTER TABLE route DROP COLUMN reconciliatie_vanaf;
    `);
  }
}
