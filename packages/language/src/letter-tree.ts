/** What starts with the same letters. */
export interface Listed {
  /** Patterns that start so, three numbers each: which, the further part it needs first, and within how many characters. */
  readonly patterns: number[];
  /** Parts of patterns that start so. */
  readonly parts: number[];
}

/** A tree of letters: a node is a number, and stands for what has been read of a word so far. All steps are in one table, which a text walks without leaving the cache. */
export class LetterTree {
  static readonly ROOT = 0;
  static readonly NOWHERE = -1;
  readonly #open: (Listed | undefined)[] = [undefined];
  readonly #whole: (Listed | undefined)[] = [undefined];
  #nodes = 1;
  // an open-addressed hash table of (node, letter) → node
  #from = new Int32Array(1024).fill(-1);
  #letter = new Uint16Array(1024);
  #to = new Int32Array(1024);

  /** The node one letter further, `NOWHERE` where nothing goes on so. */
  step(node: number, letter: number): number {
    const mask = this.#from.length - 1;
    for (let slot = placeOf(node, letter) & mask; ; slot = (slot + 1) & mask) {
      const from = this.#from[slot];
      if (from === node && this.#letter[slot] === letter) return this.#to[slot] ?? -1;
      if (from === -1) return LetterTree.NOWHERE;
    }
  }

  /** What is listed there, whatever follows. */
  openAt(node: number): Listed | undefined {
    return this.#open[node];
  }

  /** What is listed there for a word that ends there. */
  wholeAt(node: number): Listed | undefined {
    return this.#whole[node];
  }

  /** What is listed under these letters; an empty list is made where there is none. */
  listedUnder(letters: string, whole: boolean): Listed {
    let node = LetterTree.ROOT;
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters.charCodeAt(at);
      const next = this.step(node, letter);
      node = next === LetterTree.NOWHERE ? this.#grow(node, letter) : next;
    }
    const lists = whole ? this.#whole : this.#open;
    return (lists[node] ??= { patterns: [], parts: [] });
  }

  #grow(node: number, letter: number): number {
    const next = this.#nodes;
    this.#nodes += 1;
    this.#open.push(undefined);
    this.#whole.push(undefined);
    if (this.#nodes * 2 > this.#from.length) this.#double();
    this.#put(node, letter, next);
    return next;
  }

  #put(node: number, letter: number, to: number): void {
    const mask = this.#from.length - 1;
    let slot = placeOf(node, letter) & mask;
    while (this.#from[slot] !== -1) slot = (slot + 1) & mask;
    this.#from[slot] = node;
    this.#letter[slot] = letter;
    this.#to[slot] = to;
  }

  #double(): void {
    const old = { from: this.#from, letter: this.#letter, to: this.#to };
    this.#from = new Int32Array(old.from.length * 2).fill(-1);
    this.#letter = new Uint16Array(old.from.length * 2);
    this.#to = new Int32Array(old.from.length * 2);
    for (let slot = 0; slot < old.from.length; slot += 1) {
      const from = old.from[slot] ?? -1;
      if (from !== -1) this.#put(from, old.letter[slot] ?? 0, old.to[slot] ?? 0);
    }
  }
}

function placeOf(node: number, letter: number): number {
  const mixed = Math.imul(node, 0x9e37_79b1) ^ Math.imul(letter, 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}
