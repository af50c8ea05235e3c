// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message.
import { takenVan } from '#domain/traject/overzicht.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { perNaam, wekkersVan, type Wekker } from '#test/support/wekkers.js';

interface Verslag {
  readonly afloop: unknown;
  readonly onverteld: readonly number[];
  readonly wekkers: readonly Wekker[];
  readonly gebeurtenissen: number;
  readonly reis: Reisproef;
}

async function speel(verhaal: (trajectId: string) => Stap[], begin: string): Promise<Verslag> {
  const sleutels = new SleutelsInGeheugen();
  return Reisproef.metReis(
    await maakTijdspringServer(),
    begin,
    async (reis) => {
      const onverteld: number[] = [];
      reis.bijRust = async () => {
        onverteld.push((await reis.stand()).onverteld);
      };
      await reis.verhaal(verhaal(reis.trajectId));
      const afloop: unknown = await reis.handle.result();
      const [historie, ...meer] = await reis.histories();
      if (historie === undefined || meer.length > 0) throw new Error('Verwacht was één run.');
      const wekkers = await wekkersVan(historie, reis.workflowId, sleutels);
      return { afloop, onverteld, wekkers, gebeurtenissen: historie.events?.length ?? 0, reis };
    },
    { sleutels },
  );
}

/** A timer set again for the same moment was replaced without need. */
function zonderReden(wekkers: readonly Wekker[]): readonly Wekker[] {
  return wekkers.filter(
    ({ naam, gaatOp }, plek) =>
      wekkers.findIndex((w) => w.naam === naam && Math.abs(w.gaatOp - gaatOp) <= 2) !== plek,
  );
}

describe('een traject van eerste bericht tot afsluiting, in virtuele tijd', () => {
  it('brengt een asielstatushouder op de B1-route met bijstand tot sluiting', async () => {
    const { afloop, onverteld, wekkers, gebeurtenissen, reis } = await speel(
      verhaalAsiel,
      '2026-06-15',
    );
    expect(afloop).toBe('gesloten');
    expect(takenVan(reis.deur.toestand)).toEqual([]);
    expect(onverteld.length).toBeGreaterThan(30);
    expect(Math.max(...onverteld)).toBe(0);
    expect(perNaam(wekkers)).toEqual({
      HUISVESTING: 2,
      PIP_VASTSTELLEN: 4,
      ONTZORGEN: 2,
      BEVESTIGING_DUO: 1,
      AANBOD_RICHTDATUM: 1,
      INBURGERINGSTERMIJN: 1,
      LEERROUTE_WIJZIGEN: 1,
      VOORTGANGSGESPREK: 4,
    });
    expect(zonderReden(wekkers)).toEqual([]);
    expect(gebeurtenissen).toBeLessThan(400);
    expect(reis.deur.claims.map(({ poging }) => poging)).toEqual([1, 1, 1, 1, 1]);
  }, 60_000);

  it('brengt een gezinsmigrant op de B1-route tot sluiting', async () => {
    const { afloop, onverteld, wekkers, gebeurtenissen, reis } = await speel(
      verhaalGezin,
      '2026-09-07',
    );
    expect(afloop).toBe('gesloten');
    expect(Math.max(...onverteld)).toBe(0);
    expect(perNaam(wekkers)).toEqual({
      PIP_VASTSTELLEN: 4,
      BEVESTIGING_DUO: 1,
      INBURGERINGSTERMIJN: 1,
      LEERROUTE_WIJZIGEN: 1,
      VOORTGANGSGESPREK: 4,
    });
    expect(zonderReden(wekkers)).toEqual([]);
    expect(gebeurtenissen).toBeLessThan(350);
    expect(reis.deur.claims).toHaveLength(4);
  }, 60_000);
});
