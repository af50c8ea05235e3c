import type { Besluiten } from '../traject/onderwerp.js';
import { besloten, type Uitkomst } from '../traject/kern.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { verouderd } from '../keten/ordening.js';
import type { PlichtFeiten, PlichtOpdracht } from './opdrachten.js';
import type { Toestand } from '../traject/toestand.js';

type VerwerkPlicht = Extract<PlichtOpdracht, { soort: 'verwerkPlicht' }>;

/** New word of DUO about the plicht opens a closed file again: someone must look, and close it anew. */
function heropend(toestand: Toestand): Gebeurtenis[] {
  return toestand.status === 'gesloten'
    ? [{ soort: 'trajectHeropend', reden: 'DUO heeft nieuwe gegevens over de inburgeringsplicht.' }]
    : [];
}

function einde(
  toestand: Toestand,
  { gevraagdTijdstip, feiten }: VerwerkPlicht,
  vandaag: PlichtFeiten['eindeOp'] & string,
): Uitkomst<Gebeurtenis> {
  const eindeOp = feiten.eindeOp ?? vandaag;
  const reden = feiten.redenGeenPlicht ?? 'Overig';
  const gelijk =
    toestand.plichtEinde !== null &&
    toestand.plichtEinde.reden === reden &&
    (feiten.eindeOp === null || toestand.plichtEinde.op === eindeOp);
  return gelijk
    ? besloten()
    : besloten(...heropend(toestand), {
        soort: 'plichtGeeindigd',
        gevraagdTijdstip,
        eindeOp,
        reden,
      });
}

export const plichtBesluiten: Besluiten<PlichtOpdracht> = {
  verwerkPlicht: (toestand, opdracht, omgeving) => {
    const { gevraagdTijdstip, feiten } = opdracht;
    const nee = verouderd(toestand, 'plicht', gevraagdTijdstip);
    if (nee) return nee;
    if (!feiten.plichtig) return einde(toestand, opdracht, omgeving.vandaag);
    const gebeurtenissen: Gebeurtenis[] = [];
    if (toestand.plichtEinde !== null) {
      gebeurtenissen.push(...heropend(toestand), { soort: 'plichtHervat', gevraagdTijdstip });
    }
    const { kennisgevingOp } = feiten;
    const gelijk =
      toestand.plicht !== null &&
      toestand.plicht.kennisgevingOp === kennisgevingOp &&
      toestand.plicht.beginOp === feiten.beginOp;
    // Plichtig without kennisgeving: coupled, but DUO has not told the person yet. The ten weeks wait for that day.
    if (kennisgevingOp !== null && !gelijk) {
      gebeurtenissen.push({
        soort: 'plichtGeregistreerd',
        gevraagdTijdstip,
        feiten,
        kennisgevingOp,
      });
    }
    if (kennisgevingOp === null && toestand.plicht !== null) {
      gebeurtenissen.push({ soort: 'kennisgevingIngetrokken', gevraagdTijdstip });
    }
    return besloten(...gebeurtenissen);
  },
  verwerkDoelgroep: (toestand, { gevraagdTijdstip, feiten }) => {
    const nee = verouderd(toestand, 'doelgroep', gevraagdTijdstip);
    if (nee) return nee;
    return toestand.indeling === feiten.indeling && toestand.gedetailleerd === feiten.gedetailleerd
      ? besloten()
      : besloten({ soort: 'doelgroepGeregistreerd', gevraagdTijdstip, feiten });
  },
};
