// Real: the comparison of the demo, and its three expected stories. Fake: the answers of the API, of one small journey.
import { REKENVOORBEELDEN } from '#domain/termijnen/rekenvoorbeelden.testdata.js';
import type { Stand } from './antwoorden.js';
import { verhaalVan, vergelijk } from './controle.js';
import { ASIEL_VERWACHT } from './verwacht/asiel.js';
import { GEMIST_VERWACHT } from './verwacht/gemist.js';
import { GEZIN_VERWACHT } from './verwacht/gezin.js';

const regel = (nr: number, dag: string, soort: string, bij: Record<string, unknown> = {}) => ({
  nr,
  soort,
  dag,
  gebeurtenis: { soort, ...bij },
});
const taak = (soort: string, uiterlijkOp: string | null, geslotenTijdstip: string | null) => ({
  id: soort,
  soort,
  titel: soort,
  rol: 'regievoerder',
  status: geslotenTijdstip === null ? 'open' : 'afgerond',
  onderwerp: null,
  uiterlijkOp,
  geopendTijdstip: '2026-03-13T23:30:00Z',
  geslotenTijdstip,
});

/** Answers of the API of a journey in which everything occurs once. */
const STAND: Stand = {
  status: 'open',
  journaal: [
    regel(1, '2026-03-14', 'trajectGeopend'),
    regel(2, '2026-03-14', 'plichtGeregistreerd'),
    regel(3, '2026-03-14', 'termijnGestart', {
      sleutel: 'PIP_VASTSTELLEN',
      uiterlijkOp: '2026-05-26',
    }),
    regel(4, '2026-03-14', 'doelgroepGeregistreerd'),
    regel(5, '2026-05-11', 'pipVastgesteld'),
    regel(6, '2026-05-11', 'berichtBesloten', { bericht: 'PIP_AANLEVEREN' }),
  ],
  taken: [taak('pip-vaststellen', '2026-05-26', '2026-05-11T08:00:00Z'), taak('open', null, null)],
  termijnen: [
    {
      sleutel: 'PIP_VASTSTELLEN',
      code: 'PIP_VASTSTELLEN',
      status: 'gehaald',
      uiterlijkOp: '2026-05-26',
      gehaaldOp: '2026-05-11',
      teLaat: false,
      uitleg: [
        { tekst: '10 weken na 14 maart 2026 is 23 mei 2026.' },
        { tekst: '25 mei 2026 telt niet als laatste dag (Tweede Pinksterdag).' },
      ],
      bron: null,
    },
  ],
  berichten: [
    {
      meldingId: '5-pip',
      soort: 'PIP_AANLEVEREN',
      status: 'bezorgd',
      nr: 6,
      bezorgdTijdstip: '2026-05-11T08:00:00Z',
    },
  ],
};
const VERWACHT = verhaalVan(STAND);
const [TERMIJN, BERICHT] = [STAND.termijnen[0]!, STAND.berichten[0]!];
const op = <T>(lijst: readonly T[], plek: number, ander: Partial<T>): T[] =>
  lijst.map((een, i) => (i === plek ? { ...een, ...ander } : een));
const metJournaal = (journaal: Stand['journaal']): Stand => ({ ...STAND, journaal });

/** The day and the explanation of the ten weeks in an expected story. */
function tienWeken(verhaal: typeof VERWACHT): { uiterlijkOp: string; uitleg: string } {
  const plek = verhaal.termijnen.findIndex((lijn) => lijn.startsWith('PIP_VASTSTELLEN '));
  const rest = verhaal.termijnen.slice(plek + 1);
  const einde = rest.findIndex((lijn) => !lijn.startsWith(' '));
  return {
    uiterlijkOp: /uiterlijk ([\d-]+)/.exec(verhaal.termijnen[plek] ?? '')?.[1] ?? '',
    uitleg: rest.slice(0, einde === -1 ? undefined : einde).join('\n'),
  };
}

