/** What starts with the same letters. */
export interface Listed {
  /** Patterns that start so, three numbers each: which, the further part it needs first, and within how many characters. */
  readonly patterns: number[];
  /** Parts of patterns that start so. */
  readonly parts: number[];
}

/** What is listed at a node: whatever follows, and for a word that ends there. */
export interface Lists {
  open?: Listed;
  whole?: Listed;
}

/** A tree of letters: a node is a number, and stands for what has been read of a word so far. All steps are in one table. */
export class LetterTree {
  static readonly ROOT = 0;
  static readonly NOWHERE = -1;
  readonly #lists: (Lists | undefined)[] = [undefined];
  #nodes = 1;
  // an open-addressed hash table of (node, letter) → node, key and node side by side so that a step is one look into memory
  #slots = emptySlots(1024);

  /** The node one letter further, `NOWHERE` where nothing goes on so. */
  step(node: number, letter: number): number {
    const slots = this.#slots;
    const key = keyOf(node, letter);
    const mask = slots.length - 2;
    for (let slot = placeOf(key) & mask; ; slot = (slot + 2) & mask) {
      const found = slots[slot];
      if (found === key) return slots[slot + 1] ?? LetterTree.NOWHERE;
      if (found === EMPTY) return LetterTree.NOWHERE;
    }
  }

  /** Nothing is listed at most nodes. */
  listsAt(node: number): Lists | undefined {
    return this.#lists[node];
  }

  /** What is listed under these letters; an empty list is made where there is none. */
  listedUnder(letters: string, whole: boolean): Listed {
    let node = LetterTree.ROOT;
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters.charCodeAt(at);
      const next = this.step(node, letter);
      node = next === LetterTree.NOWHERE ? this.#grow(node, letter) : next;
    }
    const lists = (this.#lists[node] ??= {});
    return (lists[whole ? 'whole' : 'open'] ??= { patterns: [], parts: [] });
  }

  #grow(node: number, letter: number): number {
    const next = this.#nodes;
    if (next === MOST_NODES) throw new RangeError('the lexicon has too many letters for its tree');
    this.#nodes += 1;
    this.#lists.push(undefined);
    if (this.#nodes * 4 > this.#slots.length) this.#double();
    put(this.#slots, keyOf(node, letter), next);
    return next;
  }

  #double(): void {
    const old = this.#slots;
    this.#slots = emptySlots(old.length);
    for (let slot = 0; slot < old.length; slot += 2) {
      const key = old[slot] ?? EMPTY;
      if (key !== EMPTY) put(this.#slots, key, old[slot + 1] ?? 0);
    }
  }
}

/** A node and a letter are half a key each; the last node is left out, so that no key is -1. */
const EMPTY = -1;
const MOST_NODES = 2 ** 16 - 1;

function emptySlots(count: number): Int32Array {
  return new Int32Array(count * 2).fill(EMPTY);
}

function keyOf(node: number, letter: number): number {
  return (node << 16) | letter;
}

function placeOf(key: number): number {
  const mixed = Math.imul(key, 0x9e37_79b1);
  return (mixed ^ (mixed >>> 15)) << 1;
}

function put(slots: Int32Array, key: number, node: number): void {
  const mask = slots.length - 2;
  let slot = placeOf(key) & mask;
  while (slots[slot] !== EMPTY) slot = (slot + 2) & mask;
  slots[slot] = key;
  slots[slot + 1] = node;
}
