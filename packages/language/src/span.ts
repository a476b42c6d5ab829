/** A stretch of the normalised text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A list of patterns that can be looked for in a text. */
export interface Expression {
  /** Every place in `text` where one of the patterns matches, first to last, none in another: of those at one place the pattern that stands first. */
  readonly spansIn: (text: string) => readonly Span[];
}

/** Every place in `text` where the expression matches, first to last. */
export function findSpans(expression: Expression | null, text: string): readonly Span[] {
  return expression === null ? [] : expression.spansIn(text);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
