/**
 * Real: our client, the chain simulator over mTLS, and between them Prism as a proxy that holds every
 * request and answer against DUO's own file. Fake: certificates, the person; two servers that only pass
 * on: one takes the version out of the path, which DUO's files do not have, one shows the certificate.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from 'undici';
import type { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import type { DuoOperatieNaam, DuoPort } from '#adapters/duo/duo.port.js';
import { DUO_OPERATIENAMEN } from '#adapters/duo/operatienamen.js';
import { naarDatum } from '#domain/datum/datum.js';
import { startDoorgeefluik, type Doorgeefluik } from '#test/support/doorgeefluik.js';
import { AANROEP, BSN, DUO_OIN, duoClientVoor, GEMEENTE_OIN } from '#test/support/duo-client.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { overtredingen, startPrism } from '#test/support/prism.js';
import { startOpstelling, uitgever, type Opstelling } from '../ketensimulator/opstelling.js';

type Uitkomst = Readonly<{ soort: string; waarde?: unknown }>;
/** Calls of one API in an order that works; each gives what the next may need. */
interface Reis {
  readonly gebeurt?: readonly string[];
  readonly metPip?: true;
  readonly stappen: readonly (readonly [
    naam: DuoOperatieNaam,
    roep: (duo: DuoPort, eerder: readonly unknown[]) => Promise<Uitkomst>,
    soort?: 'geweigerd' | 'onbekend',
  ])[];
}

const dag = naarDatum('2026-02-27');
const SCHOOL = { instellingsnummer: '0000000001' };
const contact = { naam: 'Noor van Dijk', email: 'regie@g.example', telefoonnummer: '0301234567' };
const met = <B>(body: B): typeof AANROEP & { body: B } => ({ ...AANROEP, body });
const PIP = met({ dagtekeningPip: dag, leerroute: 'B' } as const);
const nummer = ([eerste]: readonly unknown[]): { contactpersoonId: number } => ({
  contactpersoonId: (eerste as { id: number }).id,
});

