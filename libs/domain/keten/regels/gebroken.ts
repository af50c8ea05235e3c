import type { DuoRegelCode } from './tabel.js';

/** The codes whose condition holds, in the order given. */
export function gebroken(
  regels: Readonly<Partial<Record<DuoRegelCode, boolean>>>,
): readonly DuoRegelCode[] {
  return Object.entries(regels).flatMap(([code, geldt]) => (geldt ? [code as DuoRegelCode] : []));
}
