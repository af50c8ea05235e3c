import type { MigrationInterface, QueryRunner } from 'typeorm';

// What the nightly comparison found, and per journey whether its driver is lost (a rehearsal is not
// started again) and which version of the code wrote its read model. Code that does not know the
// last column leaves 0: behind.
const TABELLEN = `
ALTER TABLE route
  ADD COLUMN drijver_verloren boolean NOT NULL DEFAULT false,
  ADD COLUMN leesmodel_versie integer NOT NULL DEFAULT 1;
ALTER TABLE route ALTER COLUMN leesmodel_versie SET DEFAULT 0;
CREATE INDEX route_leesmodel ON route (leesmodel_versie, traject_id);

CREATE TABLE controle (
  id uuid NOT NULL,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  begonnen_tijdstip timestamptz NOT NULL,
  klaar_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  open_trajecten integer NOT NULL,
  bevraagd integer NOT NULL,
  PRIMARY KEY (id, gemeente_id)
);
CREATE INDEX controle_lijst ON controle (gemeente_id, klaar_tijdstip DESC, id);

CREATE TABLE controleverschil (
  controle_id uuid NOT NULL,
  traject_id uuid NOT NULL REFERENCES traject,
  gemeente_id uuid NOT NULL,
  soort text NOT NULL CHECK (soort IN
    ('zonder-workflow', 'proef-beeindigd', 'ongezien', 'geen-antwoord', 'achter', 'zonder-traject')),
  gezien_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (controle_id, traject_id)
);
CREATE INDEX controleverschil_tijd ON controleverschil (gezien_tijdstip);
`;

const PER_GEMEENTE = ['controle', 'controleverschil'] as const;

export class Controle1790000000008 implements MigrationInterface {
  name = 'Controle1790000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    for (const tabel of PER_GEMEENTE) {
      await queryRunner.query(`
        ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${tabel} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${tabel}_eigen_gemeente ON ${tabel} TO regie_app_rol
          USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
          WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
        CREATE POLICY ${tabel}_systeem ON ${tabel} TO regie_systeem_rol
          USING (true) WITH CHECK (true);
        GRANT SELECT ON ${tabel} TO regie_app_rol;
        GRANT SELECT, INSERT, DELETE ON ${tabel} TO regie_systeem_rol;
      `);
    }
    await queryRunner.query(
      'GRANT UPDATE (laag, drijver_verloren, leesmodel_versie) ON route TO regie_systeem_rol',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE UPDATE (laag, drijver_verloren, leesmodel_versie) ON route FROM regie_systeem_rol;
      DROP TABLE controleverschil, controle;
      DROP INDEX route_leesmodel;
      ALTER TABLE route DROP COLUMN drijver_verloren, DROP COLUMN leesmodel_versie;
    `);
  }
}
