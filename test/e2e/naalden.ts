import { ASIEL, GEMIST, GEZIN, type Demopersoon } from '#tools/demo/personen.js';

export const DEMOPERSONEN: readonly Demopersoon[] = [ASIEL, GEZIN, GEMIST];

/** What the story of the asielstatushouder hands over as medical data. */
export const MEDISCHE_WOORDEN = ['Slechtziend', 'linkeroog', 'Geen trappen'];

/** All ways in which a person can be recognised, as people and programs write them. */
function naaldenVan({ bsn, vNummer, naam, geboortedatum }: Demopersoon): string[] {
  const [jaar = '', maand = '', dag = ''] = geboortedatum.split('-');
  const datums = [geboortedatum, `${jaar}${maand}${dag}`, `${dag}-${maand}-${jaar}`];
  return [bsn, vNummer, naam, ...naam.split(' '), ...datums];
}

/** What may stand nowhere after the demo. */
export const NAALDEN = [...DEMOPERSONEN.flatMap(naaldenVan), ...MEDISCHE_WOORDEN];
