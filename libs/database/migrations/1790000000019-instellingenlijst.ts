import type { MigrationInterface, QueryRunner } from 'typeorm';

// DUO's list of recognised schools, one row for the installation: it is the same for all gemeenten and holds no person. Kept
// whole, so that a decision sees one list and knows whether there is one.
const TABEL = `
CREATE TABLE instellingenlijst (
  enig boolean PRIMARY KEY DEFAULT true CHECK (enig),
  lijst jsonb,
  opgehaald_tijdstip timestamptz,
  volgende_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  poging integer NOT NULL DEFAULT 0,
  reden text
);
INSERT INTO instellingenlijst DEFAULT VALUES;
GRANT SELECT ON instellingenlijst TO regie_app_rol;
GRANT SELECT, UPDATE ON instellingenlijst TO regie_systeem_rol;
GRANT SELECT (oin) ON gemeente TO regie_systeem_rol;
`;

export class Instellingenlijst1790000000019 implements MigrationInterface {
  name = 'Instellingenlijst1790000000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABEL);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE SELECT (oin) ON gemeente FROM regie_systeem_rol;
      DROP TABLE instellingenlijst;
    `);
  }
}
