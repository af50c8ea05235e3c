import type { IsoDatum } from '../../datum/datum.js';
import { eersteDagNietVerwijtbaar } from '../../termijnen/verwijtbaarheid.js';
import type { DuoRegelCode, DuoResultaat, ResultaatRegelCode } from './tabel.js';

export type Verwijtbaar = 'Ja' | 'Nee';

export interface ResultaatFeiten {
  /** Eindgesprek of the MAP or signing of the PVT; null: not (any more) reported. */
  readonly op: IsoDatum | null;
  readonly verwijtbaar: Verwijtbaar | null;
  readonly vandaag: IsoDatum;
  /** Inclusive; null as long as DUO has not set it. */
  readonly termijn: { readonly startOp: IsoDatum; readonly eindeOp: IsoDatum } | null;
  /** Our gemeente has the current PIP. */
  readonly eigenPip: boolean;
  /** DUO has a date that another gemeente gave. */
  readonly vanAndereGemeente: boolean;
  readonly voldaanViaZroute: boolean;
  readonly zrouteAfgerondOp: IsoDatum | null;
}

/**
 * Rules on what is reported of MAP or PVT; the codes of those that are broken. Whether the termijn is exceeded is
 * read on the reported day, or without one on today: a day within the termijn that is reported late is in time.
 */
export function resultaatregels(
  soort: DuoResultaat,
  feiten: ResultaatFeiten,
): readonly DuoRegelCode[] {
  const { op, verwijtbaar, vandaag, termijn, zrouteAfgerondOp } = feiten;
  const overschreden = termijn !== null && (op ?? vandaag) > termijn.eindeOp;
  const neeKan = termijn !== null && vandaag >= eersteDagNietVerwijtbaar(termijn.eindeOp);
  const regels: Readonly<Record<ResultaatRegelCode, boolean>> = {
    VAN_ANDERE_GEMEENTE: feiten.vanAndereGemeente,
    ZONDER_PIP: !feiten.eigenPip,
    PLICHT_VOLDAAN_ZROUTE: feiten.voldaanViaZroute,
    VOOR_TERMIJN: op !== null && termijn !== null && op < termijn.startOp,
    NA_ZROUTE: op !== null && zrouteAfgerondOp !== null && op > zrouteAfgerondOp,
    IN_TOEKOMST: op !== null && op > vandaag,
    INTREKKEN_NA_ZROUTE: op === null && zrouteAfgerondOp !== null,
    VERWIJTBAAR_ONTBREEKT: verwijtbaar === null && overschreden,
    VERWIJTBAAR_BINNEN_TERMIJN:
      verwijtbaar !== null && op !== null && termijn !== null && op <= termijn.eindeOp,
    NEE_TE_VROEG: verwijtbaar === 'Nee' && !neeKan,
    JA_BINNEN_TERMIJN: verwijtbaar === 'Ja' && !overschreden,
  };
  return Object.entries(regels).flatMap(([code, geldt]) =>
    geldt ? [`${soort}_${code as ResultaatRegelCode}` as const] : [],
  );
}
