// Real: the whole core. Nothing is faked. What a gemeente tells DUO by hand: because an API is off, or because there
// is none.
import { naarDatum } from '#domain/datum/datum.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { Omgeving } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { mijlpalenVan, takenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { vouw } from '#domain/traject/pas-toe.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { apiVan, PORTAALSOORTEN, type BerichtApi } from './soorten.js';

const d = naarDatum;
const VERHAAL = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-0000000000b1');

const omgeving = (op: string, uit: readonly BerichtApi[] = []): Omgeving => ({
  ...omgevingOp(`${op}T11:00:00.000Z`),
  instellingen: { ...STANDAARD_INSTELLINGEN, ...(uit.length === 0 ? {} : { duoApisUit: uit }) },
});

/** The story up to and including the first step of this kind; DUO takes what is offered. */
function speelTotEnMet(soort: Opdracht['soort'], uit: readonly BerichtApi[] = []): Journaal {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === soort);
  for (const { op, opdracht } of VERHAAL.slice(0, tot + 1)) {
    expect(journaal.geef(opdracht, omgeving(op, uit))).toBeNull();
    for (const { meldingId } of teBezorgen(journaal.toestand)) {
      const bezorgd = { soort: 'meldBezorgd', meldingId, berichtId: 'b' } as const;
      expect(journaal.geef(bezorgd, omgeving(op, uit))).toBeNull();
    }
  }
  return journaal;
}

const portaaltaken = ({ toestand }: Journaal) =>
  takenVan(toestand).filter(({ soort }) => soort === 'in-portaal-melden');
const standen = ({ toestand }: Journaal, baan: string) =>
  Object.values(toestand.berichten)
    .filter((bericht) => bericht.baan === baan)
    .map(({ status }) => status);
const uren = (totEnMet: string, urenNt2: number): Opdracht => ({
  soort: 'registreerCursusuren',
  totEnMet: d(totEnMet),
  urenNt2,
  urenKnm: 0,
  bron: 'invoer',
});

