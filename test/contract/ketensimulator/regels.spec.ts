// Real: the simulator over mTLS. Fake: certificates and persons. Each rule of DUO's README has a
// case that is accepted and one that is refused for that rule alone.
import {
  ANDERE_GEMEENTE,
  BSN,
  maakPersoon,
  startOpstelling,
  type Opstelling,
} from './opstelling.js';

type Roep = [methode: string, pad: string, body?: unknown, bron?: string];

interface Geval {
  regel: string;
  /** Registration fields that differ, then the DUO calls and changes that come before. */
  persoon?: Record<string, unknown>;
  vooraf?: (Roep | { bijwerken: Record<string, unknown> })[];
  mag: Roep;
  magNiet: Roep;
  fout: RegExp;
}

const pip = (velden: Record<string, unknown> = {}): Roep => [
  'POST',
  'PIP',
  { dagtekeningPip: '2026-05-11', leerroute: 'B', ...velden },
];
const aanbod = (velden: Record<string, unknown> = {}, nummer = '0000000001'): Roep => [
  'POST',
  `Inburgeringsaanbod/${nummer}`,
  { indicatorAlfabetiseringsonderwijs: 'NVT', ...velden },
];
const meld = (soort: 'map' | 'pvt', datum?: string, verwijtbaar?: string): Roep => [
  'PUT',
  soort,
  { [soort === 'map' ? 'datumEindgesprekMap' : 'datumOndertekeningPvt']: datum, verwijtbaar },
];
const van = (bron: string, [methode, pad, body]: Roep): Roep => [methode, pad, body, bron];
/** Jest's matcher, typed as what it stands for. */
const bevat = (patroon: RegExp): string => expect.stringMatching(patroon) as string;
const gezin = { doelgroep: 'Gezinsmigrant en overige migrant' };
/** A termijn of which 2029-05-12 is the first day after it. */
const termijn = { bijwerken: { termijn: { startdatum: '2026-05-12', einddatum: '2029-05-12' } } };
const op = (klok: string) => ({ klok: `${klok}T08:00:00Z` });

