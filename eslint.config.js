import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may do what the rest may not; every pattern below is one of these. */
const SOURCES = ['packages/*/src/**/*.ts', 'services/*/src/**/*.ts'];
const TESTS = [
  '**/*.test.ts',
  '**/conformance.ts',
  '**/*.conformance.ts',
  'packages/testkit/**/*.ts',
];
const CONFIG = ['**/config.ts'];
const CLOCK = ['packages/runtime/src/clock.ts'];
const PURE = ['packages/domain/src/**/*.ts', 'packages/language/src/**/*.ts'];
const PAGE = ['services/console/web/**/*.{js,mjs,ts}'];
const PLAIN_NODE = [
  '*.{js,cjs,mjs}',
  'scripts/**/*.{js,mjs}',
  'infra/**/*.mjs',
  'services/*/bin/*.js',
];

const environment = {
  object: 'process',
  property: 'env',
  message: 'The environment is read in config.ts alone; take the value as an argument.',
};
const machineTime = {
  object: 'Date',
  property: 'now',
  message: 'Time is a port: take a Clock of @redress/runtime, or `now` as an argument.',
};
const chance = [
  {
    object: 'Math',
    property: 'random',
    message: 'Chance is passed in, so that a replay is the same.',
  },
  { object: 'crypto', property: 'randomUUID', message: 'Ids are made from names, or passed in.' },
  {
    object: 'performance',
    property: 'now',
    message: 'Time is passed in, so that a replay is the same.',
  },
  {
    object: 'Temporal',
    property: 'Now',
    message: 'Time is passed in, so that a replay is the same.',
  },
];
const ownModuleMocks = ['mock', 'unstable_mockModule', 'doMock'].map((property) => ({
  object: 'jest',
  property,
  message: 'Our own modules are not mocked: pass another adapter or a builder of the testkit.',
}));

const environmentImport = {
  paths: ['process', 'node:process'].map((name) => ({
    name,
    importNames: ['env'],
    message: environment.message,
  })),
};
const environmentElsewhere = {
  selector: "MemberExpression[property.name='env'][object.property.name='process']",
  message: environment.message,
};
const machineDate = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: machineTime.message,
  },
  { selector: "CallExpression[callee.name='Date']", message: machineTime.message },
];
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a thing has one name everywhere.',
};

/** Typed linting reads the tests too; the page has a tsconfig of its own where it is TypeScript. */
const pageProject = './services/console/web/tsconfig.json';
const projects = ['./tsconfig.test.json', pageProject].filter((project) =>
  existsSync(path.join(import.meta.dirname, project)),
);

const nodeGlobals = names(
  'process console Buffer URL URLSearchParams AbortController AbortSignal TextEncoder TextDecoder fetch performance structuredClone crypto setTimeout clearTimeout setInterval clearInterval setImmediate queueMicrotask',
);
const commonJsGlobals = names('module require exports __dirname __filename');
const browserGlobals = names(
  'window document location history navigator localStorage sessionStorage console fetch Headers Request Response URL URLSearchParams FormData File Blob EventSource Event CustomEvent KeyboardEvent Node Element HTMLElement HTMLFormElement HTMLInputElement HTMLTemplateElement customElements DocumentFragment MutationObserver IntersectionObserver ResizeObserver AbortController TextEncoder TextDecoder crypto matchMedia getComputedStyle getSelection confirm alert addEventListener dispatchEvent requestAnimationFrame cancelAnimationFrame setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
);

function names(list) {
  return Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));
}

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '**/.turbo/',
    '**/.template/',
    '**/redress-data/',
    '**/fixtures/',
    'services/console/web/vendor/',
  ]),
  // A rule that is wrong is changed here, for all; it is not silenced in one place.
  { linterOptions: { noInlineConfig: true } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      // An adapter in memory answers with promises because its port does; async turns its throws into rejections.
      '@typescript-eslint/require-await': 'off',
      // query<Row>(sql) says at the statement what its rows are; the compiler cannot know it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
      'no-restricted-properties': ['error', environment, machineTime],
      'no-restricted-imports': ['error', environmentImport],
      'no-restricted-syntax': ['error', environmentElsewhere, ...machineDate, defaultExport],
    },
  },
  {
    files: SOURCES,
    ignores: TESTS,
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    ignores: ['packages/language/src/lexicons/**'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: { 'no-restricted-properties': ['error', environment, machineTime, ...chance] },
  },
  {
    files: CLOCK,
    rules: {
      'no-restricted-properties': ['error', environment],
      'no-restricted-syntax': ['error', environmentElsewhere, defaultExport],
    },
  },
  {
    files: CONFIG,
    rules: {
      'no-restricted-properties': ['error', machineTime],
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...machineDate, defaultExport],
    },
  },
  {
    files: TESTS,
    rules: {
      // A test that finds nothing where something must be shall fail there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': ['error', ...ownModuleMocks],
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', defaultExport],
    },
  },
  {
    files: PAGE,
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', defaultExport],
      'no-console': 'error',
    },
  },

  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: null } },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'error',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  { files: PLAIN_NODE, languageOptions: { globals: nodeGlobals } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: commonJsGlobals },
  },
  { files: PAGE, languageOptions: { globals: browserGlobals } },
);
