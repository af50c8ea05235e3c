/** The in-memory DUO that other tests lean on; nothing else is involved. */
import { naarDatum } from '#domain/datum/datum.js';
import { duoGelukt, maakDuoFake } from './duo-fake.adapter.js';
import { DUO_OPERATIENAMEN } from './operatienamen.js';

const aanroep = {
  gemeenteOin: '00000001001299757000',
  bsn: '999993653',
  berichtId: '6f1f7a0e-2a5b-4c52-9a38-0d6f7a3c1c11',
};

describe('nagebootste DUO', () => {
  it('geeft de afgesproken antwoorden op volgorde en blijft bij het laatste', async () => {
    const duo = maakDuoFake();
    duo.antwoordt(
      'haalMap',
      { soort: 'onbekend', afwijkingen: [] },
      duoGelukt({ datumEindgesprekMap: naarDatum('2026-03-02') }),
    );
    const soorten = [];
    for (let keer = 0; keer < 3; keer += 1) soorten.push((await duo.poort.haalMap(aanroep)).soort);
    expect(soorten).toEqual(['onbekend', 'gelukt', 'gelukt']);
  });

  it('onthoudt elke aanroep met wat erin stond', async () => {
    const duo = maakDuoFake();
    duo.antwoordt('zetZroute', () => duoGelukt(null));
    await duo.poort.zetZroute({
      ...aanroep,
      body: { datumAfrondingZroute: naarDatum('2026-01-05') },
    });
    expect(duo.aanroepen).toEqual([
      {
        operatie: 'zetZroute',
        aanroep: { ...aanroep, body: { datumAfrondingZroute: '2026-01-05' } },
      },
    ]);
  });

  it('laat een test vallen op een aanroep waar geen antwoord voor is', async () => {
    await expect(maakDuoFake().poort.haalPip(aanroep)).rejects.toThrow('haalPip');
    const stil = maakDuoFake({ soort: 'onbekend', afwijkingen: [] });
    await expect(stil.poort.haalPip(aanroep)).resolves.toMatchObject({ soort: 'onbekend' });
  });

  it('heeft elke operatie van de poort', () => {
    const { poort } = maakDuoFake();
    expect(Object.keys(poort)).toEqual([...DUO_OPERATIENAMEN]);
    expect(DUO_OPERATIENAMEN).toHaveLength(34);
  });
});
