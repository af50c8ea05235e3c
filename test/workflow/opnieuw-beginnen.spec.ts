// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message. E12, E13: the driver starts again from nothing.
import { duoGelukt } from '#adapters/duo/duo-fake.adapter.js';
import { Reisproef, type Reiskeuze } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';

type Verhaal = readonly [naam: string, verhaal: (trajectId: string) => Stap[], begin: string];

const VERHALEN: readonly Verhaal[] = [
  ['asielstatushouder', verhaalAsiel, '2026-06-15'],
  ['gezinsmigrant', verhaalGezin, '2026-09-07'],
];

const TRAJECT = '0d6f2a8e-2f57-4a0c-9a0a-000000000002';

/** Awaited only while DUO is being called: never at rest, so these have a restart of their own below. */
const ALLEEN_ONDERWEG: readonly string[] = ['pipBezorgd'];

interface Einde {
  readonly journaal: readonly unknown[];
  readonly claims: readonly unknown[];
  readonly aanroepen: readonly string[];
  readonly afloop: unknown;
  readonly runs: number;
  readonly keren: number;
  /** Milestones that the story awaited, of all runs. */
  readonly verteld: readonly string[];
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
        verteld: [...new Set([...reis.sporen.values()].flat())]
          .filter((naam) => naam.startsWith('tot:'))
          .map((naam) => naam.slice('tot:'.length))
          .sort(),
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
    const geraakt = new Set<string>();
    const { runs, keren, verteld, ...eind } = await speel(verhaal, {}, async (reis) => {
      for (const naam of (await reis.stand()).wachtOp) geraakt.add(naam);
      await reis.beginOpnieuw();
    });
    expect(verteld).toEqual(recht.verteld);
    expect([...geraakt].sort()).toEqual(
      recht.verteld.filter((naam) => !ALLEEN_ONDERWEG.includes(naam)),
    );
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
    const {
      runs,
      keren: _keren,
      verteld: _verteld,
      ...eind
    } = await speel(verhaal, { historieGrens: 1 });
    expect(eind).toEqual({
      journaal: recht.journaal,
      claims: recht.claims,
      aanroepen: recht.aanroepen,
      afloop: 'gesloten',
    });
    expect(runs).toBeGreaterThan(20);
  }, 40_000);
});

describe('een drijver die opnieuw begint terwijl DUO nog niet heeft geantwoord', () => {
  it('wacht weer op de bezorging van het PIP, en roept DUO niet nog eens aan', async () => {
    await Reisproef.metReis(await maakTijdspringServer(), '2026-09-07', async (reis) => {
      const verhaal = verhaalGezin(reis.trajectId);
      const pip = verhaal.findIndex(({ opdracht }) => opdracht.soort === 'stelPipVast');
      await reis.verhaal(verhaal.slice(0, pip));
      let begonnen = (): void => undefined;
      let antwoord = (): void => undefined;
      const begin = new Promise<void>((klaar) => (begonnen = klaar));
      const mag = new Promise<void>((klaar) => (antwoord = klaar));
      reis.duo.antwoordt('leverPip', async () => {
        begonnen();
        await mag;
        return duoGelukt(null);
      });
      await reis.naar(verhaal[pip]!.op);
      await reis.geef(verhaal[pip]!.opdracht);
      await reis.wek();
      await begin;
      const voor = await reis.stand();
      expect(voor.wachtOp).toEqual(expect.arrayContaining([...ALLEEN_ONDERWEG]));

      const lezingen = reis.deur.lezingen.length;
      // Comes to no rest that could be awaited: the message is held until the lease of the first attempt ends.
      void reis.beginOpnieuw().catch(() => undefined);
      await reis.wachtOpLezing(lezingen + 1);
      const na = await reis.stand();

      expect([na.wachtOp, na.onderweg]).toEqual([voor.wachtOp, voor.onderweg]);
      expect(reis.sporen.size).toBe(2);
      expect(reis.duo.aanroepen.filter(({ operatie }) => operatie === 'leverPip')).toHaveLength(1);
      antwoord();
    });
  }, 40_000);
});