const REIZEN: Readonly<Record<string, Reis>> = {
  Contactpersoon: {
    stappen: [
      ['maakContactpersoon', (duo) => duo.maakContactpersoon(met(contact))],
      [
        'wijzigContactpersoon',
        (duo, eerder) => duo.wijzigContactpersoon({ ...met(contact), ...nummer(eerder) }),
      ],
      [
        'koppelContactpersoon',
        (duo, eerder) => duo.koppelContactpersoon({ ...AANROEP, ...nummer(eerder) }),
      ],
      [
        'ontkoppelContactpersoon',
        (duo, eerder) => duo.ontkoppelContactpersoon({ ...AANROEP, ...nummer(eerder) }),
      ],
      [
        'verwijderContactpersoon',
        (duo, eerder) => duo.verwijderContactpersoon({ ...AANROEP, ...nummer(eerder) }),
      ],
    ],
  },
  Examen: {
    gebeurt: ['SS106'],
    stappen: [
      ['haalExamenresultaten', (duo) => duo.haalExamenresultaten(AANROEP)],
      ['haalGratispogingen', (duo) => duo.haalGratispogingen(AANROEP)],
    ],
  },
  GevolgdeUren: {
    stappen: [
      [
        'zetUrenTaallesKnmBredeIntake',
        (duo) => duo.zetUrenTaallesKnmBredeIntake(met({ uren: 12 })),
      ],
      [
        'zetUrenParticipatieactiviteiten',
        (duo) => duo.zetUrenParticipatieactiviteiten(met({ uren: 0 })),
      ],
      [
        'zetUrenParticipatieAlsTaalles',
        (duo) => duo.zetUrenParticipatieAlsTaalles(met({ uren: 9999 })),
      ],
      ['haalUren', (duo) => duo.haalUren(AANROEP)],
    ],
  },
  Inburgeringsaanbod: {
    metPip: true,
    stappen: [
      ['haalInstellingen', (duo) => duo.haalInstellingen(AANROEP)],
      [
        'leverAanbod',
        (duo) =>
          duo.leverAanbod({
            ...met({ datumInburgeringsaanbod: dag, indicatorAlfabetiseringsonderwijs: 'NVT' }),
            ...SCHOOL,
          }),
      ],
      [
        'leverAanbod',
        (duo) =>
          duo.leverAanbod({
            ...met({ indicatorAlfabetiseringsonderwijs: 'A' }),
            instellingsnummer: '0000000004',
          }),
        'geweigerd',
      ],
      ['verwijderAanbod', (duo) => duo.verwijderAanbod({ ...AANROEP, ...SCHOOL })],
    ],
  },
  Inburgeringsplicht: {
    gebeurt: ['SS110', 'SS130', 'SS124', 'SS125'],
    stappen: [
      ['haalInburgeringsplicht', (duo) => duo.haalInburgeringsplicht(AANROEP)],
      ['haalInburgeringsplichtHistorie', (duo) => duo.haalInburgeringsplichtHistorie(AANROEP)],
      ['haalDoelgroep', (duo) => duo.haalDoelgroep(AANROEP)],
      ['haalDoelgroepHistorie', (duo) => duo.haalDoelgroepHistorie(AANROEP)],
      ['haalDoelgroep', (duo) => duo.haalDoelgroep({ ...AANROEP, bsn: '999990019' }), 'onbekend'],
    ],
  },
  Inburgeringstermijn: {
    metPip: true,
    gebeurt: ['SS102', 'SS103'],
    stappen: [
      ['haalTermijn', (duo) => duo.haalTermijn(AANROEP)],
      ['haalTermijnHistorie', (duo) => duo.haalTermijnHistorie(AANROEP)],
      ['haalVerlengingsgronden', (duo) => duo.haalVerlengingsgronden(AANROEP)],
    ],
  },
  Leerbaarheidstoets: {
    gebeurt: ['SS137', 'SS131'],
    stappen: [
      ['haalExamennummer', (duo) => duo.haalExamennummer(AANROEP)],
      ['haalLbtResultaten', (duo) => duo.haalLbtResultaten(AANROEP)],
      ['verwijderExamennummer', (duo) => duo.verwijderExamennummer(AANROEP)],
    ],
  },
  'MAP,PVT,Zroute': {
    metPip: true,
    stappen: [
      ['zetMap', (duo) => duo.zetMap(met({ datumEindgesprekMap: dag, verwijtbaar: null }))],
      ['haalMap', (duo) => duo.haalMap(AANROEP)],
      ['zetPvt', (duo) => duo.zetPvt(met({ datumOndertekeningPvt: dag, verwijtbaar: null }))],
      ['haalPvt', (duo) => duo.haalPvt(AANROEP)],
      [
        'zetPvt',
        (duo) => duo.zetPvt(met({ datumOndertekeningPvt: dag, verwijtbaar: 'Ja' })),
        'geweigerd',
      ],
      ['zetZroute', (duo) => duo.zetZroute(met({ datumAfrondingZroute: dag }))],
    ],
  },
  Ontheffing: {
    gebeurt: ['SS118', 'SS119'],
    stappen: [['haalOntheffingen', (duo) => duo.haalOntheffingen(AANROEP)]],
  },
  PIP: {
    stappen: [
      ['leverPip', (duo) => duo.leverPip(PIP)],
      [
        'leverPip',
        (duo) => duo.leverPip(met({ dagtekeningPip: dag, leerroute: 'O', niveau: 'A2' })),
        'geweigerd',
      ],
      ['haalPip', (duo) => duo.haalPip(AANROEP)],
      ['verwijderPip', (duo) => duo.verwijderPip(AANROEP)],
    ],
  },
  Vrijstelling: {
    gebeurt: ['SS114', 'SS115', 'SS117'],
    stappen: [['haalVrijstellingen', (duo) => duo.haalVrijstellingen(AANROEP)]],
  },
};

