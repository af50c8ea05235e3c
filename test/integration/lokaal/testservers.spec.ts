// Real: the PostgreSQL and Temporal that this Jest run shares, and a time-skipping server. Fake: nothing.
import pg from 'pg';
import { Connection } from '@temporalio/client';
import { maakTestDatabase } from '#test/support/database.js';
import { maakTijdspringServer, testTemporal } from '#test/support/temporal.js';

async function vraag(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('de servers van een testrun', () => {
  it('geven elke spec een eigen database en ruimen die op, ook met open verbindingen', async () => {
    const [een, twee] = await Promise.all([maakTestDatabase(), maakTestDatabase()]);
    await vraag(een.url, 'CREATE TABLE alleen_hier AS SELECT 1');
    await expect(vraag(twee.url, 'SELECT * FROM alleen_hier')).rejects.toThrow(/does not exist/);
    const blijver = new pg.Client({ connectionString: een.url });
    blijver.on('error', () => undefined);
    await blijver.connect();

    await een.stop();

    await expect(vraag(een.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await blijver.end().catch(() => undefined);
    await twee.stop();
  });

  it('delen een Temporal-server binnen de run', async () => {
    const [een, twee] = await Promise.all([testTemporal(), testTemporal()]);
    expect(een).toEqual(twee);

    const connection = await Connection.connect({ address: een.address });
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    await connection.close();

    expect(serverVersion).toMatch(/^1\.\d+/);
  });

  it('slaan op de tijdspringserver dertig dagen over', async () => {
    const env = await maakTijdspringServer();
    try {
      const begin = await env.currentTimeMs();
      await env.sleep('30 days');

      expect(await env.currentTimeMs()).toBeGreaterThanOrEqual(begin + 30 * 86_400_000);
    } finally {
      await env.teardown();
    }
  });
});
