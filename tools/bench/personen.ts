import { randomInt } from 'node:crypto';

/** Leading part of this process, so that two processes never make the same person. */
let volgende = randomInt(1_000, 8_999) * 1_000_000;

/** A V-nummer that no other call gives: invented persons of a load have no BSN, of which there are too few for tests. */
export function nieuwVNummer(): string {
  volgende += 1;
  return String(volgende);
}

/** What a hand-over of COA says of a new, invented person. */
export function coaOverdracht(vNummer: string) {
  return {
    schemaVersie: 1,
    koppelingOp: '2026-06-15',
    vergunningOp: '2026-06-01',
    persoon: { vNummer, naam: 'Meting Voorbeeld', geboortedatum: '1991-02-03' },
    gegevens: { taal: 'Tigrinya', opleiding: { niveau: 'Middelbaar', jaren: 11 } },
    medisch: { woonbeperkingen: 'Geen trappen' },
    herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: '2026-06-15' },
  };
}
