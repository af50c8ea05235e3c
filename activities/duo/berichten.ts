import type { DuoPersoonAanroep } from '#adapters/duo/aanroep.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { Pip } from '#adapters/duo/sdi014-pip.js';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
import type { BerichtInhoud } from '#domain/berichten/gebeurtenissen.js';
import type { Bericht } from '../deur.js';

/** Sends one message in the form DUO wants it. PUT resources go whole. */
export function verstuur(
  duo: DuoPort,
  aanroep: DuoPersoonAanroep,
  { bericht, inhoud }: Bericht,
): Promise<DuoUitkomst<null>> {
  switch (bericht) {
    case 'PIP_AANLEVEREN': {
      const { niveau, geschatteIntensiteitB1Route, ...pip } = inhoud;
      return duo.leverPip({
        ...aanroep,
        body: {
          ...pip,
          ...(niveau === null ? {} : { niveau }),
          ...(geschatteIntensiteitB1Route === null ? {} : { geschatteIntensiteitB1Route }),
        },
      });
    }
    case 'PIP_INTREKKEN':
      return duo.verwijderPip(aanroep);
    case 'AANBOD_AANLEVEREN': {
      const { instellingsnummer, ...body } = inhoud;
      return duo.leverAanbod({ ...aanroep, instellingsnummer, body });
    }
    case 'AANBOD_INTREKKEN':
      return duo.verwijderAanbod({ ...aanroep, instellingsnummer: inhoud.instellingsnummer });
    case 'PVT_DOORGEVEN':
      return duo.zetPvt({
        ...aanroep,
        body: {
          datumOndertekeningPvt: inhoud.datumOndertekeningPvt,
          verwijtbaar: inhoud.verwijtbaar ?? null,
        },
      });
    case 'MAP_DOORGEVEN':
      return duo.zetMap({
        ...aanroep,
        body: {
          datumEindgesprekMap: inhoud.datumEindgesprekMap,
          verwijtbaar: inhoud.verwijtbaar ?? null,
        },
      });
    case 'ZROUTE_DOORGEVEN':
      return duo.zetZroute({
        ...aanroep,
        body: { datumAfrondingZroute: inhoud.datumAfrondingZroute },
      });
    case 'UREN_DOORGEVEN':
      return duo.zetUrenTaallesKnmBredeIntake({ ...aanroep, body: { uren: inhoud.uren } });
  }
}

/**
 * Before a message goes again: does DUO have it already? `onbekend`: DUO could not be asked now. `niet-na-te-gaan`:
 * an earlier attempt ended in doubt, DUO has nothing to ask it with, and a second POST could be a second fact (E17).
 */
export async function isAlVerwerkt(
  duo: DuoPort,
  aanroep: DuoPersoonAanroep,
  { bericht, inhoud }: Bericht,
  vorigeOngewis: boolean,
): Promise<'ja' | 'nee' | 'onbekend' | 'niet-na-te-gaan'> {
  if (bericht === 'AANBOD_AANLEVEREN') return vorigeOngewis ? 'niet-na-te-gaan' : 'nee';
  if (bericht !== 'PIP_AANLEVEREN' && bericht !== 'PIP_INTREKKEN') return 'nee';
  const uitkomst = await duo.haalPip(aanroep);
  if (uitkomst.soort === 'onbekend') return bericht === 'PIP_INTREKKEN' ? 'ja' : 'nee';
  if (uitkomst.soort !== 'gelukt') return 'onbekend';
  if (bericht === 'PIP_INTREKKEN') return 'nee';
  return isDezelfde(uitkomst.waarde.pip, inhoud) ? 'ja' : 'nee';
}

/** An earlier PIP of the same day and leerroute is another one; what DUO leaves out says nothing. */
function isDezelfde(bijDuo: Pip, onze: BerichtInhoud['PIP_AANLEVEREN']): boolean {
  const gelijk = (hier: unknown, daar: unknown): boolean =>
    daar === undefined || hier === null || hier === daar;
  return (
    bijDuo.dagtekeningPip === onze.dagtekeningPip &&
    bijDuo.leerroute === onze.leerroute &&
    gelijk(onze.niveau, bijDuo.niveau) &&
    gelijk(onze.geschatteIntensiteitB1Route, bijDuo.geschatteIntensiteitB1Route) &&
    gelijk(onze.indicatorAlfabetiseringsonderwijs, bijDuo.indicatorAlfabetiseringsonderwijs)
  );
}
