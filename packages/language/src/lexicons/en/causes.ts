import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const causes: LanguageLexicon['causes'] = {
  'broken-promise': {
    strong: list(
      `(promised|guaranteed|assured|swore|vowed|advertised|marketed|described) ~9 (but|yet|now|never|nobody|not|no|none|still|only|isn't|wasn't|didn't|doesn't|it's|that was|turns out|neither|then|slipped|says), (ad|advert|listing|brochure|website|photos|screenshots|description|banner|commercial) (said|says|promises|promised|shows|show|showed|claims|claimed|look nothing like|looks nothing like|~4 look* nothing like), false advertising, misleading (ad*|advertis*|description|photos|offer), not as (described|advertised|promised|pictured|shown), nothing like (the|what was) (photo*|picture*|described|advertised|promised), (was|were|i'm|am|been) led to believe, was told ~9 (but|yet|turns out|still|now|that was), (broke|breaking|break) (your|their|its|the|every) (promise*|word), (empty|false|endless|broken|hollow) promise*, promises promises, keep* promising, lied about, (was|were) lured, sold to me as, (never|didn't|did not) (kept|keep|honoured|honored|honour|honor) ~3 (promise*|word|agreement|commitment|deal)?, (we|you) will call (you|me) back ~9 that was, went back on, as promised ~4 (never|not|didn't|but), (didn't|never|doesn't|hasn't|not|failed to|don't) (deliver|do|honour|honor|fulfil|fulfill) (on)? (what|as|their|the|your)? (was|you|they)? promise*, (price|rate) (locked|guaranteed|fixed) (for|until), lifetime price, no such promise, was due in ~4 we're in, said ~4 would ~9 (never|didn't|still)`,
    ),
    weak: list(
      `promise, promised, promises, guaranteed, assured me, swore, vowed, advertised (as|at), was told, you said, they said, marketed as, heard (that|this) before, loyalty scheme, described as, supposed to be, small print`,
    ),
    unless: list(`as (you)? (had)? promised (you)? $, as you had said, kept (your|their) promise`),
  },
  'delay-waiting': {
    strong: list(
      `(still|been|kept|left|are|am|were|was) waiting (for)? (my|a|the|on|an|over|more|since|so|ages|#)?, waited (for)? (over|more than|about|almost|nearly|an|a|#), (wait|waiting) time*, (long|endless|huge|massive|ridiculous|slow) (queue*|line|lines|wait*), (queue*|line) ~4 (hasn't moved|not moving|forever|for hours|hour*|long), on hold (for|#|forever), (# (hour*|minute*|mins|min|day*|week*|month*)) (late|on hold|in line|in the queue|in a queue|behind|waiting|delay*|after I|after (landing|booking|ordering)), (late|delayed) (again|flight|train|delivery|by), (hour*|day*|week*|month*) late, (delivery|flight|train|order|bus|parcel|shipment|refund) ~2 (late|delayed), delay (of|was), delays, delayed, (takes|took|taking) (forever|ages|an age|an eternity|so long|too long|way too long|# (day*|week*|month*|hour*)|over|more than|another), stuck at the (depot|sorting|customs), (hasn't|has not|not) (budged|moved|progressed), in progress since, under review, (hours|days|weeks|months) (later|ago) ~3 (still|zero|no|nothing|and), (# (day*|week*|month*|hour*)) (ago)? (and|now|later) ~2 (still|no|nothing|zero), still (no|not|nothing|hasn't|haven't) ~3 (arrived|come|received|delivered|shipped|sent|answer|news|date|reply|response|refund*|here|moved|ready|delivery), no progress, zero progress, made (me|us) wait, sat (on|in) ~3 for # hour*, slow (service|delivery|shipping|response|process*|to), crawls, (stood|standing) in line, # (working)? days every time, only available on, been out # days, not (shipped|delivered|arrived) yet, (hour*|day*) before (anyone|anybody|someone|we), an hour and, (is|are) a bit much, another month, keeps sliding, slipped twice, earliest (engineer|appointment|slot|date), where is my (order|parcel|package|delivery|stuff|food), overdue, took our team # weeks`,
    ),
    weak: list(
      `# (minute*|min|mins), # hour*, # days, # weeks, # months, for hours, for weeks, for months, for days, since (monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december), slow, slowly, waiting, still, queue*, stood, too long, hours, forever, nine days, the 20th`,
    ),
    unless: list(
      `# days a week, # hours a day, under # minute*, in under, for about thirty seconds, within # (minute*|hour*|day*), # days to return, a month, in # minutes, minutes early, still very, last* two days, every (minute|five minutes), every # minute*, called # times`,
    ),
  },
  'handoff-disconnect': {
    strong: list(
      `(passed|bounced|sent|shunted|transferred|pushed|thrown|tossed) (me)? (from|between|around|back and forth|to another|to an agent who|round|pillar), pillar to post, ping pong, transferred (transferred|again|# times|three|from), (keep|kept|keeps) (transferring|passing|sending) (me|us), (explain*|repeat*|tell*|start*) ~4 (again|from scratch|all over|every time|each time|to each|over and over), from scratch, (left hand|right hand), (can't|cannot|couldn't|could not|can not) see (the notes|my|what|the), none of them (could see|knew), (blames|blame|blaming) (the|each|it), says (ask|contact|call|it's) @team, says (it's|its) ~4 (driver|depot|their|your|the other), (never|not|didn't|did not|doesn't|don't) (told|tell|tells|informed|pass on|passed on|communicated|communicate|talk to|speak to|spoke to|shared) (the|each|to|on|their|one|it)?, never spoke to one another, no record (of|that), (asked|asks|asking) (me)? (the)? (very)? same ~2 questions, by every single person, different (agent|person|department|answer|story)* (every|each|told|says), (another|new|different) (agent|caseworker|person|contact|rep) (each|every) time, # (different)? (department*|teams) ~4, (two|between) (departments|teams|systems), weren't joined up, in store I don't exist, contradict*, (never received) ~5 (sent|swears), not linked, nobody links, without telling (the|my|us), says ~3 ask, which (department|office), already holds, (had|has) my old address though, you say it's, only the shop can decide, no clue what ~3 (arranged|said|did), neither tells the other, passed me to`,
    ),
    weak: list(
      `transferred, another department, other department, departments, each other, the notes, different agents, dictate, already told, re-explained, second agent, third agent, updated it, nobody knew, head office says, the partner`,
    ),
    asked: list(
      `don't you have (it|this|that) (in|on) (the|your) (system|file|records), isn't (it|this|that) in your (system|records), shouldn't you (already)? (know|have) (that|this|it)`,
    ),
  },
  'repeat-contact': {
    strong: list(
      `#th (time|email|e-mail|call|complaint|message|ticket|letter|visit|attempt|request|report|follow-up|contact|ref|reference) , for the #th time, (called|rang|phoned|emailed|written|wrote|contacted|reported|complained|messaged|asked|logged it|disputed|raised it|chased|uploaded|sent|requested|tried|resubmitted|explained|filed|opened) ~5 @often, (again and again|over and over|time and again|once more) ~6 (call*|chas*|ask*|report*|writ*|email*|explain*|contact*|ring*)?, (# (calls|emails|e-mails|messages|tickets|letters|complaints|attempts|visits|phone calls|occasions|voicemails|reminders)), how many (more)? times, (called|rang|emailed|phoned) ~2 (called|rang|emailed|phoned), keep having to (call|chase|remind|ring|ask|explain|contact), had to (ring|call|write|chase|email) (back|again), yet another (follow*|call|email|complaint|ticket), lost count, (ticket|case) ~5 (closed|reopened|auto-closed), same (wrong)? (charge|problem|issue|fault|complaint) every, same problem same, every time I (ring|call|phone|write|contact), (have|having) to (ring|call|phone|chase|remind) ~4 (each|every) time, chasing (you|them|this|it|for), shouldn't need to, still not (resolved|fixed|sorted), (not|never) (resolved|fixed|solved) ~3 (reopen*|again), on # occasions, it took # (attempts|calls|emails|visits|tries), project manager of my own, to # different people, nightly I'm on, weekly I phone, sixth time, they've been out # times`,
    ),
    weak: list(
      `again, once more, yet again, follow-up, reopened, my messages of, keep asking, each time, every single month, twice, on my #th`,
    ),
    unless: list(
      `# (marketing)? emails in a (week|day), # calls in # days from your, # letters about, (#th|third) (kettle|outage|flight|party|floor|lost), second lost order, (rang|called|phoned|text*) (me)? # times and got, telemarketer rang # times, never again, will come again, use again, come back again, book again, your # (marketing)? emails, unsubscribed # times, moved for the #th time, cancelled again, late again, locked out ~4 again, in row #, up again`,
    ),
  },
  'no-human-reachable': {
    strong: list(
      `(nobody|no one|noone|no-one|none) (ever)? (answers|answered|picks up|picked up|replies|replied|responds|responded|to ring|to call|to talk to|to speak to|to ask|called back|calls back|gets back|got back|on the line|answering|at the desk|will open|with the power), (chatbot|chat bot|bot|robot|virtual assistant|avatar|recording|automated|automatic), (speak|talk|talking|speaking|connect|get through) (to|with) (a|an|any)? (real|actual|living|live)? (human*|person|agent|someone|anyone|robot|machine), (real|living|actual) (person|human), no (phone)? (number|contact|way to (contact|reach|ask|call|speak)|response|reply|answer from|one to (call|ring|ask)), (never|not|didn't|hasn't|haven't|doesn't|won't|don't) (reply|replied|replies|answer|answered|respond*|returned one|got back|call back|called back|heard back|returned my), (emails|calls|messages|tweets|dms|e-mails|letters|voicemails) ~3 (ignored|unanswered|go unanswered|without (a)? (reply|answer|response)), radio silence, ghosted, gone silent, no (acknowledg*|human*|supervisor*), not one acknowledgement, all unanswered, copy pasted, copy-pasted, copy and paste*, template* (answer*|repl*|response*), canned (repl*|response*), (line|phone|number) (rings out|is dead|just rings|keeps ringing|engaged), been engaged, phone menu, press 1, supervisors do not, (can't|cannot|couldn't|unable to|impossible to) (get hold of|reach|contact|get anyone|get through|speak|talk), (never|don't) pick up, faq, didn't even read, recites the same, same paragraph, every desk was empty, not one employee, hotline is closed, helpline turned out, plays music, line went dark, then the line dropped`,
    ),
    weak: list(
      `no answer, unanswered, ignored, voicemail*, no explanation, script, help desk, support need the pin, automatic acknowledgement, closes chats, nobody, no one, no email, no phone, auto-closed`,
    ),
    unless: list(`got through to a real person, someone answered, nobody tried`),
  },
  'staff-conduct': {
    strong: list(
      `rude*, unprofessional, condescending, patroni*, dismissive, disrespect*, impolite, ill-mannered, arrogant, unhelpful (staff|agent*|rep*)?, (hung|hang|hanging) up (on)?, rolled (his|her|their) eyes, (swore|shouted|yelled|barked|snapped|screamed|laughed|sneered|scoffed|smirked|mocked|sworn) (at|that|and|when|the|my|tapped|an)?, smirk*, sneer*, scoff*, mocked, mocking, made fun of, contempt, clueless, no idea what (a|he|she|they|he's|was), had no (idea|clue), amateurs, incompetent, (treated|spoken to|spoke to|talked to) (me|us|my)? (like|as if|with), (lied|lying) (to|about) (me|my|the)?, flat out lied, told (me|my|us) to (mind|read|shut|go|get), that's your problem, people like me, accused of, accusing, shrugged, shoved, pushed my, grinned, snappy, walked away, (was|were) (on his|on her|on their) phone, chatting among, watching football, got nasty, took it out on, talked over, never looked at me, (didn't|did not) (even)? look (up|at), (bad|terrible|awful|worst|horrible|poor|nasty) (attitude|manners|staff|customer service|behaviour|behavior|service from), attitude (of|problem|from), felt like a nuisance, made me feel, wouldn't take no for an answer, called (me|my) ~2 (sweetheart|love|stingy|stupid|idiot*|liar), left mud, messaging me on, denied it to my face, extra protein, was smoking next, people waiting, hostile, aggressive @staff, bullied, racist, sexist, discriminat*, insulted (me|us), humiliated (me|us)`,
    ),
    weak: list(
      `mumbled, laughed, trainee, whining, attitude, incompeten*, unfriendly, careless, ignorant, lazy`,
    ),
    unless: list(`(never|not|isn't|wasn't) rude, not at all rude`),
  },
  'product-defect': {
    strong: list(
      `(zip|screen|battery|strap|button|handle|motor|wheel*|hinge*|charger|buckle|sole*|seam*|engine|kettle|washing machine|dishwasher|fridge|oven|tv|blender|phone|laptop|boiler|pump|lens|lenses|buttons) ~3 (broke*|broken|died|dead|failed|stopped|cracked|fell off|leak*|faulty|burn*|overheat*|snapped|creak*), broke (on|after|within|in|the first), broken (on arrival|after|when|out of), fell apart, falling apart, (stopped|quit) working (after|within|the|on)?, (doesn't|does not|didn't|did not|won't|never) (work|turn on|charge|start|fit) (at all|properly|anymore|any more|out of)?, defective, faulty, (wrong|different) (size|colour|color|item|product|model|prescription|order|version|part), received (a|an|size|the)? ~3 (instead|wrong|size), ordered (a|an)? ~5 (received|got|came), poor quality, (bad|low|cheap|terrible|awful|inferior) quality, (gets|got|running) (too)? hot, overheat*, missing (screws|part*|piece*|button*|instructions), still (floods|leaks|rattles|broken|drips), smells of burning, total junk, (shrank|shrunk|bobbled|faded|tore|ripped|peeled|sagged|rattl*|leaked|creak*) (in|after|within|on|over)?, (drops|loses|cuts out|skips|miscalculate*|forgets), (steak|burger|food|pizza|meal|soup|fish|chicken|coffee|chips|fries) ~4 (grey|chewy|cold|burnt|overcooked|undercooked|tasteless|soggy|stale|bland|dry|no cheese|inedible), (bug|glitch*) (in|since|with)?, since (your|the) (last|latest)? (update|version), since version, are off by, chipboard, one peg was bent, counterfeit, fake, knock-off, not genuine, there is no offline mode, taped off, caught fire, opens by itself, return* (the|it|because) ~3 (faulty|defect*|broken), half ~4 broken, out of the box`,
    ),
    weak: list(
      `broke, broken, leak*, rattle, defect, quality, junk, crack*, dead by, faulty headphones, size #`,
    ),
    unless: list(
      `broken promise*, broke (her|his|my|their) (wrist|arm|leg|ankle), not one glass was broken, broken (stair|boiler), dead easy, good quality, great quality, high quality, excellent quality, the engineer fixed the fault`,
    ),
  },
  'outage-access': {
    strong: list(
      `(app|site|website|page|system|server*|portal|platform|internet|wifi|wi-fi|broadband|network|service|line|phone|router|tv box|api|power|electricity|fibre|login|connection|signal|atm|card machine|machine*|account) ~4 (crash*|freez*|froze|down|offline|dies|died|dead|dark|out|unusable|unavailable|not working|stopped working|drops|dropped|doesn't load|won't load|won't open|not load*|errors|interrupted|hopeless|cut off), (crashes|crashed|keeps crashing|crashing), no (signal|internet|electricity|power|water|connection|coverage|service|reception|network|wifi|broadband|tv|heating|hot water), (locked|shut|logged|kicked) (me)? out, (can't|cannot|couldn't|unable to|won't let me|not able to|impossible to) (log|login|sign|get) (in|into|on)?, (log|sign) in (error|fail*|problem*|doesn't), outage*, blackout, error (#|code|message), 500s, loading wheel, (verification)? code never (arrives|arrived|came), (password|pin) is wrong, one bar of coverage, coverage ~3 hopeless, calls drop, cut* off across, wiped (my|our|the) account, (drops|dies|freezes|froze|fails) (every|each|nightly|again), (shuts itself down|times out), get into the ~3 portal, wouldn't end the session, service (was)? cut off, disconnected (my|our|the) (service|line|internet), still no (internet|signal|service|tv|power), account (is|was|got|has been)? (blocked|locked|suspended|frozen|disabled|deactivated)`,
    ),
    weak: list(
      `offline, crash*, frozen, freezes, app, reinstalled, wifi, router, signal, loading, error, blocked, tv`,
    ),
    unless: list(
      `without an outage, cooked*, got cut off, line dropped, when my account got locked, sleep, credit ~3 out, shut down the, go down well, down the road, price* ~3 down, down to, sat down`,
    ),
  },
  'billing-amount': {
    strong: list(
      `(charged|billed|debited|invoiced|overcharged|double billed|double charged|deducted) (me|us)? (twice|double|again|for|the|a|an|too|wrong|extra|more|my|by|without|#)?, overcharg*, (double|wrong|incorrect|unauthori*|extra|hidden|duplicate|unexpected|surprise|missing) (charge*|bill*|fee*|amount*|payment*|credit|invoice), (bill|invoice|statement|receipt|charge) ~4 (tripled|doubled|wrong|higher|incorrect|more than|shows|says|jumped|mistake), (where is|still waiting for|want|need|owed|owe|get|never got|never received|didn't get|no|missing|without a|not received|haven't received|pending) (my|a|the|me|our)? (refund*|money|deposit|cashback|reimbursement|credit), (refuse* to|won't|refused to|will not|not) (refund|reimburse|give ~2 money), refund* ~4 (never|not|still|hasn't|missing|weeks|months|wrong|half), (service|resort|admin|overdraft|booking|cleaning|late|statement|cancellation|hidden) (fee*|penalty|charge*), (fee|penalty|premium*|deposit|surcharge) ~4 (withheld|never|wrong|kept|held|of|on an|for a), deposit (is|was)? (still)? (withheld|being held|kept), half the amount, payments still, (took|taken|taking|helped yourselves to|stole|withdrew) ~5 (from my (card|account)|premiums|euros|dollars|money|twice), (promo|discount|voucher|coupon) ~4 (ignored|not applied|didn't|wasn't|never|doesn't), exchange rate, meter reading, quote was # ~3 (receipt|bill|invoice), (marked|my) invoice as paid, vat ~5 twice, wrong (price|amount|tariff|total), (i'm|am|was) (still)? out # (euro*|dollar*|pounds), all (four|three|five|six) were charged, (the|a|your) credit has yet, this # dollar fee, hitting my card, paying # more, was taken from my old, never owed, (paid|pay) for something I didn't, charged # , explain ~5 (fee|charge), chasing me for the same invoice, cashback would be`,
    ),
    weak: list(
      `refund*, charged, billed, fee, fees, my money, deposit, invoice, statement, overdrawn, charge, cashback, credit, reimburse*, paid`,
    ),
    unless: list(
      `is there a charge, refund came, how long does a refund, get a refund if, zero hidden fees, overcharged by mistake and put it right, free of charge, in charge, refund arrived, store credit, credit card, statement page, someone else's statement, copy of the ~3 invoice, money was back, missed meter reading`,
    ),
  },
  'price-value': {
    strong: list(
      `overpriced, (too|so|very|way too|ridiculously|extremely|more|insanely) (expensive|pricey|dear|costly), expensive (for|compared|than|and), not worth (it|the|half|what|#|my)?, (daylight)? robbery, rip off, rip-off, ripoff, poor value, bad value, no value, (put|hiked|raised|jacked|increased) (the|your|their|up|its|our)? (price*|fee*|rates|rent), (price*|tariff|rent|premium|quote|fee|rates|subscription|pricing) ~4 (up|increase*|jumped|rise*|rose|hike*|crept up|went from|doubled|tripled|skyrocket*|adjustment|unaffordable), cheaper (elsewhere|somewhere|at), unaffordable, pay* (double|more than|for premium|extra) ~3 (newcomers|get|and)?, pay more than, (a month|a night|a year|quid|dollars|euros) (for|and) (a|there|that|it|this), waste of money, # (dollars|euros|pounds|bucks|quid) for a, (portions|portion) (shrank|shrunk|tiny|small), menu got dearer, more expensive than, wanted a hundred ~3 just, (five)? pounds for a, new customers (get|pay), loyal* ~5 pay more, money grab, greedy, rates ~3 thin`,
    ),
    weak: list(`expensive, pricey, price increase, price hike, loyalty penalty, dearer, fee`),
    unless: list(`not expensive, price went down, fair price*`),
  },
  'policy-refusal': {
    strong: list(
      `(company|your|their|our|the|it's our) policy (says|is|does|doesn't|isn't|won't|wouldn't|states|and|means)?, computer says no, (refuse*|refusing) (to|a|my|an|boarding|the|us|me)?, (won't|wouldn't|will not|would not|cannot|can't|could not) (budge|refund|exchange|reimburse|compensate|make an exception|let me (cancel|return|change|leave|out)|take it back|rebook*|replace|accept (my|the) return|honour|honor|give me (a|my) (refund|money)|help because), no (refund*|exchange*|compensation|exception*|returns), terms and conditions, terms of service, (claim|appeal|application|request|warranty|return) ~2 (denied|rejected|refused|declined|void|turned down), (denied|rejected|declined) (my|our|the|because|with), exclusion, isn't covered, aren't covered, not covered, (compensation|refund|exchange|return|it) (is|was) not (possible|allowed|available), not (entitled|eligible|possible), small print, fine print, void because, nobody has the authority, (wouldn't|doesn't|won't|didn't) (let|allow) (her|him|them|me|us) (do|cancel|leave|return|change)?, sold as seen, hid behind, (not)? obliged to, red tape, bureaucra*, insist* that my late, registered letter, before they would let me, keep me in a contract, another box to reject, without compensation, end of story, legal people say, needs a police report, only offer* (a)? voucher*, voucher is all, only the shop can decide, fined me, now it's fourteen, bend it`,
    ),
    weak: list(
      `policy, rules, rule #, exception*, voucher, expired, conditions, without extra insurance, no such, refuse, system wouldn't`,
    ),
    unless: list(
      `refuses to connect, what's your policy, your cancellation process, does the policy, life insurance policy, policy number, insurance policy, policy cover, privacy policy, the policy was`,
    ),
  },
  'communication-overload': {
    strong: list(
      `spam*, (too many|so many|constant|endless|daily|relentless|non-stop|nonstop|unwanted|pushy) (email*|e-mail*|notification*|message*|text*|call*|ad|ads|advert*|pop-up*|popup*|offers|push|letters|reminders|calls|newsletters|promotion*), (marketing|promo|promotional|sales|cold|advertising|telemarketing) (email*|call*|text*|message*|letters|sms|mail|people phone), stop (texting|calling|emailing|sending|messaging|phoning|ringing|spamming), unsubscrib*, newsletter*, robocall*, telemarketer*, junk mail, (ads|adverts|ad|commercials|ad breaks) (every|before|after|longer|in|all|between|than|got|during), gambling advert, more adverts than, (bombard*|flood*|drown*) ~2 (with|in|by) ~2 (email*|offers|text*|ads|calls|messages|inbox)?, inbox is (full|drowning), leave me alone, offer after offer, push messages, push notification*, (survey|reminder) ~4 (survey|reminder), pop-ups begging, pop-up*, popups, buzzes at, leaflets, mailing list, announcements about, (# calls) ~6 from your, pushes a ~2 in my face, letters about one, get ads, cookie banner ~9 newsletter, mute the notifications, fundraiser, way too many, (begging|nagging) me to`,
    ),
    weak: list(
      `notifications, adverts, ads, ad, offers, advertising, knocked at, newsletter, upgrade`,
    ),
    unless: list(`like that you don't bombard, no pushy, don't bombard`),
  },
  'privacy-security': {
    strong: list(
      `hack*, phish*, (data|privacy|security) (breach|leak*|violation), leaked, leak of (my|our), (my|our|customer*|personal|salary) (data|details|information|number|card|account) ~4 (sold|shared|leaked|stolen|passed on|used in|exposed|visible|compromised|opened|hacked|emptied), (identity theft|stole my identity), in my name, fraudster*, scammer*, unauthori*ed (transaction*|access|payment*|purchase*|login), (someone|somebody) (opened|used|accessed|logged|else's|inside your company), someone else's (statement|bill|details|account|data|name), to another (patient|customer|person), to the wrong (person|address|email), sim swap*, gdpr, erase* ~3 data, data to be erased, personal (data|information|details), card was (used|cloned|skimmed), without my (consent|permission|knowledge), never gave you my, why does ~4 need my (contacts|location|data), camera inside, (read out|shouted) my (diagnosis|details|name), tracker, left visible, anybody with the link, profile viewed by, breach notice, after this leak, saved my number, trust you with my, password reset emails I never, (privacy settings) ~3, unknown subscriptions, to the address where he, drained my`,
    ),
    weak: list(
      `fraud*, privacy, confidential, scam*, stranger, breach, security, stolen, passwords`,
    ),
    unless: list(
      `data breach at another company, privacy policy, security at the bank is excellent, growth hack*, life hack*, card gets stolen`,
    ),
  },
  'lost-damaged': {
    strong: list(
      `(lost|mislaid|misplaced|losing|lose) (my|our|the|a|your|in transit|two|half|her|his|luggage|baggage|parcel*), (lost|missing|damaged|broken|crushed|stolen) @thing, @thing ~3 (lost|missing|crushed|damaged|smashed|soaked|torn|opened|never (arrived|made|came|turned)|vanished|stolen|gone|arrived broken|dented|cracked), (arrived|came|delivered|turned up|got it back|came back|received) ~3 (broken|damaged|smashed|shattered|crushed|torn|in pieces|dented|cracked|bent|open|empty|with a scrap*|scratched|wet|soaked|melted|chipped|ruined|with a bent), (never|didn't|did not|hasn't|not) (arrived|arrive|turned up|delivered|made it|showed up|been delivered|came), marked (as)? delivered, says delivered, gone astray, (threw|dropped|tossed|thrown) (the|my|a|it) (package|parcel|box|suitcase|over), hole (right)? through, (smashed|shattered|dented|crushed|scraped|scratched|soaked) (to|my|the|on|under|bumper|in)?, (vanished|disappeared|missing|lost) (in transit|on arrival|altogether|from my), stolen from, (are|is) still missing, was missing (altogether)?, half of the (pallet|order) missing, missing item*, (cracked|damaged|ruined|broke) (the|my|our) (headboard|wall|door|floor|car|sofa|piano|furniture|bag), and ruined, (mugs|glasses|plates|cups) was chipped, lost in (the post|transit), thawed, lost property, lost order, where my parcel is, shrank # shirts, was bent`,
    ),
    weak: list(`lost, damaged, smashed, missing, stolen, torn, courier, in pieces, dent*, parcel`),
    unless: list(
      `thought my bag was lost, lost (count|my temper|patience|interest|trust|faith|hope|track), a lost card, horror stories, accidental damage, damaged goods, lost for words, still hasn't arrived yet from`,
    ),
  },
  'cleanliness-safety': {
    strong: list(
      `filthy, dirty, unhygienic, mould*, mold*, mouldy, cockroach*, bed bugs, bedbugs, rats, rat, mouse, mice, droppings, vermin, insects, slug, hair in (my|the), food poisoning, (revolting|disgusting|dirty|filthy|smelly) (toilet*|room*|bathroom*|sheets|table*|kitchen|carpet*|floor*|seats), (toilets|toilet|bathroom|sheets|room|carriage|carpet|table|towels|floor) ~5 (revolting|filthy|dirty|stain*|disgusting|stank|stinks|sticky|smell*|unclean), stains, blood on, raw (in|chicken), (chicken|meat|pork|burger) was raw, undercooked, (slipped|fell|tripped) ~3 (on|over) ~3 (floor|stair*|ice|wet), wet floor, exposed (wires|wiring), seat belt ~6 (didn't|broken|missing|doesn't), (was|were) texting (at|while), smoking next, dangerous, danger, unsafe, hazard*, caught fire, on fire, sparked, electric shock, broken stair rail, injur*, didn't change gloves, needle in, got sick, made (me|us|him|her) (ill|sick), vomit*, out of date, past (its|the) (date|expiry), stinks, reeked, reeks, sticky, litter, gritted, chipped a tooth, rotten, wheelchair met, burned (my|her|his), choking, safety (risk|hazard|issue|concern), opens by itself, allergy note, speeding`,
    ),
    weak: list(`stain*, smell*, unclean, safety, hygiene, yesterday somebody fell, bites`),
    unless: list(`spotless, smells of burning plastic, dirty trick*`),
  },
  usability: {
    strong: list(
      `(can't|cannot|couldn't|could not|impossible to|unable to|hard to|never|no idea where to) find (where|the|out|how|a way|my|an|it|unsubscribe|anything)?, confusing, (hard|difficult|impossible|complicated|tricky|awkward|clunky) to (use|navigate|read|understand|find|figure), not (user friendly|user-friendly|intuitive|clear), unintuitive, counterintuitive, convoluted, complicated (process|app|site|website|form|menu)?, (layout|menu|design|interface|redesign|navigation|form|page|signage|instructions) (is|are)? ~4 (maze|mess|terrible|awful|confusing|poor|tiny|worse|unusable|hieroglyphs|wiped), a maze, (app|site|website|page|form|portal|system|interface) ~3 (useless|confusing|clunky|nightmare|difficult|complicated|unusable|hard|unfriendly|badly designed|mess), who designed, redesign, screen reader, (text|font|type) (so|too|is)? (tiny|small), tiny type, (round|around) in circles, # (screens|clicks|steps) to, pre-ticked, wouldn't accept my, (can't|couldn't|cannot) (work|figure) out, no idea how to, date picker, (times|timed) out (before|while), makes you enter, makes (you|me) (enter|type|click|fill), search never finds, picked the wrong, which plan I'm on, takes ten tries, (buried|hidden) (six|deep|in|under|#), wish the (filters|app|menu|button) ~3, easier to find, step nine, degree in engineering, save button doesn't, (demands|requires) a barcode, every menu, to get the pin you, closing the cookie, is pre-ticked, kiosks, always have to (close|click|dismiss)`,
    ),
    weak: list(
      `clunky, menu, clicked through, too many (steps|clicks|screens), layout, design, portal, takes longer than, find the, forgets my`,
    ),
    unless: list(
      `easy to use, dead easy, can't find (a)? better, couldn't find anything wrong, difficult to fault`,
    ),
  },
  'cancellation-change': {
    strong: list(
      `(you|they|airline|clinic|hotel|shop|company|driver|restaurant|lab|seller|hospital|@staff) (just|have|has|had|suddenly|then)? (cancelled|canceled|postponed|rescheduled|moved|changed|swapped|switched|scrapped|called off|skipped|gave away|removed|reseated|overbooked), (accepted)? then (cancelled|canceled), (flight|order|appointment|booking|reservation|concert|event|surgery|trip|train|course|tour|delivery|visit|slot|show|class|ride|operation|table) ~4 (cancelled|canceled|postponed|rescheduled|called off|moved|axed|dropped|pulled|scrapped|vanished|disappeared|bumped|changed|simply isn't there), (cancelled|canceled) (on me|my|our|at the last|last minute|again|three|without|due to|hours|the day|an hour|by), last-minute cancel*, last minute (cancel*|change*), has been (cancelled|canceled|moved|postponed), (been)? cancelled ~3 (running|again|without), overbook*, double-booked, got bumped, gate changed, schedule change, without asking me, (been)? rebooked on me, reseated, moved for the, gave away (our|my), changed (my|the|our) (booking|date|plan|appointment|seat*|flight|time), no new date, axed, took me off ~3 list, itinerary may change, swapped my, disappeared from the board, wrongly cancelled`,
    ),
    weak: list(`cancelled, canceled, rescheduled, postponed, called off, changed`),
    unless: list(
      `(I|i've|i have|we|we've) (just)? (cancelled|canceled|changed|moved), how do I cancel, cancellation (process|penalty|fee), changed my (phone|mind|address|number), because my plans changed, changed (my mind|gloves|the email), (I'd|i would) like to (cancel|move), changed the email on my, didn't change`,
    ),
  },
};
