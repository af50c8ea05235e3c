import { vanRekenbladdag } from '#domain/datum/rekenblad.js';
import { CoaOverdrachtDto } from '../coa-overdrachten/coa-overdracht.dto.js';
import { controleer } from '../common/valideer.js';
import { BestandFout, GRENZEN, kolomletter, teVeelRijen, type Bladrij } from './blad.js';
import { kolomVan, leesKop, type Kop } from './kolommen.js';

/** One rule that a row breaks; says where and which, never what stood there. */
export interface Rijfout {
  readonly kolom: string;
  /** As a spreadsheet names it; the row alone when the cell is not there. */
  readonly plek: string;
  readonly regel: string;
  readonly melding: string;
}

export type GelezenRij =
  | { readonly rij: number; readonly overdracht: CoaOverdrachtDto }
  | { readonly rij: number; readonly fouten: readonly Rijfout[] };

export interface GelezenBestand {
  readonly rijen: readonly GelezenRij[];
  readonly nietOvergenomen: readonly string[];
}

const BRON = 'Export van COA';
// Without a day of its own it has that of the koppeling.
const GELEEND = 'herkomst.geraadpleegdOp';
const DATUMEIS = 'moet een bestaande dag zijn: dd-mm-jjjj, jjjj-mm-dd of een datum van Excel';
const EISEN: Readonly<Record<string, readonly [regel: string, eis: string]>> = {
  'persoon.bsn': ['BSN_ONGELDIG', 'is geen geldig burgerservicenummer'],
  'persoon.vNummer': ['VNUMMER_ONGELDIG', 'is geen geldig V-nummer (hoogstens tien cijfers)'],
  'persoon.naam': ['TEKST_ONGELDIG', 'moet tekst zijn van 1 tot en met 200 tekens'],
  'persoon.geboortedatum': ['DATUM_ONGELDIG', DATUMEIS],
  koppelingOp: ['DATUM_ONGELDIG', DATUMEIS],
  vergunningOp: ['DATUM_ONGELDIG', DATUMEIS],
  [GELEEND]: ['DATUM_ONGELDIG', DATUMEIS],
};
// What a spreadsheet takes for a formula, should this text ever end up in one; a lone dash is not.
const FORMULE = /^[=+@\t\r＝＋＠]|^[-－]./u;
const DAG = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const DAGNUMMER = /^\d{5}(\.\d+)?$/;

