import { plusDagen, plusMaanden, type IsoDatum } from '../datum/datum.js';

/** Months before the end of the inburgeringstermijn from which DUO takes "niet verwijtbaar" for MAP and PVT. */
const MAANDEN_VOOR_EINDE = 2;

/**
 * First day on which "niet verwijtbaar" can be reported to DUO. `eindeOp`: last day of the termijn, inclusive; the
 * months count back from the day after it, as DUO states the end.
 */
export function eersteDagNietVerwijtbaar(eindeOp: IsoDatum): IsoDatum {
  return plusMaanden(plusDagen(eindeOp, 1), -MAANDEN_VOOR_EINDE);
}
