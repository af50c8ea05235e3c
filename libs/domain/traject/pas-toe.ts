import { aanbodToepassingen } from '../aanbod/pas-toe.js';
import { aanvraagToepassingen } from '../aanvraag/pas-toe.js';
import { afrondingToepassingen } from '../afronding/pas-toe.js';
import { berichtToepassingen } from '../berichten/pas-toe.js';
import { contactpersoonToepassingen } from '../contactpersoon/pas-toe.js';
import { brpToepassingen } from '../brp/pas-toe.js';
import { correctieToepassingen } from '../correctie/pas-toe.js';
import { examenToepassingen } from '../examens/pas-toe.js';
import { DomainError } from '../fout.js';
import { huisvestingToepassingen } from '../huisvesting/pas-toe.js';
import { intakeToepassingen } from '../intake/pas-toe.js';
import { ketenToepassingen } from '../keten/besluit.js';
import { leerrouteToepassingen } from '../leerroute/pas-toe.js';
import { mapToepassingen } from '../map/pas-toe.js';
import { ondersteuningToepassingen } from '../ondersteuning/pas-toe.js';
import { opschortingToepassingen } from '../opschorting/pas-toe.js';
import { eersteToestand, overdrachtToepassingen } from '../overdracht/pas-toe.js';
import { pipToepassingen } from '../pip/pas-toe.js';
import { plichtToepassingen } from '../plicht/pas-toe.js';
import { pvtToepassingen } from '../pvt/pas-toe.js';
import { reconciliatieToepassingen } from '../reconciliatie/pas-toe.js';
import { signaalToepassingen } from '../signaal/pas-toe.js';
import { uitgaandToepassingen } from '../uitgaand/pas-toe.js';
import { urenToepassingen } from '../uren/pas-toe.js';
import { verlengingToepassingen } from '../verlenging/pas-toe.js';
import { voortgangToepassingen } from '../voortgang/pas-toe.js';
import { wissingToepassingen } from '../wissing/pas-toe.js';
import { zrouteToepassingen } from '../zroute/pas-toe.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import type { Envelop } from './kern.js';
import type { Toepassingen } from './onderwerp.js';
import { termijnToepassingen } from './termijntoepassingen.js';
import type { Toestand } from './toestand.js';

const TOEPASSINGEN: Toepassingen<Gebeurtenis> = {
  ...overdrachtToepassingen,
  ...huisvestingToepassingen,
  ...ondersteuningToepassingen,
  ...plichtToepassingen,
  ...intakeToepassingen,
  ...leerrouteToepassingen,
  ...pipToepassingen,
  ...aanbodToepassingen,
  ...pvtToepassingen,
  ...mapToepassingen,
  ...zrouteToepassingen,
  ...contactpersoonToepassingen,
  ...urenToepassingen,
  ...voortgangToepassingen,
  ...examenToepassingen,
  ...aanvraagToepassingen,
  ...opschortingToepassingen,
  ...verlengingToepassingen,
  ...afrondingToepassingen,
  ...berichtToepassingen,
  ...uitgaandToepassingen,
  ...correctieToepassingen,
  ...ketenToepassingen,
  ...reconciliatieToepassingen,
  ...wissingToepassingen,
  ...brpToepassingen,
  ...signaalToepassingen,
  ...termijnToepassingen,
};

type Toepassing = (t: Toestand, g: Gebeurtenis, e: Envelop) => Toestand;

/**
 * The toestand after one more event. `null` before the first event, which must be `trajectGeopend`.
 * Throws DomainError when the numbers have a gap: a broken journal is never folded to a guess.
 */
export function pasToe(
  toestand: Toestand | null,
  gebeurtenis: Gebeurtenis,
  envelop: Envelop,
): Toestand {
  if (toestand === null) {
    if (gebeurtenis.soort !== 'trajectGeopend' || envelop.nr !== 1) {
      throw new DomainError('JOURNAAL_ZONDER_BEGIN', 'A journal starts with trajectGeopend, nr 1.');
    }
    return eersteToestand(gebeurtenis, envelop);
  }
  if (envelop.nr !== toestand.nr + 1) {
    throw new DomainError(
      'JOURNAAL_ONDERBROKEN',
      `Expected entry ${toestand.nr + 1}, got ${envelop.nr}.`,
    );
  }
  const toepassing = TOEPASSINGEN[gebeurtenis.soort] as Toepassing | undefined;
  if (toepassing === undefined) {
    throw new DomainError('GEBEURTENIS_ONBEKEND', `Unknown event ${gebeurtenis.soort}.`);
  }
  return { ...toepassing(toestand, gebeurtenis, envelop), nr: envelop.nr };
}

export interface Journaalregel {
  readonly gebeurtenis: Gebeurtenis;
  readonly envelop: Envelop;
}

/** The toestand of a whole journal. Throws DomainError on an empty or broken one. */
export function vouw(rijen: Iterable<Journaalregel>): Toestand {
  let toestand: Toestand | null = null;
  for (const { gebeurtenis, envelop } of rijen) toestand = pasToe(toestand, gebeurtenis, envelop);
  if (toestand === null)
    throw new DomainError('JOURNAAL_LEEG', 'An empty journal has no toestand.');
  return toestand;
}
