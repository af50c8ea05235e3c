// Real: the whole core. Nothing is faked. Whom the chain can ask: named here, made known at DUO, then linked.
import { naarDatum } from '#domain/datum/datum.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { vouw } from '#domain/traject/pas-toe.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';

const [OPENING] = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-0000000000b2');
const omgeving = omgevingOp('2026-12-01T11:00:00.000Z');
const wijsAan = (
  anders: Partial<Extract<Opdracht, { soort: 'wijsContactpersoonAan' }>> = {},
): Opdracht => ({
  soort: 'wijsContactpersoonAan',
  naam: 'Contact Voorbeeld',
  email: 'inburgering@gemeente.example',
  telefoonnummer: '030-1234567',
  ...anders,
});
const TREK_IN: Opdracht = { soort: 'trekFeitIn', feit: 'contactpersoon', reden: 'Uit dienst.' };

class Dossier {
  readonly journaal = new Journaal();

  constructor() {
    this.geef(OPENING!.opdracht);
  }

  geef(opdracht: Opdracht): void {
    expect(this.journaal.geef(opdracht, omgeving)).toBeNull();
  }

  /** DUO takes the message that is next, and answers with this number; what it was. */
  bezorg(contactpersoonId?: number): string | undefined {
    const [bericht] = teBezorgen(this.journaal.toestand);
    if (bericht === undefined) return undefined;
    this.geef({
      soort: 'meldBezorgd',
      meldingId: bericht.meldingId,
      berichtId: 'b',
      ...(contactpersoonId === undefined ? {} : { contactpersoonId }),
    });
    return bericht.soort;
  }

  /** Everything decided for DUO: kind and content. */
  get besloten() {
    return this.journaal.regels.flatMap(({ gebeurtenis: g }) =>
      g.soort === 'berichtBesloten' ? [[g.bericht, g.inhoud]] : [],
    );
  }

  get portaaltaken() {
    return takenVan(this.journaal.toestand).filter(({ soort }) => soort === 'in-portaal-melden');
  }
}

function gekoppeld(id = 7): Dossier {
  const dossier = new Dossier();
  dossier.geef(wijsAan());
  expect(dossier.bezorg(id)).toBe('CONTACTPERSOON_AANMELDEN');
  expect(dossier.bezorg()).toBe('CONTACTPERSOON_KOPPELEN');
  expect(dossier.bezorg()).toBeUndefined();
  return dossier;
}

