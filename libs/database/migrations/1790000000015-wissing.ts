import type { MigrationInterface, QueryRunner } from 'typeorm';

// A person received by mistake: the journey stops, nothing may find it any more, and its keys are destroyed. What stays
// says who had it erased, when and why, and for a while by which keyed hash late post of this person is known.
const TABELLEN = `
ALTER TABLE traject DROP CONSTRAINT traject_status_check;
ALTER TABLE traject ADD CONSTRAINT traject_status_check
  CHECK (status IN ('open', 'gesloten', 'gewist'));
ALTER TABLE traject ADD CONSTRAINT traject_gewist_is_leeg CHECK (status <> 'gewist'
  OR (bsn_hash IS NULL AND vnummer_hash IS NULL AND momentopname IS NULL));

ALTER TABLE postvak ALTER COLUMN zegel DROP NOT NULL;
ALTER TABLE postvak DROP CONSTRAINT postvak_status_check;
ALTER TABLE postvak ADD CONSTRAINT postvak_status_check CHECK (status IN
  ('nieuw', 'gekoppeld', 'verwerkt', 'incident', 'onbekend', 'afgehandeld', 'gewist'));
ALTER TABLE postvak ADD CONSTRAINT postvak_gewist_is_leeg CHECK ((status = 'gewist') = (zegel IS NULL)
  AND (status <> 'gewist' OR (bsn_hash IS NULL AND vnummer_hash IS NULL)));
ALTER TABLE postvak DROP CONSTRAINT postvak_afhandeling_geheel;
ALTER TABLE postvak ADD CONSTRAINT postvak_afhandeling_geheel CHECK (CASE
  num_nonnulls(maatregel, afgehandeld_door, afgehandeld_tijdstip, afhandeling_sleutel)
  WHEN 4 THEN status IN ('afgehandeld', 'gewist') WHEN 0 THEN status <> 'afgehandeld' ELSE false END);

CREATE TABLE wissing (
  traject_id uuid PRIMARY KEY REFERENCES traject,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  reden text NOT NULL,
  gevraagd_door text NOT NULL,
  gevraagd_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  gewist_tijdstip timestamptz,
  bsn_hash bytea,
  vnummer_hash bytea,
  vergeten boolean NOT NULL DEFAULT false
);
CREATE INDEX wissing_te_doen ON wissing (gevraagd_tijdstip) WHERE gewist_tijdstip IS NULL;
CREATE INDEX wissing_te_vergeten ON wissing (gevraagd_tijdstip) WHERE NOT vergeten;
CREATE INDEX wissing_lijst ON wissing (gemeente_id, gevraagd_tijdstip DESC, traject_id DESC);
CREATE INDEX wissing_bsn ON wissing (gemeente_id, bsn_hash) WHERE bsn_hash IS NOT NULL;
CREATE INDEX wissing_vnummer ON wissing (gemeente_id, vnummer_hash) WHERE vnummer_hash IS NOT NULL;

ALTER TABLE wissing ENABLE ROW LEVEL SECURITY;
ALTER TABLE wissing FORCE ROW LEVEL SECURITY;
CREATE POLICY wissing_eigen_gemeente ON wissing TO regie_app_rol
  USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
  WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
CREATE POLICY wissing_systeem ON wissing TO regie_systeem_rol USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON wissing TO regie_app_rol;
GRANT UPDATE (gewist_tijdstip) ON wissing TO regie_app_rol;
GRANT SELECT (traject_id, gemeente_id, gevraagd_tijdstip, gewist_tijdstip, vergeten) ON wissing
  TO regie_systeem_rol;
GRANT UPDATE (bsn_hash, vnummer_hash, vergeten) ON wissing TO regie_systeem_rol;
`;

export class Wissing1790000000015 implements MigrationInterface {
  name = 'Wissing1790000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  // What was erased has no older form: with such rows there is no way back.
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE wissing;
      ALTER TABLE traject DROP CONSTRAINT traject_gewist_is_leeg,
        DROP CONSTRAINT traject_status_check;
      ALTER TABLE traject ADD CONSTRAINT traject_status_check CHECK (status IN ('open', 'gesloten'));
      ALTER TABLE postvak DROP CONSTRAINT postvak_gewist_is_leeg,
        DROP CONSTRAINT postvak_status_check, DROP CONSTRAINT postvak_afhandeling_geheel,
        ALTER COLUMN zegel SET NOT NULL;
      ALTER TABLE postvak ADD CONSTRAINT postvak_status_check CHECK (status IN
        ('nieuw', 'gekoppeld', 'verwerkt', 'incident', 'onbekend', 'afgehandeld'));
      ALTER TABLE postvak ADD CONSTRAINT postvak_afhandeling_geheel CHECK (
        (status = 'afgehandeld') = (maatregel IS NOT NULL AND afgehandeld_door IS NOT NULL
          AND afgehandeld_tijdstip IS NOT NULL AND afhandeling_sleutel IS NOT NULL));
    `);
  }
}
