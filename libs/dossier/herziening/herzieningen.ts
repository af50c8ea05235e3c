import { metTransactie } from '#database/transactie.js';
import type { Deur } from '../kern.js';
import { Versielade } from '../omgeving.js';
import {
  hervat,
  pasToe,
  pauzeer,
  stelVoor,
  type BesluitVraag,
  type VoorstelVraag,
} from './administratie.js';
import { beproefBlad } from './beproeven.js';
import { leesRegels, leesRij, leesRijen } from './rijen.js';
import { pasBladToe, type Hartslag } from './toepassen.js';
import type {
  BladUitkomst,
  Herziening,
  HerzieningPlek,
  HerzieningUitkomst,
  Herzieningsregel,
} from './typen.js';

export interface HerzieningBenodigdheden
  extends Omit<Deur, 'versies' | 'meld'>, Partial<Pick<Deur, 'meld'>> {
  /** Seconds until every process knows a new calendar; left out: longer than any keeps the old one. */
  readonly kalenderBekendSeconden?: number;
}

/** Recalculation of the running terms of all journeys of a gemeente: tried first, applied by a second person. */
export class Herzieningen {
  readonly #deur: Deur;
  readonly #kalenderBekendSeconden: number | undefined;

  constructor({ kalenderBekendSeconden, ...benodigdheden }: HerzieningBenodigdheden) {
    this.#deur = { meld: () => undefined, ...benodigdheden, versies: new Versielade() };
    this.#kalenderBekendSeconden = kalenderBekendSeconden;
  }

  stelVoor(vraag: VoorstelVraag): Promise<HerzieningUitkomst> {
    return stelVoor(this.#deur, vraag);
  }

  pasToe(vraag: BesluitVraag): Promise<HerzieningUitkomst> {
    return pasToe(this.#deur, vraag, this.#kalenderBekendSeconden);
  }

  pauzeer(plek: HerzieningPlek): Promise<HerzieningUitkomst> {
    return pauzeer(this.#deur, plek);
  }

  hervat(plek: HerzieningPlek): Promise<HerzieningUitkomst> {
    return hervat(this.#deur, plek);
  }

  /** Null: this gemeente has no such herziening. */
  lees({ gemeenteId, herzieningId }: HerzieningPlek): Promise<Herziening | null> {
    return metTransactie(this.#deur.dataSource, gemeenteId, (runner) =>
      leesRij(runner, herzieningId),
    );
  }

  /** Newest first. */
  lijst(gemeenteId: string, limiet: number): Promise<readonly Herziening[]> {
    return metTransactie(this.#deur.dataSource, gemeenteId, (runner) => leesRijen(runner, limiet));
  }

  /** Dates that move, in order of journey, after `na` (exclusive). */
  regels(
    { gemeenteId, herzieningId }: HerzieningPlek,
    na: { readonly trajectId: string; readonly sleutel: string } | null,
    limiet: number,
  ): Promise<readonly Herzieningsregel[]> {
    return metTransactie(this.#deur.dataSource, gemeenteId, (runner) =>
      leesRegels(runner, herzieningId, na, limiet),
    );
  }

  /** The next page of the phase this herziening is in. Where it is, is in its row: safe to ask twice. */
  async doeBlad(plek: HerzieningPlek, hartslag: Hartslag): Promise<BladUitkomst> {
    const herziening = await this.lees(plek);
    if (herziening === null) return { soort: 'klaar', gedaan: 0 };
    const { status, voortgang, nietVoorTijdstip } = herziening;
    const wachtMs = (nietVoorTijdstip?.getTime() ?? 0) - Date.now();
    switch (status) {
      case 'proef':
        return beproefBlad(this.#deur, plek, herziening);
      case 'loopt':
        return wachtMs > 0
          ? { soort: 'wacht', gedaan: voortgang, wachtMs }
          : pasBladToe(this.#deur, plek, herziening, hartslag);
      case 'gepauzeerd':
        return { soort: 'gepauzeerd', gedaan: voortgang };
      case 'voorgesteld':
      case 'klaar':
      case 'afgebroken':
        return { soort: 'klaar', gedaan: voortgang };
    }
  }
}
