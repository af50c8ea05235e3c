import { naarDatum } from '../../datum/datum.js';
import { bron } from '../artikelen.js';
import type { Staffeltrede, TermijnRij } from '../typen.js';

const STELSEL = naarDatum('2022-01-01');

function nieuweTermijn(
  onderdeel: string,
  naam: string,
  staffel: readonly Staffeltrede[],
): TermijnRij {
  return {
    code: 'NIEUWE_TERMIJN_NA_BOETE',
    onderdeel,
    id: onderdeel === '24' ? 'T16' : 'T17',
    naam,
    staffel,
    aanvang: 'de bekendmaking van de boete',
    algemeneTermijnenwet: false,
    gebonden: 'inburgeringsplichtige',
    bron: bron('Ri', '7.4'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['bekendmakingOp'],
    geenSchorsing:
      'De nieuwe termijn wordt niet geschorst; zij kan wel worden verlengd (VERLENGING).',
  };
}

/** Terms around boetes under the Wet inburgering 2021 (T16 to T19, T21). */
export const RIJEN_HANDHAVING: readonly TermijnRij[] = [
  nieuweTermijn('24', 'Nieuwe termijn voor PVT en MAP', [
    { vanaf: 1, maanden: 6 },
    { vanaf: 2, maanden: 12 },
  ]),
  nieuweTermijn('25-examen', 'Nieuwe termijn voor de B1-route of de onderwijsroute', [
    { vanaf: 0, maanden: 24 },
    { vanaf: 1, maanden: 18 },
    { vanaf: 2, maanden: 12 },
    { vanaf: 3, maanden: 6 },
  ]),
  nieuweTermijn('25-uren-asiel', 'Nieuwe termijn voor de Z-route (asielstatushouder)', [
    { vanaf: 0, maanden: 24 },
    { vanaf: 401, maanden: 18 },
    { vanaf: 801, maanden: 12 },
    { vanaf: 1201, maanden: 6 },
  ]),
  nieuweTermijn('25-uren-gezin', 'Nieuwe termijn voor de Z-route (gezinsmigrant)', [
    { vanaf: 0, maanden: 24 },
    { vanaf: 201, maanden: 18 },
    { vanaf: 401, maanden: 12 },
    { vanaf: 601, maanden: 6 },
  ]),
  {
    code: 'HERHAALDE_BOETE',
    id: 'T18',
    naam: 'Herhaalde boete',
    duur: { aantal: 2, eenheid: 'jaren' },
    aanvang: 'het einde van de tweede nieuwe termijn',
    algemeneTermijnenwet: false,
    gebonden: 'DUO',
    bron: bron('Wi', '24 lid 4'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['eindeTweedeTermijn'],
  },
  {
    code: 'RECIDIVE_ARTIKEL_23',
    id: 'T19',
    naam: 'Recidive bij een boete op grond van artikel 23',
    duur: { aantal: 12, eenheid: 'maanden' },
    aanvang: 'de nieuwe constatering, teruggerekend',
    algemeneTermijnenwet: false,
    gebonden: 'college',
    bron: bron('Bi', '7.1 lid 3'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['constateringOp'],
    maximumEuro: 800,
  },
  ...(['22', '23', '24', '25'] as const).map((artikel): TermijnRij => ({
    code: 'VERVAL_BOETEBEVOEGDHEID',
    onderdeel: artikel,
    id: 'T21',
    naam: `Verval van de bevoegdheid tot een boete op grond van artikel ${artikel}`,
    duur: { aantal: artikel === '23' || artikel === '25' ? 5 : 3, eenheid: 'jaren' },
    aanvang: 'de overtreding',
    algemeneTermijnenwet: false,
    gebonden: artikel === '22' || artikel === '23' ? 'college' : 'DUO',
    bron: bron('Awb', '5:45'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['overtredingOp'],
    schorsing: bron('Awb', '5:45'),
  })),
];
