import { geweigerd, type Artikel } from '../../traject/kern.js';
import { bi, wi } from '../../traject/kern.js';

/** What of DUO a rule is about. */
export type DuoOnderwerp =
  'PIP' | 'Inburgeringsaanbod' | 'MAP' | 'PVT' | 'Gevolgde uren' | 'Contactpersoon';

interface DuoRegel {
  readonly onderwerp: DuoOnderwerp;
  /** Name of the field of our opdracht; absent when the rule is about the case as a whole. */
  readonly veld?: string;
  /** Dutch, for a caseworker: why DUO would refuse. */
  readonly zin: string;
  readonly artikel?: Artikel;
}

const ENKELE_REGELS = {
  PIP_VOOR_BEGIN_PLICHT: {
    onderwerp: 'PIP',
    veld: 'dagtekening',
    zin: 'De dagtekening ligt voor het begin van de inburgeringsplicht.',
    artikel: wi('15'),
  },
  PIP_VOOR_EERDER_PIP: {
    onderwerp: 'PIP',
    veld: 'dagtekening',
    zin: 'De dagtekening ligt voor die van het eerste of het huidige PIP.',
    artikel: wi('11 lid 3'),
  },
  PIP_VOOR_VESTIGING: {
    onderwerp: 'PIP',
    veld: 'dagtekening',
    zin: 'De dagtekening ligt voor de dag waarop de inburgeraar in uw gemeente kwam wonen.',
    artikel: bi('5.3 lid 1'),
  },
  PIP_A2_BIJ_ONDERWIJSROUTE: {
    onderwerp: 'PIP',
    veld: 'niveau',
    zin: 'Niveau A2 hoort niet bij de onderwijsroute.',
    artikel: wi('8'),
  },
  PIP_B1_BIJ_ZROUTE: {
    onderwerp: 'PIP',
    veld: 'niveau',
    zin: 'Niveau B1 hoort niet bij de zelfredzaamheidsroute.',
    artikel: wi('9'),
  },
  PIP_A2_IN_EERSTE_PIP: {
    onderwerp: 'PIP',
    veld: 'niveau',
    zin: 'Niveau A2 kan op de B1-route niet in het eerste PIP van deze persoon.',
    artikel: wi('17 lid 3'),
  },
  PIP_INTENSITEIT_BUITEN_B1: {
    onderwerp: 'PIP',
    veld: 'intensiteitUren',
    zin: 'De geschatte intensiteit hoort alleen bij de B1-route.',
    artikel: wi('15 lid 2'),
  },
  PIP_INTENSITEIT_ZONDER_ASIEL: {
    onderwerp: 'PIP',
    veld: 'intensiteitUren',
    zin: 'De geschatte intensiteit hoort alleen bij een asielstatushouder.',
    artikel: wi('15 lid 2'),
  },
  PIP_INTREKKEN_NA_TERMIJNSTART: {
    onderwerp: 'PIP',
    veld: 'feit',
    zin: 'DUO heeft de inburgeringstermijn vastgesteld; het PIP kan niet meer worden ingetrokken, wel vervangen.',
    artikel: wi('11 lid 3'),
  },
  PIP_INTREKKEN_MET_UREN: {
    onderwerp: 'PIP',
    veld: 'feit',
    zin: 'Op het inburgeringsaanbod zijn al cursusuren gevolgd; het PIP kan niet meer worden ingetrokken.',
  },
  AANBOD_ALLEEN_ASIEL: {
    onderwerp: 'Inburgeringsaanbod',
    zin: 'De gemeente doet een inburgeringsaanbod alleen aan asielstatushouders.',
    artikel: wi('16'),
  },
  AANBOD_ZONDER_PIP: {
    onderwerp: 'Inburgeringsaanbod',
    zin: 'Stel eerst het PIP vast; het aanbod sluit aan op de leerroute.',
    artikel: wi('16'),
  },
  AANBOD_INSTELLING_NIET_ERKEND: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'instellingsnummer',
    zin: 'De instelling heeft geen keurmerk van Blik op Werk of, voor de onderwijsroute, geen erkenning voor taalschakeltrajecten.',
    artikel: wi('16'),
  },
  AANBOD_VOOR_PIP: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'aanbodOp',
    zin: 'Een datum van het aanbod ligt voor de dagtekening van het PIP.',
    artikel: wi('16'),
  },
  AANBOD_START_VOOR_AANBOD: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'startOp',
    zin: 'De opleiding begint voor de datum van het aanbod.',
    artikel: wi('16'),
  },
  AANBOD_EINDE_VOOR_START: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'eindeOp',
    zin: 'De opleiding eindigt voor zij begint.',
  },
  AANBOD_START_BUITEN_TERMIJN: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'startOp',
    zin: 'De opleiding begint buiten de inburgeringstermijn.',
    artikel: wi('11'),
  },
  AANBOD_EINDE_BUITEN_TERMIJN: {
    onderwerp: 'Inburgeringsaanbod',
    veld: 'eindeOp',
    zin: 'De opleiding eindigt buiten de inburgeringstermijn.',
    artikel: wi('11'),
  },
  UREN_BUITEN_BEREIK: {
    onderwerp: 'Gevolgde uren',
    veld: 'urenNt2',
    zin: 'DUO neemt een totaal van 0 tot en met 9999 hele uren aan.',
  },
  CONTACTPERSOON_NAAM: {
    onderwerp: 'Contactpersoon',
    veld: 'naam',
    zin: 'De naam telt 1 tot en met 100 letters, spaties, punten, streepjes of apostrofs.',
  },
  CONTACTPERSOON_EMAIL: {
    onderwerp: 'Contactpersoon',
    veld: 'email',
    zin: 'Het e-mailadres is geen adres dat DUO aanneemt.',
  },
  CONTACTPERSOON_TELEFOON: {
    onderwerp: 'Contactpersoon',
    veld: 'telefoonnummer',
    zin: 'Het telefoonnummer is geen nummer dat DUO aanneemt.',
  },
} as const satisfies Record<string, DuoRegel>;

