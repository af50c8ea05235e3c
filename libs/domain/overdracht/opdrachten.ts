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
    }
  | { readonly soort: 'vulPersoonAan'; readonly persoon: Persoon }
  | { readonly soort: 'kiesScenario'; readonly scenario: Scenario }
  | {
      readonly soort: 'rondDriegesprekAf';
      readonly vorm: 'in-persoon' | 'telefonisch' | 'schriftelijk';
      readonly gevoerdOp: IsoDatum;
      readonly verslag?: string;
    };
