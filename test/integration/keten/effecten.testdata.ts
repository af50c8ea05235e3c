/** What is there before the event: facts at DUO, and what the journey heard of them. */
interface Vooraf {
  /** DUO has a PIP of this gemeente. */
  readonly pip?: true;
  /** Events that came before, in order. */
  readonly eerder?: readonly string[];
}

/** What the API shows after the event, and did not show before. */
interface Effect {
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly mijlpaal?: string;
  readonly mijlpaalWeg?: string;
  /** Kind of the task that the event, and nothing else, opened. */
  readonly taak?: string;
  /** Kind of the task that the event made unnecessary. */
  readonly taakWeg?: string;
  /** Kinds of entries the event added to the journaal, in order. */
  readonly journaal: readonly string[];
  /** Part of one of these entries. */
  readonly inhoud?: Readonly<Record<string, unknown>>;
}

interface Rij extends Vooraf {
  readonly bijwerken?: Readonly<Record<string, unknown>>;
  readonly effect: Effect;
}

const BEGIN = ['SS101'] as const;

const plichtig: Rij = {
  effect: {
    mijlpaal: 'kennisgevingOntvangen',
    detail: { indeling: 'Asielstatushouder' },
    journaal: ['plichtGeregistreerd', 'termijnGestart', 'doelgroepGeregistreerd'],
  },
};
const voorbij = (reden: string, ...meer: string[]): Rij => ({
  eerder: BEGIN,
  effect: {
    mijlpaal: 'plichtGeeindigd',
    detail: { schakels: expect.arrayContaining(['afronden']) },
    journaal: ['plichtGeeindigd', ...meer],
    inhoud: { soort: 'plichtGeeindigd', reden },
  },
});
const oordeel = (bron: 'vrijstelling' | 'ontheffing', woord: string): Rij => ({
  eerder: BEGIN,
  effect: {
    journaal: ['ketenfeitOntvangen'],
    inhoud: { bron, feiten: expect.stringContaining(woord) },
  },
});
const metTermijn: Vooraf = { pip: true, eerder: ['SS101', 'SS102'] };
const einde = (eindeOp: string): Readonly<Record<string, unknown>> => ({
  inburgeringstermijn: expect.objectContaining({ eindeOp }),
});
/** A person must look; `erbij`: what was fetched because of it. */
const signaal = (
  gebeurtenisId: string,
  erbij: readonly string[] = [],
  taak = 'signaal-bekijken',
): Rij => ({
  eerder: BEGIN,
  effect: {
    taak,
    journaal: ['duoSignaalOntvangen', ...erbij],
    inhoud: { soort: 'duoSignaalOntvangen', gebeurtenisId, weerlegd: false },
  },
});
const geenPipBijDuo: Rij = {
  eerder: BEGIN,
  effect: { journaal: ['ketenfeitOntvangen'], inhoud: { bron: 'pip', feiten: 'null' } },
};

/** Another gemeente reported nothing of MAP and PVT; the file knows that it was asked. */
const GEEN_VAN_ANDEREN = ['ketenfeitOntvangen', 'ketenfeitOntvangen'];

