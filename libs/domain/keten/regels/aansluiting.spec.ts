// Real: the whole core. Nothing is faked. That each condition of DUO is heard from the opdracht that would send it;
// that DUO judges the same is shown in test/contract/ketensimulator/duo-regels.spec.ts.
import { naarDatum } from '#domain/datum/datum.js';
import { besluit } from '#domain/traject/besluit.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import type { Erkenning } from './aanbod.js';
import { DUO_REGELS, type DuoRegelCode, type DuoResultaat } from './tabel.js';

const d = naarDatum;
const VERHAAL = verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000006');

/** The journey before the first step of this kind, every message delivered; `erbij`: right after DUO told the plicht. */
function voor(soort: Opdracht['soort'], ...erbij: readonly Opdracht[]): Toestand {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === soort);
  const stappen = VERHAAL.slice(0, tot).flatMap((stap) =>
    stap.opdracht.soort === 'verwerkPlicht'
      ? [stap, ...erbij.map((opdracht) => ({ ...stap, opdracht }))]
      : [stap],
  );
  for (const { op, opdracht } of stappen) {
    const omgeving = omgevingOp(`${op}T11:00:00.000Z`);
    expect(journaal.geef(opdracht, omgeving)).toBeNull();
    for (const [meldingId, { status }] of Object.entries(journaal.toestand.berichten)) {
      if (status !== 'open') continue;
      const bezorgd = { soort: 'meldBezorgd', meldingId, berichtId: 'b' } as const;
      expect(journaal.geef(bezorgd, omgeving)).toBeNull();
    }
  }
  return journaal.toestand;
}

const beslis = (toestand: Toestand, opdracht: Opdracht, vandaag: string, erkenning?: Erkenning) =>
  besluit(toestand, opdracht, {
    ...omgevingOp(`${vandaag}T11:00:00.000Z`),
    ...(erkenning === undefined ? {} : { erkenning }),
  });

const bijKeuze = voor('kiesLeerroute');
const bijPip = voor('stelPipVast');
const bijAanbod = voor('doeAanbod');
const bijPvt = voor('rondPvtAf');
const bijMap = voor('rondMapAf');
const naMap = voor('voerEindgesprek');
const zonderPip = { ...bijAanbod.pip, vastgesteld: null, eersteDagtekening: null };
const AF = { PVT: 'rondPvtAf', MAP: 'rondMapAf' } as const;

const kies = (anders: Partial<Extract<Opdracht, { soort: 'kiesLeerroute' }>>): Opdracht => ({
  soort: 'kiesLeerroute',
  gekozenOp: d('2026-10-20'),
  leerroute: 'B',
  motivering: 'Past.',
  ...anders,
});
const aanbod = (anders: Partial<Extract<Opdracht, { soort: 'doeAanbod' }>> = {}): Opdracht => ({
  soort: 'doeAanbod',
  instellingsnummer: '0000012345',
  aanbodOp: d('2026-12-07'),
  startOp: d('2027-01-11'),
  eindeOp: d('2028-06-30'),
  ...anders,
});
const trekIn = (
  feit: Extract<Opdracht, { soort: 'trekFeitIn' }>['feit'],
  meer: { verwijtbaar?: 'Ja' | 'Nee' } = {},
): Opdracht => ({ soort: 'trekFeitIn', feit, reden: 'Onjuist.', ...meer });

const contact = (
  anders: Partial<Extract<Opdracht, { soort: 'wijsContactpersoonAan' }>>,
): Opdracht => ({
  soort: 'wijsContactpersoonAan',
  naam: 'Contact Voorbeeld',
  email: 'inburgering@gemeente.example',
  telefoonnummer: '030-1234567',
  ...anders,
});

type Geval = [DuoRegelCode, Toestand, Opdracht, vandaag: string, erkenning?: Erkenning];

