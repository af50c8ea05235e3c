import type { Express, Request, Response } from 'express';

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
import { registreerPersoon } from './registratie.js';

const toon = (kern: Kern, persoon: Persoon) => ({
  ...persoon,
  klok: alsIso(kern.klok.nu(persoon)),
});

/** The person with this id of the simulator's own; a BeheerFout when there is none. */
export const zoek = (kern: Kern, id: unknown): Persoon => {
  const persoon = typeof id === 'string' ? kern.staat.persoon(id) : undefined;
  if (persoon === undefined) throw new BeheerFout(404, 'Deze persoon is er niet.');
  return persoon;
};

/** Everything about one person: register, look, move the clock, let something happen. */
export const personenRoutes = (app: Express, kern: Kern, bezorger: Bezorger): void => {
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
