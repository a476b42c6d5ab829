import { setTimeout as sleep } from 'node:timers/promises';

/** Where lives end by themselves, by the kind of process that passes there, and by which pass at the latest. */
const PLACES = [
  { kind: 'ingestor', place: 'after-log-append', within: 8 },
  { kind: 'scorer', place: 'after-log-append', within: 4 },
  { kind: 'notifier', place: 'before-commit', within: 4 },
  { kind: 'notifier', place: 'after-commit-before-position', within: 4 },
  { kind: 'notifier', place: 'after-start-before-smtp', within: 6 },
  { kind: 'notifier', place: 'after-smtp-250', within: 6 },
  { kind: 'notifier', place: 'after-record-before-delete', within: 6 },
  // One of them takes rows out; when it is dead, the other one does.
  { kind: 'relay', place: 'after-commit-before-relay', within: 6 },
  { kind: 'relay', place: 'after-log-append', within: 6 },
  { kind: 'relay', place: 'after-queue-before-delete', within: 4 },
];
/** A life that was armed is at its place within this, or the run shows nothing about it. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 100;
/** From one death to the next, at most. */
const PAUSE_MS = 2500;

/** kill -9 at named places and at random: each step kills a life at an arbitrary instant, and the next one dies at its place. */
export const kills = {
  name: 'kills',
  demanded:
    'kill -9 of ingestor, scorer, notifier, courier and relay, at named places and at random, under load',
  async run(world, { long, say }) {
    const { fleet, random } = world;
    const most = long ? 200 : 20;
    const findings = [];
    const started = Date.now();
    for (let step = 0; step < PLACES.length || deathsOf(fleet).length < most; step += 1) {
      const { kind, place, within } = PLACES[step % PLACES.length];
      const killAt = `${place}:${1 + Math.floor(random() * within)}`;
      const names = victimsOf(kind, fleet, random);
      findings.push(...(await dieAt(fleet, names, killAt)));
      say(`${names.join(' and ')}: ${killAt}, ${deathsOf(fleet).length} of ${most} deaths`);
      void world.probes.start();
      await sleep(random() * PAUSE_MS);
    }
    // The last ones come back, and what they had in hand with them.
    for (const name of fleet.names()) await fleet.service(name).ready();
    const deaths = deathsOf(fleet);
    say(
      `${deaths.length} deaths within ${Math.round((Date.now() - started) / 1000)} s: ${told(deaths)}`,
    );
    return {
      faults: deaths.length,
      // Whatever a notifier was at, its courier may have been between a server's yes and our record of it.
      windows: deaths.filter(({ name }) => name.startsWith('notifier')).length,
      atLeastTwice: deaths.filter(({ how }) => how.startsWith('after-smtp-250')).length,
      findings,
    };
  },
};

/** Kills a life of each now, at whatever it is, and waits until one of the next ones has died where it was armed to. */
async function dieAt(fleet, names, killAt) {
  const before = deathsOf(fleet).length;
  await Promise.all(names.map((name) => fleet.service(name).kill(killAt)));
  const until = Date.now() + PATIENCE_MS;
  while (
    !deathsOf(fleet)
      .slice(before)
      .some(({ how }) => how === killAt)
  ) {
    if (Date.now() > until) return [{ id: killAt, what: 'no life of its process came there' }];
    await sleep(LOOK_MS);
  }
  return [];
}

function victimsOf(kind, fleet, random) {
  const of = (prefix) => fleet.names().filter((name) => name.startsWith(prefix));
  if (kind === 'relay') return of('notifier');
  const names = of(kind);
  return [names[Math.floor(random() * names.length)]];
}

/** In the order they happened. */
function deathsOf(fleet) {
  return fleet
    .names()
    .flatMap((name) => fleet.service(name).deaths.map((death) => ({ name, ...death })))
    .sort((a, b) => a.at - b.at);
}

function told(deaths) {
  const counts = new Map();
  for (const { name, how } of deaths) {
    const key = `${name.replace(/-\d$/u, '')} ${how.replace(/:\d+$/u, '')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${count} ${key}`).join(', ');
}
