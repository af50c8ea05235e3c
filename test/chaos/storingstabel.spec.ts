// What DUO can answer instead of what was agreed, and where each answer ends. Real: PostgreSQL, Temporal, api and worker
// as processes. Fake: DUO is the simulator with a fault per person; waiting for hours is skipped at Temporal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chaos, wachtTot } from '#test/support/chaos-omgeving.js';
import type { Storing } from '#test/support/chaos-simulator.js';
import { bereid, type StoringReis } from '#test/support/storing-reis.js';

type Fout = Omit<Storing, 'api' | 'methode' | 'persoon' | 'aantal'>;

const status = (waarde: number, retryAfterS?: number): Fout => ({
  soort: 'status',
  status: waarde,
  ...(retryAfterS === undefined ? {} : { retryAfterS }),
});

interface Bezorgrij {
  readonly naam: string;
  readonly fout: Fout;
  /** While the fault is there. */
  readonly einde: 'open' | 'geweigerd' | 'opgegeven' | 'bezorgd';
  readonly oorzaak: string | null;
  /** Seconds to the next attempt, at least. Without it that comes so soon that the fault stays until its cause was seen. */
  readonly wachtS?: number;
  /** What an operator reads of it, when the message itself does not tell. */
  readonly beheerder?: string;
  /** What DUO answered, from first to last; the same refusal again is left out. */
  readonly posts: readonly string[];
}

const OPNIEUW = (eerst: number): readonly string[] => [`POST ${eerst}`, 'POST 201'];
const WOORDEN = 'De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht.';

// In this order faults and verdicts take turns, so that the circuit breaker stays out of it.
const BEZORGEN: readonly Bezorgrij[] = [
  {
    naam: '503 zonder Retry-After: niet voor DUO klaar kan zijn, en dan nog eens',
    fout: { soort: '503' },
    einde: 'open',
    oorzaak: 'storing:http:503',
    wachtS: 45,
    posts: OPNIEUW(503),
  },
  {
    naam: '403 met een foutmelding: een taak met de woorden van DUO',
    fout: { soort: 'weiger', tekst: WOORDEN },
    einde: 'geweigerd',
    oorzaak: null,
    posts: OPNIEUW(403),
  },
  {
    naam: '503 met Retry-After: op het moment dat DUO noemt',
    fout: { soort: '503', retryAfterS: 900 },
    einde: 'open',
    oorzaak: 'storing:http:503',
    wachtS: 900,
    posts: OPNIEUW(503),
  },
  {
    naam: '403 zonder inhoud: naar de beheerder, en vanzelf opnieuw',
    fout: status(403),
    einde: 'open',
    oorzaak: 'niet-geautoriseerd',
    posts: OPNIEUW(403),
  },
  {
    naam: 'verbinding weg nadat DUO het deed: geen tweede PIP',
    fout: { soort: 'verbreek-na-verwerking' },
    einde: 'open',
    oorzaak: 'storing:verbinding',
    wachtS: 45,
    posts: ['POST 201'],
  },
  {
    naam: '429 met Retry-After: op het moment dat DUO noemt',
    fout: status(429, 600),
    einde: 'open',
    oorzaak: 'storing:http:429',
    wachtS: 600,
    posts: OPNIEUW(429),
  },
  {
    naam: '500: niet voor DUO klaar kan zijn, en dan nog eens',
    fout: status(500),
    einde: 'open',
    oorzaak: 'storing:http:500',
    wachtS: 45,
    posts: OPNIEUW(500),
  },
  {
    naam: '400: een taak en de beheerder; het bericht zelf is bewaard',
    fout: status(400),
    einde: 'opgegeven',
    oorzaak: null,
    posts: OPNIEUW(400),
  },
  {
    naam: '502: niet voor DUO klaar kan zijn, en dan nog eens',
    fout: status(502),
    einde: 'open',
    oorzaak: 'storing:http:502',
    wachtS: 45,
    posts: OPNIEUW(502),
  },
  {
    naam: '401: naar de beheerder, en vanzelf opnieuw',
    fout: status(401),
    einde: 'open',
    oorzaak: 'niet-geautoriseerd',
    posts: OPNIEUW(401),
  },
  {
    naam: '429 zonder Retry-After: vanzelf opnieuw',
    fout: status(429),
    einde: 'open',
    oorzaak: 'storing:http:429',
    posts: OPNIEUW(429),
  },
  {
    naam: '404: een taak',
    fout: status(404),
    einde: 'opgegeven',
    oorzaak: null,
    posts: OPNIEUW(404),
  },
  {
    naam: '409: een taak en de beheerder',
    fout: status(409),
    einde: 'opgegeven',
    oorzaak: null,
    posts: OPNIEUW(409),
  },
  {
    naam: '302, dat DUO niet kent: eerst bij DUO nagaan, dan nog eens',
    fout: status(302),
    einde: 'open',
    oorzaak: 'onbegrijpelijk:302',
    wachtS: 45,
    posts: OPNIEUW(302),
  },
  {
    naam: 'een pagina in plaats van een leeg antwoord: bezorgd, en de beheerder ziet het verschil',
    fout: { soort: 'geen-json' },
    einde: 'bezorgd',
    oorzaak: null,
    beheerder: 'antwoord heeft een body waar geen hoort',
    posts: ['POST 201'],
  },
];

