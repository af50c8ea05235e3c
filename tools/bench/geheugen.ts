import type { Meter } from './meter.js';
import { herhaal, open } from './openen.js';
import { geheugenVan } from './proces.js';
import { mediaan } from './reeksen.js';
import { Systeem } from './systeem.js';
import { setTimeout as rust } from 'node:timers/promises';

const ONDERDELEN = ['api', 'worker'] as const;
/** As many journeys as a worker keeps at hand; beyond them more journeys cost no memory. */
const IN_DE_KAST = 2_000;

/** So that the tasks of ten thousand journeys last ten minutes. */
const PAUZE_MS = 10;

/** Said with the figures. */
export const GEHEUGEN_UITLEG = 'een keer: tien minuten achter elkaar zegt meer dan vijf keer kort.';

/** What api and worker hold with so many open journeys, and whether that grows while they work. */
export const geheugen: Meter = async (reeksen, opties) => {
  const { vlug, meld } = opties;
  const groottes = vlug ? [200, 600] : [1_000, 10_000];
  const duurMs = vlug ? 30_000 : 600_000;
  await Systeem.met(meld, async (systeem) => {
    const nu = () => geheugenVan(systeem.omgeving);
    await systeem.last.geef({ soort: 'start', gebruikers: 4, ms: 3_000 });
    await systeem.loopLeeg(meld);
    await rust(2_000);
    const leeg = nu();
    const trajecten: string[] = [];
    for (const grootte of groottes) {
      meld(`tot ${grootte} open trajecten`);
      trajecten.push(...(await herhaal(grootte - trajecten.length, () => open(systeem.dossier))));
      await systeem.loopLeeg(meld);
      await rust(2_000);
      for (const deel of ONDERDELEN) {
        reeksen.zet(`${deel} met ${grootte} open trajecten`, 'MB', nu()[deel]);
      }
      if (grootte <= IN_DE_KAST) {
        const kb = ((nu().worker - leeg.worker) * 1_024) / grootte;
        reeksen.zet(`worker, per traject bij ${grootte}`, 'kB', kb);
      }
    }
    meld(`taken afronden, ${duurMs / 1_000} s`);
    const standen: ReturnType<typeof nu>[] = [];
    const kijk = setInterval(() => standen.push(nu()), 1_000);
    const uitslag = await systeem.last
      .geef({ soort: 'taak', gebruikers: 1, ms: duurMs, trajecten, pauzeMs: PAUZE_MS })
      .finally(() => {
        clearInterval(kijk);
      });
    if (uitslag.seconden * 1_000 < duurMs) throw new Error('De voorraad trajecten was op.');
    reeksen.zet('taken daarbij afgerond', 'per s', uitslag.aantal / uitslag.seconden);
    const derde = Math.floor(standen.length / 3);
    for (const deel of ONDERDELEN) {
      const van = (begin: number, eind?: number): number =>
        mediaan(standen.slice(begin, eind).map((stand) => stand[deel]));
      reeksen.zet(
        `${deel}: laatste derde ten opzichte van het middelste`,
        'keer',
        van(2 * derde) / van(derde, 2 * derde),
        { doel: { hoogstens: 1.05 } },
      );
    }
  });
};
