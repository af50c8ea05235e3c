import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { BerichtApi } from '#domain/berichten/soorten.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { AttenderingInstellingen } from '#domain/uitgaand/attendering.js';

export interface Gemeente {
  readonly id: string;
  /** Four digits of CBS. */
  readonly code: string;
  readonly naam: string;
  /** Twenty digits. */
  readonly oin: string;
}

/** A gemeente with what is chosen for it when the installation is set up. */
export interface Gemeenteinrichting extends Gemeente {
  /** APIs of DUO that it does not use; left out: its settings stay as they are. */
  readonly duoApisUit?: readonly BerichtApi[];
  /** What it has itself told of; left out: its settings stay as they are. */
  readonly attenderingen?: AttenderingInstellingen;
}

/**
 * A new version of the settings when one of them is to be another than now, from today on: versions never change, and
 * one decision is read with the version that it was made with. $2 names it, $4 is what counts while it is absent.
 */
const ZET_INSTELLING = `
INSERT INTO instellingen (gemeente_id, versie, gegevens, vanaf)
SELECT gemeente_id, versie + 1,
       gegevens || jsonb_build_object('versie', versie + 1, $2::text, $3::jsonb),
       (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date
  FROM instellingen i
 WHERE gemeente_id = $1
   AND versie = (SELECT max(versie) FROM instellingen WHERE gemeente_id = $1)
   AND coalesce(gegevens -> $2::text, $4::jsonb) <> $3::jsonb`;

async function zoek(
  dataSource: DataSource,
  kolom: 'code' | 'oin' | 'id',
  waarde: string,
): Promise<Gemeente | undefined> {
  const rijen = await dataSource.query<Gemeente[]>(
    `SELECT id, code, naam, oin FROM gemeente WHERE ${kolom} = $1 AND actief`,
    [waarde],
  );
  return rijen[0];
}

/** The active gemeente with this code of CBS. */
export function gemeenteOpCode(
  dataSource: DataSource,
  code: string,
): Promise<Gemeente | undefined> {
  return zoek(dataSource, 'code', code);
}

/** The active gemeente with this OIN: the addressee of a notification. */
export function gemeenteOpOin(dataSource: DataSource, oin: string): Promise<Gemeente | undefined> {
  return zoek(dataSource, 'oin', oin);
}

/** Adds a gemeente with its first settings, or brings name and OIN up to date. Run as the owner. */
export async function zaaiGemeente(url: string, gemeente: Gemeenteinrichting): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.gemeente', $1, true)", [gemeente.id]);
    await client.query(
      `INSERT INTO gemeente (id, code, naam, oin) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET code = excluded.code, naam = excluded.naam, oin = excluded.oin`,
      [gemeente.id, gemeente.code, gemeente.naam, gemeente.oin],
    );
    await client.query(
      `INSERT INTO instellingen (gemeente_id, versie, gegevens, vanaf) VALUES ($1, $2, $3, '2022-01-01')
       ON CONFLICT DO NOTHING`,
      [gemeente.id, STANDAARD_INSTELLINGEN.versie, JSON.stringify(STANDAARD_INSTELLINGEN)],
    );
    if (gemeente.duoApisUit !== undefined) {
      const uit = [...new Set(gemeente.duoApisUit)].sort();
      await client.query(ZET_INSTELLING, [gemeente.id, 'duoApisUit', JSON.stringify(uit), '[]']);
    }
    if (gemeente.attenderingen !== undefined) {
      const gewenst = JSON.stringify(gemeente.attenderingen);
      const geen = JSON.stringify({ kanalen: {} } satisfies AttenderingInstellingen);
      await client.query(ZET_INSTELLING, [gemeente.id, 'attenderingen', gewenst, geen]);
    }
    await client.query(
      `INSERT INTO kalenderversie (versie, gegevens, vanaf) VALUES ($1, $2, '2022-01-01')
       ON CONFLICT DO NOTHING`,
      [STANDAARD_KALENDER.versie, JSON.stringify(STANDAARD_KALENDER)],
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
