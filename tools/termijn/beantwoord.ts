import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import {
  berekenTermijn,
  type TermijnAntwoord,
  type TermijnFout,
  type TermijnVerzoek,
} from '#domain/termijnen/bereken.js';

type Regel = TermijnAntwoord | { readonly fout: TermijnFout };

function beantwoordEen(verzoek: unknown): Regel {
  // The engine checks the shape itself and refuses what is no request.
  const uitkomst = berekenTermijn(verzoek as TermijnVerzoek, { kalender: STANDAARD_KALENDER });
  return uitkomst.ok ? uitkomst.antwoord : { fout: uitkomst.fout };
}

/**
 * Answers one request, or an array of them in the same order, given as JSON text. Exit code 1 when
 * any was refused or the text is no JSON.
 */
export function beantwoord(invoer: string): { uitvoer: string; uitgang: 0 | 1 } {
  let verzoek: unknown;
  try {
    verzoek = JSON.parse(invoer);
  } catch {
    verzoek = undefined;
  }
  const antwoord = Array.isArray(verzoek) ? verzoek.map(beantwoordEen) : beantwoordEen(verzoek);
  const geweigerd = [antwoord].flat().some((regel) => 'fout' in regel);
  return { uitvoer: `${JSON.stringify(antwoord, null, 2)}\n`, uitgang: geweigerd ? 1 : 0 };
}
