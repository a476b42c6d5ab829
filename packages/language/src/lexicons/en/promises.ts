import type { PromiseLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const promises: PromiseLexicon = {
  said: list(
    `(was|were|been|got) (told|promised|assured|informed), (they|he|she|you|agent|rep|manager|support|someone|@staff) (said|told me|told us|promised|says|say|assured me|assured us|guaranteed|swore|claimed|confirmed|tells me), told (me|us), promised (me|us|a|to|it|that|the)?, (it|service|refund|order|parcel|technician|engineer|internet|they|he|she|you) (will|would|should) (be|work|come|arrive|call|reply|answer|return|get)`,
  ),
  commit: list(
    `I will, I'll, we will, we'll, I am going to, you will (have|get|receive|hear), you'll (have|get|receive|hear), (will|shall) be (back|ready|there|refunded|credited|with you|fixed|restored), I promise, let me get back, someone will`,
  ),
  byCustomer: list(
    `(I|we) (will|can|promise to|shall) (pay|send|sign|return|call|come|provide|transfer|bring), (I'll|we'll) (pay|send|sign|return|call|come|provide|transfer|bring)`,
  ),
  undated: list(
    `promised (me|us)? (a|to|that)? ~2 (call* back|refund*|credit*|replace*|compensat*|repl*|voucher|callback|technician|engineer|discount)`,
  ),
  kept: list(
    `(as|like|when) (you|they|he|she|was|I was|we were)? (had)? (promised|said (you|they) would|agreed) ~2 (thank*|thanks)?, kept (your|their|his|her) (promise|word), did what (you|they) (said|promised), (got|received|came) ~5 as (you)? promised, as you had said`,
  ),
  broken: list(
    `heard (that|this|it) (one)? before, (never|didn't|did not|hasn't|haven't|nobody|no one) (call*|ring|rang|come|came|showed|turned up|happened|arrived|got back|heard back) ~2 (back|up)?, that was (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last week|# (day*|week*|hour*) ago), (broken|empty|endless|false) promise*, promised ~9 (never|still|nothing|but|nobody|didn't), was told ~9 (still|never|nothing|but nothing), (still|again) nothing, as promised ~2 (never|not), (broke|break*) (your|their) (promise|word)`,
  ),
  deadlines: [
    ['(by|before)? tomorrow morning', { days: 1, localTime: '08:00' }],
    ['(by|before)? tomorrow (noon|midday)', { days: 1, localTime: '12:00' }],
    ['(by|before)? tomorrow (afternoon|evening)', { days: 1, localTime: '18:00' }],
    ['(by|before)? (end of (the)? day tomorrow|tomorrow)', { days: 1, localTime: '18:00' }],
    [
      '(by|before|at)? (the)? (end of (the)? (day|today|business)|eod|close of business|tonight|this evening|today|same day|later today)',
      { days: 0, localTime: '18:00' },
    ],
    ['(by|before) (noon|midday)', { days: 0, localTime: '12:00' }],
    ['(the)? next (business|working)? day', { days: 1, localTime: '18:00' }],
    ['(by|before|until)? (the)? (end of the week|this week)', { days: 5, localTime: '18:00' }],
    ['next week', { days: 7, localTime: '18:00' }],
  ],
};
