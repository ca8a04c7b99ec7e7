/** Which objects have been seen: a set of object IDs that takes some 30 bytes for each of them. */
import type { ObjectId } from '../../repo/api.ts'

const FIRST_SLOTS = 1024
/** 32-bit words of a slot: what stands before the hash, then the first 16 bytes of the hash. */
const WORDS = 5
const ID = /^([IZD]*)([g-z]?)([0-9a-f]{32,})$/

/** IDs of another form, which only damaged directories hold, are kept as text. */
export class ObjectIdSet {
  #words = new Uint32Array(FIRST_SLOTS * WORDS)
  #slots = FIRST_SLOTS
  #used = 0
  readonly #others = new Set<string>()

  /** How many IDs are in it. */
  get size(): number {
    return this.#used + this.#others.size
  }

  /** Adds an ID; false when it was in the set already. */
  add(id: ObjectId): boolean {
    const key = keyOf(id)
    if (key === undefined) {
      if (this.#others.has(id)) return false
      this.#others.add(id)
      return true
    }
    if ((this.#used + 1) * 4 > this.#slots * 3) this.#grow()
    const at = this.#find(key, 0)
    if (this.#words[at] !== 0) return false
    this.#words.set(key, at)
    this.#used++
    return true
  }

  has(id: ObjectId): boolean {
    const key = keyOf(id)
    return key === undefined ? this.#others.has(id) : this.#words[this.#find(key, 0)] !== 0
  }

  /** Index of the words of the key at `offset` of `keys`, or of the free slot for it. */
  #find(keys: Uint32Array, offset: number): number {
    // The hash is keyed and even: any part of it spreads well.
    let slot = ((keys[offset + 1] ?? 0) ^ (keys[offset] ?? 0)) & (this.#slots - 1)
    for (; ; slot = (slot + 1) & (this.#slots - 1)) {
      const at = slot * WORDS
      if (this.#words[at] === 0) return at
      let word = 0
      while (word < WORDS && this.#words[at + word] === keys[offset + word]) word++
      if (word === WORDS) return at
    }
  }

  #grow(): void {
    const old = this.#words
    this.#slots *= 2
    this.#words = new Uint32Array(this.#slots * WORDS)
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at] !== 0) this.#words.set(old.subarray(at, at + WORDS), this.#find(old, at))
    }
  }
}

/** The words of an ID; the first is never 0, which marks a free slot. */
function keyOf(id: ObjectId): Uint32Array | undefined {
  const [, levels = '', prefix = '', hash = ''] = ID.exec(id) ?? []
  if (hash === '' || levels.length > 255) return undefined
  const key = new Uint32Array(WORDS)
  key[0] = 1 + (levels.length << 1) + (levels.startsWith('I') ? 0 : 1 << 10) + ((prefix === '' ? 0 : prefix.charCodeAt(0)) << 16)
  for (let word = 0; word < 4; word++) key[word + 1] = Number.parseInt(hash.slice(8 * word, 8 * word + 8), 16)
  return key
}