interface Haalrij {
  readonly naam: string;
  readonly fout: Fout;
  /** Why DUO gives nothing, as a person reads it after an hour. Null: the answer is used as it is. */
  readonly oorzaak: string | null;
  readonly wachtS?: number;
  readonly beheerder?: string;
  /** Results in the file once DUO answers as agreed. */
  readonly resultaten?: number;
}

const HALEN: readonly Haalrij[] = [
  { naam: 'afgekapte JSON', fout: { soort: 'afgekapt' }, oorzaak: 'onbegrijpelijk:200' },
  {
    naam: 'een antwoord dat halverwege breekt',
    fout: { soort: 'half-antwoord' },
    oorzaak: 'storing:verbinding:200',
  },
  { naam: 'een ander soort inhoud', fout: { soort: 'geen-json' }, oorzaak: 'onbegrijpelijk:200' },
  { naam: '500', fout: status(500), oorzaak: 'storing:http:500' },
  {
    naam: 'een waarde buiten de lijst',
    fout: { soort: 'ander-veld', veld: '0.resultaat', waarde: 'Misschien' },
    oorzaak: 'onbegrijpelijk:200',
  },
  {
    naam: '503 met Retry-After',
    fout: { soort: '503', retryAfterS: 900 },
    oorzaak: 'storing:http:503',
    wachtS: 900,
  },
  { naam: '401', fout: status(401), oorzaak: 'niet-geautoriseerd' },
  { naam: '403 zonder inhoud', fout: status(403), oorzaak: 'niet-geautoriseerd' },
  {
    naam: '403 met een foutmelding',
    fout: { soort: 'weiger', tekst: 'Vraag dit niet.' },
    oorzaak: 'geweigerd',
  },
  { naam: '400', fout: status(400), oorzaak: 'ons-defect' },
  {
    naam: '429 met Retry-After',
    fout: status(429, 600),
    oorzaak: 'storing:http:429',
    wachtS: 600,
  },
  { naam: '302', fout: status(302), oorzaak: 'onbegrijpelijk:302' },
  {
    naam: 'een veld te veel: de feiten tellen, en de beheerder ziet het verschil',
    fout: { soort: 'ander-veld', veld: '0.wijk', waarde: 'Noord' },
    oorzaak: null,
    beheerder: 'onbekend veld wijk',
  },
  {
    naam: '404: DUO heeft niets van die soort',
    fout: status(404),
    oorzaak: null,
    resultaten: 0,
  },
];

let chaos: Chaos;
const voorBezorgen = new Map<string, StoringReis>();
const voorHalen = new Map<string, StoringReis>();
let traag: StoringReis;

beforeAll(async () => {
  chaos = await Chaos.start();
  const nummers = Array.from({ length: BEZORGEN.length + 1 }, (_, i) => 100 + i);
  const [eerste, ...rest] = await bereid(chaos, nummers, 'concept');
  if (eerste === undefined) throw new Error('geen reis');
  traag = eerste;
  for (const [i, { naam }] of BEZORGEN.entries()) voorBezorgen.set(naam, rest[i]!);
  const halers = await bereid(
    chaos,
    HALEN.map((_, i) => 200 + i),
    'plicht',
  );
  for (const [i, { naam }] of HALEN.entries()) voorHalen.set(naam, halers[i]!);
  // Takes half a minute, while the others go on.
  await stel(traag, { soort: 'vertraag', vertragingMs: 30_000, aantal: 1 });
  await traag.stelPipVast();
  await wachtTot('de trage aanroep', async () => {
    const [storing] = await chaos.simulator.lopendeStoringen();
    return storing?.aantal === 0;
  });
}, 240_000);

afterAll(async () => {
  await chaos.stop();
}, 60_000);

function stel({ persoonId }: StoringReis, fout: Omit<Storing, 'persoon'>): Promise<void> {
  const bij = { api: 'PIP', methode: 'POST', ...fout };
  return chaos.simulator.storingen([{ ...bij, persoon: persoonId }]);
}

function zoek(reizen: ReadonlyMap<string, StoringReis>, naam: string): StoringReis {
  const reis = reizen.get(naam);
  if (reis === undefined) throw new Error('geen reis');
  return reis;
}

/** What an operator could read of the calls to DUO. */
function bijBeheerder(): string[] {
  const log = readFileSync(join(chaos.omgeving.logmap, 'worker.log'), 'utf8');
  return log.split('\n').filter((regel) => regel.includes('"actie":"duo-aanroep"'));
}

/** Every row must have met its own fault: what was told before does not count. */
async function hoortBeheerder(deel: string | undefined, eerder: number): Promise<void> {
  if (deel === undefined) return;
  await wachtTot(`de beheerder leest ${deel}`, () =>
    Promise.resolve(
      bijBeheerder()
        .slice(eerder)
        .some((regel) => regel.includes(deel)),
    ),
  );
}

