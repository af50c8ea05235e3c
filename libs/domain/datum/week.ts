import { plusDagen, weekdag, type IsoDatum } from './datum.js';

/** Monday of the week of this day. */
export function maandagVan(d: IsoDatum): IsoDatum {
  return plusDagen(d, 1 - weekdag(d));
}