describe('de contactpersoon', () => {
  it('wordt bij DUO bekend gemaakt, en met het nummer van DUO aan de inburgeraar gekoppeld', () => {
    const dossier = gekoppeld();
    expect(dossier.besloten).toEqual([
      [
        'CONTACTPERSOON_AANMELDEN',
        {
          naam: 'Contact Voorbeeld',
          email: 'inburgering@gemeente.example',
          telefoonnummer: '030-1234567',
        },
      ],
      ['CONTACTPERSOON_KOPPELEN', { contactpersoonId: 7 }],
    ]);
    expect(dossier.journaal.toestand.contactpersoon).toMatchObject({ contactpersoonId: 7 });
    expect(vouw(dossier.journaal.regels)).toEqual(dossier.journaal.toestand);
  });

  it('wordt alleen gekoppeld als DUO haar al kent', () => {
    const dossier = new Dossier();
    dossier.geef(wijsAan({ contactpersoonId: 42 }));
    expect(dossier.bezorg()).toBe('CONTACTPERSOON_KOPPELEN');
    expect(dossier.besloten).toEqual([['CONTACTPERSOON_KOPPELEN', { contactpersoonId: 42 }]]);
  });

  it('krijgt bij DUO andere gegevens als het dezelfde is', () => {
    const dossier = gekoppeld();
    dossier.geef(wijsAan({ contactpersoonId: 7, telefoonnummer: '030-7654321' }));
    expect(dossier.besloten.at(-1)).toEqual([
      'CONTACTPERSOON_WIJZIGEN',
      expect.objectContaining({ contactpersoonId: 7, telefoonnummer: '030-7654321' }),
    ]);
  });

  it('geeft niets nieuws als er niets anders is', () => {
    const dossier = gekoppeld();
    const aantal = dossier.journaal.regels.length;
    dossier.geef(wijsAan());
    dossier.geef(wijsAan({ contactpersoonId: 7 }));
    expect(dossier.journaal.regels.length).toBe(aantal);
  });

  it('maakt plaats voor een ander: wat DUO nog niet hoorde vervalt', () => {
    const dossier = new Dossier();
    dossier.geef(wijsAan());
    dossier.geef(wijsAan({ naam: 'Ander Contact' }));
    const { berichten } = dossier.journaal.toestand;
    expect(Object.values(berichten).map(({ status }) => status)).toEqual(['vervallen', 'open']);
    expect(dossier.bezorg(8)).toBe('CONTACTPERSOON_AANMELDEN');
    expect(dossier.besloten.at(-1)).toEqual(['CONTACTPERSOON_KOPPELEN', { contactpersoonId: 8 }]);
  });

  it('koppelt niet meer wie vervangen was toen DUO het nummer gaf', () => {
    const dossier = new Dossier();
    dossier.geef(wijsAan());
    const [eerste] = teBezorgen(dossier.journaal.toestand);
    dossier.geef(wijsAan({ contactpersoonId: 42 }));
    dossier.geef({
      soort: 'meldBezorgd',
      meldingId: eerste?.meldingId ?? '',
      berichtId: 'b',
      contactpersoonId: 7,
    });
    expect(dossier.journaal.toestand.contactpersoon).toMatchObject({ contactpersoonId: 42 });
    expect(dossier.besloten).not.toContainEqual([
      'CONTACTPERSOON_KOPPELEN',
      { contactpersoonId: 7 },
    ]);
  });

  it('gaat met een taak verder als DUO geen nummer geeft', () => {
    const dossier = new Dossier();
    dossier.geef(wijsAan());
    dossier.bezorg();
    expect(teBezorgen(dossier.journaal.toestand)).toEqual([]);
    const [taak] = dossier.portaaltaken;
    expect(taak?.reden).toContain('nummer');
    const bied: Opdracht = { soort: 'biedOpnieuwAan', meldingId: taak?.onderwerp ?? '' };
    expect(dossier.journaal.geef(bied, omgeving)).toMatchObject({ code: 'BERICHT_ZONDER_API' });
  });

  it('wordt ontkoppeld als zij is ingetrokken, en niet nog eens', () => {
    const dossier = gekoppeld();
    dossier.geef(TREK_IN);
    expect(dossier.besloten.at(-1)).toEqual([
      'CONTACTPERSOON_ONTKOPPELEN',
      { contactpersoonId: 7 },
    ]);
    expect(dossier.journaal.toestand.contactpersoon).toBeUndefined();
    expect(dossier.bezorg()).toBe('CONTACTPERSOON_ONTKOPPELEN');
    expect(dossier.journaal.geef(TREK_IN, omgeving)).toMatchObject({
      code: 'NIETS_IN_TE_TREKKEN',
    });
    dossier.geef(wijsAan());
    dossier.geef(TREK_IN);
    expect(teBezorgen(dossier.journaal.toestand)).toEqual([]);
    expect(
      dossier.besloten.filter(([soort]) => soort === 'CONTACTPERSOON_ONTKOPPELEN'),
    ).toHaveLength(1);
    expect(vouw(dossier.journaal.regels)).toEqual(dossier.journaal.toestand);
  });

  it('ontkoppelt met de hand wie voor haar gekoppeld was', () => {
    const dossier = gekoppeld();
    dossier.geef(wijsAan({ naam: 'Ander Contact' }));
    dossier.geef(TREK_IN);
    expect(teBezorgen(dossier.journaal.toestand)).toEqual([]);
    expect(dossier.besloten.at(-1)).toEqual([
      'CONTACTPERSOON_ONTKOPPELEN',
      { contactpersoonId: null },
    ]);
    expect(dossier.portaaltaken).toHaveLength(1);
  });

  it('gaat met de hand als de API uit staat', () => {
    const dossier = new Dossier();
    const uit = { ...STANDAARD_INSTELLINGEN, duoApisUit: ['contactpersoon'] as const };
    expect(dossier.journaal.geef(wijsAan(), { ...omgeving, instellingen: uit })).toBeNull();
    const [taak] = dossier.portaaltaken;
    dossier.geef({
      soort: 'meldHandmatigGedaan',
      meldingId: taak?.onderwerp ?? '',
      gedaanOp: naarDatum('2026-12-01'),
      bewijs: 'Gekoppeld in het portaal.',
    });
    expect([dossier.portaaltaken, teBezorgen(dossier.journaal.toestand)]).toEqual([[], []]);
  });
});
