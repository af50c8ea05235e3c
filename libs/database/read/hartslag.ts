import type { DataSource } from 'typeorm';

/** A worker beats every few seconds; silent for longer than this, none lives. */
const STIL_SECONDEN = 30;

/** Whether a worker gave a sign of life shortly ago. Throws when the database does not answer. */
export async function workerLeeft(dataSource: DataSource): Promise<boolean> {
  const [rij] = await dataSource.query<{ leeft: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM hartslag WHERE dienst = 'worker'
        AND tijdstip > clock_timestamp() - make_interval(secs => $1)) AS leeft`,
    [STIL_SECONDEN],
  );
  return rij?.leeft === true;
}