const PIP_EN_AANBOD: Geval[] = [
  {
    regel: 'dagtekening niet voor het begin van de plicht',
    persoon: { gevestigdOp: '2026-01-01' },
    mag: pip({ dagtekeningPip: '2026-05-04' }),
    magNiet: pip({ dagtekeningPip: '2026-05-03' }),
    fout: /begin van de inburgeringsplicht/,
  },
  {
    regel: 'een gewijzigd PIP niet voor het eerste of actuele PIP',
    vooraf: [pip()],
    mag: pip(),
    magNiet: pip({ dagtekeningPip: '2026-05-10' }),
    fout: /eerste of het actuele PIP/,
  },
  {
    regel: 'dagtekening niet voor de vestiging in de gemeente',
    persoon: { gevestigdOp: '2026-05-11' },
    mag: pip({ dagtekeningPip: '2026-05-11' }),
    magNiet: pip({ dagtekeningPip: '2026-05-10' }),
    fout: /vestiging/,
  },
  {
    regel: 'niveau A2 niet bij de onderwijsroute',
    mag: pip({ leerroute: 'O', niveau: 'B1' }),
    magNiet: pip({ leerroute: 'O', niveau: 'A2' }),
    fout: /onderwijsroute/,
  },
  {
    regel: 'niveau B1 niet bij de Z-route',
    mag: pip({ leerroute: 'Z', niveau: 'A2' }),
    magNiet: pip({ leerroute: 'Z', niveau: 'B1' }),
    fout: /Z-route/,
  },
  {
    regel: 'niveau A2 niet in het eerste PIP met de B1-route',
    mag: pip({ niveau: 'B1' }),
    magNiet: pip({ niveau: 'A2' }),
    fout: /eerste PIP/,
  },
  {
    regel: 'geschatte intensiteit alleen bij de B1-route',
    mag: pip({ geschatteIntensiteitB1Route: 600 }),
    magNiet: pip({ leerroute: 'O', geschatteIntensiteitB1Route: 600 }),
    fout: /intensiteit/,
  },
  {
    regel: 'een PIP is niet te verwijderen als de termijn is vastgesteld',
    vooraf: [pip()],
    mag: ['DELETE', 'PIP'],
    magNiet: ['DELETE', 'PIP'],
    fout: /termijn is al vastgesteld/,
  },
  {
    regel: 'een aanbod alleen voor wie een PIP heeft',
    vooraf: [pip()],
    mag: aanbod(),
    magNiet: aanbod(),
    fout: /nog geen PIP/,
  },
  {
    regel: 'de instelling heeft een keurmerk',
    vooraf: [pip()],
    mag: aanbod({}, '0000000003'),
    magNiet: aanbod({}, '0000000004'),
    fout: /niet erkend/,
  },
  {
    regel: 'bij de onderwijsroute is de instelling erkend voor taalschakeltrajecten',
    vooraf: [pip({ leerroute: 'O' })],
    mag: aanbod({}, '0000000002'),
    magNiet: aanbod({}, '0000000001'),
    fout: /niet erkend/,
  },
  {
    regel: 'geen datum van het aanbod voor de dagtekening',
    vooraf: [pip()],
    mag: aanbod({ datumInburgeringsaanbod: '2026-05-11' }),
    magNiet: aanbod({ datumInburgeringsaanbod: '2026-05-10' }),
    fout: /dagtekening van het actuele PIP/,
  },
  {
    regel: 'de opleiding begint niet voor het aanbod',
    vooraf: [pip()],
    mag: aanbod({
      datumInburgeringsaanbod: '2026-05-20',
      verwachteStartdatumOpleiding: '2026-05-20',
    }),
    magNiet: aanbod({
      datumInburgeringsaanbod: '2026-05-20',
      verwachteStartdatumOpleiding: '2026-05-19',
    }),
    fout: /begint voor/,
  },
  {
    regel: 'de opleiding eindigt na haar begin',
    vooraf: [pip()],
    mag: aanbod({
      verwachteStartdatumOpleiding: '2026-06-01',
      verwachteEinddatumOpleiding: '2026-06-02',
    }),
    magNiet: aanbod({
      verwachteStartdatumOpleiding: '2026-06-01',
      verwachteEinddatumOpleiding: '2026-06-01',
    }),
    fout: /eindigt niet na/,
  },
  {
    regel: 'de opleiding valt binnen de termijn, einddatum exclusief',
    vooraf: [pip(), termijn],
    mag: aanbod({
      verwachteStartdatumOpleiding: '2026-05-12',
      verwachteEinddatumOpleiding: '2029-05-12',
    }),
    magNiet: aanbod({
      verwachteStartdatumOpleiding: '2026-05-12',
      verwachteEinddatumOpleiding: '2029-05-13',
    }),
    fout: /buiten de inburgeringstermijn/,
  },
];

const mapOfPvt = (soort: 'map' | 'pvt'): Geval[] => {
  const vooraf = [pip(), termijn];
  const mag = meld(soort, '2026-06-01');
  return [
    {
      regel: `${soort}: een andere gemeente wijzigt niet wat u leverde`,
      persoon: op('2026-07-01'),
      vooraf: [...vooraf, mag],
      mag,
      magNiet: van(ANDERE_GEMEENTE, mag),
      fout: /andere gemeente geleverd/,
    },
    {
      regel: `${soort}: niet voor het begin van de termijn`,
      persoon: op('2026-07-01'),
      vooraf,
      mag: meld(soort, '2026-05-12'),
      magNiet: meld(soort, '2026-05-11'),
      fout: /begin van de inburgeringstermijn/,
    },
    {
      regel: `${soort}: niet na de afronding van de Z-route`,
      persoon: op('2026-07-01'),
      vooraf: [...vooraf, ['PUT', 'zroute', { datumAfrondingZroute: '2026-06-10' }]],
      mag: meld(soort, '2026-06-10'),
      magNiet: meld(soort, '2026-06-11'),
      fout: /na de afronding/,
    },
    {
      regel: `${soort}: niet in de toekomst`,
      persoon: op('2026-07-01'),
      vooraf,
      mag: meld(soort, '2026-07-01'),
      magNiet: meld(soort, '2026-07-02'),
      fout: /toekomst/,
    },
    {
      regel: `${soort}: zonder verwijtbaar niet na de termijn`,
      persoon: op('2029-06-01'),
      vooraf,
      mag: meld(soort, '2029-05-11'),
      magNiet: meld(soort, '2029-05-12'),
      fout: /verwijtbaar \(Ja\/Nee\) ontbreekt/,
    },
    {
      regel: `${soort}: binnen de termijn hoort verwijtbaar er niet bij`,
      persoon: op('2029-06-01'),
      vooraf,
      mag: meld(soort, '2029-05-12', 'Nee'),
      magNiet: meld(soort, '2029-05-11', 'Nee'),
      fout: /hoort er niet bij/,
    },
    {
      regel: `${soort}: Nee pas vanaf twee maanden voor het einde`,
      persoon: op('2029-03-12'),
      vooraf,
      mag: meld(soort, undefined, 'Nee'),
      magNiet: meld(soort, undefined, 'Nee'),
      fout: /vanaf twee maanden/,
    },
    {
      regel: `${soort}: Ja alleen na de termijn`,
      persoon: op('2029-05-12'),
      vooraf,
      mag: meld(soort, undefined, 'Ja'),
      magNiet: meld(soort, undefined, 'Ja'),
      fout: /alleen Ja/,
    },
  ];
};

