import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificaat } from './certificaten.js';

/** A secret of this installation: kept in a file that only its owner reads, made when it is not there. */
export function bewaardGeheim(map: string, naam: string, codering: 'base64' | 'hex'): string {
  const bestand = join(map, naam);
  if (!existsSync(bestand)) {
    mkdirSync(map, { recursive: true, mode: 0o700 });
    writeFileSync(bestand, randomBytes(32).toString(codering), { mode: 0o600 });
  }
  return readFileSync(bestand, 'utf8');
}

/** The certificates of the gemeenten as the worker wants them: by OIN, with whom to trust. */
export function legClientCertificatenKlaar(
  map: string,
  ca: string,
  perOin: Readonly<Record<string, Certificaat>>,
): string {
  const doel = join(map, 'duo-client');
  mkdirSync(doel, { recursive: true, mode: 0o700 });
  copyFileSync(ca, join(doel, 'ca.crt'));
  for (const [oin, { certificaat, sleutel }] of Object.entries(perOin)) {
    copyFileSync(certificaat, join(doel, `${oin}.crt`));
    copyFileSync(sleutel, join(doel, `${oin}.key`));
  }
  return doel;
}
