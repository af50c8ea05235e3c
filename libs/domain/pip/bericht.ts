import type { BerichtBesloten } from '../berichten/gebeurtenissen.js';
import type { IsoDatum } from '../datum/datum.js';
import { intrekregels } from '../keten/regels/pip.js';
import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { isAsiel } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';

/** The PIP as DUO is to have it. `leerroute`: the one of the PIP. */
export function pipBericht(
  toestand: Toestand,
  meldingId: string,
  dagtekening: IsoDatum,
  leerroute: NonNullable<Toestand['leerroute']>,
): BerichtBesloten {
  return {
    soort: 'berichtBesloten',
    meldingId,
    baan: 'pip',
    bericht: 'PIP_AANLEVEREN',
    inhoud: {
      dagtekeningPip: dagtekening,
      leerroute: leerroute.route,
      niveau: leerroute.niveau,
      geschatteIntensiteitB1Route:
        isAsiel(toestand) && leerroute.route === 'B' ? leerroute.intensiteitUren : null,
      indicatorAlfabetiseringsonderwijs: toestand.pip.alfabetisering,
    },
  };
}

/** Refuses what DUO would refuse of taking the PIP back. */
export function pipIntrekkenKan({ duoTermijn, aanbod, uren }: Toestand) {
  return weigerVoorDuo(
    intrekregels({
      termijnVastgesteld: duoTermijn !== null,
      cursusuren: aanbod === null || uren === null ? 0 : uren.nt2 + uren.knm,
    }),
  );
}
