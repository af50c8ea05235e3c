import { plusDagen, plusMaanden } from './datum.js';
import type { Afspraak, Persoon } from './toestand/persoon.js';

/** Plans an event of this person at a moment (ms) of his clock. */
type Planner = (
  moment: number,
  nieuw: Pick<Afspraak, 'gebeurtenisId' | 'alleenAls' | 'doel'>,
) => void;

const TIEN_WEKEN = 70;
const MAANDEN_TOT_AANBOD = 3;

/** Nine in the morning (UTC) of a civil day. */
const ochtendVan = (datum: string): number => Date.parse(`${datum}T09:00:00Z`);

const isPlichtig = (persoon: Persoon): boolean => persoon.plicht.indicatorInburgeringsplicht;

/** Whether a planned signal still says something true at the moment it is due. */
export const geldtNog = (persoon: Persoon, afspraak: Afspraak): boolean => {
  switch (afspraak.alleenAls) {
    case 'geenPip':
      return persoon.pips.length === 0 && isPlichtig(persoon);
    case 'geenAanbod':
      return (
        Object.keys(persoon.aanbod).length === 0 &&
        persoon.pips.length > 0 &&
        persoon.doelgroep.indeling === 'Asielstatushouder' &&
        isPlichtig(persoon)
      );
    case undefined:
      return true;
  }
};

/** SS126 the day after ten weeks without a PIP, counted from `begin`. */
const planGeenPip = (persoon: Persoon, begin: string, plan: Planner): void => {
  persoon.agenda = persoon.agenda.filter((a) => a.alleenAls !== 'geenPip');
  plan(ochtendVan(plusDagen(begin, TIEN_WEKEN + 1)), {
    gebeurtenisId: 'SS126',
    alleenAls: 'geenPip',
  });
};

/** A person with attention signals comes in: the ten weeks run, unless COA still houses him. */
export const volgBegin = (persoon: Persoon, kennisgeving: string, plan: Planner): void => {
  if (persoon.attentiesignalen !== true || persoon.verblijf.coaLocatie) return;
  planGeenPip(persoon, kennisgeving, plan);
};

/** SS127 the day after three months with a PIP and without an aanbod. */
export const volgPip = (persoon: Persoon, dagtekening: string, plan: Planner): void => {
  if (persoon.attentiesignalen !== true || persoon.pips.length > 1) return;
  if (persoon.doelgroep.indeling !== 'Asielstatushouder') return;
  const dag = plusDagen(plusMaanden(dagtekening, MAANDEN_TOT_AANBOD), 1);
  plan(ochtendVan(dag), { gebeurtenisId: 'SS127', alleenAls: 'geenAanbod' });
};

/** Events after which a gemeente has ten weeks again for a PIP that is not there. */
const BEGINT_OPNIEUW = ['SS139', 'SS120', 'SS129'];

/**
 * Attention signals that follow from what just happened: ten new weeks, SS122 for the gemeente that
 * was left, SS141 a day after the Z-route counts as done. The other signals (SS112, SS123, SS132 to
 * SS136, SS140, SS142) come from outside DUO and are sent by hand or by a scenario.
 */
export const volgGebeurtenis = (
  persoon: Persoon,
  wat: { gebeurtenisId: string; vandaag: string; vorigeGemeente: string; nu: number },
  plan: Planner,
): void => {
  if (persoon.attentiesignalen !== true) return;
  const { gebeurtenisId, vandaag, vorigeGemeente, nu } = wat;
  if (BEGINT_OPNIEUW.includes(gebeurtenisId)) {
    const bekend = persoon.agenda.some((a) => a.alleenAls === 'geenPip');
    // SS139 of a person who never lived at COA only says what the kennisgeving said already.
    if (gebeurtenisId !== 'SS139' || !bekend) planGeenPip(persoon, vandaag, plan);
  }
  if (persoon.verblijf.gemeenteOin !== vorigeGemeente) {
    plan(nu, { gebeurtenisId: 'SS122', doel: vorigeGemeente });
  }
  if (gebeurtenisId === 'SS106' && persoon.pips.at(-1)?.pip.leerroute === 'Z') {
    plan(ochtendVan(plusDagen(vandaag, 1)), { gebeurtenisId: 'SS141' });
  }
};
