import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, SEVERITIES, type FeedbackScored } from '@redress/contracts';
import fc from 'fast-check';
import { actOnTask } from '../action/act-on-task.ts';
import { fireClock } from '../clock/fire-clock.ts';
import type { Effect } from '../effect/effect.ts';
import { actionOf, END, histories, newWorld } from '../fixtures/any-history.ts';
import { expectHeld } from '../fixtures/expect-held.ts';
import type { World } from '../replay/world.ts';
import { isOpen, type Task } from '../task/task.ts';
import { afterImport, decide } from './decide.ts';

function take(world: World, scored: FeedbackScored, now: string): readonly Effect[] {
  const { customer } = world.meet(scored, now, scored.feedbackId);
  const decision = decide(world.contextOf(customer.id), scored, DEFAULT_POLICY, now);
  world.apply(decision);
  return decision.effects;
}

/** What must not depend on the order of arrival. */
function stateOf(world: World): unknown {
  return [...world.tasks.values()]
    .filter(isOpen)
    .map((task) => ({
      customerId: task.customerId,
      severity: task.severity,
      contacts: task.contacts,
      causes: [...task.causes].sort(),
      churn: task.churn,
      touches: task.touches,
      promises: task.promises.map(({ id, dueAt, status }) => ({ id, dueAt, status })),
    }))
    .sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
}

function settle(world: World): void {
  for (const id of [...world.customers.keys()])
    world.apply(afterImport(world.contextOf(id), DEFAULT_POLICY, END));
}

function act(world: World, task: Task, type: string, now: string): void {
  const action = actionOf(type, now);
  const result = actOnTask(world.contextOf(task.customerId), task.id, action, DEFAULT_POLICY, now);
  if (result.ok) world.apply(result.decision);
}

describe('decide, for any history', () => {
  it('gives the same decision for the same input', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) {
          const { customer } = world.meet(scored, scored.receivedAt, scored.feedbackId);
          const context = world.contextOf(customer.id);
          expect(decide(context, scored, DEFAULT_POLICY, END)).toEqual(
            decide(context, scored, DEFAULT_POLICY, END),
          );
          world.apply(decide(context, scored, DEFAULT_POLICY, END));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when any prefix is played twice', () => {
    fc.assert(
      fc.property(histories, fc.nat(14), (history, length) => {
        const world = newWorld();
        for (const scored of history) take(world, scored, END);
        const before = JSON.stringify([...world.tasks.values()]);
        const effects = history.slice(0, length).flatMap((scored) => take(world, scored, END));
        expect(effects).toEqual([]);
        expect(JSON.stringify([...world.tasks.values()])).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('ends in the same task state for any order of arrival', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(1000)), (history, random) => {
        const [inOrder, shuffled] = [newWorld(), newWorld()];
        for (const scored of history) take(inOrder, scored, END);
        const order = history
          .map((scored) => ({ scored, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key);
        for (const { scored } of order) take(shuffled, scored, END);
        settle(inOrder);
        settle(shuffled);
        expect(stateOf(shuffled)).toEqual(stateOf(inOrder));
      }),
      { numRuns: 400 },
    );
  });

  it('never lets the task severity fall within a cycle, and leaves no open task without an owner and a next clock', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        const worst = new Map<string, number>();
        for (const scored of history) {
          for (const effect of take(world, scored, END)) {
            if (effect.taskId === null || effect.taskSeverity === null) continue;
            const cycle = `${effect.taskId}:${String(world.tasks.get(effect.taskId)?.cycle)}`;
            const severity = SEVERITIES.indexOf(effect.taskSeverity);
            expect(severity).toBeGreaterThanOrEqual(worst.get(cycle) ?? 0);
            worst.set(cycle, severity);
          }
          for (const task of world.tasks.values()) expectHeld(task);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every open task held whatever people do between, and one a customer', () => {
    const actions = fc.constantFrom(
      'acknowledge',
      'promise',
      'deliver',
      'resolve',
      'reopen',
      'assign',
      'not-a-complaint',
    );
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.tuple(actions, fc.nat(5)), { minLength: 14, maxLength: 14 }),
        (history, done) => {
          const world = newWorld();
          const ordered = [...history].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
          ordered.forEach((scored, index) => {
            take(world, scored, scored.receivedAt);
            const [type, which] = done[index] ?? ['acknowledge', 0];
            const task = [...world.tasks.values()][which];
            if (task !== undefined) act(world, task, type, scored.receivedAt);
            for (const held of world.tasks.values()) expectHeld(held);
            const open = [...world.tasks.values()]
              .filter(isOpen)
              .map((held) => world.survivor(held.customerId));
            expect(new Set(open).size).toBe(open.length);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps one open task a customer', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) {
          take(world, scored, END);
          const open = [...world.tasks.values()]
            .filter(isOpen)
            .map((task) => world.survivor(task.customerId));
          expect(new Set(open).size).toBe(open.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fires every rung once, in order, then the last one daily', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) take(world, scored, scored.receivedAt);
        const fired = new Map<string, number>();
        for (let step = 0; step < 40; step += 1) {
          const clock = world.nextClock();
          if (clock === null) return;
          const task = world.tasks.get(clock.taskId);
          if (task === undefined) throw new Error('a clock without a task');
          const decision = fireClock(
            world.contextOf(task.customerId),
            clock,
            DEFAULT_POLICY,
            clock.dueAt,
          );
          for (const effect of decision.effects.filter((one) => one.type === 'task.escalated')) {
            const key = `${String(effect.taskId)}:${String(task.cycle)}`;
            expect(effect.rung).toBe((fired.get(key) ?? 0) + 1);
            fired.set(key, effect.rung ?? 0);
          }
          world.apply(decision);
          const again = fireClock(
            world.contextOf(task.customerId),
            clock,
            DEFAULT_POLICY,
            clock.dueAt,
          );
          expect(again.effects).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
