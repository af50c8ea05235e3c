export { bijwerking } from './bulkactie/bijwerking.workflow.js';
export { termijnherziening } from './bulkactie/termijnherziening.workflow.js';
export { nachtcontrole } from './controle/nachtcontrole.workflow.js';
export { traject } from './traject/traject.workflow.js';
