import { readFileSync } from 'node:fs';

import type { LuisterOpties } from './luisteraars.js';
import type { SimulatorOpties } from './simulator.js';

interface Instellingen {
  simulator: SimulatorOpties;
  luisteraars: LuisterOpties;
}

type Omgeving = Record<string, string | undefined>;

const nodig = (omgeving: Omgeving, naam: string): string => {
  const waarde = omgeving[naam];
  if (waarde === undefined || waarde === '') throw new Error(`${naam} ontbreekt.`);
  return waarde;
};

const bestand = (omgeving: Omgeving, naam: string): string => {
  try {
    return readFileSync(nodig(omgeving, naam), 'utf8');
  } catch {
    throw new Error(`${naam} wijst niet naar een leesbaar bestand.`);
  }
};

const getal = (omgeving: Omgeving, naam: string, standaard: number): number => {
  const waarde = omgeving[naam];
  if (waarde === undefined || waarde === '') return standaard;
  const gelezen = Number(waarde);
  if (!Number.isInteger(gelezen) || gelezen < 0) throw new Error(`${naam} moet een getal zijn.`);
  return gelezen;
};

/** Reads the settings from the environment; certificates are given as paths of PEM files. */
export const leesInstellingen = (omgeving: Omgeving): Instellingen => {
  if (omgeving.NODE_ENV === 'production') {
    throw new Error('De ketensimulator start niet in productie.');
  }
  const duoOin = nodig(omgeving, 'SIMULATOR_DUO_OIN');
  if (!/^\d{20}$/.test(duoOin)) throw new Error('SIMULATOR_DUO_OIN moet 20 cijfers zijn.');
  const notificatieUrl = omgeving.SIMULATOR_NOTIFICATIE_URL;
  return {
    simulator: {
      duoOin,
      notificatieUrl,
      clientTls:
        notificatieUrl === undefined
          ? undefined
          : {
              cert: bestand(omgeving, 'SIMULATOR_CLIENT_CERT'),
              key: bestand(omgeving, 'SIMULATOR_CLIENT_KEY'),
              ca: bestand(omgeving, 'SIMULATOR_CLIENT_CA'),
            },
      bestand: omgeving.SIMULATOR_BESTAND,
      ss102NaDagen: getal(omgeving, 'SIMULATOR_SS102_NA_DAGEN', 2),
      maxPogingen: getal(omgeving, 'SIMULATOR_MAX_POGINGEN', 60),
    },
    luisteraars: {
      duoPoort: getal(omgeving, 'SIMULATOR_DUO_POORT', 0),
      beheerPoort: getal(omgeving, 'SIMULATOR_BEHEER_POORT', 0),
      tls: {
        cert: bestand(omgeving, 'SIMULATOR_TLS_CERT'),
        key: bestand(omgeving, 'SIMULATOR_TLS_KEY'),
        ca: bestand(omgeving, 'SIMULATOR_TLS_CA'),
      },
    },
  };
};
