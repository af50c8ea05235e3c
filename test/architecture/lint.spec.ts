// Real: the lint rules of this repository and ESLint itself. Planted: per rule of ours a file that
// breaks it, and the same line in a room where it is allowed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bouwProefhuis, draai, WORTEL, type Proefhuis } from './proefhuis.js';

const DATUMBIBLIOTHEEK = [
  'export type IsoDatum = string;',
  'export const plusDagen = (d: IsoDatum, n: number): IsoDatum => d.padEnd(n);',
  'export const vroegste = (a: IsoDatum): IsoDatum => a;',
  '',
].join('\n');

const telt = (pad: string): string =>
  `import { plusDagen } from '${pad}';\nexport const later = plusDagen('x', 1);\n`;

interface Plant {
  readonly titel: string;
  readonly regel: string;
  readonly code: string;
  readonly fout: string;
  /** A file in which the same code is allowed. */
  readonly goed?: string;
}

const KLOK = 'no-restricted-globals';
const VORM = 'no-restricted-syntax';

const PLANTEN: readonly Plant[] = [
  {
    titel: 'een enum',
    regel: VORM,
    code: 'export enum Kleur {\n  Rood,\n}\n',
    fout: 'libs/security/enum.ts',
  },
  {
    titel: 'een default export',
    regel: VORM,
    code: 'const a = 1;\nexport default a;\n',
    fout: 'libs/security/standaard.ts',
  },
  {
    titel: 'een export zonder namen',
    regel: VORM,
    code: "export * from './enum.js';\n",
    fout: 'libs/security/alles.ts',
  },
  {
    titel: 'een moment in het domein',
    regel: KLOK,
    code: 'export const nu = (): number => Date.now();\n',
    fout: 'libs/domain/pip/klok.ts',
    goed: 'workflows/shared/klok.ts',
  },
  ...['setTimeout', 'setInterval', 'fetch', 'process', 'Buffer'].map((naam) => ({
    titel: `${naam} in een workflow`,
    regel: KLOK,
    code: `export const gebruikt: unknown = ${naam};\n`,
    fout: `workflows/traject/${naam.toLowerCase()}.ts`,
    goed: `libs/adapters/${naam.toLowerCase()}.ts`,
  })),
  {
    titel: 'toeval in het domein',
    regel: 'no-restricted-properties',
    code: 'export const toeval = (): number => Math.random();\n',
    fout: 'libs/domain/pip/toeval.ts',
    goed: 'libs/adapters/toeval.ts',
  },
  {
    titel: 'een moment in de api',
    regel: VORM,
    code: "export const moment = new Date('2026-03-02T10:00:00Z');\n",
    fout: 'apps/api/src/moment.ts',
    goed: 'libs/adapters/moment.ts',
  },
  {
    titel: 'een gelezen moment in een activiteit',
    regel: VORM,
    code: "export const ms = Date.parse('2026-03-02T10:00:00Z');\n",
    fout: 'activities/ms.ts',
    goed: 'libs/temporal/ms.ts',
  },
  {
    titel: 'datumrekenen met Date.UTC in de deur',
    regel: VORM,
    code: 'export const dag = Date.UTC(2026, 2, 2);\n',
    fout: 'libs/dossier/utc.ts',
    goed: 'libs/config/amsterdam.ts',
  },
  {
    titel: 'datumrekenen met getDate in een adapter',
    regel: VORM,
    code: 'export const dagVan = (d: Date): number => d.getDate();\n',
    fout: 'libs/adapters/dag.ts',
    goed: 'apps/ketensimulator/src/dag.ts',
  },
  {
    titel: 'datumrekenen met setMonth in een workflow',
    regel: VORM,
    code: 'export const zet = (d: { setMonth(n: number): void }): void => {\n  d.setMonth(1);\n};\n',
    fout: 'workflows/traject/maand.ts',
    goed: 'tools/maand.ts',
  },
  {
    titel: 'de datum van een moment buiten Amsterdam',
    regel: VORM,
    code: 'export const datum = (d: Date): string => d.toISOString().slice(0, 10);\n',
    fout: 'libs/observability/datum.ts',
    goed: 'tools/datum.ts',
  },
  {
    titel: 'dagen tellen in de api',
    regel: 'no-restricted-imports',
    code: telt('#domain/datum/datum.js'),
    fout: 'apps/api/src/telt.ts',
    goed: 'libs/domain/termijnen/telt.ts',
  },
  {
    titel: 'dagen tellen in een onderwerp van het domein',
    regel: 'no-restricted-imports',
    code: telt('../datum/datum.js'),
    fout: 'libs/domain/map/telt.ts',
    goed: 'libs/domain/kalender/telt.ts',
  },
  ...(
    [
      ['een etmaal in milliseconden', 'ms + 86_400_000'],
      ['een etmaal in seconden', 'ms + 86400'],
      ['een week in milliseconden', 'ms + 604800000'],
      ['uren maal minuten', 'ms + 24 * 60 * 60 * 1_000'],
      ['een etmaal uit een uur', 'ms + 3_600_000 * 24'],
      ['een moment met een som erin', 'new Date(ms + 5).valueOf()'],
      ['setTime', 'new Date(ms).setTime(5)'],
      ['setDate', 'new Date(ms).setDate(5)'],
      ['setUTCDate', 'new Date(ms).setUTCDate(5)'],
      ['getUTCDay', 'new Date(ms).getUTCDay()'],
      ['een etmaal als 864e5', 'ms + 864e5'],
      ['een etmaal als 8.64e7', 'ms + 8.64e7'],
      ['een week als 6048e5', 'ms + 6048e5'],
      ['setDate als tekst', "new Date(ms)['setDate'](5)"],
      ['getUTCDay als tekst', "new Date(ms)['getUTCDay']()"],
      ['UTC als tekst', "Date['UTC'](ms, 2, 2)"],
      ['jaar, maand en dag los', 'new Date(ms, 2, 32).valueOf()'],
      ['de datum in het Zweeds', "Number(new Date(ms).toLocaleDateString('sv-SE'))"],
      ['de datum in het Zweeds als tekst', "Number(new Date(ms)['toLocaleDateString']('sv-SE'))"],
    ] as const
  ).map(([titel, som], n) => ({
    titel: `datumrekenen met ${titel} in de deur`,
    regel: VORM,
    code: `export const som = (ms: number): number => ${som};\n`,
    fout: `libs/dossier/som-${n}.ts`,
    goed: `apps/ketensimulator/src/som-${n}.ts`,
  })),
  ...(
    [
      ['interval in dagen', "SELECT begin_op + interval '70 days' FROM termijn"],
      ['interval in weken', "SELECT begin_op + INTERVAL '10 weeks' FROM termijn"],
      ['make_interval', 'SELECT nu + make_interval(days => 70) FROM termijn'],
      ['een getal bij een dag', 'SELECT uiterlijk_op + 7 FROM termijn'],
      ['een getal bij een cast', 'SELECT $1::date + 7'],
      ['het verschil van twee dagen', 'SELECT uiterlijk_op - begin_op FROM termijn'],
      ['date_trunc', "SELECT date_trunc('week', begin) FROM termijn"],
      ['now()::date', 'SELECT 1 FROM termijn WHERE uiterlijk_op < now()::date'],
      ['current_date', 'SELECT 1 FROM termijn WHERE uiterlijk_op < CURRENT_DATE'],
      ['age()', 'SELECT age(a, b) FROM termijn'],
    ] as const
  ).flatMap(([titel, sql], n) => [
    {
      titel: `datumrekenen in SQL: ${titel}`,
      regel: VORM,
      code: `export const vraag = \`${sql}\`;\n`,
      fout: `libs/database/read/sql-${n}.ts`,
      goed: `tools/sql-${n}.ts`,
    },
    {
      titel: `datumrekenen in SQL als gewone tekst: ${titel}`,
      regel: VORM,
      code: `export const vraag = ${JSON.stringify(sql)};\n`,
      fout: `apps/api/src/sql-${n}.ts`,
    },
  ]),
  {
    titel: 'SQL met een dag van een ander in een template',
    regel: VORM,
    code: 'export const q = (dag: string): string => `SELECT uiterlijk_op - ${dag} FROM termijn`;\n',
    fout: 'activities/sql.ts',
    goed: 'libs/database/read/traject-onderdelen.ts',
  },
  ...['dayjs', 'date-fns', 'luxon', 'moment', '@js-temporal/polyfill'].map((naam, n) => ({
    titel: `de datumbibliotheek ${naam}`,
    regel: VORM,
    code: `import * as datums from '${naam}';\nexport const d: unknown = datums;\n`,
    fout: `libs/adapters/bibliotheek-${n}.ts`,
  })),
  {
    titel: 'de maandag van een week in de api',
    regel: 'no-restricted-imports',
    code: "import { maandagVan } from '#domain/datum/week.js';\nexport const m = maandagVan('x');\n",
    fout: 'apps/api/src/week.ts',
    goed: 'libs/dossier/herziening/beproeven.ts',
  },
  {
    titel: 'meer tellen dan een bestand mag dat één ding mag',
    regel: 'no-restricted-imports',
    code: "import { plusMaanden } from '../datum/datum.js';\nexport const m = plusMaanden('x', 1);\n",
    fout: 'libs/domain/traject/termijnbewaking.ts',
    goed: 'libs/domain/datum/maanden.ts',
  },
  {
    titel: 'een etmaal in een bestand dat alleen een moment mag verschuiven',
    regel: VORM,
    code: 'export const som = (ms: number): Date => new Date(ms + 86_400_000);\n',
    fout: 'libs/dossier/stuur.ts',
  },
  {
    titel: 'een regel op het scherm',
    regel: 'no-console',
    code: "console.log('x');\n",
    fout: 'libs/security/console.ts',
    goed: 'tools/console.ts',
  },
  {
    titel: 'een bestand van meer dan 250 regels',
    regel: 'max-lines',
    code: Array.from({ length: 251 }, (_, n) => `export const a${n} = ${n};\n`).join(''),
    fout: 'libs/security/lang.ts',
    goed: 'libs/security/lang.spec.ts',
  },
  {
    titel: 'een spec van meer dan 400 regels',
    regel: 'max-lines',
    code: Array.from({ length: 401 }, (_, n) => `export const b${n} = ${n};\n`).join(''),
    fout: 'libs/security/te-lang.spec.ts',
  },
  {
    titel: 'een test die de andere uitzet',
    regel: 'jest/no-focused-tests',
    code: "it.only('x', () => undefined);\n",
    fout: 'libs/security/alleen.spec.ts',
  },
  {
    titel: 'een belofte waar niemand op wacht',
    regel: '@typescript-eslint/no-floating-promises',
    code: 'const f = async (): Promise<void> => Promise.resolve();\nf();\n',
    fout: 'libs/security/belofte.ts',
  },
  {
    titel: 'een type dat als waarde wordt ingelezen',
    regel: '@typescript-eslint/consistent-type-imports',
    code: "import { IsoDatum } from '#domain/datum/datum.js';\nexport type Dag = IsoDatum;\n",
    fout: 'libs/security/type.ts',
  },
  {
    titel: 'een uitgezette regel die niets meer uitzet',
    regel: 'unused-disable',
    code: '// eslint-disable-next-line no-console\nexport const niets = 1;\n',
    fout: 'libs/security/uitgezet.ts',
  },
];

