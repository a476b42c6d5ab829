import type { FeedbackReceived, Understanding } from '@redress/contracts';
import { understand } from '@redress/language';

/** Reads what was received: only what understanding may look at is handed over, nothing of who said it. */
export function understandFeedback(received: FeedbackReceived): Understanding {
  const { channel, text, turns, score, language, touchpoint, minutes, occurredAt } = received;
  return understand({
    channel,
    at: occurredAt,
    ...(text === undefined ? {} : { text }),
    ...(turns === undefined ? {} : { turns }),
    ...(score === undefined ? {} : { score }),
    ...(language === undefined ? {} : { language }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(minutes === undefined ? {} : { minutes }),
  });
}
