import type { EntityManager } from 'typeorm';

export const BRP_STATUSSEN = ['gevraagd', 'gelukt', 'mislukt'] as const;

/** How the last question to the BRP about a journey ended. */
export interface BrpRaadplegingRij {
  readonly status: (typeof BRP_STATUSSEN)[number];
  readonly laatste_tijdstip: Date | null;
  /** Technical; also while it is being tried again. */
  readonly reden: string | null;
}

/** Undefined: the gemeente has not switched the BRP on, or its turn is still to come. */
export async function brpRaadpleging(
  manager: EntityManager,
  trajectId: string,
): Promise<BrpRaadplegingRij | undefined> {
  const rijen = await manager.query<BrpRaadplegingRij[]>(
    'SELECT status, laatste_tijdstip, reden FROM brp_raadpleging WHERE traject_id = $1',
    [trajectId],
  );
  return rijen[0];
}
