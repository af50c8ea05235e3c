export { traject } from './traject/traject.workflow.js';
