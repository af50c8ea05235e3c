const HOOGSTE = 9_999_999_999;

/**
 * V-nummer as we keep it, 10 digits padded with zeros, from the number DUO sends in a notification
 * (an integer of 1 to 9999999999). `undefined` when it is no V-nummer.
 */
export function vNummerVanGetal(getal: number): string | undefined {
  if (!Number.isSafeInteger(getal) || getal < 1 || getal > HOOGSTE) return undefined;
  return String(getal).padStart(10, '0');
}
