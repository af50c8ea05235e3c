// The directions of docs/architectuur.md, one rule each. test/architecture plants a violation of
// every rule, so a rule that never fires does not go unnoticed.
const specs = '(\\.spec|\\.testdata)\\.ts$';
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const room = (...paths) => `^(${paths.join('|')})(/|$)`;
// Rooms of our own, as against packages and node.
const OWN = '^(apps|workflows|activities|libs|tools|test)/';

const only = (name, comment, from, allowed, kinds = OWN) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: specs },
  to: { path: kinds, pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'geen-kringen',
      comment: 'A cycle breaks only the built program. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'domein-is-zuiver',
      'The core imports itself only: no package, no node.',
      room('libs/domain'),
      [room('libs/domain')],
      '.',
    ),
    only(
      'contracten-zijn-een-naad',
      'Contracts are loaded into the workflow bundle.',
      room('libs/contracts'),
      [room('libs/contracts', 'libs/domain'), npm('@temporalio/workflow', '@temporalio/common')],
      '.',
    ),
    only(
      'workflows-zonder-buitenwereld',
      'Workflow code replays: no I/O, no rules, only contracts and types of the domain.',
      room('workflows'),
      [
        room('workflows', 'libs/contracts', 'libs/domain'),
        npm('@temporalio/workflow', '@temporalio/common'),
      ],
      '.',
    ),
    {
      name: 'workflows-kennen-alleen-typen-van-het-domein',
      comment: 'A rule inside a workflow would have to be dragged along for the life of a journey.',
      severity: 'error',
      from: { path: room('workflows'), pathNot: specs },
      to: { path: room('libs/domain'), dependencyTypesNot: ['type-only'] },
    },
    only('de-deur', 'The door decides and writes; it calls nobody outside.', room('libs/dossier'), [
      room('libs/dossier', 'libs/domain', 'libs/database', 'libs/security'),
      // The terms in which it answers the driver, and the civil day in Amsterdam.
      room('libs/contracts'),
      '^libs/config/amsterdam\\.ts$',
    ]),
    {
      name: 'de-deur-kent-alleen-typen-van-de-contracten',
      comment: 'The door answers the driver in its terms, but loads nothing of Temporal.',
      severity: 'error',
      from: { path: room('libs/dossier'), pathNot: specs },
      to: { path: room('libs/contracts'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'alleen-de-deur-schrijft',
      comment: 'Journal and read model are written in one place.',
      severity: 'error',
      from: { pathNot: [room('libs/dossier', 'libs/database/write', 'test'), specs] },
      to: { path: room('libs/database/write') },
    },
    only('libs-kennen-geen-programma', 'Libraries do not know who uses them.', room('libs'), [
      room('libs'),
    ]),
    only(
      'techniek-kent-de-deur-niet',
      'Technique below the door does not know the door.',
      room(
        'libs/adapters',
        'libs/config',
        'libs/database',
        'libs/observability',
        'libs/security',
        'libs/temporal',
      ),
      ['^libs/(?!dossier/)'],
    ),
    only(
      'activiteiten-kennen-alleen-libs',
      'Activities translate between Temporal and the libraries.',
      room('activities'),
      [room('activities', 'libs')],
    ),
    only(
      'api-zonder-temporal-werk',
      'The api takes in and shows; the chain and the workflows belong to the worker.',
      room('apps/api'),
      [
        room(
          'apps/api',
          'libs/domain',
          'libs/contracts',
          'libs/dossier',
          'libs/database',
          'libs/temporal',
          'libs/security',
          'libs/config',
          'libs/observability',
        ),
      ],
    ),
    only(
      'worker-laadt-workflows-met-hun-pad',
      'The worker takes activities and libraries; a workflow imported by value runs unsandboxed.',
      room('apps/worker'),
      [room('apps/worker', 'activities', 'libs')],
    ),
    only(
      'simulator-deelt-geen-regels',
      'The simulator checks us; shared code would share our mistakes.',
      room('apps/ketensimulator'),
      [room('apps/ketensimulator')],
    ),
    {
      name: 'product-kent-geen-gereedschap',
      comment: 'What runs at a gemeente contains no tools and no tests.',
      severity: 'error',
      from: { path: room('apps', 'workflows', 'activities', 'libs'), pathNot: specs },
      to: { path: room('tools', 'test') },
    },
    {
      name: 'product-zonder-ontwikkelpakketten',
      comment: 'A development dependency is not in the image.',
      severity: 'error',
      from: {
        path: room('apps', 'workflows', 'activities', 'libs'),
        pathNot: [specs, room('apps/ketensimulator')],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'alles-bestaat',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|\\.lokaal)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
