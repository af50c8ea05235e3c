// Real: the whole core. Fake: DUO's answers, built here from the file itself and then changed in one place.
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan } from '#domain/traject/overzicht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { VERGELEKEN_BRONNEN, type DuoAntwoord, type VergelekenBron } from './opdrachten.js';
import { ACTIE_UITLEG, VERSCHIL_ACTIES, type Verschil } from './verschil.js';

const d = naarDatum;
const VERHAAL = verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000007');
const GEMEENTECODE = '9001';
const VANDAAG = '2028-03-25';
const GEVRAAGD = `${VANDAAG}T08:00:00.000Z`;

/** The journey just before DUO ends the plicht, every message delivered. */
function dossier(tot: Opdracht['soort'] = 'voerEindgesprek'): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of VERHAAL) {
    if (opdracht.soort === tot) break;
    if (opdracht.soort === 'verwerkPlicht' && !opdracht.feiten.plichtig) continue;
    const omgeving = omgevingOp(`${op}T11:00:00.000Z`);
    expect(journaal.geef(opdracht, omgeving)).toBeNull();
    bezorg(journaal, omgeving);
  }
  return journaal;
}

function bezorg(journaal: Journaal, omgeving: ReturnType<typeof omgevingOp>): void {
  for (const [meldingId, { status }] of Object.entries(journaal.toestand.berichten)) {
    if (status !== 'open') continue;
    journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId: 'b' }, omgeving);
  }
}

const ketenfeit = (bron: VergelekenBron, feiten: unknown): DuoAntwoord['opdracht'] => ({
  soort: 'verwerkKetenfeit',
  bron,
  gevraagdTijdstip: GEVRAAGD,
  feiten: JSON.stringify(feiten),
});

const PLICHT = {
  plichtig: true,
  beginOp: d('2026-06-01'),
  eindeOp: null,
  kennisgevingOp: d('2026-06-20'),
  redenGeenPlicht: null,
};
const PIP = {
  dagtekeningPip: '2026-11-16',
  leerroute: 'B',
  niveau: 'B1',
  indicatorAlfabetiseringsonderwijs: 'NVT',
};
const UREN = { gemeentecode: GEMEENTECODE, participatieAlsTaalles: { uren: 340 } };
const EXAMENS = (['KNM', 'LE', 'LU', 'SC', 'SP'] as const).map((onderdeel) => ({
  onderdeel,
  niveau: onderdeel === 'KNM' ? null : ('B1' as const),
  examenOp: d('2028-03-01'),
  resultaat: 'Geslaagd' as const,
}));

/** What DUO says of this journey when nothing went wrong. */
const BEELD: Readonly<Record<VergelekenBron, DuoAntwoord['opdracht']>> = {
  plicht: { soort: 'verwerkPlicht', gevraagdTijdstip: GEVRAAGD, feiten: PLICHT },
  doelgroep: {
    soort: 'verwerkDoelgroep',
    gevraagdTijdstip: GEVRAAGD,
    feiten: { indeling: 'Asielstatushouder', gedetailleerd: 'Asielstatushouder' },
  },
  termijn: {
    soort: 'verwerkTermijn',
    gevraagdTijdstip: GEVRAAGD,
    termijn: { startOp: d('2026-11-17'), eindeOp: d('2029-11-16') },
  },
  pip: ketenfeit('pip', { gemeentecode: GEMEENTECODE, pip: PIP }),
  map: ketenfeit('map', { datumEindgesprekMap: '2027-09-15' }),
  pvt: ketenfeit('pvt', { datumOndertekeningPvt: '2027-03-03' }),
  vrijstelling: ketenfeit('vrijstelling', []),
  ontheffing: ketenfeit('ontheffing', []),
  uren: ketenfeit('uren', [UREN]),
  examens: { soort: 'verwerkExamens', gevraagdTijdstip: GEVRAAGD, resultaten: EXAMENS },
};

type Anders = Partial<Record<VergelekenBron, DuoAntwoord['opdracht'] | null>>;

