import type { MigrationInterface, QueryRunner } from 'typeorm';

// Per journey when the BRP is asked next, and how the last question ended. What it answered is sealed in the journaal.
const TABELLEN = `
CREATE TABLE brp_raadpleging (
  traject_id uuid PRIMARY KEY REFERENCES traject,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  status text NOT NULL DEFAULT 'gevraagd' CHECK (status IN ('gevraagd', 'gelukt', 'mislukt')),
  poging integer NOT NULL DEFAULT 0,
  volgende_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  laatste_tijdstip timestamptz,
  reden text
);
CREATE INDEX brp_raadpleging_te_doen ON brp_raadpleging (volgende_tijdstip);

ALTER TABLE brp_raadpleging ENABLE ROW LEVEL SECURITY;
ALTER TABLE brp_raadpleging FORCE ROW LEVEL SECURITY;
CREATE POLICY brp_raadpleging_eigen_gemeente ON brp_raadpleging TO regie_app_rol
  USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
  WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
CREATE POLICY brp_raadpleging_systeem ON brp_raadpleging TO regie_systeem_rol
  USING (true) WITH CHECK (true);
GRANT SELECT ON brp_raadpleging TO regie_app_rol;
GRANT SELECT, INSERT, UPDATE ON brp_raadpleging TO regie_systeem_rol;
`;

export class Brp1790000000025 implements MigrationInterface {
  name = 'Brp1790000000025';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE brp_raadpleging');
  }
}
