/** A text that must never be readable outside. */
export const GEHEIM = 'Kleurrijke-Zeepaardjes';