/** `null`: this source could not be asked. */
function vergelijking(anders: Anders = {}): Opdracht {
  return {
    soort: 'verwerkReconciliatie',
    gevraagdTijdstip: GEVRAAGD,
    gemeentecode: GEMEENTECODE,
    antwoorden: VERGELEKEN_BRONNEN.flatMap((bron) => {
      const opdracht = anders[bron] === undefined ? BEELD[bron] : anders[bron];
      return opdracht === null ? [] : [{ bron, opdracht }];
    }),
  };
}

const nu = omgevingOp(`${VANDAAG}T11:00:00.000Z`);

/** Gives the opdracht; answers how many entries it added. */
function geef(journaal: Journaal, opdracht: Opdracht): number {
  journaal.laatTijdVerstrijken(nu);
  const voor = journaal.toestand.nr;
  expect(journaal.geef(opdracht, nu)).toBeNull();
  return journaal.toestand.nr - voor;
}

const open = ({ toestand }: Journaal): readonly Verschil[] => toestand.reconciliatie?.open ?? [];
const taken = ({ toestand }: Journaal): readonly string[] =>
  takenVan(toestand).flatMap(({ soort }) => (soort === 'verschillen-behandelen' ? [soort] : []));

const duoGaatErover = { actie: 'overgenomen-van-duo' } as const;
const opnieuw = { actie: 'opnieuw-aanleveren' } as const;