/** Where the two cases share a call, this is what differs between them. */
const VERSCHIL: Partial<Record<string, (geval: Geval) => Geval>> = {
  'een PIP is niet te verwijderen als de termijn is vastgesteld': (g) => ({
    ...g,
    vooraf: [pip(), termijn],
  }),
  'een aanbod alleen voor wie een PIP heeft': (g) => ({ ...g, vooraf: [] }),
  'map: Nee pas vanaf twee maanden voor het einde': (g) => ({ ...g, persoon: op('2029-03-11') }),
  'pvt: Nee pas vanaf twee maanden voor het einde': (g) => ({ ...g, persoon: op('2029-03-11') }),
  'map: Ja alleen na de termijn': (g) => ({ ...g, persoon: op('2029-05-11') }),
  'pvt: Ja alleen na de termijn': (g) => ({ ...g, persoon: op('2029-05-11') }),
};

describe('regels van DUO in de ketensimulator', () => {
  let opstelling: Opstelling;
  beforeEach(async () => {
    opstelling = await startOpstelling();
  });
  afterEach(() => opstelling.stop());

  const roep = ([methode, pad, body, bron]: Roep) =>
    opstelling.duo(methode, `/personen/${BSN}/${pad}`, body, { bron });

  const richtIn = async ({ persoon, vooraf = [] }: Geval): Promise<string> => {
    const id = await maakPersoon(opstelling, persoon);
    for (const stap of vooraf) {
      if (Array.isArray(stap)) expect((await roep(stap)).status).toBeLessThan(300);
      else {
        const body = { gebeurtenisId: 'SS101', ...stap };
        const { status } = await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, body);
        expect(status).toBe(200);
      }
    }
    return id;
  };

  const verhuis = (id: string) =>
    opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
      gebeurtenisId: 'SS121',
      bijwerken: { verblijf: { gemeenteOin: ANDERE_GEMEENTE } },
    });

  const GEVALLEN = [...PIP_EN_AANBOD, ...mapOfPvt('map'), ...mapOfPvt('pvt')];

  it.each(GEVALLEN)('aanvaardt: $regel', async (geval) => {
    await richtIn(geval);
    expect((await roep(geval.mag)).status).toBeLessThan(300);
  });

  it.each(GEVALLEN)('weigert met een uitleg: $regel', async (geval) => {
    const id = await richtIn(VERSCHIL[geval.regel]?.(geval) ?? geval);
    if (geval.magNiet[3] === ANDERE_GEMEENTE) {
      await verhuis(id);
      await roep(van(ANDERE_GEMEENTE, pip({ dagtekeningPip: '2026-06-20' })));
    }
    const antwoord = await roep(geval.magNiet);
    expect(antwoord).toMatchObject({
      status: 403,
      body: [{ fouttekst: bevat(geval.fout) }],
    });
  });

  it('kiest niveau B1 als het PIP voor de B1-route geen niveau noemt', async () => {
    await maakPersoon(opstelling);
    await roep(pip());
    expect((await roep(['GET', 'PIP'])).body).toMatchObject({ pip: { niveau: 'B1' } });
  });

  it('weigert de geschatte intensiteit en een aanbod bij een gezinsmigrant', async () => {
    await maakPersoon(opstelling, gezin);
    const weigering = await roep(pip({ geschatteIntensiteitB1Route: 100 }));
    expect(weigering.body).toMatchObject([{ fouttekst: bevat(/asielmigrant/) }]);
    await roep(pip());
    expect((await roep(aanbod())).body).toMatchObject([{ fouttekst: bevat(/asielmigranten/) }]);
  });

  it('weigert een PIP te verwijderen als er cursusuren zijn', async () => {
    await richtIn({ ...PIP_EN_AANBOD[1]!, vooraf: [pip(), { bijwerken: { cursusuren: 3 } }] });
    expect((await roep(['DELETE', 'PIP'])).status).toBe(403);
  });

  it.each(['map', 'pvt'] as const)(
    'vraagt voor %s een actueel PIP van uw gemeente',
    async (soort) => {
      await maakPersoon(opstelling, op('2026-07-01'));
      expect((await roep(meld(soort, '2026-06-01'))).body).toMatchObject([
        { fouttekst: bevat(/geen actueel PIP/) },
      ]);
    },
  );

  it.each(['map', 'pvt'] as const)(
    'weigert %s als de plicht via de Z-route is voldaan',
    async (soort) => {
      const id = await richtIn({
        ...PIP_EN_AANBOD[1]!,
        persoon: op('2026-07-01'),
        vooraf: [pip({ leerroute: 'Z' })],
      });
      await opstelling.beheer('POST', `/personen/${id}/diploma`);
      expect((await roep(meld(soort, '2026-06-01'))).body).toMatchObject([
        { fouttekst: bevat(/voldaan via de Z-route/) },
      ]);
    },
  );

  it.each(['map', 'pvt'] as const)('trekt %s in, maar niet na de Z-route', async (soort) => {
    await maakPersoon(opstelling, op('2026-07-01'));
    await roep(pip());
    await roep(meld(soort, '2026-06-01'));
    await roep(['PUT', 'zroute', { datumAfrondingZroute: '2026-06-30' }]);
    expect((await roep(meld(soort))).status).toBe(403);
    await roep(['PUT', 'zroute', {}]);
    expect((await roep(meld(soort))).status).toBe(200);
    expect((await roep(['GET', soort])).status).toBe(404);
  });

  it('koppelt een persoon aan de laatste contactpersoon en ontkoppelt bij het verwijderen', async () => {
    const id = await maakPersoon(opstelling);
    const gegevens = { naam: 'Proef', email: 'p@g.example', telefoonnummer: '0301234567' };
    for (const nummer of [1, 2]) {
      await opstelling.duo('POST', '/contactpersonen', gegevens);
      await opstelling.duo('POST', `/contactpersonen/${nummer}/personen/${BSN}`);
    }
    const lees = () => opstelling.beheer('GET', `/personen/${id}`).then(({ body }) => body);
    expect(await lees()).toMatchObject({ contactpersoonId: 2 });
    await opstelling.duo('DELETE', '/contactpersonen/2');
    expect(await lees()).toMatchObject({ contactpersoonId: null });
  });

  it('vervangt het aanbod van dezelfde instelling en laat dat van een andere staan', async () => {
    const id = await maakPersoon(opstelling);
    await roep(pip());
    await roep(aanbod({ datumInburgeringsaanbod: '2026-05-12' }));
    await roep(aanbod({}, '0000000003'));
    await roep(aanbod({ datumInburgeringsaanbod: '2026-05-13' }));
    const { body } = await opstelling.beheer('GET', `/personen/${id}`);
    expect(body).toMatchObject({
      aanbod: {
        '0000000001': { datumInburgeringsaanbod: '2026-05-13' },
        '0000000003': { indicatorAlfabetiseringsonderwijs: 'NVT' },
      },
    });
  });
});
