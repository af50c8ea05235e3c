// Everything is transformed to CommonJS: Nest 12 and friends ship ESM only and Jest has no stable ESM mode.
const esmOnly = [
  '@nestjs',
  'es-toolkit',
  'jose',
  'openapi-fetch',
  'oidc-provider',
  '@peculiar',
  'csv-parse',
  'uuid',
  'nestjs-pino',
].join('|');

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|m?j)s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: {
    '^#(domain|dossier|contracts|database|adapters|temporal|security|config|observability)/(.*)\\.js$':
      '<rootDir>/libs/$1/$2',
    '^#(activities|workflows|tools|test|apps)/(.*)\\.js$': '<rootDir>/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: process.env.PROEF_ZAAD ? ['<rootDir>/test/support/zaad.ts'] : [],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lokaal/'],
};

const project = (displayName, testMatch, extra = {}) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((match) => `<rootDir>/${match}`),
  ...extra,
});

// PostgreSQL and Temporal, shared by one run and started when the first spec asks for them.
const servers = {
  globalSetup: '<rootDir>/test/support/jest-start.mjs',
  globalTeardown: '<rootDir>/test/support/jest-stop.mjs',
};

export default {
  // Jest takes this here only; specs with real servers share two cores.
  testTimeout: 30_000,
  projects: [
    project('unit', ['{libs,apps,activities,tools}/**/*.spec.ts']),
    project('workflow', ['test/workflow/**/*.spec.ts'], servers),
    project('replay', ['test/replay/**/*.spec.ts'], servers),
    project('integration', ['test/integration/**/*.spec.ts'], servers),
    project('contract', ['test/contract/**/*.spec.ts'], servers),
    project('e2e', ['test/e2e/**/*.spec.ts'], servers),
    project('architecture', ['test/architecture/**/*.spec.ts']),
    project('chaos', ['test/chaos/**/*.spec.ts'], servers),
  ],
};
