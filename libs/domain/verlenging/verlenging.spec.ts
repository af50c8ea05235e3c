/** Real: the whole core with the shipped table, calendar and settings. Nothing is faked. */
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel, verhaalGezin } from '#test/support/verhalen.js';
import { naarDatum } from '../datum/datum.js';
import { vergelijkTermijn } from '../pip/vergelijking.js';
import type { Opdracht } from '../traject/opdracht.js';
import type { VerlengingOpdracht } from './opdrachten.js';

const D = naarDatum;
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000005';
const CODE = 'INBURGERINGSTERMIJN';
type Vast = Extract<VerlengingOpdracht, { soort: 'legVerlengingVast' }>;

/** A gezinsmigrant with a PIP of 2026-11-10, before DUO stated the termijn: our own end is 2029-11-10. */
function metPip(verhaal = verhaalGezin(ID)): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaal) {
    if (opdracht.soort === 'verwerkTermijn') break;
    journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
  }
  return journaal;
}

const NU = '2028-09-01';
const geef = (journaal: Journaal, opdracht: Opdracht, op = NU) =>
  journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));

function verlenging(feiten: Partial<Vast> & { grond: Vast['grond'] }): Vast {
  return {
    soort: 'legVerlengingVast',
    oordeel: 'toegekend',
    ...(feiten.oordeel === 'verwacht' ? {} : { besluitOp: D('2028-08-01') }),
    ...feiten,
  };
}

function duoStelt(journaal: Journaal, eindeOp: string, uur = '08'): void {
  const termijn = { startOp: D('2026-11-11'), eindeOp: D(eindeOp) };
  const gevraagdTijdstip = `${NU}T${uur}:00:00.000Z`;
  expect(geef(journaal, { soort: 'verwerkTermijn', gevraagdTijdstip, termijn })).toBeNull();
}

const einde = ({ toestand }: Journaal) => toestand.termijnen[CODE]?.uiterlijkOp;
const idVan = ({ toestand }: Journaal) => toestand.verlengingen?.at(-1)?.id ?? '';
const vergelijking = ({ toestand }: Journaal) =>
  vergelijkTermijn(toestand, omgevingOp(`${NU}T09:00:00.000Z`));

