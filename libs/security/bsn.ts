const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** True for nine digits that pass the elfproef. 000000000 passes the sum but is nobody's number. */
export function isBsn(waarde: string): boolean {
  if (!/^\d{9}$/.test(waarde) || waarde === '000000000') return false;
  const som = GEWICHTEN.reduce((tot, gewicht, i) => tot + gewicht * Number(waarde[i]), 0);
  return som % 11 === 0;
}

/** The BSN as nine digits (an older one of eight digits gets its leading zero), or undefined. */
export function normaliseerBsn(invoer: string): string | undefined {
  const cijfers = invoer.trim();
  if (!/^\d{8,9}$/.test(cijfers)) return undefined;
  const bsn = cijfers.padStart(9, '0');
  return isBsn(bsn) ? bsn : undefined;
}

/** True for ten digits. A V-nummer has no check digit that we may rely on. */
export function isVNummer(waarde: string): boolean {
  return /^\d{10}$/.test(waarde) && waarde !== '0000000000';
}

/** The V-nummer as ten digits, or undefined. DUO sends an integer, so leading zeros may be missing. */
export function normaliseerVNummer(invoer: string | number): string | undefined {
  const cijfers = String(invoer).trim();
  if (!/^\d{1,10}$/.test(cijfers)) return undefined;
  const vNummer = cijfers.padStart(10, '0');
  return isVNummer(vNummer) ? vNummer : undefined;
}
