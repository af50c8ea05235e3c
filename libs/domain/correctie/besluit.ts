import { ontkoppeling } from '../contactpersoon/bericht.js';
import type { DuoResultaat } from '../keten/regels/tabel.js';
import { resultaatBericht, resultaatKan, resultaatNu, type Resultaat } from '../keten/resultaat.js';
import { pipIntrekkenKan } from '../pip/bericht.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten, geweigerd, wi, type Omgeving } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import type { IntrekbaarFeit } from './gebeurtenissen.js';
import type { CorrectieOpdracht } from './opdrachten.js';

/** Reads the fact as it stands; null when there is nothing to withdraw. */
const LEES: { readonly [F in IntrekbaarFeit]: (t: Toestand) => unknown } = {
  scenario: (t) => t.scenario,
  driegesprek: (t) => t.driegesprek,
  woning: (t) => t.woning,
  verhuizing: (t) => t.verhuizing,
  brpInschrijving: (t) => t.brpInschrijving,
  bijstand: (t) => t.bijstand,
  regelingen: (t) => t.regelingen,
  uitnodiging: (t) => t.uitnodiging,
  intake: (t) => t.intake,
  lbtAanmelding: (t) => t.lbtAanmelding,
  lbtOntheffing: (t) => t.lbtOntheffing,
  leerroute: (t) => t.leerroute,
  pipConcept: (t) => t.pip.concept,
  pip: (t) => t.pip.vastgesteld,
  aanbod: (t) => t.aanbod,
  begeleiding: (t) => t.begeleiding,
  ontzorgenIngericht: (t) => t.ontzorgenIngericht,
  ontzorgenAfgerond: (t) => t.ontzorgenAfgerond,
  pvtOndertekening: (t) => t.pvt.ondertekend,
  mapEindgesprek: (t) => t.map.eindgesprek,
  eindgesprek: (t) => t.eindgesprek,
  pvtVerwijtbaar: (t) => t.pvt.verwijtbaar ?? null,
  mapVerwijtbaar: (t) => t.map.verwijtbaar ?? null,
  zrouteAfronding: (t) => t.zroute ?? null,
  contactpersoon: (t) => t.contactpersoon ?? null,
};

const ROUTE_ACHTER_PIP: readonly IntrekbaarFeit[] = ['leerroute', 'pipConcept'];

/** In which lane DUO heard of the fact. */
const BAAN: Readonly<Partial<Record<IntrekbaarFeit, string>>> = {
  pip: 'pip',
  aanbod: 'aanbod',
  pvtOndertekening: 'pvt',
  pvtVerwijtbaar: 'pvt',
  mapEindgesprek: 'map',
  mapVerwijtbaar: 'map',
  zrouteAfronding: 'zroute',
  contactpersoon: 'contactpersoon',
};

const DELEN: Readonly<
  Partial<Record<IntrekbaarFeit, { soort: DuoResultaat; deel: 'datum' | 'verwijtbaar' }>>
> = {
  pvtOndertekening: { soort: 'PVT', deel: 'datum' },
  pvtVerwijtbaar: { soort: 'PVT', deel: 'verwijtbaar' },
  mapEindgesprek: { soort: 'MAP', deel: 'datum' },
  mapVerwijtbaar: { soort: 'MAP', deel: 'verwijtbaar' },
};

/** What is left of MAP or PVT when a part is taken back; `undefined` when the fact is no part of them. */
function resultaatNa(
  toestand: Toestand,
  { feit, verwijtbaar }: CorrectieOpdracht,
): { readonly soort: DuoResultaat; readonly na: Resultaat } | undefined {
  const welk = DELEN[feit];
  if (welk === undefined) return undefined;
  const nu = resultaatNu(toestand, welk.soort);
  return {
    soort: welk.soort,
    na:
      welk.deel === 'datum'
        ? { op: null, verwijtbaar: verwijtbaar ?? nu.verwijtbaar }
        : { op: nu.op, verwijtbaar: null },
  };
}

/** Messages of the lane that DUO did not take yet: the fact they tell is gone. */
function vervallen(toestand: Toestand, baan: string): Gebeurtenis[] {
  return Object.entries(toestand.berichten)
    .filter(
      ([, { baan: eigen, status }]) =>
        eigen === baan && status !== 'bezorgd' && status !== 'handmatig' && status !== 'vervallen',
    )
    .map(([meldingId]) => ({
      soort: 'berichtVervallen',
      meldingId,
      reden: 'Het feit waarover het bericht ging is ingetrokken.',
    }));
}

