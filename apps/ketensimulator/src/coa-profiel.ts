import { alsIso, datumOp, plusDagen } from './datum.js';
import type { Persoon } from './toestand/persoon.js';

/** The client profile COA hands over, as an example with every field group filled in. */
export const coaProfiel = (persoon: Persoon, nu: number) => ({
  versie: '1',
  koppelingsdatum: plusDagen(datumOp(nu), -1),
  vNummer: persoon.vNummer ?? undefined,
  bsn: persoon.bsn ?? undefined,
  naam: persoon.naam,
  geboortedatum: persoon.geboortedatum,
  taal: 'Tigrinya',
  herkomstland: 'Eritrea',
  verblijf: { coaLocatie: 'Proeflocatie Heideveld', sinds: plusDagen(datumOp(nu), -180) },
  gezin: { grootte: 3, samenstelling: 'Partner en een kind', gezinshereniging: false },
  opleiding: { niveau: 'Middelbaar', jaren: 11, diploma: false },
  werkervaring: [{ beroep: 'Automonteur', jaren: 4 }],
  voorinburgering: {
    gevolgd: true,
    nt2Uren: 96,
    knmUren: 20,
    begeleidingUren: 9,
    leerbaarheid: 'Gemiddeld',
    introMap: true,
    introPvt: false,
  },
  netwerk: 'Een broer in de regio',
  toekomstplannen: 'Wil als monteur werken',
  medisch: { bijzonderheden: 'Draagt een bril', woonbeperkingen: 'Geen trappen' },
  herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: alsIso(nu) },
});
