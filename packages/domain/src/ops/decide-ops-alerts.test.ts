import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideOpsAlerts } from './decide-ops-alerts.ts';
import { NEW_OPS_STATE, type OpsFigures, type OpsState } from './ops-state.ts';

const LIMITS = { deadLetters: 1, lagMinutes: 10, relaySilentMinutes: 5 };
const START = Date.parse('2026-11-22T09:00:00.000Z');
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();
const calm: OpsFigures = {
  deadLetters: [],
  stages: [{ stage: 'scorer', lag: 0, position: 0 }],
  outboxSeconds: 0,
  stopped: [],
};
const stage = (lag: number, position: number): Partial<OpsFigures> => ({
  stages: [{ stage: 'scorer', lag, position }],
});

/** A watch that looks twice a minute; tells `minute kind phase`. */
function watch(limits = LIMITS) {
  let state: OpsState = NEW_OPS_STATE;
  const told: string[] = [];
  return {
    told,
    /** What the figures are from one minute to another, the last of them left out. */
    sees(from: number, to: number, figures: (minute: number) => Partial<OpsFigures>) {
      for (let minute = from; minute < to; minute += 0.5) {
        const decided = decideOpsAlerts(state, { ...calm, ...figures(minute) }, limits, at(minute));
        state = decided.state;
        told.push(
          ...decided.notices.map(({ kind, phase }) => `${String(minute)} ${kind} ${phase}`),
        );
      }
      return this;
    },
  };
}

describe('a stage that is behind', () => {
  it('is told after ten minutes in which it did not move, every hour, and when it has caught up', () => {
    const w = watch();
    w.sees(0, 1, () => ({}));
    w.sees(1, 90, (minute) => stage(40 + Math.round(minute), 7));
    w.sees(90, 100, () => stage(0, 200));
    expect(w.told).toEqual(['11 lag begun', '71 lag lasts', '95 lag over']);
  });

  it('is told where it moves, but less than comes in', () => {
    const w = watch();
    // 100 a minute come, 30 a minute are read: after ten minutes 300 were and 700 wait.
    w.sees(0, 12, (minute) => stage(1 + 70 * minute, 30 * minute));
    expect(w.told).toEqual(['10 lag begun']);
  });

  it('is none while a long backlog shrinks', () => {
    const w = watch();
    w.sees(0, 200, (minute) => stage(100_000 - 100 * minute, 100 * minute));
    expect(w.told).toEqual([]);
  });

  it('is none where it is busy and keeps up, though something waits at every look', () => {
    const w = watch();
    w.sees(0, 200, (minute) => stage(20 + (minute % 7), 12_000 * minute));
    expect(w.told).toEqual([]);
  });

  it('is none where seldom something comes and is caught in hand', () => {
    const w = watch();
    w.sees(0, 200, (minute) => stage(minute % 10 === 0 ? 1 : 0, Math.floor(minute / 10)));
    expect(w.told).toEqual([]);
  });

  it('is not forgotten while the log does not answer, nor told anew', () => {
    const w = watch();
    w.sees(0, 12, () => stage(5, 1)).sees(12, 40, () => ({ stages: null }));
    w.sees(40, 45, () => stage(5, 1));
    expect(w.told).toEqual(['10 lag begun']);
  });
});

describe('a silent relay', () => {
  it('is told once something waits for five minutes, and when all is out', () => {
    const w = watch();
    w.sees(0, 20, (minute) => ({ outboxSeconds: minute * 60 })).sees(20, 30, () => ({}));
    expect(w.told).toEqual(['5 relay begun', '25 relay over']);
  });

  it('is told where the store has not answered for five minutes', () => {
    const w = watch();
    w.sees(0, 7, () => ({ outboxSeconds: null, deadLetters: null }));
    expect(w.told).toEqual(['5 relay begun']);
  });

  it('is none while the store is away for a moment', () => {
    const w = watch();
    w.sees(0, 4, () => ({ outboxSeconds: null })).sees(4, 5, () => ({}));
    w.sees(5, 9, () => ({ outboxSeconds: null }));
    expect(w.told).toEqual([]);
  });
});

describe('dead letters', () => {
  const some = (count: number): Partial<OpsFigures> => ({
    deadLetters: [
      { reason: 'newer version', count: count - 1 },
      { reason: 'is no JSON', count: 1 },
    ],
  });

  it('are told at once, then at most every hour, and that no more came within one', () => {
    const w = watch();
    w.sees(0, 1, () => some(3)).sees(1, 30, () => ({}));
    w.sees(30, 61, () => some(2)).sees(61, 200, () => ({}));
    expect(w.told).toEqual([
      '0 dead-letters begun',
      '60 dead-letters lasts',
      '121 dead-letters over',
    ]);
  });

  it('are not told below what the policy asks for', () => {
    const w = watch({ ...LIMITS, deadLetters: 10 });
    w.sees(0, 60, () => some(9)).sees(60, 61, () => some(10));
    expect(w.told).toEqual(['60 dead-letters begun']);
  });
});

describe('a consumer that stopped', () => {
  it('is told at once, and when it runs again; one that flaps is told once', () => {
    const w = watch();
    const stopped = { stopped: [{ consumer: 'scorer', reason: 'flood' }] };
    w.sees(0, 30, (minute) => (minute % 2 === 0 ? stopped : {})).sees(30, 40, () => ({}));
    expect(w.told).toEqual(['0 consumer begun', '33.5 consumer over']);
  });
});

describe('whatever happens', () => {
  it('a kind is told at most once an hour while it lasts, and never over before it began', () => {
    const look = fc.record({
      deadLetters: fc.option(
        fc.array(fc.record({ reason: fc.constant('x'), count: fc.nat(3) }), { maxLength: 2 }),
      ),
      stages: fc.option(
        fc.tuple(fc.record({ stage: fc.constant('scorer'), lag: fc.nat(3), position: fc.nat(5) })),
      ),
      outboxSeconds: fc.option(fc.nat(900)),
      stopped: fc.array(fc.constant({ consumer: 'scorer', reason: 'x' }), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 400 }), (looks) => {
        let state: OpsState = NEW_OPS_STATE;
        const last = new Map<string, { phase: string; minute: number }>();
        looks.forEach((figures, minute) => {
          const decided = decideOpsAlerts(state, figures, LIMITS, at(minute));
          state = decided.state;
          expect(state.looks.length).toBeLessThan(13);
          for (const { kind, phase } of decided.notices) {
            const before = last.get(kind);
            if (phase === 'over') expect(before).toBeDefined();
            if (phase === 'lasts') expect(minute - before!.minute).toBeGreaterThanOrEqual(60);
            expect(before?.phase ?? 'over').toMatch(phase === 'begun' ? /over/ : /begun|lasts/);
            last.set(kind, { phase, minute });
          }
        });
      }),
    );
  });
});
