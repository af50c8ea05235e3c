import type { IsoDatum } from '../../datum/datum.js';
import type { Leerroute } from '../../traject/toestand.js';
import { gebroken } from './gebroken.js';
import type { DuoRegelCode } from './tabel.js';

/** What DUO's list says of a school; one that is not on it has neither. */
export interface Erkenning {
  /** The keurmerk of Blik op Werk. */
  readonly bow: boolean;
  /** For taalschakeltrajecten, that is for the onderwijsroute. */
  readonly tst: boolean;
}

export interface AanbodFeiten {
  readonly asiel: boolean;
  readonly pip: { readonly dagtekening: IsoDatum; readonly leerroute: Leerroute } | null;
  readonly aanbodOp: IsoDatum;
  readonly startOp: IsoDatum;
  /** Last day of the course, inclusive. */
  readonly eindeOp: IsoDatum;
  /** Inclusive; null as long as DUO has not set it. */
  readonly termijn: { readonly startOp: IsoDatum; readonly eindeOp: IsoDatum } | null;
  /** Null: there was no list, and then DUO judges. */
  readonly instelling: Erkenning | null;
}

/** Rules on an inburgeringsaanbod; the codes of those that are broken. */
export function aanbodregels(feiten: AanbodFeiten): readonly DuoRegelCode[] {
  const { pip, aanbodOp, startOp, eindeOp, termijn, instelling } = feiten;
  const buiten = (dag: IsoDatum): boolean =>
    termijn !== null && (dag < termijn.startOp || dag > termijn.eindeOp);
  return gebroken({
    AANBOD_ALLEEN_ASIEL: !feiten.asiel,
    AANBOD_ZONDER_PIP: pip === null,
    AANBOD_INSTELLING_NIET_ERKEND:
      instelling !== null && !(pip?.leerroute === 'O' ? instelling.tst : instelling.bow),
    AANBOD_VOOR_PIP: pip !== null && aanbodOp < pip.dagtekening,
    // DUO's text has this one the other way round, which no aanbod could pass.
    AANBOD_START_VOOR_AANBOD: startOp < aanbodOp,
    AANBOD_EINDE_VOOR_START: eindeOp < startOp,
    AANBOD_START_BUITEN_TERMIJN: buiten(startOp),
    AANBOD_EINDE_BUITEN_TERMIJN: buiten(eindeOp),
  });
}
