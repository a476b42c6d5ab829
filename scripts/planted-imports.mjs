/** What each dependency rule must report, and what it must leave alone. One small file each. */

const plant = (rule, file, text, more = {}) => ({ rule, file, text: `${text}\n`, ...more });
const library = (rule, folder, name, mode = 'import') =>
  plant(
    rule,
    `${folder}/src/planted-${name.replace('@', '').replace('/', '-')}.ts`,
    `${mode} '${name}';`,
    {
      library: [name],
    },
  );
const uses = (name) => `import { stub } from '${name}';\nexport const planted = stub;`;

/** A foreign library, a package out of bounds and a builtin, for every room that forbids them. */
const rooms = ['contracts', 'domain', 'language', 'statistics', 'channels', 'intake'].flatMap(
  (room) => [
    plant(`room-${room}`, `packages/${room}/src/planted-builtin.ts`, "import 'node:net';"),
    plant(
      `room-${room}`,
      `packages/${room}/src/planted-package.ts`,
      uses(room === 'intake' ? '@redress/store' : '@redress/runtime'),
    ),
    library(`room-${room}`, `packages/${room}`, 'left-pad'),
  ],
);
const adapters = ['event-log', 'work-queue', 'store', 'hot-state', 'mail', 'training'].flatMap(
  (room) => [
    plant(
      `room-${room}`,
      `packages/${room}/src/planted-neighbour.ts`,
      uses(room === 'store' ? '@redress/event-log' : '@redress/store'),
    ),
    library(`room-${room}`, `packages/${room}`, 'left-pad'),
  ],
);
const technologies = [
  ['lmdb', 'lmdb'],
  ['kafkajs', 'kafkajs'],
  ['electric-sql-pglite', '@electric-sql/pglite'],
  ['pg', 'pg'],
  ['ioredis', 'ioredis'],
  ['nodemailer', 'nodemailer'],
  ['aws-sdk-client-sqs', '@aws-sdk/client-sqs'],
  ['pino', 'pino'],
  ['prom-client', 'prom-client'],
  ['fastify', 'fastify'],
  ['fastify', '@fastify/cookie'],
  ['commander', 'commander'],
  ['smtp-server', 'smtp-server'],
].map(([rule, name]) => library(`technology-${rule}`, 'services/scorer', name));

export const planted = [
  ...rooms,
  ...adapters,
  ...technologies,
  library('technology-aws-sdk-client-sqs', 'services/ingestor-sqs', '@aws-sdk/client-sqs'),
  library('room-runtime', 'packages/runtime', 'left-pad'),
  plant('room-runtime', 'packages/runtime/src/planted-package.ts', uses('@redress/contracts')),
  plant(
    'domain-knows-contracts-by-type',
    'packages/domain/src/planted-value.ts',
    uses('@redress/contracts'),
  ),
  plant(
    'intake-knows-the-log-by-type',
    'packages/intake/src/planted-value.ts',
    uses('@redress/event-log'),
  ),
  plant(
    'packages-never-import-services',
    'packages/testkit/src/planted-service.ts',
    uses('@redress/scorer'),
  ),
  plant('services-stay-apart', 'services/console/src/planted-service.ts', uses('@redress/scorer')),
  plant('page-stands-alone', 'services/console/web/planted-server.js', "import '../src/index.ts';"),
  plant(
    'no-deep-imports',
    'services/scorer/src/planted-deep.ts',
    "export * from '../../../packages/contracts/src/planted-inner.ts';",
    { beside: { 'packages/contracts/src/planted-inner.ts': 'export const inner = 1;\n' } },
  ),
  plant(
    'sources-never-import-tests',
    'services/scorer/src/planted-test-user.ts',
    "export * from './planted-shared.test.ts';",
    { beside: { 'services/scorer/src/planted-shared.test.ts': 'export const shared = 1;\n' } },
  ),
  plant('suites-only-from-tests', 'services/scorer/src/planted-kit.ts', uses('@redress/testkit')),
  plant(
    'suites-only-from-tests',
    'packages/hot-state/src/planted-suite-user.ts',
    "export * from './planted.conformance.ts';",
    { beside: { 'packages/hot-state/src/planted.conformance.ts': 'export const suite = 1;\n' } },
  ),
  plant(
    'no-cycles',
    'services/scorer/src/planted-hen.ts',
    "export type { Egg } from './planted-egg.ts';\nexport type Hen = 1;",
    {
      beside: {
        'services/scorer/src/planted-egg.ts':
          "import type { Hen } from './planted-hen.ts';\nexport type Egg = Hen;\n",
      },
    },
  ),
  plant('not-to-unresolvable', 'services/scorer/src/planted-absent.ts', "import './absent.ts';"),
  plant(
    'not-to-unresolvable',
    'services/scorer/src/planted-inner-path.ts',
    "import '@redress/contracts/src/codec.ts';",
  ),
];

export const allowed = [
  plant(
    '',
    'packages/domain/src/allowed-type.ts',
    "import type { stub } from '@redress/contracts';\nexport type Planted = typeof stub;",
  ),
  plant(
    '',
    'packages/domain/src/allowed.test.ts',
    `import 'node:fs';\n${uses('@redress/testkit')}`,
  ),
  plant(
    '',
    'packages/intake/src/allowed-type.ts',
    "import type { stub } from '@redress/event-log';\nexport type Planted = typeof stub;",
  ),
  plant('', 'packages/contracts/src/allowed-hash.ts', "import 'node:crypto';"),
  plant('', 'packages/store/src/allowed-room.ts', `import 'node:fs';\n${uses('@redress/domain')}`),
  plant('', 'services/scorer/src/allowed-package.ts', uses('@redress/event-log')),
  plant('', 'services/standalone/src/allowed-service.ts', uses('@redress/scorer')),
  plant('', 'services/console/web/allowed.js', "import './allowed-part.js';", {
    beside: { 'services/console/web/allowed-part.js': '' },
  }),
  library('', 'packages/event-log', 'lmdb'),
  library('', 'packages/event-log', 'kafkajs'),
  library('', 'packages/work-queue', '@aws-sdk/client-sqs'),
  library('', 'packages/runtime', 'pino'),
  library('', 'services/console', '@fastify/cookie'),
];
