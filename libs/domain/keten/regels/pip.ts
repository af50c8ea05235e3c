import type { IsoDatum } from '../../datum/datum.js';
import type { Leerroute, Niveau } from '../../traject/toestand.js';
import { gebroken } from './gebroken.js';
import type { DuoRegelCode } from './tabel.js';

export interface LeerrouteFeiten {
  readonly leerroute: Leerroute;
  /** Null: DUO then takes B1 on the B1-route and the onderwijsroute. */
  readonly niveau: Niveau | null;
  readonly intensiteitUren: number | null;
  readonly asiel: boolean;
  /** DUO knows a PIP of this person, of whichever gemeente. */
  readonly heeftEerderPip: boolean;
}

/** Rules on route, niveau and intensiteit of a PIP; the codes of those that are broken. */
export function leerrouteregels(feiten: LeerrouteFeiten): readonly DuoRegelCode[] {
  const { leerroute, niveau, intensiteitUren, asiel, heeftEerderPip } = feiten;
  return gebroken({
    PIP_A2_BIJ_ONDERWIJSROUTE: niveau === 'A2' && leerroute === 'O',
    PIP_B1_BIJ_ZROUTE: niveau === 'B1' && leerroute === 'Z',
    PIP_A2_IN_EERSTE_PIP: niveau === 'A2' && leerroute === 'B' && !heeftEerderPip,
    PIP_INTENSITEIT_BUITEN_B1: intensiteitUren !== null && leerroute !== 'B',
    PIP_INTENSITEIT_ZONDER_ASIEL: intensiteitUren !== null && leerroute === 'B' && !asiel,
  });
}

export interface DagtekeningFeiten {
  readonly dagtekening: IsoDatum;
  readonly plichtBeginOp: IsoDatum | null;
  /** First day of residence in the gemeente. */
  readonly gevestigdOp: IsoDatum | null;
  /** Dagtekening of the first PIP and of the current one, of whichever gemeente. */
  readonly eerderePips: readonly IsoDatum[];
}

/** Rules on the dagtekening of a PIP; each limit is itself allowed. */
export function dagtekeningregels(feiten: DagtekeningFeiten): readonly DuoRegelCode[] {
  const { dagtekening, plichtBeginOp, gevestigdOp, eerderePips } = feiten;
  return gebroken({
    PIP_VOOR_BEGIN_PLICHT: plichtBeginOp !== null && dagtekening < plichtBeginOp,
    PIP_VOOR_VESTIGING: gevestigdOp !== null && dagtekening < gevestigdOp,
    PIP_VOOR_EERDER_PIP: eerderePips.some((eerder) => dagtekening < eerder),
  });
}

/** Rules on taking a PIP back. */
export function intrekregels(feiten: {
  readonly termijnVastgesteld: boolean;
  /** Course hours on the current aanbod. */
  readonly cursusuren: number;
}): readonly DuoRegelCode[] {
  return gebroken({
    PIP_INTREKKEN_NA_TERMIJNSTART: feiten.termijnVastgesteld,
    PIP_INTREKKEN_MET_UREN: feiten.cursusuren > 0,
  });
}
