import { describe, expect, it } from '@jest/globals';
import type { MailSender, OutgoingMail } from '@redress/mail';
import { listActivity } from '@redress/store';
import {
  database,
  deliveries,
  goForward,
  policy,
  publish,
  start,
  tasks,
  until,
  useNotifier,
} from './fixtures/a-notifier.ts';
import { aScored, email } from './fixtures/a-scored.ts';

useNotifier();

/** Refuses these addresses for good and takes the rest; `asked` says who was written to. */
function refusing(...addresses: readonly string[]): {
  readonly sender: MailSender;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const send = (mail: OutgoingMail) => {
    asked.push(mail.to.address);
    return Promise.resolve(
      addresses.includes(mail.to.address)
        ? {
            kind: 'permanent' as const,
            reason: 'the server answered RCPT TO with 550 no such user',
          }
        : { kind: 'accepted' as const, response: '250' },
    );
  };
  return { sender: { send, close: () => Promise.resolve() }, asked };
}

const states = async () =>
  (await deliveries()).map(({ recipient, kind, state }) => `${recipient} ${kind} ${state}`).sort();
const ended = async () => (await states()).every((line) => !/queued|sending/.test(line));

describe('an address that refuses for good', () => {
  it('sends the task up a rung at once, and its timeline says undeliverable', async () => {
    const { sender, asked } = refusing('kim@example.org');
    await start({ mailSender: sender });
    await publish(aScored('1'));
    await until(async () => (await states()).includes('lee escalation sent'));
    expect(await states()).toEqual(['kim opened failed', 'lee escalation sent']);
    expect(asked).toEqual(['kim@example.org', 'lee@example.org']);
    const [task] = await tasks();
    const lines = await listActivity(database, task!.id);
    expect(lines.filter(({ type }) => type === 'task.escalated')).toMatchObject([
      { actor: 'redress', data: { reason: expect.stringMatching(/^undeliverable: /), rung: 2 } },
    ]);
  });

  it('makes no circle where every address refuses', async () => {
    const { sender, asked } = refusing('kim@example.org', 'lee@example.org');
    await start({ mailSender: sender });
    await publish(aScored('1'));
    // Owner, supervisor, and the fallback, who is the owner again; then nobody is left.
    await until(async () => (await states()).length === 3 && (await ended()));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toEqual(['kim@example.org', 'lee@example.org', 'kim@example.org']);
    expect((await tasks())[0]?.nextClockAt).not.toBeNull();
  });

  it('sends every task up that was told in a digest', async () => {
    const { sender } = refusing('kim@example.org');
    const asks: string[] = [];
    const firstGoes: MailSender = {
      ...sender,
      send: (mail, signal) => {
        asks.push(mail.to.address);
        return asks.length === 1
          ? Promise.resolve({ kind: 'accepted', response: '250' })
          : sender.send(mail, signal);
      },
    };
    // No clock of theirs runs out before the digest does.
    const ladder = [
      { after: 'PT5H', to: 'owner' },
      { after: 'PT6H', to: 'supervisor' },
    ];
    await start({ mailSender: firstGoes, policy: { ...policy, mailsPerOwnerAndHour: 1, ladder } });
    const from = (value: string) => ({
      customer: { name: value, identities: [email(`${value}@example.org`)] },
    });
    await publish(aScored('1', from('ann')));
    await until(async () => (await states()).includes('kim opened sent'));
    await publish(aScored('2', from('bob')), aScored('3', from('cleo')));
    await until(async () => (await states()).filter((line) => /digested/.test(line)).length === 2);
    goForward(60 * 60_000);
    await until(async () => (await states()).includes('kim digest failed'));
    const toLee = async () => (await deliveries()).filter(({ recipient }) => recipient === 'lee');
    await until(async () => new Set((await toLee()).map(({ taskId }) => taskId)).size === 2);
  });
});
