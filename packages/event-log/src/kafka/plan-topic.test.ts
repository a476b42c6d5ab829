import { describe, expect, it } from '@jest/globals';
import type { TopicName } from '@redress/contracts';
import { planTopic, wantedPartitions, type ExistingTopic } from './plan-topic.ts';
import { topicSettings } from './topic-settings.ts';

const RECEIVED: TopicName = 'feedback.received.v1';
const wanted = { partitions: 4, replication: 3 };
const asWanted = (topic: TopicName, changed: Record<string, string> = {}): ExistingTopic => ({
  partitions: 4,
  replication: 3,
  own: new Map(),
  settings: new Map([
    ...topicSettings(topic, 3).map(({ name, value }) => [name, value] as const),
    ...Object.entries(changed),
  ]),
});

describe('planTopic', () => {
  it('makes what is missing, with every setting', () => {
    const plan = planTopic(RECEIVED, undefined, wanted);
    expect(plan).toMatchObject({ action: 'make', partitions: 4, changes: [] });
    expect(Object.fromEntries(plan.settings.map(({ name, value }) => [name, value]))).toEqual({
      'cleanup.policy': 'compact,delete',
      'retention.ms': String(400 * 86_400_000),
      'min.insync.replicas': '2',
      'max.message.bytes': String(4 * 2 ** 20),
      'min.compaction.lag.ms': '3600000',
      'max.compaction.lag.ms': '604800000',
      'delete.retention.ms': '604800000',
    });
    const state = planTopic('tasks.v1', undefined, { partitions: 4, replication: 1 });
    expect(state.settings).toContainEqual({ name: 'cleanup.policy', value: 'compact' });
    expect(state.settings).toContainEqual({ name: 'retention.ms', value: '-1' });
    expect(state.settings).toContainEqual({ name: 'min.insync.replicas', value: '1' });
  });

  it('leaves what is as it should be, also in another order or with more of what may be more', () => {
    const existing = asWanted(RECEIVED, {
      'cleanup.policy': 'delete,compact',
      'delete.retention.ms': '9999999999',
      'max.message.bytes': '99999999',
    });
    expect(planTopic(RECEIVED, existing, wanted)).toMatchObject({ action: 'leave', changes: [] });
  });

  it('changes what differs, and says from what to what', () => {
    const existing = asWanted(RECEIVED, {
      'retention.ms': '1000',
      'delete.retention.ms': '86400000',
    });
    expect(planTopic(RECEIVED, existing, wanted)).toMatchObject({
      action: 'change',
      changes: ['retention.ms 1000 to 34560000000', 'delete.retention.ms 86400000 to 604800000'],
    });
  });

  it('raises partitions and says that keys move, never lowers them', () => {
    const raised = planTopic(RECEIVED, asWanted(RECEIVED), { ...wanted, partitions: 8 });
    expect(raised).toMatchObject({
      action: 'change',
      partitions: 8,
      changes: ['partitions 4 to 8'],
    });
    expect(raised.notes[0]).toContain('another one');
    const kept = planTopic('tasks.v1', { ...asWanted('tasks.v1'), partitions: 6 }, wanted);
    expect(kept).toMatchObject({ action: 'leave', partitions: 6 });
    expect(kept.notes[0]).toContain('cannot be taken away');
  });

  it('notes copies that differ, and asks for what those that exist can hold', () => {
    const existing = {
      ...asWanted(RECEIVED, { 'min.insync.replicas': '1' }),
      replication: 1,
    };
    const plan = planTopic(RECEIVED, existing, wanted);
    expect(plan.action).toBe('leave');
    expect(plan.notes[0]).toContain('1 copies, not 3');
  });
});

describe('wantedPartitions', () => {
  it('keeps the contract for state topics and one number, never lowered, for both feedback topics', () => {
    const existing = new Map([[RECEIVED, { ...asWanted(RECEIVED), partitions: 6 }]]);
    expect(wantedPartitions('tasks.v1', existing, 12)).toBe(4);
    expect(wantedPartitions(RECEIVED, new Map(), undefined)).toBe(4);
    expect(wantedPartitions('feedback.scored.v1', existing, undefined)).toBe(6);
    expect(wantedPartitions('feedback.scored.v1', existing, 12)).toBe(12);
  });
});
