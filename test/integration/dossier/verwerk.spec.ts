// Real: PostgreSQL with its roles, the door, the core, sealing. Fake: the store of keys is memory.
import { randomUUID } from 'node:crypto';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { Rondreizen } from '#tools/bench/rondreizen.js';
import { maakOpstelling, open, openVraag, verwerkVraag, type Opstelling } from './opstelling.js';

const SCENARIO: Opdracht = { soort: 'kiesScenario', scenario: 'snelle-start' };
const ANDER_SCENARIO: Opdracht = { soort: 'kiesScenario', scenario: 'na-verhuizing' };
const DRIEGESPREK: Opdracht = {
  soort: 'rondDriegesprekAf',
  vorm: 'telefonisch',
  gevoerdOp: '2026-01-12' as IsoDatum,
};

let opstelling: Opstelling;

beforeAll(async () => {
  opstelling = await maakOpstelling();
});

afterAll(async () => {
  await opstelling.stop();
});

function tel(trajectId: string, soort: string): Promise<{ aantal: string }[]> {
  return opstelling.vraag(
    'SELECT count(*) AS aantal FROM journaal WHERE traject_id = $1 AND soort = $2',
    [trajectId, soort],
  );
}

/** Round trips to PostgreSQL while `doe` runs. */
async function telRondreizen(doe: () => Promise<unknown>): Promise<number> {
  const rondreizen = new Rondreizen();
  try {
    await doe();
    return rondreizen.aantal;
  } finally {
    rondreizen.stop();
  }
}

