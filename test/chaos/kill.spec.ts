// kill -9 of each part of the running system while journeys run. Real: PostgreSQL, Temporal (state on disk), api, worker,
// all as processes. Fake: DUO is the simulator, which is killed too. The inbox is looked at in the database.
import { randomInt } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { ChaosAsiel } from '#test/support/chaos-asiel.js';
import {
  type Chaos,
  SLACHTOFFERS,
  wachtTot,
  type Slachtoffer,
} from '#test/support/chaos-omgeving.js';
import { ChaosReis } from '#test/support/chaos-reis.js';
import { metChaos } from '#test/support/chaos-spec.js';
import { omvang } from '#test/support/omvang.js';

const RONDES = omvang({ poort: 1, volledig: 5 });
/** Both kinds at once in every round; the third is the one and the other in turn. */
const SOORTEN = [ChaosReis, ChaosAsiel] as const;
const REIZEN = 3;
const LANGST_NA_MS = 400;
const ZAAD = Number(process.env['PROEF_ZAAD'] ?? randomInt(2 ** 31));

let chaos: Chaos;

/** mulberry32: small, and the same everywhere. */
function loterij(zaad: number): (tot: number) => number {
  let stand = zaad >>> 0;
  return (tot) => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % tot;
  };
}

function geschud<T>(lijst: readonly T[], trek: (tot: number) => number): T[] {
  const rest = [...lijst];
  const uit: T[] = [];
  while (rest.length > 0) uit.push(...rest.splice(trek(rest.length), 1));
  return uit;
}

/** Every part once, in a drawn order, each at a drawn step of its fifth of the work, and a moment after it. */
function trekPlan(
  stappen: number,
  trek: (tot: number) => number,
): (readonly [stap: number, Slachtoffer, ms: number])[] {
  const deel = Math.floor(stappen / SLACHTOFFERS.length);
  return geschud(SLACHTOFFERS, trek).map(
    (wie, i) => [i * deel + trek(deel), wie, trek(LANGST_NA_MS)] as const,
  );
}

const { controleer } = metChaos({
  gestart: (nieuw) => {
    chaos = nieuw;
  },
  reizen: SOORTEN,
});

describe('kill -9 op een willekeurig moment', () => {
  it.each(Array.from({ length: RONDES }, (_, i) => i + 1))(
    'verliest of verdubbelt niets, welk onderdeel er ook omvalt (ronde %i)',
    async (ronde) => {
      const trek = loterij(ZAAD + ronde);
      const reizen = Array.from({ length: REIZEN }, (_, i) => {
        const Soort = SOORTEN[(i + (i < SOORTEN.length ? 0 : ronde)) % SOORTEN.length] ?? ChaosReis;
        return new Soort(chaos, ronde * 100 + i);
      });
      const teDoen = reizen.reduce((som, reis) => som + reis.stappen().length, 0);
      const plan = trekPlan(teDoen, trek);
      process.stderr.write(`PROEF_ZAAD=${ZAAD}, ronde ${ronde}: ${JSON.stringify(plan)}\n`);
      let stappen = 0;
      const spelen = Promise.all(
        reizen.map((reis) =>
          reis.speel(() => {
            stappen += 1;
          }),
        ),
      );
      const omvallen = async (): Promise<void> => {
        for (const [stap, wie, naMs] of plan) {
          await wachtTot(`stap ${stap}`, () => Promise.resolve(stappen >= stap), { pauzeMs: 5 });
          await rust(naMs);
          await chaos.doodt(wie);
          await chaos.herstart(wie);
        }
      };
      await Promise.all([spelen, omvallen()]);

      for (const reis of reizen) {
        await controleer(reis);
      }
      // What was answered before, between and after the kills is answered again, word for word.
      expect(await chaos.regievoerder.herhaal()).toEqual([]);
      expect(await chaos.coordinator.herhaal()).toEqual([]);
      expect(chaos.defecten()).toEqual([]);
    },
    400_000,
  );
});