// Never leaves out what DUO took.
const opeenvolgend = (posts: readonly string[]): string[] =>
  posts.filter((post, i) => post === 'POST 201' || post !== posts[i - 1]);

describe('wat wij DUO melden', () => {
  it.each(BEZORGEN)(
    '$naam',
    async ({ naam, fout, einde, oorzaak, wachtS, beheerder, posts }) => {
      const reis = zoek(voorBezorgen, naam);
      const blijft = einde === 'open' && wachtS === undefined;
      const gelezen = bijBeheerder().length;
      await stel(reis, { ...fout, ...(blijft ? {} : { aantal: 1 }) });
      await reis.stelPipVast();
      const gezien = await reis.pip(einde, (b) =>
        einde === 'open' ? b.oorzaak === oorzaak : b.status === einde,
      );
      if (blijft) await chaos.simulator.storingen([]);
      else {
        expect(gezien).toMatchObject({ pogingen: 1 });
        expect(await chaos.simulator.lopendeStoringen()).toMatchObject([{ aantal: 0 }]);
      }
      await hoortBeheerder(beheerder, gelezen);
      expect(gezien.foutteksten).toEqual(fout.soort === 'weiger' ? [WOORDEN] : []);
      if (wachtS !== undefined) {
        expect(await reis.wachtOpnieuw('bezorg')).toBeGreaterThanOrEqual(wachtS);
        await reis.spoelDoor('bezorg');
      }
      if (einde === 'geweigerd' || einde === 'opgegeven') {
        expect(await reis.hersteltaken()).toHaveLength(1);
        await reis.biedOpnieuwAan();
      }

      await reis.pip('bezorgd', (b) => b.status === 'bezorgd');
      expect(opeenvolgend(await reis.pipsVerstuurd())).toEqual(posts);
      expect((await chaos.simulator.lees(reis.persoonId)).pips).toHaveLength(1);
      expect(await reis.hersteltaken()).toEqual([]);
      expect(await reis.telInJournaal('berichtBezorgd')).toBe(1);
    },
    60_000,
  );
});

describe('wat wij DUO vragen', () => {
  it.each(HALEN)(
    '$naam',
    async ({ naam, fout, oorzaak, wachtS, beheerder, resultaten = 1 }) => {
      const gelezen = bijBeheerder().length;
      const reis = zoek(voorHalen, naam);
      const eerder = await reis.telInJournaal('examenresultatenOntvangen');
      await stel(reis, { api: 'Examen', methode: 'GET', ...fout });
      await chaos.simulator.gebeurt(reis.persoonId, 'SS199', '/examenresultaten', {
        onderdeel: 'KNM',
      });
      const einde = async (): Promise<string | undefined> => (await reis.post('SS199'))[0]?.status;
      if (oorzaak !== null) {
        const wacht = await reis.wachtOpnieuw('haalFeiten');
        expect(wacht).toBeGreaterThanOrEqual(wachtS ?? 0);
        expect(await einde()).toBe('gekoppeld');
        await reis.uurVerder();
        await reis.spoelDoorTot('haalFeiten', async () => (await einde()) === 'incident');
        const incidenten = await chaos.coordinator.zeker<
          readonly { trajectId: string; reden: string }[]
        >('GET', '/postvak?status=incident&limit=100');
        expect(incidenten.filter(({ trajectId }) => trajectId === reis.trajectId)).toMatchObject([
          { reden: `DUO geeft de feiten niet: ${oorzaak}.` },
        ]);
        expect(await reis.telInJournaal('examenresultatenOntvangen')).toBe(eerder);
        await chaos.simulator.storingen([]);
      }
      await reis.spoelDoorTot('haalFeiten', async () => (await einde()) === 'verwerkt');
      expect(await reis.telInJournaal('examenresultatenOntvangen')).toBe(eerder + resultaten);
      await hoortBeheerder(beheerder, gelezen);
    },
    60_000,
  );
});

describe('wie het hoort', () => {
  it('vertelt de beheerder elke weigering van toegang, elk defect en elk verschil', () => {
    const regels = bijBeheerder();
    for (const deel of [
      '"resultaat":"niet-geautoriseerd"',
      'DUO antwoordt 400',
      'DUO antwoordt 409',
      'http 503',
      'http 429',
      'antwoord: geen geldige JSON',
      'antwoord: geen application/json',
      'antwoord: onverwachte status',
      'onbekend veld wijk',
      'antwoord heeft een body waar geen hoort',
    ]) {
      expect([deel, regels.some((regel) => regel.includes(deel))]).toEqual([deel, true]);
    }
  });

  it('doet een PIP waar DUO een halve minuut over doet niet nog eens', async () => {
    await traag.pip('te traag', (b) => b.oorzaak === 'storing:time-out');
    await wachtTot('DUO klaar', async () => (await traag.pipsVerstuurd()).length === 1);
    await traag.spoelDoorTot(
      'bezorg',
      async () => (await traag.telInJournaal('berichtBezorgd')) === 1,
    );
    expect(await traag.pipsVerstuurd()).toEqual(['POST 201']);
    expect(await traag.hersteltaken()).toEqual([]);
  }, 60_000);
});
