const tools = '^(bench|e2e|build)/'
const tests = ['[.](test|storm|e2e|behaviour)[.]tsx?$', '/testing/', tools]
const pages = '^renderer/(begin|console|field|number|report|wall|supervise)/'

/**
 * Who may import whom. Every rule here has a file in build/layers/broken/ that breaks it, and a test that sees it caught.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment:
        'An import the gate cannot follow is a rule it cannot hold. The geojson package is nothing but types, so there is no file to follow.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^geojson$' },
    },
    {
      name: 'ships-what-it-imports',
      severity: 'error',
      comment: 'The built server and the desktop take their libraries from dependencies; a devDependency is not there when they run.',
      from: { path: '^(shared|server|main)/', pathNot: tests },
      // Electron is what the desktop runs in, not a library that it brings.
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)electron($|/)' },
    },
    {
      name: 'pages-bundle-what-is-listed',
      severity: 'error',
      comment:
        'What a page takes is built into it, so it need not ship; but a library that package.json does not name is there by accident.',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-is-the-bottom',
      severity: 'error',
      comment: 'Everyone stands on shared/, so shared/ stands on no one.',
      from: { path: '^shared/' },
      to: { path: '^(server|renderer|main|bench|e2e|build)/' },
    },
    {
      name: 'shared-runs-anywhere',
      severity: 'error',
      comment: 'shared/ runs in the server, the console, the field page and the replay: zod and nothing else.',
      from: { path: '^shared/', pathNot: tests },
      to: { pathNot: ['^shared/', 'node_modules/zod/'] },
    },
    {
      name: 'domain-knows-no-wire',
      severity: 'error',
      comment: 'Contracts are written in words of the domain, never the other way round.',
      from: { path: '^shared/domain/' },
      to: { path: '^shared/contracts/' },
    },
    {
      name: 'processes-meet-in-shared',
      severity: 'error',
      comment: 'Processes talk by message. If one imports another, the message is missing.',
      from: { path: '^(server|renderer|main)/' },
      to: { path: '^(server|renderer|main)/', pathNot: '^$1/' },
    },
    {
      name: 'tools-stay-at-home',
      severity: 'error',
      comment: 'Benches, browser tests and build scripts never ship.',
      from: { path: '^(server|renderer|main)/' },
      to: { path: tools },
    },
    {
      name: 'tools-look-from-outside',
      severity: 'error',
      comment: 'A bench or a browser test meets a page in a browser; what it needs to share is in shared/.',
      from: { path: tools },
      to: { path: '^renderer/' },
    },
    {
      name: 'only-the-desktop-knows-electron',
      severity: 'error',
      comment: 'A page asks main through window.desk; the server also runs where there is no screen.',
      from: { path: '^(shared|server|renderer)/' },
      to: { path: '(^|/)electron($|/)' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      comment: 'A page is a sandboxed web page: no files, no processes.',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-strangers',
      severity: 'error',
      comment: 'A feature that needs another is one feature, or belongs in board/ or ui/.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'renderer-looks-down',
      severity: 'error',
      comment: 'ui, map, feed and board know no feature; only pages do.',
      from: { path: '^renderer/', pathNot: [pages, '^renderer/features/', '/testing/'] },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'pages-are-the-top',
      severity: 'error',
      comment: 'A page composes; nothing imports a page, not even another page.',
      from: { path: '^renderer/([^/]+)/' },
      to: { path: pages, pathNot: '^renderer/$1/' },
    },
    {
      name: 'server-modules-are-strangers',
      severity: 'error',
      comment: 'A module takes its neighbours as arguments. Only composition/ knows them all.',
      from: { path: '^server/([^/]+)/', pathNot: ['^server/composition/', ...tests] },
      to: { path: '^server/[^/]+/', pathNot: ['^server/$1/', '/testing/'] },
    },
    {
      name: 'only-composition-knows-all',
      severity: 'error',
      comment: 'Settings, logs and the entry file stay small; what knows several modules is composition/ or server.ts.',
      from: { path: '^server/[^/]+$', pathNot: ['^server/server[.]ts$', ...tests] },
      to: { path: '^server/[^/]+/' },
    },
    {
      name: 'composition-is-the-top',
      severity: 'error',
      comment: 'A module that asks for the whole server knows everyone through the back door.',
      from: { path: '^server/(?!composition/)[^/]+/', pathNot: tests },
      to: { path: ['^server/(server|main)[.]ts$', '^server/composition/'] },
    },
    {
      name: 'main-modules-are-strangers',
      severity: 'error',
      comment:
        'A module of the desktop takes its neighbours as arguments. Only composition/ knows them all; files/ and pauses/ are everybody’s.',
      from: { path: '^main/([^/]+)/', pathNot: ['^main/composition/', ...tests] },
      to: { path: '^main/[^/]+/', pathNot: ['^main/$1/', '^main/(files|pauses)/', '/testing/'] },
    },
    {
      name: 'main-is-composed-once',
      severity: 'error',
      comment: 'A module that asks for the whole desktop knows everyone through the back door.',
      from: { path: '^main/(?!composition/)[^/]+/', pathNot: tests },
      to: { path: ['^main/main[.]ts$', '^main/composition/'] },
    },
    {
      name: 'one-door-to-sqlite',
      severity: 'error',
      comment: 'The database driver is replaceable as long as one file knows it.',
      from: { pathNot: '^server/journal/database[.]ts$' },
      to: { path: '(^|/)sqlite3($|/)' },
    },
    {
      name: 'sql-stays-in-the-server',
      severity: 'error',
      comment: 'Only the server has a database.',
      from: { pathNot: '^server/' },
      to: { path: '(^|/)knex($|/)' },
    },
    {
      name: 'one-door-to-each-wire',
      severity: 'error',
      comment: 'Raw sockets skip the contract.',
      from: { pathNot: ['^server/link/', '^renderer/feed/', ...tests] },
      to: { path: '(^|/)socket[.]io(-client)?($|/)' },
    },
    {
      name: 'one-door-to-the-map-engine',
      severity: 'error',
      comment: 'Which engine draws the map is a setting as long as one file knows it.',
      from: { pathNot: '^renderer/map/engine[.]tsx?$' },
      to: { path: '(^|/)(maplibre|mapbox)-gl($|/)' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      comment: 'Builders, fakes and harnesses never ship.',
      from: { pathNot: tests },
      to: { path: '/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|[.]cache|[.]data|test-results|playwright-report)/|^build/layers/broken/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
