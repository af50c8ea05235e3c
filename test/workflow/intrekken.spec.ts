// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message. E9: what was reached can be withdrawn.
import type { Opdracht, OpdrachtSoort } from '#domain/traject/opdracht.js';
import type { IntrekbaarFeit } from '#domain/correctie/gebeurtenissen.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, type Stap } from '#test/support/verhalen.js';

const trekIn = (feit: IntrekbaarFeit): Opdracht => ({
  soort: 'trekFeitIn',
  feit,
  reden: 'Was op het verkeerde dossier vastgelegd.',
});

/** What takes back the step of this kind right after it was given. */
const TERUG: Partial<Record<OpdrachtSoort, Opdracht>> = {
  rondDriegesprekAf: trekIn('driegesprek'),
  legWoningVast: trekIn('woning'),
  legBrpInschrijvingVast: trekIn('brpInschrijving'),
  startBegeleiding: trekIn('begeleiding'),
  legBijstandVast: trekIn('bijstand'),
  legIntakeVast: trekIn('intake'),
  verwerkLbt: {
    soort: 'verwerkLbt',
    gevraagdTijdstip: '',
    resultaten: [{ afnameOp: '2026-10-11' as Stap['op'], resultaat: 'Onbekend' }],
  },
  stelPipVast: trekIn('pip'),
  verwerkTermijn: { soort: 'verwerkTermijn', gevraagdTijdstip: '', termijn: null },
  doeAanbod: trekIn('aanbod'),
  rondOntzorgenAf: trekIn('ontzorgenAfgerond'),
  rondPvtAf: trekIn('pvtOndertekening'),
  rondMapAf: trekIn('mapEindgesprek'),
};

/** Compares with a workflow that starts this moment from nothing, whenever the journey is at rest. */
function vergelijkMetVers(reis: Reisproef): () => number {
  let keren = 0;
  reis.bijRust = async () => {
    const vers = await reis.verseStand();
    expect(await reis.stand()).toEqual(vers);
    expect(vers.onverteld).toBe(0);
    keren += 1;
  };
  return () => keren;
}

/** In one run: the test server loses questions asked while a run goes over into the next. */
async function metReis(doe: (reis: Reisproef) => Promise<void>): Promise<void> {
  const env = await maakTijdspringServer();
  await Reisproef.metReis(env, '2026-06-15', doe, { historieGrens: 50_000 });
}

async function metTerug(reis: Reisproef, stap: Stap, terug: Opdracht): Promise<void> {
  await reis.stap(stap);
  await reis.stap({ op: stap.op, opdracht: terug });
  await reis.stap(stap);
}

describe('een mijlpaal die wordt ingetrokken en weer bereikt', () => {
  it('laat de drijver na elke lezing staan waar een verse drijver zou staan', async () => {
    await metReis(async (reis) => {
      const keren = vergelijkMetVers(reis);
      const ingetrokken = new Set<string>();
      for (const stap of verhaalAsiel(reis.trajectId)) {
        const { soort } = stap.opdracht;
        const terug = TERUG[soort];
        if (terug) await metTerug(reis, stap, terug);
        else await reis.stap(stap);
        if (terug) ingetrokken.add(soort);
      }
      expect(await reis.handle.result()).toBe('gesloten');
      expect([...ingetrokken].sort()).toEqual(Object.keys(TERUG).sort());
      expect(keren()).toBeGreaterThan(60);
      const opnieuw = [...reis.sporen.values()].flat().filter((naam) => naam === 'opnieuw');
      expect(opnieuw.length).toBeGreaterThan(10);
    });
  }, 25_000);

  it('vertelt ook laat in het traject het verhaal opnieuw, en weer verder', async () => {
    await metReis(async (reis) => {
      const verhaal = verhaalAsiel(reis.trajectId);
      const tot = verhaal.findIndex(
        ({ opdracht }) => opdracht.soort === 'legVoortgangsgesprekVast',
      );
      await reis.verhaal(verhaal.slice(0, tot));
      const keren = vergelijkMetVers(reis);
      const laat = [
        'rondDriegesprekAf',
        'legWoningVast',
        'legBrpInschrijvingVast',
        'legIntakeVast',
        'legBijstandVast',
        'rondPvtAf',
        'doeAanbod',
        'verwerkTermijn',
      ];
      for (const { opdracht } of verhaal.slice(0, tot)) {
        const terug = TERUG[opdracht.soort];
        if (!laat.includes(opdracht.soort) || !terug) continue;
        await reis.stap({ op: '2027-04-01' as Stap['op'], opdracht: terug });
        await reis.stap({ op: '2027-04-01' as Stap['op'], opdracht });
      }
      expect(keren()).toBeGreaterThanOrEqual(laat.length * 2);
      await reis.verhaal(verhaal.slice(tot));
      expect(await reis.handle.result()).toBe('gesloten');
    });
  }, 25_000);

  it('gaat verder als DUO de plicht hervat, en na heropenen van een gesloten traject', async () => {
    await metReis(async (reis) => {
      const verhaal = verhaalAsiel(reis.trajectId);
      const eindeNr = verhaal.findIndex(({ opdracht }) => opdracht.soort === 'voerEindgesprek') - 1;
      const plicht = verhaal.find(({ opdracht }) => opdracht.soort === 'verwerkPlicht');
      const einde = verhaal[eindeNr];
      const sluit = verhaal.at(-1);
      if (!plicht || !einde || !sluit) throw new Error('Het verhaal is anders dan verwacht.');
      await reis.verhaal(verhaal.slice(0, eindeNr));
      const keren = vergelijkMetVers(reis);
      await reis.stap(einde);
      await reis.stap({ op: einde.op, opdracht: plicht.opdracht });
      expect((await reis.stand()).wachtOp).toContain('plichtGeeindigd');
      await reis.stap(einde);
      await reis.verhaal(verhaal.slice(eindeNr + 1));
      expect(await reis.handle.result()).toBe('gesloten');
      await reis.stap({
        op: sluit.op,
        opdracht: { soort: 'heropenTraject', reden: 'Er kwam nog een resultaat binnen.' },
      });
      expect((await reis.stand()).wachtOp).toEqual(['trajectGesloten']);
      await reis.stap(sluit);
      expect(await reis.handle.result()).toBe('gesloten');
      expect(keren()).toBeGreaterThanOrEqual(5);
    });
  }, 25_000);
});
