import type { MigrationInterface, QueryRunner } from 'typeorm';

// A notification that no journey took up is closed by a person: who, when, what was done, and the key
// of that request, so that a repeat finds its own answer.
const WIJZIGING = `
ALTER TABLE postvak DROP CONSTRAINT postvak_status_check;
ALTER TABLE postvak ADD CONSTRAINT postvak_status_check
  CHECK (status IN ('nieuw', 'gekoppeld', 'verwerkt', 'incident', 'onbekend', 'afgehandeld'));
ALTER TABLE postvak
  ADD COLUMN maatregel text,
  ADD COLUMN afgehandeld_door text,
  ADD COLUMN afgehandeld_tijdstip timestamptz,
  ADD COLUMN afhandeling_sleutel text,
  ADD CONSTRAINT postvak_afhandeling_geheel CHECK (
    (status = 'afgehandeld') = (maatregel IS NOT NULL AND afgehandeld_door IS NOT NULL
      AND afgehandeld_tijdstip IS NOT NULL AND afhandeling_sleutel IS NOT NULL));
CREATE UNIQUE INDEX postvak_afhandeling_sleutel ON postvak (gemeente_id, afhandeling_sleutel)
  WHERE afhandeling_sleutel IS NOT NULL;
CREATE INDEX postvak_op_tijd ON postvak (gemeente_id, ontvangen_tijdstip, id);
`;

export class Postvakafhandeling1790000000006 implements MigrationInterface {
  name = 'Postvakafhandeling1790000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(WIJZIGING);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX postvak_op_tijd, postvak_afhandeling_sleutel;
      ALTER TABLE postvak DROP CONSTRAINT postvak_afhandeling_geheel,
        DROP CONSTRAINT postvak_status_check,
        DROP COLUMN maatregel, DROP COLUMN afgehandeld_door, DROP COLUMN afgehandeld_tijdstip,
        DROP COLUMN afhandeling_sleutel;
      ALTER TABLE postvak NO FORCE ROW LEVEL SECURITY;
      UPDATE postvak SET status = 'onbekend' WHERE status = 'afgehandeld';
      ALTER TABLE postvak FORCE ROW LEVEL SECURITY;
      ALTER TABLE postvak ADD CONSTRAINT postvak_status_check
        CHECK (status IN ('nieuw', 'gekoppeld', 'verwerkt', 'incident', 'onbekend'));
    `);
  }
}
