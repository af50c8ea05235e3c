import { dagenTussen, type IsoDatum } from '../datum/datum.js';
import { pipVanAnderen } from '../keten/duo-stand.js';
import { verouderd } from '../keten/ordening.js';
import { dagtekeningregels } from '../keten/regels/pip.js';
import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { pipBericht } from './bericht.js';
import { eigenEinde } from './vergelijking.js';
import { isToegekend } from '../verlenging/verzoek.js';
import {
  besloten,
  bi,
  geweigerd,
  termijnomgeving,
  wi,
  type Omgeving,
  type Weigering,
} from '../traject/kern.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import type { PipOpdracht } from './opdrachten.js';

/** What DUO would refuse, and what does not fit the file itself. */
export function dagtekeningKan(
  toestand: Toestand,
  dagtekening: IsoDatum,
  omgeving: Omgeving,
): { readonly ok: false; readonly weigering: Weigering } | null {
  return eersteWeigering(
    nietInToekomst(dagtekening, 'dagtekening', omgeving),
    weigerVoorDuo(
      dagtekeningregels({
        dagtekening,
        plichtBeginOp: toestand.plicht?.beginOp ?? null,
        gevestigdOp: toestand.brpInschrijving?.op ?? toestand.gevestigdOp ?? null,
        eerderePips: [toestand.pip.eersteDagtekening, pipVanAnderen(toestand)].filter(
          (eerder) => eerder !== null,
        ),
      }),
    ),
    nietEerderDan(
      dagtekening,
      toestand.leerroute?.op ?? null,
      'dagtekening',
      'de keuze van de leerroute',
    ),
  );
}

export const pipBesluiten: Besluiten<PipOpdracht> = {
  stelPipOp: (toestand, opdracht, omgeving) => {
    const nee = eersteWeigering(
      nogNietVastgelegd(toestand.pip.concept, 'Het concept van het PIP', wi('15')),
      pasNa(
        toestand.leerroute !== null,
        'LEERROUTE_NIET_GEKOZEN',
        'Kies eerst de leerroute; die hoort in het PIP.',
        wi('15 lid 1'),
      ),
      nietInToekomst(opdracht.opgesteldOp, 'opgesteldOp', omgeving),
    );
    if (nee) return nee;
    const metMap = toestand.leerroute?.route !== 'O';
    if (metMap !== (opdracht.mapIntensiteit !== undefined)) {
      return geweigerd(
        metMap ? 'MAP_INTENSITEIT_ONTBREEKT' : 'GEEN_MAP_OP_ONDERWIJSROUTE',
        metMap
          ? 'Noem de intensiteit van de module Arbeidsmarkt en Participatie.'
          : 'De onderwijsroute kent geen module Arbeidsmarkt en Participatie.',
        { veld: 'mapIntensiteit', artikel: metMap ? bi('5.3') : wi('8 lid 3') },
      );
    }
    return besloten({
      soort: 'pipOpgesteld',
      opgesteldOp: opdracht.opgesteldOp,
      ondersteuning: opdracht.ondersteuning,
      pvtIntensiteit: opdracht.pvtIntensiteit,
      mapIntensiteit: opdracht.mapIntensiteit ?? null,
      alfabetisering: opdracht.alfabetisering,
      voortgangsgesprekMaanden: opdracht.voortgangsgesprekMaanden ?? null,
    });
  },
  stelPipVast: (toestand, { dagtekening }, omgeving) => {
    const { leerroute, pip } = toestand;
    if (leerroute === null || pip.concept === null) {
      return geweigerd('PIP_NIET_OPGESTELD', 'Stel het PIP eerst op.', { artikel: wi('15') });
    }
    const nee = eersteWeigering(
      nogNietVastgelegd(pip.vastgesteld, 'Het PIP', wi('15')),
      pasNa(
        toestand.plicht !== null,
        'PLICHT_ONBEKEND',
        'DUO heeft de inburgeringsplicht nog niet bekendgemaakt.',
        wi('15 lid 5'),
      ),
      dagtekeningKan(toestand, dagtekening, omgeving),
    );
    if (nee) return nee;
    const meldingId = `${toestand.nr + 1}-pip`;
    return besloten<Gebeurtenis>(
      { soort: 'pipVastgesteld', dagtekening, meldingId },
      pipBericht(toestand, meldingId, dagtekening, leerroute),
    );
  },
  vraagBevestigingNa: (toestand, { gevraagdOp, uitkomst }, omgeving) =>
    eersteWeigering(
      pasNa(
        toestand.pip.vastgesteld !== null,
        'PIP_NIET_VASTGESTELD',
        'Er is nog geen vastgesteld PIP om na te vragen.',
        wi('15'),
      ),
      nietInToekomst(gevraagdOp, 'gevraagdOp', omgeving),
    ) ?? besloten({ soort: 'bevestigingNagevraagd', gevraagdOp, uitkomst }),
  verwerkTermijn: (toestand, { gevraagdTijdstip, termijn }, omgeving) => {
    const nee = verouderd(toestand, 'termijn', gevraagdTijdstip);
    if (nee) return nee;
    const bekend = toestand.duoTermijn;
    if (termijn === null) {
      return bekend === null
        ? besloten()
        : besloten({ soort: 'termijnDoorDuoIngetrokken', gevraagdTijdstip });
    }
    if (bekend?.startOp === termijn.startOp && bekend.eindeOp === termijn.eindeOp)
      return besloten();
    const eigenEindeOp = eigenEinde(toestand, termijnomgeving(omgeving), isToegekend);
    return besloten({
      soort: 'termijnDoorDuoVastgesteld',
      gevraagdTijdstip,
      ...termijn,
      eigenEindeOp,
      verschilDagen: eigenEindeOp === null ? null : dagenTussen(eigenEindeOp, termijn.eindeOp),
    });
  },
};
