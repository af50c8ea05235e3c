import { duurVan, type Rekenaar } from '../rekenaar.js';
import { DATUM, keuze, WAARHEID, type Schema, type Veld } from '../velden.js';

/** A term that runs a fixed length from one date. */
function vanafEenDag(
  feit: string,
  extra: Readonly<Record<string, Veld>> = {},
  onderdeel?: Rekenaar['onderdeel'],
): Rekenaar {
  const schema: Schema = { [feit]: DATUM, ...extra };
  const rekenaar: Rekenaar = {
    velden: () => schema,
    reken: (feiten, blad) => ({
      uiterlijkOp: blad.verloop(feiten.datum(feit), duurVan(blad.rij)),
    }),
  };
  return onderdeel === undefined ? rekenaar : { ...rekenaar, onderdeel };
}

/** Codes whose whole rule stands in the table. */
export const EENVOUDIGE_REKENAARS: readonly (readonly [string, Rekenaar])[] = [
  ['PIP_NA_VERHUIZING', vanafEenDag('inschrijvingOp')],
  ['BESLISSING_VERLENGING', vanafEenDag('ontvangenOp')],
  ['LEERROUTE_WIJZIGEN', vanafEenDag('pipDagtekening')],
  [
    'AANBOD_RICHTDATUM',
    vanafEenDag('pipDagtekening', { leerroute: keuze('B', 'O', 'Z') }, (f) => f.tekst('leerroute')),
  ],
  ['HERHAALDE_BOETE', vanafEenDag('eindeTweedeTermijn')],
  ['BOETEBESLUIT', vanafEenDag('boeterapportOp')],
  [
    'VERVAL_BOETEBEVOEGDHEID',
    vanafEenDag('overtredingOp', { artikel: keuze('22', '23', '24', '25') }, (f) =>
      f.tekst('artikel'),
    ),
  ],
  ['BEZWAARTERMIJN', vanafEenDag('bekendmakingOp')],
  [
    'BESLISSING_OP_BEZWAAR',
    vanafEenDag('eindeBezwaartermijn', { adviescommissie: WAARHEID }, (f) =>
      f.waar('adviescommissie') ? 'met-commissie' : 'zonder-commissie',
    ),
  ],
  ['VERDAGING_BEZWAAR', vanafEenDag('eindeBeslistermijn')],
  ['AANVRAAG_BESLISSEN', vanafEenDag('ontvangenOp')],
  ['BESLISSING_VRIJSTELLING_ONTHEFFING', vanafEenDag('ontvangenOp')],
  [
    'BEWAARTERMIJN',
    vanafEenDag('eindePlicht', { categorie: keuze('dossier', 'kern') }, (f) =>
      f.tekst('categorie'),
    ),
  ],
  ['BESLISSING_SOCIALE_LENING', vanafEenDag('ontvangenOp')],
];