describe('een API van DUO die voor de gemeente uit staat', () => {
  it('krijgt geen bericht: een mens doet het in het Portal Inburgering, met dag en bewijs', () => {
    const journaal = speelTotEnMet('stelPipVast', ['pip']);
    expect(teBezorgen(journaal.toestand)).toEqual([]);
    expect(standen(journaal, 'pip')).toEqual(['handmatig-te-doen']);
    const [taak, ...meer] = portaaltaken(journaal);
    expect(meer).toEqual([]);
    expect(taak).toMatchObject({ rol: 'regievoerder' });
    expect(taak?.uitkomsten).toEqual(
      expect.arrayContaining(['meldHandmatigGedaan', 'biedOpnieuwAan']),
    );
    expect(mijlpalenVan(journaal.toestand).pipBezorgd).toBeUndefined();

    const klaar = {
      soort: 'meldHandmatigGedaan',
      meldingId: taak?.onderwerp ?? '',
      bewijs: 'Ontvangstbevestiging 12.',
    } as const;
    expect(
      journaal.geef({ ...klaar, gedaanOp: d('2026-12-02') }, omgeving('2026-12-01', ['pip'])),
    ).toMatchObject({ code: 'DATUM_IN_TOEKOMST', veld: 'gedaanOp' });
    expect(
      journaal.geef({ ...klaar, gedaanOp: d('2026-12-01') }, omgeving('2026-12-01', ['pip'])),
    ).toBeNull();
    expect(journaal.regels.map(({ gebeurtenis }) => gebeurtenis)).toContainEqual({
      ...klaar,
      soort: 'berichtHandmatigGedaan',
      gedaanOp: '2026-12-01',
    });
    expect(portaaltaken(journaal)).toEqual([]);
    expect(mijlpalenVan(journaal.toestand).pipBezorgd).toBeDefined();
    expect(vouw(journaal.regels)).toEqual(journaal.toestand);
  });

  it('krijgt het bericht alsnog als iemand het aanbiedt nadat zij aan is gezet, en eerder niet', () => {
    const journaal = speelTotEnMet('stelPipVast', ['pip']);
    const meldingId = portaaltaken(journaal)[0]?.onderwerp ?? '';
    const bied: Opdracht = { soort: 'biedOpnieuwAan', meldingId };
    expect(journaal.geef(bied, omgeving('2026-12-01', ['pip']))).toMatchObject({
      code: 'DUO_API_UIT',
    });
    expect(journaal.geef(bied, omgeving('2026-12-01'))).toBeNull();
    expect(teBezorgen(journaal.toestand)).toMatchObject([{ meldingId, soort: 'PIP_AANLEVEREN' }]);
    expect(portaaltaken(journaal)).toEqual([]);
  });

  it('houdt de andere API’s niet op', () => {
    const journaal = speelTotEnMet('stelPipVast', ['gevolgde-uren', 'map-pvt-zroute']);
    expect(standen(journaal, 'pip')).toEqual(['bezorgd']);
  });

  it('vraagt van een stand die geheel wordt doorgegeven alleen de laatste met de hand', () => {
    const uit = ['gevolgde-uren'] as const;
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(uren('2026-12-31', 20), omgeving('2027-01-04', uit))).toBeNull();
    expect(journaal.geef(uren('2027-01-31', 44), omgeving('2027-02-01', uit))).toBeNull();
    expect(standen(journaal, 'uren')).toEqual(['vervallen', 'handmatig-te-doen']);
    // Back on: what is sent now also says what nobody entered.
    expect(journaal.geef(uren('2027-02-28', 60), omgeving('2027-03-01'))).toBeNull();
    expect(standen(journaal, 'uren')).toEqual(['vervallen', 'vervallen', 'open']);
    expect(portaaltaken(journaal)).toEqual([]);
  });

  it('laat een ouder bericht van dezelfde stand vervallen dat nog onderweg was', () => {
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(uren('2026-12-31', 20), omgeving('2027-01-04'))).toBeNull();
    expect(
      journaal.geef(uren('2027-01-31', 44), omgeving('2027-02-01', ['gevolgde-uren'])),
    ).toBeNull();
    expect(standen(journaal, 'uren')).toEqual(['vervallen', 'handmatig-te-doen']);
  });

  it('houdt wat een mens nog moet doen niet vast als het feit is ingetrokken', () => {
    const journaal = speelTotEnMet('stelPipVast', ['pip']);
    const weg: Opdracht = { soort: 'trekFeitIn', feit: 'pip', reden: 'Verkeerde dag.' };
    expect(journaal.geef(weg, omgeving('2026-12-01', ['pip']))).toBeNull();
    expect(standen(journaal, 'pip')).toEqual(['vervallen']);
    expect(portaaltaken(journaal)).toEqual([]);
  });

  it('neemt over wat nog onderweg was als zij wordt uitgezet', () => {
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(uren('2026-12-31', 20), omgeving('2027-01-04'))).toBeNull();
    const [open] = teBezorgen(journaal.toestand);
    const uit: Opdracht = { soort: 'meldApiUit', meldingId: open?.meldingId ?? '' };
    expect(journaal.geef(uit, omgeving('2027-01-05'))).toBeNull();
    expect(standen(journaal, 'uren')).toEqual(['open']);
    expect(journaal.geef(uit, omgeving('2027-01-05', ['gevolgde-uren']))).toBeNull();
    expect(standen(journaal, 'uren')).toEqual(['handmatig-te-doen']);
    expect(portaaltaken(journaal)).toHaveLength(1);
  });

  it('vraagt na een overlijden niets meer', () => {
    const journaal = speelTotEnMet('stelPipVast', ['pip']);
    const overleden: Opdracht = {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: '2026-12-01T11:00:00.000Z',
      feiten: {
        plichtig: false,
        beginOp: null,
        eindeOp: d('2026-11-30'),
        kennisgevingOp: null,
        redenGeenPlicht: 'Overlijden',
      },
    };
    expect(journaal.geef(overleden, omgeving('2026-12-01', ['pip']))).toBeNull();
    expect(standen(journaal, 'pip')).toEqual(['vervallen']);
  });
});

