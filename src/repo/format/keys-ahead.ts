/** Format keys that are being made while the storage is still being asked (docs/architecture.md, "Start of a command"). */
import { decodeFormatBlob } from './format-blob.ts'
import { deriveFormatKey, type KeyMaker } from './key-derivation.ts'

/** To make a key takes a core for a while. */
const MAX_KEYS = 2

/** Keys of one password. What is begun too early or in vain costs time and nothing else: a key is only taken for what it was made from. */
export class KeysAhead {
  readonly #password: string
  readonly #thread: KeyMaker | undefined
  readonly #keys = new Map<string, Promise<Uint8Array>>()

  /** The first key is made in `thread`. */
  constructor(password: string, thread?: KeyMaker) {
    this.#password = password
    this.#thread = thread
  }

  /** Begins to make the key that goes with a format blob; bytes that are none are left to whoever opens them. */
  begin(formatBlob: Uint8Array): void {
    try {
      const { keyDerivation, uniqueId } = decodeFormatBlob(formatBlob)
      const name = nameOf(keyDerivation, uniqueId)
      if (this.#keys.has(name) || this.#keys.size >= MAX_KEYS) return
      const key = deriveFormatKey(keyDerivation, this.#password, uniqueId, this.#thread)
      key.catch(() => undefined)
      this.#keys.set(name, key)
    } catch {
      // Its damage is told when it is opened.
    }
  }

  /** Ends the thread when no key was asked of it. */
  abandon(): void {
    this.#thread?.abandon()
  }

  /** The key that was begun for exactly these; undefined when none was. */
  find(keyDerivation: string, password: string, uniqueId: Uint8Array): Promise<Uint8Array> | undefined {
    return password === this.#password ? this.#keys.get(nameOf(keyDerivation, uniqueId)) : undefined
  }
}

function nameOf(keyDerivation: string, uniqueId: Uint8Array): string {
  return `${keyDerivation} ${Buffer.from(uniqueId).toString('hex')}`
}
