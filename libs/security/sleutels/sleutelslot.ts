import type { ClientBase } from 'pg';

const SLOT = 7_205_014;

// Who asks finds the store shut for a moment, as with any lock of the database that is not free.
const NIET_VRIJ = '55P03';

/**
 * For every connection with which api and worker use the key store: as long as it is open, nobody renews the master key.
 * @throws Error with the code of a lock that is not free, when it is being renewed now.
 */
export async function deelSleutelslot(client: ClientBase): Promise<void> {
  if (await neem(client, 'pg_try_advisory_lock_shared')) return;
  throw Object.assign(new Error('De hoofdsleutel wordt nu vernieuwd.'), { code: NIET_VRIJ });
}

/** For who renews the master key: true when no api and no worker is connected, nor can be until this connection ends. */
export function neemSleutelslot(client: ClientBase): Promise<boolean> {
  return neem(client, 'pg_try_advisory_lock');
}

async function neem(
  client: ClientBase,
  functie: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
): Promise<boolean> {
  const { rows } = await client.query<{ gelukt: boolean }>(`SELECT ${functie}($1) AS gelukt`, [
    SLOT,
  ]);
  return rows[0]?.gelukt === true;
}
