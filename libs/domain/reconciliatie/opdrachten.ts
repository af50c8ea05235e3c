import type { ExamenOpdracht } from '../examens/opdrachten.js';
import type { DuoBron } from '../keten/gebeurtenissen.js';
import type { KetenOpdracht } from '../keten/opdrachten.js';
import type { PipOpdracht } from '../pip/opdrachten.js';
import type { PlichtOpdracht } from '../plicht/opdrachten.js';

/** Sources that are compared; the leerbaarheidstoets is no part of the plicht that DUO and gemeente share. */
export const VERGELEKEN_BRONNEN = [
  'plicht',
  'doelgroep',
  'termijn',
  'pip',
  'map',
  'pvt',
  'vrijstelling',
  'ontheffing',
  'uren',
  'examens',
] as const satisfies readonly DuoBron[];

export type VergelekenBron = (typeof VERGELEKEN_BRONNEN)[number];

/** DUO's answer of one source, as the journey would take it in. */
export interface DuoAntwoord {
  readonly bron: VergelekenBron;
  readonly opdracht:
    | PlichtOpdracht
    | ExamenOpdracht
    | KetenOpdracht
    | Extract<PipOpdracht, { readonly soort: 'verwerkTermijn' }>;
}

/** How a person dealt with the differences. */
export const VERSCHIL_UITKOMSTEN = ['hersteld', 'nagevraagd-bij-duo', 'verklaard'] as const;

export type VerschilUitkomst = (typeof VERSCHIL_UITKOMSTEN)[number];

export type ReconciliatieOpdracht =
  /** All answers of DUO at one moment; a source that could not be asked is left out. */
  | {
      readonly soort: 'verwerkReconciliatie';
      /** ISO instant (UTC) at which the first request began (E18). */
      readonly gevraagdTijdstip: string;
      /** 4 digits. */
      readonly gemeentecode: string;
      readonly antwoorden: readonly DuoAntwoord[];
    }
  /** `verklaard`: the same differences are not brought up again. */
  | {
      readonly soort: 'handelVerschillenAf';
      readonly uitkomst: VerschilUitkomst;
      readonly toelichting?: string;
    };
