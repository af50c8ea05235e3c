import { BrpRaadplegingEntity } from './brp.entity.js';
import { CoaImportEntity, CoaImportRijEntity } from './coa-import.entity.js';
import { ControleEntity, ControleverschilEntity } from './controle.entity.js';
import { TermijnherzieningEntity, TermijnherzieningRegelEntity } from './herziening.entity.js';
import { ReconciliatieEntity } from './reconciliatie.entity.js';
import {
  GemeenteEntity,
  HartslagEntity,
  InstellingenEntity,
  InstellingenlijstEntity,
  KalenderversieEntity,
} from './installatie.entity.js';
import { CoaOverdrachtEntity, OpdrachtEntity, PostvakEntity } from './keten.entity.js';
import {
  BerichtEntity,
  MijlpaalEntity,
  TaakEntity,
  TaaktoewijzingEntity,
  TermijnEntity,
} from './leesmodel.entity.js';
import { WissingEntity } from './wissing.entity.js';
import { JournaalEntity, RouteEntity, TrajectEntity } from './traject.entity.js';

/** Every table, for the data sources. */
export const ENTITEITEN = [
  GemeenteEntity,
  InstellingenEntity,
  InstellingenlijstEntity,
  KalenderversieEntity,
  HartslagEntity,
  TrajectEntity,
  RouteEntity,
  JournaalEntity,
  TaakEntity,
  TaaktoewijzingEntity,
  TermijnEntity,
  MijlpaalEntity,
  BerichtEntity,
  OpdrachtEntity,
  PostvakEntity,
  CoaOverdrachtEntity,
  TermijnherzieningEntity,
  TermijnherzieningRegelEntity,
  ControleEntity,
  ControleverschilEntity,
  ReconciliatieEntity,
  CoaImportEntity,
  CoaImportRijEntity,
  WissingEntity,
  BrpRaadplegingEntity,
];
