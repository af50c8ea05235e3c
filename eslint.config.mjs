import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const noClockOrRandom = [
  { name: 'Date', message: 'The core and the workflows have no clock: the door passes the time.' },
  { name: 'setTimeout', message: 'No timers here.' },
  { name: 'setInterval', message: 'No timers here.' },
  { name: 'fetch', message: 'No I/O here.' },
  { name: 'process', message: 'No environment here.' },
  { name: 'Buffer', message: 'No node here.' },
];

const shape = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
];

// A civil date is not a moment: computing one with the platform's Date, in milliseconds or in SQL goes
// wrong around midnight and at the change of the clock. Dates are computed in libs/domain/datum,
// kalender and termijnen.
const ELDERS = 'No date arithmetic here: libs/domain/termijnen computes, libs/domain/datum counts.';

const DATE_METHODS =
  '/^((get|set)(UTC)?(Date|Day|Month|FullYear|Hours|Minutes)|setTime|set(UTC)?(Seconds|Milliseconds))$/';

const dateArithmetic = [
  // A member is also a member when its name is a text: x['setDate'](5).
  ...['name', 'value'].flatMap((naam) => [
    {
      selector: `CallExpression[callee.object.name='Date'][callee.property.${naam}='UTC']`,
      message: ELDERS,
    },
    { selector: `CallExpression[callee.property.${naam}=${DATE_METHODS}]`, message: ELDERS },
    {
      selector: `CallExpression[callee.property.${naam}='toLocaleDateString']`,
      message: 'A moment has a date only in Amsterdam: vandaagInAmsterdam of libs/config.',
    },
  ]),
  // Year, month and day apart: in the zone of the machine, and a day too many rolls over.
  { selector: "NewExpression[callee.name='Date'][arguments.length>1]", message: ELDERS },
  {
    selector:
      "CallExpression[callee.property.name=/^(slice|substring|substr|split|replace)$/][callee.object.callee.property.name='toISOString']",
    message: 'A moment has a date only in Amsterdam: vandaagInAmsterdam of libs/config.',
  },
  {
    selector:
      'ImportDeclaration[source.value=/^(dayjs|date-fns|luxon|moment|js-joda|@js-joda|temporal-polyfill|@js-temporal)/]',
    message: ELDERS,
  },
  { selector: "MemberExpression[object.name='Temporal']", message: ELDERS },
];

// A day is not 24 hours long twice a year.
const dayLengths = [
  // By value, however it is written: 86_400_000, 864e5.
  ...[86_400, 86_400_000, 604_800, 604_800_000, 1_440].map((lengte) => ({
    selector: `Literal[value=${lengte}]`,
    message: ELDERS,
  })),
  { selector: "BinaryExpression[operator='*'] > Literal[value=24]", message: ELDERS },
];

const movedMoments = [
  {
    selector: "NewExpression[callee.name='Date'] > BinaryExpression",
    message: ELDERS,
  },
];

const SQL_COUNTS = [
  String.raw`interval\s+'[^']*(day|week|month|year)`,
  String.raw`make_interval\(\s*(years|months|weeks|days)`,
  String.raw`date_trunc|date_part|to_date\(|\bage\(`,
  String.raw`current_date|localtimestamp`,
  String.raw`(now|clock_timestamp|statement_timestamp)\(\)\s*::\s*date`,
  String.raw`::\s*date\s*[+-]\s*(\d|\$|\(|\w|$)`,
  String.raw`\w_op\s*[+-]\s*(\d|\$|\(|interval|\w+_op|$)`,
  String.raw`extract\(\s*(day|doy|dow|isodow|week|month|quarter|year)\b`,
].join('|');

const sqlArithmetic = ['TemplateElement[value.raw', 'Literal[value'].map((plek) => ({
  selector: `${plek}=/${SQL_COUNTS}/i]`,
  message: 'No date arithmetic in SQL: the core gives the dates, the database compares them.',
}));

const counting = { dateArithmetic, dayLengths, movedMoments, sqlArithmetic };

/** All that counts days, but for what a file may do. */
function telt(...zonder) {
  return Object.entries(counting).flatMap(([naam, regels]) =>
    zonder.includes(naam) ? [] : regels,
  );
}

// Where moments are not handled at all: the door, or a library of ours, passes them as text.
const moments = [
  {
    selector: "NewExpression[callee.name='Date']",
    message: 'No moments here: the door has the clock, libs/config/amsterdam.ts the civil day.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name=/^(parse|now)$/]",
    message: 'No moments here: the door has the clock, libs/config/amsterdam.ts the civil day.',
  },
];

