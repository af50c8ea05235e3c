import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';

import { coaProfiel } from '../coa-profiel.js';
import { alsIso, leesMoment } from '../datum.js';
import type { Kern } from '../kern.js';
import type { Bezorger } from '../notificaties/bezorger.js';
import type { Persoon } from '../toestand/persoon.js';
import {
  geefDiploma,
  geefExamenresultaat,
  meldAanVoorLbt,
  stuurGebeurtenis,
  zetKlok,
} from './handelingen.js';
import { alleen, BeheerFout, object, tekst, verplicht } from './invoer.js';
import { pagina } from './pagina.js';
import { registreerPersoon } from './registratie.js';
import { leesStoringen } from './storingen.js';

/** A web page on another site must not steer the simulator through the user's browser. */
const alleenLokaal: RequestHandler = (req, res, next) => {
  if (['127.0.0.1', 'localhost', '[::1]'].includes(req.hostname)) next();
  else res.status(403).json({ fout: 'De simulator is alleen op deze computer te bedienen.' });
};

const toon = (kern: Kern, persoon: Persoon) => ({
  ...persoon,
  klok: alsIso(kern.klok.nu(persoon)),
});

const zoek = (kern: Kern, id: unknown): Persoon => {
  const persoon = typeof id === 'string' ? kern.staat.persoon(id) : undefined;
  if (persoon === undefined) throw new BeheerFout(404, 'Deze persoon is er niet.');
  return persoon;
};

const personenRoutes = (app: Express, kern: Kern, bezorger: Bezorger): void => {
  app.post('/personen', async (req, res) => {
    const persoon = registreerPersoon(kern, req.body);
    await kern.staat.bewaar();
    res.status(201).json(toon(kern, persoon));
  });
  app.post('/personen/_zoek', (req, res) => {
    const invoer = object(req.body);
    alleen(invoer, ['bsn']);
    const bsn = verplicht(tekst(invoer, 'bsn', /^\d{9}$/), 'bsn');
    res.json(toon(kern, zoek(kern, kern.staat.persoonMetBsn(bsn)?.id)));
  });
  app.get('/personen/:id', (req, res) => {
    res.json(toon(kern, zoek(kern, req.params.id)));
  });
  app.get('/personen/:id/volgende-gebeurtenis', (req, res) => {
    const persoon = zoek(kern, req.params.id);
    const tot = req.query.tot === undefined ? Infinity : leesMoment(req.query.tot);
    if (tot === undefined) throw new BeheerFout(400, 'tot moet een tijdstip met tijdzone zijn.');
    const volgende = kern.agenda.volgende(persoon, tot);
    const { tijdstip, gebeurtenisId } = volgende ?? {};
    res.json(volgende === undefined ? null : { tijdstip, gebeurtenisId });
  });
  app.post('/personen/:id/notificaties/_opnieuw', async (req, res) => {
    const persoon = zoek(kern, req.params.id);
    await bezorger.opnieuw(persoon);
    res.json(persoon.notificaties);
  });
  const handeling =
    (doe: (kern: Kern, persoon: Persoon, body: unknown) => Promise<unknown>) =>
    async (req: Request<{ id: string }>, res: Response) => {
      res.json(await doe(kern, zoek(kern, req.params.id), req.body));
    };
  app.post('/personen/:id/gebeurtenissen', handeling(stuurGebeurtenis));
  app.post('/personen/:id/lbt', handeling(meldAanVoorLbt));
  app.post('/personen/:id/examenresultaten', handeling(geefExamenresultaat));
  app.post('/personen/:id/diploma', handeling(geefDiploma));
  app.put('/personen/:id/klok', handeling(zetKlok));
};

/** The control side: plain JSON for rehearsals and tests, by the simulator's own person id. */
export const maakBeheerApp = (kern: Kern, bezorger: Bezorger): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(alleenLokaal, express.json({ limit: '1mb' }));
  app.get('/', (_req, res) => {
    res.type('html').send(pagina(kern));
  });
  personenRoutes(app, kern, bezorger);
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
  app.get('/storingen', (_req, res) => {
    res.json(kern.staat.gegevens.storingen);
  });
  app.put('/storingen', async (req, res) => {
    const storingen = leesStoringen(req.body);
    // In place: calls that are running hold on to this very list.
    kern.staat.gegevens.storingen.splice(0, Infinity, ...storingen);
    await kern.staat.bewaar();
    res.json(storingen);
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
    else if (fout instanceof BeheerFout) res.status(fout.status).json({ fout: fout.boodschap });
    else {
      const status = (fout as { status?: number }).status ?? 500;
      res.status(status).json({ fout: status < 500 ? 'Onleesbaar verzoek.' : 'Interne fout.' });
    }
  };
  app.use(opFout);
  return app;
};