export type DuoResultaat = 'MAP' | 'PVT';

const DATUM = {
  MAP: { veld: 'eindgesprekOp', naam: 'de datum van het eindgesprek van de MAP' },
  PVT: { veld: 'ondertekendOp', naam: 'de datum van de ondertekening van het PVT' },
} as const;

/** DUO has the same rules for MAP and PVT, each about its own date. */
function resultaatRegels(onderwerp: DuoResultaat) {
  const { veld, naam } = DATUM[onderwerp];
  return {
    VAN_ANDERE_GEMEENTE: {
      onderwerp,
      zin: `Een andere gemeente heeft ${naam} aan DUO doorgegeven; alleen die gemeente kan haar wijzigen.`,
    },
    ZONDER_PIP: {
      onderwerp,
      zin: `DUO neemt ${naam} alleen aan van de gemeente van het huidige PIP.`,
    },
    PLICHT_VOLDAAN_ZROUTE: {
      onderwerp,
      zin: 'De inburgeringsplicht is al voldaan via de zelfredzaamheidsroute.',
    },
    VOOR_TERMIJN: {
      onderwerp,
      veld,
      zin: `De dag ligt voor de start van de inburgeringstermijn: ${naam} kan niet eerder zijn.`,
      artikel: wi('11'),
    },
    NA_ZROUTE: {
      onderwerp,
      veld,
      zin: `De dag ligt na de afronding van de zelfredzaamheidsroute: ${naam} kan niet later zijn.`,
    },
    IN_TOEKOMST: {
      onderwerp,
      veld,
      zin: `De dag ligt in de toekomst: geef ${naam} pas door als het zover is.`,
    },
    INTREKKEN_NA_ZROUTE: {
      onderwerp,
      veld: 'feit',
      zin: `De afronding van de zelfredzaamheidsroute is doorgegeven: ${naam} kan niet meer worden ingetrokken.`,
    },
    VERWIJTBAAR_ONTBREEKT: {
      onderwerp,
      veld: 'verwijtbaar',
      zin: 'De inburgeringstermijn is overschreden: zeg erbij of dat de inburgeraar te verwijten is.',
    },
    VERWIJTBAAR_BINNEN_TERMIJN: {
      onderwerp,
      veld: 'verwijtbaar',
      zin: 'De dag ligt binnen de inburgeringstermijn: er is niets te verwijten.',
    },
    NEE_TE_VROEG: {
      onderwerp,
      veld: 'verwijtbaar',
      zin: 'Niet verwijtbaar kan pas vanaf twee maanden voor het einde van de inburgeringstermijn.',
    },
    JA_BINNEN_TERMIJN: {
      onderwerp,
      veld: 'verwijtbaar',
      zin: 'Verwijtbaar kan pas als de inburgeringstermijn is overschreden.',
    },
  } satisfies Record<string, DuoRegel>;
}

const RESULTAAT = { MAP: resultaatRegels('MAP'), PVT: resultaatRegels('PVT') };

export type ResultaatRegelCode = keyof (typeof RESULTAAT)['MAP'];

export type DuoRegelCode = keyof typeof ENKELE_REGELS | `${DuoResultaat}_${ResultaatRegelCode}`;

/**
 * Every condition of DUO on what a gemeente sends, by our own code. Source: the README beside DUO's interface
 * descriptions (11 June 2026) and, for form, those descriptions. DUO itself gives no codes, only sentences.
 */
export const DUO_REGELS = {
  ...ENKELE_REGELS,
  ...Object.fromEntries(
    Object.entries(RESULTAAT).flatMap(([soort, regels]) =>
      Object.entries(regels).map(([code, regel]) => [`${soort}_${code}`, regel]),
    ),
  ),
} as Readonly<Record<DuoRegelCode, DuoRegel>>;

/** The refusal for the first rule that is broken; `null` when DUO would accept. */
export function weigerVoorDuo(
  gebroken: readonly DuoRegelCode[],
): ReturnType<typeof geweigerd> | null {
  const [code] = gebroken;
  if (code === undefined) return null;
  const { zin, veld, artikel } = DUO_REGELS[code];
  return geweigerd(code, zin, { ...(veld ? { veld } : {}), ...(artikel ? { artikel } : {}) });
}
