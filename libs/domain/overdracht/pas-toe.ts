import type { Envelop } from '../traject/kern.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import { TOESTAND_VERSIE, type Toestand } from '../traject/toestand.js';
import { vulAan } from './besluit.js';
import type { OverdrachtGebeurtenis } from './gebeurtenissen.js';

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

export const overdrachtToepassingen: Toepassingen<OverdrachtGebeurtenis> = {
  trajectGeopend: (_toestand, gebeurtenis, envelop) => eersteToestand(gebeurtenis, envelop),
  coaProfielVastgelegd: (toestand, { persoon, profiel }, { nr }) => ({
    ...toestand,
    persoon: vulAan(toestand.persoon, persoon),
    // A profile of COA means housing under art. 28 Huisvestingswet: the BRP registration starts the ten weeks.
    gehuisvestViaHvw28: true,
    koppeling: {
      op: profiel.koppelingOp,
      nr: toestand.koppeling?.nr ?? nr,
      vergunningOp: profiel.vergunningOp,
    },
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
