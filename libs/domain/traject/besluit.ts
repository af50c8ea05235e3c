import { aanbodBesluiten } from '../aanbod/besluit.js';
import { aanvraagBesluiten } from '../aanvraag/besluit.js';
import { afrondingBesluiten } from '../afronding/besluit.js';
import { berichtBesluiten } from '../berichten/besluit.js';
import { berichtGevolg, moetNogNaarDuo } from '../berichten/gevolgen.js';
import { contactpersoonBesluiten } from '../contactpersoon/besluit.js';
import { brpBesluiten } from '../brp/besluit.js';
import { correctieBesluiten } from '../correctie/besluit.js';
import { HERSTEL, type HerstelOpdracht } from '../correctie/opdrachten.js';
import { examenBesluiten } from '../examens/besluit.js';
import { DomainError } from '../fout.js';
import { herzieningBesluiten } from '../herziening/besluit.js';
import { huisvestingBesluiten } from '../huisvesting/besluit.js';
import { intakeBesluiten } from '../intake/besluit.js';
import { ketenBesluiten } from '../keten/besluit.js';
import { leerrouteBesluiten } from '../leerroute/besluit.js';
import { mapBesluiten } from '../map/besluit.js';
import { ondersteuningBesluiten } from '../ondersteuning/besluit.js';
import { opschortingBesluiten } from '../opschorting/besluit.js';
import { overdrachtBesluiten } from '../overdracht/besluit.js';
import { pipBesluiten } from '../pip/besluit.js';
import { plichtBesluiten } from '../plicht/besluit.js';
import { pvtBesluiten } from '../pvt/besluit.js';
import { reconciliatieBesluiten } from '../reconciliatie/besluit.js';
import { signaalBesluiten } from '../signaal/besluit.js';
import { attenderingen, vervallenAttendering } from '../uitgaand/gevolg.js';
import { urenBesluiten } from '../uren/besluit.js';
import { verlengingBesluiten } from '../verlenging/besluit.js';
import { voortgangBesluiten } from '../voortgang/besluit.js';
import { wissingBesluiten } from '../wissing/besluit.js';
import { zrouteBesluiten } from '../zroute/besluit.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import { besloten, geweigerd, type Envelop, type Omgeving, type Uitkomst } from './kern.js';
import type { Besluiten } from './onderwerp.js';
import type { Opdracht, OpdrachtSoort } from './opdracht.js';
import { pasToe } from './pas-toe.js';
import { volgendeTermijnstap } from './termijnbewaking.js';
import type { Toestand } from './toestand.js';

const BESLUITEN: Besluiten<Opdracht> = {
  ...overdrachtBesluiten,
  ...huisvestingBesluiten,
  ...ondersteuningBesluiten,
  ...plichtBesluiten,
  ...intakeBesluiten,
  ...leerrouteBesluiten,
  ...pipBesluiten,
  ...aanbodBesluiten,
  ...pvtBesluiten,
  ...mapBesluiten,
  ...zrouteBesluiten,
  ...contactpersoonBesluiten,
  ...urenBesluiten,
  ...voortgangBesluiten,
  ...examenBesluiten,
  ...aanvraagBesluiten,
  ...opschortingBesluiten,
  ...verlengingBesluiten,
  ...afrondingBesluiten,
  ...berichtBesluiten,
  ...correctieBesluiten,
  corrigeerFeit: herstel,
  ...herzieningBesluiten,
  ...ketenBesluiten,
  ...reconciliatieBesluiten,
  ...wissingBesluiten,
  ...brpBesluiten,
  ...signaalBesluiten,
};

/** First the withdrawal, then the recording anew on what is left; both or neither. */
function herstel(
  toestand: Toestand,
  { feit, reden, opdracht }: HerstelOpdracht,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  if (opdracht.soort !== HERSTEL[feit]) {
    return geweigerd(
      'OPDRACHT_HOORT_NIET_BIJ_FEIT',
      `Dit feit wordt vastgelegd met de opdracht ${HERSTEL[feit]}.`,
      { veld: 'opdracht' },
    );
  }
  const weg = BESLUITEN.trekFeitIn(toestand, { soort: 'trekFeitIn', feit, reden }, omgeving);
  if (!weg.ok) return weg;
  const zonder = speelAf(toestand, weg.gebeurtenissen, omgeving);
  const weer = (BESLUITEN[opdracht.soort] as Besluit)(zonder, opdracht, omgeving);
  return weer.ok ? besloten(...weg.gebeurtenissen, ...weer.gebeurtenissen) : weer;
}

type Besluit = (t: Toestand, o: Opdracht, omgeving: Omgeving) => Uitkomst<Gebeurtenis>;

/** More than any opdracht can set in motion; reached only when two terms chase each other. */
const MEESTE_STAPPEN = 50;

/**
 * What a closed journey still takes: reopening, its erasure, and facts of DUO. Those were asked for because DUO told of
 * them, perhaps before the closing; they complete the file, and only the plicht that goes on opens it again.
 */
