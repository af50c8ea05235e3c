import { plusDagen, vroegste, type IsoDatum } from '../datum/datum.js';
import { DomainError } from '../fout.js';
import type { Schorsing } from './typen.js';

/** What one entry says. */
export type LedgerInhoud =
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
    }
  | {
      /** Information of a third party that the PIP waits for (Bi 5.3 lid 2): no suspension, a later end. */
      readonly soort: 'derde';
      readonly derde: string;
      readonly gevraagd: string;
      readonly gevraagdOp: IsoDatum;
      readonly ontvangenOp?: IsoDatum;
    };

/** One version of something recorded. A correction or withdrawal is a next version; nothing is edited. */
export interface Versie {
  readonly id: string;
  readonly versie: number;
  readonly ingetrokken?: boolean;
}

export interface LedgerRegel extends Versie {
  /** Why this version replaces the one before. */
  readonly reden?: string;
  readonly inhoud: LedgerInhoud;
}

/**
 * Per id the highest version counts, unless withdrawn; the others lapsed. In order of id and version, whatever the
 * order they come in. Throws DomainError `LEDGER_DUBBELE_VERSIE` when a version of an entry occurs twice.
 */
export function geldendEnVervallen<V extends Versie>(
  regels: readonly V[],
): { readonly geldend: readonly V[]; readonly vervallen: readonly V[] } {
  const opVolgorde = [...regels].sort((a, b) =>
    a.id === b.id ? a.versie - b.versie : a.id < b.id ? -1 : 1,
  );
  const [geldend, vervallen]: [V[], V[]] = [[], []];
  opVolgorde.forEach((regel, i) => {
    const volgende = opVolgorde[i + 1];
    const laatste = volgende?.id !== regel.id;
    if (!laatste && volgende.versie === regel.versie) {
      throw new DomainError(
        'LEDGER_DUBBELE_VERSIE',
        'Een versie van een regel komt twee keer voor.',
      );
    }
    (laatste && regel.ingetrokken !== true ? geldend : vervallen).push(regel);
  });
  return { geldend, vervallen };
}

function naarSchorsing(inhoud: LedgerInhoud, dagZelf: boolean): readonly Schorsing[] {
  switch (inhoud.soort) {
    case 'derde':
      return [];
    case 'periode': {
      const { van, tot, grond } = inhoud;
      return [tot === undefined ? { van, grond } : { van, tot, grond }];
    }
    case 'aanvulling': {
      const van = plusDagen(inhoud.uitnodigingOp, 1);
      // A late answer never extends past the granted period.
      const { hersteltermijnTot, compleetOp } = inhoud;
      const aangevuld =
        compleetOp === undefined || dagZelf ? compleetOp : plusDagen(compleetOp, -1);
      const tot = vroegste(hersteltermijnTot, aangevuld ?? hersteltermijnTot);
      return tot < van ? [] : [{ van, tot, grond: inhoud.grond }];
    }
  }
}

/**
 * The suspensions that count, in order of time. The order of the lines is immaterial. A file completed later than
 * the granted period counts up to the end of that period; a file not yet complete counts up to it as a forecast.
 * @param dagZelf whether the day on which the file was completed is still suspended ("tot de dag", Awb 4:15).
 */
export function schorsingenVan(
  regels: readonly LedgerRegel[],
  dagZelf = true,
): readonly Schorsing[] {
  return geldendEnVervallen(regels)
    .geldend.flatMap(({ inhoud }) => naarSchorsing(inhoud, dagZelf))
    .sort((a, b) =>
      a.van === b.van ? ((a.tot ?? '~') < (b.tot ?? '~') ? -1 : 1) : a.van < b.van ? -1 : 1,
    );
}
