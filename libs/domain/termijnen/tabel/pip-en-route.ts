import { naarDatum } from '../../datum/datum.js';
import { bron } from '../artikelen.js';
import type { TermijnRij } from '../typen.js';

const STELSEL = naarDatum('2022-01-01');
const ALLEEN_DERDEN =
  'De tien weken kennen geen opschorting; alleen bij wachten op informatie van een derde gelden twee weken na ontvangst (PIP_NA_INFORMATIE_DERDEN).';

/** From kennisgeving to PIP and the choice of route (T1 to T5, T10, T12, T29). */
export const RIJEN_PIP_EN_ROUTE: readonly TermijnRij[] = [
  {
    code: 'PIP_VASTSTELLEN',
    id: 'T1',
    naam: 'Brede intake afronden en PIP vaststellen',
    duur: { aantal: 10, eenheid: 'weken' },
    aanvang: 'de inschrijving in de basisregistratie personen',
    algemeneTermijnenwet: true,
    gebonden: 'college',
    bron: bron('Bi', '5.3 lid 1'),
    geldigVanaf: STELSEL,
    geldigTot: naarDatum('2022-12-31'),
    keuzeFeit: ['aanvangOp', 'kennisgevingOp'],
    geenSchorsing: ALLEEN_DERDEN,
  },
  {
    code: 'PIP_VASTSTELLEN',
    id: 'T1',
    naam: 'Brede intake afronden en PIP vaststellen',
    duur: { aantal: 10, eenheid: 'weken' },
    aanvang: 'de kennisgeving van DUO, of de inschrijving in de huisvestingsgemeente',
    algemeneTermijnenwet: true,
    gebonden: 'college',
    bron: bron('Bi', '5.3 lid 1'),
    geldigVanaf: naarDatum('2023-01-01'),
    keuzeFeit: ['aanvangOp', 'kennisgevingOp'],
    geenSchorsing: ALLEEN_DERDEN,
  },
  {
    code: 'PIP_NA_INFORMATIE_DERDEN',
    id: 'T2',
    naam: 'PIP vaststellen na informatie van een derde',
    duur: { aantal: 2, eenheid: 'weken' },
    aanvang: 'de ontvangst van de informatie',
    algemeneTermijnenwet: true,
    gebonden: 'college',
    bron: bron('Bi', '5.3 lid 2'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['ontvangenOp'],
  },
  {
    code: 'PIP_NA_VERHUIZING',
    id: 'T3',
    naam: 'PIP vaststellen door de nieuwe gemeente',
    duur: { aantal: 10, eenheid: 'weken' },
    aanvang: 'de inschrijving in de nieuwe gemeente',
    algemeneTermijnenwet: true,
    gebonden: 'college van de nieuwe gemeente',
    bron: bron('Bi', '5.3 lid 3'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['inschrijvingOp'],
  },
  {
    code: 'BREDE_INTAKE_NA_BOETE',
    id: 'T5',
    naam: 'Alsnog meewerken aan de brede intake na een boete',
    duur: { aantal: 2, eenheid: 'maanden' },
    aanvang: 'de bekendmaking van de boete',
    algemeneTermijnenwet: false,
    gebonden: 'inburgeringsplichtige',
    bron: bron('Wi', '22 lid 2'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['bekendmakingOp'],
  },
  {
    code: 'LEERROUTE_WIJZIGEN',
    id: 'T10',
    naam: 'Leerroute wijzigen',
    duur: { aantal: 18, eenheid: 'maanden' },
    aanvang: 'de dagtekening van het PIP',
    algemeneTermijnenwet: false,
    gebonden: 'college',
    bron: bron('Bi', '5.4 lid 1'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['pipDagtekening'],
    geenSchorsing: 'De anderhalf jaar schuift niet op, ook niet door verlenging van de termijn.',
  },
  ...(['B', 'O', 'Z'] as const).map((leerroute): TermijnRij => ({
    code: 'AANBOD_RICHTDATUM',
    onderdeel: leerroute,
    id: 'T12',
    naam:
      leerroute === 'O'
        ? 'Taalschakeltraject daadwerkelijk gestart'
        : 'Inburgeringsaanbod gedaan, eerste les gevolgd',
    duur: { aantal: leerroute === 'O' ? 6 : 3, eenheid: 'maanden' },
    aanvang: 'de dagtekening van het PIP',
    algemeneTermijnenwet: 'markering',
    gebonden: 'college',
    bron: bron('Ri', '4.1'),
    geldigVanaf: STELSEL,
    keuzeFeit: ['pipDagtekening'],
    voorbehoud:
      'Dit is een richtdatum en geen wettelijk einde: de wet vraagt een tijdig aanbod. Later betekent een grond voor verlenging voor de inburgeraar, geen boete voor de gemeente.',
  })),
  {
    code: 'HUISVESTING',
    id: 'T29',
    naam: 'Huisvesting van een statushouder',
    duur: { aantal: 14, eenheid: 'weken' },
    aanvang: 'de verblijfsvergunning',
    algemeneTermijnenwet: false,
    gebonden: 'gemeente',
    bron: bron('Hvw', '28'),
    geldigVanaf: naarDatum('2015-01-01'),
    keuzeFeit: ['vergunningOp'],
    voorbehoud:
      'Dit is een instelbare praktijknorm en geen wettelijke termijn: de wet noemt geen aantal weken per persoon.',
  },
];
