// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message.
import { naarDatum, plusDagen } from '#domain/datum/datum.js';
import { Reisproef } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';

const TIEN_WEKEN = 70;
const HOOGSTENS_MS = 10_000;

// The last day of the ten weeks, and the instant at which the day after it begins in Amsterdam.
const GRENZEN: readonly (readonly [string, string, string])[] = [
  ['in de winter', '2027-01-12', '2027-01-12T23:00:00.000Z'],
  ['in de zomer', '2027-07-13', '2027-07-13T22:00:00.000Z'],
  ['vlak voor de klok vooruit gaat', '2026-03-27', '2026-03-27T23:00:00.000Z'],
  ['vlak nadat de klok vooruit ging', '2026-03-30', '2026-03-30T22:00:00.000Z'],
  ['vlak voor de klok terug gaat', '2026-10-23', '2026-10-23T22:00:00.000Z'],
  ['vlak nadat de klok terug ging', '2026-10-26', '2026-10-26T23:00:00.000Z'],
];

/** When the door recorded, in virtual time, that the ten weeks had passed. */
async function verstrekenOp(eindeOp: string): Promise<number[]> {
  const dag = naarDatum(eindeOp);
  const kennisgevingOp = plusDagen(dag, -TIEN_WEKEN);
  return Reisproef.metReis(await maakTijdspringServer(), kennisgevingOp, async (reis) => {
    const { trajectId } = reis;
    await reis.stap({
      op: kennisgevingOp,
      opdracht: {
        soort: 'openTraject',
        trajectId,
        proef: false,
        bron: 'DUO',
        persoon: { bsn: '999990342', vNummer: null, naam: null, geboortedatum: null },
      },
    });
    await reis.stap({
      op: kennisgevingOp,
      opdracht: {
        soort: 'verwerkPlicht',
        gevraagdTijdstip: `${kennisgevingOp}T08:00:00.000Z`,
        feiten: {
          plichtig: true,
          beginOp: kennisgevingOp,
          eindeOp: null,
          kennisgevingOp,
          redenGeenPlicht: null,
        },
      },
    });
    expect(reis.deur.toestand.termijnen['PIP_VASTSTELLEN']?.uiterlijkOp).toBe(eindeOp);
    await reis.naar(plusDagen(dag, 2));
    return reis.deur.journaal.regels.flatMap(({ gebeurtenis, envelop }) =>
      gebeurtenis.soort === 'termijnSignaal' && gebeurtenis.sport === 'verstreken'
        ? [Date.parse(envelop.tijdstip)]
        : [],
    );
  });
}

describe('de signalering van een verstreken termijn', () => {
  it.each(GRENZEN)(
    'volgt %s binnen tien seconden na het begin van de dag na %s',
    async (_wanneer, eindeOp, grens) => {
      const momenten = await verstrekenOp(eindeOp);
      expect(momenten).toHaveLength(1);
      const later = momenten[0]! - Date.parse(grens);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThan(HOOGSTENS_MS);
    },
    60_000,
  );
});
