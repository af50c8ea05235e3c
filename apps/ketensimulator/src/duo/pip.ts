import { volgPip } from '../attentie.js';
import { alsIso, DAG_MS } from '../datum.js';
import type { Persoon, Pip } from '../toestand/persoon.js';
import { datum, geheel, keuze, leesBody, waarheid } from './invoer.js';
import {
  foutVerzoek,
  gemaakt,
  geweigerd,
  nietGevonden,
  ok,
  overPersoon,
  type Antwoord,
  type DuoRoute,
  type PersoonsVerzoek,
} from './route.js';

const VELDEN = {
  dagtekeningPip: { verplicht: true, klopt: datum },
  leerroute: { verplicht: true, klopt: keuze('B', 'O', 'Z') },
  niveau: { klopt: keuze('A2', 'B1') },
  geschatteIntensiteitB1Route: { klopt: geheel(1, 9999) },
  indicatorMagOpleidingAfmaken: { klopt: waarheid },
  indicatorAlfabetiseringsonderwijs: { klopt: keuze('A', 'AA', 'NVT') },
};

/** DUO's conditions for registering a PIP, each refusal in a sentence. */
const pipFouten = (persoon: Persoon, pip: Pip): string[] => {
  const fouten: string[] = [];
  const { dagtekeningPip: dag, leerroute, niveau } = pip;
  const { begindatum } = persoon.plicht;
  if (begindatum !== undefined && dag < begindatum) {
    fouten.push('De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht.');
  }
  const eerdere = persoon.pips.map((p) => p.pip.dagtekeningPip);
  if (eerdere.some((eerder, i) => (i === 0 || i === eerdere.length - 1) && dag < eerder)) {
    fouten.push('De dagtekening ligt voor die van het eerste of het actuele PIP.');
  }
  if (dag < persoon.verblijf.gevestigdOp) {
    fouten.push('De dagtekening ligt voor de vestiging van de inburgeraar in de gemeente.');
  }
  if (niveau === 'A2' && leerroute === 'O') {
    fouten.push('Niveau A2 hoort niet bij de onderwijsroute.');
  }
  if (niveau === 'B1' && leerroute === 'Z') fouten.push('Niveau B1 hoort niet bij de Z-route.');
  if (niveau === 'A2' && leerroute === 'B' && persoon.pips.length === 0) {
    fouten.push('Niveau A2 kan niet in het eerste PIP met de B1-route.');
  }
  if (
    pip.geschatteIntensiteitB1Route !== undefined &&
    (leerroute !== 'B' || persoon.doelgroep.indeling !== 'Asielstatushouder')
  ) {
    fouten.push('De geschatte intensiteit hoort alleen bij de B1-route van een asielmigrant.');
  }
  return fouten;
};

const registreer = ({ kern, persoon, bron, body }: PersoonsVerzoek): Antwoord => {
  const pip = leesBody<Pip>(body, VELDEN);
  if (pip === undefined) return foutVerzoek;
  const fouten = pipFouten(persoon, pip);
  if (fouten.length > 0) return geweigerd(fouten);
  if (pip.niveau === undefined && pip.leerroute !== 'Z') pip.niveau = 'B1';
  const nu = kern.klok.nu(persoon);
  const { gemeentecode } = persoon.verblijf;
  persoon.pips.push({ gemeenteOin: bron, gemeentecode, pip, ontvangenOp: alsIso(nu) });
  volgPip(persoon, pip.dagtekeningPip, kern.agenda.planner(persoon));
  const gepland = persoon.agenda.some((a) => a.gebeurtenisId === 'SS102');
  if (persoon.termijn === null && !gepland) {
    kern.agenda.plan(persoon, nu + kern.ss102NaDagen * DAG_MS, { gebeurtenisId: 'SS102' });
  }
  return gemaakt();
};

const verwijder = ({ kern, persoon, bron }: PersoonsVerzoek): Antwoord => {
  const actueel = persoon.pips.at(-1);
  if (actueel === undefined) return nietGevonden;
  const fouten: string[] = [];
  if (persoon.termijn !== null) fouten.push('De inburgeringstermijn is al vastgesteld.');
  if (persoon.cursusuren > 0) {
    fouten.push('Er zijn al cursusuren geregistreerd bij het actuele inburgeringsaanbod.');
  }
  if (actueel.gemeenteOin !== bron) fouten.push('Het actuele PIP is van een andere gemeente.');
  if (fouten.length > 0) return geweigerd(fouten);
  persoon.pips.pop();
  if (persoon.pips.length === 0) {
    for (const id of ['SS102', 'SS127']) kern.agenda.schrap(persoon, id);
  }
  return ok();
};

const PAD = '/personen/:bsn/PIP';

export const pipRoutes: DuoRoute[] = [
  overPersoon('PIP', 'get', PAD, ({ persoon }) => {
    const actueel = persoon.pips.at(-1);
    if (actueel === undefined) return nietGevonden;
    return ok({ gemeentecode: actueel.gemeentecode, pip: actueel.pip });
  }),
  overPersoon('PIP', 'post', PAD, registreer),
  overPersoon('PIP', 'delete', PAD, verwijder),
];
