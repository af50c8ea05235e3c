// Real: the whole core. Nothing is faked. What DUO tells that a person must look at.
import { naarDatum } from '#domain/datum/datum.js';
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import type { Omgeving } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { vouw } from '#domain/traject/pas-toe.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { SIGNALEN, type Signaal } from './signalen.js';

const VERHAAL = verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-0000000000c5');
const op = (dag: string): Omgeving => omgevingOp(`${dag}T11:00:00.000Z`);

/** The story up to and including the first step of this kind, with the day on which it then is. */
function speelTotEnMet(soort: Opdracht['soort']): { journaal: Journaal; nu: Omgeving } {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === soort);
  let nu = op(VERHAAL[0]!.op);
  for (const stap of VERHAAL.slice(0, tot + 1)) {
    nu = op(stap.op);
    expect(journaal.geef(stap.opdracht, nu)).toBeNull();
    for (const { meldingId } of teBezorgen(journaal.toestand)) {
      expect(journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId: 'b' }, nu)).toBeNull();
    }
  }
  return { journaal, nu };
}

const signaal = (gebeurtenisId: Signaal, gemeldTijdstip = '2026-09-01T08:00:00.000Z') =>
  ({ soort: 'verwerkDuoSignaal', gebeurtenisId, gemeldTijdstip }) as const;
const bekijk = (gebeurtenisId: Signaal) =>
  ({ soort: 'bekijkSignaal', gebeurtenisId, uitkomst: 'geen-actie-nodig' }) as const;
const taken = ({ toestand }: Journaal) =>
  takenVan(toestand)
    .filter(({ soort }) => soort === 'signaal-bekijken' || soort === 'advies-ontheffing-geven')
    .map(({ sleutel, onderwerp }) => ({ sleutel, onderwerp }));
const onderwerpen = (journaal: Journaal) => taken(journaal).map(({ onderwerp }) => onderwerp);