/** DUO knows something of this lane, so that taking it back is a message. */
function duoWeetHet(toestand: Toestand, baan: string): boolean {
  return Object.values(toestand.berichten).some(
    (bericht) =>
      bericht.baan === baan && (bericht.status === 'bezorgd' || bericht.status === 'handmatig'),
  );
}

/**
 * DUO may know of the PIP or of the contactpersoon: an attempt was under way, or its end was in doubt. Taking back what DUO turns out not to
 * have does no harm.
 */
function duoKanHetWeten(toestand: Toestand, baan: string): boolean {
  return (
    (baan === 'pip' || baan === 'contactpersoon') &&
    Object.values(toestand.berichten).some(
      (bericht) =>
        bericht.baan === baan && (bericht.status === 'open' || bericht.status === 'opgegeven'),
    )
  );
}

/** What DUO must hear when a fact that was sent is taken back. */
function bericht(
  toestand: Toestand,
  opdracht: CorrectieOpdracht,
  baan: string,
): readonly Gebeurtenis[] {
  const kop = { soort: 'berichtBesloten', meldingId: `${toestand.nr + 1}-${baan}`, baan } as const;
  const resultaat = resultaatNa(toestand, opdracht);
  if (resultaat !== undefined) {
    return [resultaatBericht(toestand, resultaat.soort, resultaat.na)];
  }
  switch (opdracht.feit) {
    case 'pip':
      return [{ ...kop, bericht: 'PIP_INTREKKEN', inhoud: { reden: opdracht.reden } }];
    case 'aanbod': {
      const nummer = toestand.aanbod?.instellingsnummer;
      return nummer === undefined
        ? []
        : [{ ...kop, bericht: 'AANBOD_INTREKKEN', inhoud: { instellingsnummer: nummer } }];
    }
    case 'zrouteAfronding':
      return [{ ...kop, bericht: 'ZROUTE_DOORGEVEN', inhoud: { datumAfrondingZroute: null } }];
    case 'contactpersoon':
      return ontkoppeling(toestand);
    default:
      return [];
  }
}

function duoKan(toestand: Toestand, opdracht: CorrectieOpdracht, omgeving: Omgeving) {
  if (opdracht.feit === 'pip') return pipIntrekkenKan(toestand);
  const resultaat = resultaatNa(toestand, opdracht);
  return resultaat !== undefined && duoWeetHet(toestand, resultaat.soort.toLowerCase())
    ? resultaatKan(toestand, resultaat.soort, resultaat.na, omgeving)
    : null;
}

export const correctieBesluiten: Besluiten<CorrectieOpdracht> = {
  trekFeitIn: (toestand, opdracht, omgeving) => {
    const { feit, reden, verwijtbaar } = opdracht;
    if (LEES[feit](toestand) === null) {
      return geweigerd('NIETS_IN_TE_TREKKEN', 'Dit feit is niet vastgelegd.', { veld: 'feit' });
    }
    if (verwijtbaar !== undefined && DELEN[feit]?.deel !== 'datum') {
      return geweigerd(
        'VERWIJTBAAR_HOORT_HIER_NIET',
        'Verwijtbaar hoort bij het intrekken van het eindgesprek van de MAP of de ondertekening van het PVT.',
        { veld: 'verwijtbaar' },
      );
    }
    if (ROUTE_ACHTER_PIP.includes(feit) && toestand.pip.vastgesteld !== null) {
      return geweigerd(
        'PIP_STAAT_VAST',
        'De leerroute en het concept horen bij een vastgesteld PIP. Trek eerst het PIP in.',
        { veld: 'feit', artikel: wi('15') },
      );
    }
    const nee = duoKan(toestand, opdracht, omgeving);
    if (nee) return nee;
    const baan = BAAN[feit];
    return besloten(
      {
        soort: 'feitIngetrokken',
        feit,
        reden,
        ...(verwijtbaar === undefined ? {} : { verwijtbaar }),
      },
      ...(baan === undefined ? [] : vervallen(toestand, baan)),
      ...(baan === undefined || !(duoWeetHet(toestand, baan) || duoKanHetWeten(toestand, baan))
        ? []
        : bericht(toestand, opdracht, baan)),
    );
  },
};
