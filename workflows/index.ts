export { termijnherziening } from './bulkactie/termijnherziening.workflow.js';
export { traject } from './traject/traject.workflow.js';
