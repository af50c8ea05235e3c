import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Oordeel, Uitslag } from './geval.js';

const TEKENS: Readonly<Record<Oordeel, string>> = {
  geslaagd: 'goed ',
  mislukt: 'FOUT ',
  'niet uitgevoerd': 'niet ',
};

/** One line of progress, and below it what was wrong. */
export function regelVan({ geval, oordeel, redenen }: Uitslag, breedte = 34): string {
  const kop = `${TEKENS[oordeel]} ${geval.id.padEnd(breedte)} ${geval.titel}`;
  if (oordeel === 'geslaagd') return kop;
  const uitleg =
    oordeel === 'mislukt' ? [`eis: ${geval.eis} (${geval.grond})`, ...redenen] : redenen;
  return [kop, ...uitleg.map((regel) => `        ${regel}`)].join('\n');
}

const telt = (uitslagen: readonly Uitslag[], oordeel: Oordeel): number =>
  uitslagen.filter((uitslag) => uitslag.oordeel === oordeel).length;

/** A table of the groups, the cases that failed, and the last line with the numbers. */
export function samenvatting(uitslagen: readonly Uitslag[]): string {
  const groepen = [...new Set(uitslagen.map(({ geval }) => geval.groep))];
  const breedte = Math.max(...groepen.map((groep) => groep.length), 5);
  const rij = (naam: string, a: unknown, b: unknown, c: unknown): string =>
    [naam.padEnd(breedte), ...[a, b, c].map((deel) => String(deel).padStart(16))].join(' ');
  const aantallen = (naam: string, lijst: readonly Uitslag[]): string =>
    rij(naam, telt(lijst, 'geslaagd'), telt(lijst, 'mislukt'), telt(lijst, 'niet uitgevoerd'));
  const mislukt = uitslagen.filter(({ oordeel }) => oordeel === 'mislukt');
  return [
    rij('groep', 'geslaagd', 'mislukt', 'niet uitgevoerd'),
    ...groepen.map((groep) =>
      aantallen(
        groep,
        uitslagen.filter(({ geval }) => geval.groep === groep),
      ),
    ),
    aantallen('samen', uitslagen),
    ...(mislukt.length === 0
      ? []
      : ['', 'Mislukt:', ...mislukt.map((uitslag) => regelVan(uitslag))]),
    '',
    slotregel(uitslagen),
  ].join('\n');
}

function slotregel(uitslagen: readonly Uitslag[]): string {
  const mislukt = telt(uitslagen, 'mislukt');
  const niet = telt(uitslagen, 'niet uitgevoerd');
  const rest = niet === 0 ? '' : ` ${niet} gevallen vragen --beheer en zijn niet uitgevoerd.`;
  return mislukt === 0
    ? `Conform: ${telt(uitslagen, 'geslaagd')} gevallen geslaagd.${rest}`
    : `Niet conform: ${mislukt} van ${uitslagen.length} gevallen mislukt.${rest}`;
}

const xml = (tekst: string): string =>
  tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);

function testcase({ geval, oordeel, redenen, duurMs }: Uitslag): string {
  const kop = `<testcase classname="${xml(geval.groep)}" name="${xml(`${geval.id} ${geval.titel}`)}" time="${(duurMs / 1000).toFixed(3)}"`;
  if (oordeel === 'geslaagd') return `${kop}/>`;
  if (oordeel === 'niet uitgevoerd') {
    return `${kop}><skipped message="${xml(redenen.join('; '))}"/></testcase>`;
  }
  const tekst = `${geval.eis} (${geval.grond})\n${redenen.join('\n')}`;
  return `${kop}><failure message="${xml(redenen.join('; '))}">${xml(tekst)}</failure></testcase>`;
}

/** The results in the form that build servers read. */
function junitXml(uitslagen: readonly Uitslag[], naam: string): string {
  const tijd = uitslagen.reduce((som, { duurMs }) => som + duurMs, 0) / 1000;
  const aantallen =
    `tests="${uitslagen.length}" failures="${telt(uitslagen, 'mislukt')}" ` +
    `skipped="${telt(uitslagen, 'niet uitgevoerd')}" errors="0" time="${tijd.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conformiteit" ${aantallen}>`,
    `<testsuite name="${xml(naam)}" ${aantallen}>`,
    ...uitslagen.map(testcase),
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Writes `conformiteit.txt` and `conformiteit.xml`. */
export function schrijfRapport(
  map: string,
  kop: string,
  naam: string,
  uitslagen: readonly Uitslag[],
): void {
  mkdirSync(map, { recursive: true });
  const tekst = [kop, '', ...uitslagen.map((uitslag) => regelVan(uitslag)), ''].join('\n');
  writeFileSync(join(map, 'conformiteit.txt'), `${tekst}\n${samenvatting(uitslagen)}\n`);
  writeFileSync(join(map, 'conformiteit.xml'), junitXml(uitslagen, naam));
}
