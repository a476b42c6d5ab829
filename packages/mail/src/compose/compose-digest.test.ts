import { describe, expect, it } from '@jest/globals';
import { aTask, anOwner, CUSTOMER, TOUCHES } from '../fixtures/six-calls.ts';
import { composeDigest } from './compose-digest.ts';

const item = {
  task: aTask(),
  customer: CUSTOMER,
  touches: TOUCHES,
  news: [],
  taskUrl: 'https://redress.example.com/tasks/1',
};
const now = '2018-06-16T18:25:00.000Z';

describe('the digest', () => {
  it('tells each task in one line and belongs to no thread', () => {
    const mail = composeDigest({
      owner: anOwner(),
      items: [item, { ...item, customer: { ...CUSTOMER, name: null } }],
      now,
    });
    expect(mail.subject).toBe('2 tasks need you');
    expect(mail.inReplyToThread).toBeNull();
    expect(mail.text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- \u2068سامي حداد\u2069 · 17 Jun 00:20 · critical · says they are leaving · 6th contact about it',
      '- a customer without a name · 17 Jun 00:20 · critical · says they are leaving · 6th contact about it',
    ]);
  });

  it('says why it has no links', () => {
    expect(
      composeDigest({ owner: anOwner(), items: [{ ...item, taskUrl: null }], now }).text,
    ).toContain('REDRESS_PUBLIC_URL');
  });
});
