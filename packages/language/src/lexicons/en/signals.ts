import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const churn: LanguageLexicon['churn'] = {
  stated: list(
    `(i've|i have|we've|we have|have|just|already) (cancelled|canceled|left|switched|closed|terminated|deleted the app|moved), (I|we) (cancelled|canceled|terminated|quit) (my|our|the) (subscription|contract|account|membership|plan|service|agency|policy), cancel (my|our|the|this) (subscription|account|membership|contract|service|plan|policy) (now|immediately|today|please|entirely|completely)?, want to (cancel|close|leave|terminate), (close|closing|closed) (my|our|the) (card and the)? account*, switch* to (your|a|another) (competitor*|rival|provider|company|bank), (went|gone|moved|switched|signed up|signed) (over)? (to|with) (a|your|another|the) (competitor*|rival|other), ported ~4 out, moved my (savings|money|account|pension|custom), I left anyway, so I left, (deleted|removed|uninstalled) (the|your|my|whole)? ~2 (app|account|thing), never (again|book*|use*|buy*|order*|come*|shop*) ~3 (again|through you|with you|from you|here)?, ^ moved $, handed in my, bought (it)? (a rival|on another|elsewhere|from another), found another, took my custom, took ~4 back and bought, gave up and (switched|bought), will never ~4 (again|back), we terminated, bought it on another site, transfer form is already signed, emptied it on, go elsewhere for, won't be (back|returning|renewing), not renewing, last time I (use|buy|order|fly|shop)`,
  ),
  risk: list(
    `(thinking|think|thought|considering|consider) (of|about)? (leaving|cancelling|canceling|switching|moving|cancel|to leave|to switch), (might|may|could) (leave|cancel|switch|go back to|look elsewhere), (looking|look|shop|shopping) (around|elsewhere|at alternatives|for alternatives|for another|for other), rethinking, (comparing|compare) (deals|offers|prices), i'm off to, i'll (be)? (taking|take|using|use) ~4 (elsewhere|another), taking my ~4 elsewhere, will be (using|moving|taking) ~4 (another|elsewhere|business), eyeing the exit, not sure I want to (keep|stay), doubt I'll be back, next one will be someone else's, there are other (banks|shops|companies|providers), why we stay, draw your own conclusions, (one more|last) (chance|time) ~6, one more ~6 and (I'm|we'll|I'll|i am|we are), done trusting, (don't|do not) trust you ~5 any (longer|more), reason* to (leave|switch|stay), tempted to (leave|switch|cancel), don't be surprised when my direct debit, leaving takes, about to (leave|cancel|switch), i'll be using another, if ~9 (i'm leaving|we're leaving|I will leave|I will cancel|I'll cancel|we will be moving), might go back to, in a contract at an address`,
  ),
  unless: list(
    `how (do|can) I cancel, wouldn't dream of leaving, (flight|order|appointment) ~2 cancelled, never had, keep me in a contract, one more time please, I cancelled my own, never again (had|a problem), leaving takes a registered`,
  ),
};

export const exposure: LanguageLexicon['exposure'] = {
  public: list(
    `(posted|shared|published|tweeted|put) (it|this|about it|the video|everything|a video|my story)? (on|to|online|everywhere) ~2 (twitter|facebook|tiktok|instagram|youtube|social media|online|linkedin|internet|reddit)?, gone viral, went viral, is viral, going viral, (recorded|filmed|interview*) ~4 (tv|television|news|newspaper|journalist|radio), (tv|television|newspaper|radio|news) ~5 (ran|aired|published|story is out|already), already (online|circulating|in the news), left a (review|one star) (on|everywhere)`,
  ),
  threatened: list(
    `(my|a|our|to|see|contact* a|get a|talk* to a) (lawyer*|solicitor*|attorney*), lawyers next, (legal action|take you to court|see you in court|small claims|sue you|suing|going to sue|lawsuit), (ombudsman|regulator|trading standards|consumer protection|better business bureau|bbb|financial authority|data protection authority|ofcom|fca|cfpb), (go|going|went|talk|speak|write|take it|turn) ~3 (to|with) ~2 (press|media|newspaper*|tv|television|journalist*|news), (take|taking) (this|it) (elsewhere|further|public|higher), (post|posting|share|tell*|write) ~3 (on|all over) (twitter|facebook|tiktok|social media|instagram|youtube), going public, tell* everyone I know, everyone will know, report you to, file a complaint with`,
  ),
  unless: list(`taking this elsewhere for lunch`),
};

export const recovery: LanguageLexicon['recovery'] = {
  solved: list(
    `(refund|money|credit|payment) (has|was|finally|just|is)? (finally|now)? (arrived|came through|received|back the same day|credited|landed|processed), (got|received|have) (my|the) (refund|money) (back)?, (works|working|up) again, (now|all|everything|it) (works|is working|sorted|fixed|solved|resolved), (problem|issue|fault|matter|it) (is|was|has been|got) (finally|now|quickly)? (solved|resolved|fixed|sorted|settled), fixed (it|the|my) ~3 (first|quickly|promptly|same day)?, sorted (there and then|it out|out), put it right, thank you for (fixing|solving|sorting|resolving), back online, was settled, had me back in`,
  ),
  renewed: list(
    `(we|I) (will|are going to|have decided to|decided to|'ll|have|just)? (renew|renewed|renewing|extend|extended|staying|stay with you|continue with you), we'll renew, (renew|extend) (the|our|my) (contract|subscription|membership|agreement) ~4 (because|thanks|for another)?`,
  ),
  unless: list(
    `(not|never|still not|hasn't|isn't|won't|not been|when|if|until|unless) ~3 (works|working|fixed|solved|resolved|sorted|renew|refunded|arrived|received|renewing), (not|won't|will not) renew*, stay with you ~2 if, where's my refund, supposed to renew, ticket closed, renewal`,
  ),
};
