/**
 * How fast texts of about 140 characters are understood on one core, everything included, beside libraries that do a part of it.
 * Each is run in turns with the others, the best of its rounds counts; ratios are to the first row of each group.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { detectLanguage, understand } from '../../packages/language/dist/index.js';
import { languagePeers, sentimentPeers } from '../peers.mjs';

const MODEL_MODULE = new URL('../../packages/language/dist/model/index.js', import.meta.url).href;
const CORPUS = path.resolve(import.meta.dirname, '../../packages/language/corpus');
const CORE = ['en', 'pl', 'ar', 'ru', 'th'];
const OTHERS = ['de', 'es', 'zh', 'ja', 'hi'];
const CHARACTERS = 140;
const TEXTS = 400;
const ROUNDS = 16;
const WARMING = 8;

export async function run({ scale = 1, json } = {}) {
  const texts = Object.fromEntries(
    [...CORE, ...OTHERS].map((language) => [language, textsOf(language, Math.ceil(TEXTS * scale))]),
  );
  const rows = [];
  const report = async (group, entries) => {
    const rates = await measure(entries);
    const [first] = rates;
    for (const { name, rate } of rates) {
      rows.push({
        group,
        name,
        textsPerSecond: Math.round(rate),
        ratio: Number((rate / first.rate).toFixed(2)),
      });
      console.log(
        `${group.padEnd(10)} ${name.padEnd(34)} ${String(Math.round(rate)).padStart(8)} texts/s  ${(rate / first.rate).toFixed(2)}`,
      );
    }
  };
  for (const language of [...CORE, ...OTHERS])
    await report(language, [
      {
        name: `understand (${language})`,
        texts: texts[language],
        read: (text) => understand({ text }),
      },
    ]);
  await report('sentiment', [
    { name: 'understand (en), everything', texts: texts.en, read: (text) => understand({ text }) },
    ...sentimentPeers().map(({ name, feel }) => ({
      name: `${name} (en, sentiment alone)`,
      texts: texts.en,
      read: (text) => feel(text, 'en'),
    })),
  ]);
  const mixed = Object.values(texts).flat();
  await report('language', [
    { name: 'detectLanguage', texts: mixed, read: (text) => detectLanguage(text) },
    ...(await languagePeers()).map(({ name, tell }) => ({
      name: `${name} (language alone)`,
      texts: mixed,
      read: tell,
    })),
  ]);
  tellLoading();
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** What a process of its own takes to read the model, and how much memory it then has beside what Node itself takes. */
function tellLoading() {
  const program = `
    const bare = process.memoryUsage.rss();
    const { shippedModel } = await import('${MODEL_MODULE}');
    const started = performance.now();
    shippedModel();
    const took = performance.now() - started;
    console.log(took.toFixed(0), ((process.memoryUsage.rss() - bare) / 2 ** 20).toFixed(0));`;
  const [took, memory] = execFileSync(process.execPath, ['--input-type=module', '-e', program])
    .toString()
    .trim()
    .split(' ');
  console.log(`loading    the model: ${took} ms, ${memory} MB of memory`);
}

/** Texts of the corpus, put together to about 140 characters. */
function textsOf(language, count) {
  const lines = readFileSync(path.join(CORPUS, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').at(-1));
  const texts = [];
  let text = '';
  for (const line of [...lines, ...lines, ...lines]) {
    text = text === '' ? line : `${text} ${line}`;
    if (text.length < CHARACTERS - 20) continue;
    texts.push(text.slice(0, CHARACTERS));
    text = '';
    if (texts.length === count) break;
  }
  return texts;
}

/** Texts a second of each, the best of several rounds taken in turns. */
async function measure(entries) {
  const best = entries.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { texts, read }] of entries.entries()) {
      const started = process.cpuUsage();
      for (const text of texts) {
        const reading = read(text);
        if (reading instanceof Promise) await reading;
      }
      const { user, system } = process.cpuUsage(started);
      // the first rounds compile and fill caches
      if (round >= WARMING) best[at] = Math.max(best[at], texts.length / ((user + system) / 1e6));
    }
  return entries.map(({ name }, at) => ({ name, rate: best[at] }));
}
