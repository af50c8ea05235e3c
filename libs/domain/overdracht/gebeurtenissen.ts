import type { IsoDatum } from '../datum/datum.js';
import type { Persoon } from '../traject/persoon.js';
import type { Scenario } from '../traject/toestand.js';
import type { CoaProfiel } from './opdrachten.js';

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
    }
  | { readonly soort: 'persoonAangevuld'; readonly persoon: Persoon }
  | { readonly soort: 'scenarioGekozen'; readonly scenario: Scenario }
  | {
      readonly soort: 'driegesprekGevoerd';
      readonly vorm: 'in-persoon' | 'telefonisch' | 'schriftelijk';
      readonly gevoerdOp: IsoDatum;
      readonly verslag: string | null;
    };
