import { isIsoDatum } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER, type Kalender } from '#domain/kalender/kalender.js';
import type { TermijnAntwoord, TermijnFout, TermijnVerzoek } from '#domain/termijnen/bereken.js';
import { berekenLos } from '#domain/termijnen/los.js';

type Regel = TermijnAntwoord | { readonly fout: TermijnFout };

/**
 * The calendar in the JSON text of a file: `versie`, `gelijkgesteldeDagen` (`datum`, `staatscourant`) and
 * `bekendeJaren`. Undefined when it is none.
 */
export function leesKalender(tekst: string): Kalender | undefined {
  let gelezen: Partial<Record<keyof Kalender, unknown>> | null;
  try {
    gelezen = JSON.parse(tekst) as typeof gelezen;
  } catch {
    return undefined;
  }
  const { versie, gelijkgesteldeDagen, bekendeJaren } = gelezen ?? {};
  const isDag = (dag: unknown): boolean => isIsoDatum((dag as { datum?: unknown } | null)?.datum);
  return Number.isInteger(versie) &&
    Array.isArray(gelijkgesteldeDagen) &&
    gelijkgesteldeDagen.every(isDag) &&
    Array.isArray(bekendeJaren) &&
    bekendeJaren.every(Number.isInteger)
    ? (gelezen as Kalender)
    : undefined;
}

/** Which calendar the answers rest on, for who reads them. */
export function kalenderTekst({ versie, gelijkgesteldeDagen, bekendeJaren }: Kalender): string {
  return `Kalenderversie ${versie}: ${gelijkgesteldeDagen.length} gelijkgestelde dagen, lijst bekend van ${bekendeJaren.join(', ')}.`;
}

function beantwoordEen(verzoek: unknown, kalender: Kalender): Regel {
  // The engine checks the shape itself and refuses what is no request.
  const uitkomst = berekenLos(verzoek as TermijnVerzoek, kalender);
  return uitkomst.ok ? uitkomst.antwoord : { fout: uitkomst.fout };
}

/**
 * Answers one request, or an array of them in the same order, given as JSON text. Exit code 1 when
 * any was refused or the text is no JSON.
 */
export function beantwoord(
  invoer: string,
  kalender = STANDAARD_KALENDER,
): { uitvoer: string; uitgang: 0 | 1 } {
  let verzoek: unknown;
  try {
    verzoek = JSON.parse(invoer);
  } catch {
    verzoek = undefined;
  }
  const antwoord = Array.isArray(verzoek)
    ? verzoek.map((een) => beantwoordEen(een, kalender))
    : beantwoordEen(verzoek, kalender);
  const geweigerd = [antwoord].flat().some((regel) => 'fout' in regel);
  return { uitvoer: `${JSON.stringify(antwoord, null, 2)}\n`, uitgang: geweigerd ? 1 : 0 };
}