describe('een signaal van DUO', () => {
  it.each(SIGNALEN)('%s staat in de tabel van gebeurtenissen', (id) => {
    expect(DUO_GEBEURTENISSEN.map((gebeurtenis) => gebeurtenis.id)).toContain(id);
  });

  it.each(SIGNALEN)('%s geeft één taak, ook als DUO het nog eens meldt', (id) => {
    const { journaal, nu } = speelTotEnMet('legIntakeVast');
    expect(taken(journaal)).toEqual([]);

    expect(journaal.geef(signaal(id), nu)).toBeNull();
    const [taak] = taken(journaal);
    expect(taak).toMatchObject({ onderwerp: id });
    const regels = journaal.regels.length;
    expect(journaal.geef(signaal(id), nu)).toBeNull();
    expect(journaal.regels).toHaveLength(regels);
    expect(journaal.geef(signaal(id, '2026-09-02T08:00:00.000Z'), nu)).toBeNull();
    expect(taken(journaal)).toEqual([taak]);
  });

  it.each(SIGNALEN)('%s is af als iemand het bekeek, tot DUO het opnieuw meldt', (id) => {
    const { journaal, nu } = speelTotEnMet('legIntakeVast');
    journaal.geef(signaal(id), nu);

    expect(journaal.geef({ ...bekijk(id), toelichting: 'Besproken.' }, nu)).toBeNull();
    expect(taken(journaal)).toEqual([]);
    expect(journaal.regels.at(-1)?.gebeurtenis).toMatchObject({ toelichting: 'Besproken.' });
    expect(journaal.geef(bekijk(id), nu)).toMatchObject({ code: 'SIGNAAL_NIET_OPEN' });
    journaal.geef(signaal(id), nu);
    expect(taken(journaal)).toEqual([]);
    journaal.geef(signaal(id, '2026-10-01T08:00:00.000Z'), nu);
    expect(onderwerpen(journaal)).toEqual([id]);
    expect(vouw(journaal.regels)).toEqual(journaal.toestand);
  });

  it('verandert aan termijnen en andere taken niets', () => {
    const { journaal, nu } = speelTotEnMet('legIntakeVast');
    const { termijnen } = journaal.toestand;
    const voor = takenVan(journaal.toestand);
    for (const id of SIGNALEN) journaal.geef(signaal(id), nu);
    expect(journaal.toestand.termijnen).toEqual(termijnen);
    expect(takenVan(journaal.toestand)).toEqual(expect.arrayContaining([...voor]));
    expect(taken(journaal)).toHaveLength(SIGNALEN.length);
  });

  it('vraagt niemand iets als het dossier het tegendeel zegt', () => {
    const { journaal, nu } = speelTotEnMet('doeAanbod');
    for (const id of ['SS127', 'SS132', 'SS135'] as const) journaal.geef(signaal(id), nu);
    expect(taken(journaal)).toEqual([]);
    expect(
      journaal.regels.filter(({ gebeurtenis }) => gebeurtenis.soort === 'duoSignaalOntvangen'),
    ).toHaveLength(3);
    journaal.geef(signaal('SS136'), nu);
    expect(onderwerpen(journaal)).toEqual(['SS136']);
  });

  it('SS127 is beantwoord met het aanbod, en opnieuw een vraag als dat wordt ingetrokken', () => {
    const { journaal } = speelTotEnMet('stelPipVast');
    const stap = VERHAAL.find(({ opdracht }) => opdracht.soort === 'doeAanbod')!;
    const nu = op(stap.op);
    journaal.geef(signaal('SS127'), nu);
    const [eerste] = taken(journaal);
    expect(journaal.geef(stap.opdracht, nu)).toBeNull();
    expect(taken(journaal)).toEqual([]);
    const weg = { soort: 'trekFeitIn', feit: 'aanbod', reden: 'Verkeerde school.' } as const;
    expect(journaal.geef(weg, nu)).toBeNull();
    expect(taken(journaal)).toEqual([
      { onderwerp: 'SS127', sleutel: expect.any(String) as string },
    ]);
    expect(taken(journaal)).not.toEqual([eerste]);
  });

  it('SS140 is beantwoord met het advies, en opnieuw een vraag als dat wordt ingetrokken', () => {
    const { journaal, nu } = speelTotEnMet('stelPipVast');
    const advies = {
      soort: 'legPortaalmeldingVast',
      melding: 'ADVIES_ONTHEFFING',
      op: naarDatum(nu.vandaag),
    } as const;
    // An earlier advies answers an earlier question.
    journaal.geef(advies, nu);
    journaal.geef(signaal('SS140'), nu);
    const [taak] = taken(journaal);
    expect(taak).toMatchObject({ onderwerp: 'SS140' });

    expect(journaal.geef(advies, nu)).toBeNull();
    expect(taken(journaal)).toEqual([]);
    const meldingId = Object.keys(journaal.toestand.berichten).at(-1)!;
    const weg = { soort: 'trekPortaalmeldingIn', meldingId, reden: 'Vergissing.' } as const;
    expect(journaal.geef(weg, nu)).toBeNull();
    expect(onderwerpen(journaal)).toEqual(['SS140']);
    expect(taken(journaal)).not.toEqual([taak]);
  });

  it('wacht op niemand zolang er geen plicht meer is', () => {
    const { journaal, nu } = speelTotEnMet('legIntakeVast');
    journaal.geef(signaal('SS142'), nu);
    const plicht = {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: nu.tijdstip,
      feiten: {
        plichtig: false,
        beginOp: naarDatum('2026-05-04'),
        eindeOp: nu.vandaag,
        kennisgevingOp: naarDatum('2026-05-04'),
        redenGeenPlicht: 'Overlijden',
      },
    } as const;
    expect(journaal.geef(plicht, nu)).toBeNull();
    expect(taken(journaal)).toEqual([]);
    expect(journaal.geef(bekijk('SS142'), nu)).toMatchObject({ code: 'SIGNAAL_NIET_OPEN' });
  });
});
