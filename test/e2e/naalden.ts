import type { Demopersoon } from '#tools/demo/personen.js';

/** What the story of the asielstatushouder hands over as medical data. */
export const MEDISCHE_WOORDEN = ['Slechtziend', 'linkeroog', 'Geen trappen'];

/** All ways in which a person can be recognised, as people and programs write them. */
export function naaldenVan(persoon: Demopersoon): string[] {
  const { bsn, vNummer, naam, geboortedatum } = persoon;
  const [jaar = '', maand = '', dag = ''] = geboortedatum.split('-');
  const datums = [geboortedatum, `${jaar}${maand}${dag}`, `${dag}-${maand}-${jaar}`];
  return [bsn, vNummer, naam, naam.split(' ').at(-1) ?? naam, ...datums];
}