describe('verwerk', () => {
  it('legt vast, sluit de taak en opent de volgende in één transactie', async () => {
    const { trajectId } = await open(opstelling);

    const uitkomst = await opstelling.dossier.verwerk(verwerkVraag(trajectId, SCENARIO));

    expect(uitkomst).toMatchObject({
      soort: 'gedaan',
      gebeurtenissen: expect.arrayContaining([
        expect.objectContaining({ soort: 'scenarioGekozen' }),
      ]) as unknown,
      geslotenTaken: [expect.objectContaining({ soort: 'scenario-kiezen' })],
      herhaald: false,
    });
    const taken = await opstelling.vraag<{ soort: string; status: string }>(
      'SELECT soort, status FROM taak WHERE traject_id = $1',
      [trajectId],
    );
    expect(taken).toContainEqual({ soort: 'scenario-kiezen', status: 'afgerond' });
  });

  it('gebruikt twee rondgangen naar de database, ook als het journaal nodig is', async () => {
    const { trajectId } = await open(opstelling);

    expect(
      await telRondreizen(() => opstelling.dossier.verwerk(verwerkVraag(trajectId, SCENARIO))),
    ).toBe(2);
    await opstelling.vraag('UPDATE traject SET toestand_versie = 0 WHERE id = $1', [trajectId]);
    expect(
      await telRondreizen(() => opstelling.dossier.verwerk(verwerkVraag(trajectId, DRIEGESPREK))),
    ).toBe(2);
  });

  it('doet een opdracht die twintig keer tegelijk komt één keer en geeft twintig gelijke antwoorden', async () => {
    const { trajectId } = await open(opstelling);
    const vraag = verwerkVraag(trajectId, SCENARIO);

    const antwoorden = await Promise.all(
      Array.from({ length: 20 }, () => opstelling.dossier.verwerk(vraag)),
    );

    expect(
      antwoorden.filter((antwoord) => antwoord.soort === 'gedaan' && !antwoord.herhaald),
    ).toHaveLength(1);
    const zonder = antwoorden.map((antwoord) => ({ ...antwoord, herhaald: null }));
    for (const antwoord of zonder) expect(antwoord).toEqual(zonder[0]);
    expect(await tel(trajectId, 'scenarioGekozen')).toEqual([{ aantal: '1' }]);
  });

  it('weigert dezelfde sleutel met een andere inhoud of bij een ander traject', async () => {
    const een = await open(opstelling);
    const twee = await open(opstelling);
    const vraag = verwerkVraag(een.trajectId, SCENARIO);
    await opstelling.dossier.verwerk(vraag);

    expect(await opstelling.dossier.verwerk({ ...vraag, opdracht: ANDER_SCENARIO })).toEqual({
      soort: 'andere-inhoud',
    });
    expect(await opstelling.dossier.verwerk({ ...vraag, trajectId: twee.trajectId })).toEqual({
      soort: 'andere-inhoud',
    });
    expect(
      await opstelling.dossier.verwerk({ ...vraag, beller: 'api:ander', opdracht: ANDER_SCENARIO }),
    ).toMatchObject({ soort: 'geweigerd' });
  });

  it('aanvaardt van twee tegenstrijdige opdrachten op hetzelfde ogenblik er precies één', async () => {
    for (let keer = 0; keer < 20; keer += 1) {
      const { trajectId } = await open(opstelling);

      const soorten = await Promise.all(
        [SCENARIO, ANDER_SCENARIO].map(async (opdracht) => {
          const uitkomst = await opstelling.dossier.verwerk(verwerkVraag(trajectId, opdracht));
          return uitkomst.soort === 'geweigerd' ? uitkomst.weigering.code : uitkomst.soort;
        }),
      );

      expect(soorten.sort()).toEqual(['AL_VASTGELEGD', 'gedaan']);
      expect(await tel(trajectId, 'scenarioGekozen')).toEqual([{ aantal: '1' }]);
    }
  });

  it('beslist een geweigerde opdracht opnieuw onder dezelfde sleutel', async () => {
    const { trajectId } = await open(opstelling);
    const vraag = verwerkVraag(trajectId, {
      ...DRIEGESPREK,
      gevoerdOp: '2099-01-01' as IsoDatum,
    });

    expect(await opstelling.dossier.verwerk(vraag)).toMatchObject({
      soort: 'geweigerd',
      weigering: { code: 'DATUM_IN_TOEKOMST' },
    });
    expect(await opstelling.dossier.verwerk({ ...vraag, opdracht: DRIEGESPREK })).toMatchObject({
      soort: 'gedaan',
    });
  });

  it('weigert een opdracht op een versie die niet meer de laatste is', async () => {
    const { trajectId } = await open(opstelling);
    const eerst = await opstelling.dossier.verwerk(verwerkVraag(trajectId, SCENARIO));
    const versie = eerst.soort === 'gedaan' ? eerst.versie : 0;

    expect(
      await opstelling.dossier.verwerk(
        verwerkVraag(trajectId, DRIEGESPREK, { verwachteVersie: 1 }),
      ),
    ).toEqual({ soort: 'versie-verouderd', versie });
    expect(
      await opstelling.dossier.verwerk(
        verwerkVraag(trajectId, DRIEGESPREK, { verwachteVersie: versie }),
      ),
    ).toMatchObject({ soort: 'gedaan' });
  });

  it('laat een taak alleen afronden als zij open is en met een uitkomst die erbij hoort', async () => {
    const { trajectId } = await open(opstelling);
    const [taak] = await opstelling.vraag<{ id: string }>(
      "SELECT id FROM taak WHERE traject_id = $1 AND soort = 'scenario-kiezen'",
      [trajectId],
    );
    const probeer = async (opdracht: Opdracht, taakId = taak!.id) => {
      const uitkomst = await opstelling.dossier.verwerk(
        verwerkVraag(trajectId, opdracht, { taakId }),
      );
      return uitkomst.soort === 'geweigerd' ? uitkomst.weigering.code : uitkomst.soort;
    };

    expect(await probeer(DRIEGESPREK)).toBe('UITKOMST_PAST_NIET');
    expect(await probeer(SCENARIO)).toBe('gedaan');
    expect(await probeer(SCENARIO)).toBe('TAAK_NIET_OPEN');
    expect(await probeer(SCENARIO, randomUUID())).toBe('TAAK_NIET_OPEN');
  });

  it('antwoordt bezet als een ander het traject langer dan vijf seconden vasthoudt', async () => {
    const { trajectId } = await open(opstelling);
    const houder = opstelling.app.createQueryRunner();
    await houder.query(
      `BEGIN; SELECT set_config('app.gemeente', (SELECT id::text FROM gemeente), true)`,
    );
    await houder.query('SELECT 1 FROM traject WHERE id = $1 FOR UPDATE', [trajectId]);
    try {
      expect(await opstelling.dossier.verwerk(verwerkVraag(trajectId, SCENARIO))).toEqual({
        soort: 'bezet',
        reden: 'slot',
      });
    } finally {
      await houder.query('ROLLBACK');
      await houder.release();
    }
    expect(await opstelling.dossier.verwerk(verwerkVraag(trajectId, SCENARIO))).toMatchObject({
      soort: 'gedaan',
    });
  }, 20_000);

  it('vergeet antwoorden na dertig dagen en niet eerder', async () => {
    const { trajectId, gemeenteId } = await open(opstelling);
    const vraag = verwerkVraag(trajectId, SCENARIO);
    await opstelling.dossier.verwerk(vraag);
    const verouder = (dagen: number) =>
      opstelling.vraag(
        `UPDATE opdracht SET tijdstip = clock_timestamp() - make_interval(days => $2)
          WHERE opdracht_id = $1`,
        [vraag.opdrachtId, dagen],
      );

    await verouder(29);
    expect(await opstelling.dossier.ruimAntwoordenOp(gemeenteId, 1_000)).toBe(0);
    expect(await opstelling.dossier.verwerk(vraag)).toMatchObject({ herhaald: true });
    await verouder(31);
    expect(await opstelling.dossier.ruimAntwoordenOp(gemeenteId, 1_000)).toBe(1);
    expect(await opstelling.dossier.verwerk(vraag)).toMatchObject({ soort: 'geweigerd' });
  });

  it('kent geen traject van een andere gemeente', async () => {
    const { trajectId } = await open(opstelling);
    const vraag = verwerkVraag(trajectId, SCENARIO, { gemeenteId: randomUUID() });

    expect(await opstelling.dossier.verwerk(vraag)).toEqual({ soort: 'onbekend' });
  });
});

