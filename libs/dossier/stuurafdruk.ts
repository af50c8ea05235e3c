import { beginVanDag } from '#config/amsterdam.js';
import type { Stuurinformatie } from '#contracts/traject.js';
import { kenmerkenVan, mijlpalenVan, teBezorgen, termijnenVan } from '#domain/traject/overzicht.js';
import type { Toestand } from '#domain/traject/toestand.js';

/** The part of the stuurinformatie that the toestand gives. */
export type Stuurdeel = Omit<Stuurinformatie, 'versie' | 'ophalen'>;

export function stuurdeelVan(toestand: Toestand): Stuurdeel {
  return {
    status: toestand.status,
    mijlpalen: mijlpalenVan(toestand),
    termijnen: termijnenVan(toestand).flatMap(({ sleutel, code, volgendeSport }) =>
      volgendeSport === null
        ? []
        : [{ sleutel, code, wekkerTijdstip: beginVanDag(volgendeSport.op).toISOString() }],
    ),
    berichten: teBezorgen(toestand).map(({ meldingId, soort, baan }) => ({
      meldingId,
      soort,
      baan,
    })),
    kenmerken: kenmerkenVan(toestand),
  };
}

/** Equal text means that the driver has nothing new to do (E7). */
export function stuurafdruk(toestand: Toestand): string {
  return JSON.stringify(stuurdeelVan(toestand));
}
