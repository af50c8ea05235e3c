import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { IsoDatum } from '../datum/datum.js';
import type { Omgeving } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';
import { pipElders, pipVanAnderen, vanAndereGemeente } from './duo-stand.js';
import { resultaatregels, type Verwijtbaar } from './regels/resultaat.js';
import { weigerVoorDuo, type DuoResultaat } from './regels/tabel.js';

/** What DUO is to hold of MAP or PVT: always whole, `null` withdraws. */
export interface Resultaat {
  readonly op: IsoDatum | null;
  readonly verwijtbaar: Verwijtbaar | null;
}

/** MAP or PVT as the case has it now. */
export function resultaatNu(toestand: Toestand, soort: DuoResultaat): Resultaat {
  const feit = soort === 'MAP' ? toestand.map.eindgesprek : toestand.pvt.ondertekend;
  const { verwijtbaar } = soort === 'MAP' ? toestand.map : toestand.pvt;
  return { op: feit?.op ?? null, verwijtbaar: verwijtbaar?.oordeel ?? null };
}

/** Refuses what DUO would refuse of MAP or PVT. */
export function resultaatKan(
  toestand: Toestand,
  soort: DuoResultaat,
  { op, verwijtbaar }: Resultaat,
  { vandaag }: Omgeving,
) {
  return weigerVoorDuo(
    resultaatregels(soort, {
      op,
      verwijtbaar,
      vandaag,
      termijn: toestand.duoTermijn,
      eigenPip:
        toestand.pip.vastgesteld !== null &&
        pipVanAnderen(toestand) === null &&
        !pipElders(toestand),
      vanAndereGemeente: vanAndereGemeente(toestand, soort),
      voldaanViaZroute:
        toestand.leerroute?.route === 'Z' &&
        toestand.plichtEinde?.reden === 'Inburgeringsplicht voldaan',
      zrouteAfgerondOp: toestand.zroute?.op ?? null,
    }),
  );
}

/** The verdict that goes with a day: after the termijn the one given or known, within it none. */
export function verwijtbaarBij(
  toestand: Toestand,
  soort: DuoResultaat,
  op: IsoDatum,
  gegeven: Verwijtbaar | undefined,
): Verwijtbaar | null {
  if (gegeven !== undefined) return gegeven;
  const einde = toestand.duoTermijn?.eindeOp;
  return einde !== undefined && op > einde ? resultaatNu(toestand, soort).verwijtbaar : null;
}

/** The message that tells DUO all of MAP or PVT. */
export function resultaatBericht(
  toestand: Toestand,
  soort: DuoResultaat,
  { op, verwijtbaar }: Resultaat,
): Gebeurtenis {
  const erbij = verwijtbaar === null ? {} : { verwijtbaar };
  const kop = { soort: 'berichtBesloten' as const };
  const meldingId = `${toestand.nr + 1}-${soort.toLowerCase()}`;
  return soort === 'MAP'
    ? {
        ...kop,
        meldingId,
        baan: 'map',
        bericht: 'MAP_DOORGEVEN',
        inhoud: { datumEindgesprekMap: op, ...erbij },
      }
    : {
        ...kop,
        meldingId,
        baan: 'pvt',
        bericht: 'PVT_DOORGEVEN',
        inhoud: { datumOndertekeningPvt: op, ...erbij },
      };
}
