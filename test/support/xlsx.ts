import { crc32, deflateRawSync } from 'node:zlib';

export interface Deel {
  readonly naam: string;
  readonly inhoud: string | Buffer;
  /** What the zip says of its unpacked size; the truth when left out. */
  readonly gezegd?: number;
}

/** A zip file of these parts, deflated; by hand, so that a test can let it lie. */
export function maakZip(delen: readonly Deel[]): Buffer {
  const lokaal: Buffer[] = [];
  const centraal: Buffer[] = [];
  let plek = 0;
  for (const { naam, inhoud, gezegd } of delen) {
    const ruw = Buffer.from(inhoud);
    const ingepakt = deflateRawSync(ruw);
    const bestandsnaam = Buffer.from(naam);
    const kop = Buffer.alloc(26);
    kop.writeUInt16LE(20, 0);
    kop.writeUInt16LE(8, 4);
    kop.writeUInt32LE(crc32(ruw), 10);
    kop.writeUInt32LE(ingepakt.length, 14);
    kop.writeUInt32LE(gezegd ?? ruw.length, 18);
    kop.writeUInt16LE(bestandsnaam.length, 22);
    const stuk = Buffer.concat([Buffer.from('PK\x03\x04'), kop, bestandsnaam, ingepakt]);
    const staart = Buffer.alloc(14);
    staart.writeUInt32LE(plek, 10);
    centraal.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), kop, staart, bestandsnaam]));
    lokaal.push(stuk);
    plek += stuk.length;
  }
  const gids = Buffer.concat(centraal);
  const slot = Buffer.alloc(18);
  slot.writeUInt16LE(delen.length, 4);
  slot.writeUInt16LE(delen.length, 6);
  slot.writeUInt32LE(gids.length, 8);
  slot.writeUInt32LE(plek, 12);
  return Buffer.concat([...lokaal, gids, Buffer.from('PK\x05\x06'), slot]);
}

const xml = (tekst: string): string =>
  tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export type Cel = string | number | { readonly xml: string };

/** What differs from a plain workbook of one sheet. */
export interface Werkmapkeuzes {
  readonly bladen?: number;
  readonly werkmap?: string;
  readonly blad?: string;
  readonly erbij?: readonly Deel[];
  /** What the zip says of the unpacked size of the sheet. */
  readonly gezegd?: number;
}

/** A workbook as Excel writes it: texts shared, numbers as numbers, the first sheet filled. */
export function maakXlsx(rijen: readonly (readonly Cel[])[], keuzes: Werkmapkeuzes = {}): Buffer {
  const teksten: string[] = [];
  const cel = (waarde: Cel, kolom: number, nr: number): string => {
    const plek = `${String.fromCharCode(65 + kolom)}${nr}`;
    if (typeof waarde === 'object') return waarde.xml.replace('PLEK', plek);
    if (typeof waarde === 'number') return `<c r="${plek}" s="1"><v>${waarde}</v></c>`;
    if (waarde === '') return '';
    teksten.push(waarde);
    return `<c r="${plek}" t="s"><v>${teksten.length - 1}</v></c>`;
  };
  const inhoud = rijen
    .map((rij, i) => `<row r="${i + 1}">${rij.map((w, k) => cel(w, k, i + 1)).join('')}</row>`)
    .join('');
  const { bladen = 1, werkmap = '', blad = inhoud, erbij = [], gezegd } = keuzes;
  const nummers = Array.from({ length: bladen }, (_, i) => i + 1);
  const lijst = nummers.map((n) => `<sheet name="Blad${n}" sheetId="${n}" r:id="rId${n}"/>`);
  const verwijzingen = nummers.map(
    (n) => `<Relationship Id="rId${n}" Type="${REL}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return maakZip([
    {
      naam: 'xl/workbook.xml',
      inhoud: `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${werkmap}<sheets>${lijst.join('')}</sheets></workbook>`,
    },
    {
      naam: 'xl/_rels/workbook.xml.rels',
      inhoud: `<Relationships>${verwijzingen.join('')}<Relationship Id="rT" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      naam: 'xl/sharedStrings.xml',
      inhoud: `<sst xmlns="${MAIN}">${teksten.map((t) => `<si><t>${xml(t)}</t></si>`).join('')}</sst>`,
    },
    {
      naam: 'xl/worksheets/sheet1.xml',
      inhoud: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>${blad}</sheetData></worksheet>`,
      ...(gezegd === undefined ? {} : { gezegd }),
    },
    ...erbij,
  ]);
}
