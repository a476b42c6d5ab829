import type { FeedbackReceived, Policy, Understanding } from '@redress/contracts';
import { understand } from '@redress/language';
import type { LanguageModel } from '@redress/language/model';

/** What a policy tells to listen for. */
export type Listening = Pick<Policy, 'competitors' | 'touchpointWords'>;

/**
 * Reads what was received: only what understanding may look at is handed over, nothing of who said it. Hand over the same `listening` for every
 * feedback while it holds: what is made of it is kept with it.
 */
export function understandFeedback(
  received: FeedbackReceived,
  listening?: Listening,
  model?: LanguageModel,
): Understanding {
  const { channel, text, turns, score, language, touchpoint, minutes, occurredAt } = received;
  return understand(
    {
      channel,
      at: occurredAt,
      ...(text === undefined ? {} : { text }),
      ...(turns === undefined ? {} : { turns }),
      ...(score === undefined ? {} : { score }),
      ...(language === undefined ? {} : { language }),
      ...(touchpoint === undefined ? {} : { touchpoint }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(listening === undefined
        ? {}
        : { competitors: listening.competitors, touchpointWords: listening.touchpointWords }),
    },
    model,
  );
}
