import { z } from 'zod';
import { CHANNELS, IDENTITY_TYPES } from './feedback.ts';
import { ROOT_CAUSES } from './root-cause.ts';
import { SEVERITIES } from './severity.ts';

const duration = z
  .string()
  .regex(
    /^P(?=\w)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'must be an ISO 8601 duration, e.g. PT30M or P2D',
  );
const severityTable = <T extends z.ZodType>(value: T) =>
  z.object({ low: value, medium: value, high: value, critical: value });
const clockTimes = z.object({ acknowledge: duration, promise: duration, deliver: duration });

/** One rung: so long after the missed clock ran out, this person hears of it. */
const rung = z.object({
  after: duration,
  to: z
    .string()
    .regex(
      /^(owner|supervisor|fallback|owner:[\w.@-]+|team:[\w.@-]+)$/,
      'must be owner, supervisor, fallback, owner:<id> or team:<name>',
    ),
});

/** First match assigns; an empty condition matches everything. */
const route = z.object({
  name: z.string().min(1),
  when: z
    .object({
      causes: z.array(z.enum(ROOT_CAUSES)).optional(),
      severities: z.array(z.enum(SEVERITIES)).optional(),
      channels: z.array(z.enum(CHANNELS)).optional(),
      touchpoints: z.array(z.string()).optional(),
      languages: z.array(z.string()).optional(),
      regions: z.array(z.string()).optional(),
      accounts: z.array(z.string()).optional(),
      minimumRevenueShare: z.number().min(0).max(1).optional(),
      /** In multiples of `value.highPerMonth` of the customer's currency. */
      minimumValue: z.number().min(0).optional(),
    })
    .default({}),
  assign: z.union([z.object({ owner: z.string() }), z.object({ team: z.string() })]),
});

const causeWeight = z.object({
  /** Points that a grievance with this cause adds to the severity. */
  points: z.number(),
  /** Among several causes of one touch the lowest rank is the root and the others are its symptoms. */
  rank: z.number().int(),
});

/** Another company that customers may go to. */
const competitor = z.object({
  name: z.string().min(2).max(80),
  /** Other spellings, short forms and other scripts; all of them are told as `name`. */
  otherNames: z.array(z.string().min(2).max(80)).max(20).default([]),
});

/** As customers write it; `*` stands for any ending. */
const word = z
  .string()
  .max(60)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}' *-]*$/u,
    "must be words of letters, figures, ' and -, with * for any ending",
  );

