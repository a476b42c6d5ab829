import type { PromiseLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const promises: PromiseLexicon = {
  said: list(
    `(was|were|been|got|am|being|keep being|keep getting) (told|promised|assured|informed|guaranteed|advised), (it|they|he|she|agent|rep|manager|manageress|support|someone|somebody|nobody|guy|lady|girl|website|email|letter|text|message|recording|@staff) (had|has|have)? (said|told me|told us|told him|told her|promised|says|say|assured me|assured us|guaranteed|swore|claimed|confirmed|tells me|tell me|wrote|informed me|informed us|gave me|quoted me), (told|assured|informed) (me|us), promised (me|us|a|to), you (had|have)? (said|told me|told us|assured me|assured us|guaranteed|confirmed|wrote|quoted me), (it|this|that|service|refund|order|parcel|package|money|replacement|technician|engineer|plumber|electrician|courier|internet|they|he|she|you|someone|somebody|manager|board|system|card|letter|@staff) (will|would|should|was going to|is going to|'ll) (be|work|come|arrive|call|ring|phone|reply|answer|return|get|contact|reach|land|deliver|send|fix|finish|appear|show up),
    (said|told me|told us|promised|assured me|assured us|swore|reckoned|confirmed|insisted|guaranteed) ~2 (i'd|we'd|it'd|they'd|he'd|she'd|you'd|that'd|it'll|they'll|i'll|we'll|he'll|she'll),
    (said|told me|told us|assured|swore|reckoned|confirmed|insisted|guaranteed) ~6 (would|will|was going to|were going to), (said|swore|insisted) ~2 (i|we|it|they|everything|my ~1) ~1 should,
    (supposed|meant|due|scheduled|expected) to (be|come|arrive|call|ring|get|receive|start|happen|deliver|land|ship|hear|send|fix|finish|go|have), (given|gave me|gave us|quoted|booked|offered) ~2 (slot|date|window|time|appointment|deadline|timeframe|estimate), (estimated|expected|promised|guaranteed) (delivery|arrival|completion|date|time|for|by|within|in),
    (email|mail|letter|text|message|tracking|app|website|confirmation|chatbot|bot|chat|contract|receipt|invoice|recording|portal) ~1 (said|says|promised|promises|states|stated|confirmed|guaranteed)`,
  ),
  commit: list(
    `I will, I'll, we will, we'll, I am going to, I'm going to, we are going to, we're going to, I can have, I shall, we shall, you will (have|get|receive|hear|be), you'll (have|get|receive|hear|be), (will|shall|should|can) (all|then|certainly|definitely|now)? (be|get) (back|ready|there|done|sent|paid|made|online|live|up|working|with you|in touch|in your account|on its way|fixed|sorted|resolved|solved|restored|refunded|credited|corrected|changed|updated|delivered|shipped|dispatched|replaced|repaired|returned|processed|completed|finished|reviewed|checked|reopened|removed|activated|installed|connected|transferred|issued|arranged|booked|cancelled|reversed|amended|switched|available|released|unlocked|unblocked|settled|collected), I promise, we promise, let me get back, (someone|somebody|colleague|engineer|technician|manager|specialist|supervisor|courier|driver|team|department|he|she|they) (will|is going to|'ll|shall), (call|get back to|write to|ring|reply to|reach out to|email) you (back)? (by|before|within|in|tomorrow|today|this|no later), (technician|engineer|colleague|someone|courier|driver|team|plumber|electrician|manager|he|she|they) (is|are) ~1 (coming|calling|arriving|visiting|booked|scheduled), expect (a|an|the|it|my|our), no later than, at the latest, within (the next)? #`,
  ),
  byCustomer: list(
    `(I|we) (will|can|promise to|shall) (pay|send|sign|return|call|come|provide|transfer|bring|settle|post|forward|deposit), (I'll|we'll) (pay|send|sign|return|call|come|provide|transfer|bring|settle|post|forward|deposit),
    (I|we) (am|are|will be) (paying|sending|returning|transferring|settling)`,
  ),
  within: list(`within, in the next, no later than, by the end, before the end`),
  past: list(
    `yesterday, last (week|month|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday), (a|an|#) (day|days|week|weeks|month|months) ago, (back|way back) in, the other day, days ago, weeks ago`,
  ),
  undated: list(
    `(promised|promise|assured|guaranteed) (me|us|a|to|that|you)? ~4 (call*|ring|refund*|credit*|replace*|compensat*|repl*|voucher|callback|technician|engineer|discount|fix*|change*|send*|get back|contact*|repair*|deliver*|look into|sort|correct*|update*|deal with|answer*),
    (keep|keeps|kept|keep on) promising ~4, (promised|promise|promises|promising) to ~3, (was|were|been|am|i'm|we're) (promised|guaranteed|assured) (a|an|the|my|that|it|free|full|we|i|they|to|priority) ~5,
    (said|told me|told us|that's what they told|assured me|swore|claimed|insisted) ~3 (they'd|he'd|she'd|you'd|it'd|we'd|i'd|they'll|he'll|she'll|someone'll) ~1 (call*|ring|phone|refund*|reply|fix*|replace*|be (fixed|sorted|refunded|replaced|resolved|removed|waived|credited|done|back|in touch)|send|get back|contact*|look into|sort*|email|waive|credit|come|repair|deliver*|investigate|escalate|pass it on|let me know|remove|cancel|update*|compensate*|correct*),
    (said|told me|told us|assured me|swore|claimed|insisted) ~4 (would|will|was going to|were going to) ~1 (call*|ring|phone|refund*|reply|fix*|replace*|be (fixed|sorted|refunded|replaced|resolved|removed|waived|credited|done|back|in touch)|send|get back|contact*|look into|sort*|email|waive|credit|come|repair|deliver*|investigate|escalate|remove|cancel|update*|compensate*|correct*),
    (someone|somebody|a manager|the manager|an engineer|a supervisor|a colleague|an agent|a technician) (would|will|was going to|'ll|'d) ~1 (ring|call|phone|contact|email|get back|be in touch|come|visit) (me|us|to me|back|out|round)?, (supposed|meant) to (call|ring|get back|hear|contact|receive|refund|replace|be (fixed|sorted|refunded|sent|called)) ~2`,
  ),
  kept: list(
    `(as|like|when|exactly when|exactly as|just as|precisely when) (you|they|he|she|was|I was|we were|had)? (had)? (promised|said (you|they|he|she) would|agreed) ~2 (thank*|thanks)?, (kept|keeps|keep) (your|their|his|her|the) (promise|promises|word), did (exactly)? what (you|they|he|she) (said|promised), (got|received|came|arrived|called|rang|back) ~5 as (you|they|he|she|was|were)? (promised|agreed), as (you|they|he|she) (had)? (said|promised|agreed), true to (your|their|his|her) word, (called|rang|phoned|wrote|answered|came|delivered|replied|arrived) ~4 (before|earlier than|ahead of|sooner than|exactly when|when) ~4 (promised|said|agreed|expected|time)`,
  ),
  broken: list(
    `heard (that|this|it) (one|all)? before, (never|didn't|did not|hasn't|haven't|nobody|no one|no-one) ~1 (call*|ring|rang|phone*|come|came|showed|show|turned|turn|happen*|arriv*|got|get|heard|hear|contact*|repl*|did) ~2 (back|up)?, (that|it) was (on)? (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last week|last month|a week ago|a month ago|# (day*|week*|hour*|month*) ago), (broken|empty|endless|false) promise*, promised ~9 (never|still|nothing|but|nobody|didn't|hasn't|ago|has passed|have passed|passed), was told ~9 (still|never|nothing|but|nobody), (still|again) nothing, nothing (happened|has happened|came|changed|yet|since), as promised ~2 (never|not), not as promised, (broke|break*) (your|their|his|her) (promise|word), (that|the) (time|deadline|date|day|hour*|# hours) (has|have|had|is|came and|are) (now|long)? (passed|gone|over|went|come and gone), (deadline) ~3 (missed|passed|gone), (missed|miss) (the|that|your|every|another) (deadline|date|own deadline), no (call|callback|call back|sign|news|word|reply) ~2 (since|so far|yet|from|came)?, (address|thing|it) you promised to`,
  ),
  pledged: list(
    `(I|we) promise, (I'll|I will|we'll|we will) (personally)? (make sure|see to it|ensure|follow up|get back to you|call you|ring you|be in touch|get (this|that|it) (sorted|fixed|resolved)|sort (this|that|it)|refund you|replace it|look into (this|that|it)|escalate (this|that|it)|let you know|keep you (posted|updated)|chase (this|that|it)), you have my word, (someone|a colleague|a manager|my manager|an engineer) will (call|contact|be in touch|get back)`,
  ),
  weekdays: list(`monday, tuesday, wednesday, thursday, friday, saturday, sunday`),
  limits: list(`by, before, until, till, no later than, for, latest, due`),
  doing: list(
    `would, will, 'll, it'd, they'd, he'd, she'd, i'd, we'd, you'd, it'll, they'll, he'll, she'll, i'll, we'll, you'll, should, (supposed|meant|due|expected|scheduled), be, come, comes, coming, arrive, arriving, arrives, going to, calling, (slot|date|window|appointment|delivery|estimate)`,
  ),
  partsOfDay: [
    ['(first thing|in the morning|morning)', '08:00'],
    ['(noon|midday|lunchtime|lunch)', '12:00'],
    ['(afternoon|evening|night|close of business|end of (the)? day)', '18:00'],
  ],
  deadlines: [
    ['(by|before|until)? tomorrow ~1 morning', { days: 1, localTime: '08:00' }],
    ['first thing (tomorrow|in the morning)', { days: 1, localTime: '08:00' }],
    [
      '(by|before|at|until)? (tomorrow ~1 (noon|midday|lunchtime|lunch)|(noon|midday|lunchtime|lunch) tomorrow)',
      { days: 1, localTime: '12:00' },
    ],
    ['(by|before)? tomorrow (afternoon|evening|night)', { days: 1, localTime: '18:00' }],
    [
      '(by|before|until)? (the)? (end of (the)? day tomorrow|close of business tomorrow|day after tomorrow)',
      { days: 2, localTime: '18:00' },
    ],
    ['(by|before|until)? tomorrow', { days: 1, localTime: '18:00' }],
    ['(by|before) (noon|midday|lunchtime|lunch) (today)?', { days: 0, localTime: '12:00' }],
    [
      '(by|before|at|until)? (the)? (end of (the)? (day|today|business|working day|shift)|eod|cob|close of (business|play)|tonight|this evening|this afternoon|today|same day|later today|closing time)',
      { days: 0, localTime: '18:00' },
    ],
    ['(the)? (next|following) (business|working)? day', { days: 1, localTime: '18:00' }],
    [
      '(by|before|until|at)? (the)? (end of (the|this)? (working)? week|this week|weekend)',
      { days: 5, localTime: '18:00' },
    ],
    [
      '(next week|within (a|the|one) week|in a week|a week from (now|today)|a week at (most|the latest))',
      { days: 7, localTime: '18:00' },
    ],
    ['(within (a|one|the) fortnight|in a fortnight)', { days: 14, localTime: '18:00' }],
    [
      '(within (a|one|the) month|in a month|(by|before) (the)? end of (the|this) month)',
      { days: 30, localTime: '18:00' },
    ],
  ],
};