const GEVALLEN: Geval[] = [
  ['CONTACTPERSOON_NAAM', bijPip, contact({ naam: 'Regisseur 7' }), '2026-11-20'],
  ['CONTACTPERSOON_EMAIL', bijPip, contact({ email: 'a@b nl' }), '2026-11-20'],
  ['CONTACTPERSOON_TELEFOON', bijPip, contact({ telefoonnummer: '030/1234567' }), '2026-11-20'],
  ['PIP_A2_BIJ_ONDERWIJSROUTE', bijKeuze, kies({ leerroute: 'O', niveau: 'A2' }), '2026-10-20'],
  ['PIP_B1_BIJ_ZROUTE', bijKeuze, kies({ leerroute: 'Z', niveau: 'B1' }), '2026-10-20'],
  ['PIP_A2_IN_EERSTE_PIP', bijKeuze, kies({ niveau: 'A2' }), '2026-10-20'],
  [
    'PIP_INTENSITEIT_BUITEN_B1',
    bijKeuze,
    kies({ leerroute: 'O', intensiteitUren: 600 }),
    '2026-10-20',
  ],
  [
    'PIP_INTENSITEIT_ZONDER_ASIEL',
    { ...bijKeuze, indeling: 'Gezinsmigrant en overige migrant' },
    kies({ intensiteitUren: 600 }),
    '2026-10-20',
  ],
  [
    'PIP_VOOR_BEGIN_PLICHT',
    { ...bijPip, plicht: { ...bijPip.plicht!, beginOp: d('2026-11-17') } },
    { soort: 'stelPipVast', dagtekening: d('2026-11-16') },
    '2026-11-20',
  ],
  [
    'PIP_VOOR_VESTIGING',
    { ...bijPip, brpInschrijving: { op: d('2026-11-17'), nr: 2 } },
    { soort: 'stelPipVast', dagtekening: d('2026-11-16') },
    '2026-11-20',
  ],
  [
    'PIP_VOOR_EERDER_PIP',
    {
      ...bijPip,
      ketenfeiten: {
        pip: '{"gemeentecode":"0001","pip":{"dagtekeningPip":"2026-11-17","leerroute":"B"}}',
      },
    },
    { soort: 'stelPipVast', dagtekening: d('2026-11-16') },
    '2026-11-20',
  ],
  ['PIP_INTREKKEN_NA_TERMIJNSTART', bijAanbod, trekIn('pip'), '2026-12-07'],
  [
    'PIP_INTREKKEN_MET_UREN',
    {
      ...bijAanbod,
      duoTermijn: null,
      aanbod: {
        op: d('2026-12-07'),
        nr: 3,
        startOp: d('2027-01-11'),
        instellingsnummer: '0000012345',
      },
      uren: { nt2: 12, knm: 0, totEnMet: d('2027-01-31'), nr: 4 },
    },
    trekIn('pip'),
    '2027-02-01',
  ],
  [
    'AANBOD_ALLEEN_ASIEL',
    { ...bijAanbod, indeling: 'Gezinsmigrant en overige migrant' },
    aanbod(),
    '2026-12-07',
  ],
  ['AANBOD_ZONDER_PIP', { ...bijAanbod, pip: zonderPip }, aanbod(), '2026-12-07'],
  ['AANBOD_INSTELLING_NIET_ERKEND', bijAanbod, aanbod(), '2026-12-07', { bow: false, tst: true }],
  ['AANBOD_VOOR_PIP', bijAanbod, aanbod({ aanbodOp: d('2026-11-15') }), '2026-12-07'],
  ['AANBOD_START_VOOR_AANBOD', bijAanbod, aanbod({ startOp: d('2026-12-06') }), '2026-12-07'],
  ['AANBOD_EINDE_VOOR_START', bijAanbod, aanbod({ eindeOp: d('2027-01-10') }), '2026-12-07'],
  [
    'AANBOD_START_BUITEN_TERMIJN',
    bijAanbod,
    aanbod({ aanbodOp: d('2026-11-16'), startOp: d('2026-11-16') }),
    '2026-12-07',
  ],
  ['AANBOD_EINDE_BUITEN_TERMIJN', bijAanbod, aanbod({ eindeOp: d('2029-11-17') }), '2026-12-07'],
  [
    'UREN_BUITEN_BEREIK',
    bijAanbod,
    {
      soort: 'registreerCursusuren',
      totEnMet: d('2026-12-01'),
      urenNt2: 9_000,
      urenKnm: 1_000,
      bron: 'invoer',
    },
    '2026-12-07',
  ],
  ...(['MAP', 'PVT'] as const).flatMap((soort) => resultaatgevallen(soort)),
];

