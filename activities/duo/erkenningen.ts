import { randomUUID } from 'node:crypto';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { Erkenningen } from '#dossier/erkenningen.js';
import { oorzaakVan } from './mislukt.js';

export type Lijstuitkomst =
  | { readonly soort: 'gelukt'; readonly lijst: Erkenningen }
  | { readonly soort: 'mislukt'; readonly reden: string };

/**
 * DUO's list of schools, in the name of the first gemeente that gets one: it is the same for all. Changes nothing. An empty
 * list is none: on it no school could make an aanbod.
 */
export async function haalErkenningen(
  duo: Pick<DuoPort, 'haalInstellingen'>,
  oins: readonly string[],
): Promise<Lijstuitkomst> {
  let reden = 'geen-gemeente';
  for (const gemeenteOin of oins) {
    const uitkomst = await duo.haalInstellingen({ gemeenteOin, berichtId: randomUUID() });
    if (uitkomst.soort === 'gelukt' && uitkomst.waarde.length > 0) {
      const lijst = uitkomst.waarde.map(
        ({ instellingsnummer, indicatieBowKeurmerk, indicatieTstKeurmerk }) =>
          [
            instellingsnummer,
            { bow: indicatieBowKeurmerk === true, tst: indicatieTstKeurmerk === true },
          ] as const,
      );
      return { soort: 'gelukt', lijst: Object.fromEntries(lijst) };
    }
    reden = uitkomst.soort === 'gelukt' ? 'lege-lijst' : oorzaakVan(uitkomst);
  }
  return { soort: 'mislukt', reden };
}
