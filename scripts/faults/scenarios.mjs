import { broker } from './scenarios/broker.mjs';
import { calm } from './scenarios/calm.mjs';
import { clocks } from './scenarios/clocks.mjs';
import { feedbackQueue } from './scenarios/feedback-queue.mjs';
import { kills } from './scenarios/kills.mjs';
import { poison } from './scenarios/poison.mjs';
import { postgres } from './scenarios/postgres.mjs';
import { queue } from './scenarios/queue.mjs';
import { rebalances } from './scenarios/rebalances.mjs';
import { redis } from './scenarios/redis.mjs';
import { smtp } from './scenarios/smtp.mjs';
import { zombie } from './scenarios/zombie.mjs';

/** In the order they are run. */
export const SCENARIOS = [
  calm,
  kills,
  clocks,
  broker,
  rebalances,
  zombie,
  postgres,
  redis,
  queue,
  feedbackQueue,
  smtp,
  poison,
];
