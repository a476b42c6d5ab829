/**
 * Benches of Redress. They print ratios to a limit measured in the same run, because machines are noisy; nothing here is a timed test.
 *
 *   npm run bench -- pipeline [--only a,b,c,d,e,f] [--scale 1] [--json FILE]
 *   npm run bench -- language [--scale 1] [--json FILE]
 *
 * pipeline: the broker and everything else beside it on this machine, started for the run through scripts/infra (needs Java and Maven, or Docker).
 * language: texts a second, everything included, beside libraries that do a part of it.
 */
import { parseArgs } from 'node:util';

const BENCHES = {
  pipeline: () => import('./bench/pipeline.mjs'),
  language: () => import('./bench/language.mjs'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
if (values.help || !Object.hasOwn(BENCHES, name ?? '')) {
  console.error(
    `usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--only a,b] [--scale 0.2] [--json FILE]`,
  );
  process.exitCode = values.help ? 0 : 2;
} else {
  const { run } = await BENCHES[name]();
  await run({ only: values.only?.split(','), scale: Number(values.scale), json: values.json });
}
