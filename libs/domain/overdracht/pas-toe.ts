import type { Envelop } from '../traject/kern.js';
import type { Persoon } from '../traject/persoon.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import { TOESTAND_VERSIE, type Toestand } from '../traject/toestand.js';
import type { OverdrachtGebeurtenis } from './gebeurtenissen.js';
import { STUURVELDEN, type Stuurgegevens } from './opdrachten.js';
import {
  metProfiel,
  metStuurgegevens,
  profielStand,
  vulAan,
  zonderStrijd,
  type CoaProfielStand,
} from './profiel.js';

/** The toestand right after `trajectGeopend`. */
export function eersteToestand(
  gebeurtenis: Extract<OverdrachtGebeurtenis, { soort: 'trajectGeopend' }>,
  envelop: Envelop,
): Toestand {
  return {
    toestandVersie: TOESTAND_VERSIE,
    trajectId: gebeurtenis.trajectId,
    proef: gebeurtenis.proef,
    nr: envelop.nr,
    geopend: { op: envelop.datum, nr: envelop.nr },
    status: 'open',
    bron: gebeurtenis.bron,
    persoon: gebeurtenis.persoon,
    indeling: null,
    gedetailleerd: null,
    koppeling: null,
    scenario: null,
    driegesprek: null,
    gehuisvestViaHvw28: false,
    woning: null,
    verhuizing: null,
    brpInschrijving: null,
    bijstand: null,
    regelingen: null,
    plicht: null,
    plichtEinde: null,
    uitnodiging: null,
    intake: null,
    lbtAanmelding: null,
    lbtOntheffing: null,
    lbtResultaat: null,
    leerroute: null,
    pip: {
      concept: null,
      vastgesteld: null,
      eersteDagtekening: null,
      alfabetisering: 'NVT',
      voortgangsgesprekMaanden: null,
    },
    duoTermijn: null,
    bevestigingNagevraagd: null,
    aanbod: null,
    begeleiding: null,
    ontzorgenIngericht: null,
    ontzorgenAfgerond: null,
    pvt: { urenMaal100: 0, activiteiten: 0, laatsteNr: 0, ondertekend: null },
    map: { urenMaal100: 0, laatsteNr: 0, eindgesprek: null },
    uren: null,
    voortgangsgesprek: null,
    examens: null,
    eindgesprek: null,
    gesloten: null,
    termijnen: {},
    escalaties: {},
    berichten: {},
    feitTijdstip: {},
    ketenfeiten: {},
    ingetrokken: {},
  };
}

/** A person decided on these fields: nothing waits in them, and they are of COA or of the file from here on. */
function besloten(
  toestand: Toestand,
  { nieuw, vanCoa }: { readonly nieuw: Partial<Stuurgegevens>; readonly vanCoa: boolean },
  geldt: Partial<Stuurgegevens> = nieuw,
): Toestand {
  const na = metStuurgegevens(toestand, geldt);
  const stand = profielStand(toestand);
  if (stand === null) return na;
  const velden = STUURVELDEN.filter((veld) => veld in nieuw);
  const anders = stand.vanCoa.filter((veld) => !velden.includes(veld));
  return {
    ...na,
    coaProfiel: {
      ...zonderStrijd(stand, velden),
      vanCoa: vanCoa ? [...anders, ...velden] : anders,
    },
  };
}

/** What goes with the hand-over: not what a person made of it. */
function vanDezeOverdracht(stand: CoaProfielStand | undefined): readonly (keyof Persoon)[] {
  return (stand?.gevuld ?? []).filter(
    (veld) =>
      veld === 'bsn' || veld === 'vNummer' || stand?.vanCoa.some((een) => een === veld) === true,
  );
}

export const overdrachtToepassingen: Toepassingen<OverdrachtGebeurtenis> = {
  trajectGeopend: (_toestand, gebeurtenis, envelop) => eersteToestand(gebeurtenis, envelop),
  coaProfielVastgelegd: (toestand, gebeurtenis, envelop) => {
    const { persoon, profiel, afdruk, wijziging } = gebeurtenis;
    if (afdruk !== undefined && wijziging !== undefined) {
      return metProfiel(toestand, gebeurtenis, { afdruk, wijziging }, envelop);
    }
    return {
      ...toestand,
      persoon: vulAan(toestand.persoon, persoon),
      // A profile of COA means housing under art. 28 Huisvestingswet: the BRP registration starts the ten weeks.
      gehuisvestViaHvw28: true,
      koppeling: {
        op: profiel.koppelingOp,
        nr: toestand.koppeling?.nr ?? envelop.nr,
        vergunningOp: profiel.vergunningOp,
      },
    };
  },
  coaProfielGecorrigeerd: (toestand, { nieuw }) => besloten(toestand, { nieuw, vanCoa: false }),
  coaProfielBeoordeeld: (toestand, { uitkomst, nieuw }) =>
    uitkomst === 'overgenomen'
      ? besloten(toestand, { nieuw, vanCoa: true })
      : besloten(toestand, { nieuw, vanCoa: false }, {}),
  coaOverdrachtIngetrokken: ({ coaProfiel, ...toestand }, _gebeurtenis, { nr }) => ({
    ...toestand,
    persoon: {
      ...toestand.persoon,
      ...Object.fromEntries(vanDezeOverdracht(coaProfiel).map((veld) => [veld, null])),
    },
    gehuisvestViaHvw28: false,
    koppeling: null,
    ingetrokken: { ...toestand.ingetrokken, koppeling: nr },
  }),
  persoonAangevuld: (toestand, { persoon }) => ({
    ...toestand,
    persoon: vulAan(toestand.persoon, persoon),
  }),
  scenarioGekozen: (toestand, { scenario }, { nr, datum }) => ({
    ...toestand,
    scenario: { op: datum, nr, keuze: scenario },
  }),
  driegesprekGevoerd: (toestand, { gevoerdOp }, { nr }) => ({
    ...toestand,
    driegesprek: { op: gevoerdOp, nr },
  }),
};
