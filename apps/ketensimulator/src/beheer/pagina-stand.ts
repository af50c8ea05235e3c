import type { Persoon } from '../toestand/persoon.js';

const plicht = ({ plicht: p }: Persoon): string =>
  p.indicatorInburgeringsplicht
    ? `plichtig sinds ${p.begindatum ?? 'onbekend'}`
    : `niet plichtig (${p.redenGeenInburgeringsplicht ?? 'zonder reden'})`;

const pip = ({ pips }: Persoon): string => {
  const laatste = pips.at(-1);
  if (laatste === undefined) return 'geen PIP';
  const { leerroute, niveau, dagtekeningPip } = laatste.pip;
  return `PIP ${leerroute} ${niveau ?? ''} van ${dagtekeningPip}, nummer ${pips.length}`;
};

const onderdeel = (naam: string, wat: Persoon['map']): string[] =>
  wat === null
    ? []
    : [
        `${naam} ${wat.datum ?? 'zonder datum'}${wat.verwijtbaar ? `, verwijtbaar ${wat.verwijtbaar}` : ''}`,
      ];

const aantal = (naam: string, hoeveel: number): string[] =>
  hoeveel === 0 ? [] : [`${naam}: ${hoeveel}`];

/** What DUO knows of a person, in lines for the page; without numbers that identify. */
export const standBijDuo = (persoon: Persoon): string[] => {
  const { termijn, lbt, zroute } = persoon;
  const geslaagd = persoon.examens.filter(({ resultaat }) => resultaat === 'Geslaagd');
  return [
    persoon.doelgroep.gedetailleerdeDoelgroep ?? persoon.doelgroep.indeling,
    plicht(persoon),
    persoon.verblijf.coaLocatie
      ? 'woont bij COA'
      : `in de gemeente sinds ${persoon.verblijf.gevestigdOp}`,
    pip(persoon),
    termijn === null ? 'geen termijn' : `termijn ${termijn.startdatum} tot ${termijn.einddatum}`,
    ...aantal('aanbod', Object.keys(persoon.aanbod).length),
    ...onderdeel('MAP', persoon.map),
    ...onderdeel('PVT', persoon.pvt),
    ...(zroute === null ? [] : [`Z-route afgerond ${zroute.datum}`]),
    ...(lbt.examennummer === null ? [] : ['aangemeld voor de leerbaarheidstoets']),
    ...aantal('uitslagen leerbaarheidstoets', lbt.resultaten.length),
    ...aantal('examens geslaagd', geslaagd.length),
    ...aantal('vrijstellingen', persoon.vrijstellingen.length),
    ...aantal('ontheffingen', persoon.ontheffingen.length),
  ];
};
