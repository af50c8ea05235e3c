import { randomUUID } from 'node:crypto';

import { volgBegin } from '../attentie.js';
import { datumOp } from '../datum.js';
import type { Kern } from '../kern.js';
import type { Doelgroep, Persoon } from '../toestand/persoon.js';
import {
  alleen,
  BeheerFout,
  datum,
  keuze,
  moment,
  object,
  tekst,
  verplicht,
  waarheid,
} from './invoer.js';

const VELDEN = [
  'bsn',
  'vNummer',
  'naam',
  'geboortedatum',
  'gemeenteOin',
  'gemeentecode',
  'gevestigdOp',
  'coaLocatie',
  'doelgroep',
  'gedetailleerd',
  'begindatum',
  'datumKennisgeving',
  'klok',
  'notificatieMet',
  'attentiesignalen',
];

export const DOELGROEPEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'] as const;
export const GEDETAILLEERD = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;

/** Creates a person as DUO would know it: plichtig, in a gemeente, with a clock of its own. */
export const registreerPersoon = (kern: Kern, body: unknown): Persoon => {
  const invoer = object(body);
  alleen(invoer, VELDEN);
  const bsn = tekst(invoer, 'bsn', /^\d{9}$/) ?? null;
  const vNummer = tekst(invoer, 'vNummer', /^\d{10}$/) ?? null;
  if (bsn === null && vNummer === null) throw new BeheerFout(400, 'Geef een bsn of een vNummer.');
  if (bsn !== null && kern.staat.persoonMetBsn(bsn) !== undefined) {
    throw new BeheerFout(409, 'Er is al een persoon met dit bsn.');
  }
  const klok = moment(invoer, 'klok') ?? kern.klok.echt();
  const vandaag = datumOp(klok);
  const begindatum = datum(invoer, 'begindatum') ?? vandaag;
  const kennisgeving = datum(invoer, 'datumKennisgeving') ?? vandaag;
  const persoon: Persoon = {
    id: randomUUID(),
    bsn,
    vNummer,
    naam: tekst(invoer, 'naam', /^.{1,100}$/u) ?? 'Proefpersoon',
    geboortedatum: datum(invoer, 'geboortedatum') ?? '1990-01-01',
    onderWi2021: true,
    klokVerschuivingMs: kern.klok.verschuivingVoor(klok),
    notificatieMet: keuze(invoer, 'notificatieMet', ['bsn', 'vNummer', 'beide']) ?? 'beide',
    attentiesignalen: waarheid(invoer, 'attentiesignalen') ?? false,
    verblijf: {
      gemeenteOin: verplicht(tekst(invoer, 'gemeenteOin', /^\d{20}$/), 'gemeenteOin'),
      gemeentecode: tekst(invoer, 'gemeentecode', /^\d{4}$/) ?? '9999',
      gevestigdOp: datum(invoer, 'gevestigdOp') ?? begindatum,
      coaLocatie: waarheid(invoer, 'coaLocatie') ?? false,
    },
    plicht: {
      indicatorInburgeringsplicht: true,
      begindatum,
      datumKennisgevingInburgeringsplicht: kennisgeving,
    },
    plichtHistorie: [],
    doelgroep: leesDoelgroep(invoer, begindatum),
    doelgroepHistorie: [],
    termijn: null,
    termijnHistorie: [],
    lbt: { examennummer: null, resultaten: [] },
    pips: [],
    aanbod: {},
    cursusuren: 0,
    map: null,
    pvt: null,
    zroute: null,
    uren: {},
    examens: [],
    gratisPogingen: { KNM: 2, LE: 2, LU: 2, SC: 2, SP: 2 },
    vrijstellingen: [],
    ontheffingen: [],
    contactpersoonId: null,
    agenda: [],
    notificaties: [],
    volgnummer: 0,
  };
  kern.staat.voegToe(persoon);
  volgBegin(persoon, kennisgeving, kern.agenda.planner(persoon));
  return persoon;
};

const leesDoelgroep = (invoer: Record<string, unknown>, begindatum: string): Doelgroep => {
  const indeling = keuze(invoer, 'doelgroep', DOELGROEPEN) ?? 'Asielstatushouder';
  const gewoon = indeling === 'Asielstatushouder' ? 'Asielstatushouder' : 'Gezinsvormer';
  const gedetailleerdeDoelgroep = keuze(invoer, 'gedetailleerd', GEDETAILLEERD) ?? gewoon;
  return { indeling, begindatum, gedetailleerdeDoelgroep };
};
