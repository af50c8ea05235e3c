import type { EntityManager } from 'typeorm';

export const RECONCILIATIESTATUSSEN = ['gevraagd', 'klaar', 'mislukt'] as const;
export const RECONCILIATIE_AANLEIDINGEN = ['verzoek', 'bevestiging-uit', 'periodiek'] as const;

export interface ReconciliatieRij {
  readonly id: string;
  readonly aanleiding: (typeof RECONCILIATIE_AANLEIDINGEN)[number];
  readonly status: (typeof RECONCILIATIESTATUSSEN)[number];
  readonly gevraagd_tijdstip: Date;
  readonly klaar_tijdstip: Date | null;
  readonly verschillen: number | null;
  readonly niet_gevraagd: readonly string[];
  readonly reden: string | null;
}

const SELECT = `SELECT id, aanleiding, status, gevraagd_tijdstip, klaar_tijdstip, verschillen,
  niet_gevraagd, reden FROM reconciliatie`;

/** One comparison of the gemeente of this transaction. */
export async function reconciliatieRij(
  manager: EntityManager,
  id: string,
): Promise<ReconciliatieRij | undefined> {
  const rijen = await manager.query<ReconciliatieRij[]>(`${SELECT} WHERE id = $1`, [id]);
  return rijen[0];
}

/** The last comparisons of a journey, newest first. */
export function reconciliatiesVanTraject(
  manager: EntityManager,
  trajectId: string,
  limiet: number,
): Promise<ReconciliatieRij[]> {
  return manager.query<ReconciliatieRij[]>(
    `${SELECT} WHERE traject_id = $1 ORDER BY gevraagd_tijdstip DESC, id LIMIT $2`,
    [trajectId, limiet],
  );
}
