import type { MigrationInterface, QueryRunner } from 'typeorm';

const metStatussen = (...statussen: readonly string[]): string => `
ALTER TABLE bericht DROP CONSTRAINT bericht_status_check;
ALTER TABLE bericht ADD CONSTRAINT bericht_status_check
  CHECK (status IN (${statussen.map((status) => `'${status}'`).join(', ')}));
`;

const EERST = ['open', 'bezorgd', 'geweigerd', 'opgegeven', 'vervallen', 'handmatig'];

// A message that is never offered to DUO: someone does it in the Portal Inburgering.
export class Portaal1790000000013 implements MigrationInterface {
  name = 'Portaal1790000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(metStatussen(...EERST, 'handmatig-te-doen'));
  }

  /** Older code knows such a message as one that was given up: it has a task too. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "UPDATE bericht SET status = 'opgegeven' WHERE status = 'handmatig-te-doen'",
    );
    await queryRunner.query(metStatussen(...EERST));
  }
}