const OOK_GESLOTEN: readonly OpdrachtSoort[] = [
  'heropenTraject',
  'verwerkPlicht',
  'verwerkDoelgroep',
  'verwerkTermijn',
  'verwerkLbt',
  'verwerkExamens',
  'verwerkKetenfeit',
  'meldTenOnrechteOntvangen',
];

export function envelopNa(toestand: Toestand | null, { tijdstip, vandaag }: Omgeving): Envelop {
  return { nr: (toestand?.nr ?? 0) + 1, tijdstip, datum: vandaag };
}

/** Folds events in as the door will journal them. */
export function speelAf(
  toestand: Toestand | null,
  gebeurtenissen: readonly Gebeurtenis[],
  omgeving: Omgeving,
): Toestand {
  const na = gebeurtenissen.reduce<Toestand | null>(
    (tot, gebeurtenis) => pasToe(tot, gebeurtenis, envelopNa(tot, omgeving)),
    toestand,
  );
  if (na === null) throw new DomainError('JOURNAAL_LEEG', 'No event, no toestand.');
  return na;
}

/** The events, followed by what they mean for terms, for open messages (E19) and for what the gemeente is told of. */
export function metGevolgen(
  toestand: Toestand | null,
  gebeurtenissen: readonly Gebeurtenis[],
  omgeving: Omgeving,
): readonly Gebeurtenis[] {
  if (gebeurtenissen.length === 0) return [];
  const alle = [...gebeurtenissen];
  let stand = speelAf(toestand, gebeurtenissen, omgeving);
  for (let stap = 0; stap < MEESTE_STAPPEN; stap += 1) {
    const gevolg =
      vervallenBericht(stand, gebeurtenissen) ??
      berichtGevolg(stand, gebeurtenissen, omgeving) ??
      vervallenAttendering(stand) ??
      volgendeTermijnstap(stand, omgeving);
    if (gevolg === null) return [...alle, ...attenderingen(toestand, stand, omgeving)];
    alle.push(gevolg);
    stand = pasToe(stand, gevolg, envelopNa(stand, omgeving));
  }
  throw new DomainError('GEVOLGEN_ZONDER_EINDE', 'The terms of this journey do not come to rest.');
}

/**
 * After a death there is nothing left to tell DUO, nor about who was received by mistake (E19). DUO gives no reason
 * for a plicht that was a mistake: it says 'Overig', as for who became Dutch, and can take that back, so those
 * messages stay until a person has the file erased.
 */
function vervallenBericht(
  toestand: Toestand,
  gebeurtenissen: readonly Gebeurtenis[],
): Gebeurtenis | null {
  const overleden = gebeurtenissen.some(
    (g) => g.soort === 'plichtGeeindigd' && g.reden === 'Overlijden',
  );
  if (!overleden && toestand.tenOnrechte === undefined) return null;
  const open = Object.entries(toestand.berichten).find(([, { status }]) => moetNogNaarDuo(status));
  return open
    ? {
        soort: 'berichtVervallen',
        meldingId: open[0],
        reden: overleden
          ? 'De plicht is geeindigd door overlijden.'
          : 'Deze persoon is ten onrechte ontvangen.',
      }
    : null;
}

/** Opens a journey: the first entry of its journal. */
export function openen(
  opdracht: Extract<Opdracht, { soort: 'openTraject' }>,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  const { trajectId, proef, bron, persoon } = opdracht;
  return persoon.bsn === null && persoon.vNummer === null
    ? geweigerd('PERSOON_ZONDER_NUMMER', 'Noem een burgerservicenummer of een V-nummer.', {
        veld: 'bsn',
      })
    : besloten(
        ...metGevolgen(
          null,
          [{ soort: 'trajectGeopend', trajectId, proef, bron, persoon }],
          omgeving,
        ),
      );
}

/**
 * Decides one opdracht: the events with everything that follows from them, or a refusal with code and article.
 * Pure: the same toestand, opdracht and omgeving give the same answer. No events: nothing new.
 */
export function besluit(
  toestand: Toestand,
  opdracht: Opdracht,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  if (toestand.tenOnrechte !== undefined) {
    return geweigerd('TRAJECT_GEWIST', 'Dit traject was ten onrechte ontvangen en is gewist.');
  }
  if (toestand.status === 'gesloten' && !OOK_GESLOTEN.includes(opdracht.soort)) {
    return geweigerd(
      'TRAJECT_GESLOTEN',
      'Dit traject is gesloten. Heropen het eerst met een reden.',
    );
  }
  const beslis = BESLUITEN[opdracht.soort] as Besluit;
  const uitkomst = beslis(toestand, opdracht, omgeving);
  return uitkomst.ok
    ? { ok: true, gebeurtenissen: metGevolgen(toestand, uitkomst.gebeurtenissen, omgeving) }
    : uitkomst;
}
