import type { Meter } from './meter.js';
import { herhaal, open } from './openen.js';
import { geheugenVan } from './proces.js';
import { mediaan } from './reeksen.js';
import { Systeem } from './systeem.js';
import { setTimeout as rust } from 'node:timers/promises';

const ONDERDELEN = ['api', 'worker'] as const;
/** As many journeys as a worker keeps at hand; beyond them more journeys cost no memory. */
const IN_DE_KAST = 2_000;

/** What api and worker hold with so many open journeys, and whether that grows while they work. */
export const geheugen: Meter = async (reeksen, opties) => {
  const { vlug, meld, keren } = opties;
  const groottes = vlug ? [200, 1_000] : [1_000, 10_000];
  const duurMs = vlug ? 60_000 : 600_000;
  for (let keer = 1; keer <= (vlug ? 1 : keren); keer += 1) {
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
        .geef({ soort: 'taak', gebruikers: 1, ms: duurMs, trajecten })
        .finally(() => {
          clearInterval(kijk);
        });
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
  }
};
