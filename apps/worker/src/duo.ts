import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { duoApisOp, STANDAARD_DUO_GRENZEN, type DuoTls } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import type { DuoInstellingen } from '#config/instellingen.js';

/** `<oin>.crt` and `<oin>.key` per gemeente, `ca.crt` for whom they trust. */
function certificatenUit(map: string): Map<string, DuoTls> {
  const ca = readFileSync(join(map, 'ca.crt'), 'utf8');
  const oins = readdirSync(map).flatMap((naam) => /^(\d{20})\.crt$/.exec(naam)?.[1] ?? []);
  return new Map(
    oins.map((oin) => [
      oin,
      {
        certificaat: readFileSync(join(map, `${oin}.crt`), 'utf8'),
        sleutel: readFileSync(join(map, `${oin}.key`), 'utf8'),
        ca,
      },
    ]),
  );
}

/** The client of DUO with the certificate of each gemeente. Throws when the configuration cannot be right. */
export function maakDuo(instellingen: DuoInstellingen): DuoHttpAdapter {
  return new DuoHttpAdapter({
    duoOin: instellingen.oin,
    apis: duoApisOp(instellingen.basisUrl),
    gemeenten: certificatenUit(instellingen.clientMap),
    grenzen: STANDAARD_DUO_GRENZEN,
  });
}
