import { dagenTussen, plusDagen } from '../../datum/datum.js';
import { datumTekst } from '../../datum/datum-tekst.js';
import { duurTekst, telAf } from '../duur.js';
import { volleDuurTotEnMet } from '../volle-duur.js';
import { duurVan, type Rekenaar, type Rekenresultaat } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import type { Duur } from '../typen.js';
import {
  DATUM,
  DATUM_OPTIONEEL,
  keuze,
  leesKeuze,
  optioneel,
  weiger,
  type Feiten,
  type RuweFeiten,
  type Schema,
} from '../velden.js';
import { lateStart } from './verlenging-aanbod.js';
import { nietVerlengd, verlengd } from './verlenging-uitkomst.js';

const GRONDEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'inspanningen', 'opleiding'];
const VASTE_GRONDEN = ['b', 'c', 'inspanningen'];
const BASIS: Schema = { grond: keuze(...GRONDEN), eindeTermijn: DATUM };
const DUUR_MAANDEN = { soort: 'getal', min: 1, max: 600 } as const;

function periodeSchema(ruw: RuweFeiten, basis: Schema): Schema {
  return ruw['duurMaanden'] === undefined
    ? { ...basis, van: DATUM, tot: DATUM }
    : { ...basis, duurMaanden: DUUR_MAANDEN };
}

function schemaVan(ruw: RuweFeiten, grond: string): Schema {
  if (VASTE_GRONDEN.includes(grond)) return BASIS;
  if (grond === 'g') {
    return {
      ...BASIS,
      leerroute: keuze('B', 'O', 'Z'),
      pipDagtekening: DATUM,
      doelgroep: optioneel(keuze('asiel', 'gezin')),
      startLessenOp: DATUM_OPTIONEEL,
    };
  }
  if (grond === 'opleiding') {
    const basis = { ...BASIS, soort: keuze('pro', 'vso', 'entree') };
    return ruw['nogBezig'] === undefined
      ? { ...basis, van: DATUM, tot: DATUM }
      : { ...basis, nogBezig: { soort: 'waarheid' } };
  }
  if (grond === 'e') return periodeSchema(ruw, { ...BASIS, leerroute: optioneel(keuze('B', 'O')) });
  return periodeSchema(ruw, BASIS);
}

/** A period that ends before it begins, or begins when there is no termijn any more to lengthen. */
function onmogelijkePeriode(feiten: Feiten): Rekenresultaat | null {
  const van = feiten.datum('van');
  if (feiten.datum('tot') < van) return weiger('FEIT_ONMOGELIJK', 'tot', 'tot ligt vóór van.');
  const eindeTermijn = feiten.datumOf('eindeTermijn');
  return eindeTermijn !== undefined && van > eindeTermijn
    ? weiger('FEIT_ONMOGELIJK', 'van', 'van ligt na eindeTermijn: er is dan geen termijn meer.')
    : null;
}

/** Below the threshold of the row: the reason; at or above it: null. */
function onderDrempel(blad: Rekenblad, feiten: Feiten): string | null {
  const { drempel } = blad.rij;
  if (drempel === undefined) return null;
  const reden = `de omstandigheid duurde korter dan ${duurTekst(drempel)} aaneengesloten.`;
  if (feiten.heeft('duurMaanden')) {
    return feiten.getal('duurMaanden') < drempel.aantal ? reden : null;
  }
  const van = feiten.datum('van');
  const tot = feiten.datum('tot');
  const grens = volleDuurTotEnMet(van, drempel);
  if (grens.eerste !== grens.laatste && tot >= grens.eerste && tot <= grens.laatste) {
    blad.voorbehoud(
      `${duurTekst(drempel)} vanaf ${datumTekst(van)} eindigt volgens de ene telling op ${datumTekst(grens.eerste)} en volgens de andere op ${datumTekst(grens.laatste)}; gerekend is met de laatste dag.`,
    );
  }
  if (tot < grens.laatste) return reden;
  blad.stap(
    `Op ${datumTekst(grens.laatste)} duurde de omstandigheid ${duurTekst(drempel)}.`,
    grens.laatste,
  );
  return null;
}

function naarDuurVanOmstandigheid(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const eindeTermijn = feiten.datum('eindeTermijn');
  const inMaanden = feiten.heeft('duurMaanden');
  const fout = inMaanden ? null : onmogelijkePeriode(feiten);
  if (fout !== null) return fout;
  const reden = onderDrempel(blad, feiten);
  if (reden !== null) return nietVerlengd(blad, eindeTermijn, reden);
  const duur: Duur = inMaanden
    ? { aantal: feiten.getal('duurMaanden'), eenheid: 'maanden' }
    : { aantal: dagenTussen(feiten.datum('van'), feiten.datum('tot')) + 1, eenheid: 'dagen' };
  blad.stap(`De omstandigheid duurde ${duurTekst(duur)}; die duur komt erbij.`);
  return verlengd(blad, eindeTermijn, telAf(eindeTermijn, duur), blad.rij.maximum);
}

