import { plusMaanden } from '../datum.js';
import type { Onderdeel, Persoon } from '../toestand/persoon.js';
import { datum, keuze, leesBody } from './invoer.js';
import {
  foutVerzoek,
  geweigerd,
  nietGevonden,
  ok,
  overPersoon,
  type Antwoord,
  type DuoRoute,
  type PersoonsVerzoek,
} from './route.js';

type Soort = 'map' | 'pvt';

const DATUMVELD = { map: 'datumEindgesprekMap', pvt: 'datumOndertekeningPvt' } as const;
const NAAM = { map: 'datum eindgesprek MAP', pvt: 'datum ondertekening PVT' } as const;

type Melding = Omit<Onderdeel, 'gemeenteOin'>;

/**
 * The moment that decides whether the termijn is exceeded is the reported date when there is one,
 * else today: a date within the termijn that is reported late is on time.
 */
const verwijtbaarFouten = (persoon: Persoon, melding: Melding, vandaag: string): string[] => {
  const fouten: string[] = [];
  const einde = persoon.termijn?.einddatum;
  const peildag = melding.datum ?? vandaag;
  const overschreden = einde !== undefined && peildag >= einde;
  if (melding.verwijtbaar === undefined && overschreden) {
    fouten.push('De inburgeringstermijn is overschreden: verwijtbaar (Ja/Nee) ontbreekt.');
  }
  if (melding.verwijtbaar === undefined) return fouten;
  if (melding.datum !== undefined && einde !== undefined && melding.datum < einde) {
    fouten.push('De datum ligt binnen de inburgeringstermijn: verwijtbaar hoort er niet bij.');
  }
  if (melding.verwijtbaar === 'Ja' && !overschreden) {
    fouten.push('Verwijtbaar kan alleen Ja zijn als de inburgeringstermijn is overschreden.');
  }
  const binnenTweeMaanden = einde !== undefined && vandaag >= plusMaanden(einde, -2);
  if (melding.verwijtbaar === 'Nee' && !binnenTweeMaanden) {
    fouten.push('Verwijtbaar kan alleen Nee zijn vanaf twee maanden voor het einde.');
  }
  return fouten;
};

const fouten = (soort: Soort, { persoon, bron, vandaag }: PersoonsVerzoek, melding: Melding) => {
  const gevonden: string[] = [];
  const eerder = persoon[soort];
  const naam = NAAM[soort];
  const dag = melding.datum;
  if (eerder !== null && eerder.gemeenteOin !== bron) {
    gevonden.push(`De ${naam} is door een andere gemeente geleverd.`);
  }
  if (persoon.pips.at(-1)?.gemeenteOin !== bron) {
    gevonden.push('Uw gemeente heeft geen actueel PIP voor deze persoon.');
  }
  if (
    persoon.plicht.redenGeenInburgeringsplicht === 'Inburgeringsplicht voldaan' &&
    persoon.pips.at(-1)?.pip.leerroute === 'Z'
  ) {
    gevonden.push('De inburgeringsplicht is al voldaan via de Z-route.');
  }
  if (dag === undefined) {
    if (persoon.zroute !== null) {
      gevonden.push(`De ${naam} kan niet weg: de afronding van de Z-route is geregistreerd.`);
    }
  } else {
    if (persoon.termijn !== null && dag < persoon.termijn.startdatum) {
      gevonden.push(`De ${naam} ligt voor het begin van de inburgeringstermijn.`);
    }
    if (persoon.zroute !== null && dag > persoon.zroute.datum) {
      gevonden.push(`De ${naam} ligt na de afronding van de Z-route.`);
    }
    if (dag > vandaag) gevonden.push(`De ${naam} ligt in de toekomst.`);
  }
  gevonden.push(...verwijtbaarFouten(persoon, melding, vandaag));
  return gevonden;
};

const zet = (soort: Soort, verzoek: PersoonsVerzoek): Antwoord => {
  const veld = DATUMVELD[soort];
  const velden = { [veld]: { klopt: datum }, verwijtbaar: { klopt: keuze('Ja', 'Nee') } };
  const gelezen = leesBody<Record<string, string | undefined>>(verzoek.body, velden);
  if (gelezen === undefined) return foutVerzoek;
  const melding = { datum: gelezen[veld], verwijtbaar: gelezen.verwijtbaar } as Melding;
  const gevonden = fouten(soort, verzoek, melding);
  if (gevonden.length > 0) return geweigerd(gevonden);
  const leeg = melding.datum === undefined && melding.verwijtbaar === undefined;
  verzoek.persoon[soort] = leeg ? null : { ...melding, gemeenteOin: verzoek.bron };
  return ok();
};

const lees = (soort: Soort, { persoon }: PersoonsVerzoek): Antwoord => {
  const dag = persoon[soort]?.datum;
  return dag === undefined ? nietGevonden : ok({ [DATUMVELD[soort]]: dag });
};

const zetZroute = ({ persoon, bron, body }: PersoonsVerzoek): Antwoord => {
  const gelezen = leesBody<{ datumAfrondingZroute?: string }>(body, {
    datumAfrondingZroute: { klopt: datum },
  });
  if (gelezen === undefined) return foutVerzoek;
  const dag = gelezen.datumAfrondingZroute;
  persoon.zroute = dag === undefined ? null : { datum: dag, gemeenteOin: bron };
  return ok();
};

const API = 'MapPvtZroute';

export const mapPvtZrouteRoutes: DuoRoute[] = [
  ...(['map', 'pvt'] as const).flatMap((soort) => [
    overPersoon(API, 'get', `/personen/:bsn/${soort}`, (verzoek) => lees(soort, verzoek)),
    overPersoon(API, 'put', `/personen/:bsn/${soort}`, (verzoek) => zet(soort, verzoek)),
  ]),
  overPersoon(API, 'put', '/personen/:bsn/zroute', zetZroute),
];
