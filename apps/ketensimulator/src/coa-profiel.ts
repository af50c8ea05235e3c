import { datumOp, plusDagen } from './datum.js';
import type { Persoon } from './toestand/persoon.js';

/** The client profile COA hands over, as the intake of a gemeente takes it, with every field group filled in. */
export const coaProfiel = (persoon: Persoon, nu: number) => {
  const vandaag = datumOp(nu);
  return {
    schemaVersie: 1,
    koppelingOp: plusDagen(vandaag, -1),
    vergunningOp: plusDagen(vandaag, -14),
    persoon: {
      bsn: persoon.bsn ?? undefined,
      vNummer: persoon.vNummer ?? undefined,
      naam: persoon.naam,
      geboortedatum: persoon.geboortedatum,
    },
    gegevens: {
      taal: 'Tigrinya',
      land: 'Eritrea',
      verblijf: { coaLocatie: 'Proeflocatie Heideveld', sinds: plusDagen(vandaag, -180) },
      gezin: { grootte: 3, samenstelling: 'Partner en een kind', gezinshereniging: false },
      opleiding: { niveau: 'Middelbaar', jaren: 11, diploma: false },
      werkervaring: [{ beroep: 'Automonteur', jaren: 4 }],
      voorinburgering: {
        gevolgd: true,
        nt2Uren: 96,
        knmUren: 20,
        begeleidingUren: 9,
        introMap: true,
        introPvt: false,
      },
      netwerk: 'Een broer in de regio',
      toekomstplannen: 'Wil als monteur werken',
    },
    medisch: { bijzonderheden: 'Draagt een bril', woonbeperkingen: 'Geen trappen' },
    herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: vandaag },
  };
};
