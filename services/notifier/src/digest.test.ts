import { describe, expect, it } from '@jest/globals';
import { readOutboxMail } from '@redress/mail';
import { applyDecisions } from '@redress/store';
import { aScored, email } from './fixtures/a-scored.ts';
import {
  clock,
  database,
  deliveries,
  goForward,
  outbox,
  policy,
  publish,
  settled,
  stamp,
  start,
  tasks,
  until,
  useNotifier,
} from './fixtures/a-notifier.ts';

useNotifier();

describe('the cap of an hour', () => {
  it('sends one digest for what goes over the cap of an hour', async () => {
    await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    const from = (value: string) => ({
      customer: { name: value, identities: [email(`${value}@example.org`)] },
    });
    await publish(aScored('1', from('ann')));
    await settled(1);
    await publish(aScored('2', from('bob')), aScored('3', from('cleo')));
    await until(
      async () => (await deliveries()).filter(({ state }) => state === 'digested').length === 2,
    );
    goForward(60 * 60_000);
    const theDigest = async () => (await deliveries()).findLast(({ kind }) => kind === 'digest');
    await until(async () => (await theDigest())?.state === 'sent');
    const digest = await theDigest();
    const text = (await readOutboxMail(outbox, digest!.id))?.text ?? '';
    expect(text).toContain('bob');
    expect(text).toContain('cleo');
  });

  it('leaves out of a digest what was acknowledged while it waited', async () => {
    const { relay } = await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    const from = (value: string) => ({
      customer: { name: value, identities: [email(`${value}@example.org`)] },
    });
    await publish(aScored('1', from('ann')));
    await settled(1);
    await publish(aScored('2', from('bob')), aScored('3', from('cleo')));
    await until(
      async () => (await deliveries()).filter(({ state }) => state === 'digested').length === 2,
    );
    const bobs = (await tasks()).find(({ touches }) => touches[0] === aScored('2').feedbackId)!;
    const at = clock.now();
    await database.transaction((tx) =>
      applyDecisions(
        tx,
        [
          {
            touches: [],
            tasks: [
              { ...bobs, state: 'acknowledged', acknowledgedAt: at, version: bobs.version + 1 },
            ],
            deliveries: [],
            themeDeltas: [],
            effects: [],
          },
        ],
        { ...stamp, transactionId: 'acknowledged', policy },
      ),
    );
    await relay.flush();
    goForward(60 * 60_000);
    const theDigest = async () => (await deliveries()).findLast(({ kind }) => kind === 'digest');
    await until(async () => (await theDigest())?.state === 'sent');
    const text = (await readOutboxMail(outbox, (await theDigest())!.id))?.text ?? '';
    expect(text).not.toContain('bob');
    expect(text).toContain('cleo');
  });

  it('keeps to the cap of an hour when many mails are due at once', async () => {
    await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    await publish(
      ...['ann', 'bob', 'cleo', 'dan'].map((value) =>
        aScored(value, { customer: { name: value, identities: [email(`${value}@example.org`)] } }),
      ),
    );
    await until(async () => (await deliveries()).some(({ state }) => state === 'sent'));
    await until(async () =>
      (await deliveries()).every(({ state, kind }) => kind === 'digest' || state !== 'queued'),
    );
    expect((await deliveries()).filter(({ state }) => state === 'digested')).toHaveLength(3);
  });
});
