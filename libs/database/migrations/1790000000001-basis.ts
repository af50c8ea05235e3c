import type { MigrationInterface, QueryRunner } from 'typeorm';

// Facts of the installation and the journey itself. Ids come from the application.
const TABELLEN = `
CREATE TABLE gemeente (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  naam text NOT NULL,
  oin char(20) NOT NULL UNIQUE,
  actief boolean NOT NULL DEFAULT true
);

CREATE TABLE instellingen (
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  versie integer NOT NULL,
  gegevens jsonb NOT NULL,
  vanaf date NOT NULL,
  PRIMARY KEY (gemeente_id, versie)
);

CREATE TABLE kalenderversie (
  versie integer PRIMARY KEY,
  gegevens jsonb NOT NULL,
  vanaf date NOT NULL
);

CREATE TABLE traject (
  id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  bsn_hash bytea,
  vnummer_hash bytea,
  status text NOT NULL CHECK (status IN ('open', 'gesloten')),
  proef boolean NOT NULL,
  schakels text[] NOT NULL,
  leerroute text,
  indeling text,
  versie integer NOT NULL,
  laatste_tijdstip timestamptz NOT NULL,
  klokverzet_ms bigint NOT NULL DEFAULT 0,
  aanvangsverzet_ms bigint NOT NULL DEFAULT 0,
  vooruitspoelen_tot timestamptz,
  momentopname bytea,
  toestand_versie integer NOT NULL,
  geopend_op date NOT NULL,
  gesloten_op date,
  bewaren_tot date,
  instellingen_versie integer NOT NULL,
  kalender_versie integer NOT NULL,
  CONSTRAINT traject_alleen_proef_verzet_de_klok
    CHECK (proef OR (klokverzet_ms = 0 AND aanvangsverzet_ms = 0 AND vooruitspoelen_tot IS NULL))
);
CREATE UNIQUE INDEX traject_een_open_per_bsn ON traject (gemeente_id, bsn_hash)
  WHERE status = 'open' AND bsn_hash IS NOT NULL;
CREATE UNIQUE INDEX traject_een_open_per_vnummer ON traject (gemeente_id, vnummer_hash)
  WHERE status = 'open' AND vnummer_hash IS NOT NULL;
CREATE INDEX traject_op_bsn ON traject (gemeente_id, bsn_hash);
CREATE INDEX traject_op_vnummer ON traject (gemeente_id, vnummer_hash);
CREATE INDEX traject_lijst ON traject (gemeente_id, status, id DESC);

CREATE TABLE route (
  traject_id uuid PRIMARY KEY REFERENCES traject,
  gemeente_id uuid NOT NULL,
  open boolean NOT NULL,
  proef boolean NOT NULL,
  stuurversie bigint NOT NULL,
  gewekt bigint NOT NULL DEFAULT 0,
  gezien bigint NOT NULL DEFAULT 0,
  gezien_tijdstip timestamptz,
  gestuurd_tijdstip timestamptz NOT NULL,
  wat text[] NOT NULL DEFAULT '{}',
  wektijdstip timestamptz,
  drijver_epoche integer NOT NULL DEFAULT 1
);
CREATE INDEX route_te_wekken ON route (traject_id) WHERE gewekt < stuurversie AND open;
CREATE INDEX route_ongezien ON route (gestuurd_tijdstip) WHERE gezien < stuurversie AND open;
CREATE INDEX route_wekker ON route (wektijdstip) WHERE open;
CREATE INDEX route_open ON route (traject_id) WHERE open;

CREATE TABLE journaal (
  traject_id uuid NOT NULL REFERENCES traject,
  nr integer NOT NULL CHECK (nr > 0),
  gemeente_id uuid NOT NULL,
  soort text NOT NULL,
  versie integer NOT NULL,
  tijdstip timestamptz NOT NULL,
  datum date NOT NULL,
  actor_soort text NOT NULL,
  actor_id text NOT NULL,
  opdracht_soort text,
  opdracht_id text,
  zegel bytea NOT NULL,
  zegel_medisch bytea,
  artikel text,
  instellingen_versie integer NOT NULL,
  kalender_versie integer NOT NULL,
  PRIMARY KEY (traject_id, nr)
);
`;

export class Basis1790000000001 implements MigrationInterface {
  name = 'Basis1790000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE journaal, route, traject, kalenderversie, instellingen, gemeente',
    );
  }
}
