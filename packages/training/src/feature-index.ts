/** Numbers features from zero in the order they are met; open addressing, grows by doubling. */
export class FeatureIndex {
  private slots = new Int32Array(1 << 20).fill(-1);
  hashes = new Uint32Array(1 << 19);
  /** In how many texts each feature was met. */
  texts = new Uint32Array(1 << 19);
  size = 0;

  /** The feature's number; a new one where it was not met before. */
  add(hash: number): number {
    let slot = this.slotOf(hash);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) {
      this.texts[known] = (this.texts[known] ?? 0) + 1;
      return known;
    }
    if (this.size === this.hashes.length) {
      this.grow();
      slot = this.slotOf(hash);
    }
    this.slots[slot] = this.size;
    this.hashes[this.size] = hash;
    this.texts[this.size] = 1;
    return this.size++;
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    for (;;) {
      const number = this.slots[slot] ?? -1;
      if (number < 0 || this.hashes[number] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const texts = new Uint32Array(this.texts.length * 2);
    texts.set(this.texts);
    this.texts = texts;
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let number = 0; number < this.size; number += 1)
      this.slots[this.slotOf(this.hashes[number] ?? 0)] = number;
  }
}
