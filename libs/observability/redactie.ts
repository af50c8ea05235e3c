import { isBsn } from '#security/bsn.js';

// Compared in lower case and without separators. Too much is left out rather than too little.
const VERBORGEN = new Set(
  [
    'bsn vnummer vreemdelingennummer naam namen voornaam voornamen voorvoegsel achternaam',
    'geslachtsnaam roepnaam geboortedatum geboorteplaats geboorteland geslacht nationaliteit',
    'adres straat straatnaam huisnummer postcode woonplaats email emailadres telefoon',
    'telefoonnummer authorization cookie setcookie token accesstoken idtoken wachtwoord password',
    'secret geheim hoofdsleutel zoeksleutel sleutel body payload details headers parameters',
  ]
    .join(' ')
    .split(' '),
);

const DIEPTE = 6;
const BREEDTE = 100;

/** True for a field that never appears in a log line, whatever is in it. */
export function isVerborgen(naam: string): boolean {
  return VERBORGEN.has(naam.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** Takes out what could be a person's number, and the person in DUO's addresses. */
export function redigeerTekst(tekst: string): string {
  return tekst
    .replaceAll(/(\/(?:personen|inburgeraars)\/)[^/?#\s"']+/gi, '$1[weg]')
    .replaceAll(/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [weg]')
    .replaceAll(/(?<![\w-])\d{9,10}(?![\w-])/g, (cijfers) =>
      cijfers.length === 10 || isBsn(cijfers) ? '[weg]' : cijfers,
    );
}

/** A copy that may be logged: personal and secret fields left out, texts redacted, errors small. */
export function redigeer(waarde: unknown, diepte = 0): unknown {
  if (typeof waarde === 'string') return redigeerTekst(waarde);
  if (typeof waarde === 'number') return redigeerGetal(waarde);
  if (typeof waarde === 'bigint') return redigeerTekst(waarde.toString());
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  if (waarde instanceof Date) return waarde;
  if (ArrayBuffer.isView(waarde)) return '[bytes]';
  if (isFout(waarde)) return redigeerFout(waarde);
  if (diepte >= DIEPTE) return '[dieper]';
  if (Array.isArray(waarde)) {
    return waarde.slice(0, BREEDTE).map((een) => redigeer(een, diepte + 1));
  }
  const open: Record<string, unknown> = {};
  for (const [naam, inhoud] of Object.entries(waarde).slice(0, BREEDTE)) {
    if (!isVerborgen(naam)) open[naam] = redigeer(inhoud, diepte + 1);
  }
  return open;
}

/** What of an error may be logged: kind, message, code and stack. Its other fields hold data. */
export function redigeerFout(fout: Error): Record<string, unknown> {
  const { code } = fout as { code?: unknown };
  return {
    soort: fout.name,
    melding: redigeerTekst(fout.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(fout.stack === undefined ? {} : { stack: redigeerTekst(fout.stack) }),
    ...(isFout(fout.cause) ? { oorzaak: redigeerFout(fout.cause) } : {}),
  };
}

/** Path without query: what people type to search does not belong in a log. */
export function redigeerUrl(url: string): string {
  return redigeerTekst(url.replace(/[?#].*$/s, ''));
}

const redigeerGetal = (getal: number): number | string =>
  Number.isSafeInteger(getal) && redigeerTekst(String(getal)) !== String(getal) ? '[weg]' : getal;

// Not `instanceof`: errors of a workflow's own context are of another realm.
const isFout = (waarde: unknown): waarde is Error =>
  waarde instanceof Error || Object.prototype.toString.call(waarde) === '[object Error]';
