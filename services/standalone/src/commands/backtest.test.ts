import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { aFeedback } from '@redress/testkit';
import { linesOf, runCommand } from '../fixtures/run-command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redress-backtest-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A JSONL file; texts go in as they are. */
function file(name: string, lines: readonly unknown[]): string {
  const at = path.join(folder, name);
  writeFileSync(
    at,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return at;
}

const events = file('events.jsonl', [
  aFeedback({ sourceId: 'a', occurredAt: '2026-03-02T09:00:00Z' }),
  '{ not json',
  aFeedback({
    sourceId: 'c',
    channel: 'call',
    occurredAt: '2026-03-02T11:00:00Z',
    text: 'I call again. I am cancelling my contract.',
  }),
]);

describe('redress backtest', () => {
  it('prints each effect in order of time with its line, puts a bad line aside and exits with 1', async () => {
    const { code, stdout, stderr } = await runCommand(['backtest', events]);
    const effects = linesOf(stdout);
    expect(code).toBe(1);
    expect(stderr).toBe(`${events}:2: is no JSON\n`);
    expect(
      effects
        .filter(({ type }) => type === 'feedback.decided')
        .map(({ eventIndex, outcome }) => [eventIndex, outcome]),
    ).toEqual([
      [0, 'task'],
      [2, 'joined'],
    ]);
    const times = effects.map(({ at }) => String(at));
    expect(times).toEqual([...times].sort());
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = await Promise.all([
      runCommand(['backtest', events]),
      runCommand(['backtest', events]),
    ]);
    expect(first.stdout).toBe(second.stdout);
  });

  it('lets people act as the actions file says, and says which action changed nothing', async () => {
    const actions = file('actions.jsonl', [
      { at: '2026-03-02T09:10:00Z', sourceId: 'a', type: 'acknowledge', by: 'eva' },
      {
        at: '2026-03-02T12:00:00Z',
        customer: { identity: { type: 'email', value: 'ADA@example.com' } },
        type: 'resolve',
        cause: 'billing-amount',
        action: { type: 'refund', cost: 30 },
      },
      { at: '2026-03-02T13:00:00Z', eventIndex: 0, action: 'deliver' },
    ]);
    const { stdout, stderr } = await runCommand(['backtest', events, '--actions', actions]);
    expect(linesOf(stdout).find(({ type }) => type === 'task.closed')).toMatchObject({
      at: '2026-03-02T12:00:00.000Z',
      eventIndex: null,
    });
    expect(stderr).toContain(
      'the action at 2026-03-02T13:00:00.000Z changed nothing: The task is resolved',
    );
  });

  it('escalates an untouched task, and not one that is assumed to be acknowledged and resolved', async () => {
    const types = async (...words: string[]) =>
      linesOf((await runCommand(['backtest', events, ...words])).stdout).map(({ type }) => type);
    expect(await types()).toContain('task.escalated');
    expect(await types('--assume', 'acknowledged=PT1M,resolved=PT5M')).not.toContain(
      'task.escalated',
    );
  });

  it('names every wrong or unknown setting of a policy and exits with 2', async () => {
    const policy = file('policy.yaml', [
      'mailsPerOwnerAndHour: none',
      'laddder: []',
      'thresholds: { medium: 20 }',
    ]);
    const { code, stderr } = await runCommand(['backtest', events, '--policy', policy]);
    expect(code).toBe(2);
    expect(stderr).toContain('mailsPerOwnerAndHour: ');
    const unknown = file('unknown.yaml', ['laddder: []']);
    expect((await runCommand(['policy', 'check', unknown])).stderr).toContain(
      'laddder: is no setting of a policy',
    );
    const good = file('good.yaml', ['thresholds: { medium: 20 }']);
    expect(await runCommand(['policy', 'check', good])).toMatchObject({ code: 0, stderr: '' });
  });

  it('answers wrong usage with 2 and a sentence', async () => {
    expect(await runCommand(['backtest', path.join(folder, 'nowhere.jsonl')])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/nowhere\.jsonl cannot be read/) as unknown,
    });
    expect((await runCommand(['backtest', events, '--assume', 'liked=PT1H'])).code).toBe(2);
    expect((await runCommand(['backtest'])).code).toBe(2);
    expect((await runCommand(['frobnicate'])).code).toBe(2);
    expect((await runCommand(['backtest', '--help'])).code).toBe(0);
  });
});
