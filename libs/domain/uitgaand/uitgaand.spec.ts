// Real: the whole core with the shipped table and calendar, folded as the door does. Nothing is faked; there is no I/O.
import { omgevingOp as standaard, Journaal } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { naarDatum, plusDagen } from '../datum/datum.js';
import type { Omgeving } from '../traject/kern.js';
import type { Opdracht } from '../traject/opdracht.js';
import { takenVan, teBezorgen } from '../traject/overzicht.js';
import type { AttenderingBesloten, AttenderingInstellingen } from './attendering.js';

const ID = '0d6f2a8e-2f57-4a0c-9a0a-0000000000a1';
const ALLES: AttenderingInstellingen = {
  kanalen: {
    'termijn-geescaleerd': ['webhook', 'mail'],
    'bericht-niet-aangenomen': ['webhook', 'mail'],
  },
  linkBasis: 'https://zaken.gemeente.example/trajecten/',
};

const op =
  (attenderingen?: AttenderingInstellingen) =>
  (dag: string): Omgeving => {
    const omgeving = standaard(`${dag}T09:00:00.000Z`);
    return attenderingen === undefined
      ? omgeving
      : { ...omgeving, instellingen: { ...omgeving.instellingen, attenderingen } };
  };

/** The story up to and including this opdracht; DUO takes no message by itself. */
function totEnMet(soort: Opdracht['soort'], omgeving: (dag: string) => Omgeving): Journaal {
  const journaal = new Journaal();
  for (const stap of verhaalGezin(ID)) {
    expect(journaal.geef(stap.opdracht, omgeving(stap.op))).toBeNull();
    if (stap.opdracht.soort === soort) return journaal;
  }
  throw new Error(`Het verhaal kent ${soort} niet.`);
}

const besloten = (journaal: Journaal): AttenderingBesloten[] =>
  journaal.regels.flatMap(({ gebeurtenis }) =>
    gebeurtenis.soort === 'attenderingBesloten' ? [gebeurtenis] : [],
  );

const pipTermijn = (journaal: Journaal) => journaal.toestand.termijnen['PIP_VASTSTELLEN']!;

/** A journey whose ten weeks for the PIP went by; the day on which that showed. */
function verstreken(attenderingen?: AttenderingInstellingen) {
  const omgeving = op(attenderingen);
  const journaal = totEnMet('verwerkPlicht', omgeving);
  const dag = plusDagen(pipTermijn(journaal).uiterlijkOp, 1);
  journaal.laatTijdVerstrijken(omgeving(dag));
  return { journaal, dag, nu: omgeving(dag) };
}

/** A journey with a message that DUO refused, or that was given up. */
function nietAangenomen(
  attenderingen: AttenderingInstellingen,
  uitkomst: 'geweigerd' | 'opgegeven',
) {
  const omgeving = op(attenderingen);
  const journaal = totEnMet('stelPipVast', omgeving);
  const nu = omgeving('2027-01-04');
  const { meldingId } = teBezorgen(journaal.toestand)[0]!;
  const melding: Opdracht =
    uitkomst === 'geweigerd'
      ? { soort: 'meldGeweigerd', meldingId, foutteksten: ['Testpersoon Gezin is onbekend.'] }
      : { soort: 'meldNietBezorgd', meldingId, oorzaak: 'tijd-op' };
  expect(journaal.geef(melding, nu)).toBeNull();
  return { journaal, nu };
}

describe('een gemeente die niets heeft gekozen', () => {
  it('wordt van niets op de hoogte gebracht', () => {
    const { journaal } = verstreken();
    expect(takenVan(journaal.toestand).map(({ soort }) => soort)).toContain('escalatie-behandelen');
    expect(besloten(journaal)).toEqual([]);
    expect(teBezorgen(journaal.toestand)).toEqual([]);
  });
});

