/** Lints planted text under the path of a real place in the house; no file is written. */
import { ESLint } from 'eslint';

const bans = [
  [
    'no-restricted-properties',
    'services/scorer/src/planted.ts',
    'export const home = process.env;',
  ],
  [
    'no-restricted-imports',
    'services/scorer/src/planted.ts',
    "export { env } from 'node:process';",
  ],
  [
    'no-restricted-syntax',
    'services/scorer/src/planted.ts',
    'export const home = globalThis.process.env;',
  ],
  ['no-restricted-properties', 'packages/domain/src/planted.ts', 'export const at = Date.now();'],
  ['no-restricted-properties', 'packages/domain/src/planted.ts', 'export const a = Math.random();'],
  ['no-restricted-properties', 'packages/language/src/planted.ts', 'export const at = Date.now();'],
  ['no-restricted-properties', 'packages/store/src/planted.ts', 'export const at = Date.now();'],
  ['no-restricted-syntax', 'packages/store/src/planted.ts', 'export const at = new Date();'],
  ['no-restricted-syntax', 'services/scorer/src/planted.ts', 'export default 1;'],
  ['no-restricted-properties', 'packages/store/src/planted.test.ts', "jest.mock('./store.ts');"],
  ['max-lines', 'packages/store/src/planted.ts', 'export {};\n'.repeat(301)],
  ['', 'packages/runtime/src/clock.ts', 'export const at = new Date();'],
  ['', 'services/scorer/src/config.ts', 'export const home = process.env;'],
  ['', 'packages/store/src/planted.ts', 'export const at = new Date(0);'],
  ['', 'packages/language/src/lexicons/planted.ts', 'export {};\n'.repeat(301)],
];

/** Of the rules that need types; linted in the place of a file that the type checker knows. */
const typed = [
  [
    '@typescript-eslint/no-floating-promises',
    "export function lose(): void {\n  Promise.resolve('a task');\n}",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function say(v: 'a' | 'b'): void {\n  switch (v) {\n    case 'a':\n      break;\n  }\n}",
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    "import { z } from 'zod';\nexport type Shape = z.ZodType;",
  ],
];
const TYPED_PLACE = 'packages/contracts/src/index.ts';

/** One row for each planted text: the rule, the place, and whether it was judged as it should be. */
export async function reportLint(root) {
  const plain = new ESLint({
    cwd: root,
    ruleFilter: ({ ruleId }) => !ruleId.includes('/'),
    overrideConfig: untyped,
  });
  const checked = new ESLint({ cwd: root, overrideConfig: fresh });
  const judge = async (eslint, rule, file, text) => {
    const [result] = await eslint.lintText(`${text}\n`, { filePath: `${root}/${file}` });
    const found = result?.messages.map((message) => message.ruleId ?? message.message) ?? [
      '(ignored)',
    ];
    return {
      rule: rule === '' ? found.join(' ') || '(allowed)' : rule,
      file,
      ok: rule === '' ? found.length === 0 : found.includes(rule),
    };
  };
  return Promise.all([
    ...bans.map(([rule, file, text]) => judge(plain, rule, file, text)),
    ...typed.map(([rule, text]) => judge(checked, rule, TYPED_PLACE, text)),
  ]);
}

/** The bans need no types, and a planted file is in no project. */
const untyped = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { project: null } },
};

/** One small project, read anew, so that the planted text is what the type checker sees. */
const fresh = {
  files: ['**/*.ts'],
  languageOptions: {
    parserOptions: {
      project: ['./packages/contracts/tsconfig.json'],
      disallowAutomaticSingleRunInference: true,
    },
  },
};
