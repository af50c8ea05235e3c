import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';

import { coaProfiel } from '../coa-profiel.js';
import type { Kern } from '../kern.js';
import type { Bezorger } from '../notificaties/bezorger.js';
import { ScenarioFout } from '../scenario/lees.js';
import type { Speler } from '../scenario/speler.js';
import { BeheerFout, object } from './invoer.js';
import { paginaRoutes } from './pagina.js';
import { personenRoutes, zoek } from './personen.js';
import { scenarioRoutes } from './scenario.js';
import { leesStoring, leesStoringen } from './storingen.js';

/** A web page on another site must not steer the simulator through the user's browser. */
const alleenLokaal: RequestHandler = (req, res, next) => {
  const { origin, host } = req.headers;
  const vanHier = origin === undefined || origin === `http://${host}`;
  if (vanHier && ['127.0.0.1', 'localhost', '[::1]'].includes(req.hostname)) next();
  else res.status(403).json({ fout: 'De simulator is alleen op deze computer te bedienen.' });
};

const storingRoutes = (app: Express, { staat }: Kern): void => {
  app.get('/storingen', (_req, res) => {
    res.json(staat.gegevens.storingen);
  });
  app.put('/storingen', async (req, res) => {
    const storingen = leesStoringen(req.body);
    // In place: calls that are running hold on to this very list.
    staat.gegevens.storingen.splice(0, Infinity, ...storingen);
    await staat.bewaar();
    res.json(storingen);
  });
  app.post('/storingen', async (req, res) => {
    const storing = leesStoring(req.body);
    staat.gegevens.storingen.push(storing);
    await staat.bewaar();
    res.status(201).json(storing);
  });
};

/** The control side: plain JSON for rehearsals and tests, by the simulator's own person id. */
export const maakBeheerApp = (kern: Kern, bezorger: Bezorger, speler: Speler): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(alleenLokaal, express.json({ limit: '1mb' }));
  paginaRoutes(app, kern, speler);
  personenRoutes(app, kern, bezorger);
  storingRoutes(app, kern);
  scenarioRoutes(app, speler);
  app.post('/coa-profielen', (req, res) => {
    const { persoonId, ...anders } = object(req.body);
    const persoon = zoek(kern, persoonId);
    const profiel: Record<string, unknown> = {
      ...coaProfiel(persoon, kern.klok.nu(persoon)),
      ...anders,
    };
    // Null leaves a group of fields out: the intake of a gemeente knows no empty one.
    const gegeven = Object.entries(profiel).filter(([, waarde]) => waarde !== null);
    res.status(201).json(Object.fromEntries(gegeven));
  });
  app.get('/berichten', (req, res) => {
    const { persoon, api, methode } = req.query;
    res.json(
      kern.staat.gegevens.berichten.filter(
        (bericht) =>
          (persoon === undefined || bericht.persoonId === persoon) &&
          (api === undefined || bericht.api === api) &&
          (methode === undefined || bericht.methode === methode),
      ),
    );
  });
  const opFout: ErrorRequestHandler = (fout: unknown, _req, res, next) => {
    if (res.headersSent) next(fout);
    else if (fout instanceof BeheerFout) {
      const fouten = fout instanceof ScenarioFout ? { fouten: fout.fouten } : {};
      res.status(fout.status).json({ fout: fout.boodschap, ...fouten });
    } else {
      const status = (fout as { status?: number }).status ?? 500;
      res.status(status).json({ fout: status < 500 ? 'Onleesbaar verzoek.' : 'Interne fout.' });
    }
  };
  app.use(opFout);
  return app;
};