/** Per event of DUO the effect on the journey. The person at DUO is an asielstatushouder, plichtig since 4 May 2026. */
export const EFFECTEN: Readonly<Record<string, Rij>> = {
  SS101: plichtig,
  SS128: plichtig,
  SS139: plichtig,
  SS120: {
    effect: { ...plichtig.effect, journaal: [...plichtig.effect.journaal, ...GEEN_VAN_ANDEREN] },
  },
  SS129: {
    eerder: ['SS101', 'SS109'],
    effect: { mijlpaalWeg: 'plichtGeeindigd', journaal: ['plichtHervat', ...GEEN_VAN_ANDEREN] },
  },
  SS130: {
    pip: true,
    eerder: ['SS101', 'SS102', 'SS109'],
    effect: {
      mijlpaalWeg: 'plichtGeeindigd',
      journaal: ['plichtHervat', 'ketenfeitOntvangen', ...GEEN_VAN_ANDEREN],
      inhoud: { bron: 'pip' },
    },
  },
  SS121: {
    pip: true,
    effect: {
      mijlpaal: 'kennisgevingOntvangen',
      journaal: [
        'plichtGeregistreerd',
        'termijnGestart',
        'doelgroepGeregistreerd',
        'ketenfeitOntvangen',
        ...GEEN_VAN_ANDEREN,
      ],
      inhoud: { bron: 'pip' },
    },
  },
  SS124: {
    eerder: BEGIN,
    effect: {
      detail: { indeling: 'Gezinsmigrant en overige migrant' },
      journaal: ['doelgroepGeregistreerd'],
    },
  },
  SS125: {
    eerder: ['SS101', 'SS124'],
    effect: { detail: { indeling: 'Asielstatushouder' }, journaal: ['doelgroepGeregistreerd'] },
  },
  SS109: voorbij('Tijdelijke vrijstelling', 'ketenfeitOntvangen'),
  SS110: voorbij('Overig'),
  SS111: voorbij('Overlijden'),
  SS106: voorbij('Inburgeringsplicht voldaan', 'examenresultatenOntvangen'),
  SS107: voorbij('Volledige vrijstelling', 'ketenfeitOntvangen'),
  SS108: voorbij('Volledige ontheffing', 'ketenfeitOntvangen'),
  SS137: {
    eerder: BEGIN,
    effect: {
      taakWeg: 'lbt-aanmelden',
      journaal: ['ketenfeitOntvangen'],
      inhoud: { bron: 'examennummer', feiten: expect.stringMatching(/"examennummer":"\d{12}"/) },
    },
  },
  SS131: { eerder: BEGIN, effect: { mijlpaal: 'lbtBekend', journaal: ['lbtResultaatOntvangen'] } },
  SS102: {
    pip: true,
    eerder: BEGIN,
    effect: {
      mijlpaal: 'termijnBevestigd',
      detail: einde('2029-05-11'),
      journaal: ['termijnDoorDuoVastgesteld'],
    },
  },
  SS103: {
    ...metTermijn,
    effect: { detail: einde('2029-11-11'), journaal: ['termijnDoorDuoVastgesteld'] },
  },
  SS104: {
    ...metTermijn,
    effect: { detail: einde('2029-11-11'), journaal: ['termijnDoorDuoVastgesteld'] },
  },
  SS113: { ...signaal('SS113'), ...metTermijn },
  SS114: oordeel('vrijstelling', 'Afwijzing'),
  SS115: oordeel('vrijstelling', 'Afwijzing'),
  SS116: oordeel('vrijstelling', 'Afwijzing'),
  SS117: oordeel('vrijstelling', 'Toekenning'),
  SS118: oordeel('ontheffing', 'Afwijzing'),
  SS119: oordeel('ontheffing', 'Toekenning'),
  SS199: {
    eerder: BEGIN,
    bijwerken: {
      examens: [{ examendatum: '2026-05-04', onderdeel: 'KNM', resultaat: 'Geslaagd' }],
    },
    effect: { journaal: ['examenresultatenOntvangen'] },
  },

  // Of what the signals tell the journey keeps watch itself, or a person must look.
  SS112: signaal('SS112'),
  SS122: geenPipBijDuo,
  SS123: {
    eerder: BEGIN,
    bijwerken: {
      plicht: {
        indicatorInburgeringsplicht: false,
        einddatum: '2026-05-04',
        redenGeenInburgeringsplicht: 'Vertrek uit Nederland langer dan een jaar',
      },
    },
    effect: { mijlpaal: 'plichtGeeindigd', journaal: ['plichtGeeindigd'] },
  },
  SS126: geenPipBijDuo,
  SS127: signaal('SS127'),
  SS132: signaal('SS132', ['ketenfeitOntvangen']),
  SS133: { pip: true, ...signaal('SS133', ['ketenfeitOntvangen']) },
  SS135: { pip: true, ...signaal('SS135', ['ketenfeitOntvangen']) },
  SS136: { pip: true, ...signaal('SS136', ['ketenfeitOntvangen']) },
  SS140: signaal('SS140', [], 'advies-ontheffing-geven'),
  SS141: {
    eerder: BEGIN,
    bijwerken: {
      plicht: {
        indicatorInburgeringsplicht: false,
        einddatum: '2026-05-04',
        redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
      },
    },
    effect: {
      mijlpaal: 'plichtGeeindigd',
      journaal: ['plichtGeeindigd'],
      inhoud: { reden: 'Inburgeringsplicht voldaan' },
    },
  },
  SS142: signaal('SS142'),
};
