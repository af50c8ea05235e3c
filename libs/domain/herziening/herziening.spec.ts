// Real: the core. Nothing is fake.
import { naarDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER, type Kalender } from '../kalender/kalender.js';
import { berekenTermijn } from '../termijnen/bereken.js';
import { tabelMet } from '../termijnen/gewijzigde-tabel.js';
import { WETTELIJKE_TERMIJNEN } from '../termijnen/wettelijke-termijnen.js';
import { besluit, openen, speelAf } from '../traject/besluit.js';
import { STANDAARD_INSTELLINGEN } from '../traject/instellingen.js';
import type { Omgeving } from '../traject/kern.js';
import { laatTijdVerstrijken } from '../traject/tijd.js';
import type { Toestand } from '../traject/toestand.js';
import { kalenderMet, type Voorstel } from './voorstel.js';

const d = naarDatum;
const KENNISGEVING = d('2026-08-25');
/** Ten weeks later, a Tuesday. */
const EINDE = d('2026-11-03');

function op(vandaag: string, kalender: Kalender = STANDAARD_KALENDER): Omgeving {
  return {
    vandaag: d(vandaag),
    tijdstip: `${vandaag}T10:00:00.000Z`,
    kalender,
    instellingen: STANDAARD_INSTELLINGEN,
    actor: { soort: 'beheer', id: 'beheerder' },
  };
}

function extra(datum: string): Extract<Voorstel, { soort: 'gelijkgestelde-dagen' }> {
  return {
    soort: 'gelijkgestelde-dagen',
    dagen: [{ datum: d(datum), staatscourant: '2026, 1' }],
    volledigeJaren: [],
  };
}

function kalender(datum: string): Kalender {
  const gemaakt = kalenderMet(STANDAARD_KALENDER, extra(datum));
  if (!gemaakt.ok) throw new Error(gemaakt.weigering.code);
  return gemaakt.waarde;
}

function metTienWeken(): Toestand {
  const omgeving = op(KENNISGEVING);
  const persoon = { bsn: null, vNummer: '1234567890', naam: null, geboortedatum: null };
  const geopend = openen(
    { soort: 'openTraject', trajectId: 'x', proef: false, bron: 'DUO', persoon },
    omgeving,
  );
  if (!geopend.ok) throw new Error(geopend.weigering.code);
  const begin = speelAf(null, geopend.gebeurtenissen, omgeving);
  const plicht = besluit(
    begin,
    {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: omgeving.tijdstip,
      feiten: {
        plichtig: true,
        beginOp: KENNISGEVING,
        eindeOp: null,
        kennisgevingOp: KENNISGEVING,
        redenGeenPlicht: null,
      },
    },
    omgeving,
  );
  if (!plicht.ok) throw new Error(plicht.weigering.code);
  return speelAf(begin, plicht.gebeurtenissen, omgeving);
}

function herbereken(toestand: Toestand, omgeving: Omgeving, kalenderVersie = 2) {
  const opdracht = { soort: 'herberekenTermijnen', kalenderVersie, reden: 'Extra dag.' } as const;
  return besluit(toestand, opdracht, omgeving);
}

describe('herberekenTermijnen', () => {
  it('verplaatst een lopende termijn die op de extra dag eindigt, met uitleg en reden', () => {
    const uitkomst = herbereken(metTienWeken(), op('2026-09-01', kalender(EINDE)));
    expect(uitkomst).toMatchObject({
      ok: true,
      gebeurtenissen: [
        {
          soort: 'termijnVerplaatst',
          sleutel: 'PIP_VASTSTELLEN',
          oudUiterlijkOp: EINDE,
          uiterlijkOp: '2026-11-04',
          kalenderVersie: 2,
          reden: 'Extra dag.',
        },
      ],
    });
    expect(JSON.stringify(uitkomst)).toContain('Staatscourant 2026, 1');
  });

  it('doet niets als geen datum verschuift, en niets als het al gedaan is', () => {
    const toestand = metTienWeken();
    expect(herbereken(toestand, op('2026-09-01', kalender('2026-11-04')))).toEqual({
      ok: true,
      gebeurtenissen: [],
    });
    const omgeving = op('2026-09-01', kalender(EINDE));
    const eerst = herbereken(toestand, omgeving);
    if (!eerst.ok) throw new Error(eerst.weigering.code);
    const na = speelAf(toestand, eerst.gebeurtenissen, omgeving);
    expect(herbereken(na, omgeving)).toEqual({ ok: true, gebeurtenissen: [] });
  });

  it('laat een gehaalde termijn staan zoals die beslist is', () => {
    const toestand = metTienWeken();
    const gehaald: Toestand = {
      ...toestand,
      termijnen: {
        PIP_VASTSTELLEN: { ...toestand.termijnen['PIP_VASTSTELLEN']!, status: 'gehaald' },
      },
    };
    const uitkomst = herbereken(gehaald, op('2026-09-01', kalender(EINDE)));
    expect(JSON.stringify(uitkomst)).not.toContain('termijnVerplaatst');
  });

  it('neemt een waarschuwing en escalatie terug die te vroeg blijken', () => {
    const toestand = metTienWeken();
    const vandaag = op('2026-11-04');
    const teLaat = speelAf(toestand, laatTijdVerstrijken(toestand, vandaag), vandaag);
    expect(teLaat.escalaties['PIP_VASTSTELLEN']).toBeDefined();
    const nieuw = op('2026-11-04', kalender(EINDE));
    const uitkomst = herbereken(teLaat, nieuw);
    if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
    expect(uitkomst.gebeurtenissen[0]).toMatchObject({
      soort: 'termijnVerplaatst',
      teruggenomen: ['verstreken', 'escalatie'],
    });
    const na = speelAf(teLaat, uitkomst.gebeurtenissen, nieuw);
    expect(na.escalaties).toEqual({});
    expect(na.termijnen['PIP_VASTSTELLEN']?.sporten.verstreken).toBeUndefined();
  });

  it('weigert met een oudere kalender dan gevraagd: dan leek het gedaan', () => {
    expect(herbereken(metTienWeken(), op('2026-09-01'))).toMatchObject({
      ok: false,
      weigering: { code: 'KALENDER_NOG_NIET_GELDIG' },
    });
  });
});

