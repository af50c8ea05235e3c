import { plusDagen, vroegste, type IsoDatum } from '../datum/datum.js';
import { DomainError } from '../fout.js';
import type { Schorsing } from './typen.js';

/** What one entry says. */
type LedgerInhoud =
  | {
      readonly soort: 'periode';
      readonly van: IsoDatum;
      /** Last day, inclusive; absent while it runs. */
      readonly tot?: IsoDatum;
      readonly grond: string;
    }
  | {
      /** The applicant was asked to complete the file (Awb 4:15, or 7:10 for bezwaar). */
      readonly soort: 'aanvulling';
      readonly uitnodigingOp: IsoDatum;
      /** Last day of the period granted, inclusive. */
      readonly hersteltermijnTot: IsoDatum;
      readonly compleetOp?: IsoDatum;
      readonly grond: string;
    };

/** One version of one entry. A correction or withdrawal is a next version; nothing is edited. */
export interface LedgerRegel {
  readonly id: string;
  readonly versie: number;
  readonly ingetrokken?: boolean;
  /** Why this version replaces the one before. */
  readonly reden?: string;
  readonly inhoud: LedgerInhoud;
}

export interface Ledgerstand {
  /** Suspensions that count, in order of time. */
  readonly schorsingen: readonly Schorsing[];
  /** Versions that were corrected or withdrawn, oldest first per entry. */
  readonly vervallen: readonly LedgerRegel[];
}

function naarSchorsing(inhoud: LedgerInhoud): Schorsing | null {
  if (inhoud.soort === 'periode') {
    const { van, tot, grond } = inhoud;
    return tot === undefined ? { van, grond } : { van, tot, grond };
  }
  const van = plusDagen(inhoud.uitnodigingOp, 1);
  // A late answer never extends past the granted period.
  const tot = vroegste(inhoud.hersteltermijnTot, inhoud.compleetOp ?? inhoud.hersteltermijnTot);
  return tot < van ? null : { van, tot, grond: inhoud.grond };
}

/**
 * Reads a ledger: per entry the highest version counts, unless withdrawn. The order of the lines is
 * immaterial. A file completed later than the granted period counts up to the end of that period; a
 * file not yet complete counts up to it as a forecast.
 * Throws DomainError `LEDGER_DUBBELE_VERSIE` when a version of an entry occurs twice.
 */
export function standVanLedger(regels: readonly LedgerRegel[]): Ledgerstand {
  const opVolgorde = [...regels].sort((a, b) =>
    a.id === b.id ? a.versie - b.versie : a.id < b.id ? -1 : 1,
  );
  const schorsingen: Schorsing[] = [];
  const vervallen: LedgerRegel[] = [];
  opVolgorde.forEach((regel, i) => {
    const volgende = opVolgorde[i + 1];
    if (volgende?.id === regel.id) {
      if (volgende.versie === regel.versie) {
        throw new DomainError(
          'LEDGER_DUBBELE_VERSIE',
          'Een versie van een regel komt twee keer voor.',
        );
      }
      vervallen.push(regel);
      return;
    }
    if (regel.ingetrokken === true) {
      vervallen.push(regel);
      return;
    }
    const schorsing = naarSchorsing(regel.inhoud);
    if (schorsing !== null) schorsingen.push(schorsing);
  });
  schorsingen.sort((a, b) =>
    a.van === b.van ? ((a.tot ?? '~') < (b.tot ?? '~') ? -1 : 1) : a.van < b.van ? -1 : 1,
  );
  return { schorsingen, vervallen };
}
