/** From least to worst. */
export const CHURN_ORDER = ['none', 'risk', 'stated'] as const;
export const EXPOSURE_ORDER = ['none', 'threatened', 'public'] as const;