const GEPLANT: [wat: string, anders: Anders, verschillen: Verschil[]][] = [
  [
    'de plicht is voorbij',
    {
      plicht: {
        ...BEELD.plicht,
        feiten: {
          ...PLICHT,
          plichtig: false,
          eindeOp: d('2028-03-20'),
          redenGeenPlicht: 'Inburgeringsplicht voldaan',
        },
      } as DuoAntwoord['opdracht'],
    },
    [
      {
        bron: 'plicht',
        veld: 'reden van het einde',
        ons: null,
        duo: 'Inburgeringsplicht voldaan',
        ...duoGaatErover,
      },
      { bron: 'plicht', veld: 'einde', ons: null, duo: '2028-03-20', ...duoGaatErover },
    ],
  ],
  [
    'de kennisgeving was later',
    {
      plicht: {
        ...BEELD.plicht,
        feiten: { ...PLICHT, kennisgevingOp: d('2026-06-27') },
      } as DuoAntwoord['opdracht'],
    },
    [
      {
        bron: 'plicht',
        veld: 'kennisgeving',
        ons: '2026-06-20',
        duo: '2026-06-27',
        ...duoGaatErover,
      },
    ],
  ],
  [
    'DUO kent de persoon niet',
    { plicht: ketenfeit('plicht', null) },
    [
      {
        bron: 'plicht',
        veld: 'bekend bij DUO',
        ons: '2026-06-20',
        duo: null,
        actie: 'navragen-bij-duo',
      },
    ],
  ],
  [
    'een andere doelgroep',
    {
      doelgroep: {
        soort: 'verwerkDoelgroep',
        gevraagdTijdstip: GEVRAAGD,
        feiten: {
          indeling: 'Gezinsmigrant en overige migrant',
          gedetailleerd: 'Asielstatushouder',
        },
      },
    },
    [
      {
        bron: 'doelgroep',
        veld: 'indeling',
        ons: 'Asielstatushouder',
        duo: 'Gezinsmigrant en overige migrant',
        ...duoGaatErover,
      },
    ],
  ],
  [
    'een verlengde termijn',
    {
      termijn: {
        soort: 'verwerkTermijn',
        gevraagdTijdstip: GEVRAAGD,
        termijn: { startOp: d('2026-11-17'), eindeOp: d('2030-05-16') },
      },
    },
    [{ bron: 'termijn', veld: 'einde', ons: '2029-11-16', duo: '2030-05-16', ...duoGaatErover }],
  ],
  [
    'geen PIP bij DUO',
    { pip: ketenfeit('pip', null) },
    [
      { bron: 'pip', veld: 'dagtekening', ons: '2026-11-16', duo: null, ...opnieuw },
      { bron: 'pip', veld: 'leerroute', ons: 'B', duo: null, ...opnieuw },
      { bron: 'pip', veld: 'niveau', ons: 'B1', duo: null, ...opnieuw },
      { bron: 'pip', veld: 'alfabetisering', ons: 'NVT', duo: null, ...opnieuw },
    ],
  ],
  [
    'een andere leerroute in het PIP',
    { pip: ketenfeit('pip', { gemeentecode: GEMEENTECODE, pip: { ...PIP, leerroute: 'O' } }) },
    [{ bron: 'pip', veld: 'leerroute', ons: 'B', duo: 'O', ...opnieuw }],
  ],
  [
    'het PIP van een andere gemeente',
    { pip: ketenfeit('pip', { gemeentecode: '9002', pip: PIP }) },
    [{ bron: 'pip', veld: 'gemeente', ons: '9001', duo: '9002', actie: 'navragen-bij-duo' }],
  ],
  [
    'geen eindgesprek MAP bij DUO',
    { map: ketenfeit('map', null) },
    [{ bron: 'map', veld: 'datumEindgesprekMap', ons: '2027-09-15', duo: null, ...opnieuw }],
  ],
  [
    'een andere dag voor het PVT',
    { pvt: ketenfeit('pvt', { datumOndertekeningPvt: '2027-03-04' }) },
    [
      {
        bron: 'pvt',
        veld: 'datumOndertekeningPvt',
        ons: '2027-03-03',
        duo: '2027-03-04',
        ...opnieuw,
      },
    ],
  ],
  [
    'een vrijstelling',
    { vrijstelling: ketenfeit('vrijstelling', [{ gedeeltelijkeVrijstelling: {} }]) },
    [
      {
        bron: 'vrijstelling',
        veld: 'oordelen',
        ons: null,
        duo: '[{"gedeeltelijkeVrijstelling":{}}]',
        ...duoGaatErover,
      },
    ],
  ],
  [
    'een ontheffing',
    { ontheffing: ketenfeit('ontheffing', [{ geheleOntheffing: {} }]) },
    [
      {
        bron: 'ontheffing',
        veld: 'oordelen',
        ons: null,
        duo: '[{"geheleOntheffing":{}}]',
        ...duoGaatErover,
      },
    ],
  ],
  [
    'minder uren',
    { uren: ketenfeit('uren', [{ ...UREN, participatieAlsTaalles: { uren: 300 } }]) },
    [{ bron: 'uren', veld: 'uren', ons: '340', duo: '300', ...opnieuw }],
  ],
  [
    'een examen minder',
    { examens: { ...BEELD.examens, resultaten: EXAMENS.slice(1) } as DuoAntwoord['opdracht'] },
    [
      {
        bron: 'examens',
        veld: 'geslaagd',
        ons: 'KNM LE LU SC SP',
        duo: 'LE LU SC SP',
        ...duoGaatErover,
      },
      { bron: 'examens', veld: 'aantal uitslagen', ons: '5', duo: '4', ...duoGaatErover },
    ],
  ],
];

