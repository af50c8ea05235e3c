import { alsIso, DAG_MS, datumOp } from '../datum.js';
import type { Kern } from '../kern.js';
import {
  BIJ_TE_WERKEN,
  type Examenresultaat,
  type LbtResultaat,
  type Notificatie,
  type Persoon,
} from '../toestand/persoon.js';
import { alleen, datum, keuze, moment, object, tekst, verplicht } from './invoer.js';

/** What a control call answers: the person's time, and what was sent during the call. */
interface Uitkomst {
  klok: string;
  verzonden: Notificatie[];
  gepland: { gebeurtenisId: string; tijdstip: string }[];
}

const uitkomst = async (kern: Kern, persoon: Persoon, tot: number): Promise<Uitkomst> => {
  const verzonden = await kern.agenda.verwerkTot(persoon, tot);
  return {
    klok: alsIso(kern.klok.nu(persoon)),
    verzonden: structuredClone(verzonden),
    gepland: persoon.agenda.map(({ gebeurtenisId, tijdstip }) => ({ gebeurtenisId, tijdstip })),
  };
};

const GEBEURTENIS = /^[0-9A-Z]{1,6}$/;

export const stuurGebeurtenis = (kern: Kern, persoon: Persoon, body: unknown) => {
  const invoer = object(body);
  alleen(invoer, ['gebeurtenisId', 'bijwerken', 'tijdstip']);
  const gebeurtenisId = verplicht(tekst(invoer, 'gebeurtenisId', GEBEURTENIS), 'gebeurtenisId');
  const bijwerken = object(invoer.bijwerken);
  alleen(bijwerken, BIJ_TE_WERKEN);
  const nu = kern.klok.nu(persoon);
  kern.agenda.plan(persoon, moment(invoer, 'tijdstip') ?? nu, {
    gebeurtenisId,
    bijwerken,
  });
  return uitkomst(kern, persoon, nu);
};

export const zetKlok = (kern: Kern, persoon: Persoon, body: unknown) => {
  const invoer = object(body);
  alleen(invoer, ['tijdstip']);
  return uitkomst(kern, persoon, verplicht(moment(invoer, 'tijdstip'), 'tijdstip'));
};

const RESULTATEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;
const SCORE = /^\d{1,3},\d{2}$/;

/** Registers the person for the LBT (SS137) and plans the result (SS131), 14 days later by default. */
export const meldAanVoorLbt = (kern: Kern, persoon: Persoon, body: unknown) => {
  const invoer = object(body);
  alleen(invoer, [
    'examennummer',
    'tijdstip',
    'resultaat',
    'resultaatTijdstip',
    'behaaldeScore',
    'benodigdeScore',
  ]);
  const nu = kern.klok.nu(persoon);
  const aanmelding = moment(invoer, 'tijdstip') ?? nu;
  const examennummer = tekst(invoer, 'examennummer', /^.{1,12}$/);
  const uitslag = moment(invoer, 'resultaatTijdstip') ?? aanmelding + 14 * DAG_MS;
  const resultaat: LbtResultaat = {
    resultaat: keuze(invoer, 'resultaat', RESULTATEN) ?? 'B1-route haalbaar',
    behaaldeScore: tekst(invoer, 'behaaldeScore', SCORE) ?? '78,50',
    benodigdeScore: tekst(invoer, 'benodigdeScore', SCORE) ?? '60,00',
    datumAfname: datumOp(uitslag),
  };
  kern.agenda.plan(persoon, aanmelding, {
    gebeurtenisId: 'SS137',
    bijwerken: examennummer === undefined ? {} : { lbt: { examennummer } },
  });
  kern.agenda.plan(persoon, uitslag, {
    gebeurtenisId: 'SS131',
    toevoegen: { lbtResultaten: [resultaat] },
  });
  return uitkomst(kern, persoon, nu);
};

/** Registers an exam result and sends SS199, now or at a moment. */
export const geefExamenresultaat = (kern: Kern, persoon: Persoon, body: unknown) => {
  const invoer = object(body);
  alleen(invoer, [
    'onderdeel',
    'niveau',
    'resultaat',
    'examendatum',
    'redenGeenResultaat',
    'tijdstip',
  ]);
  const nu = kern.klok.nu(persoon);
  const tijdstip = moment(invoer, 'tijdstip') ?? nu;
  const onderdelen = ['KNM', 'LE', 'LU', 'SC', 'SP'] as const;
  const redenen = ['Verwijtbaar', 'Nietverwijtbaar', 'Afgemeld', 'Absent'] as const;
  const examen: Examenresultaat = {
    onderdeel: verplicht(keuze(invoer, 'onderdeel', onderdelen), 'onderdeel'),
    niveau: keuze(invoer, 'niveau', ['A2', 'B1', 'B2']),
    resultaat: keuze(invoer, 'resultaat', ['Geslaagd', 'Gezakt', 'Geen']) ?? 'Geslaagd',
    examendatum: datum(invoer, 'examendatum') ?? datumOp(tijdstip),
    redenGeenResultaat: keuze(invoer, 'redenGeenResultaat', redenen),
  };
  kern.agenda.plan(persoon, tijdstip, {
    gebeurtenisId: 'SS199',
    toevoegen: { examens: [examen] },
  });
  return uitkomst(kern, persoon, nu);
};

/** All parts passed, the plicht ended as voldaan, SS106 sent. */
export const geefDiploma = (kern: Kern, persoon: Persoon, body: unknown) => {
  const invoer = object(body);
  alleen(invoer, ['tijdstip']);
  const nu = kern.klok.nu(persoon);
  kern.agenda.plan(persoon, moment(invoer, 'tijdstip') ?? nu, { gebeurtenisId: 'SS106' });
  return uitkomst(kern, persoon, nu);
};
