import type { Words } from '../words-source.ts';

/** What stands around another company's name in one language. */
export interface CompetitorWords {
  /** Directly before a name: "switch to", "your competitor". */
  readonly before: Words;
  /** Before a place as well as a company: "going to"; one of `context` must stand in the sentence. */
  readonly mayBePlace: Words;
  readonly context: Words;
  /** Directly after a name: "offers the same", "is cheaper". */
  readonly after: Words;
  /** Between the words before and the name: "the", "a company called". */
  readonly between: Words;
  /** Capitalised, but no company: days, months, languages, ways to pay, what starts a sentence. */
  readonly notNames: Words;
  /** What may be glued to the start of a listed name. */
  readonly prefix?: Words;
}

/** In a name, it is one of a company and not of a place. */
export const COMPANY_WORDS: Words =
  'bank*|банк*|mobile|telecom|telekom|energy|energia|airlines|airways|insurance|ubezpieczenia|телеком|мобайл|страхование|express|logistics|hotels|media|net|store|shop|pay|такси|taxi|air|fibre|fiber|broadband';

/** Capitalised in many languages, but no company to go to. */
export const NEVER_NAMES: Words =
  'premium|basic|plus|pro|business|vip|gold|silver|standard|direct debit|pdf|english|wifi|wi-fi|android|ios|iphone|windows|email|e-mail|sms|usd|eur|pln|gbp|rub|thb|sar|aed|lte|4g|5g|qr|pin|blik|visa|mastercard|usb|ok|faq|dsl|gmail|excel|chrome|linux|mac|macos|bluetooth|hd|4k|esim|sim|euro|online|internet|it|hr|tv|sepa|swift|iban|whatsapp|gdpr|rodo|uodo|uokik|knf|rpo|kyc|sla';
