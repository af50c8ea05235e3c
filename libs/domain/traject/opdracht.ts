import type { AanbodOpdracht } from '../aanbod/opdrachten.js';
import type { AanvraagOpdracht } from '../aanvraag/opdrachten.js';
import type { AfrondingOpdracht } from '../afronding/opdrachten.js';
import type { BerichtOpdracht } from '../berichten/opdrachten.js';
import type { ContactpersoonOpdracht } from '../contactpersoon/opdrachten.js';
import type { BrpOpdracht } from '../brp/opdrachten.js';
import type { CorrectieOpdracht, HerstelOpdracht } from '../correctie/opdrachten.js';
import type { ExamenOpdracht } from '../examens/opdrachten.js';
import type { HerzieningOpdracht } from '../herziening/opdrachten.js';
import type { HuisvestingOpdracht } from '../huisvesting/opdrachten.js';
import type { IntakeOpdracht } from '../intake/opdrachten.js';
import type { KetenOpdracht } from '../keten/opdrachten.js';
import type { LeerrouteOpdracht } from '../leerroute/opdrachten.js';
import type { MapOpdracht } from '../map/opdrachten.js';
import type { OndersteuningOpdracht } from '../ondersteuning/opdrachten.js';
import type { OpschortingOpdracht } from '../opschorting/opdrachten.js';
import type { OverdrachtOpdracht } from '../overdracht/opdrachten.js';
import type { PipOpdracht } from '../pip/opdrachten.js';
import type { PlichtOpdracht } from '../plicht/opdrachten.js';
import type { PvtOpdracht } from '../pvt/opdrachten.js';
import type { ReconciliatieOpdracht } from '../reconciliatie/opdrachten.js';
import type { SignaalOpdracht } from '../signaal/opdrachten.js';
import type { UrenOpdracht } from '../uren/opdrachten.js';
import type { VerlengingOpdracht } from '../verlenging/opdrachten.js';
import type { VoortgangOpdracht } from '../voortgang/opdrachten.js';
import type { WissingOpdracht } from '../wissing/opdrachten.js';
import type { ZrouteOpdracht } from '../zroute/opdrachten.js';

/** Everything that can be asked of a journey. Imperative; decided by the core, once. */
export type Opdracht =
  | OverdrachtOpdracht
  | HuisvestingOpdracht
  | OndersteuningOpdracht
  | PlichtOpdracht
  | IntakeOpdracht
  | LeerrouteOpdracht
  | PipOpdracht
  | AanbodOpdracht
  | PvtOpdracht
  | MapOpdracht
  | ZrouteOpdracht
  | ContactpersoonOpdracht
  | ReconciliatieOpdracht
  | UrenOpdracht
  | VoortgangOpdracht
  | ExamenOpdracht
  | AanvraagOpdracht
  | OpschortingOpdracht
  | VerlengingOpdracht
  | AfrondingOpdracht
  | BerichtOpdracht
  | CorrectieOpdracht
  | HerstelOpdracht
  | HerzieningOpdracht
  | WissingOpdracht
  | BrpOpdracht
  | KetenOpdracht
  | SignaalOpdracht;

export type OpdrachtSoort = Opdracht['soort'];
