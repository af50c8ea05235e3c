// One request, or an array of them, from standard input. `--kalender <file>`: another calendar than the shipped one,
// such as that of an installation to which days were added.
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { beantwoord, kalenderTekst, leesKalender } from './beantwoord.js';

const { values } = parseArgs({ options: { kalender: { type: 'string' } } });
const bestand = values.kalender;
const kalender =
  bestand === undefined ? STANDAARD_KALENDER : leesKalender(readFileSync(bestand, 'utf8'));
if (kalender === undefined) {
  process.stderr.write('In dit bestand staat geen kalender.\n');
  process.exitCode = 1;
} else {
  // Beside the answer, which is the same as that of the API.
  process.stderr.write(`${kalenderTekst(kalender)}\n`);
  const { uitvoer, uitgang } = beantwoord(await text(process.stdin), kalender);
  process.stdout.write(uitvoer);
  process.exitCode = uitgang;
}