/** Imports that count days, but for the names that a file may use. */
function noCounting(...mag) {
  const namen = [
    'plusDagen',
    'plusMaanden',
    'dagenTussen',
    'dagnummer',
    'vanDagnummer',
    'vanDelen',
    'maandagVan',
  ];
  return {
    patterns: [
      {
        regex: 'datum/(datum|week)\\.js$',
        importNames: namen.filter((naam) => !mag.includes(naam)),
        message: 'Only libs/domain/datum, kalender and termijnen count days.',
      },
    ],
  };
}

// The whole list of files outside the engine that touch a length of days, each for one thing only.
const MAY_COUNT = [
  // The ladder of reminders stands a number of days before the last day of a term.
  { file: 'libs/domain/traject/termijnbewaking.ts', names: ['plusDagen'] },
  // The hand-over of a PIP asks how many days ago something was.
  { file: 'libs/domain/pip/besluit.ts', names: ['dagenTussen'] },
  // DUO gives some ends exclusive, ours are inclusive.
  { file: 'libs/adapters/duo/conversie.ts', names: ['plusDagen'] },
  // Work per week is counted by its Monday.
  { file: 'libs/dossier/herziening/beproeven.ts', names: ['maandagVan'] },
  // How many days are left depends on the day of reading (E3), so the reading subtracts.
  { file: 'libs/database/read/traject-onderdelen.ts', kinds: ['sqlArithmetic'], noMoments: true },
  // Answers and findings are kept a number of days from a moment: no legal term, and an hour is no matter.
  { file: 'libs/dossier/idempotentie.ts', kinds: ['sqlArithmetic'] },
  { file: 'libs/dossier/controle.ts', kinds: ['sqlArithmetic'] },
  // The begin of a civil day, moved by the clock of a rehearsal or to an hour of that day.
  { file: 'libs/dossier/schrijven.ts', kinds: ['movedMoments'] },
  { file: 'libs/dossier/stuur.ts', kinds: ['movedMoments'] },
  { file: 'apps/api/src/common/uiterlijk.ts', kinds: ['movedMoments'] },
  // A rehearsal is forwarded by a length of time.
  { file: 'libs/temporal/proefdraaien.ts', kinds: ['dayLengths'] },
  {
    file: 'apps/api/src/proefdraaien/proefdraaien.service.ts',
    kinds: ['dayLengths', 'movedMoments'],
  },
  // More seconds than a delay that DUO asks for can have.
  { file: 'libs/adapters/duo/classificatie.ts', kinds: ['dayLengths'] },
];

const tests = ['**/*.spec.ts', '**/*.testdata.ts', 'test/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.lokaal/', 'coverage/', '**/*.mjs', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': ['error', ...shape, ...telt(), ...moments],
    },
  },
  {
    // Rooms that handle moments (deadlines, leases, certificates, log lines), but compute no dates.
    files: [
      'libs/dossier/**/*.ts',
      'libs/adapters/**/*.ts',
      'libs/observability/**/*.ts',
      'libs/security/**/*.ts',
      'libs/temporal/**/*.ts',
      'workflows/shared/klok.ts',
      'workflows/traject/deur.ts',
      'workflows/traject/reis.ts',
      'apps/api/src/{proefdraaien,notificaties}/**/*.ts',
      'apps/api/src/common/uiterlijk.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...shape, ...telt()] },
  },
  {
    // The classes of bodies and answers are shapes with their description: nobody asks whose instance
    // an answer is, and it is written out field by field.
    files: ['apps/api/src/**/*.ts', 'test/integration/api/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // The civil day of a moment is found here. The simulator shares no rule code with the core, so
    // it counts its own days; tools and tests count what they check.
    files: ['libs/config/amsterdam.ts', 'apps/ketensimulator/**/*.ts', 'tools/**/*.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', ...shape] },
  },
  {
    files: ['apps/**/*.ts', 'activities/**/*.ts', 'workflows/**/*.ts', 'libs/**/*.ts'],
    ignores: [...tests, 'libs/domain/{datum,kalender,termijnen}/**'],
    rules: { 'no-restricted-imports': ['error', noCounting()] },
  },
  ...MAY_COUNT.map(({ file, names = [], kinds = [], noMoments = false }) => ({
    files: [file],
    rules: {
      'no-restricted-imports': ['error', noCounting(...names)],
      ...(kinds.length === 0
        ? {}
        : {
            'no-restricted-syntax': [
              'error',
              ...shape,
              ...telt(...kinds),
              ...(noMoments ? moments : []),
            ],
          }),
    },
  })),
  {
    files: ['libs/domain/**/*.ts', 'workflows/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      'workflows/shared/klok.ts',
      'workflows/traject/deur.ts',
      'workflows/traject/reis.ts',
    ],
    rules: {
      'no-restricted-globals': ['error', ...noClockOrRandom],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'No randomness here.' },
      ],
    },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    plugins: { jest },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'jest/no-focused-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/expect-expect': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
