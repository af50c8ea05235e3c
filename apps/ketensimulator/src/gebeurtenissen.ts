import { plusDagen, plusMaanden } from './datum.js';
import type { Bijwerking, Examenresultaat, Persoon } from './toestand/persoon.js';

type Effect = (persoon: Persoon, vandaag: string) => Bijwerking;

const einde =
  (reden: string): Effect =>
  (_persoon, vandaag) => ({
    plicht: {
      indicatorInburgeringsplicht: false,
      einddatum: vandaag,
      redenGeenInburgeringsplicht: reden,
    },
  });

const hervat: Effect = () => ({
  plicht: {
    indicatorInburgeringsplicht: true,
    einddatum: null,
    redenGeenInburgeringsplicht: null,
  },
});

const vrijstelling =
  (soort: string, oordeel: string, extra: object = {}): Effect =>
  (persoon, vandaag) => ({
    vrijstellingen: [
      ...persoon.vrijstellingen,
      { [soort]: { oordeel, reden: 'DIP', datumOordeel: vandaag, ...extra } },
    ],
  });

const ontheffing =
  (soort: string, oordeel: string, extra: object = {}): Effect =>
  (persoon, vandaag) => ({
    ontheffingen: [
      ...persoon.ontheffingen,
      { [soort]: { oordeel, grond: 'MED', datumOordeel: vandaag, ...extra } },
    ],
  });

const samen =
  (...effecten: Effect[]): Effect =>
  (persoon, vandaag) =>
    Object.assign({}, ...effecten.map((effect) => effect(persoon, vandaag))) as Bijwerking;

/** The termijn runs from the day after the dagtekening of the first PIP; a later PIP leaves it. */
const startTermijn: Effect = (persoon) => {
  const eerste = persoon.pips[0];
  if (persoon.termijn !== null || eerste === undefined) return {};
  const { dagtekeningPip } = eerste.pip;
  return {
    termijn: {
      startdatum: plusDagen(dagtekeningPip, 1),
      einddatum: plusDagen(plusMaanden(dagtekeningPip, 36), 1),
    },
  };
};

const verleng =
  (code: string): Effect =>
  (persoon) => {
    if (persoon.termijn === null) return {};
    return {
      termijn: {
        einddatum: plusMaanden(persoon.termijn.einddatum, 6),
        verlengingsgrondcode: code,
        verlengingsgrondomschrijving: VERLENGINGSGRONDEN.find((g) => g.code === code)?.omschrijving,
      },
    };
  };

const diploma: Effect = (persoon, vandaag) => {
  const pip = persoon.pips.at(-1)?.pip;
  const onderdelen = pip?.leerroute === 'Z' ? [] : ['LE', 'LU', 'SC', 'SP', 'KNM'];
  const behaald = new Set(
    persoon.examens.filter((e) => e.resultaat === 'Geslaagd').map((e) => e.onderdeel),
  );
  const nieuw = onderdelen
    .filter((onderdeel) => !behaald.has(onderdeel))
    .map((onderdeel): Examenresultaat => ({
      examendatum: vandaag,
      onderdeel,
      resultaat: 'Geslaagd',
      ...(onderdeel === 'KNM' ? {} : { niveau: pip?.niveau ?? 'B1' }),
    }));
  return { examens: [...persoon.examens, ...nieuw] };
};

const lbtAanmelding: Effect = (persoon) => ({
  lbt: { examennummer: persoon.lbt.examennummer ?? String(100000000000 + persoon.volgnummer) },
});

const lbtResultaat: Effect = (persoon, vandaag) => {
  if (persoon.lbt.resultaten.length > 0) return {};
  const resultaat = {
    resultaat: 'B1-route haalbaar',
    behaaldeScore: '78,50',
    benodigdeScore: '60,00',
    datumAfname: vandaag,
  };
  return { lbt: { resultaten: [resultaat] } };
};

const naarGemeente: Effect = (persoon, vandaag) =>
  persoon.verblijf.coaLocatie ? { verblijf: { coaLocatie: false, gevestigdOp: vandaag } } : {};

export const VERLENGINGSGRONDEN = [
  { code: 'AMBTSH', omschrijving: 'Ambtshalve verlenging' },
  { code: 'VERZOEK', omschrijving: 'Verlenging op verzoek van de inburgeraar' },
  { code: 'ALFA', omschrijving: 'Verlenging vanwege alfabetiseringsonderwijs' },
];

const doelgroep =
  (indeling: string, gedetailleerdeDoelgroep: string): Effect =>
  (_persoon, vandaag) => ({
    doelgroep: { indeling, gedetailleerdeDoelgroep, begindatum: vandaag },
  });

/** What each event changes at DUO by itself; an id that is not here only sends its notification. */
const EFFECTEN: Partial<Record<string, Effect>> = {
  SS102: startTermijn,
  SS103: verleng('AMBTSH'),
  SS104: verleng('VERZOEK'),
  SS106: samen(diploma, einde('Inburgeringsplicht voldaan')),
  SS107: samen(vrijstelling('GeheleVrijstelling', 'Toekenning'), einde('Volledige vrijstelling')),
  SS108: samen(ontheffing('GeheleOntheffing', 'Toekenning'), einde('Volledige ontheffing')),
  SS109: samen(
    vrijstelling('TijdelijkeVrijstelling', 'Toekenning', { reden: 'OPL' }),
    einde('Tijdelijke vrijstelling'),
  ),
  SS110: einde('Overig'),
  SS111: einde('Overlijden'),
  SS114: vrijstelling('GeheleVrijstelling', 'Afwijzing'),
  SS115: vrijstelling('TijdelijkeVrijstelling', 'Afwijzing', { reden: 'OPL' }),
  SS116: vrijstelling('GedeeltelijkeVrijstelling', 'Afwijzing'),
  SS117: vrijstelling('GedeeltelijkeVrijstelling', 'Toekenning', {
    examenonderdeel: 'LE',
    examenniveau: 'B1',
  }),
  SS118: ontheffing('GeheleOntheffing', 'Afwijzing'),
  SS119: ontheffing('GedeeltelijkeOntheffing', 'Toekenning', { examenonderdeel: 'SC' }),
  SS124: doelgroep('Gezinsmigrant en overige migrant', 'Overig'),
  SS125: doelgroep('Asielstatushouder', 'Asielstatushouder'),
  SS129: hervat,
  SS130: hervat,
  SS131: lbtResultaat,
  SS137: lbtAanmelding,
  SS139: naarGemeente,
};

/** The change at DUO that belongs to an event, on the day it happens. */
export const effectVan = (gebeurtenisId: string, persoon: Persoon, vandaag: string): Bijwerking =>
  EFFECTEN[gebeurtenisId]?.(persoon, vandaag) ?? {};
