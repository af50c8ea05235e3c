// Real: the whole core. Nothing is faked. What is in the file goes to DUO once more, whole.
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { mijlpalenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { OPNIEUW_ONDERWERPEN, type OpnieuwOnderwerp } from './opnieuw.js';

const VERHAAL = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-0000000000b3');
const omgeving = (op: string) => omgevingOp(`${op}T11:00:00.000Z`);
const opnieuw = (onderwerp: OpnieuwOnderwerp): Opdracht => ({
  soort: 'stuurOpnieuw',
  onderwerp,
  reden: 'DUO heeft iets anders.',
});

function bezorg(journaal: Journaal, op: string): void {
  for (const { meldingId } of teBezorgen(journaal.toestand)) {
    const bezorgd = { soort: 'meldBezorgd', meldingId, berichtId: 'b' } as const;
    expect(journaal.geef(bezorgd, omgeving(op))).toBeNull();
  }
}

/** The story up to and including the first step of this kind; DUO takes everything. */
function speelTotEnMet(soort: Opdracht['soort']): Journaal {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === soort);
  for (const { op, opdracht } of VERHAAL.slice(0, tot + 1)) {
    expect(journaal.geef(opdracht, omgeving(op))).toBeNull();
    bezorg(journaal, op);
  }
  return journaal;
}

const laatste = (journaal: Journaal, aantal = 1) =>
  journaal.regels
    .flatMap(({ gebeurtenis: g }) => (g.soort === 'berichtBesloten' ? [[g.bericht, g.inhoud]] : []))
    .slice(-aantal);

const OP = '2027-09-20';

describe('feiten opnieuw naar DUO', () => {
  it.each<[OpnieuwOnderwerp, string, object]>([
    ['pip', 'PIP_AANLEVEREN', { leerroute: 'B', niveau: 'B1' }],
    ['map', 'MAP_DOORGEVEN', { datumEindgesprekMap: '2027-09-15' }],
    ['pvt', 'PVT_DOORGEVEN', { datumOndertekeningPvt: '2027-03-03' }],
    ['uren', 'UREN_DOORGEVEN', { uren: 340 }],
  ])('stuurt %s geheel, zoals het nu in het dossier staat', (onderwerp, soort, inhoud) => {
    const journaal = speelTotEnMet('rondMapAf');
    const bezorgdNr = mijlpalenVan(journaal.toestand).pipBezorgd;
    expect(journaal.geef(opnieuw(onderwerp), omgeving(OP))).toBeNull();
    expect(laatste(journaal)).toEqual([[soort, expect.objectContaining(inhoud)]]);
    expect(teBezorgen(journaal.toestand)).toMatchObject([{ soort }]);
    expect(journaal.regels.map(({ gebeurtenis }) => gebeurtenis)).toContainEqual({
      soort: 'feitenOpnieuwGestuurd',
      onderwerp,
      reden: 'DUO heeft iets anders.',
    });
    expect(mijlpalenVan(journaal.toestand).pipBezorgd).toBe(bezorgdNr);
    expect(journaal.geef(opnieuw(onderwerp), omgeving(OP))).toMatchObject({
      code: 'BERICHT_ONDERWEG',
    });
  });

  it('stuurt van de contactpersoon de gegevens en de koppeling', () => {
    const journaal = speelTotEnMet('rondMapAf');
    const wijsAan: Opdracht = {
      soort: 'wijsContactpersoonAan',
      naam: 'Contact Voorbeeld',
      email: 'inburgering@gemeente.example',
      telefoonnummer: '030-1234567',
      contactpersoonId: 42,
    };
    expect(journaal.geef(wijsAan, omgeving(OP))).toBeNull();
    bezorg(journaal, OP);
    expect(journaal.geef(opnieuw('contactpersoon'), omgeving(OP))).toBeNull();
    expect(laatste(journaal, 2)).toEqual([
      ['CONTACTPERSOON_WIJZIGEN', expect.objectContaining({ contactpersoonId: 42 })],
      ['CONTACTPERSOON_KOPPELEN', { contactpersoonId: 42 }],
    ]);
  });

  it('trekt bij DUO alleen in wat hier is ingetrokken', () => {
    const journaal = speelTotEnMet('rondPvtAf');
    const trekIn: Opdracht = { soort: 'trekFeitIn', feit: 'pvtOndertekening', reden: 'Onjuist.' };
    expect(journaal.geef(opnieuw('map'), omgeving(OP))).toMatchObject({ code: 'NIETS_TE_STUREN' });
    expect(journaal.geef(trekIn, omgeving(OP))).toBeNull();
    bezorg(journaal, OP);
    expect(journaal.geef(opnieuw('pvt'), omgeving(OP))).toBeNull();
    expect(laatste(journaal)).toEqual([['PVT_DOORGEVEN', { datumOndertekeningPvt: null }]]);
  });

  it('trekt een ingetrokken PIP ook bij DUO nog eens in', () => {
    const journaal = speelTotEnMet('stelPipVast');
    const { op } = VERHAAL.find(({ opdracht }) => opdracht.soort === 'stelPipVast')!;
    const trekIn: Opdracht = { soort: 'trekFeitIn', feit: 'pip', reden: 'Verkeerde dag.' };
    expect(journaal.geef(trekIn, omgeving(op))).toBeNull();
    bezorg(journaal, op);
    expect(journaal.geef(opnieuw('pip'), omgeving(op))).toBeNull();
    expect(laatste(journaal)).toEqual([['PIP_INTREKKEN', { reden: 'DUO heeft iets anders.' }]]);
  });

  it('weigert wat DUO zou weigeren', () => {
    const journaal = speelTotEnMet('rondPvtAf');
    expect(
      journaal.geef(
        {
          soort: 'verwerkTermijn',
          gevraagdTijdstip: `${OP}T10:00:00.000Z`,
          termijn: { startOp: naarDatum('2027-03-04'), eindeOp: naarDatum('2030-03-03') },
        },
        omgeving(OP),
      ),
    ).toBeNull();
    expect(journaal.geef(opnieuw('pvt'), omgeving(OP))).toMatchObject({
      code: 'PVT_VOOR_TERMIJN',
    });
  });

  it('zegt van elk onderwerp waarover niets vaststaat dat er niets te sturen is', () => {
    const journaal = speelTotEnMet('nodigUitVoorIntake');
    for (const onderwerp of OPNIEUW_ONDERWERPEN) {
      expect(journaal.geef(opnieuw(onderwerp), omgeving('2026-12-01'))).toMatchObject({
        code: 'NIETS_TE_STUREN',
        veld: 'onderwerp',
      });
    }
  });
});
