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
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
      ],
    },
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
