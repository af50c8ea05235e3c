import type { DuoPersoonAanroep } from '#adapters/duo/aanroep.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
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
 * After an attempt without a verdict: does DUO have it already? `onbekend`: a repeat can do no harm (DUO replaces
 * what it has), or only DUO can say.
 */
export async function isAlVerwerkt(
  duo: DuoPort,
  aanroep: DuoPersoonAanroep,
  { bericht, inhoud }: Bericht,
): Promise<'ja' | 'nee' | 'onbekend'> {
  if (bericht !== 'PIP_AANLEVEREN' && bericht !== 'PIP_INTREKKEN') return 'nee';
  const uitkomst = await duo.haalPip(aanroep);
  if (uitkomst.soort === 'onbekend') return bericht === 'PIP_INTREKKEN' ? 'ja' : 'nee';
  if (uitkomst.soort !== 'gelukt') return 'onbekend';
  if (bericht === 'PIP_INTREKKEN') return 'nee';
  const { pip } = uitkomst.waarde;
  return pip.dagtekeningPip === inhoud.dagtekeningPip && pip.leerroute === inhoud.leerroute
    ? 'ja'
    : 'nee';
}
