import type { Express } from 'express';

import { SCENARIO_SCHEMA } from '../scenario/schema.js';
import type { Speler } from '../scenario/speler.js';
import { BeheerFout } from './invoer.js';

/** Load and play a scenario, follow it, break it off; and the schema a file must fit. */
export const scenarioRoutes = (app: Express, speler: Speler): void => {
  const stand = () => {
    const gevonden = speler.stand();
    if (gevonden === undefined) throw new BeheerFout(404, 'Er is nog geen scenario geladen.');
    return gevonden;
  };
  app.post('/scenario', async (req, res) => {
    const geladen = await speler.laad(req.body);
    // It plays on while the caller follows it by GET.
    speler.speel().catch(() => {
      process.stderr.write('De simulator kon het scenario niet verder spelen.\n');
    });
    res.status(201).json(geladen);
  });
  app.get('/scenario', (_req, res) => {
    res.json(stand());
  });
  app.delete('/scenario', async (_req, res) => {
    stand();
    await speler.stop('gestopt');
    res.json(stand());
  });
  app.get('/scenario/schema', (_req, res) => {
    res.json(SCENARIO_SCHEMA);
  });
};