function opleiding(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const eindeTermijn = feiten.datum('eindeTermijn');
  const entree = feiten.tekst('soort') === 'entree';
  if (feiten.heeft('nogBezig')) {
    if (!feiten.waar('nogBezig')) {
      return weiger(
        'FEIT_ONMOGELIJK',
        'nogBezig',
        'nogBezig kan alleen true zijn; geef bij een beëindigde opleiding van en tot.',
      );
    }
    const duur = duurVan(blad.rij);
    blad.stap(
      entree
        ? `De entreeopleiding loopt aan het einde van de termijn nog: ${duurTekst(duur)} erbij, voor een entreeopleiding in totaal niet meer.`
        : `De opleiding loopt aan het einde van de termijn nog: ${duurTekst(duur)} erbij, daarna ten hoogste twee keer een jaar.`,
    );
    return verlengd(blad, eindeTermijn, telAf(eindeTermijn, duur), undefined);
  }
  const fout = onmogelijkePeriode(feiten);
  if (fout !== null) return fout;
  if (feiten.datum('tot') > eindeTermijn) {
    return weiger(
      'FEIT_ONMOGELIJK',
      'tot',
      'tot ligt na eindeTermijn; een opleiding die dan nog loopt, geeft u op met nogBezig.',
    );
  }
  const dagen = dagenTussen(feiten.datum('van'), feiten.datum('tot')) + 1;
  blad.stap(
    `De inschrijving duurde ${duurTekst({ aantal: dagen, eenheid: 'dagen' })}; die duur komt erbij.`,
  );
  return verlengd(
    blad,
    eindeTermijn,
    plusDagen(eindeTermijn, dagen),
    entree ? blad.rij.maximum : undefined,
  );
}

function vasteDuur(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const eindeTermijn = feiten.datum('eindeTermijn');
  const duur = duurVan(blad.rij);
  blad.stap(`${blad.rij.naam}: ${duurTekst(duur)} erbij.`);
  return verlengd(blad, eindeTermijn, telAf(eindeTermijn, duur), undefined);
}

const VERLENGING: Rekenaar = {
  velden: (ruw) => {
    const grond = leesKeuze(ruw, 'grond', GRONDEN);
    return typeof grond === 'string' ? schemaVan(ruw, grond) : { schemaFout: grond.fout };
  },
  onderdeel: (feiten) => feiten.tekst('grond'),
  reken: (feiten, blad) => {
    const grond = feiten.tekst('grond');
    const eindeTermijn = feiten.datum('eindeTermijn');
    blad.aanvang(eindeTermijn);
    if (VASTE_GRONDEN.includes(grond)) return vasteDuur(feiten, blad);
    if (grond === 'opleiding') return opleiding(feiten, blad);
    if (grond === 'g') return lateStart(feiten, blad);
    return naarDuurVanOmstandigheid(feiten, blad);
  },
};

const VERLENGINGSAANVRAAG_VANAF: Rekenaar = {
  velden: () => ({ eindeTermijn: DATUM }),
  reken: (feiten, blad) => {
    const eindeTermijn = feiten.datum('eindeTermijn');
    const duur = duurVan(blad.rij);
    blad.aanvang(eindeTermijn);
    const vroegstOp = telAf(eindeTermijn, duur, -1);
    blad.stap(
      `${duurTekst(duur)} vóór ${datumTekst(eindeTermijn)} is ${datumTekst(vroegstOp)}; een teruggerekende dag verschuift niet.`,
      vroegstOp,
    );
    return { uiterlijkOp: null, vroegstOp };
  },
};

const ONDERBREKING: Rekenaar = {
  velden: () => ({ van: DATUM, tot: DATUM, eindeTermijn: DATUM_OPTIONEEL }),
  reken: (feiten, blad) => {
    const fout = onmogelijkePeriode(feiten);
    if (fout !== null) return fout;
    const van = feiten.datum('van');
    const tot = feiten.datum('tot');
    const dagen = dagenTussen(van, tot) + 1;
    const maximum = blad.rij.maximum ?? { aantal: 1, eenheid: 'jaren' };
    const grens = volleDuurTotEnMet(van, maximum);
    blad.aanvang(van);
    if (grens.eerste !== grens.laatste && tot === grens.laatste) {
      blad.voorbehoud(
        'Of deze onderbreking precies een jaar of een dag langer duurde, hangt af van de telling; gerekend is in het voordeel van het voortduren van de plicht.',
      );
    }
    if (tot > grens.laatste) {
      blad.stap(
        `De onderbreking duurt langer dan ${duurTekst(maximum)} (uiterlijk ${datumTekst(grens.laatste)}): de plicht is geëindigd en de termijn wordt niet verlengd.`,
        grens.laatste,
      );
      return { uiterlijkOp: null, plichtGeeindigd: true, dagen };
    }
    blad.stap(
      `De onderbreking duurt ${duurTekst({ aantal: dagen, eenheid: 'dagen' })}, niet langer dan ${duurTekst(maximum)}: de plicht loopt door.`,
      tot,
    );
    const eindeTermijn = feiten.datumOf('eindeTermijn');
    if (eindeTermijn === undefined) {
      blad.stap(
        'Het einde van de termijn is niet opgegeven; de termijn wordt met deze duur verlengd.',
      );
      return { uiterlijkOp: null, plichtGeeindigd: false, dagen };
    }
    const uiterlijkOp = plusDagen(eindeTermijn, dagen);
    blad.stap(
      `Het einde verschuift van ${datumTekst(eindeTermijn)} naar ${datumTekst(uiterlijkOp)}.`,
      uiterlijkOp,
    );
    return { uiterlijkOp, plichtGeeindigd: false, dagen };
  },
};

/** Codes that lengthen the inburgeringstermijn, or say when that may be asked. */
export const VERLENGING_REKENAARS: readonly (readonly [string, Rekenaar])[] = [
  ['VERLENGING', VERLENGING],
  ['VERLENGINGSAANVRAAG_VANAF', VERLENGINGSAANVRAAG_VANAF],
  ['ONDERBREKING', ONDERBREKING],
];