describe('een termijn die escaleert', () => {
  it('geeft op hetzelfde moment één attendering per gekozen kanaal, met soort, termijn, dag en link', () => {
    const { journaal, dag } = verstreken(ALLES);
    const gevallen = besloten(journaal);
    const escalatie = journaal.toestand.escalaties['PIP_VASTSTELLEN']!;
    expect(gevallen).toEqual(
      (['webhook', 'mail'] as const).map((kanaal) => ({
        soort: 'attenderingBesloten',
        meldingId: `${escalatie.nr}-termijn-geescaleerd-${kanaal}`,
        baan: `attendering-${kanaal}`,
        inhoud: {
          kanaal,
          aanleiding: 'termijn-geescaleerd',
          taak: 'escalatie-behandelen',
          termijn: 'PIP_VASTSTELLEN',
          uiterlijkOp: plusDagen(naarDatum(dag), -1),
          link: `https://zaken.gemeente.example/trajecten/${ID}`,
          proef: false,
        },
      })),
    );
    const groep = journaal.groepen.at(-1)!.regels.map(({ gebeurtenis }) => gebeurtenis.soort);
    expect(groep).toEqual(expect.arrayContaining(['termijnSignaal', 'attenderingBesloten']));
  });

  it('wordt één keer gemeld, hoe vaak er ook gekeken wordt', () => {
    const { journaal, dag } = verstreken(ALLES);
    for (let later = 0; later < 10; later += 1) {
      journaal.laatTijdVerstrijken(op(ALLES)(plusDagen(naarDatum(dag), later)));
    }
    expect(besloten(journaal)).toHaveLength(2);
  });

  it('die door een correctie te vroeg bleek en later weer escaleert, wordt opnieuw gemeld', () => {
    const { journaal, dag, nu } = verstreken(ALLES);
    const later = plusDagen(naarDatum(dag), 30);
    const plicht = (kennisgevingOp: string, omgeving: Omgeving) =>
      journaal.geef(
        {
          soort: 'verwerkPlicht',
          gevraagdTijdstip: omgeving.tijdstip,
          feiten: {
            plichtig: true,
            beginOp: naarDatum(kennisgevingOp),
            eindeOp: null,
            kennisgevingOp: naarDatum(kennisgevingOp),
            redenGeenPlicht: null,
          },
        },
        omgeving,
      );
    const { kennisgevingOp } = journaal.toestand.plicht!;
    expect(plicht(plusDagen(kennisgevingOp, 28), nu)).toBeNull();
    expect(journaal.toestand.escalaties).toEqual({});
    journaal.laatTijdVerstrijken(op(ALLES)(later));
    const ids = besloten(journaal).map(({ meldingId }) => meldingId);
    expect(new Set(ids).size).toBe(4);
  });

  it('gaat alleen over wat de gemeente koos, en zonder link als het adres niet met https begint', () => {
    const { journaal } = verstreken({
      kanalen: { 'termijn-geescaleerd': ['mail'] },
      linkBasis: 'http://zaken.gemeente.example/',
    });
    expect(besloten(journaal).map(({ inhoud }) => [inhoud.kanaal, inhoud.link])).toEqual([
      ['mail', null],
    ]);
    expect(
      besloten(verstreken({ kanalen: { 'bericht-niet-aangenomen': ['mail'] } }).journaal),
    ).toEqual([]);
  });
});

describe('een bericht dat DUO niet aannam', () => {
  it.each(['geweigerd', 'opgegeven'] as const)('wordt gemeld als het is %s', (uitkomst) => {
    const { journaal } = nietAangenomen(ALLES, uitkomst);
    expect(besloten(journaal).map(({ inhoud }) => inhoud)).toEqual([
      expect.objectContaining({
        kanaal: 'webhook',
        aanleiding: 'bericht-niet-aangenomen',
        taak: 'bericht-herstellen',
        termijn: null,
        uiterlijkOp: null,
      }),
      expect.objectContaining({ kanaal: 'mail', aanleiding: 'bericht-niet-aangenomen' }),
    ]);
  });

  it('vertelt niets over de persoon, ook niet wat DUO over die persoon zei', () => {
    const tekst = JSON.stringify(besloten(nietAangenomen(ALLES, 'geweigerd').journaal));
    for (const gegeven of ['999990342', '2234567890', 'Testpersoon', '1990-11-12', 'onbekend']) {
      expect(tekst).not.toContain(gegeven);
    }
  });
});

