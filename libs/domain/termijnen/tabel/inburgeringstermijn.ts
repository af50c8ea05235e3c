import { naarDatum } from '../../datum/datum.js';
import { bron } from '../artikelen.js';
import type { Bron, Duur, TermijnRij } from '../typen.js';

const STELSEL = naarDatum('2022-01-01');
const DRIE_MAANDEN: Duur = { aantal: 3, eenheid: 'maanden' };
const ZES_MAANDEN: Duur = { aantal: 6, eenheid: 'maanden' };
const TWEE_JAAR: Duur = { aantal: 2, eenheid: 'jaren' };
const RI_4_1 = bron('Ri', '4.1');

function verlenging(
  onderdeel: string,
  naam: string,
  regel: { bron?: Bron; duur?: Duur; drempel?: Duur; maximum?: Duur; voorbehoud?: string },
): TermijnRij {
  return {
    code: 'VERLENGING',
    onderdeel,
    id: 'T7',
    naam,
    aanvang: 'het einde van de lopende termijn',
    algemeneTermijnenwet: false,
    gebonden: 'DUO beslist',
    bron: RI_4_1,
    geldigVanaf: STELSEL,
    keuzeFeit: ['eindeTermijn'],
    geenSchorsing: 'Een verlenging wordt niet geschorst; elke grond verlengt op zichzelf.',
    ...regel,
  };
}

/** The inburgeringstermijn and everything that lengthens it (T6 to T9, T27). */
export const RIJEN_INBURGERINGSTERMIJN: readonly TermijnRij[] = [
  {
    code: 'INBURGERINGSTERMIJN',
    id: 'T6',
    naam: 'Inburgeringstermijn',
    duur: { aantal: 3, eenheid: 'jaren' },
    aanvang: 'de dagtekening van het PIP',
    algemeneTermijnenwet: false,
    gebonden: 'inburgeringsplichtige',
    bron: bron('Wi', '11'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['eerstePipDagtekening', 'pipDagtekening'],
    geenSchorsing:
      'De inburgeringstermijn wordt niet geschorst maar verlengd (VERLENGING, ONDERBREKING).',
  },
  verlenging('a', 'Verlenging wegens langdurige ziekte', { drempel: DRIE_MAANDEN }),
  verlenging('b', 'Verlenging wegens overlijden van een naaste', { duur: DRIE_MAANDEN }),
  verlenging('c', 'Verlenging wegens bevalling', { duur: { aantal: 16, eenheid: 'weken' } }),
  verlenging('d', 'Verlenging wegens verblijf in de vrouwenopvang', { drempel: DRIE_MAANDEN }),
  verlenging('e', 'Verlenging wegens een alfabetiseringscursus', {
    drempel: DRIE_MAANDEN,
    maximum: ZES_MAANDEN,
  }),
  verlenging('f', 'Verlenging wegens dakloosheid', { drempel: DRIE_MAANDEN, maximum: TWEE_JAAR }),
  verlenging('g', 'Verlenging wegens een laat inburgeringsaanbod', {
    duur: ZES_MAANDEN,
    drempel: DRIE_MAANDEN,
  }),
  verlenging('h', 'Verlenging wegens een omstandigheid bij de aanbieder', {
    drempel: DRIE_MAANDEN,
    maximum: ZES_MAANDEN,
  }),
  verlenging('i', 'Verlenging wegens een andere bijzondere individuele omstandigheid', {
    drempel: DRIE_MAANDEN,
    maximum: TWEE_JAAR,
  }),
  verlenging('j', 'Verlenging wegens een combinatie van omstandigheden', { drempel: DRIE_MAANDEN }),
  verlenging('opleiding', 'Verlenging wegens een niet-vrijstellende opleiding', {
    bron: bron('Bi', '4.3 lid 2'),
    duur: TWEE_JAAR,
    maximum: TWEE_JAAR,
    voorbehoud:
      'De duur van deze verlenging staat in artikel 4.2 Regeling inburgering 2021, gelezen in de tekst van 2023; een latere tekst is niet geraadpleegd.',
  }),
  verlenging('inspanningen', 'Verlenging wegens aanzienlijke inspanningen', {
    bron: bron('Bi', '4.4'),
    duur: ZES_MAANDEN,
  }),
  {
    code: 'VERLENGINGSAANVRAAG_VANAF',
    id: 'T8',
    naam: 'Vroegste dag voor een aanvraag om verlenging',
    duur: ZES_MAANDEN,
    aanvang: 'het einde van de termijn, teruggerekend',
    algemeneTermijnenwet: false,
    gebonden: 'inburgeringsplichtige',
    bron: bron('Bi', '4.5 lid 1'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['eindeTermijn'],
  },
  {
    code: 'BESLISSING_VERLENGING',
    id: 'T9',
    naam: 'Beslissing op een aanvraag om verlenging',
    duur: { aantal: 8, eenheid: 'weken' },
    aanvang: 'de ontvangst van de aanvraag',
    algemeneTermijnenwet: true,
    gebonden: 'DUO',
    bron: bron('Bi', '4.5 lid 1'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['ontvangenOp'],
    schorsing: bron('Awb', '4:15'),
  },
  {
    code: 'ONDERBREKING',
    id: 'T27',
    naam: 'Onderbreking van de inburgeringsplicht',
    maximum: { aantal: 1, eenheid: 'jaren' },
    aanvang: 'de eerste dag van de onderbreking',
    algemeneTermijnenwet: false,
    gebonden: 'DUO beslist',
    bron: bron('Bi', '4.2'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['van'],
  },
];
