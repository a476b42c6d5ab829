import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const forms: LanguageLexicon['forms'] = {
  question: list(
    `^ (how|where|who|which|when|what) (do|does|can|should|could|is|are|form|time|kind|would|your|'s)?, ^ what's your, ^ is (there|it possible), ^ (do|does|can|could|would|may|are) (you|I|we|it|the), (I was)? wondered (how|if|whether), (wanted|like) to (know|ask)`,
  ),
  request: list(
    `(could|can|would|will) you (please)? (call|send|give|tell|let|check|help|confirm|explain|change|ring|get), ^ please (call|send|confirm|let|tell|check|change|help|could), (i'd|i would|we'd|we would) like (to|you), call me back, give me a call, call (me)? back (please|if|when), let me know, please confirm, if (it is|it's|that's)? (possible|convenient), I (need|want) to (move|change|update|transfer|book)`,
  ),
  thanks: list(`thank you, thanks, thank*, thx, cheers, much appreciated, grateful, kudos`),
  annoyed: list(
    `how (should|would|am) I (supposed to)? know, how am I to know, don't you have (it|this|that), isn't (it|that|this) in your, shouldn't you know`,
  ),
  wrong: list(
    `(obvious|obviously a|clear|clearly a|an|a|the|your) (mistake|error), please correct, went wrong, (keeps|kept) happening, happens (again|every time|all the time|each time), happened again, something (is|was|went) wrong, (is|was|are) wrong, not (acceptable|ok|okay|right|good enough), (still|does|did) not work, not happy, let down, (make|made|file|lodge|raise) a complaint`,
  ),
};
