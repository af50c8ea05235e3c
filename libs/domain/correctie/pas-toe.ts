import type { Toepassingen } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import type { CorrectieGebeurtenis, IntrekbaarFeit } from './gebeurtenissen.js';

const WIS: { readonly [F in IntrekbaarFeit]: (t: Toestand) => Partial<Toestand> } = {
  scenario: () => ({ scenario: null }),
  driegesprek: () => ({ driegesprek: null }),
  woning: () => ({ woning: null }),
  verhuizing: () => ({ verhuizing: null }),
  brpInschrijving: () => ({ brpInschrijving: null }),
  bijstand: () => ({ bijstand: null }),
  regelingen: () => ({ regelingen: null }),
  uitnodiging: () => ({ uitnodiging: null }),
  intake: () => ({ intake: null }),
  lbtAanmelding: () => ({ lbtAanmelding: null }),
  lbtOntheffing: () => ({ lbtOntheffing: null }),
  leerroute: () => ({ leerroute: null }),
  pipConcept: (t) => ({ pip: { ...t.pip, concept: null } }),
  // A PIP withdrawn before DUO set the termijn never started one: the first dagtekening goes with it.
  pip: (t) => ({
    pip: { ...t.pip, vastgesteld: null, eersteDagtekening: null },
  }),
  aanbod: () => ({ aanbod: null }),
  begeleiding: () => ({ begeleiding: null }),
  ontzorgenIngericht: () => ({ ontzorgenIngericht: null }),
  ontzorgenAfgerond: () => ({ ontzorgenAfgerond: null }),
  pvtOndertekening: (t) => ({ pvt: { ...t.pvt, ondertekend: null } }),
  mapEindgesprek: (t) => ({ map: { ...t.map, eindgesprek: null } }),
  eindgesprek: () => ({ eindgesprek: null }),
};

export const correctieToepassingen: Toepassingen<CorrectieGebeurtenis> = {
  feitIngetrokken: (toestand, { feit }, { nr }) => ({
    ...toestand,
    ...WIS[feit](toestand),
    ingetrokken: { ...toestand.ingetrokken, [feit]: nr },
  }),
};
