import type { DuoOperatieNaam, DuoPort } from './duo.port.js';

// A record, so that the compiler asks for every operation of the port.
const ALLE: Readonly<Record<DuoOperatieNaam, true>> = {
  haalInburgeringsplicht: true,
  haalInburgeringsplichtHistorie: true,
  haalDoelgroep: true,
  haalDoelgroepHistorie: true,
  haalExamennummer: true,
  verwijderExamennummer: true,
  haalLbtResultaten: true,
  haalTermijn: true,
  haalTermijnHistorie: true,
  haalVerlengingsgronden: true,
  haalVrijstellingen: true,
  haalOntheffingen: true,
  haalPip: true,
  leverPip: true,
  verwijderPip: true,
  maakContactpersoon: true,
  wijzigContactpersoon: true,
  verwijderContactpersoon: true,
  koppelContactpersoon: true,
  ontkoppelContactpersoon: true,
  haalInstellingen: true,
  leverAanbod: true,
  verwijderAanbod: true,
  haalMap: true,
  zetMap: true,
  haalPvt: true,
  zetPvt: true,
  zetZroute: true,
  haalUren: true,
  zetUrenTaallesKnmBredeIntake: true,
  zetUrenParticipatieactiviteiten: true,
  zetUrenParticipatieAlsTaalles: true,
  haalGratispogingen: true,
  haalExamenresultaten: true,
};

/** All operations of the port. */
export const DUO_OPERATIENAMEN = Object.keys(ALLE) as readonly DuoOperatieNaam[];

/** A port whose every operation goes through one function. */
export function poortVan(
  voer: (naam: DuoOperatieNaam, aanroep: never) => Promise<unknown>,
): DuoPort {
  const operaties = DUO_OPERATIENAMEN.map((naam) => [
    naam,
    (aanroep: never): Promise<unknown> => voer(naam, aanroep),
  ]);
  // The record above holds every name, and `voer` answers each in its own type.
  return Object.fromEntries(operaties) as DuoPort;
}
