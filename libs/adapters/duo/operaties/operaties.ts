import type { DuoOperaties } from '../operatie.js';
import { SDI012_OPERATIES, SDI013_OPERATIES, SDI017_OPERATIES } from './oordeel.operaties.js';
import { SDI014_OPERATIES } from './pip.operaties.js';
import { SDI005_OPERATIES, SDI006_OPERATIES, SDI007_OPERATIES } from './plicht.operaties.js';
import { SDI016_OPERATIES } from './resultaten.operaties.js';

/** All operations of DUO's eleven APIs, as data. */
export const DUO_OPERATIES: DuoOperaties = {
  ...SDI005_OPERATIES,
  ...SDI006_OPERATIES,
  ...SDI007_OPERATIES,
  ...SDI012_OPERATIES,
  ...SDI013_OPERATIES,
  ...SDI014_OPERATIES,
  ...SDI016_OPERATIES,
  ...SDI017_OPERATIES,
};