/** A comparison found the PIP of another gemeente. */
function naVergelijking(toestand: Toestand): Toestand {
  const journaal = new Journaal();
  Object.assign(journaal, { stand: toestand });
  const gevraagdTijdstip = '2027-09-19T11:00:00.000Z';
  const feiten = '{"gemeentecode":"9002","pip":{"dagtekeningPip":"2027-09-01","leerroute":"B"}}';
  const opdracht = { soort: 'verwerkKetenfeit', bron: 'pip', gevraagdTijdstip, feiten } as const;
  const antwoorden = [{ bron: 'pip', opdracht }] as const;
  const vraag = { soort: 'verwerkReconciliatie', gevraagdTijdstip, antwoorden } as const;
  journaal.geef({ ...vraag, gemeentecode: '9001' }, omgevingOp(gevraagdTijdstip));
  return journaal.toestand;
}

function resultaatgevallen(soort: DuoResultaat): Geval[] {
  const toestand = soort === 'MAP' ? bijMap : bijPvt;
  const rond = (op: string, verwijtbaar?: 'Ja' | 'Nee'): Opdracht => {
    const meer = verwijtbaar === undefined ? {} : { verwijtbaar };
    return soort === 'MAP'
      ? { soort: 'rondMapAf', eindgesprekOp: d(op), ...meer }
      : { soort: 'rondPvtAf', ondertekendOp: d(op), ...meer };
  };
  const meld = (verwijtbaar: 'Ja' | 'Nee'): Opdracht => ({
    soort: soort === 'MAP' ? 'meldMapVerwijtbaar' : 'meldPvtVerwijtbaar',
    verwijtbaar,
    motivering: 'Beoordeeld.',
  });
  const vandaag = '2027-09-20';
  const voldaan = { op: d('2027-09-01'), nr: 5, reden: 'Inburgeringsplicht voldaan' };
  const bron = soort === 'MAP' ? 'map' : 'pvt';
  return [
    [
      `${soort}_VAN_ANDERE_GEMEENTE`,
      voor(AF[soort], {
        soort: 'verwerkKetenfeit',
        bron,
        gevraagdTijdstip: '2026-06-20T11:00:00.000Z',
        feiten: '{"datum":"2026-05-20"}',
      }),
      rond('2027-09-15'),
      vandaag,
    ],
    [`${soort}_ZONDER_PIP`, { ...toestand, pip: zonderPip }, rond('2027-09-15'), vandaag],
    [`${soort}_ZONDER_PIP`, naVergelijking(toestand), rond('2027-09-15'), vandaag],
    [
      `${soort}_PLICHT_VOLDAAN_ZROUTE`,
      { ...toestand, plichtEinde: voldaan, leerroute: { ...toestand.leerroute!, route: 'Z' } },
      rond('2027-09-15'),
      vandaag,
    ],
    [`${soort}_VOOR_TERMIJN`, toestand, rond('2026-11-16'), vandaag],
    [
      `${soort}_NA_ZROUTE`,
      { ...toestand, zroute: { op: d('2027-09-14'), nr: 6 } },
      rond('2027-09-15'),
      vandaag,
    ],
    [`${soort}_IN_TOEKOMST`, toestand, rond('2027-09-21'), vandaag],
    [
      `${soort}_INTREKKEN_NA_ZROUTE`,
      { ...naMap, plichtEinde: null, zroute: { op: d('2028-03-01'), nr: 6 } },
      trekIn(soort === 'MAP' ? 'mapEindgesprek' : 'pvtOndertekening'),
      '2028-04-05',
    ],
    [`${soort}_VERWIJTBAAR_ONTBREEKT`, toestand, rond('2029-11-17'), '2029-12-01'],
    [`${soort}_VERWIJTBAAR_BINNEN_TERMIJN`, toestand, rond('2029-11-16', 'Nee'), '2029-12-01'],
    [`${soort}_NEE_TE_VROEG`, toestand, meld('Nee'), '2029-09-16'],
    [`${soort}_JA_BINNEN_TERMIJN`, toestand, meld('Ja'), '2029-11-16'],
  ];
}