describe('wat DUO moet weten en waarvoor het geen API heeft', () => {
  const meld = (
    anders: Partial<Extract<Opdracht, { soort: 'legPortaalmeldingVast' }>> = {},
  ): Opdracht => ({
    soort: 'legPortaalmeldingVast',
    melding: 'ADVIES_ONTHEFFING',
    op: d('2026-11-30'),
    ...anders,
  });

  it.each(PORTAALSOORTEN)(
    'opent voor %s een taak tot iemand het in het portaal deed',
    (melding) => {
      const journaal = speelTotEnMet('stelPipVast');
      const bedrag = melding === 'BOETE' ? { bedragEuro: 250 } : {};
      expect(apiVan(melding)).toBeNull();
      expect(journaal.geef(meld({ melding, ...bedrag }), omgeving('2026-12-01'))).toBeNull();
      expect(teBezorgen(journaal.toestand)).toEqual([]);
      const meldingId = portaaltaken(journaal)[0]?.onderwerp ?? '';
      expect(
        journaal.geef({ soort: 'biedOpnieuwAan', meldingId }, omgeving('2026-12-01')),
      ).toMatchObject({ code: 'BERICHT_ZONDER_API' });
      const gedaan: Opdracht = {
        soort: 'meldHandmatigGedaan',
        meldingId,
        gedaanOp: d('2026-12-01'),
        bewijs: 'Schermafdruk in het dossier.',
      };
      expect(journaal.geef(gedaan, omgeving('2026-12-01'))).toBeNull();
      expect(standen(journaal, 'portaal')).toEqual(['handmatig']);
      expect(portaaltaken(journaal)).toEqual([]);
    },
  );

  it('vraagt bij een boete het bedrag, en bij niets anders', () => {
    const journaal = speelTotEnMet('stelPipVast');
    for (const een of [meld({ melding: 'BOETE' }), meld({ bedragEuro: 250 })]) {
      expect(journaal.geef(een, omgeving('2026-12-01'))).toMatchObject({
        code: 'BEDRAG_HOORT_BIJ_BOETE',
        veld: 'bedragEuro',
        artikel: { artikel: '22' },
      });
    }
  });

  it('ligt niet in de toekomst', () => {
    const journaal = speelTotEnMet('stelPipVast');
    expect(journaal.geef(meld({ op: d('2026-12-02') }), omgeving('2026-12-01'))).toMatchObject({
      code: 'DATUM_IN_TOEKOMST',
      veld: 'op',
    });
  });

  it('is in te trekken zolang niemand het deed; een bericht over een feit niet', () => {
    const journaal = speelTotEnMet('stelPipVast', ['pip']);
    const trekIn = (meldingId: string): Opdracht => ({
      soort: 'trekPortaalmeldingIn',
      meldingId,
      reden: 'Verkeerd dossier.',
    });
    const vanPip = portaaltaken(journaal)[0]?.onderwerp ?? '';
    expect(journaal.geef(trekIn(vanPip), omgeving('2026-12-01'))).toMatchObject({
      code: 'GEEN_PORTAALMELDING',
    });
    expect(journaal.geef(meld(), omgeving('2026-12-01'))).toBeNull();
    const meldingId = portaaltaken(journaal).at(-1)?.onderwerp ?? '';
    expect(journaal.geef(trekIn(meldingId), omgeving('2026-12-01'))).toBeNull();
    expect(standen(journaal, 'portaal')).toEqual(['vervallen']);
    expect(journaal.geef(trekIn(meldingId), omgeving('2026-12-01'))).toMatchObject({
      code: 'BERICHT_AFGEHANDELD',
    });
  });

  it('houdt het sluiten van het traject tegen', () => {
    const journaal = speelTotEnMet('voerEindgesprek');
    const { op } = VERHAAL.at(-1)!;
    expect(journaal.geef(meld(), omgeving(op))).toBeNull();
    expect(journaal.geef(VERHAAL.at(-1)!.opdracht, omgeving(op))).toMatchObject({
      code: 'BERICHTEN_ONDERWEG',
    });
  });
});
