import { isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import type { DuoActiviteiten, Stuurinformatie, TrajectInvoer } from '#contracts/traject.js';
import { DUO, OPGEVEN } from '../shared/activity-options.js';
import { spoorStap } from '../shared/spoor.js';
import { vraagVan } from './deur.js';

const { bezorg, haalFeiten } = proxyActivities<DuoActiviteiten>(DUO);
const { geefBezorgingOp } = proxyActivities<DuoActiviteiten>(OPGEVEN);

/**
 * What is under way to and from the chain: per lane one delivery, per source one fetch. Lives outside the story,
 * so that telling it again never breaks off a call to DUO.
 */
export class Onderweg {
  private readonly bezig = new Map<string, string>();
  /** How often the same work ended and was asked for again: it is then done ever more slowly. */
  private readonly herhaald = new Map<string, number>();

  constructor(
    private readonly invoer: TrajectInvoer,
    private readonly klaar: () => void,
  ) {}

  namen(): readonly string[] {
    return [...this.bezig.values()].sort();
  }

  /** Starts whatever the reading asks for and is not under way yet. */
  start({ berichten, ophalen }: Stuurinformatie): void {
    const gevraagd = new Set<string>();
    for (const { baan, meldingId, soort } of berichten) {
      gevraagd.add(meldingId);
      this.begin(`baan:${baan}`, meldingId, `bezorg:${soort}`, () => this.bezorg(meldingId));
    }
    for (const bron of ophalen) {
      gevraagd.add(bron);
      this.begin(`bron:${bron}`, bron, `haal:${bron}`, () =>
        haalFeiten({ ...vraagVan(this.invoer), bron }),
      );
    }
    for (const werk of [...this.herhaald.keys()]) {
      if (!gevraagd.has(werk)) this.herhaald.delete(werk);
    }
  }

  private begin(plek: string, werk: string, naam: string, doe: () => Promise<unknown>): void {
    if (this.bezig.has(plek)) return;
    const keer = this.herhaald.get(werk) ?? 0;
    this.herhaald.set(werk, keer + 1);
    this.bezig.set(plek, naam);
    spoorStap(naam);
    const eerst = keer === 0 ? Promise.resolve() : sleep(wachtVoor(keer), { summary: naam });
    eerst
      .then(doe)
      .catch((fout: unknown) => {
        if (isCancellation(fout)) throw fout;
      })
      .finally(() => {
        this.bezig.delete(plek);
        this.klaar();
      })
      .catch((fout: unknown) => {
        if (!isCancellation(fout)) throw fout;
      });
  }

  private async bezorg(meldingId: string): Promise<void> {
    try {
      await bezorg({ ...vraagVan(this.invoer), meldingId });
    } catch (fout) {
      if (isCancellation(fout)) throw fout;
      await geefBezorgingOp({ ...vraagVan(this.invoer), meldingId });
    }
  }
}

function wachtVoor(keer: number): number {
  return Math.min(1_000 * 2 ** (keer - 1), 15 * 60_000);
}
