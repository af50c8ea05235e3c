import { dagenTussen, type IsoDatum } from '../datum/datum.js';
import { berekenTermijn } from './bereken.js';
import type { TermijnFout, TermijnOmgeving, TermijnUitkomst, TermijnVerzoek } from './typen.js';

/** A computation as it was or will be: the request and what it was computed with. */
export interface Rekengeval {
  readonly verzoek: TermijnVerzoek;
  readonly omgeving: TermijnOmgeving;
}

/** A date that moves, with what made it move (Dutch). */
export interface Verplaatsing {
  readonly termijn: string;
  readonly oud: IsoDatum | null;
  readonly nieuw: IsoDatum | null;
  /** Days later (negative: earlier); null when one of the two has no last day. */
  readonly dagen: number | null;
  readonly oorzaken: readonly string[];
}

export type Herberekening =
  | { readonly ok: true; readonly verplaatsing: Verplaatsing | null }
  | { readonly ok: false; readonly fout: TermijnFout };

function feitTekst(waarde: unknown): string {
  if (waarde === undefined) return 'niet opgegeven';
  return typeof waarde === 'string' ? waarde : JSON.stringify(waarde);
}

function oorzaken(voor: Rekengeval, na: Rekengeval, regelGewijzigd: boolean): readonly string[] {
  const lijst: string[] = [];
  const namen = new Set([...Object.keys(voor.verzoek.feiten), ...Object.keys(na.verzoek.feiten)]);
  for (const naam of namen) {
    const oud = feitTekst(voor.verzoek.feiten[naam]);
    const nieuw = feitTekst(na.verzoek.feiten[naam]);
    if (oud !== nieuw) lijst.push(`${naam} was ${oud} en is ${nieuw}.`);
  }
  const schorsingen = (geval: Rekengeval): string =>
    JSON.stringify(geval.verzoek.schorsingen ?? []);
  if (schorsingen(voor) !== schorsingen(na)) lijst.push('De opschortingen zijn gewijzigd.');
  if (voor.omgeving.kalender !== na.omgeving.kalender) {
    lijst.push(
      `De kalender was versie ${voor.omgeving.kalender.versie} en is versie ${na.omgeving.kalender.versie}.`,
    );
  }
  if (regelGewijzigd) lijst.push('Een andere versie van de regel geldt.');
  return lijst;
}

/**
 * Computes the same term before and after a correction. Null when the last day stays where it was;
 * a refusal when either computation is refused.
 */
export function herbereken(voor: Rekengeval, na: Rekengeval): Herberekening {
  const oud: TermijnUitkomst = berekenTermijn(voor.verzoek, voor.omgeving);
  const nieuw: TermijnUitkomst = berekenTermijn(na.verzoek, na.omgeving);
  if (!oud.ok) return oud;
  if (!nieuw.ok) return nieuw;
  const [van, naar] = [oud.antwoord.uiterlijkOp, nieuw.antwoord.uiterlijkOp];
  if (van === naar) return { ok: true, verplaatsing: null };
  return {
    ok: true,
    verplaatsing: {
      termijn: na.verzoek.termijn,
      oud: van,
      nieuw: naar,
      dagen: van === null || naar === null ? null : dagenTussen(van, naar),
      oorzaken: oorzaken(
        voor,
        na,
        oud.antwoord.bron.geldigVanaf !== nieuw.antwoord.bron.geldigVanaf ||
          voor.omgeving.tabel !== na.omgeving.tabel,
      ),
    },
  };
}
