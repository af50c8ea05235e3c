import { SEMVER } from './duo-configuratie.js';
import { leesFoutteksten } from './foutmelding.js';
import { Onleesbaar } from './lezer.js';
import type { Operatie } from './operatie.js';
import type { DuoUitkomst } from './uitkomst.js';
import type { RuwAntwoord } from './vervoer.js';

export interface Verwachting {
  readonly versie: string;
  readonly berichtId: string;
  readonly nuMs: number;
}

const MEER_DAN_EEN_DAG = 86_400;

const kop = (antwoord: RuwAntwoord, naam: string): string | undefined => {
  const waarde = antwoord.koppen[naam];
  return Array.isArray(waarde) ? waarde[0] : waarde;
};

function apiVersieVan(antwoord: RuwAntwoord): string | null {
  const waarde = kop(antwoord, 'api-version');
  return waarde !== undefined && SEMVER.test(waarde) ? waarde : null;
}

function drift(operatie: Operatie, antwoord: RuwAntwoord, verwacht: Verwachting): string[] {
  const versie = apiVersieVan(antwoord);
  const echo = kop(antwoord, 'berichtid');
  const gevonden: string[] = [];
  if (versie === null) {
    const was = kop(antwoord, 'api-version') === undefined ? 'ontbreekt' : 'is geen versie';
    gevonden.push(`API-Version ${was}`);
  } else if (versie !== verwacht.versie) {
    gevonden.push(`API-Version ${versie}, verwacht ${verwacht.versie}`);
  }
  if (echo !== undefined && echo.toLowerCase() !== verwacht.berichtId.toLowerCase()) {
    gevonden.push('berichtId van het antwoord is een ander');
  }
  const { status } = antwoord;
  if (status >= 200 && status < 300 && status !== operatie.status) {
    gevonden.push(`status ${status}, verwacht ${operatie.status}`);
  }
  return gevonden;
}

function herhaalNa(antwoord: RuwAntwoord, nuMs: number): number | undefined {
  const waarde = kop(antwoord, 'retry-after');
  if (waarde === undefined) return undefined;
  const seconden = /^\d{1,9}$/.test(waarde)
    ? Number(waarde)
    : Math.ceil((Date.parse(waarde) - nuMs) / 1000);
  return Number.isNaN(seconden) ? undefined : Math.min(Math.max(seconden, 0), MEER_DAN_EEN_DAG);
}

function alsJson(antwoord: RuwAntwoord): unknown {
  if (!/^application\/json\s*(;|$)/i.test(kop(antwoord, 'content-type') ?? '')) {
    throw new Onleesbaar('antwoord: geen application/json');
  }
  if (antwoord.body === 'te-groot') throw new Onleesbaar('antwoord: te groot');
  try {
    const tekst = new TextDecoder('utf-8', { fatal: true }).decode(antwoord.body as Buffer);
    return JSON.parse(tekst) as unknown;
  } catch {
    throw new Onleesbaar('antwoord: geen geldige JSON');
  }
}

function gelukt<W>(
  operatie: Operatie<W>,
  antwoord: RuwAntwoord,
  afwijkingen: string[],
): DuoUitkomst<W> {
  const apiVersie = apiVersieVan(antwoord);
  if (operatie.lees === null) {
    if (antwoord.body.length > 0) afwijkingen.push('antwoord heeft een body waar geen hoort');
    // W is null for an operation without `lees`.
    return { soort: 'gelukt', waarde: null as W, apiVersie, afwijkingen };
  }
  try {
    const waarde = operatie.lees(alsJson(antwoord), 'antwoord', afwijkingen);
    return { soort: 'gelukt', waarde, apiVersie, afwijkingen };
  } catch (fout) {
    if (!(fout instanceof Onleesbaar)) throw fout;
    return { soort: 'onbegrijpelijk', reden: fout.reden, status: antwoord.status, afwijkingen };
  }
}

/** Gives every answer of DUO its defined end. */
export function classificeer<W>(
  operatie: Operatie<W>,
  antwoord: RuwAntwoord,
  verwacht: Verwachting,
): DuoUitkomst<W> {
  const { status, body } = antwoord;
  const schrijft = operatie.methode !== 'GET';
  const afwijkingen = drift(operatie, antwoord, verwacht);
  const goed = status >= 200 && status < 300;

  // A status alone is a verdict; only where the body is one too does a broken line lose it.
  if (body === 'afgebroken' && (status === 403 || (goed && operatie.lees !== null))) {
    return {
      soort: 'storing',
      oorzaak: 'verbinding',
      status,
      ongewis: schrijft && goed,
      afwijkingen,
    };
  }
  if (goed) return gelukt(operatie, antwoord, afwijkingen);
  if (status === 403) {
    const foutteksten = leesFoutteksten(body, afwijkingen);
    return foutteksten === null
      ? { soort: 'niet-geautoriseerd', afwijkingen }
      : { soort: 'geweigerd', foutteksten, afwijkingen };
  }
  if (status === 401) return { soort: 'niet-geautoriseerd', afwijkingen };
  if (status === 404) return { soort: 'onbekend', afwijkingen };
  if (status === 408 || status === 429 || status >= 500) {
    const herhaalNaSeconden = herhaalNa(antwoord, verwacht.nuMs);
    return {
      soort: 'storing',
      oorzaak: 'http',
      status,
      ...(herhaalNaSeconden === undefined ? {} : { herhaalNaSeconden }),
      // A gateway answers 5xx also when DUO itself carried the request out.
      ongewis: schrijft && status >= 500,
      afwijkingen,
    };
  }
  if (status >= 400) {
    return { soort: 'ons-defect', details: `DUO antwoordt ${status}`, afwijkingen };
  }
  return { soort: 'onbegrijpelijk', reden: 'antwoord: onverwachte status', status, afwijkingen };
}
