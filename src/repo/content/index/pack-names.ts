/** Names of packs inside index files: printable ASCII, at most 255 bytes (docs/repository-format.md, "Index files"). */
import { CairnError } from '../../../errors.ts'
import { indexDamaged } from './damage.ts'

/** Longest name that the one-byte length fields hold. */
export const MAX_PACK_NAME_BYTES = 255

/** The name at `offset`; CAIRN_INDEX_DAMAGED when it is outside the file or not printable ASCII. */
export function readPackName(bytes: Uint8Array, offset: number, length: number, blobId: string): string {
  if (offset + length > bytes.length) throw indexDamaged(blobId, `a pack name lies outside its ${bytes.length} bytes`)
  let name = ''
  for (let i = offset; i < offset + length; i++) {
    const code = bytes[i] ?? 0
    if (code <= 0x20 || code >= 0x7f) throw indexDamaged(blobId, 'a pack name holds a byte that no blob name has')
    name += String.fromCharCode(code)
  }
  return name
}

/** The names in order, with the offset of each from the first; for writing after the fixed-size parts. */
export class PackNameSection {
  readonly #numbers = new Map<number, number>()
  readonly #names: string[] = []
  readonly #offsets: number[] = []
  #sizeBytes = 0

  /** The number of `pack` in order of first use; `name` is asked for once. */
  use(pack: number, name: () => string): number {
    const known = this.#numbers.get(pack)
    if (known !== undefined) return known
    const text = name()
    if (text.length > MAX_PACK_NAME_BYTES) throw new CairnError('CAIRN_INTERNAL', `The pack name ${text} is too long for an index.`)
    const number = this.#names.length
    this.#numbers.set(pack, number)
    this.#names.push(text)
    this.#offsets.push(this.#sizeBytes)
    this.#sizeBytes += text.length
    return number
  }

  get count(): number {
    return this.#names.length
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  lengthOf(number: number): number {
    return this.#names[number]?.length ?? 0
  }

  offsetOf(number: number): number {
    return this.#offsets[number] ?? 0
  }

  /** Writes all names one after the other at `offset`. */
  write(into: Uint8Array, offset: number): void {
    let at = offset
    for (const name of this.#names) {
      Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(name, at, 'latin1')
      at += name.length
    }
  }
}
