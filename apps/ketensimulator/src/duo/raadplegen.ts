import { VERLENGINGSGRONDEN } from '../gebeurtenissen.js';
import {
  nietGevonden,
  ok,
  overGemeente,
  overPersoon,
  type Antwoord,
  type ApiNaam,
  type DuoRoute,
  type PersoonsVerzoek,
} from './route.js';

const vraag = (
  api: ApiNaam,
  pad: string,
  verwerk: (verzoek: PersoonsVerzoek) => Antwoord,
): DuoRoute => overPersoon(api, 'get', `/personen/:bsn/${pad}`, verwerk);

/** Everything that can only be asked, plus withdrawing the registration for the LBT. */
export const raadpleegRoutes: DuoRoute[] = [
  vraag('Inburgeringsplicht', 'inburgeringsplicht', ({ persoon }) => ok(persoon.plicht)),
  vraag('Inburgeringsplicht', 'inburgeringsplicht/historie', ({ persoon }) =>
    ok(
      persoon.plichtHistorie.map((p) => ({
        indicatorInburgeringsplicht: p.indicatorInburgeringsplicht,
        begindatum: p.begindatum,
        einddatum: p.einddatum,
        wijzigingsdatum: p.wijzigingsdatum,
      })),
    ),
  ),
  vraag('Inburgeringsplicht', 'doelgroep', ({ persoon }) => ok(persoon.doelgroep)),
  vraag('Inburgeringsplicht', 'doelgroep/historie', ({ persoon }) => ok(persoon.doelgroepHistorie)),
  vraag('Inburgeringstermijn', 'inburgeringstermijn', ({ persoon }) =>
    persoon.termijn === null ? nietGevonden : ok(persoon.termijn),
  ),
  vraag('Inburgeringstermijn', 'inburgeringstermijn/historie', ({ persoon }) =>
    ok(
      persoon.termijnHistorie.map((t) => ({
        einddatum: t.einddatum,
        wijzigingsdatum: t.wijzigingsdatum,
        verlengingsgrondcode: t.verlengingsgrondcode,
        verlengingsgrondomschrijving: t.verlengingsgrondomschrijving,
      })),
    ),
  ),
  overGemeente('Inburgeringstermijn', 'get', '/verlengingsgronden', () => ok(VERLENGINGSGRONDEN)),
  vraag('Leerbaarheidstoets', 'lbt/examennummer', ({ persoon }) => {
    const { examennummer } = persoon.lbt;
    return examennummer === null ? nietGevonden : ok({ examennummer });
  }),
  overPersoon(
    'Leerbaarheidstoets',
    'delete',
    '/personen/:bsn/lbt/examennummer',
    ({ kern, persoon }) => {
      if (persoon.lbt.examennummer === null) return nietGevonden;
      persoon.lbt.examennummer = null;
      kern.agenda.schrap(persoon, 'SS131');
      return ok();
    },
  ),
  vraag('Leerbaarheidstoets', 'lbt/resultaten', ({ persoon }) => ok(persoon.lbt.resultaten)),
  vraag('Examen', 'examens/resultaten', ({ persoon }) => ok(persoon.examens)),
  vraag('Examen', 'examens/gratispogingen', ({ persoon }) =>
    ok(
      Object.entries(persoon.gratisPogingen).map(([onderdeel, gratisPogingenTegoed]) => ({
        onderdeel,
        gratisPogingenTegoed,
      })),
    ),
  ),
  vraag('Vrijstelling', 'vrijstellingen', ({ persoon }) => ok(persoon.vrijstellingen)),
  vraag('Ontheffing', 'ontheffingen', ({ persoon }) => ok(persoon.ontheffingen)),
];
