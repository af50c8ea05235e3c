import type { Envelop } from '../traject/kern.js';
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
  pvtVerwijtbaar: ({ pvt: { verwijtbaar: _weg, ...pvt } }) => ({ pvt }),
  mapVerwijtbaar: ({ map: { verwijtbaar: _weg, ...map } }) => ({ map }),
  zrouteAfronding: () => ({}),
  contactpersoon: () => ({}),
};

/** What is said of MAP or PVT in the place of a date that was taken back. */
function metOordeel(
  toestand: Toestand,
  { feit, verwijtbaar }: CorrectieGebeurtenis,
  { nr, datum }: Envelop,
): Toestand {
  if (verwijtbaar === undefined) return toestand;
  const stand = { oordeel: verwijtbaar, op: datum, nr };
  return feit === 'pvtOndertekening'
    ? { ...toestand, pvt: { ...toestand.pvt, verwijtbaar: stand } }
    : { ...toestand, map: { ...toestand.map, verwijtbaar: stand } };
}

/** Of facts that are absent when there are none, nothing stays. */
function zonder(toestand: Toestand, feit: IntrekbaarFeit): Toestand {
  const { zroute: _zroute, ...zonderZroute } = toestand;
  const { contactpersoon: _contactpersoon, ...zonderContactpersoon } = toestand;
  if (feit === 'zrouteAfronding') return zonderZroute;
  return feit === 'contactpersoon' ? zonderContactpersoon : toestand;
}

export const correctieToepassingen: Toepassingen<CorrectieGebeurtenis> = {
  feitIngetrokken: (toestand, gebeurtenis, envelop) => {
    const { feit } = gebeurtenis;
    const rest = zonder(toestand, feit);
    return metOordeel(
      {
        ...rest,
        ...WIS[feit](rest),
        ingetrokken: { ...toestand.ingetrokken, [feit]: envelop.nr },
      },
      gebeurtenis,
      envelop,
    );
  },
};
