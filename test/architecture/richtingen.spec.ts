// Real: the dependency rules of this repository and the program that checks them. Planted: a small
// house in which every rule is broken once, and in which the allowed neighbours are used as well.
import { bouwProefhuis, draai, type Proefhuis } from './proefhuis.js';

interface Plant {
  readonly van: string;
  readonly naar: string;
  readonly code?: string;
}

const haal = (naar: string): string => `import { x } from '${naar}';\nexport const y = x;\n`;
const haalType = (naar: string): string =>
  `import type { X } from '${naar}';\nexport type Y = X;\n`;

/** Per rule the imports that must be refused; `van` is the file that is planted. */
const GEPLANT: Readonly<Record<string, readonly Plant[]>> = {
  'domein-is-zuiver': [
    { van: 'libs/domain/a.ts', naar: '#security/doel.js' },
    { van: 'libs/domain/b.ts', naar: 'node:crypto' },
    { van: 'libs/domain/c.ts', naar: 'rxjs' },
  ],
  'contracten-zijn-een-naad': [
    { van: 'libs/contracts/a.ts', naar: '#dossier/doel.js' },
    { van: 'libs/contracts/b.ts', naar: '@temporalio/client' },
  ],
  'workflows-zonder-buitenwereld': [
    { van: 'workflows/a.ts', naar: '#database/doel.js' },
    { van: 'workflows/b.ts', naar: 'node:fs' },
    { van: 'workflows/c.ts', naar: '#activities/doel.js' },
  ],
  'workflows-kennen-alleen-typen-van-het-domein': [
    { van: 'workflows/d.ts', naar: '#domain/doel.js' },
  ],
  'de-deur': [
    { van: 'libs/dossier/a.ts', naar: '#adapters/doel.js' },
    { van: 'libs/dossier/b.ts', naar: '#temporal/doel.js' },
    { van: 'libs/dossier/c.ts', naar: '#config/doel.js' },
  ],
  'de-deur-kent-alleen-typen-van-de-contracten': [
    { van: 'libs/dossier/d.ts', naar: '#contracts/doel.js' },
  ],
  'alleen-de-deur-schrijft': [
    { van: 'apps/api/src/a.ts', naar: '#database/write/doel.js' },
    { van: 'apps/worker/src/a.ts', naar: '#database/write/doel.js' },
    { van: 'libs/database/read/a.ts', naar: '#database/write/doel.js' },
  ],
  'libs-kennen-geen-programma': [{ van: 'libs/database/a.ts', naar: '#apps/api/src/doel.js' }],
  'techniek-kent-de-deur-niet': [{ van: 'libs/temporal/a.ts', naar: '#dossier/doel.js' }],
  'activiteiten-kennen-alleen-libs': [{ van: 'activities/a.ts', naar: '#workflows/doel.js' }],
  'api-zonder-temporal-werk': [
    { van: 'apps/api/src/b.ts', naar: '#workflows/doel.js' },
    { van: 'apps/api/src/c.ts', naar: '#activities/doel.js' },
    { van: 'apps/api/src/d.ts', naar: '#adapters/doel.js' },
  ],
  'worker-laadt-workflows-met-hun-pad': [
    { van: 'apps/worker/src/b.ts', naar: '#workflows/doel.js' },
    { van: 'apps/worker/src/c.ts', naar: '#apps/api/src/doel.js' },
  ],
  'simulator-deelt-geen-regels': [
    { van: 'apps/ketensimulator/src/a.ts', naar: '#domain/doel.js' },
    { van: 'apps/ketensimulator/src/b.ts', naar: '#config/doel.js' },
  ],
  'product-kent-geen-gereedschap': [
    { van: 'apps/worker/src/d.ts', naar: '#tools/doel.js' },
    { van: 'activities/b.ts', naar: '#test/doel.js' },
  ],
  'product-zonder-ontwikkelpakketten': [{ van: 'libs/adapters/a.ts', naar: 'ajv' }],
  'alles-bestaat': [{ van: 'libs/config/a.ts', naar: './nergens.js' }],
  'geen-kringen': [{ van: 'libs/security/kring-a.ts', naar: './kring-b.js' }],
};

const GEOORLOOFD: readonly Plant[] = [
  { van: 'libs/contracts/goed.ts', naar: '@temporalio/workflow' },
  { van: 'workflows/goed.ts', naar: '#contracts/doel.js' },
  { van: 'workflows/goed-type.ts', naar: '#domain/doel.js', code: haalType('#domain/doel.js') },
  { van: 'libs/dossier/goed.ts', naar: '#database/write/doel.js' },
  { van: 'libs/dossier/goed-type.ts', naar: '', code: haalType('#contracts/doel.js') },
  { van: 'activities/goed.ts', naar: '#adapters/doel.js' },
  { van: 'apps/api/src/goed.ts', naar: '#dossier/doel.js' },
  { van: 'apps/worker/src/goed.ts', naar: '#activities/doel.js' },
  { van: 'apps/ketensimulator/src/goed.ts', naar: 'express' },
  { van: 'libs/security/type-a.ts', naar: '', code: haalType('./type-b.js') },
  { van: 'libs/security/type-b.ts', naar: '', code: haalType('./type-a.js') },
  { van: 'libs/adapters/a.spec.ts', naar: '#test/doel.js' },
  { van: 'tools/goed.ts', naar: '#dossier/doel.js' },
];

const DOELEN = [
  ...['domain', 'security', 'dossier', 'database', 'database/write', 'adapters', 'temporal'],
  ...['config', 'contracts'],
].map((kamer) => `libs/${kamer}/doel.ts`);

interface Uitslag {
  readonly modules: readonly unknown[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

let huis: Proefhuis;
let gevonden: string[];

beforeAll(() => {
  const planten = [...Object.values(GEPLANT).flat(), ...GEOORLOOFD];
  const doelen = [
    ...DOELEN,
    ...['activities', 'workflows', 'tools', 'test', 'apps/api/src'].map((m) => `${m}/doel.ts`),
  ];
  huis = bouwProefhuis({
    ...Object.fromEntries(doelen.map((pad) => [pad, 'export const x = 1;\nexport type X = 1;\n'])),
    // The other half of the cycle, which is reported once.
    'libs/security/kring-b.ts': "import { y } from './kring-a.js';\nexport const x = y;\n",
    ...Object.fromEntries(planten.map(({ van, naar, code }) => [van, code ?? haal(naar)])),
  });
  const mappen = ['apps', 'workflows', 'activities', 'libs', 'tools', 'test'];
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...mappen];
  const { summary } = JSON.parse(draai(huis, 'depcruise', args).tekst) as Uitslag;
  gevonden = [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))];
}, 60_000);

afterAll(() => {
  huis.ruimOp();
});

describe('de richtingen van de imports', () => {
  const regels = (
    jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs')
      .forbidden satisfies { name: string }[]
  ).map(({ name }) => name);

  it.each(regels)('de regel %s slaat aan op wat hij verbiedt', (regel) => {
    const verwacht = (GEPLANT[regel] ?? []).map(({ van }) => `${regel}: ${van}`);
    expect(verwacht).not.toHaveLength(0);
    expect(gevonden.filter((x) => x.startsWith(`${regel}: `)).sort()).toEqual(
      expect.arrayContaining(verwacht),
    );
  });

  it('laat door wat mag', () => {
    const goed = [...GEOORLOOFD.map(({ van }) => van), ...DOELEN];
    expect(gevonden.filter((x) => goed.includes(x.split(': ')[1] ?? ''))).toEqual([]);
  });
});
