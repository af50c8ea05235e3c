// Real: the activity that delivers. Fake: the door, which has one claimed message, and DUO in memory.
import { MockActivityEnvironment } from '@temporalio/testing';
import { duoGelukt, maakDuoFake, type DuoFake } from '#adapters/duo/duo-fake.adapter.js';
import { naarDatum } from '#domain/datum/datum.js';
import type { Bericht, DeurVoorActiviteiten } from '../deur.js';
import { DuoActiviteitenImpl } from './duo.activities.js';

const VRAAG = {
  trajectId: '00000000-0000-7000-8000-000000000001',
  gemeenteId: '00000000-0000-7000-8000-00000000000a',
  epoche: 1,
  workflowTijdstip: '2026-11-20T09:00:00.000Z',
  meldingId: '31-aanbod',
};

const AANBOD: Bericht = {
  bericht: 'AANBOD_AANLEVEREN',
  inhoud: {
    instellingsnummer: '0000012345',
    datumInburgeringsaanbod: naarDatum('2026-11-20'),
    verwachteStartdatumOpleiding: naarDatum('2027-01-11'),
    verwachteEinddatumOpleiding: naarDatum('2028-06-30'),
    indicatorAlfabetiseringsonderwijs: 'NVT',
  },
};

const PIP: Extract<Bericht, { bericht: 'PIP_AANLEVEREN' }> = {
  bericht: 'PIP_AANLEVEREN',
  inhoud: {
    dagtekeningPip: naarDatum('2026-11-20'),
    leerroute: 'B',
    niveau: 'B1',
    geschatteIntensiteitB1Route: null,
    indicatorAlfabetiseringsonderwijs: 'A',
  },
};

async function bezorg(
  poging: number,
  vorigeOngewis: boolean,
  bericht: Bericht = AANBOD,
  stel: (duo: DuoFake) => void = () => undefined,
  attempt = 1,
) {
  const opdrachten: unknown[] = [];
  const deur = {
    claimBericht: () =>
      Promise.resolve({
        soort: 'geclaimd',
        berichtId: '00000000-0000-7000-8000-0000000000bb',
        poging,
        vorigeOngewis,
        bericht,
        bsn: '999990342',
        gemeenteOin: '00000001234567890000',
      }),
    meldPoging: () => Promise.resolve(),
    verwerkDrijver: ({ opdracht }: { opdracht: unknown }) => {
      opdrachten.push(opdracht);
      return Promise.resolve();
    },
  } as unknown as DeurVoorActiviteiten;
  const duo = maakDuoFake();
  duo.antwoordt('leverAanbod', duoGelukt(null));
  stel(duo);
  const activiteiten = new DuoActiviteitenImpl(deur, duo.poort);
  const uitkomst = await new MockActivityEnvironment({ attempt }).run(activiteiten.bezorg, VRAAG);
  return { uitkomst, opdrachten, aanroepen: duo.aanroepen.map(({ operatie }) => operatie) };
}

describe('een aanbod bezorgen', () => {
  it('doet een aanbod niet nog eens als niet vaststaat of DUO het heeft: een mens kijkt het na', async () => {
    const { uitkomst, opdrachten, aanroepen } = await bezorg(2, true);
    expect(uitkomst).toBe('geweigerd');
    expect(aanroepen).toEqual([]);
    expect(opdrachten).toEqual([
      { soort: 'meldNietBezorgd', meldingId: VRAAG.meldingId, oorzaak: 'niet-na-te-gaan' },
    ]);
  });

  it('probeert opnieuw als DUO het zeker niet heeft', async () => {
    const { uitkomst, opdrachten, aanroepen } = await bezorg(2, false);
    expect(uitkomst).toBe('bezorgd');
    expect(aanroepen).toEqual(['leverAanbod']);
    expect(opdrachten).toEqual([expect.objectContaining({ soort: 'meldBezorgd' })]);
  });
});

const CONTACT = { naam: 'Contact Voorbeeld', email: 'a@b.example', telefoonnummer: '030-1234567' };

