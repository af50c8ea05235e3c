import type { MigrationInterface, QueryRunner } from 'typeorm';

// One row per kind of process: that it lives, nothing of anyone.
export class Hartslag1790000000007 implements MigrationInterface {
  name = 'Hartslag1790000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE hartslag (dienst text PRIMARY KEY, tijdstip timestamptz NOT NULL);
      GRANT SELECT ON hartslag TO regie_app_rol;
      GRANT SELECT, INSERT, UPDATE ON hartslag TO regie_systeem_rol;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE hartslag');
  }
}
