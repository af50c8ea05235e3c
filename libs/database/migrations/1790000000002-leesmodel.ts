import type { MigrationInterface, QueryRunner } from 'typeorm';

// Read off the journal and rebuilt at will, but for `taaktoewijzing` and the attempts of `bericht`,
// which people and deliveries write.
const TABELLEN = `
CREATE TABLE taak (
  id uuid PRIMARY KEY,
  traject_id uuid NOT NULL REFERENCES traject,
  gemeente_id uuid NOT NULL,
  sleutel text NOT NULL,
  soort text NOT NULL,
  rol text NOT NULL CHECK (rol IN ('regievoerder', 'coordinator')),
  status text NOT NULL CHECK (status IN ('open', 'afgerond', 'vervallen')),
  termijn text,
  uiterlijk_op date,
  opener_nr integer NOT NULL,
  geopend_tijdstip timestamptz NOT NULL,
  gesloten_tijdstip timestamptz,
  gesloten_nr integer,
  UNIQUE (traject_id, sleutel)
);
CREATE INDEX taak_open ON taak (gemeente_id, rol, uiterlijk_op, id) WHERE status = 'open';
CREATE INDEX taak_lijst ON taak (gemeente_id, status, uiterlijk_op, id);

CREATE TABLE taaktoewijzing (
  taak_id uuid PRIMARY KEY,
  gemeente_id uuid NOT NULL REFERENCES gemeente,
  behandelaar text,
  prioriteit smallint NOT NULL DEFAULT 0,
  zegel_notitie bytea,
  versie integer NOT NULL DEFAULT 1
);
CREATE INDEX taaktoewijzing_van ON taaktoewijzing (gemeente_id, behandelaar);

CREATE TABLE termijn (
  traject_id uuid NOT NULL REFERENCES traject,
  sleutel text NOT NULL,
  gemeente_id uuid NOT NULL,
  code text NOT NULL,
  uiterlijk_op date NOT NULL,
  status text NOT NULL CHECK (status IN ('loopt', 'gehaald', 'ingetrokken')),
  start_nr integer NOT NULL,
  gehaald_op date,
  geescaleerd boolean NOT NULL,
  PRIMARY KEY (traject_id, sleutel)
);
CREATE INDEX termijn_lopend ON termijn (gemeente_id, uiterlijk_op, traject_id, sleutel)
  WHERE status = 'loopt';

CREATE TABLE mijlpaal (
  traject_id uuid NOT NULL REFERENCES traject,
  naam text NOT NULL,
  gemeente_id uuid NOT NULL,
  nr integer NOT NULL,
  datum date NOT NULL,
  PRIMARY KEY (traject_id, naam)
);
CREATE INDEX mijlpaal_lijst ON mijlpaal (gemeente_id, naam, datum);

CREATE TABLE bericht (
  traject_id uuid NOT NULL REFERENCES traject,
  melding_id text NOT NULL,
  gemeente_id uuid NOT NULL,
  soort text NOT NULL,
  baan text NOT NULL,
  nr integer NOT NULL,
  status text NOT NULL
    CHECK (status IN ('open', 'bezorgd', 'geweigerd', 'opgegeven', 'vervallen', 'handmatig')),
  bezorgd_tijdstip timestamptz,
  poging integer NOT NULL DEFAULT 0,
  bericht_id uuid,
  huur_tot timestamptz,
  vorige_ongewis boolean NOT NULL DEFAULT false,
  laatste_oorzaak text,
  PRIMARY KEY (traject_id, melding_id)
);
CREATE INDEX bericht_lijst ON bericht (gemeente_id, status, traject_id);
`;

export class Leesmodel1790000000002 implements MigrationInterface {
  name = 'Leesmodel1790000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE bericht, mijlpaal, termijn, taaktoewijzing, taak');
  }
}
