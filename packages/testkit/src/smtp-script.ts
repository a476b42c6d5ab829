/** Where in a conversation something can go wrong; `message` is after the dot that ends the mail. */
export type SmtpPhase = 'connect' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'message';

/**
 * What goes wrong there:
 * - answer: this code instead of the usual one; 421 closes the connection too.
 * - hang: nothing is said any more, the connection stands.
 * - drip: the usual answer, a byte every so many milliseconds.
 * - close: the connection is torn down; at `data` in the middle of the mail, at `message` before the answer, the mail not taken.
 * - take-and-close: the mail is taken and the connection torn down before the 250 (at `message` alone).
 */
export type SmtpFault =
  | { readonly kind: 'answer'; readonly code: number; readonly text?: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'take-and-close' };

export interface SmtpRule {
  readonly at: SmtpPhase;
  /** Recipients it is about; before the first of them is known only rules without this hold. Absent: everybody. */
  readonly to?: RegExp;
  /** So often, for each recipient where `to` is given; then it is over. Absent: for ever. */
  readonly times?: number;
  readonly fault: SmtpFault;
}

/** The faults that are in force; what was used up stays so until new rules are set. */
export interface SmtpScript {
  set(rules: readonly SmtpRule[]): void;
  /** What goes wrong at this point, and counts it; null where all is well. `recipients`: those of the mail so far, the newest last. */
  next(at: SmtpPhase, recipients: readonly string[]): SmtpFault | null;
}

/** A script without faults. */
export function createSmtpScript(): SmtpScript {
  let rules: readonly SmtpRule[] = [];
  let used = new Map<string, number>();
  return {
    set(next) {
      rules = next;
      used = new Map();
    },
    next(at, recipients) {
      // At RCPT each recipient is asked about alone, afterwards the mail as a whole.
      const asked = at === 'rcpt' ? recipients.slice(-1) : recipients;
      for (const [index, rule] of rules.entries()) {
        if (rule.at !== at) continue;
        const { to } = rule;
        const whose = to === undefined ? '' : asked.find((recipient) => to.test(recipient));
        if (whose === undefined) continue;
        const name = `${String(index)} ${whose}`;
        const before = used.get(name) ?? 0;
        if (rule.times !== undefined && before >= rule.times) continue;
        used.set(name, before + 1);
        return rule.fault;
      }
      return null;
    },
  };
}
