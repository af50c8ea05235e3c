import { STORINGSSOORTEN, type Storing } from '../storingen.js';
import { alsIso } from '../datum.js';
import { alleen, BeheerFout, keuze, moment, object, tekst, verplicht, waarheid } from './invoer.js';

const getal = (invoer: Record<string, unknown>, naam: string, max: number): number | undefined => {
  const waarde = invoer[naam];
  if (waarde === undefined) return undefined;
  if (Number.isInteger(waarde) && (waarde as number) >= 0 && (waarde as number) <= max) {
    return waarde as number;
  }
  throw new BeheerFout(400, `Het veld ${naam} moet een geheel getal van 0 tot ${max} zijn.`);
};

/** One fault of a control call. */
export const leesStoring = (waarde: unknown): Storing => {
  const invoer = object(waarde);
  alleen(invoer, [
    'soort',
    'api',
    'methode',
    'persoon',
    'gebeurtenisId',
    'aantal',
    'tot',
    'vertragingMs',
    'tekst',
    'status',
    'retryAfterS',
    'veld',
    'waarde',
    'zelfdeBerichtId',
  ]);
  const tot = moment(invoer, 'tot');
  return {
    soort: verplicht(keuze(invoer, 'soort', STORINGSSOORTEN), 'soort'),
    api: tekst(invoer, 'api', /^\w+$/),
    methode: tekst(invoer, 'methode', /^\w+$/),
    persoon: tekst(invoer, 'persoon', /^[0-9a-f-]{36}$/),
    gebeurtenisId: tekst(invoer, 'gebeurtenisId', /^[0-9A-Z]{1,6}$/),
    aantal: getal(invoer, 'aantal', 1_000_000),
    tot: tot === undefined ? undefined : alsIso(tot),
    vertragingMs: getal(invoer, 'vertragingMs', 600_000),
    tekst: tekst(invoer, 'tekst', /^.{1,200}$/u),
    status: getal(invoer, 'status', 599),
    retryAfterS: getal(invoer, 'retryAfterS', 86_400),
    veld: tekst(invoer, 'veld', /^\w{1,50}(\.\w{1,50}){0,5}$/),
    waarde: tekst(invoer, 'waarde', /^.{0,200}$/u),
    zelfdeBerichtId: waarheid(invoer, 'zelfdeBerichtId'),
  };
};

export const leesStoringen = (body: unknown): Storing[] => {
  if (!Array.isArray(body) || body.length > 1000)
    throw new BeheerFout(400, 'Stuur een lijst van hoogstens duizend storingen.');
  return body.map(leesStoring);
};
