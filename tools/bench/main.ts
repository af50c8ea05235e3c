import { parseArgs } from 'node:util';
import { isGehaald, reeksenVan, tabelVan, type Meter, type Meting, type Reeks } from './meting.js';
import { termijn } from './termijn.js';
import { omstandigheden, schrijfDeel } from './verslag.js';
import { watals } from './watals.js';

const METERS: Readonly<Record<string, Meter>> = { termijn, watals };
const KEREN_IN_VERSLAG = 5;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    // Into docs/prestaties.md, five times each.
    schrijf: { type: 'boolean', default: false },
  },
});
const namen = values.only === undefined ? Object.keys(METERS) : values.only.split(',');
const onbekend = namen.filter((naam) => METERS[naam] === undefined);
if (onbekend.length > 0) {
  process.stderr.write(
    `Onbekend: ${onbekend.join(', ')}. Kies uit ${Object.keys(METERS).join(', ')}.\n`,
  );
  process.exit(2);
}
const alle: Reeks[] = [];
for (const naam of namen) {
  const omgeving = omstandigheden();
  const runs: (readonly Meting[])[] = [];
  for (let keer = 0; keer < (values.schrijf ? KEREN_IN_VERSLAG : 1); keer += 1) {
    runs.push((await METERS[naam]?.({ vlug: values.quick })) ?? []);
  }
  const reeksen = reeksenVan(runs);
  if (values.schrijf) schrijfDeel(naam, omgeving, reeksen);
  alle.push(...reeksen);
}
process.stdout.write(`${tabelVan(alle)}\n`);
process.exitCode = alle.some((reeks) => isGehaald(reeks) === false) ? 1 : 0;
