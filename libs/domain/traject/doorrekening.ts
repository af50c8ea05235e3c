import type { IsoDatum } from '../datum/datum.js';
import { dagenLater, oorzakenVan } from '../termijnen/oorzaken.js';
import type { Rekenverzoek } from '../termijnen/reeks.js';
import type { TrajectTermijnCode } from './instellingen.js';
import { staatStil } from '../opschorting/verzoek.js';
import type { TermijnStand, Toestand } from './toestand.js';

export const DOORREKEN_UITKOMSTEN = [
  'begint',
  'verplaatst',
  'gehaald',
  'staat-stil',
  'vervalt',
] as const;

/** What one term would become. */
export interface Doorgerekend {
  readonly sleutel: string;
  readonly code: TrajectTermijnCode;
  readonly uitkomst: (typeof DOORREKEN_UITKOMSTEN)[number];
  /** Last day (inclusive) before and after; null while there is none. */
  readonly oud: IsoDatum | null;
  readonly nieuw: IsoDatum | null;
  /** Days later (negative: earlier); null when one of the two has no last day. */
  readonly dagen: number | null;
  readonly oorzaken: readonly string[];
}

const dagVan = (stand: TermijnStand | undefined): IsoDatum | null =>
  stand === undefined || stand.status === 'ingetrokken' ? null : stand.uiterlijkOp;

function uitkomstVan(
  voor: TermijnStand | undefined,
  na: TermijnStand,
  stil: boolean,
): Doorgerekend['uitkomst'] | null {
  const [oud, nieuw] = [dagVan(voor), dagVan(na)];
  if (nieuw === null) return oud === null ? null : stil ? 'staat-stil' : 'vervalt';
  if (oud === null) return 'begint';
  if (oud !== nieuw) return 'verplaatst';
  return na.status === 'gehaald' && voor?.status !== 'gehaald' ? 'gehaald' : null;
}

function oorzaken(voor: TermijnStand | undefined, na: TermijnStand): readonly string[] {
  return voor === undefined || dagVan(voor) === null || dagVan(na) === null
    ? []
    : oorzakenVan(voor, JSON.parse(na.feiten) as Rekenverzoek, na.regelVersie);
}

/** The terms that differ between two states of a journey: old and new last day, and why. */
export function doorrekening(voor: Toestand, na: Toestand): readonly Doorgerekend[] {
  return Object.entries(na.termijnen).flatMap(([sleutel, stand]) => {
    const vorige = voor.termijnen[sleutel];
    const uitkomst = uitkomstVan(vorige, stand, staatStil(na, sleutel));
    if (uitkomst === null) return [];
    const [oud, nieuw] = [dagVan(vorige), dagVan(stand)];
    return [
      {
        sleutel,
        code: stand.code,
        uitkomst,
        oud,
        nieuw,
        dagen: dagenLater(oud, nieuw),
        oorzaken: oorzaken(vorige, stand),
      },
    ];
  });
}
