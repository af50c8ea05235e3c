import { Basis1790000000001 } from './1790000000001-basis.js';
import { Leesmodel1790000000002 } from './1790000000002-leesmodel.js';
import { Keten1790000000003 } from './1790000000003-keten.js';
import { Toegang1790000000004 } from './1790000000004-toegang.js';
import { Herziening1790000000005 } from './1790000000005-herziening.js';
import { Postvakafhandeling1790000000006 } from './1790000000006-postvakafhandeling.js';
import { Hartslag1790000000007 } from './1790000000007-hartslag.js';
import { Controle1790000000008 } from './1790000000008-controle.js';
import { Reconciliatie1790000000009 } from './1790000000009-reconciliatie.js';
import { Ophaalincident1790000000010 } from './1790000000010-ophaalincident.js';
import { CoaImport1790000000011 } from './1790000000011-coa-import.js';
import { Lijsten1790000000012 } from './1790000000012-lijsten.js';
import { Portaal1790000000013 } from './1790000000013-portaal.js';
import { Wissing1790000000015 } from './1790000000015-wissing.js';
import { CoaIntrekking1790000000016 } from './1790000000016-coa-intrekking.js';
import { LijstenPerTraject1790000000017 } from './1790000000017-lijsten-per-traject.js';
import { Instellingenlijst1790000000019 } from './1790000000019-instellingenlijst.js';
import { Brp1790000000025 } from './1790000000025-brp.js';

/** In the order in which they run. A migration that has shipped is never edited. */
export const MIGRATIES = [
  Basis1790000000001,
  Leesmodel1790000000002,
  Keten1790000000003,
  Toegang1790000000004,
  Herziening1790000000005,
  Postvakafhandeling1790000000006,
  Hartslag1790000000007,
  Controle1790000000008,
  Reconciliatie1790000000009,
  Ophaalincident1790000000010,
  CoaImport1790000000011,
  Lijsten1790000000012,
  Portaal1790000000013,
  Wissing1790000000015,
  CoaIntrekking1790000000016,
  LijstenPerTraject1790000000017,
  Instellingenlijst1790000000019,
  Brp1790000000025,
];
