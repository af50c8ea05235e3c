import type { IsoDatum } from '../datum/datum.js';
import { geweigerd, wi, type Artikel, type Omgeving, type Weigering } from './kern.js';
import type { Toestand } from './toestand.js';

type Nee = { readonly ok: false; readonly weigering: Weigering };

/** Something that happened lies on or before today (civil date of the journey, inclusive). */
export function nietInToekomst(op: IsoDatum, veld: string, omgeving: Omgeving): Nee | null {
  return op > omgeving.vandaag
    ? geweigerd(
        'DATUM_IN_TOEKOMST',
        `De datum ${op} ligt in de toekomst; vandaag is ${omgeving.vandaag}.`,
        {
          veld,
        },
      )
    : null;
}

/** `op` lies on or after `grens` (inclusive); `grens` null: no limit. */
export function nietEerderDan(
  op: IsoDatum,
  grens: IsoDatum | null,
  veld: string,
  wat: string,
  artikel?: Artikel,
): Nee | null {
  return grens !== null && op < grens
    ? geweigerd('DATUM_TE_VROEG', `De datum ${op} ligt voor ${wat} (${grens}).`, {
        veld,
        ...(artikel ? { artikel } : {}),
      })
    : null;
}

/**
 * A fact that stands is not recorded twice; it is withdrawn first, so that the journal shows why. `artikel`: the
 * provision that asks for the fact, where there is one.
 */
export function nogNietVastgelegd(feit: unknown, wat: string, artikel?: Artikel): Nee | null {
  return feit === null
    ? null
    : geweigerd(
        'AL_VASTGELEGD',
        `${wat} is al vastgelegd. Trek het eerst in met een reden als het niet klopt.`,
        artikel ? { artikel } : {},
      );
}

/** A step that needs another one first. */
export function pasNa(
  voorwaarde: boolean,
  code: string,
  melding: string,
  artikel?: Artikel,
): Nee | null {
  return voorwaarde ? null : geweigerd(code, melding, artikel ? { artikel } : {});
}

/** What DUO takes of a leerroute it takes only once the inburgeringstermijn runs. */
export function termijnGestart(toestand: Toestand): Nee | null {
  return pasNa(
    toestand.duoTermijn !== null,
    'TERMIJN_NIET_GESTART',
    'DUO heeft de inburgeringstermijn nog niet vastgesteld.',
    wi('11'),
  );
}

/** The first refusal, if any. */
export function eersteWeigering(...uitkomsten: readonly (Nee | null)[]): Nee | null {
  return uitkomsten.find((uitkomst) => uitkomst !== null) ?? null;
}

/** Asielstatushouder as DUO says; before DUO spoke, a person handed over by COA counts as one. */
export function isAsiel(toestand: Toestand): boolean {
  return toestand.indeling === null
    ? toestand.bron === 'COA'
    : toestand.indeling === 'Asielstatushouder';
}

/** Has the right (and duty) to ontzorgen: asiel bepaalde tijd with bijstand (Pw art. 56a). */
export function heeftOntzorgen(toestand: Toestand): boolean {
  return (
    isAsiel(toestand) &&
    (toestand.gedetailleerd === null || toestand.gedetailleerd === 'Asielstatushouder') &&
    toestand.bijstand?.toegekend === true
  );
}

/** Entry that opens a task again after `feit` was withdrawn, or `anders` when it never was. */
export function openerNa(toestand: Toestand, feit: string, anders: number): number {
  return Math.max(toestand.ingetrokken[feit] ?? 0, anders);
}
