import type { SentimentLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const sentiment: SentimentLexicon = {
  weights: [
    [
      -3,
      list(
        `terrible, horrible, awful, horrendous, appalling, disgust*, atrocious, abysmal, worst, hate*, scam*, fraud*, thieves, thief, robbery, theft, criminal*, outrag*, unacceptable, disgrace*, shame on, shameful, pathetic, useless, garbage, junk, how many (more)? times, how much longer, how often (do|must|should) (I|we), how long (must|should|do) (I|we) ~1 (wait|keep), where is my (money|refund), where's my (money|refund), where (on earth|the hell), is there (even)? (a|any) (single|real|living|actual|human), crap*, shit*, bullshit, fuck*, sucks, suck, nightmare, furious, livid, rip off, ripoff, ripped off, revolting, vile, filthy, never again, joke of a, a joke, laughing stock, despicable, insult*, humiliat*, harass*, trash, rubbish, stay away, avoid this, waste of (money|time|space), unbearable, disaster*, hopeless, dishonest, fuming, gobsmacked, beyond a joke, sick and tired, wits' end, at the end of my tether, had it with, worst ever, cowboys, sharp practice, (taking|take|took) the (mick|piss|mickey), not fit for purpose, third rate, third class, third-rate, mental (harassment|torture|agony), looting, looted, fleece*, cheating (customers|people|us), pathetic*, horrid, shambolic, diabolical, dire, woeful, what a (waste|disgrace|nightmare|mess|shame|con), con artists, liar*, incompeten*`,
      ),
    ],
    [
      -2,
      list(
        `bad, badly, poor, poorly, rude, angry, annoyed, annoying, irritat*, frustrat*, disappoint*, unhappy, upset*, broken, broke, faulty, defect*, dirty, stink*, stinks, smelly, cold food, wrong*, fail*, unreliable, unfair, ridiculous, absurd, stupid, idiot*, incompetence, lie, lies, lied, lying, mislead*, misled, ruined, spoiled, destroyed, damaged, lost, stolen, cracked, dead, hacked, leak*, overpriced, expensive, slow, late, delay*, cancelled on, ignored, ignore*, ignoring, refuse*, reject*, denied, terribly, worse, sick, ill, pain*, unusable, uncomfortable, unprofessional, clueless, sloppy, careless, cheat*, unsafe, dangerous, mess, messy, boring, waste*, regret*, sadly, unfortunately, crash*, freez*, stuck, problem*, complain*, nonsense, shocking, shocked, exhausting, fed up, sick of, tired of, had enough, not worth, worthless, inedible, tasteless, bland, stale, mould*, mold*, gross, nasty, lousy, mediocre, dread, insane, smirk*, sneer*, shrug*, fobbed off, mis-sold, missold, mis-selling, shoddy, left in the lurch, left (us|me) (stranded|hanging|waiting|stuck|without), in limbo, screwed up, messed up, mucked up, botched, substandard, sub-standard, subpar, below par, not up to (scratch|standard|the mark), headache, hard luck, bad experience, poor (service|experience), in vain, to no avail, no avail, pointless, refus*, unjust, unreasonable, unfairly, unkind, unwelcome, not (helpful|friendly|working|impressed|satisfied|pleased|acceptable|professional|good|great|fun|funny|the first time|worth), nobody (told|warned|bothered|helped|came|knows), no one (told|warned|bothered|helped|came|knows), no (apology|explanation|warning|notice|idea), without (warning|explanation|an explanation|asking|any explanation), pretend*, excuses, excuse after excuse, fault*, dodgy, iffy, rubbishy, naff, grim, grotty, scary, frightening, terrified, scared, worrying, inconvenien*, chaos, chaotic, unorgani*ed, disorgani*ed, unacceptably, overcrowded, rip-offs, enraged, irate, vexed, infuriat*, aggravat*, exasperat*, demand*, (been|still|went|goes|completely|totally|again) down, (can't|cannot) work, standstill, stand idle, standing idle, losing (money|business|customers|orders), dismissive*, yell*, shout*, swore, hung up, smelled of, smelt of, stained, mouldy, cut off, let down, let me down, let us down, what a (way|shambles|farce), shambles, farce, suffer*, no (help|use|respect|manners), disgruntled, dissatisf*, not acceptable, not good enough, not ok, not okay, not right, not fair, nobody cares, no one cares, seriously, enough is enough, thanks for nothing, give up, gave up, wasted, rip-off, dreadful, ghastly, appalled, cheated, duped, conned, misbehav*, greedy, gone downhill, not happy, unhelpful, uncaring, pathetic, struggl*, hassle, painful, tiring, sad, tears, crying, ashamed, embarrass*, bugs, glitch*, buggy, overcharg*, too expensive, half the price`,
      ),
    ],
    [
      -1,
      list(
        `issue*, error*, missing, problem, confus*, difficult*, hard to, complicated, awkward, lack*, noisy, loud, small, tiny, old, outdated, dated, tired, unable, can't, cannot, couldn't, won't, doesn't work, didn't work, not working, never, nobody, no one, still waiting, still no, still not, waiting, mistake*, unclear, concern*, worried, worry, worse than, trouble*, nuisance, weak, thin, cheap quality, too (long|much|many|small|big|loud|slow|late), unanswered, withheld, ugly, bother*, disagree*, doubt*, sorry, shame, pity, however long, ages, forever`,
      ),
    ],
    [
      1,
      list(
        `ok, okay, fine, decent, nice, friendly, clean, easy, quick*, fast, fresh, fair, helpful, useful, handy, works, working well, smooth*, patient, gentle, honest, handled, listens, explains, explained everything, exactly (as|what|when), dealt with, no (damage|crashes|errors|trouble), can't rate, neither good nor bad, within # days, one piece, in and out, put right, put it right, like, liked, likes, comfortable, comfy, polite, kind, kindly, kinder, reasonable, affordable, convenient, clear, safe, interesting, fun, cool, cute, early, on time, solved, sorted, fixed, resolved, hot and, good value, thank*, thanks, thx, cheers, hope*, appreciate*, pleased, worth, correct, better, free, spotless`,
      ),
    ],
    [
      2,
      list(
        `good, great, well done, happy, lovely, love, loved, loves, enjoy*, recommend*, impress*, pleasant*, delicious, tasty, beautiful*, professional, attentive, satisf*, reliable, glad, grateful, brilliant, fab, superb, efficient*, courteous, welcoming, bargain, thrilled, delight*, generous, worth every, no trouble, no problem*, no complaint*, no (fuss|hassle|nonsense|stress|drama|surprises|surprise costs|delays|issues|problems|queue|waiting), never (had)? (a)? (single)? (problem|outage|issue), not expensive, never (rushes|rushed|rude), without a hitch, nothing but praise, more than happy, impressed, well handled, handled well, in the end it worked, can't complain, couldn't fault, can't fault, without a hitch, not bad, five stars, 5 stars, seamless, refreshing*, star, hats off, kudos, lifesaver, gem`,
      ),
    ],
    [
      3,
      list(
        `excellent, amazing, awesome, fantastic, wonderful*, outstanding, perfect*, best, exceptional, incredible, fabulous, phenomenal, magnificent, flawless*, stunning, couldn't be happier, could not have been (kinder|better|happier), thanks a million, second to none, raved, above and beyond, top notch, first class, hands down`,
      ),
    ],
  ],
  negators: list(
    `not, no, never, isn't, wasn't, aren't, weren't, don't, doesn't, didn't, can't, cannot, couldn't, won't, wouldn't, hardly, barely, without, nothing, neither, nor, none, far from, anything but, lack of, zero, ain't, haven't, hasn't`,
  ),
  absence: list(
    `no, zero, without, without any, never had, never had (a|an|any|one), never (a|any), not a single, not one, no more, not any, haven't had (a|any), hasn't been (a|any), free of, instead of, not, isn't, wasn't, aren't, expecting a, thought, nobody, refreshingly`,
  ),
  intensifiers: list(
    `very, really, so, extremely, absolutely, totally, completely, utterly, incredibly, truly, highly, super, too, such, damn, bloody, fucking, most, deeply, seriously, beyond, plain, flat out`,
  ),
  softeners: list(
    `a bit, a little, a tad, slightly, somewhat, kind of, sort of, rather, fairly, a touch, a little bit, mildly, minor, not ideal`,
  ),
  contrast: list(`but, however, although, though, yet, unfortunately, nevertheless, except`),
};
