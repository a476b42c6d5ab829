import { describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, TOPICS } from '@redress/contracts';
import { TOPOLOGY as CONSOLE } from '@redress/console';
import { TOPOLOGY as INGESTOR_HTTP } from '@redress/ingestor-http';
import { TOPOLOGY as NOTIFIER } from '@redress/notifier';
import { TOPOLOGY as SCORER } from '@redress/scorer';

/** Services that this one composes; ingestor-sqs is a process of its own. */
const SERVICES = {
  'ingestor-http': INGESTOR_HTTP,
  scorer: SCORER,
  notifier: NOTIFIER,
  console: CONSOLE,
};
const written = Object.values(TOPICS).filter(({ name }) => name in EVENT_SCHEMAS);

describe('the topologies of the services', () => {
  it.each(Object.entries(SERVICES))('say of %s what the contracts say', (name, { produces }) => {
    expect([...produces].sort()).toEqual(
      written
        .filter(({ producers }) => (producers as readonly string[]).includes(name))
        .map((topic) => topic.name)
        .sort(),
    );
  });

  it.each([SCORER, NOTIFIER])('say what $group reads', ({ group, consumes }) => {
    const name = group.replace('redress.', '');
    for (const topic of consumes)
      expect(TOPICS[topic].consumers as readonly string[]).toContain(name);
  });
});
