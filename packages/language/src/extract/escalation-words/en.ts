import { list } from '../../list.ts';
import type { EscalationWords } from './escalation-words.ts';

export const english: EscalationWords = {
  groups: {
    boss: '(shift|duty|store|branch|general|line|area|regional|hotel|floor|team|senior|customer|service|account|operations|restaurant|office)? (manager|managers|management|supervisor|supervisors|team leader|team lead|superior|superiors|boss|bosses|director|directors|head of @department)|ceo|chief executive|managing director|board|board of directors|(your)? president|chairman|chairwoman|head office|headquarters|hq|executive team|executives|leadership|owner|owners|person in charge|someone in charge|whoever is in charge|whoever runs this|higher-up|higher-ups',
    department: 'customer service|customer care|support|operations|complaints|department',
    higher:
      'someone (higher|senior|more senior|above you|with authority|who can decide|with more authority|in charge)|somebody (higher|senior|more senior|above you|with authority|in charge)|anyone (higher|senior|more senior|in charge)|(next|higher) level|person above you|people above you',
    the: '(the|a|your|his|her|their|an|any|some|this to the|it to your|it to the|this to your|my case to the|my case to your|this to a|it to a)',
    talk: '(speak|talk|talking|speaking) (to|with)',
    pass: 'escalate|escalated|escalating|pass|forward|refer|raise|take|send|transfer|put|connect|patch',
  },
  asked: list(`
    @talk @the? (@boss|@higher), @talk someone from @the? (@boss)
    (get|fetch|bring|give|find) me @the? (@boss|@higher), call @the (@boss) (over|please|now), (get|bring|call) @the (@boss) (here|down|out|over)
    put me through to @the? (@boss|@higher), (connect|transfer) me (to|with) @the? (@boss|@higher), pass me (on)? to @the? (@boss|@higher)
    please escalate, escalate please, escalate it, (want|wish|like|need|have) to escalate, would like this to go to @the? (@boss|@higher), (@pass) ~3 to @the? (@boss|@higher), (escalate|escalated|escalating) (this|it|my case|my complaint|the matter|the case|further|this further|this matter|this case|this complaint|my ticket|this ticket)
    (want|demand|need|insist|insist on|require|expect) (that)? @the? (@boss|@higher) to ~2 (call|contact|ring|phone|reply|respond|read|look|answer|explain|know|see|write|get back), (want|demand|need|insist on|request|requested|requesting) (a|the|your) (@boss)
    (want|demand|need|like) (a|to) (call|reply|answer|response|explanation|hear|word|meeting|apology|callback|call back) ~2 from @the? (@boss|@higher)
    (demand|demanding|insist|insisting|request|require|ask) (that)? @the? (@boss|@higher) (call|calls|contact|contacts|ring|rings|phone|phones|reply|replies|respond|responds|look|looks|reviews|review)
    (ask|asked|asking|asks) (for|to see|to have) @the? (@boss|@higher), (ask|asked|asking|tell|get) (the|your|a) (@boss) to (call|contact|ring|phone|reply|respond|give|get|email|write|look|come|explain)
    (can|could|may|will|would) @the? (@boss|@higher) (please)? (call|contact|ring|phone|reply|respond|email|answer|look|get back)
    (have|get|let|make) @the? (@boss|@higher) (call|contact|ring|phone|reply|respond|email|answer|write|look)
    (writing|write|wrote|written|emailing|email|emailed|copying|copied|copy|complaining|complain|complained|complaint|letter|message) ~4 to @the? (@boss|@higher), (cc|cc'd|cc'ing|copied|copying) (in)? @the? (@boss)
    (contact|contacting|contacted|emailed|email|write to|go to|going to|went to|go over your head to|going straight to|go straight to|take this up with|report this to|report you to|reporting this to|reporting you to|reported to|complain to|informing|inform|notify) @the? (@boss|@higher)
    (see|meet|reach) @the? (@boss)
    who (do|does) (you|he|she|they) (report|answer) to, whom do you report to, who is (your|the) (@boss), who's (your|the) (@boss), who is (in charge|responsible) (here|there|over there|of this|for this), who's in charge, who is above you, who is in charge
    where is @the (@boss), where's @the (@boss), is (there|the|a|your) ~1 (@boss) (available|there|around|i can|who can), (is there|have you got|do you have) (a|any) (@boss) i (can|could)
    (name|email|e-mail|number|phone number|contact|contacts|contact details|details|address|email address|direct line) (of|for) @the? (@boss|@higher), how (do|can) i (reach|contact|get hold of) @the? (@boss|@higher), (your|the) (@boss) ~1 (email|e-mail|email address|contact details|phone number|name) please
    ^ (to|dear) (the)? ~2 (manager|director), (someone|somebody) upstairs (has|must|needs|should|to)
    ^ dear (@boss), ^ (to|attn|attention|fao|for the attention of) (:)? @the? (@boss), for the attention of @the? (@boss), dear sir or madam of the board, @boss must (know|read|see|hear), over your head, above your head
    (@boss) please, (@boss) now, (@boss) (needs|need|should|must|has|have|ought) to (know|see|read|hear|look|call|contact)
  `),
  unless: list(`
    (no|without) (need|reason) to (speak|talk|escalate|contact|call|involve|ask|write) ~5, (don't|do not|didn't|did not|doesn't|won't|will not|wouldn't|never) (want|need|have|had|wish|like)? (to)? (speak|talk|escalate|contact|involve|ask|bother|report|see|go) ~5
    (thank|thanks|praise|compliment|commend|recommend|kudos|appreciation|gratitude) ~6 (@boss), (tell|let) (the|your) (@boss) ~3 (how|what a) ~1 (great|good|wonderful|lovely|amazing|helpful|fantastic|kind|brilliant)
    i (am|was|'m) (a|an|the) (@boss), i'm (a|an|the) (@boss), as (a|an|the) (@boss), (works|work|worked|working) as (a|an|the) (@boss), my (@boss), my own (@boss), your (@boss) to thank, on board, board (game|games|meeting|room|pass), boarding
    (@boss) (was|were|is) (so|very|really)? (lovely|great|helpful|kind|polite|nice|wonderful|excellent|amazing|friendly|fantastic|brilliant|understanding), (glad|happy|pleased|nice|lovely|good|great|pleasure) (that)? (i|we)? (got)? (to)? (speak|talk|speaking|talking) (to|with) ~2 (@boss)
    @pass ~3 to @the? (board|owner|owners) (of|member|game), back to @the? owner, (lost|returned|rightful) owner
  `),
};
