import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createSecureContext } from 'node:tls';

const LIJST = /-----BEGIN X509 CRL-----[\s\S]+?-----END X509 CRL-----/g;
const ELKE_MS = 30_000;

/**
 * The certificate revocation lists in a PEM file, one by one: TLS would read only the first of a text. Where they are
 * given, every certificate of a chain is checked, so the list of each of its authorities must be there.
 * @throws Error when the file cannot be read, holds no list, or one that is broken.
 */
export function leesIntrekkingslijsten(pad: string): string[] {
  const lijsten = readFileSync(pad, 'utf8').match(LIJST) ?? [];
  if (lijsten.length === 0) throw new Error('Dit bestand bevat geen intrekkingslijst.');
  createSecureContext({ crl: lijsten });
  return [...lijsten];
}

interface Volger {
  readonly neem: (lijsten: string[]) => void;
  /** The file went away or is no good: what was in force stays. */
  readonly klaag: () => void;
}

/** Gives the lists each time the file changes, until the returned function is called. */
export function volgIntrekkingslijsten(
  pad: string,
  { neem, klaag }: Volger,
  elkeMs = ELKE_MS,
): () => void {
  const kijk = (nu: { mtimeMs: number }, eerder: { mtimeMs: number }): void => {
    // Told once of a file that was never there.
    if (nu.mtimeMs === 0 && eerder.mtimeMs === 0) return;
    try {
      neem(leesIntrekkingslijsten(pad));
    } catch {
      klaag();
    }
  };
  watchFile(pad, { interval: elkeMs, persistent: false }, kijk);
  return () => {
    unwatchFile(pad, kijk);
  };
}
