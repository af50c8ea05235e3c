// Real: the lint rules of this repository and ESLint itself. Planted: per rule of ours a file that
// breaks it, and the same line in a room where it is allowed.
import { bouwProefhuis, draai, type Proefhuis } from './proefhuis.js';

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

  it('eindigt met een fout', () => {
    expect(afloop).toBe(1);
  });
});
