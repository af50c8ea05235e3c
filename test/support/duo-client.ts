import { duoApisOp, STANDAARD_DUO_GRENZEN } from '#adapters/duo/duo-configuratie.js';
import type { DuoGrenzen, DuoTls } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';

export const GEMEENTE_OIN = '00000001001299757000';
export const DUO_OIN = '00000001800866472000';
export const BSN = '999993653';
export const BERICHT_ID = '6f1f7a0e-2a5b-4c52-9a38-0d6f7a3c1c11';

/** A call about the test person. */
export const AANROEP = { gemeenteOin: GEMEENTE_OIN, bsn: BSN, berichtId: BERICHT_ID };

const GEEN_TLS: DuoTls = { sleutel: '', certificaat: '', ca: '' };

/** The real client, pointed at a server of the test. */
export function duoClientVoor(
  url: string,
  {
    grenzen = {},
    tls = GEEN_TLS,
    nuMs,
  }: { grenzen?: Partial<DuoGrenzen>; tls?: DuoTls; nuMs?: () => number } = {},
): DuoHttpAdapter {
  return new DuoHttpAdapter(
    {
      duoOin: DUO_OIN,
      apis: duoApisOp(url),
      gemeenten: new Map([[GEMEENTE_OIN, tls]]),
      grenzen: { ...STANDAARD_DUO_GRENZEN, ...grenzen },
    },
    nuMs,
  );
}
