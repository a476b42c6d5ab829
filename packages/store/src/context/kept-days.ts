/** How far back decisions look; as long as feedback is kept. */
export const KEPT_DAYS = 400;
