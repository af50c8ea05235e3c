import { parse } from 'csv-parse/sync';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { invoerFout, type Veldfout } from '../common/problemen.js';
import { controleer } from '../common/valideer.js';
import { Bsn, Datum, Getal, Uuid } from '../common/velden.js';

const MEESTE_RIJEN = 500;
const KOLOMMEN = ['trajectId', 'bsn', 'totEnMet', 'urenNt2', 'urenKnm'];
const NODIG = ['totEnMet', 'urenNt2', 'urenKnm'];

class UrenRij {
  @Uuid({ optioneel: true }) trajectId?: string;
  @Bsn({ optioneel: true }) bsn?: string;
  @Datum() totEnMet!: Extract<Opdracht, { soort: 'registreerCursusuren' }>['totEnMet'];
  @Getal({ min: 0, max: 99_999, decimalen: 2 }) urenNt2!: number;
  @Getal({ min: 0, max: 99_999, decimalen: 2 }) urenKnm!: number;
}

export type GelezenRij =
  | { readonly regel: number; readonly rij: UrenRij }
  | { readonly regel: number; readonly fouten: readonly Veldfout[] };

// A decimal comma is how hours are written here.
const getal = (tekst: string | undefined): unknown =>
  tekst !== undefined && /^\d{1,6}([.,]\d{1,2})?$/.test(tekst.trim())
    ? Number(tekst.trim().replace(',', '.'))
    : tekst;

/** Reads a school's file: a header, then one row per person. What is wrong in a row is told per row. */
export async function leesCursusuren(csv: string): Promise<GelezenRij[]> {
  const rijen = ontleed(csv);
  const [kop = [], ...inhoud] = rijen;
  const vreemd = kop.filter((naam) => !KOLOMMEN.includes(naam));
  const mist = NODIG.filter((naam) => !kop.includes(naam));
  if (
    vreemd.length > 0 ||
    mist.length > 0 ||
    (!kop.includes('trajectId') && !kop.includes('bsn'))
  ) {
    const melding = 'De eerste regel moet zijn: trajectId of bsn, totEnMet, urenNt2, urenKnm.';
    throw invoerFout([{ veld: 'regel 1', melding }]);
  }
  if (inhoud.length === 0 || inhoud.length > MEESTE_RIJEN) {
    const melding = `Het bestand moet 1 tot en met ${MEESTE_RIJEN} regels met uren hebben.`;
    throw invoerFout([{ veld: 'body', melding }]);
  }
  return Promise.all(inhoud.map((velden, i) => leesRij(kop, velden, i + 2)));
}

function ontleed(csv: string): string[][] {
  try {
    const [eersteRegel = ''] = csv.split(/\r?\n/, 1);
    return parse(csv, {
      bom: true,
      delimiter: eersteRegel.includes(';') ? ';' : ',',
      skip_empty_lines: true,
      trim: true,
      max_record_size: 2_000,
    });
  } catch {
    throw invoerFout([{ veld: 'body', melding: 'Het bestand is geen leesbare CSV.' }]);
  }
}

async function leesRij(
  kop: readonly string[],
  velden: readonly string[],
  regel: number,
): Promise<GelezenRij> {
  const ruw = Object.fromEntries(
    kop.map((naam, i) => [naam, velden[i]]).filter(([, waarde]) => waarde !== ''),
  ) as Record<string, string | undefined>;
  const uitkomst = await controleer(UrenRij, {
    ...ruw,
    urenNt2: getal(ruw['urenNt2']),
    urenKnm: getal(ruw['urenKnm']),
  });
  if ('fouten' in uitkomst) return { regel, fouten: uitkomst.fouten };
  const { waarde: rij } = uitkomst;
  if ((rij.trajectId === undefined) === (rij.bsn === undefined)) {
    return { regel, fouten: [{ veld: 'bsn', melding: 'Geef een trajectId of een bsn.' }] };
  }
  return { regel, rij };
}
