import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';

type Mislukt = Exclude<DuoUitkomst<unknown>, { soort: 'gelukt' }>;

/** Why a call did not do, by kind and status only: no text of DUO, no value. */
export function oorzaakVan(uitkomst: Mislukt): string {
  switch (uitkomst.soort) {
    case 'storing':
      return `storing:${uitkomst.oorzaak}${uitkomst.status === undefined ? '' : `:${uitkomst.status}`}`;
    case 'onbegrijpelijk':
      return `onbegrijpelijk:${uitkomst.status}`;
    case 'geweigerd':
    case 'niet-geautoriseerd':
    case 'onbekend':
    case 'ons-defect':
      return uitkomst.soort;
  }
}

/**
 * Longer than the time-out of a call, so that two attempts never overlap (E17), and than the other side may still be
 * at work on a call we gave up. Seconds.
 */
export const HUUR_SECONDEN = 45;

const HOOGSTENS_SECONDEN = 15 * 60;

/**
 * Temporal tries again: after twice as long as the last time, and not before the moment that was named. A little later
 * by chance, so that what failed together does not come back together.
 */
export function laterOpnieuw(oorzaak: string, nietVoorSeconden = 0): ApplicationFailure {
  const { attempt } = Context.current().info;
  const seconden = Math.max(nietVoorSeconden, Math.min(2 ** (attempt - 1), HOOGSTENS_SECONDEN));
  return ApplicationFailure.create({
    type: 'DUO_LATER',
    message: oorzaak,
    nonRetryable: false,
    nextRetryDelay: Math.round(seconden * 1_000 * (1 + Math.random() * 0.2)),
  });
}
