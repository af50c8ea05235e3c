// Real: the listener for DUO over mTLS, the door, PostgreSQL, certificates made here. Fake: DUO, the
// key store. What fits is decided by DUO's own file, not by our reading of it.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import pg from 'pg';
import { Agent, request } from 'undici';
import { parse } from 'yaml';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { duoGebeurtenis } from '#domain/keten/gebeurtenissen.js';
import { ontzegelJson } from '#security/verzegeling.js';
import type { ZoeksleutelSoort } from '#security/zoeksleutel.js';
import { klachten, type Schema } from '#tools/conformiteit/specificatie.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';
import { omvang } from '#test/support/omvang.js';
import { voorbeelden } from '#test/support/schema-voorbeelden.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { maakUitgever } from './ketensimulator/certificaten.js';

const DUO = '00000001003214345000';
// Each is sent once, twice or three times: at least so many requests.
const MELDINGEN = omvang({ poort: 2_000, volledig: 10_000 });
const TEGELIJK = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the schema cannot say: these numbers exist, and these moments are of our time. */
const BSNS = Array.from({ length: 40 }, nieuwBsn);

type Koppen = Readonly<Record<string, string>>;

interface Verzoek {
  /** `past`: all of it fits DUO's file. `onzin`: it cannot fit. `misschien`: the file decides. */
  readonly soort: 'past' | 'misschien' | 'onzin';
  readonly koppen: Koppen;
  readonly tekst: string;
}

const tweecijfers = (van: number, tot: number): Arbitrary<string> =>
  fc.integer({ min: van, max: tot }).map((getal) => String(getal).padStart(2, '0'));

// Days that do not exist, leap seconds and years at both ends are in here.
const bijnaMomenten = fc
  .tuple(
    fc.oneof(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 0, max: 9_999 })),
    tweecijfers(0, 13),
    tweecijfers(0, 32),
    tweecijfers(0, 24),
    tweecijfers(0, 60),
    tweecijfers(0, 61),
    fc.constantFrom('', '.1', '.123456789', '.'),
    fc.constantFrom('Z', 'z', '+02:00', '-23:59', '+24:00', '', ' '),
  )
  .map(
    ([jaar, maand, dag, uur, minuut, seconde, deel, zone]) =>
      `${String(jaar).padStart(4, '0')}-${maand}-${dag}T${uur}:${minuut}:${seconde}${deel}${zone}`,
  );

const momenten = fc
  .date({
    min: new Date('2021-01-01T00:00:00Z'),
    max: new Date('2060-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .chain((moment) => {
    const kaal = moment.toISOString().slice(0, 19);
    return fc.constantFrom(`${kaal}Z`, `${kaal}.123Z`, `${kaal}+02:00`, `${kaal}-11:30`);
  });

const bijnaWaarden = fc.oneof(
  bijnaMomenten,
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\uD800',
    '٠١٢٣٤٥٦٧٨',
    'ＳＳ１３９',
    '-0',
    '1e9',
    'NaN',
    '123456782',
  ),
  fc.constantFrom(0, -0, -1, 1.5, 1e10, 9_999_999_999, 1e308, Number.MAX_SAFE_INTEGER + 1),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.nat({ max: 5_000 }).map((lengte) => 'x'.repeat(lengte)),
  fc.stringMatching(/^[0-9A-Z]{1,7}$/),
  fc.jsonValue({ maxDepth: 4 }),
);

const diep = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.boolean())
  .map(([diepte, lijst]) =>
    lijst
      ? `${'['.repeat(diepte)}${']'.repeat(diepte)}`
      : `${'{"a":'.repeat(diepte)}1${'}'.repeat(diepte)}`,
  );

