import type { EntityManager } from 'typeorm';

export interface Toewijzing {
  readonly behandelaar: string | null;
  readonly prioriteit: number;
  readonly versie: number;
}

export interface ToewijzingVraag {
  readonly taakId: string;
  readonly gemeenteId: string;
  readonly behandelaar: string | null;
  /** Left out: stays as it is. */
  readonly prioriteit: number | undefined;
  /** Version the caller read; 0: nobody had touched the task. */
  readonly verwacht: number | undefined;
}

/**
 * Gives a task to someone, or back. `verouderd`: someone else was first. Not the read model: these rows are
 * of the people who work, and a rebuild leaves them alone.
 */
export async function wijsTaakToe(
  manager: EntityManager,
  { taakId, gemeenteId, behandelaar, prioriteit, verwacht }: ToewijzingVraag,
): Promise<Toewijzing | 'verouderd'> {
  // Waits for another change of the same task, so that the version compared is the newest.
  await manager.query('SELECT id FROM taak WHERE id = $1 FOR UPDATE', [taakId]);
  const rijen = await manager.query<Toewijzing[]>(
    'SELECT behandelaar, prioriteit, versie FROM taaktoewijzing WHERE taak_id = $1',
    [taakId],
  );
  const nu = rijen[0] ?? { behandelaar: null, prioriteit: 0, versie: 0 };
  if (verwacht !== undefined && verwacht !== nu.versie) return 'verouderd';
  const nieuw = { behandelaar, prioriteit: prioriteit ?? nu.prioriteit, versie: nu.versie + 1 };
  await manager.query(
    `INSERT INTO taaktoewijzing (taak_id, gemeente_id, behandelaar, prioriteit, versie)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (taak_id) DO UPDATE
       SET behandelaar = excluded.behandelaar, prioriteit = excluded.prioriteit, versie = excluded.versie`,
    [taakId, gemeenteId, nieuw.behandelaar, nieuw.prioriteit, nieuw.versie],
  );
  return nieuw;
}

interface TaaknotitieVraag {
  readonly taakId: string;
  readonly gemeenteId: string;
  /** Null takes the note away. */
  readonly zegel: Buffer | null;
}

export interface TaaknotitieRij {
  readonly zegel: Buffer | null;
  /** Of the assignment, which the note shares; 0: nobody had touched the task. */
  readonly versie: number;
  /** Milliseconds since 1970, on the clock of the database. */
  readonly nu_ms: number;
}

/** The sealed note of a task. `slot`: until the end of the transaction nobody else changes the assignment. */
export async function leesTaaknotitie(
  manager: EntityManager,
  taakId: string,
  slot = false,
): Promise<TaaknotitieRij> {
  if (slot) await manager.query('SELECT id FROM taak WHERE id = $1 FOR UPDATE', [taakId]);
  const [rij] = await manager.query<TaaknotitieRij[]>(
    `SELECT w.zegel_notitie AS zegel, coalesce(w.versie, 0) AS versie,
            floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS nu_ms
       FROM (SELECT $1::uuid AS id) t LEFT JOIN taaktoewijzing w ON w.taak_id = t.id`,
    [taakId],
  );
  return rij ?? { zegel: null, versie: 0, nu_ms: 0 };
}

/** Puts the sealed note in the place of the old one; returns the new version of the assignment. */
export async function schrijfTaaknotitie(
  manager: EntityManager,
  { taakId, gemeenteId, zegel }: TaaknotitieVraag,
): Promise<number> {
  const [rij] = await manager.query<{ versie: number }[]>(
    `INSERT INTO taaktoewijzing (taak_id, gemeente_id, zegel_notitie) VALUES ($1, $2, $3)
     ON CONFLICT (taak_id) DO UPDATE
       SET zegel_notitie = excluded.zegel_notitie, versie = taaktoewijzing.versie + 1
     RETURNING versie`,
    [taakId, gemeenteId, zegel],
  );
  return rij?.versie ?? 0;
}
