// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message.
import { naarDatum, type IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalGezin } from '#test/support/verhalen.js';

const d = naarDatum;

/** Days on which the driver had the door record that this term passed. */
const verstreken = (reis: Reisproef, termijn: string): IsoDatum[] =>
  reis.deur.journaal.regels.flatMap(({ gebeurtenis, envelop }) =>
    gebeurtenis.soort === 'termijnSignaal' &&
    gebeurtenis.sleutel === termijn &&
    gebeurtenis.sport === 'verstreken'
      ? [envelop.datum]
      : [],
  );

describe('de wekker van een opgeschorte termijn', () => {
  it('gaat op de nieuwe dag, en niet zolang de termijn zonder einde stilstaat', async () => {
    await Reisproef.metReis(await maakTijdspringServer(), '2026-09-07', async (reis) => {
      const geef = (op: string, opdracht: Opdracht) => reis.stap({ op: d(op), opdracht });
      await reis.verhaal(verhaalGezin(reis.trajectId).slice(0, 3));
      await geef('2026-10-05', {
        soort: 'legAanvraagVast',
        onderwerp: 'Een andere lesplaats.',
        ontvangenOp: d('2026-10-05'),
      });
      const [termijn = ''] = Object.keys(reis.deur.toestand.aanvragen ?? {});
      const uitstel = { soort: 'schortTermijnOp', termijn, grond: 'Uitstel.' } as const;
      await geef('2026-10-12', { ...uitstel, van: d('2026-10-12') });
      // The first last day, 30 November, passes in silence.
      await geef('2026-12-07', {
        ...uitstel,
        van: d('2026-10-12'),
        tot: d('2026-12-06'),
        vervangt: reis.deur.toestand.opschortingen?.[termijn]?.[0]?.id ?? '',
        reden: 'Hervat.',
      });
      expect(verstreken(reis, termijn)).toEqual([]);
      expect(reis.deur.toestand.termijnen[termijn]?.uiterlijkOp).toBe('2027-01-25');

      await reis.naar('2027-01-27');
      expect(verstreken(reis, termijn)).toEqual(['2027-01-26']);
    });
  }, 60_000);
});
