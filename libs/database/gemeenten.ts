import pg from 'pg';
import type { DataSource } from 'typeorm';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';

export interface Gemeente {
  readonly id: string;
  /** Four digits of CBS. */
  readonly code: string;
  readonly naam: string;
  /** Twenty digits. */
  readonly oin: string;
}

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
export async function zaaiGemeente(url: string, gemeente: Gemeente): Promise<void> {
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
