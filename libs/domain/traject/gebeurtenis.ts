import type { AanbodGebeurtenis } from '../aanbod/gebeurtenissen.js';
import type { AanvraagGebeurtenis } from '../aanvraag/gebeurtenissen.js';
import type { AfrondingGebeurtenis } from '../afronding/gebeurtenissen.js';
import type { BerichtGebeurtenis } from '../berichten/gebeurtenissen.js';
import type { ContactpersoonGebeurtenis } from '../contactpersoon/gebeurtenissen.js';
import type { BrpGebeurtenis } from '../brp/gebeurtenissen.js';
import type { CorrectieGebeurtenis } from '../correctie/gebeurtenissen.js';
import type { ExamenGebeurtenis } from '../examens/gebeurtenissen.js';
import type { HuisvestingGebeurtenis } from '../huisvesting/gebeurtenissen.js';
import type { IntakeGebeurtenis } from '../intake/gebeurtenissen.js';
import type { KetenGebeurtenis } from '../keten/ketenfeiten.js';
import type { LeerrouteGebeurtenis } from '../leerroute/gebeurtenissen.js';
import type { MapGebeurtenis } from '../map/gebeurtenissen.js';
import type { OndersteuningGebeurtenis } from '../ondersteuning/gebeurtenissen.js';
import type { OpschortingGebeurtenis } from '../opschorting/gebeurtenissen.js';
import type { OverdrachtGebeurtenis } from '../overdracht/gebeurtenissen.js';
import type { PipGebeurtenis } from '../pip/gebeurtenissen.js';
import type { PlichtGebeurtenis } from '../plicht/gebeurtenissen.js';
import type { PvtGebeurtenis } from '../pvt/gebeurtenissen.js';
import type { ReconciliatieGebeurtenis } from '../reconciliatie/gebeurtenissen.js';
import type { SignaalGebeurtenis } from '../signaal/gebeurtenissen.js';
import type { AttenderingBesloten } from '../uitgaand/attendering.js';
import type { UrenGebeurtenis } from '../uren/gebeurtenissen.js';
import type { VerlengingGebeurtenis } from '../verlenging/gebeurtenissen.js';
import type { VoortgangGebeurtenis } from '../voortgang/gebeurtenissen.js';
import type { WissingGebeurtenis } from '../wissing/gebeurtenissen.js';
import type { ZrouteGebeurtenis } from '../zroute/gebeurtenissen.js';
import type { TermijnGebeurtenis } from './termijngebeurtenissen.js';

/** Everything that can have happened in a journey. Past tense; appended, never changed. */
export type Gebeurtenis =
  | OverdrachtGebeurtenis
  | HuisvestingGebeurtenis
  | OndersteuningGebeurtenis
  | PlichtGebeurtenis
  | IntakeGebeurtenis
  | LeerrouteGebeurtenis
  | PipGebeurtenis
  | AanbodGebeurtenis
  | PvtGebeurtenis
  | MapGebeurtenis
  | ZrouteGebeurtenis
  | ContactpersoonGebeurtenis
  | ReconciliatieGebeurtenis
  | UrenGebeurtenis
  | VoortgangGebeurtenis
  | ExamenGebeurtenis
  | AanvraagGebeurtenis
  | OpschortingGebeurtenis
  | VerlengingGebeurtenis
  | AfrondingGebeurtenis
  | BerichtGebeurtenis
  | AttenderingBesloten
  | CorrectieGebeurtenis
  | KetenGebeurtenis
  | SignaalGebeurtenis
  | WissingGebeurtenis
  | BrpGebeurtenis
  | TermijnGebeurtenis;

export type GebeurtenisSoort = Gebeurtenis['soort'];

/** Shape in which each kind is written now; kinds not named are at 1. Older shapes are read through upcasters. */
const GEBEURTENIS_VERSIES: Readonly<Partial<Record<GebeurtenisSoort, number>>> = {};

/** Version in which an event of this kind is written. */
export function gebeurtenisVersie(soort: GebeurtenisSoort): number {
  return GEBEURTENIS_VERSIES[soort] ?? 1;
}
