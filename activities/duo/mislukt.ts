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

/** Temporal tries again, at the moment DUO named if it did. */
export function laterOpnieuw(oorzaak: string, naSeconden?: number): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'DUO_LATER',
    message: oorzaak,
    nonRetryable: false,
    ...(naSeconden === undefined ? {} : { nextRetryDelay: naSeconden * 1_000 }),
  });
}
