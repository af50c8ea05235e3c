/** What can be fetched at DUO about a person; each is one or two GETs of the client. */
export type DuoBron =
  | 'plicht'
  | 'doelgroep'
  | 'termijn'
  | 'lbt'
  | 'examennummer'
  | 'pip'
  | 'vrijstelling'
  | 'ontheffing'
  | 'examens'
  | 'map'
  | 'pvt'
  | 'uren';

/** One event DUO may notify. A notification holds no data, so `ophalen` says where the facts are. */
export interface DuoGebeurtenis {
  /** DUO's gebeurtenisId. */
  readonly id: string;
  /** Dutch, for a caseworker. */
  readonly omschrijving: string;
  /** False for the attention signals DUO has announced but does not send: nothing may rely on them. */
  readonly live: boolean;
  /** What to fetch, in this order, before the event may change a journey. */
  readonly ophalen: readonly DuoBron[];
  /** May open a journey for a person who has none here. */
  readonly opent: boolean;
}

type Rij = Omit<DuoGebeurtenis, 'id'>;

const opent = (omschrijving: string, ...ophalen: DuoBron[]): Rij => ({
  omschrijving,
  live: true,
  ophalen,
  opent: true,
});
const live = (omschrijving: string, ...ophalen: DuoBron[]): Rij => ({
  omschrijving,
  live: true,
  ophalen,
  opent: false,
});
const signaal = (omschrijving: string, ...ophalen: DuoBron[]): Rij => ({
  omschrijving,
  live: false,
  ophalen,
  opent: false,
});

// Where DUO points to a service it does not offer yet (SS104 and SS113: the review of a request for
// more time), the termijn itself tells the outcome. DUO's files name that service once SDI011 and
// once SDI014, and call the ontheffing of SS118 and SS119 a verlenging: read here as SDI011 and SDI013.
// Of whom another gemeente may have had before us, what it reported of MAP and PVT is asked as well.
const RIJEN: Readonly<Record<string, Rij>> = {
  SS101: opent('De persoon is inburgeringsplichtig geworden', 'plicht', 'doelgroep', 'examens'),
  SS128: opent(
    'De persoon is inburgeringsplichtig en heeft binnen zes maanden de AOW-leeftijd',
    'plicht',
    'doelgroep',
    'examens',
  ),
  SS139: opent(
    'De persoon is inburgeringsplichtig en de tien weken voor het PIP lopen',
    'plicht',
    'doelgroep',
    'examens',
  ),
  SS129: opent(
    'Tijdelijke vrijstelling is vervallen en er is nog geen leerroute',
    'plicht',
    'doelgroep',
    'vrijstelling',
    'examens',
    'map',
    'pvt',
  ),
  SS130: opent(
    'Tijdelijke vrijstelling is vervallen en er is al een PIP',
    'plicht',
    'doelgroep',
    'termijn',
    'pip',
    'vrijstelling',
    'examens',
    'map',
    'pvt',
  ),
  SS120: opent(
    'De persoon woont nu hier en heeft nog geen PIP',
    'plicht',
    'doelgroep',
    'examens',
    'map',
    'pvt',
  ),
  SS121: opent(
    'De persoon woont nu hier en heeft een PIP van een andere gemeente',
    'plicht',
    'doelgroep',
    'termijn',
    'pip',
    'examens',
    'map',
    'pvt',
  ),

  SS124: live(
    'De doelgroep is nu gezinsmigrant en overige migrant, was asiel',
    'doelgroep',
    'plicht',
  ),
  SS125: live(
    'De doelgroep is nu asiel, was gezinsmigrant en overige migrant',
    'doelgroep',
    'plicht',
  ),
  SS109: live('Tijdelijk vrijgesteld van de plicht', 'plicht', 'vrijstelling'),
  SS110: live('De inburgeringsplicht is ingetrokken', 'plicht'),
  SS111: live('De persoon is overleden', 'plicht'),
  SS106: live('Het diploma is behaald', 'plicht', 'examens'),
  SS107: live('Geheel vrijgesteld van de plicht', 'plicht', 'vrijstelling'),
  SS108: live('Geheel ontheven van de plicht', 'plicht', 'ontheffing'),
  SS137: live('De persoon is aangemeld voor de leerbaarheidstoets', 'examennummer'),
  SS131: live('De uitslag van de leerbaarheidstoets is er', 'lbt'),
  SS102: live('De inburgeringstermijn is begonnen', 'termijn'),
  SS103: live('DUO heeft de inburgeringstermijn uit zichzelf verlengd', 'termijn'),
  SS104: live('De inburgeringstermijn is op verzoek verlengd', 'termijn'),
  SS113: live('Het verzoek om verlenging is afgewezen', 'termijn'),
  SS114: live('Het verzoek om gehele vrijstelling is afgewezen', 'vrijstelling'),
  SS115: live('Het verzoek om tijdelijke vrijstelling is afgewezen', 'vrijstelling'),
  SS116: live('Het verzoek om gedeeltelijke vrijstelling is afgewezen', 'vrijstelling'),
  SS117: live('Gedeeltelijk vrijgesteld, op verzoek', 'vrijstelling', 'examens'),
  SS118: live('Het verzoek om ontheffing is afgewezen', 'ontheffing'),
  SS119: live('Gedeeltelijk ontheven, op verzoek', 'ontheffing', 'examens'),
  SS199: live('Er is een uitslag van een examen', 'examens'),

  SS112: signaal('De persoon heeft DUO om verlenging gevraagd'),
  SS122: signaal('De persoon is naar een andere gemeente verhuisd', 'plicht', 'pip'),
  SS123: signaal('De persoon heeft Nederland verlaten', 'plicht'),
  SS126: signaal('Tien weken voorbij en DUO heeft geen leerroute', 'pip', 'termijn'),
  SS127: signaal('DUO heeft nog geen inburgeringsaanbod voor deze asielstatushouder'),
  SS132: signaal('Een school meldt een contract, maar er is nog geen PIP', 'pip'),
  SS133: signaal('Een school meldt een contract met een ander taalniveau dan de leerroute', 'pip'),
  SS135: signaal('Een school meldt een contract met een te hoog taalniveau voor de Z-route', 'pip'),
  SS136: signaal('Een school meldt een taalschakeltraject buiten de onderwijsroute', 'pip'),
  SS140: signaal('DUO vraagt advies over ontheffing om bijzondere omstandigheden'),
  SS141: signaal('De Z-route is afgerond en de tekst voor het certificaat staat klaar', 'plicht'),
  SS142: signaal('Uitgeschreven bij een opleiding die niet vrijstelt: het PIP kan herzien moeten'),
};

/**
 * The 28 events DUO sends and the 12 attention signals it has announced, by id. Data, because DUO
 * may add one any day. Source: DUO's list of gebeurtenissen (version of 11 June 2026).
 */
export const DUO_GEBEURTENISSEN: readonly DuoGebeurtenis[] = Object.entries(RIJEN).map(
  ([id, rij]) => ({ id, ...rij }),
);

/** The row of a gebeurtenisId; `undefined` for one we do not know, which then becomes a task. */
export function duoGebeurtenis(id: string): DuoGebeurtenis | undefined {
  return DUO_GEBEURTENISSEN.find((gebeurtenis) => gebeurtenis.id === id);
}