describe('een voorstel', () => {
  it('maakt een nieuwe versie van de kalender en laat de oude met rust', () => {
    const nieuw = kalender(EINDE);
    expect(nieuw.versie).toBe(2);
    expect(nieuw.gelijkgesteldeDagen).toHaveLength(6);
    expect(STANDAARD_KALENDER.gelijkgesteldeDagen).toHaveLength(5);
    expect(kalenderMet(nieuw, extra(EINDE))).toEqual({ ok: true, waarde: nieuw });
  });

  it('neemt met een volledige lijst het voorbehoud bij dat jaar weg', () => {
    const verzoek = {
      termijn: 'PIP_VASTSTELLEN',
      feiten: { kennisgevingOp: '2029-03-05', gehuisvestViaHvw28: false },
    };
    const voorbehouden = (met: Kalender): unknown => {
      const uitkomst = berekenTermijn(verzoek, { kalender: met });
      return uitkomst.ok ? uitkomst.antwoord.voorbehouden.length : uitkomst.fout;
    };
    const gemaakt = kalenderMet(STANDAARD_KALENDER, {
      ...extra('2029-05-11'),
      volledigeJaren: [2029],
    });
    expect(voorbehouden(STANDAARD_KALENDER)).toBe(1);
    expect(gemaakt.ok && voorbehouden(gemaakt.waarde)).toBe(0);
  });

  it.each([
    ['DAG_TELT_AL_NIET', '2027-04-27'],
    ['DAG_TELT_AL_NIET', '2026-11-07'],
  ])('weigert met %s een dag die al niet telt', (code, datum) => {
    expect(kalenderMet(STANDAARD_KALENDER, extra(datum))).toMatchObject({
      ok: false,
      weigering: { code },
    });
  });

  it('laat een wet die twaalf weken geeft gelden vanaf zijn dag en niet eerder', () => {
    const tabel = tabelMet(WETTELIJKE_TERMIJNEN, [
      {
        code: 'PIP_VASTSTELLEN',
        duur: { aantal: 12, eenheid: 'weken' },
        geldigVanaf: d('2027-01-01'),
      },
    ]);
    const einde = (kennisgevingOp: string): unknown => {
      const feiten = { kennisgevingOp, gehuisvestViaHvw28: false };
      const verzoek = { termijn: 'PIP_VASTSTELLEN', feiten };
      const uitkomst = berekenTermijn(verzoek, { kalender: STANDAARD_KALENDER, tabel });
      return uitkomst.ok ? uitkomst.antwoord.uiterlijkOp : uitkomst.fout;
    };
    expect(einde('2026-12-31')).toBe('2027-03-11');
    expect(einde('2027-01-04')).toBe('2027-03-30');
  });

  it('weigert een regel die geen vaste lengte heeft of niet aansluit', () => {
    const rij = { duur: { aantal: 1, eenheid: 'weken' }, geldigVanaf: d('2020-01-01') } as const;
    expect(() => tabelMet(WETTELIJKE_TERMIJNEN, [{ ...rij, code: 'NIETS' }])).toThrow(
      'vaste lengte',
    );
    expect(() => tabelMet(WETTELIJKE_TERMIJNEN, [{ ...rij, code: 'PIP_VASTSTELLEN' }])).toThrow(
      'overlappen',
    );
  });
});
