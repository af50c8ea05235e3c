// Real: the whole system, its databases and logs on disk, the three stories of the demo. Fake: the collector of traces
// is this spec. What this search finds when nothing is sealed is shown by privacy-controle.spec.ts.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sleutelIdVan } from '#security/verzegeling.js';
import { ASIEL } from '#tools/demo/personen.js';
import { KETEN_VAN_NU } from '#tools/demo/reisgenoot.js';
import { verhaalAsiel, verhaalGemist, verhaalGezin } from '#tools/demo/verhalen.js';
import { Verteller } from '#tools/demo/verteller.js';
import { vraag } from '#tools/demo/verzoek.js';
import { NAALDEN } from './naalden.js';
import { startProefomgeving, tot, type Proefomgeving } from './proefomgeving.js';
import { startVerzamelaar, type Verzamelaar } from './verzamelaar.js';
import { bytewaardenVan, dumpVan, gegevensmap, Zoeker } from './zoeker.js';

const zoeker = new Zoeker(NAALDEN);

/** Faults of the chain: retries and failures end up in histories and logs. */
const STORINGEN = [
  { soort: 'status', status: 429, api: 'PIP', methode: 'POST', aantal: 2 },
  { soort: '503', api: 'Inburgeringsplicht', methode: 'GET', aantal: 1 },
  { soort: 'half-antwoord', api: 'Leerbaarheidstoets', methode: 'GET', aantal: 1 },
  { soort: 'dubbel-notificatie', gebeurtenisId: 'SS102', aantal: 1 },
];

let omgeving: Proefomgeving;
let verzamelaar: Verzamelaar;

beforeAll(async () => {
  verzamelaar = await startVerzamelaar();
  omgeving = await startProefomgeving({
    env: { LOG_NIVEAU: 'trace', OTEL_EXPORTER_OTLP_ENDPOINT: verzamelaar.url },
  });
  const { simulatorUrl } = omgeving;
  await vraag(`${simulatorUrl}/storingen`, { methode: 'PUT', body: STORINGEN });
  const spel = {
    regievoerder: omgeving.gebruiker('regievoerder-stad'),
    coordinator: omgeving.gebruiker('coordinator-stad'),
    beheerder: omgeving.gebruiker('beheerder-stad'),
    simulatorUrl,
    verteller: new Verteller(true, () => undefined),
    keten: KETEN_VAN_NU,
  };
  await Promise.all([verhaalAsiel(spel), verhaalGezin(spel), verhaalGemist(spel)]);
}, 180_000);

afterAll(async () => {
  verzamelaar.sluit();
  await omgeving.stop();
}, 60_000);

/** The address where a part shows its metrics, as its own environment says. */
function metriekenUrl(onderdeel: 'api' | 'worker'): string {
  const { pid } = omgeving.processen.get(onderdeel)!;
  const env = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  const poort = env.find((regel) => regel.startsWith('METRICS_POORT='))?.split('=')[1];
  return `http://127.0.0.1:${poort}/metrics`;
}

function sleutelIdOfNiets(bytes: Buffer): string {
  try {
    return sleutelIdVan(bytes);
  } catch {
    return '';
  }
}