describe('open', () => {
  it('opent één traject als COA en DUO dezelfde persoon tegelijk melden', async () => {
    for (let keer = 0; keer < 20; keer += 1) {
      const coa = openVraag();
      const { bsn } = coa.opdracht.persoon;
      const persoon = { bsn, vNummer: null, naam: null, geboortedatum: null };
      const duo = openVraag({
        opdracht: { ...coa.opdracht, trajectId: randomUUID(), bron: 'DUO', persoon },
        vervolg: [],
        beller: 'postvak',
      });

      const uitkomsten = await Promise.all([
        opstelling.dossier.open(coa),
        opstelling.dossier.open(duo),
      ]);

      const ids = uitkomsten.map((u) => (u.soort === 'gedaan' ? u.trajectId : u.soort));
      expect(new Set(ids).size).toBe(1);
      expect(uitkomsten.filter((u) => u.soort === 'gedaan' && u.nieuw)).toHaveLength(1);
      expect(await tel(ids[0]!, 'coaProfielVastgelegd')).toEqual([{ aantal: '1' }]);
      expect(await tel(ids[0]!, 'trajectGeopend')).toEqual([{ aantal: '1' }]);
    }
  });

  it('opent onder dezelfde sleutel één keer, ook twintig keer tegelijk', async () => {
    const vraag = openVraag();

    const uitkomsten = await Promise.all(
      Array.from({ length: 20 }, () =>
        opstelling.dossier.open({
          ...vraag,
          opdracht: { ...vraag.opdracht, trajectId: randomUUID() },
        }),
      ),
    );

    const zonder = uitkomsten.map((u) => ({ ...u, herhaald: null }));
    for (const uitkomst of zonder) expect(uitkomst).toEqual(zonder[0]);
    expect(zonder[0]).toMatchObject({ soort: 'gedaan', nieuw: true });
  });

  it('voegt een proef nooit bij een echt traject', async () => {
    const { persoon } = await open(opstelling);
    const vraag = openVraag();
    const proef = { ...vraag.opdracht, proef: true, persoon };

    expect(await opstelling.dossier.open({ ...vraag, opdracht: proef, vervolg: [] })).toMatchObject(
      {
        soort: 'geweigerd',
        weigering: { code: 'TRAJECT_IS_GEEN_PROEF' },
      },
    );
  });
});
