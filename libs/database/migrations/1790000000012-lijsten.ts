import type { MigrationInterface, QueryRunner } from 'typeorm';

// In the order in which the lists are read, so that a page is the beginning of an index and not the top of a sort. The
// expression is that of the list itself: a task without a last day comes last.
const LIJSTEN = `
CREATE INDEX taak_volgorde ON taak
  (gemeente_id, status, coalesce(uiterlijk_op, '9999-12-31'::date), id);
CREATE INDEX taak_open_rol ON taak
  (gemeente_id, rol, coalesce(uiterlijk_op, '9999-12-31'::date), id) WHERE status = 'open';
CREATE INDEX taak_open_soort ON taak
  (gemeente_id, soort, coalesce(uiterlijk_op, '9999-12-31'::date), id) WHERE status = 'open';
DROP INDEX taak_open, taak_lijst;
CREATE INDEX traject_volgorde ON traject (gemeente_id, id DESC);
CREATE INDEX traject_proef ON traject (gemeente_id) WHERE proef;
`;

export class Lijsten1790000000012 implements MigrationInterface {
  name = 'Lijsten1790000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LIJSTEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX traject_proef, traject_volgorde, taak_open_soort, taak_open_rol, taak_volgorde;
      CREATE INDEX taak_open ON taak (gemeente_id, rol, uiterlijk_op, id) WHERE status = 'open';
      CREATE INDEX taak_lijst ON taak (gemeente_id, status, uiterlijk_op, id);
    `);
  }
}
