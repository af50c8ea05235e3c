import type { DataSource } from 'typeorm';
import { STANDAARD_KALENDER, type Kalender } from '#domain/kalender/kalender.js';

const LEVEN_MS = 30_000;

/** The newest calendar of the installation, kept for half a minute: the same object while it is the same version. */
export class Kalenderlade {
  #bewaard: { readonly tot: number; readonly kalender: Kalender } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async haal(): Promise<Kalender> {
    const bewaard = this.#bewaard;
    if (bewaard !== undefined && bewaard.tot > performance.now()) return bewaard.kalender;
    const rijen = await this.dataSource.query<{ kalender: Kalender }[]>(
      `SELECT gegevens || jsonb_build_object('versie', versie) AS kalender FROM kalenderversie
        ORDER BY versie DESC LIMIT 1`,
    );
    const gelezen = rijen[0]?.kalender ?? STANDAARD_KALENDER;
    const kalender = gelezen.versie === bewaard?.kalender.versie ? bewaard.kalender : gelezen;
    this.#bewaard = { tot: performance.now() + LEVEN_MS, kalender };
    return kalender;
  }
}
