// Real: the whole core. Nothing is faked. Hours besides those of the course: totals per vorm, each sent whole.
import { naarDatum } from '#domain/datum/datum.js';
import type { Omgeving } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { vouw } from '#domain/traject/pas-toe.js';
import { urenVerschillen } from '#domain/reconciliatie/eigen-bronnen.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { URENVORMEN, type Urenvorm } from './opdrachten.js';

const d = naarDatum;
const VERHAAL = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-0000000000c6');
const NU: Omgeving = omgevingOp('2027-07-01T11:00:00.000Z');

/** The story up to and including this step, on this route; DUO takes what is offered. */
function speelTotEnMet(soort: Opdracht['soort'], route: 'B' | 'Z' = 'Z'): Journaal {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === soort);
  for (const { op, opdracht } of VERHAAL.slice(0, tot + 1)) {
    const omgeving = omgevingOp(`${op}T11:00:00.000Z`);
    const {
      niveau: _niveau,
      intensiteitUren: _uren,
      ...rest
    } = opdracht as typeof opdracht & {
      niveau?: unknown;
      intensiteitUren?: unknown;
    };
    const gegeven =
      opdracht.soort === 'kiesLeerroute' && route === 'Z'
        ? ({ ...rest, leerroute: 'Z' } as Opdracht)
        : opdracht;
    expect(journaal.geef(gegeven, omgeving)).toBeNull();
    bezorg(journaal, omgeving);
  }
  return journaal;
}

function bezorg(journaal: Journaal, omgeving: Omgeving): void {
  for (const { meldingId } of teBezorgen(journaal.toestand)) {
    journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId: 'b' }, omgeving);
  }
}

const uren = (vorm: Urenvorm, totEnMet: string, aantal: number): Opdracht => ({
  soort: 'registreerOverigeUren',
  vorm,
  totEnMet: d(totEnMet),
  uren: aantal,
});
const berichten = ({ regels }: Journaal) =>
  regels.flatMap(({ gebeurtenis }) =>
    gebeurtenis.soort === 'berichtBesloten' &&
    gebeurtenis.bericht in { PARTICIPATIEACTIVITEITEN_DOORGEVEN: 1, BREDE_INTAKE_UREN_DOORGEVEN: 1 }
      ? [[gebeurtenis.bericht, gebeurtenis.inhoud]]
      : [],
  );

