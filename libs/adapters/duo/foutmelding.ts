import type { RuwAntwoord } from './vervoer.js';

const HOOGSTENS_TEKSTEN = 100;
const HOOGSTENS_TEKENS = 500;

/** DUO writes freely, and might name the person by number. */
const zonderNummers = (tekst: string): string =>
  tekst.replace(/(?<!\d)\d{8,10}(?!\d)/g, '[nummer]');

function fouttekstVan(melding: unknown): string | null {
  if (typeof melding !== 'object' || melding === null || !('fouttekst' in melding)) return null;
  const { fouttekst } = melding;
  if (typeof fouttekst !== 'string' || fouttekst.trim() === '') return null;
  return zonderNummers(fouttekst.trim().slice(0, HOOGSTENS_TEKENS));
}

function alsLijst(body: Buffer): readonly unknown[] | null {
  try {
    const json = JSON.parse(body.toString('utf8')) as unknown;
    if (Array.isArray(json)) return json as readonly unknown[];
    return typeof json === 'object' && json !== null && 'fouttekst' in json ? [json] : null;
  } catch {
    return null;
  }
}

/** DUO's words in a 403, or `null` when there are none: then it is no refusal by a rule. */
export function leesFoutteksten(
  body: RuwAntwoord['body'],
  afwijkingen: string[],
): readonly string[] | null {
  if (body.length === 0) return null;
  const lijst = typeof body === 'string' ? null : alsLijst(body);
  const teksten = (lijst ?? [])
    .slice(0, HOOGSTENS_TEKSTEN)
    .map(fouttekstVan)
    .filter((tekst) => tekst !== null);
  if (teksten.length > 0) return teksten;
  afwijkingen.push('403 met een body zonder foutmelding');
  return null;
}
