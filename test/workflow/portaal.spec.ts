// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in memory; DUO
// takes every message, and would tell of each that it got.
import { naarDatum } from '#domain/datum/datum.js';
import { takenVan } from '#domain/traject/overzicht.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalGezin } from '#test/support/verhalen.js';

const NAAR_DUO = /^(lever|verwijder|zet|maak|wijzig|koppel|ontkoppel)/;

describe('een traject van een gemeente zonder de API’s van DUO', () => {
  it('gaat door op wat een mens in het portaal deed; de drijver brengt DUO niets', async () => {
    const env = await maakTijdspringServer();
    await Reisproef.metReis(env, '2026-09-07', async (reis) => {
      reis.deur.instellingen = {
        ...STANDAARD_INSTELLINGEN,
        duoApisUit: ['pip', 'map-pvt-zroute', 'gevolgde-uren'],
      };
      for (const stap of verhaalGezin(reis.trajectId)) {
        await reis.stap(stap);
        for (const { soort, onderwerp } of takenVan(reis.deur.toestand)) {
          if (soort !== 'in-portaal-melden') continue;
          await reis.geef({
            soort: 'meldHandmatigGedaan',
            meldingId: onderwerp ?? '',
            gedaanOp: naarDatum(stap.op),
            bewijs: 'Ingevoerd.',
          });
          await reis.wek();
          await reis.rust();
        }
      }
      expect(reis.deur.toestand.status).toBe('gesloten');
      expect(reis.duo.aanroepen.filter(({ operatie }) => NAAR_DUO.test(operatie))).toEqual([]);
      expect(reis.deur.claims).toEqual([]);
      const standen = Object.values(reis.deur.toestand.berichten).map(({ status }) => status);
      expect(new Set(standen)).toEqual(new Set(['handmatig']));
    });
  }, 60_000);
});