/** A day as people and spreadsheets write it; anything else comes back as it was, to be refused. */
function leesDag(tekst: string): string {
  const [, dag, maand, jaar] = DAG.exec(tekst) ?? [];
  if (dag !== undefined && maand !== undefined && jaar !== undefined) {
    return `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
  }
  return DAGNUMMER.test(tekst) ? (vanRekenbladdag(Number(tekst)) ?? tekst) : tekst;
}

/** Reads every row under the headings. @throws BestandFout when the file as a whole is no list of persons. */
export async function leesRijen(blad: readonly Bladrij[]): Promise<GelezenBestand> {
  const [eerste, ...inhoud] = blad;
  if (eerste === undefined || inhoud.length === 0) {
    throw new BestandFout('body', 'Het bestand heeft geen rij met gegevens.');
  }
  if (inhoud.length > GRENZEN.rijen) throw teVeelRijen();
  const kop = leesKop(eerste);
  const eerder = new Map<string, number>();
  const rijen: GelezenRij[] = [];
  for (const bladrij of inhoud) {
    const gelezen = await leesRij(kop, bladrij);
    rijen.push('fouten' in gelezen ? gelezen : zonderDubbele(gelezen, eerder));
  }
  return { rijen, nietOvergenomen: kop.nietOvergenomen };
}

async function leesRij(kop: Kop, { nr, cellen }: Bladrij): Promise<GelezenRij> {
  const overdracht: Record<string, unknown> = { schemaVersie: 1 };
  const plekken = new Map<string, string>();
  const fouten: Rijfout[] = [];
  cellen.forEach((cel, i) => {
    const kolom = kop.kolommen[i];
    const plek = `${kolomletter(i)}${nr}`;
    if (cel === '') return;
    if (i >= kop.kolommen.length) {
      const melding = 'Deze cel staat voorbij de laatste kolom met een naam.';
      fouten.push({ kolom: kolomletter(i), plek, regel: 'TE_VEEL_CELLEN', melding });
    }
    if (kolom === undefined) return;
    const { naam, doel } = kolom;
    plekken.set(doel, plek);
    if (cel.length > GRENZEN.tekensPerCel) {
      const melding = `${naam} mag hoogstens ${GRENZEN.tekensPerCel} tekens hebben.`;
      fouten.push({ kolom: naam, plek, regel: 'CEL_TE_LANG', melding });
    } else if (FORMULE.test(cel)) {
      const melding = `${naam} begint met een teken dat een rekenblad als formule leest.`;
      fouten.push({ kolom: naam, plek, regel: 'FORMULE', melding });
    } else {
      zet(overdracht, doel, kolom.datum === true ? leesDag(cel) : cel);
    }
  });
  return toets(nr, overdracht, plekken, fouten);
}

function zet(object: Record<string, unknown>, doel: string, waarde: string): void {
  const [groep = '', veld] = doel.split('.');
  if (veld === undefined) object[groep] = waarde;
  else object[groep] = { ...(object[groep] as object | undefined), [veld]: waarde };
}

/** Under the rules of a hand-over by itself, so that a file can do nothing that a form cannot. */
async function toets(
  rij: number,
  overdracht: Record<string, unknown>,
  plekken: ReadonlyMap<string, string>,
  celfouten: readonly Rijfout[],
): Promise<GelezenRij> {
  const fouten = [...celfouten];
  const mist = (kolom: string, melding: string): void => {
    fouten.push({ kolom, plek: String(rij), regel: 'VERPLICHT', melding });
  };
  if (!plekken.has('koppelingOp')) mist('koppelingsdatum', 'koppelingsdatum is niet ingevuld.');
  if (!plekken.has('persoon.bsn') && !plekken.has('persoon.vNummer')) {
    mist('bsn', 'Vul een bsn of een v-nummer in.');
  }
  const { koppelingOp, persoon = {}, herkomst = {} } = overdracht;
  const uitkomst = await controleer(CoaOverdrachtDto, {
    ...overdracht,
    persoon,
    herkomst: { bron: BRON, geraadpleegdOp: koppelingOp, ...(herkomst as object) },
  });
  if ('waarde' in uitkomst) {
    return fouten.length > 0 ? { rij, fouten } : { rij, overdracht: uitkomst.waarde };
  }
  const gemeld = new Set(fouten.map(({ kolom }) => kolom));
  for (const { veld } of uitkomst.fouten) {
    const kolom = kolomVan(veld) ?? veld;
    // Told of already, or a day that another field borrowed.
    if (gemeld.has(kolom) || (veld === GELEEND && !plekken.has(veld))) continue;
    const [regel, eis] = EISEN[veld] ?? ['TEKST_ONGELDIG', 'is geen bruikbare tekst'];
    fouten.push({
      kolom,
      plek: plekken.get(veld) ?? String(rij),
      regel,
      melding: `${kolom} ${eis}.`,
    });
  }
  return { rij, fouten };
}

/** Which of two rows of one person counts is not for us to choose: the first stands, the second is told. */
function zonderDubbele(
  gelezen: Extract<GelezenRij, { overdracht: unknown }>,
  eerder: Map<string, number>,
): GelezenRij {
  const { rij } = gelezen;
  const { bsn, vNummer } = gelezen.overdracht.persoon;
  const nummers: [kolom: string, nummer: string | undefined][] = [
    ['bsn', bsn],
    ['v-nummer', vNummer],
  ];
  const fouten = nummers.flatMap(([kolom, nummer]): Rijfout[] => {
    const andere = nummer === undefined ? undefined : eerder.get(`${kolom}:${nummer}`);
    if (andere === undefined) return [];
    const melding = `Deze persoon staat ook in rij ${andere}.`;
    return [{ kolom, plek: String(rij), regel: 'DUBBEL_IN_BESTAND', melding }];
  });
  if (fouten.length > 0) return { rij, fouten };
  for (const [kolom, nummer] of nummers) {
    if (nummer !== undefined) eerder.set(`${kolom}:${nummer}`, rij);
  }
  return gelezen;
}
