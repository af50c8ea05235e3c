import type { DataSource } from 'typeorm';
import { STANDAARD_KALENDER, type Kalender } from '#domain/kalender/kalender.js';

const LEVEN_MS = 30_000;

/** The newest calendar of the installation, whatever day it holds from. */
export async function nieuwsteKalender(bron: {
  query(tekst: string): Promise<unknown>;
}): Promise<Kalender> {
  const rijen = (await bron.query(
    `SELECT gegevens || jsonb_build_object('versie', versie) AS kalender FROM kalenderversie
      ORDER BY versie DESC LIMIT 1`,
  )) as { kalender: Kalender }[];
  return rijen[0]?.kalender ?? STANDAARD_KALENDER;
}

/** The newest calendar of the installation, kept for half a minute: the same object while it is the same version. */
export class Kalenderlade {
  #bewaard: { readonly tot: number; readonly kalender: Kalender } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async haal(): Promise<Kalender> {
    const bewaard = this.#bewaard;
    if (bewaard !== undefined && bewaard.tot > performance.now()) return bewaard.kalender;
    const gelezen = await nieuwsteKalender(this.dataSource);
    const kalender = gelezen.versie === bewaard?.kalender.versie ? bewaard.kalender : gelezen;
    this.#bewaard = { tot: performance.now() + LEVEN_MS, kalender };
    return kalender;
  }
}
