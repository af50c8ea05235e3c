/** A failure with a message that is meant to be read by the person at the keyboard (Dutch). */
export class LokaalFout extends Error {
  override readonly name = 'LokaalFout';
}

/** The message of anything that was thrown, for use inside a LokaalFout. */
export function foutTekst(fout: unknown): string {
  return fout instanceof Error ? fout.message : String(fout);
}
