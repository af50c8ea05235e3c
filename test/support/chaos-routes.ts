// Every route of the API as it stands in docs/openapi.json: each is asked, and a new one cannot be left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Antwoord } from './chaos-beller.js';
import type { Chaos } from './chaos-omgeving.js';
import { testBsn, testVNummer, dag, type ChaosReis } from './chaos-reis.js';

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');

/** What there is to ask about: one id per resource, by the part of the path before it. */
export type Bezit = Readonly<Record<string, string>>;

interface Gezien {
  readonly route: string;
  readonly status: number;
}

/** In the form `GET /trajecten/{id}`. */
export function routes(): readonly string[] {
  const { paths } = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(paths).flatMap(([pad, methoden]) =>
    Object.keys(methoden)
      .filter((methode) => ['get', 'post', 'put', 'patch', 'delete'].includes(methode))
      .map((methode) => `${methode.toUpperCase()} ${pad}`),
  );
}

function ingevuld(pad: string, bezit: Bezit): string {
  return pad.replace(/\/([a-z-]+)\/\{\w+\}/g, (_heel, naam: string) => {
    const id = bezit[naam];
    if (id === undefined) throw new Error(`geen id voor ${naam}`);
    return `/${naam}/${id}`;
  });
}

/** Every GET, by someone who may. */
export async function leesElkeRoute(chaos: Chaos, bezit: Bezit): Promise<readonly Gezien[]> {
  return Promise.all(
    routes()
      .filter((route) => route.startsWith('GET '))
      .map(async (route) => {
        const pad = ingevuld(route.slice('GET '.length), bezit);
        const beheer = /^\/(controles|termijnherzieningen|proefdraaien)/.test(pad);
        const wie = beheer ? chaos.beheerder : chaos.coordinator;
        return { route, status: (await wie.roep('GET', pad)).status };
      }),
  );
}

interface Schrijfproef {
  readonly status: number;
  readonly body?: (reis: ChaosReis) => unknown;
  readonly als?: 'beheerder';
  /** Where the next reading shows it, and what it then holds. */
  readonly daarna?: readonly [pad: string, toont: string];
}

/** Of the persons that are handed over in passing; above every other. */
let nieuwste = 4_000;

/** An export of COA with one person whom nobody knows yet. */
export function coaExport(): string {
  nieuwste += 1;
  return `v-nummer;naam;koppelingsdatum\n${testVNummer(nieuwste)};Voorbeeldpersoon;${dag(-20)}`;
}

const NOTITIE = 'Belt terug na de vakantie.';

/** Every route that changes something; the two that take an opdracht have a table of their own. */
const SCHRIJFPROEVEN: Readonly<Record<string, Schrijfproef>> = {
  'POST /trajecten/_zoek': { status: 200, body: ({ bsn }) => ({ bsn }) },
  'POST /trajecten/{id}/doorrekeningen': {
    status: 200,
    body: () => ({ opdrachten: [{ soort: 'registreerPvt', op: dag(0), uren: 1, vorm: 'les' }] }),
  },
  'POST /trajecten/{id}/reconciliaties': {
    status: 202,
    daarna: ['/trajecten/{id}/reconciliaties', 'gevraagd'],
  },
  'PUT /taken/{id}/toewijzing': {
    status: 200,
    body: () => ({ behandelaar: 'collega-1', prioriteit: 1 }),
    daarna: ['/taken/{id}', 'collega-1'],
  },
  'PUT /taken/{id}/notitie': {
    status: 200,
    body: () => ({ tekst: NOTITIE }),
    daarna: ['/taken/{id}', NOTITIE],
  },
  'POST /coa-overdrachten': {
    status: 201,
    body: () => ({
      schemaVersie: 1,
      koppelingOp: dag(-20),
      persoon: { bsn: testBsn((nieuwste += 1)), vNummer: testVNummer(nieuwste) },
    }),
  },
  'POST /coa-importen': { status: 201, body: () => coaExport() },
  'POST /coa-importen/{id}/uitvoering': {
    status: 200,
    daarna: ['/coa-importen/{id}', '"gedaan":1'],
  },
  // Decided all the same: it was carried out just before.
  'POST /coa-importen/{id}/intrekking': { status: 409 },
  'POST /cursusurenimporten': {
    status: 200,
    body: ({ trajectId }) => `trajectId;totEnMet;urenNt2;urenKnm\n${trajectId};${dag(-1)};10;1`,
    daarna: ['/trajecten/{id}/journaal?limit=100', 'cursusurenGeregistreerd'],
  },
  'POST /postvak/{id}/afhandeling': {
    status: 200,
    body: () => ({ maatregel: 'nagevraagd-bij-duo' }),
  },
  'POST /termijnberekeningen': {
    status: 200,
    body: () => ({
      termijn: 'PIP_VASTSTELLEN',
      feiten: { kennisgevingOp: dag(-14), gehuisvestViaHvw28: false },
    }),
  },
  'POST /termijnherzieningen': {
    status: 202,
    als: 'beheerder',
    body: () => ({
      soort: 'gelijkgestelde-dagen',
      dagen: [{ datum: '2034-05-19', staatscourant: '2033, 12345' }],
    }),
    daarna: ['/termijnherzieningen', '2034-05-19'],
  },
  // Decided all the same: only someone else may apply it, and nothing runs that could be paused.
  'POST /termijnherzieningen/{id}/toepassing': { status: 409, als: 'beheerder' },
  'POST /termijnherzieningen/{id}/pauze': { status: 409, als: 'beheerder' },
  'POST /termijnherzieningen/{id}/hervatting': { status: 409, als: 'beheerder' },
  'POST /termijnherzieningen/{id}/afbreking': {
    status: 200,
    als: 'beheerder',
    daarna: ['/termijnherzieningen/{id}', 'afgebroken'],
  },
  // No rehearsal; of one that is, only Temporal can move the clock.
  'POST /proefdraaien/{trajectId}/vooruitspoelen': {
    status: 409,
    als: 'beheerder',
    body: () => ({ dagen: 1 }),
  },
};

/** Carries out one of the table and reads after; gives what was not as it should. */
export async function schrijfEnLees(
  chaos: Chaos,
  route: string,
  reis: ChaosReis,
  bezitAnders: Bezit,
): Promise<readonly string[]> {
  const bezit = { ...bezitAnders, trajecten: reis.trajectId };
  const proef = SCHRIJFPROEVEN[route];
  if (proef === undefined) return [`${route}: ontbreekt in de tabel`];
  const wie = proef.als === undefined ? chaos.coordinator : chaos[proef.als];
  const [methode = '', pad = ''] = route.split(' ');
  const body = proef.body?.(reis) ?? {};
  const gegeven = await wie.roep(methode as 'POST' | 'PUT', ingevuld(pad, bezit), { body });
  if (gegeven.status !== proef.status) return [`${route}: ${JSON.stringify(gegeven)}`];
  if (proef.daarna !== undefined) {
    const [waar, toont] = proef.daarna;
    const gelezen: Antwoord = await wie.roep('GET', ingevuld(waar, bezit));
    const tekst = JSON.stringify(gelezen.inhoud);
    if (!tekst.includes(toont)) return [`${route}: daarna ${tekst}`];
  }
  return [];
}
