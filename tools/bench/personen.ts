import { randomInt } from 'node:crypto';

/** Leading part of this process, so that two processes never make the same person. */
let volgende = randomInt(1_000, 8_999) * 1_000_000;

/** A V-nummer that no other call gives: most persons of a load have no BSN, of which there are too few for tests. */
export function nieuwVNummer(): string {
  volgende += 1;
  return String(volgende);
}

// The range for tests: from 9999 on, of which one in eleven passes the elfproef.
let laatsteBsn = 999_900_000;

function isElfproef(bsn: number): boolean {
  const cijfers = Array.from(String(bsn), Number);
  const som = cijfers.reduce((tot, cijfer, i) => tot + cijfer * (i === 8 ? -1 : 9 - i), 0);
  return som % 11 === 0;
}

/** A BSN for tests that no other call in this process gives; there are about nine thousand. */
export function nieuwBsn(): string {
  do laatsteBsn += 1;
  while (!isElfproef(laatsteBsn));
  if (laatsteBsn > 999_999_999) throw new Error('Er zijn geen nummers voor proeven meer.');
  return String(laatsteBsn);
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
