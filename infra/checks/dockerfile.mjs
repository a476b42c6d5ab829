import { existsSync } from 'node:fs';
import path from 'node:path';

/** What is wrong with the Dockerfile, by rule. No engine builds it here, so what it names is held against what is there. */
export function checkDockerfile(text, ignored, house) {
  const problems = [];
  const say = (rule, words) => problems.push({ rule, words });
  const lines = text
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const of = (word) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  for (const from of of('FROM'))
    if (!/^node:20\.\d+\.\d+-[\w-]+( AS \w+)?$/u.test(from)) say('pinned images', from);
  const sent = ignored
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  for (const copy of of('COPY').filter((words) => !words.startsWith('--from='))) {
    for (const source of copy.split(' ').slice(0, -1)) {
      if (!existsSync(path.join(house.root, source))) say('copies what is there', source);
      if (!sent.includes(source))
        say('copies what is sent', `${source} is left out by .dockerignore`);
    }
  }
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  if (!last.some((line) => line.startsWith('USER ') && line !== 'USER root'))
    say('not as root', 'the last stage names no user');
  if (!last.includes('STOPSIGNAL SIGTERM')) say('ends by SIGTERM', 'STOPSIGNAL is missing');
  if (!of('HEALTHCHECK').some((words) => words.includes('/health/live')))
    say('health check', 'does not ask /health/live');
  const main = /\["services\/([\w-]+)\/dist\/main\.js"\]/u.exec(of('CMD')[0] ?? '')?.[1];
  if (!(main in house.services)) say('its own main', `CMD ${of('CMD')[0]}`);
  return problems;
}
