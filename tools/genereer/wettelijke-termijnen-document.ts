import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { duurTekst } from '#domain/termijnen/duur.js';
import type { TermijnRij } from '#domain/termijnen/bereken.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';

type Cellen = readonly string[];

/** A table as Prettier leaves it: every column as wide as its widest cell. */
function tabel(kop: Cellen, rijen: readonly Cellen[]): string {
  const alle = [kop, ...rijen];
  const breedte = kop.map((_, i) => Math.max(3, ...alle.map((rij) => (rij[i] ?? '').length)));
  const regel = (cellen: Cellen): string =>
    `| ${cellen.map((cel, i) => cel.padEnd(breedte[i] ?? 0)).join(' | ')} |`;
  const streep = breedte.map((n) => '-'.repeat(n));
  return [regel(kop), regel(streep), ...rijen.map(regel)].join('\n');
}

function duurCel(rij: TermijnRij): string {
  const delen: string[] = [];
  if (rij.duur !== undefined) delen.push(duurTekst(rij.duur));
  if (rij.staffel !== undefined) {
    delen.push(rij.staffel.map((t) => `vanaf ${t.vanaf}: ${t.maanden} maanden`).join('; '));
  }
  if (rij.drempel !== undefined) delen.push(`drempel ${duurTekst(rij.drempel)}`);
  if (rij.maximum !== undefined) delen.push(`ten hoogste ${duurTekst(rij.maximum)}`);
  return delen.join('; ') || 'volgens de feiten';
}

const VERSCHUIFT = { true: 'ja', false: 'nee', markering: 'open' } as const;

function termijnRij(rij: TermijnRij): Cellen {
  const versie =
    rij.geldigTot === undefined
      ? `vanaf ${rij.geldigVanaf}`
      : `${rij.geldigVanaf} t/m ${rij.geldigTot}`;
  return [
    rij.id,
    `\`${rij.code}\`${rij.onderdeel === undefined ? '' : ` ${rij.onderdeel}`}`,
    rij.naam,
    duurCel(rij),
    rij.aanvang,
    rij.gebonden,
    VERSCHUIFT[`${rij.algemeneTermijnenwet}`],
    rij.schorsing === undefined ? 'nee' : rij.schorsing.artikel,
    `[${rij.bron.wet} ${rij.bron.artikel}](${rij.bron.url})`,
    versie,
    rij.keuzeFeit.map((feit) => `\`${feit}\``).join(', '),
  ];
}

function volgorde(rij: TermijnRij): number {
  const nummer = Number(rij.id.slice(1));
  return Number.isNaN(nummer) ? 99 : nummer;
}

/** What was chosen where the law does not say how to count; the first three are settings. */
const KEUZES = [
  'Ontzorgen: de zes maanden worden op twee manieren geteld (vanaf de dag ervoor, vanaf de dag zelf); de latere dag geldt (`ontzorgenTelling`).',
  'Dwangsom: de eerste dag is de ingebrekestelling + 14 dagen, verschoven door de Algemene termijnenwet; de 42 dagen verschuiven niet (`dwangsomEersteDag`).',
  'Huisvesting: 2, 10 en 2 weken, een praktijknorm (`huisvestingWeken`).',
  'Verlengingen stapelen: de volgende begint bij het einde dat de vorige gaf.',
  'Een drempel van drie maanden en de grens van een jaar bij een onderbreking: tellen de twee manieren verschillend, dan geldt de latere dag, met een voorbehoud.',
  'Grond g zonder eerste les: geteld wordt tot en met de peildatum.',
  'Opschorting: van de dag na de uitnodiging tot en met de dag waarop het dossier compleet is, niet verder dan de gegeven termijn. Dagen buiten de termijn verlengen niet; overlap telt een keer.',
  'Opschorting bestaat voor de beslissingen op een aanvraag aan het college, op een aanvraag om verlenging en op bezwaar, voor het verval van de boetebevoegdheid en voor de vrije berekening.',
  'Tien weken: tot 2023 telde de inschrijving voor iedereen. De datum van de kennisgeving kiest de versie; is over 2022 geen inschrijving opgegeven, dan telt de kennisgeving, met een voorbehoud.',
  'Recidive: het hoogste basisbedrag van de tellende eerdere overtredingen wordt verdubbeld.',
  'Aflossing: de eerste van een maand op of na de dag zes maanden na het einde van de plicht.',
  'Een feit van vóór de inwerkingtreding van een regel wordt geweigerd.',
  'Koningsdag: voor elk jaar 27 april (26 april als dat zondag is); vóór 2014 meldt een voorbehoud dit.',
];

/** The text of `docs/wettelijke-termijnen.md`. */
export function maakDocument(): string {
  const rijen = [...WETTELIJKE_TERMIJNEN].sort((a, b) => volgorde(a) - volgorde(b));
  const kop = [
    'Nr',
    'Code',
    'Termijn',
    'Duur',
    'Vanaf',
    'Wie',
    'Atw',
    'Opschorting',
    'Bron',
    'Versie',
    'Keuze van de versie',
  ];
  const dagen = STANDAARD_KALENDER.gelijkgesteldeDagen.map((dag) => [
    dag.datum,
    dag.staatscourant ?? 'niet vastgelegd',
  ]);
  return `# Wettelijke termijnen

Dit bestand is gemaakt uit de tabel in \`libs/domain/termijnen\` met \`npm run genereer:termijnen\`. Wijzig de tabel, niet dit bestand.

Atw: of de Algemene termijnenwet het einde verschuift. \`open\`: de tekst laat het open, er wordt niet verschoven. De versie van een regel wordt gekozen met de datum van het genoemde feit.

${tabel(kop, rijen.map(termijnRij))}

## Gelijkgestelde dagen

Kalenderversie ${STANDAARD_KALENDER.versie}; de lijst is bekend voor ${STANDAARD_KALENDER.bekendeJaren.join(', ')}. Voor andere jaren draagt een antwoord een voorbehoud.

${tabel(['Dag', 'Staatscourant'], dagen)}

## Keuzes waar de wet de telling open laat

${KEUZES.map((keuze) => `- ${keuze}`).join('\n')}
`;
}
