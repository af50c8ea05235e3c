import { alleen, BeheerFout, moment, object, tekst, verplicht } from './beheer/invoer.js';
import { registreerPersoon } from './beheer/registratie.js';
import { leesStoringen } from './beheer/storingen.js';
import { DAG_MS } from './datum.js';
import type { Kern } from './kern.js';
import { BIJ_TE_WERKEN, type Persoon } from './toestand/persoon.js';

const planGebeurtenis = (kern: Kern, persoon: Persoon, begin: number, waarde: unknown): void => {
  const invoer = object(waarde);
  alleen(invoer, ['gebeurtenisId', 'tijdstip', 'naDagen', 'bijwerken']);
  const bijwerken = object(invoer.bijwerken);
  alleen(bijwerken, BIJ_TE_WERKEN);
  const { naDagen = 0 } = invoer;
  if (typeof naDagen !== 'number' || naDagen < 0) {
    throw new BeheerFout(400, 'naDagen moet een getal van nul of meer zijn.');
  }
  kern.agenda.plan(persoon, moment(invoer, 'tijdstip') ?? begin + naDagen * DAG_MS, {
    gebeurtenisId: verplicht(tekst(invoer, 'gebeurtenisId', /^[0-9A-Z]{1,6}$/), 'gebeurtenisId'),
    bijwerken,
  });
};

const lijst = (waarde: unknown): unknown[] => {
  if (waarde === undefined) return [];
  if (Array.isArray(waarde)) return waarde;
  throw new BeheerFout(400, 'In het scenario staat geen lijst waar die hoort.');
};

/**
 * Creates the persons of a scenario with their planned events and sets its faults. A person whose
 * BSN is already known is left alone, so that a restart with the same file changes nothing.
 */
export const laadScenario = async (kern: Kern, scenario: unknown): Promise<void> => {
  const { personen, storingen, ...rest } = object(scenario);
  alleen(rest, []);
  for (const waarde of lijst(personen)) {
    const { gebeurtenissen, ...gegevens } = object(waarde);
    const bekend =
      typeof gegevens.bsn === 'string' && kern.staat.persoonMetBsn(gegevens.bsn) !== undefined;
    if (bekend) continue;
    const persoon = registreerPersoon(kern, gegevens);
    const begin = kern.klok.nu(persoon);
    for (const gebeurtenis of lijst(gebeurtenissen)) {
      planGebeurtenis(kern, persoon, begin, gebeurtenis);
    }
  }
  if (storingen !== undefined) kern.staat.gegevens.storingen = leesStoringen(storingen);
  await kern.staat.bewaar();
};
