import { BestandFout, GRENZEN, type Bladrij } from './blad.js';
import { onleesbareXlsx, openWerkmap, type Werkmap } from './uitpakken.js';
import { leesWerkblad } from './werkblad.js';
import { leesXml, type Xmllezer } from './xml.js';

const WERKMAP = 'xl/workbook.xml';
const VERWIJZINGEN = 'xl/_rels/workbook.xml.rels';

/**
 * Reads an XLSX export: the values of its one sheet. Formats, formulas, links, macros and pictures are not opened. Which
 * column holds a date is known from its heading, so a day may stand there as text or as the number Excel gives it.
 */
export async function leesXlsx(bytes: Buffer): Promise<readonly Bladrij[]> {
  const werkmap = await openWerkmap(bytes);
  const bladId = await eneBlad(werkmap);
  const verwijzingen = await leesVerwijzingen(werkmap);
  const blad = verwijzingen.find(({ id }) => id === bladId);
  if (blad === undefined) throw onleesbareXlsx();
  const teksten = verwijzingen.find(({ soort }) => soort.endsWith('/sharedStrings'));
  const gedeeld = teksten === undefined ? [] : await leesTeksten(werkmap, teksten.doel);
  const rijen: Bladrij[] = [];
  await lees(werkmap, blad.doel, leesWerkblad(gedeeld, rijen));
  return rijen;
}

async function lees(werkmap: Werkmap, naam: string, lezer: Xmllezer): Promise<void> {
  const bron = await werkmap.open(naam).catch(() => undefined);
  if (bron === undefined) throw onleesbareXlsx();
  await leesXml(bron, lezer);
}

async function eneBlad(werkmap: Werkmap): Promise<string> {
  const bladen: (string | undefined)[] = [];
  await lees(werkmap, WERKMAP, {
    open: (naam, attributen) => {
      if (naam === 'sheet') bladen.push(attributen['r:id'] ?? attributen['id']);
      if (naam === 'workbookPr' && ['1', 'true'].includes(attributen['date1904'] ?? '')) {
        const melding = 'Het bestand telt dagen vanaf 1904. Sla het op met de gewone datumtelling.';
        throw new BestandFout('body', melding);
      }
    },
  });
  const [eerste] = bladen;
  if (bladen.length > 1) {
    const melding = 'Het bestand heeft meer werkbladen. Sla alleen het blad met de personen op.';
    throw new BestandFout('body', melding);
  }
  if (eerste === undefined) throw onleesbareXlsx();
  return eerste;
}

interface Verwijzing {
  readonly id: string | undefined;
  readonly soort: string;
  readonly doel: string;
}

async function leesVerwijzingen(werkmap: Werkmap): Promise<readonly Verwijzing[]> {
  const gevonden: Verwijzing[] = [];
  await lees(werkmap, VERWIJZINGEN, {
    open: (naam, attributen) => {
      if (naam !== 'Relationship' || attributen['TargetMode'] === 'External') return;
      const doel = attributen['Target'] ?? '';
      gevonden.push({
        id: attributen['Id'],
        soort: attributen['Type'] ?? '',
        doel: doel.startsWith('/') ? doel.slice(1) : `xl/${doel}`,
      });
    },
  });
  return gevonden;
}

/** Texts that cells refer to by number; a text in several styles is one text, its reading aid none. */
async function leesTeksten(werkmap: Werkmap, naam: string): Promise<readonly string[]> {
  const teksten: string[] = [];
  let tekst = '';
  let leest = false;
  let hulp = false;
  await lees(werkmap, naam, {
    open: (element) => {
      if (element === 'si') tekst = '';
      if (element === 'rPh') hulp = true;
      leest = element === 't' && !hulp;
    },
    tekst: (deel) => {
      if (leest && tekst.length <= GRENZEN.tekensPerCel) tekst += deel;
    },
    sluit: (element) => {
      if (element === 'rPh') hulp = false;
      if (element === 't') leest = false;
      if (element === 'si') teksten.push(tekst.slice(0, GRENZEN.tekensPerCel + 1));
    },
  });
  return teksten;
}
