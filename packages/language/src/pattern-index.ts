import { GluedLetters } from './glued-letters.ts';
import type { Listed } from './letter-tree.ts';
import { LetterTree } from './letter-tree.ts';
import { normalise } from './normalise.ts';
import type { Notation, PatternContext } from './pattern.ts';
import { notationOf, STEM } from './pattern.ts';
import type { Need } from './pattern-shape.ts';
import { ShapeReader } from './pattern-shape.ts';
import { Readings } from './readings.ts';
import type { SinglePattern } from './single-pattern.ts';
import { NONE, singlePattern } from './single-pattern.ts';
import type { Expression, Span } from './span.ts';
import { isWord } from './word-characters.ts';

/** What one pass over a text found for an expression: the places worth a try, and once it was asked for, its spans. */
interface Found {
  readonly places: number[];
  spans: readonly Span[] | null;
}

type Reading = Map<number, Found>;

const NO_SPANS: readonly Span[] = [];
const FAR = 2 ** 30;
/** The first part is near everywhere: a need for patterns that need nothing. */
const ALWAYS = 0;
const LISTED = 3;
// a place is a number: where, behind which glued letters, which pattern; so that the order of trying is the order of numbers
const MOST_PATTERNS = 2 ** 16;
const MOST_GLUED = 2 ** 6;
const PER_CHARACTER = MOST_PATTERNS * MOST_GLUED;

/**
 * All patterns of a lexicon by the letters they start with. One pass over a text finds, for every expression, the few places where one of its patterns
 * can match: its start is there and its further words stand near enough behind. Only there it is tried. The answer is that of one regular expression
 * with all patterns as alternatives.
 */
export class PatternIndex {
  readonly #context: PatternContext;
  readonly #notation: Notation;
  readonly #shapes: ShapeReader;
  readonly #glued: GluedLetters;
  readonly #readings = new Readings<Reading>((text) => this.#read(text));
  readonly #tree = new LetterTree();
  /** Patterns whose start cannot be told, as in `Listed`. */
  readonly #anywhere: number[] = [];
  readonly #expressions: SinglePattern[][] = [];
  /** By number of the shape. */
  readonly #expressionOf: number[] = [];
  readonly #orderOf: number[] = [];
  /** The part and within how many characters, for each further need after the first. */
  readonly #needsOf: (readonly number[])[] = [];
  readonly #parts = new Map<string, number>([['', ALWAYS]]);
  // used again by every pass
  #nearest = new Int32Array(0);
  readonly #listed: Listed[] = [];

  constructor(context: PatternContext) {
    this.#context = context;
    this.#notation = notationOf(context);
    this.#shapes = new ShapeReader(context);
    this.#glued = new GluedLetters(context.spaced ? (context.prefixes ?? []) : []);
  }

  /** An expression of these patterns; null where there are none. */
  add(patterns: readonly string[]): Expression | null {
    if (patterns.length === 0) return null;
    const sources = patterns.map((pattern) => normalise(pattern).text);
    const stems = sources.filter((source) => STEM.test(source));
    // the lone stems stand last, so that a phrase that begins with one is found whole
    const ordered =
      this.#context.spaced && stems.length > 1
        ? [...sources.filter((source) => !STEM.test(source)), ...stems]
        : sources;
    const id = this.#expressions.length;
    this.#expressions.push(
      ordered.map((pattern, order) => {
        this.#enter(pattern, id, order);
        return singlePattern(pattern, this.#context, this.#notation);
      }),
    );
    return { spansIn: (text) => this.#spans(id, text) };
  }

  /**
   * Reads a text once for itself and its parts, first to last, none in another, and forgets the text before: a part that is asked for later is not read again. What is tried in a
   * part is what may match there in the whole text, so the answer for the part is the same.
   */
  readParts(text: string, parts: readonly Span[]): void {
    this.#readings.forget();
    if (parts.length < 2) return;
    const readings = parts.map((): Reading => new Map<number, Found>());
    for (const [expression, { places }] of this.#readings.of(text)) {
      for (const place of places) {
        const start = Math.floor(place / PER_CHARACTER);
        const at = parts.findIndex((part) => start >= part.start && start < part.end);
        const reading = readings[at];
        if (reading === undefined) continue;
        const moved = place - (parts[at]?.start ?? 0) * PER_CHARACTER;
        const found = reading.get(expression);
        if (found === undefined) reading.set(expression, { places: [moved], spans: null });
        else found.places.push(moved);
      }
    }
    parts.forEach((part, at) => {
      const reading = readings[at];
      if (reading !== undefined) this.#readings.remember(text.slice(part.start, part.end), reading);
    });
  }

  #enter(pattern: string, expression: number, order: number): void {
    for (const { starts, needs } of this.#shapes.shapesOf(pattern)) {
      const number = this.#expressionOf.push(expression) - 1;
      this.#orderOf.push(order);
      const rarest = [...needs].sort((a, b) => rarity(a) - rarity(b));
      const [part = ALWAYS, within = 0, ...further] = rarest.flatMap((need) => [
        this.#partOf(need),
        need.within,
      ]);
      this.#needsOf.push(further);
      if (starts === null) this.#anywhere.push(number, part, within);
      else {
        for (const { text, whole } of starts) {
          const list = this.#tree.listedUnder(text, whole).patterns;
          if (list.at(-LISTED) !== number) list.push(number, part, within);
        }
      }
    }
  }