interface LintUitslag {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

let huis: Proefhuis;
let meldingen: ReadonlyMap<string, readonly string[]>;
let afloop: number | null;

beforeAll(() => {
  const bestanden = PLANTEN.flatMap(({ code, fout, goed }) =>
    [fout, goed ?? fout].map((pad): [string, string] => [pad, code]),
  );
  huis = bouwProefhuis({
    'libs/domain/datum/datum.ts': DATUMBIBLIOTHEEK,
    ...Object.fromEntries(bestanden),
  });
  const { tekst, code } = draai(huis, 'eslint', ['.', '--max-warnings', '0', '--format', 'json']);
  afloop = code;
  meldingen = new Map(
    (JSON.parse(tekst) as LintUitslag[]).map(({ filePath, messages }) => [
      filePath.slice(filePath.indexOf(huis.map) + huis.map.length + 1),
      messages.map(({ ruleId, message }) =>
        message.startsWith('Unused eslint-disable') ? 'unused-disable' : String(ruleId),
      ),
    ]),
  );
}, 60_000);

afterAll(() => {
  huis.ruimOp();
});

describe('de lintregels van dit huis', () => {
  it.each(PLANTEN)('weigert $titel', ({ regel, fout }) => {
    expect(meldingen.get(fout)).toContain(regel);
  });

  it.each(PLANTEN.filter(({ goed }) => goed !== undefined))(
    'laat $titel toe waar het hoort',
    ({ regel, goed }) => {
      expect(meldingen.get(goed ?? '')).not.toContain(regel);
    },
  );

  it('laat alleen bestanden tellen die er zijn', () => {
    const lijst = readFileSync(join(WORTEL, 'eslint.config.mjs'), 'utf8');
    const bestanden = [...lijst.matchAll(/file: '([^']+)'/g)].map(([, pad]) => pad ?? '');
    expect(bestanden.length).toBeGreaterThan(5);
    expect(bestanden.filter((pad) => !existsSync(join(WORTEL, pad)))).toEqual([]);
  });

  it('eindigt met een fout', () => {
    expect(afloop).toBe(1);
  });
});
