// Real: the activity that delivers. Fake: the door, which has one claimed attendering, and the receiver.
import { MockActivityEnvironment } from '@temporalio/testing';
import { maakDuoFake } from '#adapters/duo/duo-fake.adapter.js';
import type { UitgaandBericht, UitgaandUitkomst } from '#adapters/uitgaand/uitgaand.port.js';
import { eenAttendering, UITGAAND_OIN } from '#test/support/attendering.js';
import type { DeurVoorActiviteiten } from '../deur.js';
import { DuoActiviteitenImpl } from '../duo/duo.activities.js';
import { Attendeerder } from './attendeerder.js';

const { inhoud } = eenAttendering();
const VRAAG = {
  trajectId: '00000000-0000-7000-8000-000000000001',
  gemeenteId: '00000000-0000-7000-8000-00000000000a',
  epoche: 1,
  workflowTijdstip: '2026-11-20T09:00:00.000Z',
  meldingId: '12-termijn-geescaleerd-webhook',
};
const STORING = { soort: 'storing', oorzaak: 'http', status: 503, ongewis: false } as const;

async function bezorg(antwoord: UitgaandUitkomst, poging = 1, vorigeOngewis = false) {
  const opdrachten: unknown[] = [];
  const pogingen: unknown[] = [];
  const verstuurd: UitgaandBericht[] = [];
  const deur = {
    claimBericht: () =>
      Promise.resolve({
        soort: 'geclaimd',
        berichtId: '00000000-0000-7000-8000-0000000000bb',
        poging,
        vorigeOngewis,
        bericht: { soort: 'attenderingBesloten', meldingId: VRAAG.meldingId, baan: 'b', inhoud },
        // A person whose BSN is not known yet is no reason to wait.
        bsn: null,
        gemeenteOin: UITGAAND_OIN,
      }),
    meldPoging: ({ uitkomst, oorzaak }: { uitkomst: string; oorzaak: string }) => {
      pogingen.push([uitkomst, oorzaak]);
      return Promise.resolve();
    },
    verwerkDrijver: ({ opdracht, namens }: { opdracht: { soort: string }; namens?: string }) => {
      opdrachten.push([opdracht.soort, namens]);
      return Promise.resolve();
    },
  } as unknown as DeurVoorActiviteiten;
  const poort = {
    verstuur: (bericht: UitgaandBericht) => {
      verstuurd.push(bericht);
      return Promise.resolve(antwoord);
    },
  };
  const activiteiten = new DuoActiviteitenImpl(
    deur,
    maakDuoFake().poort,
    new Attendeerder(deur, poort, 3),
  );
  const uitkomst: unknown = await new MockActivityEnvironment({ attempt: poging })
    .run(activiteiten.bezorg, VRAAG)
    .catch((fout: unknown) => fout);
  return { uitkomst, opdrachten, pogingen, verstuurd };
}

describe('een attendering bezorgen', () => {
  it('gaat onder een nummer dat elke poging hetzelfde is, ook als een vorige misschien aankwam', async () => {
    for (const [poging, ongewis] of [
      [1, false],
      [2, true],
    ] as const) {
      const { uitkomst, opdrachten, verstuurd } = await bezorg(
        { soort: 'gelukt' },
        poging,
        ongewis,
      );
      expect([uitkomst, opdrachten]).toEqual(['bezorgd', [['meldBezorgd', 'uitgaand']]]);
      expect(verstuurd).toEqual([
        expect.objectContaining({
          id: `${VRAAG.trajectId}_${VRAAG.meldingId}`,
          gemeenteOin: UITGAAND_OIN,
          inhoud,
        }),
      ]);
    }
  });

  it.each<[UitgaandUitkomst, string]>([
    [{ soort: 'geweigerd', oorzaak: 'http-410' }, 'geweigerd:http-410'],
    [{ soort: 'niet-ingericht' }, 'niet-ingericht'],
  ])('wordt meteen opgegeven als nog eens geen zin heeft: %j', async (antwoord, oorzaak) => {
    const { uitkomst, opdrachten, pogingen } = await bezorg(antwoord);
    expect([uitkomst, opdrachten]).toEqual(['geweigerd', [['meldNietBezorgd', 'uitgaand']]]);
    expect(pogingen).toEqual([['mislukt', oorzaak]]);
  });

  it.each<[UitgaandUitkomst, number, string, string]>([
    [STORING, 1, 'mislukt', 'storing:http:503'],
    [{ ...STORING, herhaalNaSeconden: 120 }, 120, 'mislukt', 'storing:http:503'],
    [{ soort: 'niet-geautoriseerd' }, 1, 'mislukt', 'niet-geautoriseerd'],
    [{ soort: 'storing', oorzaak: 'time-out', ongewis: true }, 45, 'ongewis', 'storing:time-out'],
  ])('gaat later opnieuw: %j', async (antwoord, seconden, uitkomst, oorzaak) => {
    const geval = await bezorg(antwoord);
    const { nextRetryDelay } = geval.uitkomst as { nextRetryDelay: number };
    expect(nextRetryDelay).toBeGreaterThanOrEqual(seconden * 1_000);
    expect(nextRetryDelay).toBeLessThanOrEqual(seconden * 1_200);
    expect([geval.opdrachten, geval.pogingen]).toEqual([[], [[uitkomst, oorzaak]]]);
  });

  it('wordt na een vast aantal pogingen opgegeven, en na opnieuw aanbieden na evenveel', async () => {
    const opgegeven = async (poging: number): Promise<boolean> =>
      (await bezorg(STORING, poging)).uitkomst === 'geweigerd';
    const uitkomsten = [];
    for (let poging = 1; poging <= 6; poging += 1) uitkomsten.push(await opgegeven(poging));
    expect(uitkomsten).toEqual([false, false, true, false, false, true]);
  });
});
