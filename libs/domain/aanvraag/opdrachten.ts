import type { IsoDatum } from '../datum/datum.js';

export type Aanvraaguitkomst = 'toegewezen' | 'afgewezen' | 'ingetrokken' | 'buiten-behandeling';

/** An aanvraag of the inburgeraar to the college, such as a change of the PIP (Awb 4:13). */
export type AanvraagOpdracht =
  | {
      readonly soort: 'legAanvraagVast';
      readonly onderwerp: string;
      readonly ontvangenOp: IsoDatum;
      /** Key of the term of the aanvraag that this replaces, and why: it was recorded wrongly. */
      readonly vervangt?: string;
      readonly reden?: string;
    }
  | {
      readonly soort: 'legBesluitOpAanvraagVast';
      /** Key of the term of the aanvraag. */
      readonly termijn: string;
      readonly besluitOp: IsoDatum;
      readonly uitkomst: Aanvraaguitkomst;
    };
