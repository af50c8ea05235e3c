import type { Request, Response } from 'express';
import { invoerFout } from './problemen.js';
import { Getal, Tekst, UitQuery } from './velden.js';

const STANDAARD_LIMIET = 25;

/** Query of every list. */
export class PaginaQuery {
  @UitQuery('getal')
  @Getal({
    min: 1,
    max: 100,
    optioneel: true,
    voorbeeld: 25,
    uitleg: 'Hoeveel per bladzijde; 25 als u niets kiest.',
  })
  limit?: number;

  @Tekst({
    optioneel: true,
    hoogstens: 400,
    voorbeeld: 'WyIzZjBjMWMxZS02ZDBhLTRiNTItOWEzYS0yZjZmMmExZjdmMTAiXQ',
    uitleg: 'Waar de vorige bladzijde ophield; staat in de Link-kop met rel="next".',
  })
  cursor?: string;
}

export function limietVan({ limit }: PaginaQuery): number {
  return limit ?? STANDAARD_LIMIET;
}

/** The place after a row, as an opaque text. Holds ids and dates only. */
function maakCursor(plek: readonly string[]): string {
  return Buffer.from(JSON.stringify(plek)).toString('base64url');
}

/** Reads a cursor of as many parts as there are checks. */
export function leesCursor(
  cursor: string | undefined,
  controles: readonly ((deel: unknown) => boolean)[],
): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const plek = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(plek) &&
      plek.length === controles.length &&
      controles.every((klopt, i) => typeof plek[i] === 'string' && klopt(plek[i]))
    ) {
      return plek as string[];
    }
  } catch {
    // Not ours; refused below.
  }
  throw invoerFout([
    { veld: 'cursor', melding: 'Deze cursor is niet van ons; begin bij de eerste bladzijde.' },
  ]);
}

/** Sets the link to the next page (RFC 8288), with the same filters. */
export function zetVolgende(
  req: Request,
  res: Response,
  plek: readonly string[] | undefined,
): void {
  if (plek === undefined) return;
  const url = new URL(req.originalUrl, 'http://hier');
  url.searchParams.set('cursor', maakCursor(plek));
  res.setHeader('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
