import { naarDatum, type IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';

/** One recorded step of a journey: on which civil day which opdracht is given. */
export interface Stap {
  readonly op: IsoDatum;
  readonly opdracht: Opdracht;
}

const d = naarDatum;

function stap(op: string, opdracht: Opdracht): Stap {
  return { op: d(op), opdracht };
}

/** Invented; the BSN passes the elfproef and lies in the test range. */
const PERSOON_ASIEL = {
  bsn: '999993653',
  vNummer: '1234567890',
  naam: 'Testpersoon Asiel',
  geboortedatum: '1994-02-03',
} as const;

const PERSOON_GEZIN = {
  bsn: '999990342',
  vNummer: '2234567890',
  naam: 'Testpersoon Gezin',
  geboortedatum: '1990-11-12',
} as const;

const EXAMENS = (['KNM', 'LE', 'LU', 'SC', 'SP'] as const).map((onderdeel) => ({
  onderdeel,
  niveau: onderdeel === 'KNM' ? null : ('B1' as const),
  examenOp: d('2028-03-01'),
  resultaat: 'Geslaagd' as const,
}));

function intakeTotEnMetPip(data: {
  oproep: string;
  intake: string;
  lbt: string;
  keuze: string;
  pip: string;
  intensiteit: boolean;
}): Stap[] {
  return [
    stap(data.oproep, {
      soort: 'nodigUitVoorIntake',
      opgeroepenOp: d(data.oproep),
      afspraakOp: d(data.intake),
    }),
    stap(data.oproep, { soort: 'meldAanVoorLbt', aangemeldOp: d(data.oproep) }),
    stap(data.intake, {
      soort: 'legIntakeVast',
      afgenomenOp: d(data.intake),
      gewezenOpGesprekAlleen: true,
      taalniveau: 'A1',
    }),
    stap(data.lbt, {
      soort: 'verwerkLbt',
      gevraagdTijdstip: `${data.lbt}T09:00:00.000Z`,
      resultaten: [{ afnameOp: d(data.lbt), resultaat: 'B1-route haalbaar' }],
    }),
    stap(data.keuze, {
      soort: 'kiesLeerroute',
      gekozenOp: d(data.keuze),
      leerroute: 'B',
      niveau: 'B1',
      ...(data.intensiteit ? { intensiteitUren: 900 } : {}),
      motivering: 'De toets en de intake wijzen op de B1-route.',
    }),
    stap(data.keuze, {
      soort: 'stelPipOp',
      opgesteldOp: d(data.keuze),
      ondersteuning: 'Taalmaatje en een vaste contactpersoon.',
      pvtIntensiteit: '12 uur in vier bijeenkomsten',
      mapIntensiteit: '40 uur praktijk',
      alfabetisering: 'NVT',
    }),
    stap(data.pip, { soort: 'stelPipVast', dagtekening: d(data.pip) }),
  ];
}

function inburgerenTotEnMetSluiten(termijn: { start: string; einde: string }): Stap[] {
  return [
    stap('2026-12-03', {
      soort: 'verwerkTermijn',
      gevraagdTijdstip: '2026-12-03T09:00:00.000Z',
      termijn: { startOp: d(termijn.start), eindeOp: d(termijn.einde) },
    }),
    stap('2027-03-01', { soort: 'registreerPvt', op: d('2027-02-26'), uren: 9, vorm: 'les' }),
    stap('2027-03-02', { soort: 'registreerPvt', op: d('2027-03-02'), uren: 3, vorm: 'excursie' }),
    stap('2027-03-03', { soort: 'rondPvtAf', ondertekendOp: d('2027-03-03') }),
    stap('2027-05-20', {
      soort: 'legVoortgangsgesprekVast',
      gevoerdOp: d('2027-05-20'),
      voortgang: 'voldoende',
    }),
    stap('2027-06-01', {
      soort: 'registreerCursusuren',
      totEnMet: d('2027-05-31'),
      urenNt2: 320,
      urenKnm: 20,
      bron: 'invoer',
    }),
    stap('2027-09-01', { soort: 'registreerMap', op: d('2027-08-31'), uren: 40 }),
    stap('2027-09-15', { soort: 'rondMapAf', eindgesprekOp: d('2027-09-15') }),
    stap('2028-03-20', {
      soort: 'verwerkExamens',
      gevraagdTijdstip: '2028-03-20T09:00:00.000Z',
      resultaten: EXAMENS,
    }),
    stap('2028-04-03', {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: '2028-04-03T09:00:00.000Z',
      feiten: {
        plichtig: false,
        beginOp: null,
        eindeOp: d('2028-03-31'),
        kennisgevingOp: null,
        redenGeenPlicht: 'Inburgeringsplicht voldaan',
      },
    }),
    stap('2028-04-10', { soort: 'voerEindgesprek', gevoerdOp: d('2028-04-10') }),
    stap('2028-04-11', {
      soort: 'sluitTraject',
      geslotenOp: d('2028-04-11'),
      dossierGecontroleerd: true,
    }),
  ];
}

const AANBOD: Opdracht = {
  soort: 'doeAanbod',
  instellingsnummer: '0000012345',
  aanbodOp: d('2026-12-07'),
  startOp: d('2027-01-11'),
  eindeOp: d('2028-06-30'),
};

const PLICHT = (op: string, kennisgeving: string, begin: string): Stap =>
  stap(op, {
    soort: 'verwerkPlicht',
    gevraagdTijdstip: `${op}T08:00:00.000Z`,
    feiten: {
      plichtig: true,
      beginOp: d(begin),
      eindeOp: null,
      kennisgevingOp: d(kennisgeving),
      redenGeenPlicht: null,
    },
  });

/** Asielstatushouder, B1-route, with bijstand: the worked example of 14 September 2026. */
export function verhaalAsiel(trajectId: string): Stap[] {
  return [
    stap('2026-06-15', {
      soort: 'openTraject',
      trajectId,
      proef: false,
      bron: 'COA',
      persoon: PERSOON_ASIEL,
    }),
    stap('2026-06-15', {
      soort: 'legCoaProfielVast',
      persoon: PERSOON_ASIEL,
      profiel: {
        schemaVersie: 1,
        koppelingOp: d('2026-06-15'),
        vergunningOp: d('2026-06-01'),
        herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: d('2026-06-15') },
        gegevens: { talen: ['Tigrinya'] },
      },
      medisch: null,
    }),
    stap('2026-06-16', { soort: 'kiesScenario', scenario: 'na-verhuizing' }),
    PLICHT('2026-06-22', '2026-06-20', '2026-06-01'),
    stap('2026-06-22', {
      soort: 'verwerkDoelgroep',
      gevraagdTijdstip: '2026-06-22T08:00:00.000Z',
      feiten: { indeling: 'Asielstatushouder', gedetailleerd: 'Asielstatushouder' },
    }),
    stap('2026-07-01', {
      soort: 'rondDriegesprekAf',
      vorm: 'telefonisch',
      gevoerdOp: d('2026-07-01'),
    }),
    stap('2026-08-20', { soort: 'legWoningVast', beschikbaarOp: d('2026-09-07') }),
    stap('2026-09-10', { soort: 'legVerhuizingVast', verhuisdOp: d('2026-09-10') }),
    stap('2026-09-14', { soort: 'legBrpInschrijvingVast', ingeschrevenOp: d('2026-09-14') }),
    stap('2026-09-15', {
      soort: 'startBegeleiding',
      gestartOp: d('2026-09-14'),
      uitvoerder: 'Team wijk',
    }),
    stap('2026-09-16', { soort: 'legBijstandVast', toegekend: true, op: d('2026-09-14') }),
    stap('2026-09-17', {
      soort: 'richtOntzorgenIn',
      ingerichtOp: d('2026-09-17'),
      betalingen: ['huur', 'zorgverzekering'],
    }),
    stap('2026-09-21', {
      soort: 'rondRegelingenAf',
      afgerondOp: d('2026-09-21'),
      geregeld: ['zorgtoeslag'],
    }),
    ...intakeTotEnMetPip({
      oproep: '2026-09-18',
      intake: '2026-10-05',
      lbt: '2026-10-12',
      keuze: '2026-10-20',
      pip: '2026-11-16',
      intensiteit: true,
    }),
    ...inburgerenTotEnMetSluiten({ start: '2026-11-17', einde: '2029-11-16' }),
    stap('2026-12-07', AANBOD),
    stap('2027-03-15', {
      soort: 'rondOntzorgenAf',
      afgerondOp: d('2027-03-13'),
      conclusie: 'Betaalt zelf.',
    }),
  ].sort((a, b) => a.op.localeCompare(b.op));
}

/** Gezinsmigrant, B1-route: opened by DUO's start event. */
export function verhaalGezin(trajectId: string): Stap[] {
  return [
    stap('2026-09-07', {
      soort: 'openTraject',
      trajectId,
      proef: false,
      bron: 'DUO',
      persoon: { ...PERSOON_GEZIN, naam: null, geboortedatum: null },
    }),
    PLICHT('2026-09-07', '2026-09-07', '2026-08-20'),
    stap('2026-09-07', {
      soort: 'verwerkDoelgroep',
      gevraagdTijdstip: '2026-09-07T08:00:00.000Z',
      feiten: { indeling: 'Gezinsmigrant en overige migrant', gedetailleerd: 'Gezinsvormer' },
    }),
    ...intakeTotEnMetPip({
      oproep: '2026-09-10',
      intake: '2026-09-24',
      lbt: '2026-10-01',
      keuze: '2026-10-15',
      pip: '2026-11-10',
      intensiteit: false,
    }),
    ...inburgerenTotEnMetSluiten({ start: '2026-11-11', einde: '2029-11-10' }),
  ];
}