async function sleutelIds(): Promise<string[]> {
  const url = new URL(omgeving.postgres.url);
  url.pathname = '/sleutels';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM datasleutel');
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function antwoordOp(
  pad: string,
  body?: unknown,
  koppen: Record<string, string> = {},
): Promise<{ status: number; bytes: Buffer }> {
  const antwoord = await fetch(`${omgeving.apiUrl}/v1${pad}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await omgeving.gebruiker('regievoerder-stad').token()}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...koppen,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const kop = JSON.stringify([...antwoord.headers]);
  return { status: antwoord.status, bytes: Buffer.from(`${kop}${await antwoord.text()}`) };
}

describe('na de demo', () => {
  it('staat in foutantwoorden niets terug van wat iemand per ongeluk meestuurde', async () => {
    const { bsn, naam, vNummer, geboortedatum } = ASIEL;
    const persoon = { bsn, vNummer, naam, geboortedatum };
    const fouten = await Promise.all([
      antwoordOp(`/trajecten/${bsn}`),
      antwoordOp(`/trajecten?bsn=${bsn}`),
      antwoordOp(`/trajecten/${randomUUID()}?naam=${encodeURIComponent(naam)}`),
      antwoordOp(`/${encodeURIComponent(naam)}/${bsn}`),
      antwoordOp('/trajecten/_zoek', { bsn: `${bsn}1`, naam }),
      antwoordOp('/coa-overdrachten', {
        schemaVersie: 1,
        persoon,
        koppelingOp: geboortedatum + 'x',
      }),
      antwoordOp('/coa-overdrachten', { schemaVersie: naam, persoon: naam, koppelingOp: bsn }),
      antwoordOp('/coa-overdrachten', `{"persoon": {"naam": "${naam}", "bsn": ${bsn}`),
      antwoordOp(`/taken?trajectId=${bsn}&cursor=${vNummer}`),
      antwoordOp('/trajecten/_zoek', { bsn }, { 'if-match': naam, gemeente: bsn }),
    ]);
    expect(fouten.map(({ status }) => status)).not.toContain(500);
    expect(fouten.filter(({ status }) => status >= 400).length).toBeGreaterThan(8);
    expect(fouten.map(({ bytes }) => zoeker.inBytes(bytes))).toEqual(fouten.map(() => []));
  });

  it('staat er niets van de personen in de metrieken', async () => {
    for (const onderdeel of ['api', 'worker'] as const) {
      const antwoord = await fetch(metriekenUrl(onderdeel));
      const tekst = await antwoord.text();
      expect(tekst).toContain(`dienst="${onderdeel}"`);
      expect(zoeker.inBytes(Buffer.from(tekst))).toEqual([]);
    }
  });

  it('staat er niets van de personen in een dump van de database en van de sleutels', async () => {
    for (const database of ['inburgeringsregie', 'sleutels']) {
      const dump = await dumpVan(omgeving.postgres.url, database);
      expect(dump.length).toBeGreaterThan(1_000);
      expect(zoeker.inBytes(dump)).toEqual([]);
    }
  });

  it('is elke kolom met bytes echt verzegeld, met een sleutel die bestaat, en nergens alleen ingepakt', async () => {
    const waarden = await bytewaardenVan(omgeving.postgres.url, 'inburgeringsregie');
    const sleutels = new Set(await sleutelIds());
    const zegels = waarden.filter(({ waar }) => !waar.endsWith('_hash'));
    expect([...new Set(zegels.map(({ waar }) => waar))]).toEqual(
      expect.arrayContaining(['journaal.zegel', 'journaal.zegel_medisch', 'postvak.zegel']),
    );
    const onecht = zegels.filter(({ bytes }) => !sleutels.has(sleutelIdOfNiets(bytes)));
    expect(onecht.map(({ waar }) => waar)).toEqual([]);
    expect(waarden.flatMap(({ bytes }) => zoeker.inPakket(bytes))).toEqual([]);
  });

  it('staat er niets van de personen in de sporen', async () => {
    // The last steps of the stories are exported in batches, a few seconds later.
    await tot(
      'sporen van api en worker',
      () => Promise.resolve(Buffer.concat(verzamelaar.sporen).toString('latin1')),
      (tekst) => tekst.includes('POST') && tekst.includes('RunActivity'),
    );
    expect(zoeker.inBytes(Buffer.concat(verzamelaar.sporen))).toEqual([]);
  });

  it('staat er niets van de personen in de bestanden van PostgreSQL, ook niet in de WAL', async () => {
    const map = await gegevensmap(omgeving.postgres.url, omgeving.map);
    expect(await zoeker.inMap(map)).toEqual([]);
  }, 90_000);

  it('staat er niets van de personen in de database van Temporal, in logs en in wat verder bewaard is', async () => {
    // What the simulator remembers is DUO's own.
    const vanDuo = (naam: string): boolean => naam.startsWith('ketensimulator.json');
    expect(readFileSync(join(omgeving.logmap, 'api.log'), 'utf8')).toContain('_zoek');
    expect(await zoeker.inMap(omgeving.map, vanDuo)).toEqual([]);
  }, 90_000);
});
