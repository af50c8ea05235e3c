import type { Deur } from '../kern.js';
import { Versielade } from '../omgeving.js';
import { HerzieningBeheer } from './beheer.js';
import { beproefBlad } from './beproeven.js';
import { pasBladToe, type Hartslag } from './toepassen.js';
import type { BladUitkomst, HerzieningPlek } from './typen.js';

export interface HerzieningBenodigdheden
  extends Omit<Deur, 'versies' | 'meld'>, Partial<Pick<Deur, 'meld'>> {
  readonly kalenderBekendSeconden?: number;
}

/** Recalculation of the running terms of all journeys of a gemeente: tried first, applied by a second person. */
export class Herzieningen extends HerzieningBeheer {
  readonly #deur: Deur;

  constructor({ kalenderBekendSeconden, ...benodigdheden }: HerzieningBenodigdheden) {
    super(benodigdheden.dataSource, kalenderBekendSeconden);
    this.#deur = { meld: () => undefined, ...benodigdheden, versies: new Versielade() };
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
