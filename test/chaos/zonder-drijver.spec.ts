// Temporal or the worker is away: everything that people do goes on. Real: all of the system as processes, one of them
// killed and started again on its own data. Fake: DUO is the simulator. Set by hand, in the database: how far the clock
// of one journey runs ahead, a rehearsal, so that a term passes its last day while the test looks.
import { beginVanDag, vandaagInAmsterdam } from '#config/amsterdam.js';
import { ChaosAsiel } from '#test/support/chaos-asiel.js';
import { type Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import { ChaosReis, dag } from '#test/support/chaos-reis.js';
import { metChaos } from '#test/support/chaos-spec.js';
import {
  coaExport,
  leesElkeRoute,
  routes,
  schrijfEnLees,
  type Bezit,
} from '#test/support/chaos-routes.js';

const LANGSTE_VERZOEK_MS = 10_000;
const GEZONDHEID_BINNEN_MS = 60_000;
/** Between the setting of a journey's clock and the end of its last day. */
const TOT_MIDDERNACHT_MS = 15_000;

let chaos: Chaos;
/** Every kind of opdracht of both happy paths. */
let soorten: string[];

const { controleer } = metChaos({
  gestart: (nieuw) => {
    chaos = nieuw;
  },
  reizen: [ChaosReis, ChaosAsiel],
  env: { PROEFDRAAIEN: 'aan' },
});

beforeAll(() => {
  soorten = gegevenSoorten();
});

/** The kinds of opdracht that were accepted since the last time this was asked. */
function gegevenSoorten(): string[] {
  const alle = [chaos.regievoerder, chaos.coordinator].flatMap(({ gegeven }) => gegeven.splice(0));
  const soort = ({ vraag }: (typeof alle)[number]): string | undefined => {
    const body = vraag.body as { soort?: string; uitkomst?: { soort: string } };
    return body.soort ?? body.uitkomst?.soort;
  };
  return [...new Set(alle.flatMap((een) => soort(een) ?? []))].sort();
}

async function speel(reis: ChaosReis, ...namen: readonly string[]): Promise<void> {
  const stappen = new Map(reis.stappen());
  for (const naam of namen) {
    const doe = stappen.get(naam);
    if (doe === undefined) throw new Error(`geen stap ${naam}`);
    await doe();
  }
}

/** Each of these steps is in the journal and off the list of tasks as soon as it is answered. */
async function speelZichtbaar(reis: ChaosReis, ...namen: readonly string[]): Promise<void> {
  for (const naam of namen) {
    const voor = (await reis.journaal()).length;
    await speel(reis, naam);
    expect([naam, (await reis.journaal()).length > voor]).toEqual([naam, true]);
    const [, taak] = /^\/taken\/([^/]+)\//.exec(chaos.coordinator.gegeven.at(-1)?.pad ?? '') ?? [];
    if (taak === undefined) continue;
    const open = await chaos.coordinator.zeker<{ id: string }[]>(
      'GET',
      `/taken?trajectId=${reis.trajectId}&limit=100`,
    );
    expect(open.map(({ id }) => id)).not.toContain(taak);
  }
}

/** A rehearsal from today on, up to the start of the ten weeks. */
async function speelProef(reis: ChaosAsiel): Promise<void> {
  reis.persoonId = await reis.bijDuo();
  const { trajectId } = await chaos.beheerder.zeker<{ trajectId: string }>(
    'POST',
    '/coa-overdrachten',
    { body: { ...reis.overdracht(), proef: true, proefVanafOp: dag(0) } },
  );
  reis.trajectId = trajectId;
  await chaos.simulator.stuur(reis.persoonId, 'SS101');
  await speel(reis, 'plicht', 'scenario', 'driegesprek', 'woning', 'verhuizing', 'inschrijving');
}

/** The journey's clock comes to stand a moment before the end of the last day of this term. */
async function zetKlokVlakVoor({ trajectId }: ChaosReis, code: string): Promise<void> {
  const termijnen = await chaos.regievoerder.zeker<{ code: string; uiterlijkOp: string }[]>(
    'GET',
    `/trajecten/${trajectId}/termijnen`,
  );
  const laatste = termijnen.find((een) => een.code === code)?.uiterlijkOp ?? '';
  const morgen = vandaagInAmsterdam(new Date(beginVanDag(laatste).getTime() + 30 * 3_600_000));
  const middernacht = beginVanDag(morgen).getTime();
  await chaos.zetKlok(trajectId, middernacht - TOT_MIDDERNACHT_MS - Date.now());
}

/** Thrown to leave a journey where it is. */
class Genoeg extends Error {}

async function speelTot(reis: ChaosReis, stap: string): Promise<void> {
  try {
    await reis.speel((naam) => {
      if (naam === stap) throw new Genoeg();
    });
  } catch (fout) {
    if (!(fout instanceof Genoeg)) throw fout;
  }
}

async function laatsteMelding(persoonId: string): Promise<number | undefined> {
  const { notificaties } = await chaos.simulator.lees(persoonId);
  return notificaties.at(-1)?.pogingen.at(-1)?.status;
}

const allesGoed = {
  status: 'goed',
  onderdelen: { database: 'goed', sleutels: 'goed', temporal: 'goed', worker: 'goed' },
};

/** The api says so within a minute, and stays fit to be asked. */
async function wordtGezondheid(verwacht: Record<string, unknown>): Promise<void> {
  await wachtTot(
    'de gezondheid',
    async () => {
      const { status, inhoud } = await chaos.gezondheid();
      expect(status).toBe(200);
      expect(inhoud).toMatchObject(verwacht);
      return true;
    },
    { termijnMs: GEZONDHEID_BINNEN_MS },
  );
}

/** Ids of everything there is to read about. */
async function bezitVan({ trajectId }: ChaosReis, onbekend: ChaosReis): Promise<Bezit> {
  const eerste = async (pad: string): Promise<string> =>
    wachtTot(pad, async () => {
      const rijen = await chaos.coordinator.zeker<{ id: string }[]>('GET', pad);
      return rijen[0]?.id;
    });
  onbekend.persoonId = await onbekend.bijDuo();
  await chaos.simulator.stuur(onbekend.persoonId, 'SS199');
  const herziening = await chaos.beheerder.zeker<{ id: string }>('POST', '/termijnherzieningen', {
    body: {
      soort: 'gelijkgestelde-dagen',
      dagen: [{ datum: '2035-05-04', staatscourant: '2034, 12345' }],
    },
  });
  const aangeboden = await chaos.coordinator.zeker<{ id: string }>('POST', '/coa-importen', {
    body: coaExport(),
  });
  await wachtTot('het voorstel', async () => {
    const pad = `/termijnherzieningen/${herziening.id}`;
    const { status } = await chaos.beheerder.zeker<{ status: string }>('GET', pad);
    return status === 'voorgesteld';
  });
  return {
    trajecten: trajectId,
    proefdraaien: trajectId,
    taken: await eerste(`/taken?trajectId=${trajectId}`),
    'coa-importen': aangeboden.id,
    'coa-overdrachten': await eerste(`/coa-overdrachten?trajectId=${trajectId}`),
    postvak: await eerste('/postvak?status=onbekend'),
    termijnherzieningen: herziening.id,
  };
}

const OP_OPDRACHT = ['POST /trajecten/{id}/opdrachten', 'POST /taken/{id}/afronding'];

describe.each([
  ['temporal', 100, { status: 'beperkt', onderdelen: { temporal: 'slecht', database: 'goed' } }],
  [
    'worker',
    200,
    { status: 'beperkt', onderdelen: { worker: 'slecht', temporal: 'goed', database: 'goed' } },
  ],
] as const)('zonder %s', (wie, nummer, gezond) => {
  it('werkt elke lezing en elke opdracht, komen meldingen van DUO binnen, en volgt de rest na terugkeer', async () => {
    const asiel = new ChaosAsiel(chaos, nummer);
    const los = new ChaosAsiel(chaos, nummer + 1);
    const eind = new ChaosReis(chaos, nummer + 2);
    const teLaat = new ChaosAsiel(chaos, nummer + 3);
    const nieuw = new ChaosReis(chaos, nummer + 4);
    const metPip = new ChaosAsiel(chaos, nummer + 6);
    const halverwege = new ChaosReis(chaos, nummer + 7);
    await Promise.all([
      speel(asiel, 'openen', 'plicht', 'oproepen', 'aanmelden', 'toets', 'uitslag'),
      speel(los, 'openen', 'plicht'),
      speelTot(eind, 'eindgesprek'),
      speelProef(teLaat),
      speelTot(metPip, 'aanbod'),
      speelTot(halverwege, 'pvt'),
    ]);
    const bezit = await bezitVan(los, new ChaosReis(chaos, nummer + 5));
    gegevenSoorten();
    await zetKlokVlakVoor(teLaat, 'PIP_VASTSTELLEN');
    await speel(teLaat, 'oproepen');
    await chaos.doodt(wie);

    const gelezen = await leesElkeRoute(chaos, bezit);
    expect(gelezen.filter(({ status }) => status !== 200)).toEqual([
      // Only Temporal knows what the workflow waits for.
      { route: 'GET /trajecten/{id}/wachtop', status: 503 },
      // This one is no rehearsal.
      { route: 'GET /proefdraaien/{trajectId}', status: 409 },
    ]);
    const mis: string[] = [];
    for (const route of routes().filter((een) => !een.startsWith('GET '))) {
      if (OP_OPDRACHT.includes(route)) continue;
      const reis = route === 'POST /cursusurenimporten' ? metPip : los;
      mis.push(...(await schrijfEnLees(chaos, route, reis, bezit)));
    }
    expect(mis).toEqual([]);
    await speelZichtbaar(los, 'oproepen', 'aanmelden');
    await speelZichtbaar(
      asiel,
      ...['scenario', 'driegesprek', 'woning', 'verhuizing', 'inschrijving', 'begeleiding'],
      ...['bijstand', 'ontzorgen', 'regelingen', 'intake', 'leerroute', 'concept', 'pip'],
    );
    await speelZichtbaar(metPip, 'aanbod', 'zelf betalen');
    const uren = ['pvt', 'excursie', 'verklaring', 'cursus', 'praktijk', 'eindgesprek map'];
    await speelZichtbaar(halverwege, ...uren);
    await speelZichtbaar(eind, 'eindgesprek', 'sluiten');
    expect(gegevenSoorten()).toEqual(soorten);

    // A notification of someone we know, and one that opens a journey.
    await speel(los, 'toets');
    nieuw.persoonId = await nieuw.bijDuo();
    await chaos.simulator.stuur(nieuw.persoonId, 'SS139');
    for (const { persoonId } of [los, nieuw]) expect(await laatsteMelding(persoonId)).toBe(201);
    expect(await chaos.simulator.ontvangen(asiel.persoonId)).toEqual([]);
    // The last day passes meanwhile, and whoever reads sees that.
    await wachtTot('de laatste dag voorbij', async () => {
      const termijnen = await chaos.regievoerder.zeker<{ code: string; teLaat: boolean }[]>(
        'GET',
        `/trajecten/${teLaat.trajectId}/termijnen`,
      );
      return termijnen.find(({ code }) => code === 'PIP_VASTSTELLEN')?.teLaat;
    });
    await wordtGezondheid(gezond);

    await chaos.herstart(wie);
    await wachtTot('de escalatie', async () => {
      const pad = `/taken?trajectId=${teLaat.trajectId}&soort=escalatie-behandelen`;
      return (await chaos.coordinator.zeker<unknown[]>('GET', pad)).length === 1;
    });
    nieuw.trajectId = await nieuw.gezocht();
    await nieuw.inJournaal('plichtGeregistreerd');
    await los.inJournaal('lbtResultaatOntvangen');
    await metPip.inJournaal('berichtBezorgd', 3);
    const rest = ['alles bezorgd', 'diploma', 'voldaan', 'eindgesprek', 'sluiten'];
    await Promise.all([
      speel(asiel, 'bezorgd', 'termijn', 'aanbod', 'zelf betalen', ...uren, ...rest),
      speel(halverwege, ...rest),
    ]);
    for (const reis of [asiel, halverwege, eind]) {
      await controleer(reis);
    }
    await wordtGezondheid(allesGoed);
    const langste = [chaos.regievoerder, chaos.coordinator, chaos.beheerder].map(
      ({ langsteMs }) => langsteMs,
    );
    expect(Math.max(...langste)).toBeLessThan(LANGSTE_VERZOEK_MS);
  }, 240_000);
});
