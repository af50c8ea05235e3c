// Real: the configuration of types, format and dead code, the generators, and the programs that
// read them. Planted: a small house with one fault for each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bouwProefhuis, draai, WORTEL, type Proefhuis } from './proefhuis.js';

const ZUIVER: Readonly<Record<string, string>> = {
  'libs/domain/omgeving.ts': 'export const omgeving = process.env;\n',
  'libs/domain/lezen.ts': "export const fs = await import('node:fs');\n",
  'libs/contracts/wachten.ts': 'export const wacht = setTimeout;\n',
  'workflows/bytes.ts': 'export const bytes = Buffer.alloc(1);\n',
};

/** Wrong types outside the pure rooms, which only the main configuration reads. */
const VERKEERD_GETYPT: Readonly<Record<string, string>> = {
  'apps/api/src/getal.ts': "export const getal: number = 'een';\n",
  'apps/worker/src/leeg.ts': 'export const eerste = (rij: string[]): string => rij[0];\n',
  'libs/dossier/vergeten.ts': 'export const vergeten = (x) => 1;\n',
  'activities/ongebruikt.ts': 'const ongebruikt = 1;\n',
  'test/verkeerd.spec.ts': "expect(1).toBestaatNiet('1');\n",
  'tools/import.ts': "export { bestaatNiet } from 'node:fs';\n",
};

const BESTANDEN: Readonly<Record<string, string>> = {
  ...ZUIVER,
  ...VERKEERD_GETYPT,
  'workflows/index.ts': "export { traject } from './traject.js';\n",
  'workflows/traject.ts':
    'export const traject = (): number => 1;\nexport const nergensGebruikt = 1;\n',
  'libs/domain/nergens-gelezen.ts': 'const dood = 1;\nvoid dood;\n',
  'libs/domain/slordig.ts': 'export   const a = "x"\n',
  'docs/openapi.json': '{}\n',
  'docs/wettelijke-termijnen.md': 'verouderd\n',
};

interface KnipUitslag {
  readonly issues: readonly {
    readonly file: string;
    readonly files?: readonly unknown[];
    readonly exports?: readonly { readonly name: string }[];
    readonly dependencies?: readonly { readonly name: string }[];
  }[];
}

let huis: Proefhuis;

beforeAll(() => {
  huis = bouwProefhuis(BESTANDEN);
});

afterAll(() => {
  huis.ruimOp();
});

describe('de wachters van het huis', () => {
  it('laten node niet toe in domein, contracten en workflows', () => {
    const { code, tekst } = draai(huis, 'tsc', ['--noEmit', '-p', 'tsconfig.puur.json']);
    expect(code).not.toBe(0);
    for (const pad of Object.keys(ZUIVER)) expect(tekst).toContain(pad);
  });

  it('zien een verkeerd type in elke kamer die niet zuiver is', () => {
    const { code, tekst } = draai(huis, 'tsc', ['--noEmit', '-p', 'tsconfig.json']);
    expect(code).not.toBe(0);
    for (const pad of Object.keys(VERKEERD_GETYPT)) expect(tekst).toContain(`${pad}(`);
  });

  it('zien een dood bestand, een dode export en een pakket dat niemand gebruikt', () => {
    const { code, tekst } = draai(huis, 'knip', ['--reporter', 'json']);
    const { issues } = JSON.parse(tekst) as KnipUitslag;
    expect(code).not.toBe(0);
    const dodeBestanden = issues.filter(({ files }) => (files?.length ?? 0) > 0);
    expect(dodeBestanden.map(({ file }) => file)).toContain('libs/domain/nergens-gelezen.ts');
    const namen = (soort: 'exports' | 'dependencies'): string[] =>
      issues.flatMap((issue) => (issue[soort] ?? []).map(({ name }) => name));
    expect(namen('exports')).toContain('nergensGebruikt');
    expect(namen('dependencies')).toContain('undici');
  });

  it('zien een bestand dat niet is opgemaakt', () => {
    const { code, fout } = draai(huis, 'prettier', ['--check', '--log-level', 'warn', 'libs']);
    expect(code).not.toBe(0);
    expect(fout).toContain('libs/domain/slordig.ts');
  });

  it.each(['wettelijke-termijnen', 'openapi'])(
    'zien dat het document van %s verouderd is',
    (generator) => {
      const bron = ['--import', join(WORTEL, 'tools/lokaal/bron.mjs')];
      const programma = join(WORTEL, `tools/genereer/${generator}.ts`);
      const { code, fout } = draai(huis, 'node', [...bron, programma, '--controleer']);
      expect(fout).toContain('verouderd');
      expect(code).toBe(1);
    },
  );

  it('draaien allemaal in npm run check, en npm run check draait in CI', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const delen = [...(scripts['check'] ?? '').matchAll(/npm run --silent ([\w:-]+)/g)];
    expect(delen.map(([, naam]) => naam)).toEqual([
      'format:controle',
      'lint',
      'types',
      'afhankelijkheden',
      'dode-code',
      'genereer:controle',
    ]);
    expect(scripts['types']).toContain('-p tsconfig.json');
    expect(scripts['types']).toContain('-p tsconfig.puur.json');
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm run check$/m);
  });
});
