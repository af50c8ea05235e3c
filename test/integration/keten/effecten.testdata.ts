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
const GEEN_EFFECT: Effect = { journaal: [] };

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
const stil: Rij = { eerder: BEGIN, effect: GEEN_EFFECT };
const geenPipBijDuo: Rij = {
  eerder: BEGIN,
  effect: { journaal: ['ketenfeitOntvangen'], inhoud: { bron: 'pip', feiten: 'null' } },
};
const pipBijDuo: Rij = {
  pip: true,
  eerder: BEGIN,
  effect: { journaal: ['ketenfeitOntvangen'], inhoud: { bron: 'pip' } },
};

/** Per event of DUO the effect on the journey. The person at DUO is an asielstatushouder, plichtig since 4 May 2026. */
export const EFFECTEN: Readonly<Record<string, Rij>> = {
  SS101: plichtig,
  SS128: plichtig,
  SS139: plichtig,
  SS120: plichtig,
  SS129: {
    eerder: ['SS101', 'SS109'],
    effect: { mijlpaalWeg: 'plichtGeeindigd', journaal: ['plichtHervat'] },
  },
  SS130: {
    pip: true,
    eerder: ['SS101', 'SS102', 'SS109'],
    effect: {
      mijlpaalWeg: 'plichtGeeindigd',
      journaal: ['plichtHervat', 'ketenfeitOntvangen'],
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
  SS137: stil,
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
  SS113: { ...metTermijn, effect: GEEN_EFFECT },
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

  // The signals tell nothing of which the journey does not keep watch itself.
  SS112: stil,
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
  SS127: stil,
  SS132: geenPipBijDuo,
  SS133: pipBijDuo,
  SS135: pipBijDuo,
  SS136: pipBijDuo,
  SS140: stil,
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
  SS142: stil,
};
