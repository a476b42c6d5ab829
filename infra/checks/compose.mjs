import { existsSync } from 'node:fs';
import path from 'node:path';
import { SERVICES } from '../local/docker-engine.mjs';
import { QUEUES } from '../local/queues.mjs';
import { documentsOf } from './house.mjs';

/** What is wrong with docker-compose.yml, by rule; nothing where all is well. */
export function checkCompose(text, house) {
  const [{ services, volumes }] = documentsOf(text);
  const problems = [];
  const say = (rule, words) => problems.push({ rule, words });
  for (const [name, service] of Object.entries(services)) {
    checkServer(name, service, { say, volumes, house });
    if (service.build !== undefined) checkOurs(name, service, { say, house });
  }
  for (const name of Object.keys(house.services))
    if (services[name] === undefined) say('every service', `${name} is not there`);
  for (const { service, image, ports } of Object.values(SERVICES)) {
    const there = services[service];
    if (there?.image !== image) say('as scripts/infra knows it', `${service} is not ${image}`);
    for (const [variable, port] of Object.entries(ports))
      if (!there?.ports?.some((one) => one.startsWith(`127.0.0.1:\${${variable}:-${port}}:`)))
        say('as scripts/infra knows it', `${service} has no port ${variable}, by default ${port}`);
  }
  return problems;
}

function checkServer(name, service, { say, volumes, house }) {
  if (service.build === undefined && !/:v?\d+\.\d+(\.\d+)?(-\w+)?$/u.test(service.image ?? ''))
    say('pinned images', `${name}: ${service.image}`);
  const endsByItself = service.restart === 'no';
  const told = service.build === undefined ? service.healthcheck?.test : 'in the Dockerfile';
  if (!endsByItself && (told === undefined || service.healthcheck?.disable === true))
    say('health checks', `${name} has none`);
  for (const port of service.ports ?? [])
    if (!port.startsWith('127.0.0.1:')) say('loopback ports', `${name}: ${port}`);
  for (const [from] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
    const exists = from.startsWith('.') ? existsSync(path.join(house.root, from)) : from in volumes;
    if (!exists) say('volumes exist', `${name}: ${from}`);
  }
  for (const value of Object.values(service.environment ?? {})) {
    const queue = /\/000000000000\/([\w-]+)$/u.exec(value)?.[1];
    if (queue !== undefined && !QUEUES.includes(queue)) say('queues exist', `${name}: ${queue}`);
  }
}

/** A service of ours: it runs its own main, is given what it reads and nothing else, and has the time to finish what is in hand. */
function checkOurs(name, service, { say, house }) {
  const known =
    name === 'topics' ? Object.assign({}, ...Object.values(house.services)) : house.services[name];
  const main =
    name === 'topics' ? 'services/standalone/bin/redress.js' : `services/${name}/dist/main.js`;
  if (known === undefined) return say('every service', `${name} has no src/main.ts`);
  if (service.command?.[0] !== main) say('its own main', `${name} runs ${service.command?.[0]}`);
  if (!(service.profiles ?? []).includes('redress')) say('profile redress', `${name} is not in it`);
  if (service.stop_grace_period !== '30s')
    say('time to end', `${name}: ${service.stop_grace_period}`);
  const given = Object.keys(service.environment ?? {});
  for (const variable of given)
    if (!(variable in known)) say('known variables', `${name}: ${variable}`);
  if (name === 'topics') return undefined;
  for (const [variable, required] of Object.entries(known))
    if (required && !given.includes(variable)) say('required variables', `${name}: ${variable}`);
  return undefined;
}
