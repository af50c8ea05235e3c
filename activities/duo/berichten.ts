import type { DuoPersoonAanroep } from '#adapters/duo/aanroep.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { Pip } from '#adapters/duo/sdi014-pip.js';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
import type { BerichtInhoud } from '#domain/berichten/gebeurtenissen.js';
import type { Bericht } from '../deur.js';

/** What DUO said besides that it took the message. */
export interface Aangenomen {
  /** Of a new contactpersoon. */
  readonly contactpersoonId?: number;
}

/** Sends one message in the form DUO wants it. PUT resources go whole. */
export async function verstuur(
  duo: DuoPort,
  aanroep: DuoPersoonAanroep,
  bericht: Bericht,
): Promise<DuoUitkomst<Aangenomen>> {
  if (bericht.bericht === 'CONTACTPERSOON_AANMELDEN') {
    const { bsn: _bsn, ...zonderBsn } = aanroep;
    const uitkomst = await duo.maakContactpersoon({ ...zonderBsn, body: bericht.inhoud });
    if (uitkomst.soort !== 'gelukt') return uitkomst;
    const { id } = uitkomst.waarde;
    return { ...uitkomst, waarde: id === undefined ? {} : { contactpersoonId: id } };
  }
  const uitkomst = await meld(duo, aanroep, bericht);
  return uitkomst.soort === 'gelukt' ? { ...uitkomst, waarde: {} } : uitkomst;
}

type Melding = Exclude<Bericht, { bericht: 'CONTACTPERSOON_AANMELDEN' }>;

function meld(
  duo: DuoPort,
  aanroep: DuoPersoonAanroep,
  { bericht, inhoud }: Melding,
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
    // DUO calls the lessons of the leerroute so; those of the brede intake it counts apart.
    case 'UREN_DOORGEVEN':
      return duo.zetUrenParticipatieAlsTaalles({ ...aanroep, body: { uren: inhoud.uren } });
    case 'PARTICIPATIEACTIVITEITEN_DOORGEVEN':
      return duo.zetUrenParticipatieactiviteiten({ ...aanroep, body: { uren: inhoud.uren } });
    case 'BREDE_INTAKE_UREN_DOORGEVEN':
      return duo.zetUrenTaallesKnmBredeIntake({ ...aanroep, body: { uren: inhoud.uren } });
    case 'CONTACTPERSOON_WIJZIGEN': {
      const { contactpersoonId, ...body } = inhoud;
      return duo.wijzigContactpersoon({ ...aanroep, ...nummer(contactpersoonId), body });
    }
    case 'CONTACTPERSOON_KOPPELEN':
      return duo.koppelContactpersoon({ ...aanroep, ...nummer(inhoud.contactpersoonId) });
    case 'CONTACTPERSOON_ONTKOPPELEN':
      return duo.ontkoppelContactpersoon({ ...aanroep, ...nummer(inhoud.contactpersoonId) });
  }
}

/** Without a number a message is never open, so none is delivered without; 0 fits no path. */
function nummer(contactpersoonId: number | null): { readonly contactpersoonId: number } {
  return { contactpersoonId: contactpersoonId ?? 0 };
}

/** Of these DUO keeps nothing that can be read back, and each time could be one more. */
const EENMALIG: readonly Bericht['bericht'][] = [
  'AANBOD_AANLEVEREN',
  'CONTACTPERSOON_AANMELDEN',
  'CONTACTPERSOON_KOPPELEN',
  'CONTACTPERSOON_ONTKOPPELEN',
];

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
  if (EENMALIG.includes(bericht)) return vorigeOngewis ? 'niet-na-te-gaan' : 'nee';
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
