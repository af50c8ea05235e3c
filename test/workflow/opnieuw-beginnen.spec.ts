// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message. E12, E13: the driver starts again from nothing.
import { Reisproef, type Reiskeuze } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';

type Verhaal = readonly [naam: string, verhaal: (trajectId: string) => Stap[], begin: string];

const VERHALEN: readonly Verhaal[] = [
  ['asielstatushouder', verhaalAsiel, '2026-06-15'],
  ['gezinsmigrant', verhaalGezin, '2026-09-07'],
];

const TRAJECT = '0d6f2a8e-2f57-4a0c-9a0a-000000000002';

interface Einde {
  readonly journaal: readonly unknown[];
  readonly claims: readonly unknown[];
  readonly aanroepen: readonly string[];
  readonly afloop: unknown;
  readonly runs: number;
  readonly keren: number;
}

/** What must be the same however often the driver starts again: everything but moments and minted ids. */
async function speel(
  [, verhaal, begin]: Verhaal,
  keuze: Reiskeuze,
  bijRust?: (reis: Reisproef) => Promise<void>,
): Promise<Einde> {
  return Reisproef.metReis(
    await maakTijdspringServer(),
    begin,
    async (reis) => {
      let keren = 0;
      if (bijRust) {
        reis.bijRust = async () => {
          keren += 1;
          await bijRust(reis);
        };
      }
      await reis.verhaal(verhaal(reis.trajectId));
      return {
        journaal: reis.deur.journaal.regels.map(({ gebeurtenis, envelop }) => ({
          nr: envelop.nr,
          datum: envelop.datum,
          ...gebeurtenis,
          gevraagdTijdstip: undefined,
          berichtId: undefined,
        })),
        claims: reis.deur.claims,
        aanroepen: reis.duo.aanroepen.map(({ operatie }) => operatie),
        afloop: (await reis.handle.result()) as unknown,
        runs: reis.sporen.size,
        keren,
      };
    },
    { ...keuze, trajectId: TRAJECT },
  );
}

describe.each(VERHALEN)('een drijver van een %s die opnieuw begint', (...verhaal) => {
  let recht: Einde;

  beforeAll(async () => {
    recht = await speel(verhaal, {});
  }, 60_000);

  it('komt na beeindigen en starten bij elke stap op hetzelfde einde, zonder iets dubbel', async () => {
    const { runs, keren, ...eind } = await speel(verhaal, {}, (reis) => reis.beginOpnieuw());
    expect(eind).toEqual({
      journaal: recht.journaal,
      claims: recht.claims,
      aanroepen: recht.aanroepen,
      afloop: 'gesloten',
    });
    expect(keren).toBeGreaterThan(25);
    expect(runs).toBe(keren + 1);
  }, 40_000);

  it('komt als nieuwe run na elke lezing op hetzelfde einde, zonder iets dubbel', async () => {
    const { runs, keren: _keren, ...eind } = await speel(verhaal, { historieGrens: 1 });
    expect(eind).toEqual({
      journaal: recht.journaal,
      claims: recht.claims,
      aanroepen: recht.aanroepen,
      afloop: 'gesloten',
    });
    expect(runs).toBeGreaterThan(20);
  }, 40_000);
});
