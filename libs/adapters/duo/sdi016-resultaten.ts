import type { IsoDatum } from '#domain/datum/datum.js';
import type { Melding, Vraag } from './aanroep.js';

export const JA_NEE = ['Ja', 'Nee'] as const;
type JaNee = (typeof JA_NEE)[number];

export interface DatumMap {
  readonly datumEindgesprekMap: IsoDatum;
}

export interface DatumPvt {
  readonly datumOndertekeningPvt: IsoDatum;
}

/** Sent whole: `null` withdraws what DUO has. That is why no field may be left out. */
export interface ResultaatMap {
  readonly datumEindgesprekMap: IsoDatum | null;
  readonly verwijtbaar: JaNee | null;
}

/** Sent whole: `null` withdraws what DUO has. */
export interface ResultaatPvt {
  readonly datumOndertekeningPvt: IsoDatum | null;
  readonly verwijtbaar: JaNee | null;
}

/** Sent whole: `null` withdraws what DUO has. */
export interface ResultaatZroute {
  readonly datumAfrondingZroute: IsoDatum | null;
}

/** Total hours so far, 0 to 9999: never an increment. */
export interface Uren {
  readonly uren: number;
}

export interface GevolgdeUren {
  /** 4 digits. */
  readonly gemeentecode?: string;
  /** Last day the hours count for, inclusive. (DUO sends the day after it, as `bekendTot`.) */
  readonly bekendTotEnMet?: IsoDatum;
  readonly participatieAlsTaalles?: Uren;
  readonly participatieactiviteitenBredeIntake?: Uren;
  readonly taallesEnKnmBredeIntake?: Uren;
}

/** SDI016: results of MAP, PVT and Z-route, and the hours followed. DUO has no GET for the Z-route. */
export interface Sdi016Port {
  haalMap: Vraag<DatumMap>;
  zetMap: Melding<ResultaatMap>;
  haalPvt: Vraag<DatumPvt>;
  zetPvt: Melding<ResultaatPvt>;
  zetZroute: Melding<ResultaatZroute>;

  haalUren: Vraag<readonly GevolgdeUren[]>;
  zetUrenTaallesKnmBredeIntake: Melding<Uren>;
  zetUrenParticipatieactiviteiten: Melding<Uren>;
  zetUrenParticipatieAlsTaalles: Melding<Uren>;
}
