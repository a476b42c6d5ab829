import type { z } from 'zod';
import { understanding } from '../understanding.ts';
import { feedbackReceivedV1 } from './feedback-received.v1.ts';

/** What was said and what it means; everything the notifier needs, so that it reads one topic. */
export const feedbackScoredV1 = feedbackReceivedV1.extend({ understanding });
export type FeedbackScored = z.infer<typeof feedbackScoredV1>;
