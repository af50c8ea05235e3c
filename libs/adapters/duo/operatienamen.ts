import type { DuoOperatieNaam, DuoPort } from './duo.port.js';
import { DUO_OPERATIES } from './operaties/operaties.js';

/** All operations of the port. */
export const DUO_OPERATIENAMEN = Object.keys(DUO_OPERATIES) as readonly DuoOperatieNaam[];

/** A port whose every operation goes through one function. */
export function poortVan(
  voer: (naam: DuoOperatieNaam, aanroep: never) => Promise<unknown>,
): DuoPort {
  const operaties = DUO_OPERATIENAMEN.map((naam) => [
    naam,
    (aanroep: never): Promise<unknown> => voer(naam, aanroep),
  ]);
  // The table holds every name, and `voer` answers each in its own type.
  return Object.fromEntries(operaties) as DuoPort;
}
