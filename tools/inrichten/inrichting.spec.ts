// Real: reading the set-up. Made up: the files, by name.
import { leesInrichting } from './inrichting.js';

const GEMEENTE = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '9901',
  naam: 'Voorbeeldstad',
  oin: '00000099010000000000',
};
const ENV = {
  DATABASE_EIGENAAR_URL_BESTAND: 'eigenaar',
  SLEUTEL_DATABASE_URL_BESTAND: 'sleutels',
  APP_WACHTWOORD_BESTAND: 'app',
  SYSTEEM_WACHTWOORD_BESTAND: 'systeem',
  GEMEENTEN_BESTAND: 'gemeenten',
};
const lees =
  (gemeenten: unknown) =>
  (pad: string): string =>
    pad === 'gemeenten' ? JSON.stringify(gemeenten) : `${pad}-inhoud\n`;

describe('de inrichting van een installatie', () => {
  it('leest geheimen en gemeenten uit de bestanden die de omgeving noemt', () => {
    expect(leesInrichting(ENV, lees([GEMEENTE]))).toEqual({
      eigenaarUrl: 'eigenaar-inhoud',
      sleutelUrl: 'sleutels-inhoud',
      wachtwoorden: { app: 'app-inhoud', systeem: 'systeem-inhoud' },
      gemeenten: [GEMEENTE],
    });
  });

  it('leest welke API’s van DUO een gemeente niet gebruikt', () => {
    const metUit = { ...GEMEENTE, duoApisUit: ['gevolgde-uren', 'contactpersoon'] };
    expect(leesInrichting(ENV, lees([metUit])).gemeenten).toEqual([metUit]);
  });

  it('leest waarop een gemeente geattendeerd wil worden, en hoe', () => {
    const kanalen = { 'termijn-geescaleerd': ['webhook', 'mail'], 'bericht-niet-aangenomen': [] };
    const attenderingen = { kanalen, linkBasis: 'https://zaken.gemeente.example/trajecten/' };
    for (const keuze of [attenderingen, { kanalen: {} }]) {
      const metKeuze = { ...GEMEENTE, attenderingen: keuze };
      expect(leesInrichting(ENV, lees([metKeuze])).gemeenten).toEqual([metKeuze]);
    }
  });

  it.each<[string, unknown]>([
    ['geen kanalen', {}],
    ['niets', null],
    ['een soort die er niet is', { kanalen: { 'termijn-gehaald': ['mail'] } }],
    ['een kanaal dat er niet is', { kanalen: { 'termijn-geescaleerd': ['sms'] } }],
    ['een kanaal dat geen lijst is', { kanalen: { 'termijn-geescaleerd': 'mail' } }],
    ['een link zonder https', { kanalen: {}, linkBasis: 'http://zaken.gemeente.example/' }],
    ['een gebruiker in de link', { kanalen: {}, linkBasis: 'https://een@zaken.example/' }],
    ['een onbekend veld', { kanalen: {}, adres: 'een@gemeente.example' }],
  ])('weigert attenderingen met %s, en noemt geen waarde', (_titel, attenderingen) => {
    const doe = () => leesInrichting(ENV, lees([{ ...GEMEENTE, attenderingen }]));
    expect(doe).toThrow('GEMEENTEN_BESTAND: attenderingen van gemeente 1 klopt niet');
    expect(doe).not.toThrow(/example|sms/);
  });

  it('noemt de variabele die ontbreekt', () => {
    expect(() =>
      leesInrichting({ ...ENV, APP_WACHTWOORD_BESTAND: undefined }, lees([GEMEENTE])),
    ).toThrow('APP_WACHTWOORD_BESTAND ontbreekt');
  });

  it.each([
    ['geen lijst', {}, 'verwacht een lijst'],
    ['een lege lijst', [], 'verwacht een lijst'],
    ['een OIN van 19 cijfers', [{ ...GEMEENTE, oin: '0'.repeat(19) }], 'geldige oin'],
    ['geen naam', [{ ...GEMEENTE, naam: ' ' }], 'geldige naam'],
    ['niets', [null], 'geldige id'],
    ['een API die DUO niet heeft', [{ ...GEMEENTE, duoApisUit: ['boete'] }], 'duoApisUit'],
    ['een API die geen lijst is', [{ ...GEMEENTE, duoApisUit: 'pip' }], 'duoApisUit'],
  ])('weigert %s', (_titel, gemeenten, melding) => {
    expect(() => leesInrichting(ENV, lees(gemeenten))).toThrow(melding);
  });
});
