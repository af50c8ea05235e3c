// Real: the simulator over mTLS, held against DUO's own OpenAPI files. Fake: certificates, persons.
import { metSpecificaties } from '#test/support/keten-specificaties.js';

import { operatieBij, operaties, verzoekKlopt, afwijkingen } from './duo-bestanden.js';
import {
  BSN,
  maakPersoon,
  startOpstelling,
  type DuoAntwoord,
  type Opstelling,
} from './opstelling.js';

const P = `/personen/${BSN}`;
const contact = {
  naam: 'Proef Persoon',
  email: 'proef@gemeente.example',
  telefoonnummer: '030123',
};

/** Every operation of DUO's eleven files, in an order that works, with its status. */
const AANROEPEN: [string, string, number, unknown?][] = [
  ['POST', `${P}/PIP`, 201, { dagtekeningPip: '2026-05-11', leerroute: 'B', niveau: 'B1' }],
  ['GET', `${P}/PIP`, 200],
  ['DELETE', `${P}/PIP`, 200],
  ['POST', `${P}/PIP`, 201, { dagtekeningPip: '2026-05-11', leerroute: 'B' }],
  ['GET', '/instellingen', 200],
  [
    'POST',
    `${P}/Inburgeringsaanbod/0000000001`,
    201,
    { datumInburgeringsaanbod: '2026-05-12', indicatorAlfabetiseringsonderwijs: 'NVT' },
  ],
  ['DELETE', `${P}/Inburgeringsaanbod/0000000001`, 204],
  ['PUT', `${P}/map`, 200, { datumEindgesprekMap: '2026-06-01' }],
  ['GET', `${P}/map`, 200],
  ['PUT', `${P}/pvt`, 200, { datumOndertekeningPvt: '2026-06-01' }],
  ['GET', `${P}/pvt`, 200],
  ['PUT', `${P}/zroute`, 200, { datumAfrondingZroute: '2026-06-20' }],
  ['PUT', `${P}/uren/bredeintake/taallesknm`, 200, { uren: 12 }],
  ['PUT', `${P}/uren/participatieactiviteiten`, 200, { uren: 0 }],
  ['PUT', `${P}/uren/participatietaalles`, 200, { uren: 9999 }],
  ['GET', `${P}/uren`, 200],
  ['POST', '/contactpersonen', 201, contact],
  ['PUT', '/contactpersonen/1', 200, contact],
  ['POST', `/contactpersonen/1${P}`, 201],
  ['DELETE', `/contactpersonen/1${P}`, 200],
  ['DELETE', '/contactpersonen/1', 200],
  ['GET', `${P}/inburgeringsplicht`, 200],
  ['GET', `${P}/inburgeringsplicht/historie`, 200],
  ['GET', `${P}/doelgroep`, 200],
  ['GET', `${P}/doelgroep/historie`, 200],
  ['GET', `${P}/inburgeringstermijn`, 200],
  ['GET', `${P}/inburgeringstermijn/historie`, 200],
  ['GET', '/verlengingsgronden', 200],
  ['GET', `${P}/lbt/examennummer`, 200],
  ['GET', `${P}/lbt/resultaten`, 200],
  ['DELETE', `${P}/lbt/examennummer`, 200],
  ['GET', `${P}/examens/resultaten`, 200],
  ['GET', `${P}/examens/gratispogingen`, 200],
  ['GET', `${P}/vrijstellingen`, 200],
  ['GET', `${P}/ontheffingen`, 200],
];

/** Every event with an effect at DUO, so that the lists and histories have something in them. */
const GEBEURTENISSEN = [
  ...['SS102', 'SS103', 'SS104', 'SS109', 'SS129', 'SS110', 'SS130', 'SS114', 'SS115', 'SS116'],
  ...['SS117', 'SS118', 'SS119', 'SS124', 'SS125', 'SS131', 'SS137', 'SS107', 'SS108', 'SS106'],
];

metSpecificaties('antwoorden van de ketensimulator', 'duo/API', () => {
  let opstelling: Opstelling;
  let id: string;
  beforeAll(async () => {
    opstelling = await startOpstelling();
  });
  afterAll(() => opstelling.stop());

  const roep = async (nummer: number): Promise<DuoAntwoord> => {
    const [methode, pad, , body] = AANROEPEN[nummer]!;
    return opstelling.duo(methode, pad, body);
  };

  it('kent elke operatie uit de elf bestanden van DUO', () => {
    const gedekt = new Set(AANROEPEN.map(([methode, pad]) => operatieBij(methode, pad)));
    const ontbreekt = operaties.filter((operatie) => !gedekt.has(operatie));
    expect(ontbreekt.map((o) => `${o.methode} ${o.pad}`)).toEqual([]);
    expect(operaties).toHaveLength(34);
  });

  it('geeft bij een lege en bij een volle persoon antwoorden naar de bestanden', async () => {
    id = await maakPersoon(opstelling, { klok: '2026-07-01T08:00:00Z' });
    const gewijzigd = AANROEPEN.map(([methode], nummer) => [methode, nummer] as const);
    for (const [methode, nummer] of gewijzigd) {
      if (methode === 'GET') expect([200, 404]).toContain((await roep(nummer)).status);
    }
    for (const gebeurtenisId of GEBEURTENISSEN) {
      // The termijn must not stand before the PIP is deleted and sent anew below.
      const wacht = gebeurtenisId === 'SS102' ? '2026-07-01T08:00:00Z' : undefined;
      await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
        gebeurtenisId,
        tijdstip: wacht,
      });
    }
    await opstelling.beheer('POST', `/personen/${id}/examenresultaten`, {
      onderdeel: 'SP',
      niveau: 'B1',
      resultaat: 'Geen',
      redenGeenResultaat: 'Absent',
    });
    for (const [nummer, [methode, pad, status, body]] of AANROEPEN.entries()) {
      const operatie = operatieBij(methode, pad)!;
      if (pad.endsWith('/inburgeringstermijn')) {
        await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
          gebeurtenisId: 'SS102',
        });
        await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
          gebeurtenisId: 'SS103',
        });
      }
      expect(verzoekKlopt(operatie, body)).toBe(true);
      expect([pad, (await roep(nummer)).status]).toEqual([pad, status]);
    }
  });

  it('noemt elke onleesbare body een fout verzoek', async () => {
    for (const [methode, pad, , body] of AANROEPEN) {
      if (body === undefined) continue;
      for (const kapot of [
        undefined,
        [],
        'tekst',
        { ...(body as object), leerroute: 'X', uren: -1 },
      ]) {
        const antwoord = await opstelling.duo(methode, pad, kapot);
        const past = verzoekKlopt(operatieBij(methode, pad)!, kapot);
        if (!past) expect([pad, kapot, antwoord.status]).toEqual([pad, kapot, 400]);
      }
    }
  });

  it('merkt een antwoord op dat van het bestand afwijkt', () => {
    const operatie = operatieBij('GET', `${P}/PIP`)!;
    const goed = { gemeentecode: '9999', pip: { dagtekeningPip: '2026-05-11', leerroute: 'B' } };
    const keur = (body: unknown) =>
      afwijkingen(operatie, { status: 200, apiVersie: '1.2.0', body });
    expect(keur(goed)).toEqual([]);
    expect(keur({ ...goed, gemeentecode: 9999 })).toHaveLength(1);
    expect(keur(undefined)).toHaveLength(1);
  });
});
