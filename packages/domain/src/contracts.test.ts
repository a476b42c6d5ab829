import { describe, expect, it } from '@jest/globals';
import { encodeEvent, decodeEvent, type EventData, type EventType } from '@redress/contracts';
import type { Customer } from './customer/customer.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Effect } from './effect/effect.ts';
import { EMAIL, day, story } from './fixtures/story.ts';
import type { Task } from './task/task.ts';

/** What is read back from a topic, as unchangeable as the domain's own. */
type Frozen<T> = T extends readonly (infer Member)[]
  ? readonly Frozen<Member>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Carried<Type extends EventType> = Frozen<EventData<Type>>;

/** Compiled, not run: a member that one side lacks or has otherwise does not compile. */
const fits = {
  task: (task: Task): Carried<'tasks.v1'> => task,
  taskBack: (task: EventData<'tasks.v1'>): Task => task,
  delivery: (delivery: Delivery): Carried<'deliveries.v1'> => delivery,
  deliveryBack: (delivery: EventData<'deliveries.v1'>): Delivery => delivery,
  customer: (customer: Customer): Omit<Carried<'customers.v1'>, 'mergedInto' | 'identities'> =>
    customer,
  customerBack: (customer: EventData<'customers.v1'>): Customer => customer,
  alert: (
    effect: Effect & { readonly id: string; readonly type: 'alert.raised' | 'theme.alert' },
  ): Carried<'alerts.v1'> => effect,
};

/** What comes back from the log of what went there. */
function carried(type: EventType, data: unknown): unknown {
  const decoded = decodeEvent(
    type,
    encodeEvent({ id: 'e', type, source: 'test', time: day(1), data }),
  );
  return decoded.ok ? decoded.event.data : decoded.reason;
}

describe('what the domain decides', () => {
  it('has the shape that its topics promise', () => {
    expect(Object.keys(fits)).toHaveLength(7);
  });

  it('comes back from its topics as it was: a task through two cycles, its messages and its alerts', () => {
    const s = story({ customers: [{ identities: [EMAIL], name: 'Sami', account: 'a-1' }] });
    const effects = [
      ...s.says({ id: 'a', at: day(1), channel: 'call', causes: ['billing-amount'] }),
      ...s.says({ id: 'b', at: day(2), channel: 'call', causes: ['billing-amount'] }),
    ];
    s.acts({ type: 'acknowledge', by: 'ana' }, day(2, '11:00'));
    s.acts({ type: 'promise', by: 'ana', text: 'Corrected.', dueAt: day(4) }, day(2, '12:00'));
    s.acts({ type: 'deliver', by: 'ana' }, day(3));
    s.acts(
      {
        type: 'resolve',
        by: 'ana',
        cause: 'billing-amount',
        actionType: 'refund',
        cost: 20,
        note: 'A point was lost.',
      },
      day(3, '11:00'),
    );
    effects.push(...s.says({ id: 'c', at: day(5), channel: 'call', causes: ['billing-amount'] }));
    expect(s.task()).toMatchObject({ cycle: 2, pastCycles: [{ cycle: 1 }] });
    expect(carried('tasks.v1', s.task())).toEqual(s.task());
    const deliveries = [...s.world.deliveries.values()];
    expect(deliveries.length).toBeGreaterThan(1);
    for (const delivery of deliveries) expect(carried('deliveries.v1', delivery)).toEqual(delivery);
    const alerts = effects.filter(({ type }) => type === 'alert.raised');
    expect(alerts.length).toBeGreaterThan(0);
    for (const alert of alerts) {
      const data = { id: 'alert', ...alert };
      expect(carried('alerts.v1', data)).toEqual(JSON.parse(JSON.stringify(data)));
    }
  });
});
