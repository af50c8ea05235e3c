import { LOKALE_GEMEENTEN } from '../lokaal/gemeenten.js';
import { Reisgenoot, type Personages } from './reisgenoot.js';
import { vraag } from './verzoek.js';

/** Invented; the numbers pass the elfproef and lie in the range for tests. */
export interface Demopersoon {
  readonly rol: string;
  readonly bsn: string;
  readonly vNummer: string;
  readonly naam: string;
  readonly geboortedatum: string;
}

export const ASIEL: Demopersoon = {
  rol: 'asiel B1',
  bsn: '999993653',
  vNummer: '1234567890',
  naam: 'Selamawit Voorbeeldmans',
  geboortedatum: '1994-02-03',
};

export const GEZIN: Demopersoon = {
  rol: 'gezinsmigrant',
  bsn: '999990342',
  vNummer: '2234567890',
  naam: 'Aminatou Proefstra',
  geboortedatum: '1990-11-12',
};

export const GEMIST: Demopersoon = {
  rol: 'termijn gemist',
  bsn: '999992612',
  vNummer: '3234567890',
  naam: 'Joaquimo Testemans',
  geboortedatum: '1988-07-21',
};

/** Makes the person known to DUO, with a clock of its own. */
export async function bijDuo(
  spel: Personages,
  persoon: Demopersoon,
  duo: {
    readonly klok: string;
    readonly doelgroep: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant';
    readonly begindatum: string;
    readonly datumKennisgeving: string;
    readonly coaLocatie?: boolean;
  },
): Promise<Reisgenoot> {
  const gemeente = LOKALE_GEMEENTEN[0];
  const { bsn, vNummer, naam, geboortedatum } = persoon;
  const { id } = await vraag<{ id: string }>(`${spel.simulatorUrl}/personen`, {
    methode: 'POST',
    body: {
      bsn,
      vNummer,
      naam,
      geboortedatum,
      gemeenteOin: gemeente.oin,
      gemeentecode: gemeente.code,
      attentiesignalen: spel.keten.attentiesignalen,
      ...duo,
    },
  });
  return new Reisgenoot(persoon.rol, spel, id);
}
