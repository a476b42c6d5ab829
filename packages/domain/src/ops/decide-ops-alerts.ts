import type { Policy } from '@redress/contracts';
import {
  OPS_KINDS,
  type OpenTrouble,
  type OpsFigures,
  type OpsKind,
  type OpsNotice,
  type OpsState,
} from './ops-state.ts';

const MINUTE_MS = 60_000;
/** While trouble lasts somebody is told so often. */
const REMIND_MS = 60 * MINUTE_MS;
/** Trouble is over once it was away for so long; for dead letters, which come one by one, longer. */
const CLEAR_MS = 5 * MINUTE_MS;

type OpsLimits = Pick<Policy['ops'], 'deadLetters' | 'lagMinutes' | 'relaySilentMinutes'>;

/** What the figures of a look mean: what somebody is to be told, and what to remember for the next look. */
export function decideOpsAlerts(
  state: OpsState,
  figures: OpsFigures,
  limits: OpsLimits,
  now: string,
): { readonly state: OpsState; readonly notices: readonly OpsNotice[] } {
  const looks = withLook(state.looks, figures, limits, now);
  const outboxUnseenSince =
    figures.outboxSeconds === null ? (state.outboxUnseenSince ?? now) : null;
  const trouble: Readonly<Record<OpsKind, boolean | null>> = {
    'dead-letters': tooManyDead(figures, limits),
    lag: figures.stages === null ? null : stagesBehind(looks, limits, now).length > 0,
    relay: relaySilent(figures, outboxUnseenSince, limits, now),
    consumer: figures.stopped.length > 0,
  };
  const notices: OpsNotice[] = [];
  const open: Partial<Record<OpsKind, OpenTrouble>> = {};
  for (const kind of OPS_KINDS) {
    const { next, phase } = step(kind, state.open[kind] ?? null, trouble[kind], now);
    if (next !== null) open[kind] = next;
    const since = state.open[kind]?.since ?? now;
    if (phase !== null) notices.push({ kind, phase, since, figures });
  }
  return { state: { looks, outboxUnseenSince, open }, notices };
}

/** From one look to the next: `trouble` null where this look cannot tell. */
function step(
  kind: OpsKind,
  before: OpenTrouble | null,
  trouble: boolean | null,
  now: string,
): { readonly next: OpenTrouble | null; readonly phase: OpsNotice['phase'] | null } {
  if (trouble === null) return { next: before, phase: null };
  if (before === null) {
    return trouble
      ? { next: { since: now, toldAt: now, clearSince: null }, phase: 'begun' }
      : { next: null, phase: null };
  }
  if (trouble) {
    const due = between(before.toldAt, now) >= REMIND_MS;
    return {
      next: { ...before, clearSince: null, ...(due ? { toldAt: now } : {}) },
      phase: due ? 'lasts' : null,
    };
  }
  const clearSince = before.clearSince ?? now;
  const enough = kind === 'dead-letters' ? REMIND_MS : CLEAR_MS;
  return between(clearSince, now) >= enough
    ? { next: null, phase: 'over' }
    : { next: { ...before, clearSince }, phase: null };
}

function tooManyDead({ deadLetters }: OpsFigures, limits: OpsLimits): boolean | null {
  if (deadLetters === null) return null;
  return deadLetters.reduce((sum, { count }) => sum + count, 0) >= limits.deadLetters;
}

/** Something waits for too long, or nobody can see whether something does. */
function relaySilent(
  { outboxSeconds }: OpsFigures,
  unseenSince: string | null,
  { relaySilentMinutes }: OpsLimits,
  now: string,
): boolean {
  const limit = relaySilentMinutes * MINUTE_MS;
  return outboxSeconds === null
    ? unseenSince !== null && between(unseenSince, now) >= limit
    : outboxSeconds * 1000 >= limit;
}

/**
 * Stages that had something to read at every look of the last minutes, have no less now, and have as much before them as they did in all that time.
 * A stage that is busy but keeps up reads far more than waits, and one that catches up has less each time: neither is behind.
 */
function stagesBehind(
  looks: OpsState['looks'],
  { lagMinutes }: OpsLimits,
  now: string,
): readonly string[] {
  const first = looks.findLast(({ at }) => between(at, now) >= lagMinutes * MINUTE_MS);
  const last = looks.at(-1);
  if (first === undefined || last === undefined) return [];
  return last.stages
    .filter(({ stage, lag, position }) => {
      const then = first.stages.find((one) => one.stage === stage);
      const always = looks
        .filter(({ at }) => at >= first.at)
        .every(({ stages }) => stages.some((one) => one.stage === stage && one.lag > 0));
      return then !== undefined && always && lag >= then.lag && lag >= position - then.position;
    })
    .map(({ stage }) => stage);
}

/** The looks that the next ones are compared with; the oldest of them is the last one that is old enough. */
function withLook(
  looks: OpsState['looks'],
  { stages }: OpsFigures,
  { lagMinutes }: OpsLimits,
  now: string,
): OpsState['looks'] {
  if (stages === null) return looks;
  const old = looks.filter(({ at }) => between(at, now) >= lagMinutes * MINUTE_MS);
  return [...looks.slice(Math.max(0, old.length - 1)), { at: now, stages }];
}

function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
