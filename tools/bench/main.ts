import { parseArgs } from 'node:util';
import { tabelVan, type Meter, type Meting } from './meting.js';
import { termijn } from './termijn.js';
import { watals } from './watals.js';

const METERS: Readonly<Record<string, Meter>> = { termijn, watals };

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const namen = values.only === undefined ? Object.keys(METERS) : values.only.split(',');
const onbekend = namen.filter((naam) => METERS[naam] === undefined);
if (onbekend.length > 0) {
  process.stderr.write(
    `Onbekend: ${onbekend.join(', ')}. Kies uit ${Object.keys(METERS).join(', ')}.\n`,
  );
  process.exit(2);
}
const metingen: Meting[] = [];
for (const naam of namen) {
  metingen.push(...((await METERS[naam]?.({ vlug: values.quick })) ?? []));
}
process.stdout.write(`${tabelVan(metingen)}\n`);
process.exitCode = metingen.some(({ gehaald }) => gehaald === false) ? 1 : 0;
