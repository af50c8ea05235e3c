import { dagnummer, isIsoDatum, type IsoDatum } from '../datum/datum.js';
import type { TermijnFout } from './typen.js';
import { isRuw, weiger } from './velden.js';

/** A checked period in which a term stands still; both days inclusive, `tot` null still runs. */
export interface Schorsingsperiode {
  readonly van: IsoDatum;
  readonly tot: IsoDatum | null;
  readonly grond: string;
}

const MAXIMUM = 500;
const VELDEN = ['van', 'tot', 'grond'];

function leesPeriode(
  waarde: unknown,
  plek: string,
): Schorsingsperiode | { readonly fout: TermijnFout } {
  if (!isRuw(waarde)) return weiger('SCHORSING_ONGELDIG', plek, `${plek} moet een object zijn.`);
  for (const naam of Object.keys(waarde)) {
    if (!VELDEN.includes(naam)) {
      return weiger('FEIT_OVERBODIG', `${plek}.${naam}`, `${plek}.${naam} hoort hier niet.`);
    }
  }
  const { van, tot, grond } = waarde;
  const datumFout = (naam: string): { readonly fout: TermijnFout } =>
    weiger(
      'SCHORSING_ONGELDIG',
      `${plek}.${naam}`,
      `${plek}.${naam} is geen bestaande kalenderdag in de vorm JJJJ-MM-DD.`,
    );
  if (van === undefined) return weiger('FEIT_ONTBREEKT', `${plek}.van`, `${plek}.van ontbreekt.`);
  if (!isIsoDatum(van)) return datumFout('van');
  if (tot !== undefined && !isIsoDatum(tot)) return datumFout('tot');
  if (tot !== undefined && tot < van) {
    return weiger('SCHORSING_ONGELDIG', `${plek}.tot`, `${plek}.tot ligt vóór ${plek}.van.`);
  }
  if (grond === undefined) {
    return weiger('FEIT_ONTBREEKT', `${plek}.grond`, `${plek}.grond ontbreekt.`);
  }
  if (typeof grond !== 'string' || grond.trim() === '' || grond.length > 200) {
    return weiger(
      'SCHORSING_ONGELDIG',
      `${plek}.grond`,
      `${plek}.grond moet een tekst zijn van 1 tot en met 200 tekens.`,
    );
  }
  return { van, tot: tot ?? null, grond };
}

/** Reads the suspensions of a request; the refusal names the entry and its field. */
export function leesSchorsingen(
  ruw: unknown,
): readonly Schorsingsperiode[] | { readonly fout: TermijnFout } {
  if (ruw === undefined) return [];
  if (!Array.isArray(ruw) || ruw.length > MAXIMUM) {
    return weiger(
      'SCHORSING_ONGELDIG',
      'schorsingen',
      `schorsingen moet een lijst zijn van ten hoogste ${MAXIMUM} perioden.`,
    );
  }
  const perioden: Schorsingsperiode[] = [];
  for (let i = 0; i < ruw.length; i += 1) {
    const periode = leesPeriode(ruw[i], `schorsingen[${i}]`);
    if ('fout' in periode) return periode;
    perioden.push(periode);
  }
  return perioden;
}

/** What a suspension, or several that touch, did to a term. Day numbers, inclusive. */
export interface Schorsingseffect {
  readonly van: number;
  /** Null: still running, so that there is no last day. */
  readonly tot: number | null;
  /** Days by which the end moved; 0 when the period lies outside the term. */
  readonly dagen: number;
  readonly gronden: readonly string[];
}

interface Blok {
  van: number;
  tot: number;
  gronden: string[];
}

function voegSamen(perioden: readonly Schorsingsperiode[]): Blok[] {
  const gesorteerd = perioden
    .map((p) => ({
      van: dagnummer(p.van),
      tot: p.tot === null ? Infinity : dagnummer(p.tot),
      gronden: [p.grond],
    }))
    .sort(
      (a, b) =>
        a.van - b.van || a.tot - b.tot || ((a.gronden[0] ?? '') < (b.gronden[0] ?? '') ? -1 : 1),
    );
  const blokken: Blok[] = [];
  for (const periode of gesorteerd) {
    const vorige = blokken.at(-1);
    if (vorige !== undefined && periode.van <= vorige.tot + 1) {
      vorige.tot = Math.max(vorige.tot, periode.tot);
      const grond = periode.gronden[0] ?? '';
      if (!vorige.gronden.includes(grond)) vorige.gronden.push(grond);
    } else {
      blokken.push(periode);
    }
  }
  return blokken;
}

/**
 * Lengthens a term by its suspended days. Overlapping and adjacent periods count once; days before
 * the term runs or after it ended count not at all, and the order of the periods is immaterial.
 * @param aanvang day number of the dies a quo; the term runs from the day after.
 * @param einde day number of the last day without suspension.
 * @returns the new last day, or null while an open period inside the term runs.
 */
export function verlengMetSchorsing(
  aanvang: number,
  einde: number,
  perioden: readonly Schorsingsperiode[],
): { readonly einde: number | null; readonly effecten: readonly Schorsingseffect[] } {
  let nieuwEinde: number | null = einde;
  const effecten: Schorsingseffect[] = [];
  for (const blok of voegSamen(perioden)) {
    const van = Math.max(blok.van, aanvang + 1);
    const tot = blok.tot === Infinity ? null : blok.tot;
    let dagen = 0;
    if (nieuwEinde !== null && van <= nieuwEinde && blok.tot >= van) {
      if (tot === null) nieuwEinde = null;
      else {
        dagen = tot - van + 1;
        nieuwEinde += dagen;
      }
    }
    effecten.push({ van: blok.van, tot, dagen, gronden: blok.gronden });
  }
  return { einde: nieuwEinde, effecten };
}
