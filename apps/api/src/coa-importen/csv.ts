import { parse } from 'csv-parse/sync';
import { BestandFout, GRENZEN, teVeelKolommen, teVeelRijen, type Bladrij } from './blad.js';

/** Reads a CSV export: comma or semicolon, with or without a byte order mark, in UTF-8. */
export function leesCsv(bytes: Buffer): readonly Bladrij[] {
  const rijen = ontleed(decodeer(bytes));
  const gevuld = rijen
    .map((cellen, i) => ({ nr: i + 1, cellen }))
    .filter(({ cellen }) => cellen.some((cel) => cel !== ''));
  // The header is one of them.
  if (gevuld.length > GRENZEN.rijen + 1) throw teVeelRijen();
  const breed = gevuld.find(({ cellen }) => cellen.length > GRENZEN.kolommen);
  if (breed !== undefined) throw teVeelKolommen(breed.nr);
  return gevuld;
}

function decodeer(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Guessing another alphabet would change names without anyone seeing it.
    const melding = 'Het bestand is geen UTF-8. Sla het op als "CSV UTF-8", of als XLSX.';
    throw new BestandFout('body', melding);
  }
}

function ontleed(tekst: string): string[][] {
  const [eersteRegel = ''] = tekst.split(/\r?\n/, 1);
  try {
    return parse(tekst, {
      bom: true,
      delimiter: eersteRegel.includes(';') ? ';' : ',',
      trim: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: GRENZEN.kolommen * (GRENZEN.tekensPerCel + 3),
    });
  } catch {
    throw new BestandFout('body', 'Het bestand is geen leesbare CSV.');
  }
}
