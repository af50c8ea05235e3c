// Messages of and to DUO twice, in the wrong order, too many, from the wrong one, and not at all. Real: PostgreSQL,
// Temporal, api and worker as processes, mTLS. Fake: DUO is the simulator, or this spec with DUO's certificate.
import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { trajectWorkflowId } from '#contracts/traject.js';
import { Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import { dag, testBsn } from '#test/support/chaos-reis.js';
import { Afzender, certificatenVan } from '#test/support/storing-duo.js';
import { bereid, StoringReis } from '#test/support/storing-reis.js';
import {
  gebeurtBijDuo,
  ProefReis,
  vreemdeCertificaten,
  vreemdeMap,
  wisselCertificaat,
  type Vervalsing,
} from '#test/support/storing-verkeer.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';

const MELDINGEN = 5_000;

let chaos: Chaos;
let duo: Afzender;

beforeAll(async () => {
  // The confirmation of a PIP stays out: a termijn would keep DUO from taking a PIP back.
  chaos = await Chaos.start({ PROEFDRAAIEN: 'aan', SIMULATOR_SS102_NA_DAGEN: '2' });
  duo = new Afzender(chaos);
}, 120_000);

afterEach(async () => {
  await chaos.herstelAlles();
}, 60_000);

afterAll(async () => {
  await duo.sluit();
  await chaos.stop();
}, 60_000);

async function totPlicht(...nummers: readonly number[]): Promise<StoringReis[]> {
  return bereid(chaos, nummers, 'plicht');
}

async function verwerkt({ trajectId }: StoringReis): Promise<void> {
  await wachtTot('alle meldingen verwerkt', async () => {
    const rijen = await chaos.kijk<{ status: string }>(
      `SELECT DISTINCT p.status FROM postvak p JOIN route r ON r.traject_id = p.traject_id
        WHERE p.traject_id = $1 AND r.gezien >= r.stuurversie`,
      [trajectId],
    );
    return rijen.length === 1 && rijen[0]?.status === 'verwerkt';
  });
}

async function laatsteUitslagen(reis: StoringReis): Promise<unknown> {
  const regels = (await reis.journaal()) as unknown as readonly {
    soort: string;
    gebeurtenis: { resultaten?: unknown };
  }[];
  return regels.filter(({ soort }) => soort === 'examenresultatenOntvangen').at(-1)?.gebeurtenis
    .resultaten;
}

/** DUO knows it and says nothing. */
async function stilBijDuo(reis: StoringReis, pad: string, body: unknown): Promise<void> {
  await chaos.simulator.storingen([{ soort: 'laat-vallen', persoon: reis.persoonId }]);
  await gebeurtBijDuo(chaos, reis.persoonId, pad, body);
  await chaos.simulator.storingen([]);
}

describe('meldingen van DUO', () => {
  it('telt één keer, hoe vaak zij ook komt, onder hetzelfde en onder een ander nummer', async () => {
    const [reis] = await totPlicht(10);
    if (reis === undefined) throw new Error('geen reis');
    await stilBijDuo(reis, '/examenresultaten', { onderdeel: 'LE', niveau: 'B1' });
    const melding = {
      gebeurtenisId: 'SS199',
      bsn: reis.bsn,
      registratieDatumTijd: new Date().toISOString(),
    };
    const berichtId = randomUUID();
    const keer = [0, 1, 2, 3, 4];
    const antwoorden = [
      ...(await Promise.all(keer.map(() => duo.stuur({ ...melding, berichtId })))),
      ...(await Promise.all(keer.map(() => duo.stuur(melding)))),
    ];

    expect(antwoorden).toEqual(Array.from({ length: 10 }, () => 201));
    await verwerkt(reis);
    expect(await reis.post('SS199')).toHaveLength(6);
    expect(await reis.telInJournaal('examenresultatenOntvangen')).toBe(1);
  }, 60_000);

  it('komt met twintig meldingen in omgekeerde volgorde even ver als in de goede', async () => {
    const [recht, om] = await totPlicht(11, 12);
    if (recht === undefined || om === undefined) throw new Error('geen reis');
    const uitslagen = (['LE', 'LU', 'SC', 'SP', 'KNM'] as const).flatMap((onderdeel) =>
      (['Gezakt', 'Geslaagd'] as const).map((resultaat) => ({
        pad: '/examenresultaten',
        body: { onderdeel, resultaat, ...(onderdeel === 'KNM' ? {} : { niveau: 'B1' }) },
      })),
    );
    const oordelen = ['SS113', 'SS114', 'SS115', 'SS116', 'SS117', 'SS118', 'SS119', 'SS124'].map(
      (gebeurtenisId) => ({ pad: '/gebeurtenissen', body: { gebeurtenisId } }),
    );
    const lbt = { pad: '/lbt', body: { resultaatTijdstip: `${dag(-1)}T10:00:00Z` } };
    const alles = [...uitslagen, lbt, ...oordelen];
    await chaos.simulator.storingen([{ soort: 'laat-vallen', persoon: om.persoonId }]);
    for (const reis of [recht, om]) {
      for (const { pad, body } of alles) await gebeurtBijDuo(chaos, reis.persoonId, pad, body);
    }
    await chaos.simulator.storingen([]);
    const { notificaties } = await chaos.simulator.lees(om.persoonId);
    const gevallen = notificaties.filter(({ status }) => status === 'vervallen');
    expect(gevallen).toHaveLength(20);
    for (const { gebeurtenisId, berichtId, registratieDatumTijd } of gevallen.toReversed()) {
      const melding = { gebeurtenisId, berichtId, registratieDatumTijd, bsn: om.bsn };
      expect(await duo.stuur(melding)).toBe(201);
    }
    await Promise.all([verwerkt(recht), verwerkt(om)]);

    const eindstand = async (reis: StoringReis): Promise<unknown> => {
      const { status, taken, termijnen } = await reis.afloop();
      const soorten = new Set((await reis.journaal()).map(({ soort }) => soort));
      return { status, taken, termijnen, soorten, uitslagen: await laatsteUitslagen(reis) };
    };
    expect(await eindstand(om)).toEqual(await eindstand(recht));
    expect(await laatsteUitslagen(om)).toHaveLength(10);
  }, 60_000);

  it('gelooft een oud antwoord van DUO niet meer als er al een nieuwer is', async () => {
    const [reis] = await totPlicht(13);
    if (reis === undefined) throw new Error('geen reis');
    const examen = (onderdeel: string) =>
      gebeurtBijDuo(chaos, reis.persoonId, '/examenresultaten', { onderdeel });
    const vertragingMs = 4_500;
    const begin = Date.now();
    await chaos.simulator.storingen([
      {
        soort: 'antwoord-later',
        api: 'Examen',
        methode: 'GET',
        persoon: reis.persoonId,
        aantal: 1,
        vertragingMs,
      },
    ]);
    await examen('KNM');
    await wachtTot('de vraag bij DUO', async () => {
      const [storing] = await chaos.simulator.lopendeStoringen();
      return storing?.aantal === 0;
    });
    // Its driver ends, the question stays out; what comes next wakes a new one, which asks too.
    await chaos.bijTemporal(({ workflow }) =>
      workflow.getHandle(trajectWorkflowId(reis.trajectId)).terminate('proef'),
    );
    await examen('LE');
    await verwerkt(reis);
    const nieuw = await laatsteUitslagen(reis);
    expect(nieuw).toHaveLength(2);
    expect(Date.now() - begin).toBeLessThan(vertragingMs);

    // Nothing tells that an answer was thrown away: its time passes.
    await rust(begin + vertragingMs + 1_500 - Date.now());
    expect(await laatsteUitslagen(reis)).toEqual(nieuw);
    expect(await reis.telInJournaal('examenresultatenOntvangen')).toBe(1);
  }, 60_000);

  it(`verliest van ${MELDINGEN} meldingen tegelijk er geen één en werkt ze af`, async () => {
    const bekend = await totPlicht(14, 15, 16);
    const nieuw = [17, 18].map((nummer) => new StoringReis(chaos, nummer));
    for (const reis of nieuw) reis.persoonId = await reis.bijDuo();
    // Of ten: seven about who is known, one that opens a journey, one about who is unknown, one DUO made up.
    const meldingen = Array.from({ length: MELDINGEN }, (_, i) => {
      const gebeurtenisId = ['SS139', 'SS199', 'SS777'][i % 10] ?? 'SS199';
      const wie = i % 10 === 0 ? nieuw[(i / 10) % 2] : bekend[i % 3];
      const bsn = i % 10 === 1 ? testBsn(4_000 + (((i / 10) % 900) | 0)) : (wie?.bsn ?? '');
      return { gebeurtenisId, bsn, berichtId: randomUUID() };
    });
    const rij = [...meldingen];
    const antwoorden = new Map<number, number>();
    await Promise.all(
      Array.from({ length: 32 }, async () => {
        for (let een = rij.pop(); een !== undefined; een = rij.pop()) {
          const status = await duo.stuur(een);
          antwoorden.set(status, (antwoorden.get(status) ?? 0) + 1);
        }
      }),
    );

    expect([...antwoorden]).toEqual([[201, MELDINGEN]]);
    const stand = (): Promise<{ status: string; aantal: number }[]> =>
      chaos.kijk(
        `SELECT status, count(*)::int AS aantal FROM postvak WHERE bericht_id = ANY($1::uuid[])
          GROUP BY status ORDER BY status`,
        [meldingen.map(({ berichtId }) => berichtId)],
      );
    const verwacht = [
      { status: 'onbekend', aantal: MELDINGEN / 5 },
      { status: 'verwerkt', aantal: (MELDINGEN * 4) / 5 },
    ];
    await wachtTot('alles afgewerkt', async () => {
      const nu = await stand();
      return nu.every(({ status }) => status === 'onbekend' || status === 'verwerkt');
    });
    expect(await stand()).toEqual(verwacht);
    await wachtTot('elke drijver bij', async () => {
      const [achter] = await chaos.kijk<{ aantal: number }>(
        'SELECT count(*)::int AS aantal FROM route WHERE gewekt < stuurversie OR gezien < stuurversie',
      );
      return achter?.aantal === 0;
    });
    for (const reis of nieuw) {
      const [telling] = await chaos.kijk<{ aantal: number }>(
        `SELECT count(DISTINCT traject_id)::int AS aantal FROM postvak
          WHERE gebeurtenis_id = 'SS139' AND bericht_id = ANY($1::uuid[])`,
        [meldingen.filter(({ bsn }) => bsn === reis.bsn).map(({ berichtId }) => berichtId)],
      );
      expect(telling?.aantal).toBe(1);
    }
  }, 600_000);
});

describe('een nieuwer PIP', () => {
  const corrigeer = (reis: StoringReis): Promise<unknown> =>
    chaos.coordinator.zeker('POST', `/trajecten/${reis.trajectId}/opdrachten`, {
      body: {
        soort: 'corrigeerFeit',
        feit: 'pip',
        reden: 'De beschikking had een andere dag.',
        opdracht: { soort: 'stelPipVast', dagtekening: dag(-1) },
      },
    });
  const bijDuo = async ({ persoonId }: StoringReis): Promise<unknown[]> => {
    const { pips } = await chaos.simulator.lees(persoonId);
    return (pips as { pip: { dagtekeningPip: string } }[]).map(({ pip }) => pip.dagtekeningPip);
  };
  const bezorgd = (reis: StoringReis): Promise<void> =>
    reis.spoelDoorTot('bezorg', async () => {
      const alle = await reis.berichten('PIP_AANLEVEREN');
      return alle.map(({ status }) => status).join() === 'vervallen,bezorgd';
    });

  it('haalt het oudere niet in dat nog wacht, of nog bij DUO onderweg is', async () => {
    const [wacht, onderweg] = await bereid(chaos, [20, 21], 'concept');
    if (wacht === undefined || onderweg === undefined) throw new Error('geen reis');
    const bij = { api: 'PIP', methode: 'POST', aantal: 1 };
    await chaos.simulator.storingen([
      { ...bij, soort: 'vertraag', vertragingMs: 5_000, persoon: onderweg.persoonId },
      { ...bij, soort: 'status', status: 429, retryAfterS: 900, persoon: wacht.persoonId },
    ]);
    await wacht.stelPipVast();
    expect(await wacht.wachtOpnieuw('bezorg')).toBeGreaterThanOrEqual(900);
    await onderweg.stelPipVast();
    await wachtTot('de aanroep bij DUO', async () => {
      const [storing] = await chaos.simulator.lopendeStoringen();
      return storing?.aantal === 0;
    });
    await Promise.all([corrigeer(wacht), corrigeer(onderweg)]);
    await wachtTot(
      'DUO klaar met het oude',
      async () => (await onderweg.pipsVerstuurd()).length > 0,
      { pauzeMs: 50 },
    );
    expect(await onderweg.pipsVerstuurd()).toEqual(['POST 201']);

    await Promise.all([bezorgd(wacht), bezorgd(onderweg)]);
    expect(await wacht.pipsVerstuurd()).toEqual(['POST 429', 'DELETE 404', 'POST 201']);
    expect(await onderweg.pipsVerstuurd()).toEqual(['POST 201', 'DELETE 200', 'POST 201']);
    for (const reis of [wacht, onderweg]) {
      expect(await bijDuo(reis)).toEqual([dag(-1)]);
      expect(await reis.hersteltaken()).toEqual([]);
    }
  }, 120_000);
});

describe('wie er aan de lijn is', () => {
  it('neemt niets aan van wie DUO niet is', async () => {
    await vreemdeCertificaten(chaos);
    const oplichter = new Afzender(chaos, vreemdeMap(chaos));
    const gemeente = new Afzender(chaos, certificatenVan(chaos), LOKALE_GEMEENTEN[1].code);
    const melding = { gebeurtenisId: 'SS111', bsn: testBsn(30), berichtId: randomUUID() };

    expect(await oplichter.stuur(melding)).toBe(0);
    expect(await gemeente.stuur(melding)).toBe(403);
    const bewaard = 'SELECT 1 FROM postvak WHERE bericht_id = $1';
    expect(await chaos.kijk(bewaard, [melding.berichtId])).toEqual([]);
    await Promise.all([oplichter.sluit(), gemeente.sluit()]);
  }, 60_000);

  it('bewaart wat DUO niet aanneemt door een verkeerd certificaat, en bezorgt het als dat goed is', async () => {
    const gevallen: readonly (readonly [Vervalsing, RegExp])[] = [
      ['vreemd certificaat', /^(niet-geautoriseerd|storing:(tls|verbinding))$/],
      ['ander OIN', /^niet-geautoriseerd$/],
      ['vreemde DUO', /^storing:tls$/],
    ];
    const reizen = await bereid(chaos, [31, 32, 33], 'concept');
    for (const [i, [vervalsing, oorzaak]] of gevallen.entries()) {
      await wisselCertificaat(chaos, vervalsing);
      await reizen[i]!.stelPipVast();
      const gezien = await reizen[i]!.pip(vervalsing, (b) => b.oorzaak !== null);
      expect([gezien.status, gezien.oorzaak]).toEqual(['open', expect.stringMatching(oorzaak)]);
      expect(await reizen[i]!.pipsVerstuurd()).toEqual([]);
    }
    await wisselCertificaat(chaos, 'geen');
    for (const reis of reizen) {
      await reis.spoelDoorTot(
        'bezorg',
        async () => (await reis.telInJournaal('berichtBezorgd')) > 0,
      );
      expect(await reis.pipsVerstuurd()).toEqual(['POST 201']);
      expect(await reis.hersteltaken()).toEqual([]);
    }
  }, 120_000);
});

describe('DUO is zes uur weg', () => {
  it('houdt alles vast, vraagt niemand iets, en haalt het in zodra DUO er weer is', async () => {
    const reis = new ProefReis(chaos, 40);
    for (const [, doe] of reis.totPip()) await doe();
    await chaos.doodt('ketensimulator');
    await reis.stelPipVast();
    expect(await duo.stuur({ gebeurtenisId: 'SS199', bsn: reis.bsn })).toBe(201);
    const pip = async () => {
      const pad = `/trajecten/${reis.trajectId}/berichten`;
      const [bericht] = await chaos.regievoerder.zeker<
        readonly { status: string; pogingen: number; oorzaak: string | null }[]
      >('GET', pad);
      return bericht;
    };
    await wachtTot('een poging', async () => (await pip())?.oorzaak !== null);
    const eerder = await reis.journaal();

    await reis.vooruit(6);
    const na = await pip();
    expect(na).toMatchObject({
      status: 'open',
      oorzaak: expect.stringMatching(/^(storing:|vergelijken$)/) as string,
    });
    expect(na?.pogingen).toBeGreaterThan(20);
    expect(await reis.journaal()).toEqual(eerder);
    const open = await chaos.coordinator.zeker<readonly { soort: string }[]>(
      'GET',
      `/taken?trajectId=${reis.trajectId}&soort=bericht-herstellen`,
    );
    expect(open).toEqual([]);

    await chaos.herstart('ketensimulator');
    await wachtTot('ingehaald', async () => {
      await reis.vooruit(0.25);
      return (await reis.telInJournaal('berichtBezorgd')) === 1;
    });
    const { pips } = await chaos.simulator.lees(reis.persoonId);
    expect(pips).toHaveLength(1);
    const verstuurd = await chaos.simulator.ontvangen(reis.persoonId);
    expect(verstuurd.map(({ methode, status }) => `${methode} ${status}`)).toEqual(['POST 201']);
    await wachtTot('de feiten binnen', async () => {
      const rijen = await chaos.kijk(
        "SELECT 1 FROM postvak WHERE traject_id = $1 AND status <> 'verwerkt'",
        [reis.trajectId],
      );
      if (rijen.length > 0) await reis.vooruit(0.25);
      return rijen.length === 0;
    });
  }, 240_000);
});