/** Everything a customer-experience team may turn: one file, validated, versioned. */
export const policy = z.object({
  version: z.string().default('built-in'),
  thresholds: z
    .object({ medium: z.number(), high: z.number(), critical: z.number() })
    .default({ medium: 25, high: 45, critical: 70 }),
  causes: z.record(z.enum(ROOT_CAUSES), causeWeight).default({
    'staff-conduct': { points: 30, rank: 1 },
    'privacy-security': { points: 30, rank: 2 },
    'cleanliness-safety': { points: 12, rank: 9 },
    'handoff-disconnect': { points: 14, rank: 3 },
    'communication-overload': { points: 12, rank: 4 },
    'billing-amount': { points: 14, rank: 5 },
    'lost-damaged': { points: 14, rank: 6 },
    'product-defect': { points: 12, rank: 7 },
    'no-human-reachable': { points: 14, rank: 8 },
    'policy-refusal': { points: 12, rank: 10 },
    'cancellation-change': { points: 12, rank: 11 },
    usability: { points: 6, rank: 12 },
    'price-value': { points: 8, rank: 13 },
    'outage-access': { points: 16, rank: 14 },
    'broken-promise': { points: 12, rank: 15 },
    'delay-waiting': { points: 8, rank: 16 },
    'repeat-contact': { points: 0, rank: 17 },
    other: { points: 2, rank: 18 },
  }),
  points: z
    .object({
      /** A detractor's score: from the least unhappy to the worst on its scale. */
      scoreLeast: z.number(),
      scoreWorst: z.number(),
      /** Full negative sentiment; scaled by how far it is above neutral. */
      sentiment: z.number(),
      /** Share of sentiment and causes that counts where it was not said to us: a post or review without a score. */
      notToUs: z.number().min(0).max(1),
      churnRisk: z.number(),
      churnStated: z.number(),
      exposureThreatened: z.number(),
      exposurePublic: z.number(),
      /** Asks for a manager, the board or the head office, or writes to them. */
      escalationAsked: z.number().default(6),
      /** On top of leaving, or thinking of it, where the company is named that they would go to. */
      competitorNamed: z.number().default(6),
      /** At most: an amount at least ten times another one named in the grievance. */
      amountAnomaly: z.number(),
      /** Second, third, fourth … contact of one grievance. */
      repeatContacts: z.array(z.number()).min(1),
      /** On top where the contact before was within a day. */
      repeatWithinADay: z.number(),
      passedPromise: z.number(),
      passedPromisesAtMost: z.number(),
      value: z.number(),
      lifetime: z.number(),
      revenueShare: z.number(),
      renewal: z.number(),
      friction: z.number(),
      frictionAtMost: z.number(),
      effort: z.number(),
      solved: z.number(),
      renewed: z.number(),
    })
    .default({
      scoreLeast: 8,
      scoreWorst: 40,
      sentiment: 16,
      notToUs: 0.7,
      churnRisk: 14,
      churnStated: 30,
      exposureThreatened: 12,
      exposurePublic: 16,
      escalationAsked: 6,
      competitorNamed: 6,
      amountAnomaly: 24,
      repeatContacts: [8, 26, 28, 30],
      repeatWithinADay: 8,
      passedPromise: 14,
      passedPromisesAtMost: 30,
      value: 10,
      lifetime: 6,
      revenueShare: 24,
      renewal: 16,
      friction: 5,
      frictionAtMost: 15,
      effort: 6,
      solved: -10,
      renewed: -40,
    }),
  value: z
    .object({
      /** What counts as a high value a month, by currency; an unknown currency adds no points and is said. */
      highPerMonth: z.record(z.string(), z.number().positive()),
      /** In months of a high value: 120 is ten years of it. */
      highLifetime: z.number().positive(),
      highRevenueShare: z.number().positive(),
    })
    .default({
      highPerMonth: {
        USD: 150,
        EUR: 140,
        GBP: 120,
        PLN: 600,
        RUB: 12000,
        THB: 5000,
        SAR: 560,
        AED: 550,
        EGP: 7000,
        UAH: 6000,
        TRY: 5000,
        INR: 12000,
        JPY: 22000,
        CNY: 1000,
        BRL: 800,
        IDR: 2400000,
      },
      highLifetime: 120,
      highRevenueShare: 0.08,
    }),
  renewal: z
    .object({ nearDays: z.number().int(), riskDays: z.number().int() })
    .default({ nearDays: 30, riskDays: 120 }),
  friction: z.object({ halfLifeDays: z.number().positive() }).default({ halfLifeDays: 45 }),
  grievance: z
    .object({
      accountDays: z.number().int(),
      contactDays: z.number().int(),
      reopenDays: z.number().int(),
    })
    .default({ accountDays: 30, contactDays: 90, reopenDays: 30 }),
  clocks: z
    .object({ staff: severityTable(clockTimes), customer: severityTable(clockTimes) })
    .default({
      staff: {
        critical: { acknowledge: 'PT15M', promise: 'PT1H', deliver: 'PT4H' },
        high: { acknowledge: 'PT1H', promise: 'PT4H', deliver: 'P1D' },
        medium: { acknowledge: 'PT4H', promise: 'P1D', deliver: 'P3D' },
        low: { acknowledge: 'P1D', promise: 'P3D', deliver: 'P7D' },
      },
      customer: {
        critical: { acknowledge: 'PT1H', promise: 'PT4H', deliver: 'P1D' },
        high: { acknowledge: 'PT4H', promise: 'P1D', deliver: 'P2D' },
        medium: { acknowledge: 'P1D', promise: 'P2D', deliver: 'P5D' },
        low: { acknowledge: 'P2D', promise: 'P5D', deliver: 'P10D' },
      },
    }),
  ladder: z
    .array(rung)
    .min(1)
    .default([
      { after: 'PT0S', to: 'owner' },
      { after: 'PT30M', to: 'supervisor' },
      { after: 'PT4H', to: 'fallback' },
    ]),
  /** How long a delivered task may wait for its resolution before the ladder goes on. */
  resolveWithin: duration.default('P2D'),
  routes: z.array(route).default([]),
  /** Who gets what no route claims, and the ladder's last resort. Absent: the present owner with the fewest open tasks. */
  fallbackOwner: z.string().optional(),
  settling: z
    .object({
      standard: duration,
      channels: z.partialRecord(z.enum(CHANNELS), duration),
      sources: z.record(z.string(), duration),
    })
    .default({ standard: 'PT0S', channels: { survey: 'PT3M' }, sources: { samples: 'PT0S' } }),
  /** Most mails to one owner in an hour; beyond it the rest comes as one digest. */
  mailsPerOwnerAndHour: z.number().int().min(1).default(12),
  /** An identity seen under more names than this stops joining. */
  namesPerIdentity: z.number().int().min(1).default(5),
  /** Identity types that may join two profiles on their own when both are verified. */
  joining: z.array(z.enum(IDENTITY_TYPES)).default(['crm', 'email', 'phone']),
  /** Companies to listen for, wherever they stand in a text. */
  competitors: z.array(competitor).max(200).default([]),
  /** Words for touchpoints, beside those that ship: touchpoint → language (ISO 639-1) → words. */
  touchpointWords: z
    .record(
      z.string().min(1).max(60),
      z.record(
        z.string().regex(/^[a-z]{2,3}$/, 'must be a language, e.g. pl'),
        z.array(word).max(100),
      ),
    )
    .default({}),
  /** Who hears of trouble with Redress itself, and from when on it is trouble. */
  ops: z
    .object({
      /** Nobody is mailed where there is none. */
      addresses: z.array(z.email()).max(50).default([]),
      /** So many dead letters that nobody was told of. */
      deadLetters: z.number().int().min(1).default(1),
      /** A stage is behind and did not catch up for so long. */
      lagMinutes: z.number().min(1).default(10),
      /** Something committed waits for so long to go out. */
      relaySilentMinutes: z.number().min(1).default(5),
    })
    .default({ addresses: [], deadLetters: 1, lagMinutes: 10, relaySilentMinutes: 5 }),
});
export type Policy = z.infer<typeof policy>;

/** The policy that ships. */
export const DEFAULT_POLICY: Policy = policy.parse({});
