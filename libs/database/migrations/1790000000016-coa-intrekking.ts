import type { MigrationInterface, QueryRunner } from 'typeorm';

// An import can be taken back before it is carried out; while someone carries it out it says until when it is held. A
// row whose person was known and unchanged ends as such.
const UITBREIDING = `
ALTER TABLE coa_import ADD COLUMN uitvoering_tot timestamptz,
  DROP CONSTRAINT coa_import_status_check,
  ADD CONSTRAINT coa_import_status_check
    CHECK (status IN ('wacht', 'klaar', 'verlopen', 'ingetrokken'));
ALTER TABLE coa_import_rij DROP CONSTRAINT coa_import_rij_effect_check,
  ADD CONSTRAINT coa_import_rij_effect_check CHECK (effect IN ('opent', 'vult-aan', 'ongewijzigd'));
GRANT UPDATE (uitvoering_tot) ON coa_import TO regie_app_rol;
`;

export class CoaIntrekking1790000000016 implements MigrationInterface {
  name = 'CoaIntrekking1790000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UITBREIDING);
  }

  // What was taken back has no older form: with such rows there is no way back.
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE coa_import_rij DROP CONSTRAINT coa_import_rij_effect_check,
        ADD CONSTRAINT coa_import_rij_effect_check CHECK (effect IN ('opent', 'vult-aan'));
      ALTER TABLE coa_import DROP CONSTRAINT coa_import_status_check,
        ADD CONSTRAINT coa_import_status_check CHECK (status IN ('wacht', 'klaar', 'verlopen')),
        DROP COLUMN uitvoering_tot;
    `);
  }
}
