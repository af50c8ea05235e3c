import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notification that a person was told of is still asked after. */
export class Ophaalincident1790000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX postvak_wachtend;
      CREATE INDEX postvak_wachtend ON postvak (traject_id)
        WHERE status IN ('gekoppeld', 'incident');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX postvak_wachtend;
      CREATE INDEX postvak_wachtend ON postvak (traject_id) WHERE status = 'gekoppeld';
    `);
  }
}
