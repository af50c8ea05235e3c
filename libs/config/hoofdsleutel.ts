import { OmgevingLezer, POSTGRES, zwijgend } from './lezer.js';
import type { Omgevingsvariabelen } from './lezer.js';

/** What renewing the master key needs: both copies of the data keys, the old master key and the new one. */
export interface HoofdsleutelInstellingen {
  readonly databaseUrl: string;
  readonly kopieMap: string;
  /** 32 bytes each, and not the same. */
  readonly hoofdsleutel: Buffer;
  readonly nieuweHoofdsleutel: Buffer;
}

/** @throws InstellingenFout with every wrong or missing variable, without values. */
export function leesHoofdsleutelInstellingen(env: Omgevingsvariabelen): HoofdsleutelInstellingen {
  const lezer = new OmgevingLezer(env);
  const sleutel = (naam: string): Buffer =>
    lezer.geheim(naam, (bytes) => bytes === 32, 'precies 32 bytes');
  const gelezen = {
    databaseUrl: lezer.url('SLEUTEL_DATABASE_URL', POSTGRES),
    kopieMap: lezer.tekst('SLEUTEL_KOPIE_MAP'),
    hoofdsleutel: sleutel('HOOFDSLEUTEL'),
    nieuweHoofdsleutel: sleutel('HOOFDSLEUTEL_NIEUW'),
  };
  const { hoofdsleutel, nieuweHoofdsleutel } = gelezen;
  if (hoofdsleutel.length > 0 && hoofdsleutel.equals(nieuweHoofdsleutel)) {
    lezer.klaag('HOOFDSLEUTEL_NIEUW', 'is dezelfde als HOOFDSLEUTEL');
  }
  lezer.klaar();
  return zwijgend(gelezen);
}
