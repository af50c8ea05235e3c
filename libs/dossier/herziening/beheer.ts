import type { DataSource } from 'typeorm';
import { metTransactie } from '#database/transactie.js';
import {
  breekAf,
  hervat,
  pasToe,
  pauzeer,
  stelVoor,
  type BesluitVraag,
  type VoorstelVraag,
} from './administratie.js';
import { leesRegels, leesRij, leesRijen } from './rijen.js';
import type { Herziening, HerzieningPlek, HerzieningUitkomst, Herzieningsregel } from './typen.js';

/** What people do with recalculations; the work itself is done page by page elsewhere. */
export class HerzieningBeheer {
  /** `kalenderBekendSeconden`: until every process knows a new calendar; left out: longer than any keeps the old one. */
  constructor(
    protected readonly dataSource: DataSource,
    private readonly kalenderBekendSeconden?: number,
  ) {}

  stelVoor(vraag: VoorstelVraag): Promise<HerzieningUitkomst> {
    return stelVoor(this.dataSource, vraag);
  }

  pasToe(vraag: BesluitVraag): Promise<HerzieningUitkomst> {
    return pasToe(this.dataSource, vraag, this.kalenderBekendSeconden);
  }

  pauzeer(plek: HerzieningPlek): Promise<HerzieningUitkomst> {
    return pauzeer(this.dataSource, plek);
  }

  hervat(plek: HerzieningPlek): Promise<HerzieningUitkomst> {
    return hervat(this.dataSource, plek);
  }

  breekAf(plek: HerzieningPlek): Promise<HerzieningUitkomst> {
    return breekAf(this.dataSource, plek);
  }

  /** Null: this gemeente has no such herziening. */
  lees({ gemeenteId, herzieningId }: HerzieningPlek): Promise<Herziening | null> {
    return metTransactie(this.dataSource, gemeenteId, (runner) => leesRij(runner, herzieningId));
  }

  /** Newest first. */
  lijst(gemeenteId: string, limiet: number): Promise<readonly Herziening[]> {
    return metTransactie(this.dataSource, gemeenteId, (runner) => leesRijen(runner, limiet));
  }

  /** Dates that move, in order of journey, after `na` (exclusive). */
  regels(
    { gemeenteId, herzieningId }: HerzieningPlek,
    na: { readonly trajectId: string; readonly sleutel: string } | null,
    limiet: number,
  ): Promise<readonly Herzieningsregel[]> {
    return metTransactie(this.dataSource, gemeenteId, (runner) =>
      leesRegels(runner, herzieningId, na, limiet),
    );
  }
}
