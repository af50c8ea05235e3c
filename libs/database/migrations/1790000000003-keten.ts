import type { MigrationInterface, QueryRunner } from 'typeorm';

// What came in from callers and from the chain.
const TABELLEN = `
CREATE TABLE opdracht (
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  beller text NOT NULL,
  opdracht_id text NOT NULL,
  traject_id uuid NOT NULL REFERENCES traject,
  inhoud_hash bytea NOT NULL,
  zegel_antwoord bytea NOT NULL,
  tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (gemeente_id, beller, opdracht_id)
);
CREATE INDEX opdracht_verlopen ON opdracht (gemeente_id, tijdstip);

CREATE TABLE postvak (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  bron text NOT NULL,
  bericht_id uuid NOT NULL,
  inhoud_hash bytea NOT NULL,
  gebeurtenis_id text NOT NULL,
  bsn_hash bytea,
  vnummer_hash bytea,
  zegel bytea NOT NULL,
  registratie_tijdstip timestamptz NOT NULL,
  ontvangen_tijdstip timestamptz NOT NULL DEFAULT clock_timestamp(),
  status text NOT NULL
    CHECK (status IN ('nieuw', 'gekoppeld', 'verwerkt', 'incident', 'onbekend')),
  traject_id uuid REFERENCES traject,
  ophalen text[] NOT NULL DEFAULT '{}',
  reden text,
  UNIQUE (gemeente_id, bron, bericht_id)
);
CREATE INDEX postvak_nieuw ON postvak (ontvangen_tijdstip) WHERE status = 'nieuw';
CREATE INDEX postvak_wachtend ON postvak (traject_id) WHERE status = 'gekoppeld';
CREATE INDEX postvak_ongekoppeld_bsn ON postvak (gemeente_id, bsn_hash)
  WHERE status IN ('nieuw', 'onbekend');
CREATE INDEX postvak_ongekoppeld_vnummer ON postvak (gemeente_id, vnummer_hash)
  WHERE status IN ('nieuw', 'onbekend');
CREATE INDEX postvak_lijst ON postvak (gemeente_id, status, ontvangen_tijdstip);

CREATE TABLE coa_overdracht (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL,
  traject_id uuid NOT NULL REFERENCES traject,
  ontvangen_tijdstip timestamptz NOT NULL,
  schema_versie integer NOT NULL,
  nr integer NOT NULL,
  UNIQUE (traject_id, nr)
);
CREATE INDEX coa_overdracht_lijst ON coa_overdracht (gemeente_id, ontvangen_tijdstip, id);
`;

export class Keten1790000000003 implements MigrationInterface {
  name = 'Keten1790000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE coa_overdracht, postvak, opdracht');
  }
}