metSpecificaties('client en simulator door Prism', 'duo/API', (map) => {
  let opstelling: Opstelling;
  let persoonId: string;
  let agent: Agent;
  const opruimen: (() => Promise<unknown>)[] = [];

  const start = async (naar: string, dispatcher?: Agent): Promise<Doorgeefluik> => {
    const luik = await startDoorgeefluik({ naar, ...(dispatcher && { dispatcher }) });
    opruimen.push(() => luik.sluit());
    return luik;
  };
  const clientVoor = (url: string): DuoHttpAdapter => {
    const client = duoClientVoor(url, { grenzen: { naStoringen: 1_000 } });
    opruimen.push(() => client.close());
    return client;
  };

  beforeEach(async () => {
    const { ca, geef } = await uitgever();
    agent = new Agent({ connect: { ca, ...(await geef(GEMEENTE_OIN)) } });
    opstelling = await startOpstelling({ duoOin: DUO_OIN });
    opruimen.push(
      () => agent.destroy(),
      () => opstelling.stop(),
    );
    const { body } = await opstelling.beheer('POST', '/personen', {
      bsn: BSN,
      gemeenteOin: GEMEENTE_OIN,
      begindatum: '2026-01-05',
      klok: '2026-03-02T08:00:00Z',
    });
    persoonId = body.id;
  });
  afterEach(async () => {
    for (const doe of opruimen.splice(0).reverse()) await doe();
  });

  const gebeurt = async (ids: readonly string[]): Promise<void> => {
    for (const gebeurtenisId of ids) {
      await opstelling.beheer('POST', `/personen/${persoonId}/gebeurtenissen`, { gebeurtenisId });
    }
  };

  /** The chain from client to simulator, and the two places where something can be spoiled. */
  const keten = async (bestand: string) => {
    const achter = await start(opstelling.luisteraars.duo, agent);
    const prism = await startPrism(join(map, bestand, 'openapi.yml'), `${achter.url}/v1`);
    opruimen.push(prism.stop);
    const voor = await start(prism.url);
    voor.heen = (vraag) => ({ ...vraag, pad: vraag.pad.replace(/^\/v1/, '') });
    return { achter, voor, duo: clientVoor(voor.url).poort, direct: clientVoor(achter.url).poort };
  };
  it('kent elk bestand van DUO en elke operatie van onze poort', () => {
    const namen = Object.values(REIZEN).flatMap(({ stappen }) => stappen.map(([naam]) => naam));
    expect([...new Set(namen)].sort()).toEqual([...DUO_OPERATIENAMEN].sort());
    expect(Object.keys(REIZEN).sort()).toEqual(
      readdirSync(map)
        // The other way round: prism-notificatie.spec.ts.
        .filter((bestand) => bestand !== 'Notificatie')
        .sort(),
    );
  });

  it.each(Object.entries(REIZEN))(
    'heeft op niets iets aan te merken: %s',
    async (bestand, reis) => {
      const { voor, achter, duo, direct } = await keten(bestand);
      if (reis.metPip) expect(await direct.leverPip(PIP)).toMatchObject({ soort: 'gelukt' });
      await gebeurt(reis.gebeurt ?? []);
      achter.doorgegeven.length = 0;
      const eerder: unknown[] = [];

      for (const [naam, roep, soort = 'gelukt'] of reis.stappen) {
        const uitkomst = await roep(duo, eerder);
        expect(overtredingen(voor)).toEqual([]);
        expect([naam, uitkomst]).toMatchObject([naam, { soort, afwijkingen: [] }]);
        eerder.push(uitkomst.waarde);
      }

      expect(voor.doorgegeven).toHaveLength(reis.stappen.length);
      expect(achter.doorgegeven).toHaveLength(reis.stappen.length);
    },
    60_000,
  );

  it('merkt een verzoek en een antwoord op die van het bestand afwijken', async () => {
    const { voor, achter, duo } = await keten('PIP');
    await duo.leverPip(PIP);
    const zonderVersie = voor.heen;
    expect(overtredingen(voor)).toEqual([]);

    achter.terug = (terug) => ({ ...terug, body: terug.body.replace('"gemeentecode"', '"code"') });
    await duo.haalPip(AANROEP);
    expect(overtredingen(voor)).toHaveLength(1);
    expect(overtredingen(voor)[0]).toContain('gemeentecode');

    const doorgelaten = achter.doorgegeven.length;
    voor.heen = (vraag) => zonderVersie({ ...vraag, body: vraag.body.replace('"B"', '"Q"') });
    await duo.leverPip(PIP);
    expect(overtredingen(voor)).toHaveLength(2);
    expect(overtredingen(voor)[1]).toContain('leerroute');
    expect(achter.doorgegeven).toHaveLength(doorgelaten);
  }, 60_000);
});