describe('voorwaarden van DUO in de opdrachten', () => {
  it('heeft van elke voorwaarde een geval', () => {
    const genoemd = new Set(GEVALLEN.map(([code]) => code));
    expect([...genoemd].sort()).toEqual(Object.keys(DUO_REGELS).sort());
  });

  it.each(GEVALLEN)('weigert met %s, de zin en het veld', (...geval) => {
    const [code, toestand, opdracht, vandaag, erkenning] = geval;
    const { zin, veld } = DUO_REGELS[code];
    const uitkomst = beslis(toestand, opdracht, vandaag, erkenning);
    expect(uitkomst).toMatchObject({ ok: false, weigering: { code, melding: zin } });
    expect(uitkomst.ok ? undefined : uitkomst.weigering.veld).toBe(veld);
  });
});

describe.each(['MAP', 'PVT'] as const)('%s en de inburgeringstermijn', (soort) => {
  const map = soort === 'MAP';
  const begin = map ? bijMap : bijPvt;
  const veld = map ? 'datumEindgesprekMap' : 'datumOndertekeningPvt';
  const feit = map ? 'mapEindgesprek' : 'pvtOndertekening';
  const rond = (op: string, verwijtbaar?: 'Ja' | 'Nee'): Opdracht =>
    ({
      soort: AF[soort],
      [map ? 'eindgesprekOp' : 'ondertekendOp']: d(op),
      ...(verwijtbaar ? { verwijtbaar } : {}),
    }) as Opdracht;
  const meld = (verwijtbaar: 'Ja' | 'Nee'): Opdracht => ({
    soort: map ? 'meldMapVerwijtbaar' : 'meldPvtVerwijtbaar',
    verwijtbaar,
    motivering: 'Beoordeeld.',
  });

  /** Gives the opdrachten in turn, delivering what each decides; answers what DUO heard. */
  function speel(toestand: Toestand, ...stappen: readonly [Opdracht, string][]) {
    const journaal = new Journaal();
    // A journal that goes on from here: its events are folded as the door would.
    Object.assign(journaal, { stand: toestand });
    for (const [opdracht, dag] of stappen) {
      const omgeving = omgevingOp(`${dag}T11:00:00.000Z`);
      expect(journaal.geef(opdracht, omgeving)).toBeNull();
      for (const [meldingId, { status }] of Object.entries(journaal.toestand.berichten)) {
        if (status === 'open')
          journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId: 'b' }, omgeving);
      }
    }
    const berichten = journaal.regels
      .map(({ gebeurtenis }) => gebeurtenis)
      .filter(
        (g): g is Extract<Gebeurtenis, { soort: 'berichtBesloten' }> =>
          g.soort === 'berichtBesloten',
      );
    return { berichten: berichten.map(({ inhoud }) => inhoud), toestand: journaal.toestand };
  }

  it('zegt na de termijn de dag met het oordeel, in één bericht', () => {
    const { berichten } = speel(begin, [rond('2029-11-20', 'Ja'), '2029-12-01']);
    expect(berichten).toEqual([{ [veld]: '2029-11-20', verwijtbaar: 'Ja' }]);
  });

  it('vergeet het oordeel als het toch op tijd was', () => {
    const { berichten, toestand } = speel(
      begin,
      [meld('Nee'), '2029-09-17'],
      [rond('2029-11-10'), '2029-11-12'],
    );
    expect(berichten).toEqual([{ [veld]: null, verwijtbaar: 'Nee' }, { [veld]: '2029-11-10' }]);
    expect(map ? toestand.map : toestand.pvt).not.toHaveProperty('verwijtbaar');
  });

  it('houdt het oordeel vast als het na de termijn alsnog gebeurt', () => {
    const { berichten } = speel(
      begin,
      [meld('Ja'), '2029-11-20'],
      [rond('2029-12-10'), '2029-12-12'],
    );
    expect(berichten).toEqual([
      { [veld]: null, verwijtbaar: 'Ja' },
      { [veld]: '2029-12-10', verwijtbaar: 'Ja' },
    ]);
  });

  it('trekt na de termijn een dag alleen in met een oordeel, en het oordeel niet', () => {
    const klaar = speel(begin, [rond('2029-11-10'), '2029-11-12']).toestand;
    expect(beslis(klaar, trekIn(feit), '2029-12-01')).toMatchObject({
      weigering: { code: `${soort}_VERWIJTBAAR_ONTBREEKT` },
    });
    const { berichten, toestand } = speel(klaar, [
      trekIn(feit, { verwijtbaar: 'Nee' }),
      '2029-12-01',
    ]);
    expect(berichten).toEqual([{ [veld]: null, verwijtbaar: 'Nee' }]);
    expect(
      beslis(toestand, trekIn(map ? 'mapVerwijtbaar' : 'pvtVerwijtbaar'), '2029-12-01'),
    ).toMatchObject({ weigering: { code: `${soort}_VERWIJTBAAR_ONTBREEKT` } });
  });

  it('trekt binnen de termijn een oordeel in: DUO krijgt het geheel zonder', () => {
    const { berichten } = speel(
      begin,
      [meld('Nee'), '2029-09-17'],
      [trekIn(map ? 'mapVerwijtbaar' : 'pvtVerwijtbaar'), '2029-09-18'],
    );
    expect(berichten).toEqual([{ [veld]: null, verwijtbaar: 'Nee' }, { [veld]: null }]);
  });
});