describe('de controle van de demo', () => {
  it('vindt niets aan het verwachte verhaal', () => {
    expect(vergelijk(verhaalVan(STAND), VERWACHT)).toEqual([]);
  });

  it('noemt de dag in Nederland en niet die van de wereldklok', () => {
    expect(VERWACHT.taken[1]).toMatch(/^2026-03-14 pip-vaststellen .* 2026-05-11, /);
  });

  it.each<[string, Stand, string[]]>([
    ['een andere status', { ...STAND, status: 'gesloten' }, ['de status is gesloten']],
    [
      'een ontbrekende regel in het journaal',
      metJournaal(STAND.journaal.slice(0, -1)),
      ['journaal: er ontbreekt "2026-05-11 berichtBesloten'],
    ],
    [
      'een regel te veel in het journaal',
      metJournaal([...STAND.journaal, regel(7, '2026-05-11', 'pipVastgesteld')]),
      ['journaal: onverwacht "2026-05-11 pipVastgesteld"'],
    ],
    [
      'een regel op een andere dag',
      metJournaal(op(STAND.journaal, 4, { dag: '2026-05-12' })),
      ['er ontbreekt "2026-05-11 pipVastgesteld"', 'onverwacht "2026-05-12 pipVastgesteld"'],
    ],
    [
      'een andere volgorde',
      metJournaal([...STAND.journaal.slice(0, 4), STAND.journaal[5]!, STAND.journaal[4]!]),
      ['journaal: op plaats 5 staat "2026-05-11 berichtBesloten PIP_AANLEVEREN"'],
    ],
    [
      'een andere laatste dag in het journaal',
      metJournaal(
        op(STAND.journaal, 2, {
          gebeurtenis: { sleutel: 'PIP_VASTSTELLEN', uiterlijkOp: '2026-05-23' },
        }),
      ),
      ['er ontbreekt "2026-03-14 termijnGestart', 'onverwacht "2026-03-14 termijnGestart'],
    ],
    [
      'de vrije regel op een andere dag',
      metJournaal(op(STAND.journaal, 3, { dag: '2026-03-15' })),
      ['er ontbreekt "2026-03-14 doelgroep', 'onverwacht "2026-03-15 doelgroep'],
    ],
    [
      'een taak te veel',
      { ...STAND, taken: [...STAND.taken, taak('nog-een', null, null)] },
      ['taken: onverwacht "2026-03-14 nog-een (regievoerder) open"'],
    ],
    [
      'een taak te weinig',
      { ...STAND, taken: STAND.taken.slice(1) },
      ['taken: er ontbreekt "2026-03-14 pip-vaststellen'],
    ],
    [
      'een taak voor een ander',
      { ...STAND, taken: op(STAND.taken, 0, { rol: 'coordinator' }) },
      ['er ontbreekt', 'onverwacht "2026-03-14 pip-vaststellen (coordinator)'],
    ],
    [
      'een taak met een andere laatste dag',
      { ...STAND, taken: op(STAND.taken, 0, { uiterlijkOp: '2026-05-25' }) },
      ['er ontbreekt', 'onverwacht'],
    ],
    [
      'een termijn met een andere laatste dag',
      { ...STAND, termijnen: [{ ...TERMIJN, uiterlijkOp: '2026-05-25' }] },
      ['er ontbreekt "PIP_VASTSTELLEN uiterlijk 2026-05-26', 'uiterlijk 2026-05-25'],
    ],
    [
      'een uitleg zonder de dag die de termijn verschoof',
      { ...STAND, termijnen: [{ ...TERMIJN, uitleg: TERMIJN.uitleg.slice(0, 1) }] },
      ['termijnen: er ontbreekt "25 mei 2026 telt niet'],
    ],
    [
      'een termijn te laat',
      { ...STAND, termijnen: [{ ...TERMIJN, teLaat: true }] },
      ['er ontbreekt', 'te laat"'],
    ],
    ['geen termijn', { ...STAND, termijnen: [] }, Array<string>(3).fill('er ontbreekt')],
    [
      'een bericht te veel',
      { ...STAND, berichten: [BERICHT, BERICHT] },
      ['berichten: onverwacht "PIP_AANLEVEREN bezorgd 2026-05-11"'],
    ],
    [
      'een bericht dat bleef liggen',
      { ...STAND, berichten: [{ ...BERICHT, status: 'open', bezorgdTijdstip: null }] },
      ['er ontbreekt', 'onverwacht "PIP_AANLEVEREN open"'],
    ],
  ])('vindt %s', (_naam, stand, delen) => {
    const gevonden = vergelijk(verhaalVan(stand), VERWACHT);
    expect(gevonden).toEqual(delen.map((deel) => expect.stringContaining(deel) as string));
  });

  it('laat DUO de doelgroep voor of na de plicht melden', () => {
    const [open, plicht, termijn, doelgroep, ...rest] = STAND.journaal;
    const anders = metJournaal([open!, doelgroep!, plicht!, termijn!, ...rest]);
    expect(vergelijk(verhaalVan(anders), VERWACHT)).toEqual([]);
  });
});

describe('de verwachte verhalen', () => {
  it.each([
    ['asiel', ASIEL_VERWACHT, 10, 'maandag 14 september 2026'],
    ['gezin', GEZIN_VERWACHT, 4, 'Vrijdag 15 mei 2026 telt niet als laatste dag'],
    ['gemist', GEMIST_VERWACHT, 2, '(Tweede Pinksterdag)'],
  ])(
    'hebben voor %s de tien weken van het rekenvoorbeeld, met de dag die ze bepaalde',
    (_naam, verhaal, nr, dag) => {
      const voorbeeld = REKENVOORBEELDEN.find((een) => een.nr === nr);
      const { uiterlijkOp, uitleg } = tienWeken(verhaal);
      expect(uiterlijkOp).toBe(voorbeeld?.verwacht['uiterlijkOp']);
      expect(uitleg).toContain(dag);
    },
  );
});
