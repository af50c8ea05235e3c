/** Real: the whole core with the shipped table, calendar and settings. Nothing is faked. */
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { naarDatum } from '../datum/datum.js';
import { doorrekening } from '../traject/doorrekening.js';
import type { Opdracht } from '../traject/opdracht.js';

const D = naarDatum;
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000006';

function totEnMet(verhaal: readonly Stap[], soort: Opdracht['soort']): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaal) {
    journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
    if (opdracht.soort === soort) break;
  }
  return journaal;
}

const brp = (op: string): Opdracht => ({
  soort: 'corrigeerFeit',
  feit: 'brpInschrijving',
  reden: 'De BRP noemt een andere dag.',
  opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: D(op) },
});

describe('een feit corrigeren', () => {
  it('verplaatst de tien weken in een keer en noemt de oude en de nieuwe dag van het feit', () => {
    const journaal = totEnMet(verhaalAsiel(ID), 'nodigUitVoorIntake');
    const voor = journaal.toestand;
    const { op } = voor.brpInschrijving!;
    const eerder = journaal.regels.length;

    expect(journaal.geef(brp('2026-09-10'), omgevingOp('2026-10-05T09:00:00.000Z'))).toBeNull();

    const nieuw = journaal.regels.slice(eerder).map(({ gebeurtenis }) => gebeurtenis);
    expect(nieuw.map(({ soort }) => soort)).toEqual([
      'feitIngetrokken',
      'brpInschrijvingVastgelegd',
      'termijnVerplaatst',
    ]);
    const [verplaatst] = doorrekening(voor, journaal.toestand);
    expect(verplaatst).toMatchObject({
      sleutel: 'PIP_VASTSTELLEN',
      uitkomst: 'verplaatst',
      oud: '2026-11-23',
      nieuw: '2026-11-19',
      dagen: -4,
      oorzaken: [
        expect.stringMatching(/^De dag van inschrijving in de BRP was .* en is donderdag/),
      ],
    });
    expect(nieuw.at(-1)).toMatchObject({ oorzaken: verplaatst?.oorzaken });

    expect(journaal.geef(brp(op), omgevingOp('2026-10-06T09:00:00.000Z'))).toBeNull();
    expect(doorrekening(voor, journaal.toestand)).toEqual([]);
  });

  it('doet niets als het nieuwe feit geweigerd wordt', () => {
    const journaal = totEnMet(verhaalAsiel(ID), 'nodigUitVoorIntake');
    const voor = journaal.toestand;
    expect(journaal.geef(brp('2199-01-01'), omgevingOp('2026-10-05T09:00:00.000Z'))).toMatchObject({
      code: 'DATUM_IN_TOEKOMST',
    });
    expect(journaal.toestand.brpInschrijving).toEqual(voor.brpInschrijving);
  });

  it('weigert een opdracht die een ander feit vastlegt, en een feit dat er niet is', () => {
    const journaal = totEnMet(verhaalGezin(ID), 'verwerkPlicht');
    const nu = omgevingOp('2026-10-05T09:00:00.000Z');
    expect(journaal.geef(brp('2026-09-10'), nu)).toMatchObject({ code: 'NIETS_IN_TE_TREKKEN' });
    const ander: Opdracht = {
      soort: 'corrigeerFeit',
      feit: 'intake',
      reden: 'Anders.',
      opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: D('2026-09-10') },
    };
    expect(journaal.geef(ander, nu)).toMatchObject({ code: 'OPDRACHT_HOORT_NIET_BIJ_FEIT' });
  });
});

describe('een PIP intrekken', () => {
  const nu = omgevingOp('2027-02-01T09:00:00.000Z');
  const trekIn = (uitkomst?: Opdracht['soort']) => {
    const journaal = totEnMet(verhaalGezin(ID), 'stelPipVast');
    const [meldingId = ''] = Object.keys(journaal.toestand.berichten);
    const gemeld: Partial<Record<Opdracht['soort'], Opdracht>> = {
      meldBezorgd: { soort: 'meldBezorgd', meldingId, berichtId: ID },
      meldNietBezorgd: { soort: 'meldNietBezorgd', meldingId, oorzaak: 'storing:time-out' },
      meldGeweigerd: { soort: 'meldGeweigerd', meldingId, foutteksten: ['Nee.'] },
    };
    const melding = uitkomst === undefined ? undefined : gemeld[uitkomst];
    if (melding !== undefined) expect(journaal.geef(melding, nu)).toBeNull();
    const intrekking: Opdracht = { soort: 'trekFeitIn', feit: 'pip', reden: 'Verkeerde dag.' };
    expect(journaal.geef(intrekking, nu)).toBeNull();
    return Object.values(journaal.toestand.berichten).map(({ soort, status }) => [soort, status]);
  };

  it.each([
    ['onderweg is', undefined, 'vervallen'],
    ['aankwam', 'meldBezorgd', 'bezorgd'],
    ['misschien aankwam', 'meldNietBezorgd', 'vervallen'],
  ] as const)('zegt het DUO als het bericht %s', (_, uitkomst, status) => {
    expect(trekIn(uitkomst)).toEqual([
      ['PIP_AANLEVEREN', status],
      ['PIP_INTREKKEN', 'open'],
    ]);
  });

  it('zegt DUO niets over een PIP dat DUO weigerde', () => {
    expect(trekIn('meldGeweigerd')).toEqual([['PIP_AANLEVEREN', 'vervallen']]);
  });
});
