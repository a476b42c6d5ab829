/** The root causes that ship; a policy may name them in its own words, the ids stay. */
export const ROOT_CAUSES = [
  'broken-promise',
  'delay-waiting',
  'handoff-disconnect',
  'repeat-contact',
  'no-human-reachable',
  'staff-conduct',
  'product-defect',
  'outage-access',
  'billing-amount',
  'price-value',
  'policy-refusal',
  'communication-overload',
  'privacy-security',
  'lost-damaged',
  'cleanliness-safety',
  'usability',
  'cancellation-change',
  'other',
] as const;

export type RootCause = (typeof ROOT_CAUSES)[number];
