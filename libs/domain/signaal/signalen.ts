import type { Toestand } from '../traject/toestand.js';

/** Events of DUO that ask a person to look or to act; no fact of DUO tells the same. */
export const SIGNALEN = [
  'SS112',
  'SS113',
  'SS127',
  'SS132',
  'SS133',
  'SS135',
  'SS136',
  'SS140',
  'SS142',
] as const;

export type Signaal = (typeof SIGNALEN)[number];

interface Rij {
  /** Dutch, for a caseworker: what DUO says and what to do about it. */
  readonly reden: string;
  /** The file says otherwise, with a fact that DUO may not have seen yet: nobody needs to look. */
  readonly weerlegd: (toestand: Toestand) => boolean;
}

const nooit = (): boolean => false;

/** Per signal what it asks. Source: DUO's lists of gebeurtenissen and attentiesignalen (version of 11 June 2026). */
export const SIGNAALREGELS: Readonly<Record<Signaal, Rij>> = {
  SS112: {
    reden:
      'De inburgeraar heeft DUO om verlenging van de inburgeringstermijn gevraagd. Bespreek waarom, en wat dat voor het PIP betekent.',
    weerlegd: nooit,
  },
  SS113: {
    reden:
      'DUO heeft het verzoek om verlenging van de inburgeringstermijn afgewezen. Trek een verwachte verlenging in en bespreek wat er nog moet.',
    weerlegd: nooit,
  },
  SS127: {
    reden:
      'DUO heeft nog geen inburgeringsaanbod van deze asielstatushouder. Doe het aanbod, of kijk waarom DUO het niet heeft.',
    weerlegd: ({ aanbod }) => aanbod !== null,
  },
  SS132: {
    reden: 'Een school meldt DUO een contract, maar er is nog geen PIP. Stel het PIP vast.',
    weerlegd: ({ pip }) => pip.vastgesteld !== null,
  },
  SS133: {
    reden:
      'Een school meldt DUO een contract met een ander taalniveau dan de leerroute. Kijk of de cursus of het PIP moet veranderen.',
    weerlegd: nooit,
  },
  SS135: {
    reden:
      'Een school meldt DUO een contract met een taalniveau dat te hoog is voor de zelfredzaamheidsroute. Kijk of de cursus of de leerroute moet veranderen.',
    weerlegd: ({ leerroute }) => leerroute !== null && leerroute.route !== 'Z',
  },
  SS136: {
    reden:
      'Een school meldt DUO een taalschakeltraject, maar de leerroute is niet de onderwijsroute. Kijk of de leerroute moet veranderen.',
    weerlegd: ({ leerroute }) => leerroute?.route === 'O',
  },
  SS140: {
    reden:
      'DUO vraagt om advies over ontheffing wegens bijzondere individuele omstandigheden. Leg het advies vast; doorgeven gaat in het Portal Inburgering.',
    weerlegd: nooit,
  },
  SS142: {
    reden:
      'De inburgeraar is uitgeschreven bij een opleiding die niet vrijstelt. Neem contact op en kijk of het PIP moet veranderen.',
    weerlegd: nooit,
  },
};

/** Whether a gebeurtenisId of DUO is one a person must look at. */
export function isSignaal(gebeurtenisId: string): gebeurtenisId is Signaal {
  return (SIGNALEN as readonly string[]).includes(gebeurtenisId);
}
