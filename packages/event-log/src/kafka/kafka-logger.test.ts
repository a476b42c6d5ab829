import { createLogger } from '@redress/runtime';
import { describe, expect, it } from '@jest/globals';
import { logLevel } from 'kafkajs';
import { kafkaLogCreator } from './kafka-logger.ts';

describe('kafkaLogCreator', () => {
  it('writes what names things, and nothing that may hold a record', () => {
    const lines: string[] = [];
    const logger = createLogger({
      name: 'test',
      level: 'debug',
      destination: { write: (line: string) => void lines.push(line) },
    });
    kafkaLogCreator(logger)()({
      namespace: 'Connection',
      label: 'ERROR',
      level: logLevel.ERROR,
      log: {
        timestamp: 'now',
        message: 'Response Produce(key: 0, version: 7)',
        broker: 'b:9092',
        topic: 'redress.feedback.received.v1',
        error: 'not the leader',
        payload: { type: 'Buffer', data: 'what Maria wrote' },
        stack: 'at what Maria wrote',
      },
    });
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      level: 'warn',
      msg: 'kafkajs',
      namespace: 'Connection',
      says: 'Response Produce(key: 0, version: 7)',
      broker: 'b:9092',
      topic: 'redress.feedback.received.v1',
      why: 'not the leader',
    });
    expect(lines[0]).not.toContain('Maria');
  });
});