describe('uren participatieactiviteiten en taallessen in de brede intake', () => {
  it('gaan per vorm als heel totaal naar DUO, zonder delen van een uur', () => {
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(uren('participatieactiviteiten', '2027-05-31', 120.75), NU)).toBeNull();
    expect(journaal.geef(uren('taallessen-brede-intake', '2027-05-31', 40), NU)).toBeNull();
    expect(journaal.geef(uren('participatieactiviteiten', '2027-06-30', 160), NU)).toBeNull();

    expect(berichten(journaal)).toEqual([
      ['PARTICIPATIEACTIVITEITEN_DOORGEVEN', { uren: 120 }],
      ['BREDE_INTAKE_UREN_DOORGEVEN', { uren: 40 }],
      ['PARTICIPATIEACTIVITEITEN_DOORGEVEN', { uren: 160 }],
    ]);
    expect(journaal.toestand.overigeUren).toMatchObject({
      participatieactiviteiten: { uren: 160, totEnMet: '2027-06-30' },
      'taallessen-brede-intake': { uren: 40 },
    });
    expect(vouw(journaal.regels)).toEqual(journaal.toestand);
  });

  it('geven bij hetzelfde totaal geen nieuw bericht', () => {
    const journaal = speelTotEnMet('stelPipVast');
    journaal.geef(uren('taallessen-brede-intake', '2027-05-31', 40), NU);
    journaal.geef(uren('taallessen-brede-intake', '2027-05-31', 40), NU);
    expect(berichten(journaal)).toHaveLength(1);
  });

  it.each(URENVORMEN)('%s: een later totaal is niet lager, een verbeterd totaal wel', (vorm) => {
    const journaal = speelTotEnMet('stelPipVast');
    journaal.geef(uren(vorm, '2027-05-31', 40), NU);
    expect(journaal.geef(uren(vorm, '2027-06-30', 39), NU)).toMatchObject({
      code: 'UREN_LOPEN_TERUG',
      veld: 'uren',
    });
    expect(journaal.geef(uren(vorm, '2027-05-30', 50), NU)).toMatchObject({ veld: 'totEnMet' });
    expect(journaal.geef(uren(vorm, '2027-07-02', 50), NU)).toMatchObject({
      code: 'DATUM_IN_TOEKOMST',
    });
    expect(journaal.geef(uren(vorm, '2027-05-31', 39), NU)).toBeNull();
  });

  it('activiteiten tellen mee vanaf het PIP en alleen bij de zelfredzaamheidsroute, lessen in de brede intake eerder', () => {
    const zonderPip = speelTotEnMet('kiesLeerroute');
    expect(zonderPip.geef(uren('taallessen-brede-intake', '2027-05-31', 1), NU)).toBeNull();
    expect(zonderPip.geef(uren('participatieactiviteiten', '2027-05-31', 1), NU)).toMatchObject({
      code: 'PIP_NIET_VASTGESTELD',
    });
    const b1 = speelTotEnMet('stelPipVast', 'B');
    expect(b1.geef(uren('participatieactiviteiten', '2027-05-31', 1), NU)).toMatchObject({
      code: 'GEEN_ZROUTE',
    });
    expect(b1.geef(uren('taallessen-brede-intake', '2027-05-31', 1), NU)).toBeNull();
  });

  it('zijn meer uren dan DUO aanneemt niet', () => {
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(uren('participatieactiviteiten', '2027-05-31', 10_000), NU)).toMatchObject(
      { code: expect.stringContaining('UREN_BUITEN_BEREIK') as string },
    );
  });

  it.each(URENVORMEN)(
    '%s: een nieuwer totaal vervangt een melding die in het portaal wacht',
    (vorm) => {
      const journaal = speelTotEnMet('stelPipVast');
      const uit: Omgeving = {
        ...NU,
        instellingen: { ...NU.instellingen, duoApisUit: ['gevolgde-uren'] },
      };
      journaal.geef(uren(vorm, '2027-05-31', 10), uit);
      journaal.geef(uren(vorm, '2027-06-30', 20), uit);
      const taken = takenVan(journaal.toestand).filter(
        ({ soort }) => soort === 'in-portaal-melden',
      );
      expect(taken).toHaveLength(1);
    },
  );

  it('zijn nog eens te sturen, en met DUO te vergelijken', () => {
    const journaal = speelTotEnMet('stelPipVast');
    const opnieuw = {
      soort: 'stuurOpnieuw',
      onderwerp: 'participatieactiviteiten',
      reden: 'DUO heeft iets anders.',
    } as const;
    expect(journaal.geef(opnieuw, NU)).toMatchObject({ code: 'NIETS_TE_STUREN' });
    journaal.geef(uren('participatieactiviteiten', '2027-05-31', 120.5), NU);
    const bijDuo = (aantal: number) => [
      { gemeentecode: '0001', participatieactiviteitenBredeIntake: { uren: aantal } },
    ];
    expect(urenVerschillen(journaal.toestand, bijDuo(7), '0001')).toEqual([]);
    bezorg(journaal, NU);
    expect(urenVerschillen(journaal.toestand, bijDuo(120), '0001')).toEqual([]);
    expect(urenVerschillen(journaal.toestand, bijDuo(7), '0001')).toEqual([
      {
        bron: 'uren',
        veld: 'participatieactiviteiten',
        ons: '120',
        duo: '7',
        actie: 'opnieuw-aanleveren',
      },
    ]);
    expect(journaal.geef(opnieuw, NU)).toBeNull();
    expect(berichten(journaal)).toHaveLength(2);
  });
});
