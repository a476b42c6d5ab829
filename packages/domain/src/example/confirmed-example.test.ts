import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import type { FeedbackScored } from '@redress/contracts';
import { actOnTask } from '../action/act-on-task.ts';
import type { TaskAction } from '../action/task-action.ts';
import { decide } from '../decide/decide.ts';
import { nameId, scoredFeedback } from '../fixtures/scored-feedback.ts';
import { World } from '../replay/world.ts';
import { examplesOf } from './confirmed-example.ts';

const at = (hour: number): string => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const RESOLVE: TaskAction = {
  type: 'resolve',
  by: 'ana',
  cause: 'outage-access',
  causes: ['outage-access', 'delay-waiting'],
  actionType: 'apology',
};

/** One customer's task, as far as the actions bring it. */
function world() {
  const owners = [
    { id: 'ana', email: 'ana@example.com', timeZone: 'UTC', languages: [], teams: [] },
  ];
  const known = new World({ owners, policy: DEFAULT_POLICY, nameId });
  let customerId = '';
  const id = nameId(`task:${nameId('feedback:a')}`);
  return {
    says(name: string, hour: number, given: Partial<FeedbackScored> = {}) {
      const scored = { ...scoredFeedback({ id: name, at: at(hour) }), ...given };
      const { customer } = known.meet(scored, at(hour), name);
      customerId = customer.id;
      known.apply(decide(known.contextOf(customerId), scored, DEFAULT_POLICY, at(hour)));
    },
    act(action: TaskAction, hour: number) {
      const { ok, ...result } = actOnTask(
        known.contextOf(customerId),
        id,
        action,
        DEFAULT_POLICY,
        at(hour),
      );
      if ('decision' in result) known.apply(result.decision);
      expect(ok).toBe(true);
    },
    examples() {
      const task = known.tasks.get(id);
      if (task === undefined) throw new Error('there is no task');
      return examplesOf(task, known.contextOf(customerId).touches);
    },
  };
}

describe('examplesOf', () => {
  it('gives the words of a resolved task with the causes that its owner confirmed', () => {
    const s = world();
    s.says('a', 8, { text: 'The app is down again.' });
    s.says('b', 9, { text: 'Still down, I wait since this morning.' });
    expect(s.examples()).toEqual([]);
    s.act(RESOLVE, 10);
    expect(s.examples()).toEqual([
      {
        id: `${nameId(`task:${nameId('feedback:a')}`)}:1`,
        customerId: expect.any(String),
        language: 'en',
        causes: ['outage-access', 'delay-waiting'],
        churn: 'none',
        exposure: 'none',
        text: 'The app is down again.\n\nStill down, I wait since this morning.',
      },
    ]);
  });

  it('gives none where the owner named what it came from and confirmed nothing', () => {
    const s = world();
    s.says('a', 8);
    s.act({ type: 'resolve', by: 'ana', cause: 'other', actionType: 'none' }, 9);
    expect(s.examples()).toEqual([]);
  });

  it('waits for the next resolution of what was opened again by hand', () => {
    const s = world();
    s.says('a', 8, { text: 'The app is down again.' });
    s.act(RESOLVE, 9);
    s.act({ type: 'reopen', by: 'ana', reason: 'came again' }, 10);
    expect(s.examples()).toEqual([]);
    s.act({ ...RESOLVE, causes: ['usability'] }, 11);
    expect(s.examples()).toMatchObject([{ causes: ['usability'], text: 'The app is down again.' }]);
  });

  it('leaves out what the company’s people said, and what was deleted', () => {
    const s = world();
    s.says('a', 8, {
      channel: 'chat',
      turns: [
        { who: 'agent', text: 'How can I help you?' },
        { who: 'customer', text: 'The app is down.' },
        { who: 'agent', text: 'I see.' },
        { who: 'customer', text: 'Since Monday!' },
      ],
    });
    s.act(RESOLVE, 9);
    expect(s.examples()).toMatchObject([{ text: 'The app is down.\nSince Monday!' }]);
  });
});