describe('een traject vergeleken met DUO', () => {
  it('zwijgt als er niets anders is, ook de tweede keer', () => {
    const journaal = dossier();
    expect(geef(journaal, vergelijking())).toBe(0);
    expect(geef(journaal, vergelijking())).toBe(0);
    expect(journaal.toestand).not.toHaveProperty('reconciliatie');
  });

  it('heeft van elke bron een geplant verschil', () => {
    const gevonden = GEPLANT.flatMap(([, , verschillen]) => verschillen.map(({ bron }) => bron));
    expect([...new Set(gevonden)].sort()).toEqual([...VERGELEKEN_BRONNEN].sort());
  });

  it.each(GEPLANT)('vindt %s, stelt voor wat te doen en opent één taak', (_wat, anders, wacht) => {
    const journaal = dossier();
    geef(journaal, vergelijking(anders));
    expect(open(journaal)).toEqual(wacht);
    expect(taken(journaal)).toEqual(['verschillen-behandelen']);
    const later = geef(journaal, vergelijking(anders));
    expect(later).toBe(0);
  });

  it('neemt over waar DUO over gaat, en de volgende keer is dat geen verschil meer', () => {
    const journaal = dossier();
    const [, anders] = GEPLANT[4]!;
    geef(journaal, vergelijking(anders));
    expect(journaal.toestand.duoTermijn?.eindeOp).toBe('2030-05-16');
    geef(journaal, { soort: 'handelVerschillenAf', uitkomst: 'hersteld' });
    expect(journaal.toestand).not.toHaveProperty('reconciliatie');
    expect(geef(journaal, vergelijking(anders))).toBe(0);
  });

  it('sluit de taak vanzelf als DUO weer hetzelfde zegt', () => {
    const journaal = dossier();
    geef(journaal, vergelijking({ map: ketenfeit('map', null) }));
    geef(journaal, vergelijking());
    expect(taken(journaal)).toEqual([]);
    expect(journaal.toestand).not.toHaveProperty('reconciliatie');
  });

  it('brengt een verklaard verschil niet nog eens ter sprake, een ander wel', () => {
    const journaal = dossier();
    const anders = { map: ketenfeit('map', null) };
    geef(journaal, vergelijking(anders));
    geef(journaal, { soort: 'handelVerschillenAf', uitkomst: 'verklaard' });
    expect(geef(journaal, vergelijking(anders))).toBe(0);
    geef(journaal, vergelijking({ map: ketenfeit('map', { datumEindgesprekMap: '2027-09-16' }) }));
    expect(open(journaal)).toMatchObject([{ duo: '2027-09-16' }]);
  });

  it('noemt een verschil opnieuw als het hersteld heette en er nog is', () => {
    const journaal = dossier();
    const anders = { map: ketenfeit('map', null) };
    geef(journaal, vergelijking(anders));
    geef(journaal, { soort: 'handelVerschillenAf', uitkomst: 'hersteld' });
    geef(journaal, vergelijking(anders));
    expect(taken(journaal)).toEqual(['verschillen-behandelen']);
  });

  it('laat staan wat over een bron bekend was die nu niet te vragen is', () => {
    const journaal = dossier();
    geef(journaal, vergelijking({ map: ketenfeit('map', null) }));
    expect(geef(journaal, vergelijking({ map: null }))).toBe(0);
    expect(open(journaal)).toHaveLength(1);
  });

  it('zwijgt over wat nog onderweg is naar DUO', () => {
    const journaal = dossier('rondMapAf');
    geef(journaal, { soort: 'rondMapAf', eindgesprekOp: d('2027-09-15') });
    geef(
      journaal,
      vergelijking({
        map: ketenfeit('map', null),
        examens: { ...BEELD.examens, resultaten: [] } as DuoAntwoord['opdracht'],
      }),
    );
    expect(open(journaal)).toEqual([]);
  });

  it('stelt voor bij DUO in te trekken wat hier ingetrokken is, en anders vast te leggen', () => {
    const journaal = dossier();
    geef(journaal, { soort: 'trekFeitIn', feit: 'mapEindgesprek', reden: 'Onjuist.' });
    bezorg(journaal, nu);
    const zonder = dossier('rondPvtAf');
    geef(journaal, vergelijking());
    expect(open(journaal)).toMatchObject([{ bron: 'map', actie: 'intrekken-bij-duo' }]);
    geef(zonder, vergelijking());
    expect(open(zonder)).toContainEqual(
      expect.objectContaining({ bron: 'pvt', actie: 'vastleggen' }),
    );
  });

  it('weigert af te handelen wat er niet is', () => {
    const journaal = dossier();
    expect(journaal.geef({ soort: 'handelVerschillenAf', uitkomst: 'hersteld' }, nu)).toMatchObject(
      { code: 'GEEN_VERSCHILLEN' },
    );
  });

  it('legt elk voorstel uit', () => {
    for (const actie of VERSCHIL_ACTIES) expect(ACTIE_UITLEG[actie]).toMatch(/[.]$/);
  });
});
