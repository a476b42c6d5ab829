import { RedressError } from './redress-error.ts';

/** Hits left until the process dies, by name. Empty in every normal run. */
const hitsLeft = new Map<string, number>();
let kill: () => void = killSelf;

/**
 * Arms named places in the program where the process ends by SIGKILL, for fault runs: `name:n` is the n-th time it passes there,
 * several with commas. Nothing or an empty text disarms all. Called by a composition root only.
 * Throws REDRESS_CONFIG_INVALID for anything else.
 */
export function configureKillPoints(spec: string | undefined, onHit: () => void = killSelf): void {
  hitsLeft.clear();
  kill = onHit;
  if (spec === undefined || spec.trim() === '') return;
  for (const part of spec.split(',')) {
    const [, name, count] = /^([\w.-]+):([1-9]\d*)$/.exec(part.trim()) ?? [];
    if (name === undefined || count === undefined) {
      hitsLeft.clear();
      throw new RedressError(
        'REDRESS_CONFIG_INVALID',
        'REDRESS_KILL_AT must be name:n, n from 1, several with commas, e.g. after-log-append:3.',
      );
    }
    hitsLeft.set(name, Number(count));
  }
}

/** A named place. Does nothing unless armed. */
export function killPoint(name: string): void {
  const left = hitsLeft.get(name);
  if (left === undefined) return;
  hitsLeft.set(name, left - 1);
  if (left === 1) kill();
}

function killSelf(): void {
  process.kill(process.pid, 'SIGKILL');
}
