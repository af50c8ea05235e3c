import type { GewensteTermijn, Onderwerp } from '../traject/onderwerp.js';
import { eigenTermijn, isToegekend } from '../verlenging/verzoek.js';
import { isAsiel, openerNa } from '../traject/regels.js';
import type { Omgeving } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';

function tienWeken(t: Toestand): GewensteTermijn | null {
  if (t.plicht === null) return null;
  const inschrijving =
    t.gehuisvestViaHvw28 && t.brpInschrijving !== null
      ? { inschrijvingOp: t.brpInschrijving.op }
      : {};
  return {
    sleutel: 'PIP_VASTSTELLEN',
    code: 'PIP_VASTSTELLEN',
    verzoek: {
      soort: 'berekend',
      vraag: {
        termijn: 'PIP_VASTSTELLEN',
        feiten: {
          kennisgevingOp: t.plicht.kennisgevingOp,
          gehuisvestViaHvw28: t.gehuisvestViaHvw28 && isAsiel(t),
          ...inschrijving,
        },
      },
    },
    gehaaldOp: t.pip.vastgesteld?.op ?? null,
  };
}

function naPip(t: Toestand, { instellingen }: Omgeving): GewensteTermijn[] {
  const { vastgesteld, eersteDagtekening } = t.pip;
  const eigen = eigenTermijn(t, isToegekend);
  if (vastgesteld === null || eersteDagtekening === null || eigen === null) return [];
  const bezorging = t.berichten[vastgesteld.meldingId];
  const termijnen: GewensteTermijn[] = [
    {
      sleutel: 'INBURGERINGSTERMIJN',
      code: 'INBURGERINGSTERMIJN',
      verzoek:
        t.duoTermijn === null
          ? { soort: 'berekend', ...eigen }
          : { soort: 'gesteld', uiterlijkOp: t.duoTermijn.eindeOp, door: 'DUO' },
      gehaaldOp: t.plichtEinde?.op ?? null,
    },
    {
      sleutel: 'LEERROUTE_WIJZIGEN',
      code: 'LEERROUTE_WIJZIGEN',
      verzoek: {
        soort: 'berekend',
        vraag: { termijn: 'LEERROUTE_WIJZIGEN', feiten: { pipDagtekening: eersteDagtekening } },
      },
      gehaaldOp: t.plichtEinde?.op ?? null,
    },
  ];
  if (bezorging?.bezorgdOp) {
    termijnen.push({
      sleutel: 'BEVESTIGING_DUO',
      code: 'BEVESTIGING_DUO',
      verzoek: {
        soort: 'berekend',
        vraag: {
          termijn: 'VRIJE_TERMIJN',
          feiten: {
            vanafOp: bezorging.bezorgdOp,
            dagen: instellingen.bevestigingDuoDagen,
            algemeneTermijnenwet: false,
          },
        },
      },
      gehaaldOp: t.duoTermijn?.ontvangenOp ?? null,
    });
  }
  return termijnen;
}

export const pip: Onderwerp = {
  taken: [
    {
      soort: 'pip-opstellen',
      titel: 'Stel het persoonlijk plan inburgering en participatie op',
      rol: 'regievoerder',
      uitkomsten: ['stelPipOp'],
      open: (t) =>
        t.leerroute !== null && t.pip.concept === null
          ? {
              openerNr: openerNa(t, 'pipConcept', t.leerroute.nr),
              termijn: 'PIP_VASTSTELLEN',
              reden: 'De leerroute is gekozen; het PIP legt de afspraken vast (Wi art. 15).',
            }
          : null,
    },
    {
      soort: 'pip-vaststellen',
      titel: 'Stel het PIP vast',
      rol: 'regievoerder',
      uitkomsten: ['stelPipVast'],
      open: (t) =>
        t.pip.concept !== null && t.pip.vastgesteld === null
          ? {
              openerNr: openerNa(t, 'pip', t.pip.concept.nr),
              termijn: 'PIP_VASTSTELLEN',
              reden:
                'Het concept is klaar; de dagtekening start de inburgeringstermijn (Wi art. 11).',
            }
          : null,
    },
    {
      soort: 'bevestiging-navragen',
      titel: 'Vraag bij DUO na waarom de inburgeringstermijn niet bevestigd is',
      rol: 'regievoerder',
      uitkomsten: ['vraagBevestigingNa'],
      open: (t) => {
        const termijn = t.termijnen['BEVESTIGING_DUO'];
        const verstrekenNr = termijn?.sporten.verstreken;
        return verstrekenNr !== undefined &&
          t.duoTermijn === null &&
          t.bevestigingNagevraagd === null
          ? {
              openerNr: verstrekenNr,
              reden: 'DUO heeft het PIP ontvangen maar de start van de termijn niet gemeld.',
            }
          : null;
      },
    },
  ],
  termijnen: (t, omgeving) => {
    const eerst = tienWeken(t);
    return [...(eerst ? [eerst] : []), ...naPip(t, omgeving)];
  },
  mijlpalen: {
    pipVastgesteld: (t) => t.pip.vastgesteld?.nr ?? null,
    pipBezorgd: (t) => {
      const bericht = t.pip.vastgesteld && t.berichten[t.pip.vastgesteld.meldingId];
      return bericht && (bericht.status === 'bezorgd' || bericht.status === 'handmatig')
        ? bericht.statusNr
        : null;
    },
    termijnBevestigd: (t) => t.duoTermijn?.nr ?? null,
  },
};
