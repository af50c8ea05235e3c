import type pg from 'pg';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { BENCH_GEMEENTE } from './gemeenten.js';

/** Of three gemeenten, this share of the journeys; the rest is of the other two alike. */
const EERSTE_GEMEENTE = 0.6;
/** What a sealed snapshot is long, in bytes: of a journey with its PIP under way. */
const MOMENTOPNAME = 3_000;

const GEMEENTEN = [...LOKALE_GEMEENTEN, BENCH_GEMEENTE].map(({ id }) => id);

// A row in ten belongs to a file that was closed; of the others each stands somewhere in the five schakels. The order of
// ids says nothing about what a row holds, as in life.
const TRAJECTEN = `
INSERT INTO traject (id, gemeente_id, status, proef, schakels, leerroute, indeling, versie,
  laatste_tijdstip, momentopname, toestand_versie, geopend_op, gesloten_op, instellingen_versie,
  kalender_versie)
SELECT gen_random_uuid(),
  ($3::uuid[])[CASE WHEN random() < ${EERSTE_GEMEENTE} THEN 1 ELSE 2 + (n % 2) END],
  CASE WHEN n % 10 = 0 THEN 'gesloten' ELSE 'open' END, false,
  CASE WHEN n % 10 = 0 THEN '{}'::text[] ELSE ARRAY[(ARRAY['voorbereiden','intake-en-pip','inburgeren',
    'inburgeren','afronden'])[1 + n % 5]] END,
  (ARRAY[NULL,'B','B','O','Z'])[1 + n % 5], (ARRAY['asiel','gezin'])[1 + n % 2], 12,
  $5::timestamptz, $4::bytea, 1, current_date - (n % 900), CASE WHEN n % 10 = 0 THEN current_date END,
  1, 1
FROM generate_series($1::integer, $2::integer) AS n`;

const ROUTES = `
INSERT INTO route (traject_id, gemeente_id, open, proef, stuurversie, gewekt, gezien, gestuurd_tijdstip,
  wektijdstip)
SELECT id, gemeente_id, status = 'open', false, 3, 3, 3, clock_timestamp(),
  CASE WHEN status = 'open' THEN clock_timestamp() + make_interval(days => 1 + (random() * 300)::integer) END
FROM nieuw`;

// Two open tasks and four done ones per file; one in twenty open ones is past its last day.
const TAKEN = `
INSERT INTO taak (id, traject_id, gemeente_id, sleutel, soort, rol, status, termijn, uiterlijk_op,
  opener_nr, geopend_tijdstip, gesloten_tijdstip, gesloten_nr)
SELECT gen_random_uuid(), t.id, t.gemeente_id, 'taak-' || k,
  (ARRAY['driegesprek-voeren','intake-afnemen','pip-opstellen','voortgangsgesprek-voeren','pvt-afronden',
    'map-afronden'])[k],
  CASE WHEN random() < 0.15 THEN 'coordinator' ELSE 'regievoerder' END,
  CASE WHEN k <= 2 AND t.status = 'open' THEN 'open' ELSE 'afgerond' END, 'PIP_VASTSTELLEN',
  CASE WHEN random() < 0.3 THEN NULL ELSE current_date - 14 + (random() * 280)::integer END,
  k, clock_timestamp(), CASE WHEN k > 2 OR t.status <> 'open' THEN clock_timestamp() END, NULL
FROM nieuw t, generate_series(1, 6) AS k`;

const TOEWIJZINGEN = `
INSERT INTO taaktoewijzing (taak_id, gemeente_id, behandelaar, prioriteit, versie)
SELECT id, gemeente_id,
  CASE WHEN random() < 0.002 THEN ($1::text[])[1 + (random() * 0.999 * cardinality($1::text[]))::integer % cardinality($1::text[])] ELSE 'collega-' || (random() * 200)::integer END, 0, 1
FROM taak WHERE traject_id IN (SELECT id FROM nieuw) AND status = 'open' AND random() < 0.7`;

const TERMIJNEN = `
INSERT INTO termijn (traject_id, sleutel, gemeente_id, code, uiterlijk_op, status, start_nr, geescaleerd)
SELECT t.id, s.sleutel, t.gemeente_id, s.sleutel,
  current_date + CASE WHEN random() < 0.03 THEN -(random() * 60)::integer - 1
                      ELSE (random() * 900)::integer END,
  CASE WHEN t.status = 'open' AND s.loopt THEN 'loopt' ELSE 'gehaald' END, 3, false
FROM nieuw t, (VALUES ('PIP_VASTSTELLEN', false), ('INBURGERINGSTERMIJN', true),
  ('VOORTGANGSGESPREK', true)) AS s(sleutel, loopt)`;

const NIEUW = `CREATE TEMPORARY TABLE nieuw ON COMMIT DROP AS SELECT id, gemeente_id, status FROM traject
  WHERE laatste_tijdstip = $1`;

const PER_KEER = 50_000;

/** Brings the database to so many journeys, with tasks, terms and assignments; `mij` has some of the open tasks. */
export async function vulTot(
  database: pg.Pool,
  totaal: number,
  mij: readonly string[],
  meld: (regel: string) => void,
): Promise<void> {
  const { rows } = await database.query<{ n: string }>('SELECT count(*) AS n FROM traject');
  const zegel = Buffer.alloc(MOMENTOPNAME);
  for (let i = 0; i < MOMENTOPNAME; i += 1) zegel[i] = Math.floor(Math.random() * 256);
  for (let begin = Number(rows[0]?.n ?? 0) + 1; begin <= totaal; begin += PER_KEER) {
    const eind = Math.min(totaal, begin + PER_KEER - 1);
    const client = await database.connect();
    try {
      await client.query('BEGIN');
      const tijdstip = new Date().toISOString();
      await client.query(TRAJECTEN, [begin, eind, GEMEENTEN, zegel, tijdstip]);
      await client.query(NIEUW, [tijdstip]);
      await client.query(ROUTES);
      await client.query(TAKEN);
      await client.query(TOEWIJZINGEN, [mij]);
      await client.query(TERMIJNEN);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    meld(`${eind} trajecten gevuld`);
  }
  await database.query('VACUUM (ANALYZE) traject, route, taak, taaktoewijzing, termijn');
  await database.query('CHECKPOINT');
}
