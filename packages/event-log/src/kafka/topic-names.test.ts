import { describe, expect, it } from '@jest/globals';
import { createTopicNames } from './topic-names.ts';

describe('createTopicNames', () => {
  it('calls topics and groups under redress. as they are called', () => {
    const names = createTopicNames('redress.');
    expect(names.physical('tasks.v1')).toBe('redress.tasks.v1');
    expect(names.group('redress.scorer')).toBe('redress.scorer');
    expect(names.logical('redress.tasks.v1')).toBe('tasks.v1');
  });

  it('keeps another installation apart, its groups too', () => {
    const names = createTopicNames('staging.');
    expect(names.physical('tasks.v1')).toBe('staging.tasks.v1');
    expect(names.group('redress.scorer')).toBe('staging.scorer');
    expect(names.logical('redress.tasks.v1')).toBeNull();
    expect(names.logical('staging.orders')).toBeNull();
  });
});
