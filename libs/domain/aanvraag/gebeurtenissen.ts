import type { IsoDatum } from '../datum/datum.js';
import type { Aanvraaguitkomst } from './opdrachten.js';

export type AanvraagGebeurtenis =
  | {
      readonly soort: 'aanvraagVastgelegd';
      /** Key of its term. */
      readonly termijn: string;
      readonly onderwerp: string;
      readonly ontvangenOp: IsoDatum;
    }
  | {
      readonly soort: 'aanvraagGecorrigeerd';
      readonly termijn: string;
      readonly onderwerp: string;
      readonly ontvangenOp: IsoDatum;
      readonly reden: string;
    }
  | {
      readonly soort: 'besluitOpAanvraagVastgelegd';
      readonly termijn: string;
      readonly besluitOp: IsoDatum;
      readonly uitkomst: Aanvraaguitkomst;
    };