function verzoeken(schema: Schema): Arbitrary<Verzoek> {
  const velden = Object.keys(schema.properties!);
  const past = voorbeelden({
    ...schema,
    properties: { ...schema.properties, registratieDatumTijd: { type: 'string' } },
  }).chain((ruw) =>
    fc
      .tuple(momenten, fc.constantFrom(...BSNS), fc.integer({ min: 1, max: 9_999_999_999 }))
      .map(([moment, bsn, vNummer]) => {
        const body = { ...(ruw as Record<string, unknown>), registratieDatumTijd: moment };
        return {
          ...body,
          ...('bsn' in body ? { bsn } : {}),
          ...('vNummer' in body ? { vNummer } : {}),
        };
      }),
  );
  const bijna = fc
    .tuple(
      past,
      fc.dictionary(
        fc.oneof(fc.constantFrom(...velden), fc.constantFrom('__proto__', 'constructor', 'extra')),
        fc.oneof(bijnaWaarden, fc.constant(undefined)),
        { minKeys: 1, maxKeys: 3 },
      ),
    )
    .map(([body, anders]) => ({ ...body, ...anders }));
  const raar = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    past.map((body) => JSON.stringify(body).slice(0, -1)),
    past.map((body) => `${JSON.stringify(body)}${JSON.stringify(body)}`),
    past.map((body) => JSON.stringify([body])),
    past.map((body) => JSON.stringify({ ...body, vul: 'x'.repeat(150_000) })),
    past.chain((body) =>
      diep.map((nest) => `${JSON.stringify(body).slice(0, -1)},"diep":${nest.slice(0, -1)}}`),
    ),
    fc.jsonValue().map((waarde) => JSON.stringify({ waarde })),
    fc.constantFrom('', 'null', 'true', '0', '"SS139"', '[]', '{}', '\uFEFF{}', '{"a":1e99999}'),
    diep,
  );
  const latin = fc.stringMatching(/^[\x21-\x7e\xa1-\xff]{0,60}$/);
  const naast: Arbitrary<Koppen> = fc.oneof(
    fc.record({ bron: fc.oneof(latin, fc.stringMatching(/^\d{20}$/)) }),
    fc.record({ doel: fc.oneof(latin, fc.stringMatching(/^\d{20}$/)) }),
    fc.record({ berichtId: latin }),
    fc.record({
      'content-type': fc.oneof(latin, fc.constantFrom('text/plain', 'application/xml')),
    }),
    fc.record({ 'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'onzin') }),
    fc.record({
      'content-type': fc.constantFrom(
        'application/json; charset=utf-16',
        'application/json; charset=onzin',
        'application/problem+json',
      ),
    }),
  );
  const goed = fc.constant<Koppen>({});
  const maak =
    (soort: Verzoek['soort']) =>
    ([koppen, body]: [Koppen, unknown]): Verzoek => ({
      soort,
      koppen,
      tekst: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(goed, past).map(maak('past')) },
    { weight: 4, arbitrary: fc.tuple(goed, bijna).map(maak('misschien')) },
    { weight: 2, arbitrary: fc.tuple(goed, raar).map(maak('onzin')) },
    { weight: 2, arbitrary: fc.tuple(naast, past).map(maak('onzin')) },
  );
}

metSpecificaties('een stroom willekeurige meldingen', 'duo/API/Notificatie/openapi.yml', (pad) => {
  const bestand = parse(readFileSync(pad, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const schema = bestand.components.schemas['Notificatie']!;
  let o: Opstelling;
  let luisteraar: Luisteraar;
  let alsDuo: Agent;

  beforeAll(async () => {
    o = await maakOpstelling();
    const uitgever = await maakUitgever();
    luisteraar = await openNotificatiekant(o, { uitgever });
    alsDuo = new Agent({ connect: { ca: uitgever.ca, ...(await uitgever.geef(DUO)) } });
  });

  afterAll(async () => {
    await alsDuo.destroy();
    await luisteraar.stop();
    await o.stop();
  });

  async function stuur({ koppen, tekst }: Verzoek): Promise<{ status: number; versie: unknown }> {
    const antwoord = await request(`https://127.0.0.1:${luisteraar.poort}/notificaties`, {
      method: 'POST',
      dispatcher: alsDuo,
      headers: {
        'content-type': 'application/json',
        bron: DUO,
        doel: GEMEENTE_A.oin,
        berichtId: randomUUID(),
        ...koppen,
      },
      body: tekst,
    });
    await antwoord.body.dump();
    return { status: antwoord.statusCode, versie: antwoord.headers['api-version'] };
  }

  type Rij = Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly bericht_id: string;
    readonly zegel: Buffer;
    readonly ontvangen_tijdstip: Date;
  };

  async function inDatabase<T>(doe: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: o.databaseUrl });
    await client.connect();
    try {
      return await doe(client);
    } finally {
      await client.end();
    }
  }

  /** Number of rows of every table but the inbox. */
  const naastPostvak = (): Promise<Record<string, unknown>> =>
    inDatabase(async (client) => {
      const { rows } = await client.query<{ naam: string }>(
        `SELECT tablename AS naam FROM pg_tables
          WHERE schemaname = 'public' AND tablename <> 'postvak' ORDER BY 1`,
      );
      const tellingen: Record<string, unknown> = {};
      for (const { naam } of rows) {
        const telling = await client.query(`SELECT count(*) FROM "${naam}"`);
        tellingen[naam] = telling.rows[0];
      }
      return tellingen;
    });

  /** The whole row as it should be for what was accepted; what is sealed comes apart. */
  function rijVan(berichtId: string, melding: Aangenomen): Record<string, unknown> {
    const { registratieDatumTijd, gebeurtenisId, bsn, vNummer } = melding;
    const hash = (soort: ZoeksleutelSoort, waarde: string): Buffer =>
      o.zoeksleutels.van(GEMEENTE_A.id, soort, waarde);
    const inhoud = createHash('sha256')
      .update(JSON.stringify([registratieDatumTijd, gebeurtenisId, bsn, vNummer]))
      .digest('hex');
    const soort = duoGebeurtenis(gebeurtenisId);
    const persoonloos = bsn === undefined && vNummer === undefined;
    return {
      gemeente_id: GEMEENTE_A.id,
      bron: DUO,
      bericht_id: berichtId,
      gebeurtenis_id: gebeurtenisId,
      // A leap second is kept as the second before it.
      registratie_tijdstip: new Date(registratieDatumTijd.replace(/^(.{17})60/, '$159')),
      inhoud_hash: hash('opdracht', `${gebeurtenisId}\n${inhoud}`),
      bsn_hash: bsn === undefined ? null : hash('bsn', bsn),
      vnummer_hash: vNummer === undefined ? null : hash('vnummer', tienCijfers(vNummer)),
      ophalen: [...(soort?.ophalen ?? [])],
      status: soort === undefined || persoonloos ? 'onbekend' : 'nieuw',
      traject_id: null,
    };
  }

  /** What DUO's file says against the body; a text that is no JSON is a complaint as well. */
  function klachtenOver(tekst: string): readonly string[] {
    try {
      return klachten(schema, JSON.parse(tekst));
    } catch {
      return ['geen JSON'];
    }
  }

  interface Aangenomen {
    readonly gebeurtenisId: string;
    readonly registratieDatumTijd: string;
    readonly bsn?: string;
    readonly vNummer?: number;
  }

  const tienCijfers = (vNummer: number): string => String(vNummer).padStart(10, '0');

  it('geeft geen 5xx, bewaart wat is aangenomen één keer, en niets van wat is geweigerd', async () => {
    const aangenomen = new Map<string, Aangenomen>();
    const tellingen = { past: 0, misschien: 0, onzin: 0, geweigerd: 0 };
    let verzonden = 0;
    const eerder = await naastPostvak();
    const begin = Date.now();

    const bied = async (verzoek: Verzoek, keer: number): Promise<void> => {
      const berichtId = verzoek.koppen['berichtId'] ?? randomUUID();
      const melding = { ...verzoek, koppen: { ...verzoek.koppen, berichtId } };
      // Sent more than once, as DUO does when it did not hear the answer.
      const antwoorden = await Promise.all(Array.from({ length: keer }, () => stuur(melding)));
      verzonden += antwoorden.length;

      for (const { status, versie } of antwoorden) {
        expect(versie).toBe('1.8.0');
        expect([201, 400, 403]).toContain(status);
        expect(status).toBe(antwoorden[0]!.status);
      }
      const { status } = antwoorden[0]!;
      tellingen[verzoek.soort] += 1;
      if (verzoek.soort === 'past') expect(status).toBe(201);
      if (status !== 201) {
        tellingen.geweigerd += 1;
        return;
      }
      expect(klachtenOver(verzoek.tekst)).toEqual([]);
      expect(berichtId).toMatch(UUID);
      aangenomen.set(berichtId.toLowerCase(), JSON.parse(verzoek.tekst) as Aangenomen);
    };
    const tegelijk = fc.array(fc.tuple(verzoeken(schema), fc.integer({ min: 1, max: 3 })), {
      minLength: TEGELIJK,
      maxLength: TEGELIJK,
    });

    await fc.assert(
      fc.asyncProperty(tegelijk, async (stapel) => {
        await Promise.all(stapel.map(([verzoek, keer]) => bied(verzoek, keer)));
      }),
      // Smaller examples would cost more than they tell: the requests are kept short.
      { numRuns: MELDINGEN / TEGELIJK, endOnFailure: true },
    );

    expect(verzonden).toBeGreaterThanOrEqual(2_000);
    const { rows: rijen } = await inDatabase((client) =>
      client.query<Rij>('SELECT * FROM postvak'),
    );
    expect(rijen.map(({ bericht_id }) => bericht_id).sort()).toEqual([...aangenomen.keys()].sort());
    expect(await naastPostvak()).toEqual(eerder);
    const sleutel = await o.sleutels.haal(GEMEENTE_A.id, GEMEENTE_A.id, 'dossier');
    if (sleutel.status !== 'aanwezig') throw new Error('geen sleutel');
    for (const { id, zegel, ontvangen_tijdstip, reden, ...rij } of rijen) {
      const melding = aangenomen.get(rij.bericht_id)!;
      const { bsn = null, vNummer } = melding;
      expect(ontzegelJson(sleutel.sleutel, zegel, `postvak:${id}`)).toEqual({
        bsn,
        vNummer: vNummer === undefined ? null : tienCijfers(vNummer),
      });
      const leeg = Object.entries(rij).filter(([, waarde]) => waarde === null);
      expect(rij).toEqual({ ...Object.fromEntries(leeg), ...rijVan(rij.bericht_id, melding) });
      expect(reden === null).toBe(rij['status'] === 'nieuw');
      expect(BSNS.some((een) => String(reden).includes(een))).toBe(false);
      expect(Math.abs(ontvangen_tijdstip.getTime() - begin)).toBeLessThan(600_000);
    }
    // The generators reach every corner, or this proves little.
    expect(aangenomen.size).toBeGreaterThan(MELDINGEN / 5);
    expect(tellingen.geweigerd).toBeGreaterThan(MELDINGEN / 5);
    expect(Math.min(tellingen.past, tellingen.misschien, tellingen.onzin)).toBeGreaterThan(0);
  }, 600_000);
});
