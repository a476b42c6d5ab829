import type { FeedbackReceived, Understanding } from '@redress/contracts';
import { workerData } from 'piscina';
import { readModel } from './read-model.ts';
import { understandFeedback, type Listening } from './understand-feedback.ts';

/** What a thread of `openThreads` is given. */
export interface ThreadTask {
  readonly received: FeedbackReceived;
  /** As JSON: one text for one policy, so that what is made of it can be kept. */
  readonly listening: string | null;
}

const { modelFile } = workerData as { readonly modelFile: string | undefined };
const { model } = readModel(modelFile);
let last: { readonly text: string; readonly listening: Listening } | null = null;

/** Understands one feedback in this thread. */
export function understandInThread({ received, listening }: ThreadTask): Understanding {
  if (listening === null) return understandFeedback(received, undefined, model);
  if (last?.text !== listening)
    last = { text: listening, listening: JSON.parse(listening) as Listening };
  return understandFeedback(received, last.listening, model);
}
