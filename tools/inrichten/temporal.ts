import { setTimeout as wacht } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { TemporalInstellingen } from '#config/instellingen.js';
import { richtNachtcontroleIn } from './nachtcontrole.js';

const NIET_GEVONDEN = 5;
const POGINGEN = 30;
const PAUZE_MS = 1_000;

/** What Temporal must have beside the namespace. May be done again at every start. */
export async function richtTemporalIn({
  address,
  namespace,
  tls,
}: TemporalInstellingen): Promise<'gemaakt' | 'bijgewerkt'> {
  const connection = await Connection.connect({ address, tls: tls ?? false });
  try {
    for (let poging = 1; ; poging += 1) {
      try {
        return await richtNachtcontroleIn(connection, namespace);
      } catch (fout) {
        // A namespace that was made just now is known everywhere only after some seconds.
        if (poging === POGINGEN || !isNietGevonden(fout)) throw fout;
        await wacht(PAUZE_MS);
      }
    }
  } finally {
    await connection.close();
  }
}

function isNietGevonden(fout: unknown): boolean {
  const { code, cause } = fout as { code?: unknown; cause?: { code?: unknown } };
  return code === NIET_GEVONDEN || cause?.code === NIET_GEVONDEN;
}
