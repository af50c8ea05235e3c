import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten, geweigerd, wi } from '../traject/kern.js';
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
};

const ROUTE_ACHTER_PIP: readonly IntrekbaarFeit[] = ['leerroute', 'pipConcept'];

/** What DUO must hear when a fact that was sent is taken back; a message not yet sent is dropped instead. */
function berichten(toestand: Toestand, feit: IntrekbaarFeit, reden: string): Gebeurtenis[] {
  const baan = { pip: 'pip', aanbod: 'aanbod', pvtOndertekening: 'pvt', mapEindgesprek: 'map' }[
    feit as string
  ];
  if (baan === undefined) return [];
  const inBaan = Object.entries(toestand.berichten).filter(([, b]) => b.baan === baan);
  const weg: Gebeurtenis[] = inBaan
    .filter(
      ([, { status }]) => status !== 'bezorgd' && status !== 'handmatig' && status !== 'vervallen',
    )
    .map(([meldingId]) => ({
      soort: 'berichtVervallen',
      meldingId,
      reden: 'Het feit waarover het bericht ging is ingetrokken.',
    }));
  const duoWeetHet = inBaan.some(
    ([, { status }]) => status === 'bezorgd' || status === 'handmatig',
  );
  if (!duoWeetHet) return weg;
  const kop = { soort: 'berichtBesloten', meldingId: `${toestand.nr + 1}-${baan}`, baan } as const;
  switch (feit) {
    case 'pip':
      return [...weg, { ...kop, bericht: 'PIP_INTREKKEN', inhoud: { reden } }];
    case 'aanbod':
      return toestand.aanbod === null
        ? weg
        : [
            ...weg,
            {
              ...kop,
              bericht: 'AANBOD_INTREKKEN',
              inhoud: { instellingsnummer: toestand.aanbod.instellingsnummer },
            },
          ];
    case 'pvtOndertekening':
      return [
        ...weg,
        { ...kop, bericht: 'PVT_DOORGEVEN', inhoud: { datumOndertekeningPvt: null } },
      ];
    case 'mapEindgesprek':
      return [...weg, { ...kop, bericht: 'MAP_DOORGEVEN', inhoud: { datumEindgesprekMap: null } }];
    default:
      return weg;
  }
}

export const correctieBesluiten: Besluiten<CorrectieOpdracht> = {
  trekFeitIn: (toestand, { feit, reden }) => {
    if (LEES[feit](toestand) === null) {
      return geweigerd('NIETS_IN_TE_TREKKEN', 'Dit feit is niet vastgelegd.', { veld: 'feit' });
    }
    if (ROUTE_ACHTER_PIP.includes(feit) && toestand.pip.vastgesteld !== null) {
      return geweigerd(
        'PIP_STAAT_VAST',
        'De leerroute en het concept horen bij een vastgesteld PIP. Trek eerst het PIP in.',
        { veld: 'feit', artikel: wi('15') },
      );
    }
    if (feit === 'pip' && toestand.duoTermijn !== null) {
      return geweigerd(
        'TERMIJN_AL_GESTART',
        'DUO heeft de inburgeringstermijn vastgesteld; het PIP kan niet meer worden ingetrokken, wel vervangen.',
        { veld: 'feit', artikel: wi('11 lid 3') },
      );
    }
    return besloten({ soort: 'feitIngetrokken', feit, reden }, ...berichten(toestand, feit, reden));
  },
};
