import type { Rekenaar } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import type { TermijnRij } from '../typen.js';
import {
  DATUM,
  keuze,
  leesKeuze,
  optioneel,
  type Feiten,
  type RuweFeiten,
  type Schema,
  type Veld,
} from '../velden.js';

const ARTIKELEN = ['24', '25', '24+25'];
const LEERROUTES = ['B', 'O', 'Z'];
const ONTBREKEND: Veld = { soort: 'getal', min: 1, max: 2 };
const BEHAALD: Veld = { soort: 'getal', min: 0, max: 4 };
/** Fewer hours than the norm: who has made them all gets no boete for the route. */
const UREN_ASIEL: Veld = { soort: 'getal', min: 0, max: 1_599 };
const UREN_GEZIN: Veld = { soort: 'getal', min: 0, max: 799 };

function schemaVan(ruw: RuweFeiten, artikel: string, leerroute: string): Schema {
  const basis: Schema = { bekendmakingOp: DATUM, artikel: keuze(...ARTIKELEN) };
  const met24: Schema = artikel === '25' ? basis : { ...basis, ontbrekendeOnderdelen: ONTBREKEND };
  if (artikel === '24') return met24;
  const met25: Schema = { ...met24, leerroute: optioneel(keuze(...LEERROUTES)) };
  if (leerroute !== 'Z') return { ...met25, behaaldeOnderdelen: BEHAALD };
  return {
    ...met25,
    doelgroep: keuze('asiel', 'gezin'),
    gevolgdeUren: ruw['doelgroep'] === 'gezin' ? UREN_GEZIN : UREN_ASIEL,
  };
}

function onderdeel25(feiten: Feiten): string {
  return feiten.tekstOf('leerroute', 'B') === 'Z'
    ? `25-uren-${feiten.tekst('doelgroep')}`
    : '25-examen';
}

function maandenUit(rij: TermijnRij, waarde: number): number {
  let maanden = 0;
  for (const trede of rij.staffel ?? []) if (waarde >= trede.vanaf) maanden = trede.maanden;
  return maanden;
}

function maanden24(feiten: Feiten, blad: Rekenblad): number {
  const ontbrekend = feiten.getal('ontbrekendeOnderdelen');
  const maanden = maandenUit(blad.rijVan('24'), ontbrekend);
  blad.stap(
    `${ontbrekend === 1 ? 'PVT of MAP ontbreekt' : 'PVT en MAP ontbreken beide'}: ${maanden} maanden.`,
  );
  return maanden;
}

function maanden25(feiten: Feiten, blad: Rekenblad): number {
  const opUren = feiten.heeft('gevolgdeUren');
  const waarde = feiten.getal(opUren ? 'gevolgdeUren' : 'behaaldeOnderdelen');
  const maanden = maandenUit(blad.rijVan(onderdeel25(feiten)), waarde);
  blad.stap(
    `${opUren ? `${waarde} uren gevolgd` : `${waarde} examenonderdelen behaald`}: ${maanden} maanden.`,
  );
  return maanden;
}

/** The new term after a boete of DUO: the longest of what articles 24 and 25 give. */
export const NIEUWE_TERMIJN_NA_BOETE: Rekenaar = {
  velden: (ruw) => {
    const artikel = leesKeuze(ruw, 'artikel', ARTIKELEN);
    if (typeof artikel !== 'string') return { schemaFout: artikel.fout };
    const leerroute = artikel === '24' ? 'B' : leesKeuze(ruw, 'leerroute', LEERROUTES, 'B');
    if (typeof leerroute !== 'string') return { schemaFout: leerroute.fout };
    return schemaVan(ruw, artikel, leerroute);
  },
  onderdeel: (feiten) => (feiten.tekst('artikel') === '24' ? '24' : onderdeel25(feiten)),
  reken: (feiten, blad) => {
    const artikel = feiten.tekst('artikel');
    const uit24 = artikel === '25' ? 0 : maanden24(feiten, blad);
    const uit25 = artikel === '24' ? 0 : maanden25(feiten, blad);
    const maanden = Math.max(uit24, uit25);
    if (artikel === '24+25') blad.stap(`De langste van de twee geldt: ${maanden} maanden.`);
    const uiterlijkOp = blad.verloop(feiten.datum('bekendmakingOp'), {
      aantal: maanden,
      eenheid: 'maanden',
    });
    return { uiterlijkOp, maanden };
  },
};
