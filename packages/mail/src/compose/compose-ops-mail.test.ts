import { describe, expect, it } from '@jest/globals';
import { OPS_KINDS, type OpsFigures, type OpsNotice } from '@redress/domain';
import { composeOpsMail } from './compose-ops-mail.ts';

const figures: OpsFigures = {
  deadLetters: [
    { reason: 'newer version', count: 12 },
    { reason: 'is no JSON in UTF-8', count: 1 },
  ],
  stages: [
    { stage: 'scorer', lag: 4210, position: 7 },
    { stage: 'notifier', lag: 0, position: 7 },
  ],
  outboxSeconds: 372,
  stopped: [
    { consumer: 'scorer', reason: '101 of 900 records were dead-lettered within a minute' },
  ],
};
const mail = (given: Partial<OpsNotice>) =>
  composeOpsMail(
    { kind: 'lag', phase: 'begun', since: '2026-11-22T09:05:31.000Z', figures, ...given },
    { now: '2026-11-22T10:20:00.000Z', root: '<root@redress>' },
  );

describe('a mail to whoever runs Redress', () => {
  it('says what is wrong, since when, in figures, and the way out', () => {
    expect(mail({}).subject).toBe('Redress: trouble: feedback waits and does not get less');
    expect(mail({}).text).toContain('Since 2026-11-22 09:05 UTC.');
    expect(mail({}).text).toContain('- scorer: 4210 records wait');
    expect(mail({}).text).not.toContain('notifier: 0');
    expect(mail({ kind: 'dead-letters' }).text).toContain('- 12 × newer version\n- 1 × is no JSON');
    expect(mail({ kind: 'dead-letters' }).text).toContain('redress dead-letters replay');
    expect(mail({ kind: 'relay' }).text).toContain('The oldest news waits for 6 minutes.');
    const away = { ...figures, outboxSeconds: null };
    expect(mail({ kind: 'relay', figures: away }).text).toContain('The store does not answer.');
    expect(mail({ kind: 'consumer' }).text).toContain('- scorer: 101 of 900 records');
  });

  it('says when it is over, in the thread of the first', () => {
    const over = mail({ phase: 'over' });
    expect(over.subject).toBe('Redress: over: the backlog is being worked off');
    expect(over.text).toContain('Since 2026-11-22 09:05 UTC, until 2026-11-22 10:20 UTC.');
    expect([mail({}).inReplyToThread, over.inReplyToThread]).toEqual([null, '<root@redress>']);
  });

  it.each(OPS_KINDS)('says the same in HTML: %s', (kind) => {
    for (const phase of ['begun', 'lasts', 'over'] as const) {
      const { html, text, subject, sample } = mail({ kind, phase });
      expect(html).toContain(text.split('\n')[0]!);
      expect(subject).toMatch(/^Redress: (trouble|still|over): /);
      expect(sample).toBe(false);
    }
  });
});