describe('de zelfredzaamheidsroute', () => {
  const zroute = { ...bijMap, leerroute: { ...bijMap.leerroute!, route: 'Z' as const } };
  const afgerond: Opdracht = { soort: 'rondZrouteAf', afgerondOp: d('2027-09-15') };

  it('meldt de afronding en trekt die in, elk als een geheel bericht', () => {
    const eerst = beslis(zroute, afgerond, '2027-09-20');
    expect(eerst.ok && eerst.gebeurtenissen.slice(0, 2)).toMatchObject([
      { soort: 'zrouteAfgerond' },
      { bericht: 'ZROUTE_DOORGEVEN', inhoud: { datumAfrondingZroute: '2027-09-15' } },
    ]);
    const weg = beslis(
      {
        ...zroute,
        zroute: { op: d('2027-09-15'), nr: 9 },
        berichten: {
          '9-zroute': {
            soort: 'ZROUTE_DOORGEVEN',
            baan: 'zroute',
            nr: 9,
            status: 'bezorgd',
            bezorgdOp: d('2027-09-20'),
            statusNr: 10,
          },
        },
      },
      trekIn('zrouteAfronding'),
      '2027-09-21',
    );
    expect(weg.ok && weg.gebeurtenissen.slice(0, 2)).toMatchObject([
      { soort: 'feitIngetrokken' },
      { bericht: 'ZROUTE_DOORGEVEN', inhoud: { datumAfrondingZroute: null } },
    ]);
  });

  it('is niet afgerond voor de MAP en het PVT, en niet op een andere route', () => {
    expect(beslis(bijMap, afgerond, '2027-09-20')).toMatchObject({
      weigering: { code: 'GEEN_ZROUTE' },
    });
    const later = {
      ...zroute,
      map: { ...zroute.map, eindgesprek: { op: d('2027-09-16'), nr: 8 } },
    };
    expect(beslis(later, afgerond, '2027-09-20')).toMatchObject({
      weigering: { code: 'ZROUTE_VOOR_MAP_OF_PVT', veld: 'afgerondOp' },
    });
  });
});
