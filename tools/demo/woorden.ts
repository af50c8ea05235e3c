import type { Journaalregel, Taak, Termijn } from './antwoorden.js';

/** What an entry of the journal means on the screen; entries without words are not told. */
const WOORDEN: Readonly<Record<string, string>> = {
  trajectGeopend: 'Het traject is geopend.',
  coaProfielVastgelegd: 'COA draagt het klantprofiel over.',
  scenarioGekozen: 'Het scenario van de warme overdracht is gekozen.',
  driegesprekGevoerd: 'Het driegesprek met COA en de inburgeraar is gevoerd.',
  woningVastgelegd: 'Er is een woning.',
  verhuizingVastgelegd: 'De inburgeraar is verhuisd.',
  brpInschrijvingVastgelegd: 'De inburgeraar staat in de BRP van de gemeente.',
  bijstandVastgelegd: 'Het recht op bijstand staat vast.',
  regelingenAfgerond: 'De regelingen rond de vestiging zijn geregeld.',
  begeleidingGestart: 'De maatschappelijke begeleiding is gestart.',
  ontzorgenIngericht: 'Het ontzorgen is ingericht.',
  ontzorgenAfgerond: 'Het ontzorgen is afgerond.',
  plichtGeregistreerd: 'DUO meldt de inburgeringsplicht en de kennisgeving.',
  plichtGeeindigd: 'DUO meldt dat de inburgeringsplicht is voldaan.',
  intakeUitgenodigd: 'De inburgeraar is opgeroepen voor de brede intake.',
  intakeAfgenomen: 'De brede intake is afgenomen.',
  lbtAangemeld: 'De inburgeraar is aangemeld voor de leerbaarheidstoets.',
  lbtResultaatOntvangen: 'DUO geeft het resultaat van de leerbaarheidstoets.',
  leerrouteGekozen: 'De leerroute is gekozen: B1-route.',
  pipOpgesteld: 'Het concept van het PIP is klaar.',
  pipVastgesteld: 'Het PIP is vastgesteld.',
  berichtBezorgd: 'DUO heeft een bericht van de gemeente aangenomen.',
  termijnDoorDuoVastgesteld: 'DUO bevestigt: de inburgeringstermijn loopt.',
  aanbodGedaan: 'Het inburgeringsaanbod is gedaan.',
  pvtAfgerond: 'De participatieverklaring is ondertekend.',
  mapAfgerond: 'De MAP is afgerond met een eindgesprek.',
  cursusurenGeregistreerd: 'De cursusuren van de school zijn vastgelegd.',
  voortgangsgesprekGevoerd: 'Er is een voortgangsgesprek gevoerd.',
  examenresultatenOntvangen: 'DUO geeft examenresultaten.',
  eindgesprekGevoerd: 'Het eindgesprek is gevoerd.',
  trajectGesloten: 'Het traject is gesloten.',
  escalatieAfgehandeld: 'De coördinator heeft de gemiste termijn behandeld.',
};

const TERMIJNEN: Readonly<Record<string, string>> = {
  HUISVESTING: 'huisvesting',
  PIP_VASTSTELLEN: 'PIP vaststellen',
  BEVESTIGING_DUO: 'bevestiging door DUO',
  AANBOD_RICHTDATUM: 'inburgeringsaanbod',
  ONTZORGEN: 'ontzorgen',
  INBURGERINGSTERMIJN: 'inburgeringstermijn',
  LEERROUTE_WIJZIGEN: 'leerroute wijzigen',
  VOORTGANGSGESPREK: 'voortgangsgesprek',
};

function termijnNaam(code: string): string {
  return TERMIJNEN[code] ?? code;
}

/** A signal of a term, as a caseworker hears it. */
function signaalWoorden(code: string, sport: string, uiterlijkOp: string): string | null {
  const naam = termijnNaam(code);
  if (sport.startsWith('herinnering')) {
    return `HERINNERING aan de regievoerder: ${naam}, uiterlijk ${uiterlijkOp}.`;
  }
  if (sport === 'verstreken') return `GEMIST: ${naam} moest uiterlijk ${uiterlijkOp}.`;
  if (sport === 'escalatie') return `ESCALATIE naar de coördinator: ${naam}.`;
  return null;
}

/** The line of the story for an entry; none for what is not told. */
export function vertaal({ soort, gebeurtenis }: Journaalregel): string | null {
  const tekst = (naam: string): string => String(gebeurtenis[naam]);
  switch (soort) {
    case 'termijnSignaal':
      return signaalWoorden(tekst('code'), tekst('sport'), tekst('uiterlijkOp'));
    case 'termijnGestart':
      return `Termijn ${termijnNaam(tekst('code'))}: uiterlijk ${tekst('uiterlijkOp')}.`;
    case 'termijnVerplaatst':
      return gebeurtenis['oudUiterlijkOp'] === gebeurtenis['uiterlijkOp']
        ? null
        : `Termijn ${termijnNaam(tekst('code'))} verplaatst: ${tekst('oudUiterlijkOp')} wordt ${tekst('uiterlijkOp')}.`;
    default:
      return WOORDEN[soort] ?? null;
  }
}

/** How a term that starts was computed. */
export function toelichting(
  { soort, gebeurtenis }: Journaalregel,
  termijnen: readonly Termijn[],
): { toelichting?: readonly string[] } {
  if (soort !== 'termijnGestart') return {};
  const termijn = termijnen.find(({ sleutel }) => sleutel === gebeurtenis['sleutel']);
  if (termijn === undefined) return {};
  const bron =
    termijn.bron === null ? [] : [`(${termijn.bron.wet}, artikel ${termijn.bron.artikel})`];
  return { toelichting: [...termijn.uitleg.map(({ tekst }) => tekst), ...bron] };
}

/** A task as a caseworker hears of it on that day: a day that has passed is the reason, not the aim. */
export function taakWoorden({ titel, rol, uiterlijkOp }: Taak, vandaag: string): string {
  const wie = rol === 'coordinator' ? 'coördinator' : rol;
  if (uiterlijkOp === null) return `taak voor de ${wie}: ${titel}`;
  const wanneer =
    uiterlijkOp < vandaag ? `de laatste dag was ${uiterlijkOp}` : `uiterlijk ${uiterlijkOp}`;
  return `taak voor de ${wie}: ${titel}, ${wanneer}`;
}
