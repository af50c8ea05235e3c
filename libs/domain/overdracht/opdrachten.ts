import type { IsoDatum } from '../datum/datum.js';
import type { Persoon } from '../traject/persoon.js';
import type { Scenario } from '../traject/toestand.js';

/** COA's client profile as we keep it. Free of structure rules of COA: everything but the koppeling is optional. */
export interface CoaProfiel {
  readonly schemaVersie: number;
  readonly koppelingOp: IsoDatum;
  readonly vergunningOp: IsoDatum | null;
  readonly herkomst: { readonly bron: string; readonly geraadpleegdOp: IsoDatum };
  readonly gegevens: Readonly<Record<string, unknown>>;
}

/** Fields of a profile that terms, tasks or the person in the file lean on. */
export const STUURVELDEN = ['koppelingOp', 'vergunningOp', 'naam', 'geboortedatum'] as const;

export type Stuurveld = (typeof STUURVELDEN)[number];

/** What is said of them; null: nothing. */
export interface Stuurgegevens {
  readonly koppelingOp: IsoDatum | null;
  readonly vergunningOp: IsoDatum | null;
  readonly naam: string | null;
  readonly geboortedatum: string | null;
}

/**
 * A print per field of the free part (`gegevens.taal`) and of the restricted block (`medisch`), made at the door under
 * the keys of the journey. Equal prints are equal content, and that is all the core gets to know of it.
 */
export type Profielafdruk = Readonly<Record<string, string>>;

export const PROFIEL_UITKOMSTEN = ['overgenomen', 'behouden'] as const;

export type ProfielUitkomst = (typeof PROFIEL_UITKOMSTEN)[number];

export type OverdrachtOpdracht =
  | {
      readonly soort: 'openTraject';
      readonly trajectId: string;
      readonly proef: boolean;
      readonly bron: 'COA' | 'DUO';
      readonly persoon: Persoon;
    }
  | {
      readonly soort: 'legCoaProfielVast';
      readonly persoon: Persoon;
      readonly profiel: CoaProfiel;
      /** Restricted block: medical data and housing limitations, sealed on its own. */
      readonly medisch: Readonly<Record<string, unknown>> | null;
      /** Absent: the profile cannot be compared with the one before, and is recorded as it comes. */
      readonly afdruk?: Profielafdruk;
    }
  /** COA says, or it shows, that the profile was wrong; a field left out stays. */
  | ({ readonly soort: 'corrigeerCoaProfiel'; readonly reden: string } & {
      readonly [V in Stuurveld]?: NonNullable<Stuurgegevens[V]>;
    })
  /** What COA says and the file contradicts: taken over after all, or not. */
  | {
      readonly soort: 'beoordeelCoaProfiel';
      readonly uitkomst: ProfielUitkomst;
      readonly toelichting?: string;
    }
  /** The hand-over was of another person, or COA took it back. */
  | { readonly soort: 'trekCoaOverdrachtIn'; readonly reden: string }
  | { readonly soort: 'vulPersoonAan'; readonly persoon: Persoon }
  | { readonly soort: 'kiesScenario'; readonly scenario: Scenario }
  | {
      readonly soort: 'rondDriegesprekAf';
      readonly vorm: 'in-persoon' | 'telefonisch' | 'schriftelijk';
      readonly gevoerdOp: IsoDatum;
      readonly verslag?: string;
    };
