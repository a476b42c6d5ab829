import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, uuidV5 } from '@redress/contracts';
import { withDecision } from '@redress/domain';
import { createActionLinks } from '@redress/mail';
import { decideBatch } from '../decide-batch.ts';
import type { StoredContext } from '@redress/store';
import { NOW, aScored, eventOf } from '../fixtures/a-scored.ts';
import { mergeDecisions } from '../merge-decisions.ts';
import { composeDelivery } from './compose-delivery.ts';
import type { DeliveryMaterial } from './compose-delivery.ts';

const nameId = (name: string) => uuidV5(name);
const ann = uuidV5('ann');
const customer = { id: ann, accountId: null, name: 'Ann', record: null, sample: false, version: 1 };
const owner = {
  id: 'kim',
  name: 'Kim',
  email: 'kim@example.org',
  timeZone: 'UTC',
  languages: ['en'],
  teams: [],
};
const settings = { now: NOW, policy: DEFAULT_POLICY, links: null };

function aMaterial(kind?: 'digest'): DeliveryMaterial {
  const before: StoredContext = {
    customer,
    members: [customer],
    touches: [],
    tasks: [],
    pending: [],
    owners: [owner],
    loads: {},
  };
  const event = eventOf(aScored('1'));
  const decision = mergeDecisions(
    decideBatch([event], new Map([[event.eventId, ann]]), [], new Map([[ann, before]]), {
      ...settings,
      nameId,
      isLive: () => true,
      looking: () => undefined,
    }),
  );
  const context = withDecision({ ...before, live: true, nameId }, decision);
  const delivery = {
    ...decision.deliveries[0]!,
    ...(kind === undefined ? {} : { kind, taskId: null }),
  };
  return { delivery, owner, tasks: [{ task: decision.tasks[0]!, context, news: delivery.news }] };
}

describe('composing a delivery', () => {
  it('tells the owner about the task in the words of the customer', () => {
    const mail = composeDelivery(aMaterial(), settings);
    expect(mail.subject).toContain('Ann');
    expect(mail.text).toContain('You came so late again.');
  });

  it('says why it has no buttons where the server has no public address', () => {
    const mail = composeDelivery(aMaterial(), settings);
    expect(mail.text).toContain('REDRESS_PUBLIC_URL');
    expect(mail.html).not.toContain('<a ');
  });

  it('carries signed links for its recipient where there is one', () => {
    const actions = createActionLinks({
      secret: 's'.repeat(32),
      publicUrl: 'https://redress.example.org',
    });
    const links = { actions, taskUrl: (id: string) => `https://redress.example.org/tasks/${id}` };
    const mail = composeDelivery(aMaterial(), { ...settings, links });
    const [, token = ''] = /\/a\/([\w.-]+)/.exec(mail.text) ?? [];
    expect(actions.verify(token, NOW)).toMatchObject({
      ok: true,
      claims: { action: 'acknowledge', recipient: 'kim' },
    });
    expect(mail.text).toContain('https://redress.example.org/tasks/');
  });

  it('tells the tasks of a digest in one mail', () => {
    const mail = composeDelivery(aMaterial('digest'), settings);
    expect(mail.text).toContain('Ann');
    expect(mail.inReplyToThread).toBeNull();
  });
});
