import type { BerichtApi } from '../berichten/soorten.js';
import type { TermijnKeuzes } from '../termijnen/typen.js';
import type { AttenderingInstellingen } from '../uitgaand/attendering.js';

/** One rung of a ladder: what happens `dagen` days after (negative: before) the last day of a term. */
export interface Sport {
  readonly sport: SportSoort;
  readonly dagen: number;
}

export type SportSoort =
  'openen' | 'herinnering-1' | 'herinnering-2' | 'herinnering-3' | 'verstreken' | 'escalatie';

/** Terms a journey keeps: legal ones by their code, the gemeente's own signals beside them. */
export type TrajectTermijnCode =
  | 'HUISVESTING'
  | 'PIP_VASTSTELLEN'
  | 'BEVESTIGING_DUO'
  | 'AANBOD_RICHTDATUM'
  | 'ONTZORGEN'
  | 'INBURGERINGSTERMIJN'
  | 'LEERROUTE_WIJZIGEN'
  | 'AANVRAAG_BESLISSEN'
  | 'VOORTGANGSGESPREK';

/** Settings of a gemeente; versions are immutable rows, chosen when a fact is recorded. */
export interface Instellingen {
  readonly versie: number;
  /** Months between two voortgangsgesprekken when the PIP does not say otherwise. */
  readonly voortgangsgesprekMaanden: number;
  /** Days DUO has to confirm a PIP before we compare by ourselves. */
  readonly bevestigingDuoDagen: number;
  /** Ways of counting that the law does not settle; absent: those of the product. */
  readonly termijnkeuzes?: TermijnKeuzes;
  /** APIs of DUO that this gemeente does not use: what goes there is done by hand. Absent: all are on. */
  readonly duoApisUit?: readonly BerichtApi[];
  /** What the gemeente has itself told of, and how; absent: nothing. */
  readonly attenderingen?: AttenderingInstellingen;
  readonly ladders: Readonly<Record<TrajectTermijnCode, readonly Sport[]>>;
}

/** What a gemeente gets until it chooses otherwise. */
export const STANDAARD_INSTELLINGEN: Instellingen = {
  versie: 1,
  voortgangsgesprekMaanden: 6,
  bevestigingDuoDagen: 14,
  ladders: {
    HUISVESTING: [
      { sport: 'herinnering-1', dagen: -14 },
      { sport: 'verstreken', dagen: 1 },
    ],
    PIP_VASTSTELLEN: [
      { sport: 'herinnering-1', dagen: -28 },
      { sport: 'herinnering-2', dagen: -14 },
      { sport: 'herinnering-3', dagen: -7 },
      { sport: 'verstreken', dagen: 1 },
      { sport: 'escalatie', dagen: 1 },
    ],
    BEVESTIGING_DUO: [{ sport: 'verstreken', dagen: 1 }],
    AANBOD_RICHTDATUM: [
      { sport: 'herinnering-1', dagen: -28 },
      { sport: 'verstreken', dagen: 1 },
      { sport: 'escalatie', dagen: 1 },
    ],
    ONTZORGEN: [
      { sport: 'herinnering-1', dagen: -28 },
      { sport: 'verstreken', dagen: 1 },
    ],
    INBURGERINGSTERMIJN: [
      { sport: 'herinnering-1', dagen: -183 },
      { sport: 'herinnering-2', dagen: -61 },
      { sport: 'verstreken', dagen: 1 },
      { sport: 'escalatie', dagen: 1 },
    ],
    LEERROUTE_WIJZIGEN: [{ sport: 'herinnering-1', dagen: -61 }],
    AANVRAAG_BESLISSEN: [
      { sport: 'herinnering-1', dagen: -14 },
      { sport: 'verstreken', dagen: 1 },
      { sport: 'escalatie', dagen: 1 },
    ],
    VOORTGANGSGESPREK: [
      { sport: 'openen', dagen: -14 },
      { sport: 'verstreken', dagen: 1 },
    ],
  },
};
