import type { IsoDatum } from '../datum/datum.js';
import type { Persoon } from '../traject/persoon.js';
import type { Scenario } from '../traject/toestand.js';
import type {
  CoaProfiel,
  Profielafdruk,
  ProfielUitkomst,
  Stuurgegevens,
  Stuurveld,
} from './opdrachten.js';

/** What a profile says that the one before did not. */
export interface Profielwijziging {
  /** Entry with the profile before, where the old values stand; null: this is the first. */
  readonly vorigNr: number | null;
  /** Stuurvelden, `bsn`, `vNummer`, and names of prints. */
  readonly velden: readonly string[];
  /** Of these the ones that the file contradicts: not taken over until a person says so. */
  readonly strijdig: readonly Stuurveld[];
}

/** Values of some stuurvelden before and after; null: there was none. */
interface Stuurwijziging {
  readonly oud: Partial<Stuurgegevens>;
  readonly nieuw: Partial<Stuurgegevens>;
}

export type OverdrachtGebeurtenis =
  | {
      readonly soort: 'trajectGeopend';
      readonly trajectId: string;
      readonly proef: boolean;
      readonly bron: 'COA' | 'DUO';
      readonly persoon: Persoon;
    }
  | {
      readonly soort: 'coaProfielVastgelegd';
      readonly persoon: Persoon;
      readonly profiel: CoaProfiel;
      /** Sealed on its own; the core never decides on it. */
      readonly medisch: Readonly<Record<string, unknown>> | null;
      /** Both or neither: absent on a profile that was not compared. */
      readonly afdruk?: Profielafdruk;
      readonly wijziging?: Profielwijziging;
    }
  | ({ readonly soort: 'coaProfielGecorrigeerd'; readonly reden: string } & Stuurwijziging)
  | ({
      readonly soort: 'coaProfielBeoordeeld';
      readonly uitkomst: ProfielUitkomst;
      readonly toelichting: string | null;
    } & Stuurwijziging)
  | {
      readonly soort: 'coaOverdrachtIngetrokken';
      readonly reden: string;
      readonly koppelingOp: IsoDatum;
      readonly vergunningOp: IsoDatum | null;
    }
  | { readonly soort: 'persoonAangevuld'; readonly persoon: Persoon }
  | { readonly soort: 'scenarioGekozen'; readonly scenario: Scenario }
  | {
      readonly soort: 'driegesprekGevoerd';
      readonly vorm: 'in-persoon' | 'telefonisch' | 'schriftelijk';
      readonly gevoerdOp: IsoDatum;
      readonly verslag: string | null;
    };
