/**
 * Prints how well the language package reads labelled sentences, a line a language:
 *   node scripts/measure-language.mjs --data DIR [--lang en,pl] [--cause delay-waiting] [--errors]
 * DIR holds <lang>.tsv with the columns lang, causes (comma-separated or "none"), sentiment, churn, text. Run `npx tsc -b packages/language` first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, understand } from '../packages/language/dist/index.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    lang: { type: 'string' },
    cause: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});
if (values.data === undefined)
  throw new Error('--data DIR is missing: name the folder with <lang>.tsv files');
const wanted = values.lang?.split(',') ?? LANGUAGES;
const share = (part, whole) => (whole === 0 ? '  -  ' : (part / whole).toFixed(3));

for (const file of readdirSync(values.data).sort()) {
  const language = file.replace(/\.tsv$/u, '');
  if (!file.endsWith('.tsv') || !wanted.includes(language)) continue;
  const rows = readFileSync(join(values.data, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const started = performance.now();
  const tally = new Map();
  const of = (id) => tally.get(id) ?? tally.set(id, { right: 0, extra: 0, missed: 0 }).get(id);
  let sentimentRight = 0;
  let detractorRight = 0;
  let churnRight = 0;
  let churnRows = 0;
  let churnFalse = 0;
  let languageRight = 0;
  let count = 0;
  for (const [, causes, sentiment, churn, text] of rows) {
    const said = understand({ text });
    count += 1;
    const expected = new Set(causes === 'none' ? [] : causes.split(','));
    const found = new Set(
      said.causes
        .filter((cause) => cause.probability >= 0.5 && cause.id !== 'other')
        .map((cause) => cause.id),
    );
    for (const id of expected) of(id)[found.has(id) ? 'right' : 'missed'] += 1;
    for (const id of found) if (!expected.has(id)) of(id).extra += 1;
    const wrong = [...expected, ...found].filter((id) => expected.has(id) !== found.has(id));
    if (said.sentiment.label === sentiment) sentimentRight += 1;
    if (said.detractor.flag === (sentiment === 'negative')) detractorRight += 1;
    if (said.language === language) languageRight += 1;
    if (churn !== 'none') {
      churnRows += 1;
      if (said.churn.level === churn) churnRight += 1;
    } else if (said.churn.level !== 'none') churnFalse += 1;
    if (
      values.errors &&
      (values.cause === undefined
        ? wrong.length > 0 || said.sentiment.label !== sentiment
        : wrong.includes(values.cause))
    ) {
      const lists = wrong.map((id) => (expected.has(id) ? `-${id}` : `+${id}`)).join(' ');
      console.log(
        `${lists} | ${sentiment} ${said.sentiment.label} | churn ${churn} ${said.churn.level} | ${text}`,
      );
    }
  }
  const sum = { right: 0, extra: 0, missed: 0 };
  for (const each of tally.values()) for (const key of Object.keys(sum)) sum[key] += each[key];
  const precision = sum.right / Math.max(1, sum.right + sum.extra);
  const recall = sum.right / Math.max(1, sum.right + sum.missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  console.log(
    `${language}  causes F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})  sentiment ${share(sentimentRight, count)}  detractor ${share(detractorRight, count)}  churn ${share(churnRight, churnRows)} (${String(churnFalse)} false)  language ${share(languageRight, count)}  ${((performance.now() - started) / count).toFixed(2)} ms a text`,
  );
  if (values.cause === undefined && values.lang !== undefined) {
    for (const [id, each] of [...tally].sort())
      console.log(
        `    ${id.padEnd(24)} right ${each.right}  missed ${each.missed}  extra ${each.extra}`,
      );
  }
}
