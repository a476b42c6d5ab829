import type { CanonicalFeedback, Turn } from '@redress/contracts';
import { cutText } from './cut-text.ts';

/** The feedback with its text, and its turns taken together, of `limit` characters at most; `cut` tells whether something went. */
export function cutFeedback(
  feedback: CanonicalFeedback,
  limit: number,
): { readonly feedback: CanonicalFeedback; readonly cut: boolean } {
  const text = feedback.text === undefined ? undefined : cutText(feedback.text, limit);
  const turns = feedback.turns === undefined ? undefined : cutTurns(feedback.turns, limit);
  const cut = text !== feedback.text || turns !== feedback.turns;
  return {
    cut,
    feedback: {
      ...feedback,
      ...(text === undefined ? {} : { text }),
      ...(turns === undefined ? {} : { turns: [...turns] }),
    },
  };
}

/** The same array where all of it fits. */
function cutTurns(turns: readonly Turn[], limit: number): readonly Turn[] {
  const kept: Turn[] = [];
  let room = limit;
  for (const turn of turns) {
    if (turn.text.length > room) {
      kept.push({ ...turn, text: cutText(turn.text, Math.max(room, MARK_ROOM)) });
      return kept;
    }
    kept.push(turn);
    room -= turn.text.length;
  }
  return turns;
}

/** Even where nothing of a turn fits, its marker does. */
const MARK_ROOM = 20;
