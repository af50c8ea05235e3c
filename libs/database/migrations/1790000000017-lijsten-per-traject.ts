import type { MigrationInterface, QueryRunner } from 'typeorm';

// What a row of the list of journeys tells of its open tasks and running terms, without a look at those that are done. The
// gemeente is in it because row-level security asks for it.
const INDEXEN = `
CREATE INDEX taak_open_van_traject ON taak (traject_id, gemeente_id) WHERE status = 'open';
CREATE INDEX termijn_lopend_van_traject ON termijn (traject_id, uiterlijk_op, gemeente_id)
  WHERE status = 'loopt';
`;

export class LijstenPerTraject1790000000017 implements MigrationInterface {
  name = 'LijstenPerTraject1790000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INDEXEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX termijn_lopend_van_traject, taak_open_van_traject');
  }
}
