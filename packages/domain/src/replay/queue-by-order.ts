/** A queue that always gives the least item first; equal ones in the order they were put in. Adding and taking cost log n. */
export class QueueByOrder<T> {
  readonly #heap: { readonly item: T; readonly turn: number }[] = [];
  readonly #compare: (a: T, b: T) => number;
  #turns = 0;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  add(item: T): void {
    const heap = this.#heap;
    heap.push({ item, turn: this.#turns });
    this.#turns += 1;
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#precedes(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The least item, which stays; undefined where there is none. */
  peek(): T | undefined {
    return this.#heap[0]?.item;
  }

  take(): T | undefined {
    const heap = this.#heap;
    const least = heap[0]?.item;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return least;
    heap[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let next = at;
      if (left < heap.length && this.#precedes(left, next)) next = left;
      if (left + 1 < heap.length && this.#precedes(left + 1, next)) next = left + 1;
      if (next === at) return least;
      this.#swap(at, next);
      at = next;
    }
  }

  #precedes(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    const order = this.#compare(one.item, other.item);
    return order < 0 || (order === 0 && one.turn < other.turn);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