describe('een attendering die niet aankomt', () => {
  const gestrand = () => {
    const geval = verstreken({ kanalen: { 'termijn-geescaleerd': ['webhook'] } });
    const [{ meldingId }] = besloten(geval.journaal) as [AttenderingBesloten];
    const opgegeven: Opdracht = {
      soort: 'meldNietBezorgd',
      meldingId,
      oorzaak: 'storing:http:503',
    };
    expect(geval.journaal.geef(opgegeven, geval.nu)).toBeNull();
    return { ...geval, meldingId };
  };
  const taken = (journaal: Journaal) =>
    takenVan(journaal.toestand).filter(({ soort }) => /^(attendering|bericht)-/.test(soort));

  it('wordt een taak van de coordinator, en geeft zelf geen attendering', () => {
    const { journaal, meldingId } = gestrand();
    expect(taken(journaal)).toEqual([
      expect.objectContaining({
        soort: 'attendering-nakijken',
        rol: 'coordinator',
        onderwerp: meldingId,
        uitkomsten: ['biedOpnieuwAan', 'meldHandmatigGedaan'],
      }),
    ]);
    expect(besloten(journaal)).toHaveLength(1);
  });

  it('gaat onder hetzelfde nummer opnieuw als een mens dat wil', () => {
    const { journaal, meldingId, nu } = gestrand();
    expect(journaal.geef({ soort: 'biedOpnieuwAan', meldingId }, nu)).toBeNull();
    expect(teBezorgen(journaal.toestand)).toEqual([
      { meldingId, soort: 'ATTENDERING', baan: 'attendering-webhook' },
    ]);
    expect(taken(journaal)).toEqual([]);
  });

  it('is af als een mens het zelf heeft doorgegeven', () => {
    const { journaal, meldingId, nu } = gestrand();
    const gedaan: Opdracht = {
      soort: 'meldHandmatigGedaan',
      meldingId,
      gedaanOp: nu.vandaag,
      bewijs: 'Gebeld.',
    };
    expect(journaal.geef(gedaan, nu)).toBeNull();
    expect([taken(journaal), teBezorgen(journaal.toestand)]).toEqual([[], []]);
  });
});

describe('een traject dat sluit', () => {
  it('wacht niet op een attendering: die vervalt', () => {
    const omgeving = op({ kanalen: { 'bericht-niet-aangenomen': ['webhook'] } });
    const journaal = new Journaal();
    for (const stap of verhaalGezin(ID)) {
      const nu = omgeving(stap.op);
      expect(journaal.geef(stap.opdracht, nu)).toBeNull();
      for (const { meldingId, soort } of teBezorgen(journaal.toestand)) {
        if (soort === 'ATTENDERING') continue;
        const geweigerd: Opdracht = { soort: 'meldGeweigerd', meldingId, foutteksten: ['Nee.'] };
        const bezorgd: Opdracht = { soort: 'meldBezorgd', meldingId, berichtId: ID };
        expect(journaal.geef(soort === 'UREN_DOORGEVEN' ? geweigerd : bezorgd, nu)).toBeNull();
      }
    }
    expect(journaal.toestand.status).toBe('gesloten');
    const [{ meldingId }] = besloten(journaal) as [AttenderingBesloten];
    expect(journaal.toestand.berichten[meldingId]?.status).toBe('vervallen');
    expect(teBezorgen(journaal.toestand)).toEqual([]);
  });
});