describe('verlenging van de inburgeringstermijn', () => {
  it.each<[string, Partial<Vast> & { grond: Vast['grond'] }, string]>([
    [
      'a, ziekte, de duur',
      { grond: 'a', van: D('2027-01-01'), tot: D('2027-04-30') },
      '2030-03-10',
    ],
    ['b, overlijden, drie maanden', { grond: 'b' }, '2030-02-10'],
    ['c, bevalling, zestien weken', { grond: 'c' }, '2030-03-02'],
    ['d, opvang, in maanden', { grond: 'd', duurMaanden: 4 }, '2030-03-10'],
    ['e, alfabetisering, hoogstens zes maanden', { grond: 'e', duurMaanden: 9 }, '2030-05-10'],
    ['f, dakloosheid, hoogstens twee jaar', { grond: 'f', duurMaanden: 30 }, '2031-11-10'],
    ['h, aanbieder, hoogstens zes maanden', { grond: 'h', duurMaanden: 8 }, '2030-05-10'],
    ['i, bijzonder, hoogstens twee jaar', { grond: 'i', duurMaanden: 25 }, '2031-11-10'],
    ['j, combinatie', { grond: 'j', duurMaanden: 3 }, '2030-02-10'],
    ['inspanningen, zes maanden', { grond: 'inspanningen' }, '2030-05-10'],
    [
      'opleiding die nog loopt',
      { grond: 'opleiding', opleiding: 'vso', nogBezig: true },
      '2031-11-10',
    ],
    [
      'onderbreking van de plicht, haar duur',
      { grond: 'onderbreking', van: D('2027-01-01'), tot: D('2027-03-01') },
      '2030-01-09',
    ],
    [
      'een omstandigheid korter dan drie maanden, die niets geeft',
      { grond: 'a', van: D('2027-01-01'), tot: D('2027-02-28') },
      '2029-11-10',
    ],
  ])('rekent grond %s', (_wat, feiten, verwacht) => {
    const journaal = metPip();
    expect(geef(journaal, verlenging(feiten))).toBeNull();
    expect(einde(journaal)).toBe(verwacht);
  });

  it('rekent grond g met wat het traject weet, en geeft een gezinsmigrant daarop niets', () => {
    const laat = verlenging({ grond: 'g', startLessenOp: D('2027-06-01') });
    const gezin = metPip();
    expect(geef(gezin, laat)).toBeNull();
    expect(einde(gezin)).toBe('2029-11-10');
    const asiel = metPip(verhaalAsiel(ID));
    const voor = einde(asiel);
    expect(geef(asiel, laat)).toBeNull();
    expect((einde(asiel) ?? '') > (voor ?? '')).toBe(true);
  });

  it('stapelt in de volgorde waarin DUO toekende, hoe ze ook werden vastgelegd', () => {
    const c = verlenging({ grond: 'c', besluitOp: D('2028-02-01') });
    const b = verlenging({ grond: 'b', besluitOp: D('2028-07-01') });
    const [heen, weer] = [metPip(), metPip()];
    for (const een of [c, b]) geef(heen, een);
    for (const een of [b, c]) geef(weer, een);
    // 16 weeks to 2 March 2030, then three months.
    expect(einde(heen)).toBe('2030-06-02');
    expect(einde(weer)).toBe('2030-06-02');
  });

  it('laat een verwachte verlenging de termijn niet verplaatsen', () => {
    const journaal = metPip();
    expect(geef(journaal, verlenging({ grond: 'c', oordeel: 'verwacht' }))).toBeNull();
    expect(einde(journaal)).toBe('2029-11-10');
  });

  it('geeft na correctie en intrekking de eerste dag terug, met de oude versies', () => {
    const journaal = metPip();
    geef(journaal, verlenging({ grond: 'b' }));
    const id = idVan(journaal);
    geef(journaal, { ...verlenging({ grond: 'c' }), vervangt: id, reden: 'Andere grond.' });
    expect(einde(journaal)).toBe('2030-03-02');
    geef(journaal, { soort: 'trekVerlengingIn', verlenging: id, reden: 'DUO trok het in.' });
    expect(einde(journaal)).toBe('2029-11-10');
    expect(journaal.toestand.verlengingen).toMatchObject([
      { id, versie: 1, feiten: { grond: 'b' } },
      { id, versie: 2, feiten: { grond: 'c' }, reden: 'Andere grond.' },
      { id, versie: 3, ingetrokken: true, reden: 'DUO trok het in.' },
    ]);
    const oorzaken = journaal.regels.flatMap(({ gebeurtenis }) =>
      gebeurtenis.soort === 'termijnVerplaatst' ? [gebeurtenis.oorzaken] : [],
    );
    expect(oorzaken).toEqual([
      ['De verlenging op grond b telt mee.'],
      ['De verlenging op grond b telt niet meer mee.', 'De verlenging op grond c telt mee.'],
      ['De verlenging op grond c telt niet meer mee.'],
    ]);
  });

  it.each<[string, Opdracht, object]>([
    [
      'een ontbrekend feit van de grond',
      verlenging({ grond: 'a' }),
      { veld: 'van', artikel: { artikel: '4.1' } },
    ],
    ['een feit te veel', verlenging({ grond: 'b', van: D('2027-01-01') }), { veld: 'van' }],
    [
      'de soort opleiding die ontbreekt',
      verlenging({ grond: 'opleiding', nogBezig: true }),
      { veld: 'opleiding' },
    ],
    [
      'een onderbreking van meer dan een jaar',
      verlenging({ grond: 'onderbreking', van: D('2027-01-01'), tot: D('2028-01-02') }),
      { code: 'ONDERBREKING_TE_LANG', artikel: { artikel: '2.1 lid 2' } },
    ],
    [
      'een toekenning zonder de dag van het besluit',
      { soort: 'legVerlengingVast', oordeel: 'toegekend', grond: 'b' },
      { code: 'BESLUITDAG_BIJ_TOEKENNING' },
    ],
    [
      'een intrekking van wat er niet is',
      { soort: 'trekVerlengingIn', verlenging: '1-verlenging', reden: 'Abuis.' },
      { code: 'VERLENGING_ONBEKEND' },
    ],
  ])('weigert %s', (_wat, opdracht, verwacht) => {
    expect(geef(metPip(), opdracht)).toMatchObject(verwacht);
  });

  it('weigert een verlenging zonder PIP', () => {
    const journaal = new Journaal();
    const [eerste] = verhaalGezin(ID);
    if (eerste === undefined) throw new Error('Leeg verhaal.');
    geef(journaal, eerste.opdracht);
    expect(geef(journaal, verlenging({ grond: 'b' }))).toMatchObject({
      code: 'PIP_NIET_VASTGESTELD',
      artikel: { artikel: '11' },
    });
  });
});

describe('de termijn die DUO stelt', () => {
  it('wint van een toegekende verlenging die DUO nog niet verwerkte, en noemt dat als oorzaak', () => {
    const journaal = metPip();
    geef(journaal, verlenging({ grond: 'c' }));
    expect(vergelijking(journaal)).toBeNull();
    duoStelt(journaal, '2029-11-10');
    expect(einde(journaal)).toBe('2029-11-10');
    expect(vergelijking(journaal)).toMatchObject({
      eigenLaatsteDag: '2030-03-02',
      duoLaatsteDag: '2029-11-10',
      verschilDagen: -112,
      oorzaak: 'verlenging_niet_verwerkt',
    });
  });

  it('past bij de verlenging die verwacht was, en na het vastleggen daarvan precies', () => {
    const journaal = metPip();
    geef(journaal, verlenging({ grond: 'c', oordeel: 'verwacht' }));
    duoStelt(journaal, '2030-03-02');
    expect(vergelijking(journaal)?.oorzaak).toBe('verwachte_verlenging_toegekend');
    const vervangt = { vervangt: idVan(journaal), reden: 'DUO kende toe.' };
    expect(geef(journaal, { ...verlenging({ grond: 'c' }), ...vervangt })).toBeNull();
    expect(vergelijking(journaal)).toMatchObject({ oorzaak: 'gelijk', verschilDagen: 0 });
    expect(einde(journaal)).toBe('2030-03-02');
  });

  it.each([
    ['2029-11-09', 'einddatum_als_laatste_dag'],
    ['2030-05-10', 'verlenging_niet_bekend'],
    ['2029-01-01', 'onbekend'],
  ])('noemt bij %s als waarschijnlijke oorzaak %s', (eindeOp, oorzaak) => {
    const journaal = metPip();
    duoStelt(journaal, eindeOp);
    expect(vergelijking(journaal)?.oorzaak).toBe(oorzaak);
  });
});
