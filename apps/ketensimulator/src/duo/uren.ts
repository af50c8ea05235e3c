import { plusDagen } from '../datum.js';
import type { GevolgdeUren } from '../toestand/persoon.js';
import { geheel, leesBody } from './invoer.js';
import { foutVerzoek, ok, overPersoon, type DuoRoute } from './route.js';

const API = 'GevolgdeUren';

type Urensoort = keyof Omit<GevolgdeUren, 'gemeentecode' | 'bekendTot'>;

/** Hours are totals: a new number replaces the former one. `bekendTot` is exclusive. */
const zet = (soort: Urensoort, pad: string): DuoRoute =>
  overPersoon(API, 'put', `/personen/:bsn/uren/${pad}`, ({ persoon, bron, vandaag, body }) => {
    const gelezen = leesBody<{ uren: number }>(body, {
      uren: { verplicht: true, klopt: geheel(0, 9999) },
    });
    if (gelezen === undefined) return foutVerzoek;
    const { gemeentecode } = persoon.verblijf;
    persoon.uren[bron] = {
      ...(persoon.uren[bron] ?? { gemeentecode }),
      bekendTot: plusDagen(vandaag, 1),
      [soort]: gelezen,
    };
    return ok();
  });

export const urenRoutes: DuoRoute[] = [
  overPersoon(API, 'get', '/personen/:bsn/uren', ({ persoon }) => ok(Object.values(persoon.uren))),
  zet('TaallesEnKnmBredeIntake', 'bredeintake/taallesknm'),
  zet('ParticipatieactiviteitenBredeIntake', 'participatieactiviteiten'),
  zet('ParticipatieAlsTaalles', 'participatietaalles'),
];
