import type { Aanbod, Persoon } from '../toestand/persoon.js';
import { INSTELLINGEN } from './instellingen.js';
import { datum, keuze, leesBody } from './invoer.js';
import {
  foutVerzoek,
  gemaakt,
  geweigerd,
  nietGevonden,
  ok,
  overGemeente,
  overPersoon,
  type DuoRoute,
  type PersoonsVerzoek,
} from './route.js';

const VELDEN = {
  datumInburgeringsaanbod: { klopt: datum },
  verwachteStartdatumOpleiding: { klopt: datum },
  verwachteEinddatumOpleiding: { klopt: datum },
  indicatorAlfabetiseringsonderwijs: { verplicht: true, klopt: keuze('A', 'AA', 'NVT') },
};

/** A school for the onderwijsroute needs recognition for taalschakeltrajecten, any other BoW's. */
const isErkend = (instellingsnummer: string, leerroute: string | undefined): boolean => {
  const instelling = INSTELLINGEN.find((i) => i.instellingsnummer === instellingsnummer);
  return leerroute === 'O'
    ? instelling?.indicatieTstKeurmerk === true
    : instelling?.indicatieBowKeurmerk === true;
};

/**
 * DUO's README says the start may not lie before the end of the course; that is read the other way
 * round, for no aanbod could pass it. `verwachteEinddatumOpleiding` is exclusive.
 */
const datumFouten = (persoon: Persoon, aanbod: Aanbod): string[] => {
  const fouten: string[] = [];
  const {
    datumInburgeringsaanbod: gedaan,
    verwachteStartdatumOpleiding: start,
    verwachteEinddatumOpleiding: eind,
  } = aanbod;
  const dagtekening = persoon.pips.at(-1)?.pip.dagtekeningPip;
  if (dagtekening !== undefined && [gedaan, start, eind].some((d) => d && d < dagtekening)) {
    fouten.push('Een datum van het aanbod ligt voor de dagtekening van het actuele PIP.');
  }
  if (start !== undefined && gedaan !== undefined && start < gedaan) {
    fouten.push('De opleiding begint voor de datum van het inburgeringsaanbod.');
  }
  if (start !== undefined && eind !== undefined && eind <= start) {
    fouten.push('De opleiding eindigt niet na haar begin.');
  }
  const { termijn } = persoon;
  if (termijn !== null) {
    const buiten =
      (start !== undefined && (start < termijn.startdatum || start >= termijn.einddatum)) ||
      (eind !== undefined && (eind < termijn.startdatum || eind > termijn.einddatum));
    if (buiten) fouten.push('De opleiding valt buiten de inburgeringstermijn.');
  }
  return fouten;
};

const registreer = ({ persoon, params, body }: PersoonsVerzoek) => {
  const aanbod = leesBody<Aanbod>(body, VELDEN);
  const nummer = params.instellingsnummer ?? '';
  if (aanbod === undefined || nummer.length !== 10) return foutVerzoek;
  const fouten: string[] = [];
  if (persoon.doelgroep.indeling !== 'Asielstatushouder') {
    fouten.push('Een inburgeringsaanbod is er alleen voor asielmigranten.');
  }
  const pip = persoon.pips.at(-1)?.pip;
  if (pip === undefined) fouten.push('De persoon heeft nog geen PIP.');
  if (!isErkend(nummer, pip?.leerroute)) {
    fouten.push('De instelling is niet bekend of niet erkend voor deze leerroute.');
  }
  fouten.push(...datumFouten(persoon, aanbod));
  if (fouten.length > 0) return geweigerd(fouten);
  persoon.aanbod[nummer] = aanbod;
  return gemaakt();
};

const verwijder = ({ persoon, params }: PersoonsVerzoek) => {
  const nummer = params.instellingsnummer ?? '';
  if (nummer.length !== 10) return foutVerzoek;
  if (persoon.aanbod[nummer] === undefined) return nietGevonden;
  Reflect.deleteProperty(persoon.aanbod, nummer);
  return { status: 204 };
};

const API = 'Inburgeringsaanbod';
const PAD = '/personen/:bsn/Inburgeringsaanbod/:instellingsnummer';

export const aanbodRoutes: DuoRoute[] = [
  overPersoon(API, 'post', PAD, registreer),
  overPersoon(API, 'delete', PAD, verwijder),
  overGemeente(API, 'get', '/instellingen', () => ok(INSTELLINGEN)),
];
