import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { leesInstellingen } from './instellingen.js';
import { openLuisteraars } from './luisteraars.js';
import { maakSimulator } from './simulator.js';

/** The parser's own message quotes the file, which may hold personal data. */
const leesBestand = (pad: string): unknown => {
  try {
    return JSON.parse(readFileSync(pad, 'utf8')) as unknown;
  } catch {
    throw new Error('het scenario is geen leesbaar JSON-bestand.');
  }
};

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: { scenario: { type: 'string' } } });
  const instellingen = leesInstellingen(process.env);
  const simulator = maakSimulator(instellingen.simulator);
  try {
    if (values.scenario !== undefined) {
      await simulator.speler.laad(leesBestand(values.scenario));
    }
    const luisteraars = await openLuisteraars(simulator, instellingen.luisteraars);
    const stop = (): void => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      void luisteraars
        .sluit()
        .then(() => simulator.stop())
        .finally(() => process.exit());
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    const { duo, beheer } = luisteraars;
    process.stdout.write(`${JSON.stringify({ gereed: true, duo, beheer })}\n`);
    const stand = await simulator.speler.speel();
    if (stand?.status === 'klaar') {
      const { titel: scenario, gedaan, nietVoldaan } = stand;
      process.stdout.write(`${JSON.stringify({ scenario, gedaan, nietVoldaan })}\n`);
    }
  } catch (fout) {
    await simulator.stop();
    throw fout;
  }
};

start().catch((fout: unknown) => {
  const reden = fout instanceof Error ? fout.message : 'onbekende fout';
  process.stderr.write(`De ketensimulator start niet: ${reden}\n`);
  process.exitCode = 1;
});
