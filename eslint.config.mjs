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

// A civil date is not a moment: computing one with the platform's Date goes wrong around midnight
// and at the change of the clock. Dates are computed in libs/domain/datum, kalender and termijnen.
const dateArithmetic = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='UTC']",
    message: 'No date arithmetic here: libs/domain/termijnen computes, libs/domain/datum counts.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(UTC)?(Date|Day|Month|FullYear|Hours|Minutes)$/]',
    message: 'No date arithmetic here: libs/domain/termijnen computes, libs/domain/datum counts.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(slice|substring|split)$/][callee.object.callee.property.name='toISOString']",
    message: 'A moment has a date only in Amsterdam: vandaagInAmsterdam of libs/config.',
  },
];

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

const noCounting = {
  patterns: [
    {
      regex: 'datum/datum\\.js$',
      importNames: [
        'plusDagen',
        'plusMaanden',
        'dagenTussen',
        'dagnummer',
        'vanDagnummer',
        'vanDelen',
      ],
      message: 'Only libs/domain/datum, kalender and termijnen count days.',
    },
  ],
};

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
      'no-restricted-syntax': ['error', ...shape, ...dateArithmetic, ...moments],
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
    rules: { 'no-restricted-syntax': ['error', ...shape, ...dateArithmetic] },
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
    ignores: [
      ...tests,
      'libs/domain/{datum,kalender,termijnen}/**',
      // The ladder of reminders stands a number of days before the last day of a term.
      'libs/domain/traject/termijnbewaking.ts',
      // The hand-over of a PIP asks how many days ago something was.
      'libs/domain/pip/besluit.ts',
      // DUO gives some ends exclusive, ours are inclusive.
      'libs/adapters/duo/conversie.ts',
    ],
    rules: { 'no-restricted-imports': ['error', noCounting] },
  },
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