  #partOf(need: Need): number {
    const known = this.#parts.get(need.part);
    if (known !== undefined) return known;
    const part = this.#parts.size;
    this.#parts.set(need.part, part);
    for (const { text, whole } of need.starts) {
      const list = this.#tree.listedUnder(text, whole).parts;
      if (list.at(-1) !== part) list.push(part);
    }
    return part;
  }

  #spans(id: number, text: string): readonly Span[] {
    const found = this.#readings.of(text).get(id);
    if (found === undefined) return NO_SPANS;
    return (found.spans ??= this.#tryAll(this.#expressions[id] ?? [], found.places, text));
  }

  #tryAll(patterns: readonly SinglePattern[], places: number[], text: string): readonly Span[] {
    if (places.length > 1) places.sort((a, b) => a - b);
    const spans: Span[] = [];
    let free = 0;
    for (const place of places) {
      const start = Math.floor(place / PER_CHARACTER);
      if (start < free) continue;
      const rest = place - start * PER_CHARACTER;
      const glued = Math.floor(rest / MOST_PATTERNS);
      const at = this.#glued.endsAt(text, start)[glued] ?? start;
      const end = patterns[rest % MOST_PATTERNS]?.endAt(text, at) ?? NONE;
      if (end === NONE) continue;
      if (end > start) spans.push({ start, end });
      free = Math.max(end, start + 1);
    }
    return spans;
  }

  /** From the end to the start, so that at every word it is known how near the next of every part is. */
  #read(text: string): Reading {
    const reading: Reading = new Map<number, Found>();
    if (this.#nearest.length < this.#parts.size) this.#nearest = new Int32Array(this.#parts.size);
    this.#nearest.fill(FAR);
    this.#nearest[ALWAYS] = 0;
    const { spaced } = this.#context;
    for (let start = text.length - 1; start >= 0; start -= 1) {
      if (spaced ? start > 0 && isWord(text.charCodeAt(start - 1)) : insidePair(text, start))
        continue;
      this.#readAt(text, start, reading);
    }
    return reading;
  }

  #readAt(text: string, start: number, reading: Reading): void {
    const listed = this.#listed;
    let count = 0;
    let glued = 0;
    for (const at of this.#glued.endsAt(text, start)) {
      const place = start * PER_CHARACTER + glued * MOST_PATTERNS;
      if (!insidePair(text, at)) this.#keep(this.#anywhere, start, place, reading);
      let node = LetterTree.ROOT;
      for (let end = at; end < text.length;) {
        node = this.#tree.step(node, text.charCodeAt(end));
        if (node === LetterTree.NOWHERE) break;
        end += 1;
        const lists = this.#tree.listsAt(node);
        if (lists === undefined) continue;
        const { open, whole } = lists;
        if (open !== undefined) {
          this.#keep(open.patterns, start, place, reading);
          listed[count++] = open;
        }
        if (whole !== undefined && (end === text.length || !isWord(text.charCodeAt(end)))) {
          this.#keep(whole.patterns, start, place, reading);
          listed[count++] = whole;
        }
      }
      glued += 1;
    }
    // only now: what stands here is no further word of what starts here
    for (let each = 0; each < count; each += 1) {
      const parts = listed[each]?.parts ?? [];
      for (let at = 0; at < parts.length; at += 1) this.#nearest[parts[at] ?? 0] = start;
    }
  }

  /** Keeps those of the patterns whose further words are near. */
  #keep(patterns: readonly number[], start: number, place: number, reading: Reading): void {
    const nearest = this.#nearest;
    for (let at = 0; at < patterns.length; at += LISTED) {
      // most fail here
      if ((nearest[patterns[at + 1] ?? 0] ?? FAR) > start + (patterns[at + 2] ?? 0)) continue;
      const pattern = patterns[at] ?? 0;
      if (!this.#near(this.#needsOf[pattern] ?? [], start)) continue;
      const expression = this.#expressionOf[pattern] ?? 0;
      const tried = place + (this.#orderOf[pattern] ?? 0);
      const found = reading.get(expression);
      if (found === undefined) reading.set(expression, { places: [tried], spans: null });
      else found.places.push(tried);
    }
  }

  #near(needs: readonly number[], start: number): boolean {
    for (let at = 0; at < needs.length; at += 2) {
      if ((this.#nearest[needs[at] ?? 0] ?? FAR) > start + (needs[at + 1] ?? 0)) return false;
    }
    return true;
  }
}

/** Small where the need is seldom met by chance. */
function rarity(need: Need): number {
  return need.starts.length * need.within;
}

/** Between the two units of one character no match can start. */
function insidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code > 0xdfff) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
