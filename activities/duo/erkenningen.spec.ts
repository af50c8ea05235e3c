// Real: what asks DUO for its list of schools. Fake: DUO in memory.
import { duoGelukt, maakDuoFake } from '#adapters/duo/duo-fake.adapter.js';
import { haalErkenningen } from './erkenningen.js';

const EEN = '00000001900100000000';
const TWEE = '00000001900200000000';

const school = (instellingsnummer: string, meer: object = {}) => ({
  instellingsnummer,
  naam: 'School (voorbeeld)',
  postcode: '1234AB',
  huisnummer: 1,
  plaatsnaam: 'Voorbeeldstad',
  ...meer,
});

describe('de lijst van erkende instellingen', () => {
  it('noemt per instelling welke erkenning zij heeft, en wat DUO weglaat is er niet', async () => {
    const duo = maakDuoFake();
    const lijst = [
      school('0000000001', { indicatieBowKeurmerk: true }),
      school('0000000002', { indicatieBowKeurmerk: false, indicatieTstKeurmerk: true }),
      school('0000000004'),
    ];
    duo.antwoordt('haalInstellingen', duoGelukt(lijst));
    expect(await haalErkenningen(duo.poort, [EEN, TWEE])).toEqual({
      soort: 'gelukt',
      lijst: {
        '0000000001': { bow: true, tst: false },
        '0000000002': { bow: false, tst: true },
        '0000000004': { bow: false, tst: false },
      },
    });
    expect(duo.aanroepen.map(({ aanroep }) => aanroep.gemeenteOin)).toEqual([EEN]);
  });

  it('komt van een andere gemeente als DUO er een niet antwoordt', async () => {
    const duo = maakDuoFake();
    duo.antwoordt(
      'haalInstellingen',
      { soort: 'niet-geautoriseerd', afwijkingen: [] },
      duoGelukt([school('0000000001')]),
    );
    expect(await haalErkenningen(duo.poort, [EEN, TWEE])).toMatchObject({ soort: 'gelukt' });
    expect(duo.aanroepen.map(({ aanroep }) => aanroep.gemeenteOin)).toEqual([EEN, TWEE]);
  });

  it('is er niet als DUO niemand antwoordt, niets noemt of er geen gemeente is', async () => {
    const duo = maakDuoFake();
    duo.antwoordt('haalInstellingen', { soort: 'niet-geautoriseerd', afwijkingen: [] });
    const reden = async (oins: readonly string[]) => haalErkenningen(duo.poort, oins);
    expect(await reden([EEN])).toEqual({ soort: 'mislukt', reden: 'niet-geautoriseerd' });
    expect(await reden([])).toEqual({ soort: 'mislukt', reden: 'geen-gemeente' });
    duo.antwoordt('haalInstellingen', duoGelukt([]));
    expect(await reden([EEN])).toEqual({ soort: 'mislukt', reden: 'lege-lijst' });
  });
});