describe('een contactpersoon bezorgen', () => {
  const aanmelden: Bericht = { bericht: 'CONTACTPERSOON_AANMELDEN', inhoud: CONTACT };
  const koppelen: Bericht = { bericht: 'CONTACTPERSOON_KOPPELEN', inhoud: { contactpersoonId: 7 } };

  it.each([
    ['met het nummer van DUO', { id: 7, contactpersoongegevens: CONTACT }, { contactpersoonId: 7 }],
    ['ook als DUO geen nummer noemt', { contactpersoongegevens: CONTACT }, {}],
  ])('meldt haar aan, %s', async (_titel, antwoord, meer) => {
    const { uitkomst, opdrachten, aanroepen } = await bezorg(1, false, aanmelden, (duo) => {
      duo.antwoordt('maakContactpersoon', duoGelukt(antwoord));
    });
    expect([uitkomst, aanroepen]).toEqual(['bezorgd', ['maakContactpersoon']]);
    expect(opdrachten).toEqual([
      {
        soort: 'meldBezorgd',
        meldingId: VRAAG.meldingId,
        berichtId: '00000000-0000-7000-8000-0000000000bb',
        ...meer,
      },
    ]);
  });

  it('koppelt haar onder haar nummer', async () => {
    const { uitkomst, aanroepen } = await bezorg(1, false, koppelen, (duo) => {
      duo.antwoordt('koppelContactpersoon', ({ contactpersoonId }) => {
        expect(contactpersoonId).toBe(7);
        return duoGelukt(null);
      });
    });
    expect([uitkomst, aanroepen]).toEqual(['bezorgd', ['koppelContactpersoon']]);
  });

  it.each([aanmelden, koppelen])(
    'doet het niet nog eens als niet vaststaat of DUO het heeft ($bericht)',
    async (bericht) => {
      const { uitkomst, aanroepen } = await bezorg(2, true, bericht);
      expect([uitkomst, aanroepen]).toEqual(['geweigerd', []]);
    },
  );

  it('is klaar met ontkoppelen als DUO geen koppeling heeft', async () => {
    const ontkoppelen: Bericht = {
      bericht: 'CONTACTPERSOON_ONTKOPPELEN',
      inhoud: { contactpersoonId: 7 },
    };
    const { uitkomst } = await bezorg(1, false, ontkoppelen, (duo) => {
      duo.antwoordt('ontkoppelContactpersoon', { soort: 'onbekend', afwijkingen: [] });
    });
    expect(uitkomst).toBe('bezorgd');
  });
});

describe('een PIP opnieuw bezorgen', () => {
  const bijDuo = (indicatorAlfabetiseringsonderwijs: 'A' | 'NVT') => (duo: DuoFake) => {
    const pip = {
      dagtekeningPip: naarDatum('2026-11-20'),
      leerroute: 'B' as const,
      niveau: 'B1' as const,
      indicatorAlfabetiseringsonderwijs,
    };
    duo.antwoordt('haalPip', duoGelukt({ gemeentecode: '9901', pip }));
    duo.antwoordt('leverPip', duoGelukt(null));
  };

  it('doet het niet nog eens als DUO het al heeft', async () => {
    const { uitkomst, aanroepen } = await bezorg(2, true, PIP, bijDuo('A'));
    expect([uitkomst, aanroepen]).toEqual(['bezorgd', ['haalPip']]);
  });

  it('houdt een eerder PIP van dezelfde dag en leerroute niet voor het nieuwe', async () => {
    const { uitkomst, aanroepen } = await bezorg(2, true, PIP, bijDuo('NVT'));
    expect([uitkomst, aanroepen]).toEqual(['bezorgd', ['haalPip', 'leverPip']]);
  });

  it.each([
    ['het moment dat DUO noemt', 503, 600, 1, 600],
    ['tot DUO er niet meer mee bezig kan zijn', 503, 5, 1, 45],
    ['tot DUO er niet meer mee bezig kan zijn, zonder moment van DUO', 503, undefined, 1, 45],
    ['een seconde bij de eerste keer', 429, undefined, 1, 1],
    ['steeds langer, ook als er een korter moment is genoemd', 429, 30, 8, 128],
    ['hoogstens een kwartier', 429, undefined, 5_000, 900],
  ])('wacht op %s', async (_, status, herhaalNaSeconden, attempt, seconden) => {
    const stel = (duo: DuoFake): void => {
      duo.antwoordt('leverPip', {
        soort: 'storing',
        oorzaak: 'http',
        status,
        ongewis: status === 503,
        ...(herhaalNaSeconden === undefined ? {} : { herhaalNaSeconden }),
        afwijkingen: [],
      });
    };
    const fout = await bezorg(1, false, PIP, stel, attempt).catch((een: unknown) => een);
    const { nextRetryDelay } = fout as { nextRetryDelay: number };
    expect(nextRetryDelay).toBeGreaterThanOrEqual(seconden * 1_000);
    expect(nextRetryDelay).toBeLessThanOrEqual(seconden * 1_200);
  });
});
