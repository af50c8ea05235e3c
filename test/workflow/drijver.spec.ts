// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory; DUO takes every message, or lets it hang where a test says so. E10, E13, E17.
import { duoGelukt } from '#adapters/duo/duo-fake.adapter.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { wekkersVan } from '#test/support/wekkers.js';

const sporten = (reis: Reisproef): readonly string[] =>
  reis.deur.journaal.regels.flatMap(({ gebeurtenis: g }) =>
    g.soort === 'termijnSignaal' ? [`${g.sleutel}:${g.sport}`] : [],
  );

const GEMIST = [
  'PIP_VASTSTELLEN:herinnering-1',
  'PIP_VASTSTELLEN:herinnering-2',
  'PIP_VASTSTELLEN:herinnering-3',
  'PIP_VASTSTELLEN:verstreken',
  'PIP_VASTSTELLEN:escalatie',
];

const stappenTot = (stappen: readonly Stap[], soort: string): readonly Stap[] =>
  stappen.slice(
    0,
    stappen.findIndex(({ opdracht }) => opdracht.soort === soort),
  );

async function metGezin(
  doe: (reis: Reisproef, verhaal: readonly Stap[]) => Promise<void>,
  sleutels = new SleutelsInGeheugen(),
): Promise<void> {
  const env = await maakTijdspringServer();
  await Reisproef.metReis(
    env,
    '2026-09-07',
    async (reis) => {
      await doe(reis, verhaalGezin(reis.trajectId));
    },
    { sleutels },
  );
}

describe('de drijver', () => {
  it('laat elke sport van een gemiste termijn een keer ringen, op de dag zelf', async () => {
    await metGezin(async (reis, verhaal) => {
      await reis.verhaal(stappenTot(verhaal, 'nodigUitVoorIntake'));
      await reis.naar('2026-11-25');
      expect(sporten(reis)).toEqual(GEMIST);
      const escalatie = reis.deur.journaal.regels.find(
        ({ gebeurtenis }) =>
          gebeurtenis.soort === 'termijnSignaal' && gebeurtenis.sport === 'escalatie',
      );
      expect(escalatie?.envelop.tijdstip.slice(0, 16)).toBe('2026-11-16T23:00');
    });
  }, 30_000);

  it('herhaalt na een nieuwe start geen sport die al geweest is', async () => {
    await metGezin(async (reis, verhaal) => {
      await reis.verhaal(stappenTot(verhaal, 'nodigUitVoorIntake'));
      await reis.naar('2026-11-06');
      await reis.beginOpnieuw();
      await reis.naar('2026-11-25');
      await reis.beginOpnieuw();
      await reis.naar('2026-12-10');
      expect(sporten(reis)).toEqual(GEMIST);
    });
  }, 30_000);

  it('vervangt alleen de wekker van de termijn die verschoof', async () => {
    const sleutels = new SleutelsInGeheugen();
    await metGezin(async (reis, verhaal) => {
      await reis.verhaal(stappenTot(verhaal, 'verwerkTermijn'));
      const [eerder] = await reis.histories();
      const voor = await wekkersVan(eerder!, reis.workflowId, sleutels);
      const termijn = verhaal.find(({ opdracht }) => opdracht.soort === 'verwerkTermijn')!;
      await reis.stap({
        op: termijn.op,
        opdracht: {
          soort: 'verwerkTermijn',
          gevraagdTijdstip: '',
          termijn: { startOp: '2026-11-11' as Stap['op'], eindeOp: '2030-02-01' as Stap['op'] },
        },
      });
      const [later] = await reis.histories();
      const na = await wekkersVan(later!, reis.workflowId, sleutels);
      const nieuw = na.slice(voor.length).map(({ naam }) => naam);
      expect(nieuw).toEqual(['INBURGERINGSTERMIJN']);
    }, sleutels);
  }, 30_000);

  it('breekt een bezorging niet af als het verhaal opnieuw wordt verteld', async () => {
    const env = await maakTijdspringServer();
    await Reisproef.metReis(env, '2026-06-15', async (reis) => {
      const verhaal = verhaalAsiel(reis.trajectId);
      const stap = verhaal.find(({ opdracht }) => opdracht.soort === 'rondPvtAf')!;
      await reis.verhaal(stappenTot(verhaal, 'rondPvtAf'));
      let begonnen = (): void => undefined;
      let antwoord = (): void => undefined;
      const begin = new Promise<void>((klaar) => (begonnen = klaar));
      const mag = new Promise<void>((klaar) => (antwoord = klaar));
      reis.duo.antwoordt('zetPvt', async () => {
        begonnen();
        await mag;
        return duoGelukt(null);
      });
      await reis.naar(stap.op);
      await reis.geef(stap.opdracht);
      await reis.wek();
      await begin;
      const lezingen = reis.deur.lezingen.length;
      await reis.geef({ soort: 'trekFeitIn', feit: 'driegesprek', reden: 'Verkeerd dossier.' });
      await reis.wek();
      await reis.wachtOpLezing(lezingen + 1);
      const stand = await reis.stand();
      expect(stand.onderweg).toEqual(['bezorg:PVT_DOORGEVEN']);
      expect(stand.wachtOp).toContain('driegesprekGevoerd');
      antwoord();
      await reis.rust();
      const pogingen = reis.duo.aanroepen.filter(({ operatie }) => operatie === 'zetPvt');
      expect(pogingen).toHaveLength(1);
      expect([...reis.sporen.values()].flat()).toContain('opnieuw');
    });
  }, 30_000);

  it('eindigt als een nieuwere drijver het overneemt', async () => {
    await metGezin(async (reis, verhaal) => {
      await reis.verhaal(stappenTot(verhaal, 'nodigUitVoorIntake'));
      reis.deur.epoche += 1;
      reis.deur.stuurversie += 1;
      const oud = reis.handle;
      await reis.wek();
      expect(await oud.result()).toBe('afgelost');
    });
  }, 30_000);

  it('leest na samengevoegde seinen een keer en staat dan waar het dossier staat', async () => {
    await metGezin(async (reis, verhaal) => {
      await reis.verhaal(stappenTot(verhaal, 'nodigUitVoorIntake'));
      await reis.naar('2026-10-15');
      const lezingen = reis.deur.lezingen.length;
      const eerste = stappenTot(verhaal, 'nodigUitVoorIntake').length;
      for (const { opdracht } of stappenTot(verhaal, 'stelPipVast').slice(eerste)) {
        await reis.deur.verwerk(opdracht);
      }
      await reis.wek();
      await reis.rust();
      expect(reis.deur.lezingen.length).toBe(lezingen + 1);
      expect(await reis.stand()).toEqual(await reis.verseStand());
    });
  }, 30_000);
});
