import type { Bericht } from '../toestand/staat.js';
import type { Verwachting } from './spel.js';

/** Whether everything in `deel` stands in `geheel` too. */
const bevat = (geheel: unknown, deel: unknown): boolean => {
  if (typeof deel !== 'object' || deel === null) return geheel === deel;
  if (typeof geheel !== 'object' || geheel === null) return false;
  return Object.entries(deel).every(([naam, waarde]) =>
    bevat((geheel as Record<string, unknown>)[naam], waarde),
  );
};

/** The least number of calls that will do: one, unless it says that none may come. */
export const minstens = ({ minstens: gevraagd, hoogstens = 1 }: Verwachting): number =>
  gevraagd ?? Math.min(1, hoogstens);

/** How many of these calls are meant by the expectation; `persoonId` undefined = of anybody. */
export const telAanroepen = (
  berichten: readonly Bericht[],
  { api, methode, status, bevat: deel }: Verwachting,
  persoonId?: string,
): number =>
  berichten.filter(
    (bericht) =>
      bericht.api === api &&
      bericht.methode === methode &&
      (persoonId === undefined || bericht.persoonId === persoonId) &&
      (status === undefined || bericht.status === status) &&
      (deel === undefined || bevat(bericht.body, deel)),
  ).length;
