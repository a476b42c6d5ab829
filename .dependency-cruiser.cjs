/**
 * The rooms of the house and the doors between them. Dependencies point one way; `npm run layers` holds it,
 * `npm run layers:planted` proves that every rule below still fires.
 */
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

/** What each room may import: our packages, libraries, node builtins (true: any). Tests are free of this. */
const ROOMS = {
  contracts: { packages: [], libraries: ['zod'], builtins: ['crypto'] },
  domain: { packages: ['contracts'], libraries: ['temporal-polyfill'], builtins: [] },
  // its weights are a file beside it
  language: { packages: ['contracts'], libraries: [], builtins: ['fs'] },
  training: {
    packages: ['contracts', 'language'],
    libraries: ['afinn-165-multilingual', 'emoji-emotion', 'zod'],
    builtins: true,
  },
  statistics: { packages: ['contracts'], libraries: [], builtins: [] },
  channels: { packages: ['contracts'], libraries: ['zod'], builtins: ['crypto'] },
  runtime: { packages: [], libraries: ['pino', 'prom-client', 'zod'], builtins: true },
  'event-log': adapter('lmdb', 'kafkajs'),
  'work-queue': adapter('@aws-sdk/client-sqs'),
  store: adapter('@electric-sql/pglite', 'pg'),
  'hot-state': adapter('ioredis'),
  mail: adapter('nodemailer'),
  intake: { packages: ['contracts', 'event-log', 'runtime'], libraries: [], builtins: [] },
};

/** Which folders may import a technology; nobody else knows that it is there. */
const TECHNOLOGIES = {
  lmdb: ['packages/event-log'],
  kafkajs: ['packages/event-log'],
  '@electric-sql/pglite': ['packages/store'],
  pg: ['packages/store'],
  ioredis: ['packages/hot-state'],
  nodemailer: ['packages/mail'],
  '@aws-sdk/client-sqs': ['packages/work-queue'],
  pino: ['packages/runtime'],
  'prom-client': ['packages/runtime'],
  fastify: ['services/ingestor-http', 'services/console', 'services/standalone'],
  '@fastify': ['services/ingestor-http', 'services/console', 'services/standalone'],
  commander: ['services/standalone'],
  'smtp-server': ['packages/mail'],
};

const TEST = '\\.test\\.ts$';
/** Written for tests, though no test itself: the conformance suites and the testkit. */
const FOR_TESTS = [TEST, '[/.]conformance\\.ts$', '^packages/testkit/'];

const forbidden = [
  ...Object.entries(ROOMS).map(([room, may]) => ({
    name: `room-${room}`,
    severity: 'error',
    comment: `packages/${room} may import ${[...may.packages, ...may.libraries].join(', ') || 'nothing of ours'}${may.builtins === true ? ' and node' : may.builtins.map((name) => `, node:${name}`).join('')}.`,
    from: { path: `^packages/${room}/`, pathNot: FOR_TESTS },
    to: {
      pathNot: [
        `^packages/${room}/`,
        ...may.packages.map((name) => `^packages/${name}/`),
        ...may.libraries.map(library),
        ...(may.builtins === true ? [] : may.builtins.map((name) => `^(node:)?${name}$`)),
      ],
      ...(may.builtins === true ? { dependencyTypesNot: ['core'] } : {}),
    },
  })),
  {
    name: 'domain-knows-contracts-by-type',
    severity: 'error',
    comment: 'The domain takes the shapes of contracts (import type), never its code.',
    from: { path: '^packages/domain/', pathNot: FOR_TESTS },
    to: { path: '^packages/contracts/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'intake-knows-the-log-by-type',
    severity: 'error',
    comment: 'The intake is handed a log; which engine it is, is not its business.',
    from: { path: '^packages/intake/', pathNot: FOR_TESTS },
    to: { path: '^packages/event-log/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-never-import-services',
    severity: 'error',
    comment: 'Services are composed of packages, not the other way round.',
    from: { path: '^packages/' },
    to: { path: '^services/' },
  },
  {
    name: 'services-stay-apart',
    severity: 'error',
    comment: 'Services meet in the log and the queue; standalone alone composes them.',
    from: { path: '^services/([^/]+)/', pathNot: '^services/standalone/' },
    to: { path: '^services/', pathNot: '^services/$1/' },
  },
  {
    name: 'page-stands-alone',
    severity: 'error',
    comment: 'The page runs in a browser: it imports its own files only.',
    from: { path: '^services/console/web/', pathNot: FOR_TESTS },
    to: { pathNot: '^services/console/web/' },
  },
  ...Object.entries(TECHNOLOGIES).map(([name, folders]) => ({
    name: `technology-${name.replace(/^@/, '').replace('/', '-')}`,
    severity: 'error',
    comment: `${name} is imported in ${folders.join(', ')} alone.`,
    from: { path: '^(packages|services)/', pathNot: folders.map((folder) => `^${folder}/`) },
    to: { path: library(name) },
  })),
  {
    name: 'no-deep-imports',
    severity: 'error',
    comment: 'Another package is known by what its package.json exports.',
    from: { path: '^((?:packages|services)/[^/]+)/' },
    to: {
      path: '^(packages|services)/',
      pathNot: ['^$1/', '^(packages|services)/[^/]+/src/index\\.ts$', ...declaredExports()],
    },
  },
  {
    name: 'sources-never-import-tests',
    severity: 'error',
    comment: 'A test is imported by nobody; what two tests share belongs to the testkit.',
    from: { path: '^(packages|services)/' },
    to: { path: TEST },
  },
  {
    name: 'suites-only-from-tests',
    severity: 'error',
    comment: 'The testkit and the conformance suites are for tests.',
    from: { path: '^(packages|services)/', pathNot: FOR_TESTS },
    to: { path: ['^packages/testkit/', '[/.]conformance\\.ts$'] },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'It must be a file, a dependency in package.json, or an exported name.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** An adapter knows the words of the house and its own technology, never another adapter. */
function adapter(...technologies) {
  return {
    packages: ['domain', 'contracts', 'runtime'],
    libraries: ['zod', ...technologies],
    builtins: true,
  };
}

/** A library by its resolved path, its types, or its bare name where it is not installed. */
function library(name) {
  return `(?:(?:^|/)node_modules/(?:@types/)?|^)${name}(?:/|$)`;
}

/** Subpaths that packages export on purpose, such as `@redress/event-log/conformance`. */
function declaredExports() {
  return ['packages', 'services'].flatMap((area) =>
    readdirSync(path.join(__dirname, area)).flatMap((folder) => {
      const manifest = path.join(__dirname, area, folder, 'package.json');
      if (!existsSync(manifest)) return [];
      const { exports = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
      return Object.values(exports)
        .map((target) => target['redress-source'])
        .filter((file) => file !== undefined)
        .map((file) => `^${path.posix.join(area, folder, file).replaceAll('.', '\\.')}$`);
    }),
  );
}

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: ['(^|/)dist/', '(^|/)fixtures/', '^services/console/web/vendor/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['redress-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
