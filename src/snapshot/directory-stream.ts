/**
 * Reads a directory object of any size with bounded memory (docs/repository-format.md, "Directory objects").
 *
 * Directories up to `WHOLE_LIMIT` are parsed at once. Above it the bytes are scanned for the elements of the member `entries`,
 * which are parsed one by one; everything else of the object is collected and parsed at the end.
 */
import { CairnError, throwIfCancelled } from '../errors.ts'
import type { ObjectId, ObjectManager } from '../repo/api.ts'
import { isJsonObject } from '../util/json-read.ts'
import { type DirEntry, decodeDirEntry } from './dir-entry.ts'
import { decodeDirectory, type RejectedEntry, unsafeNameReason } from './directory.ts'

/** Bytes of a directory object that is still parsed in one piece. */
const WHOLE_LIMIT = 8 * 1024 * 1024
/** One entry, and all that is not an entry, may be this long. */
const ELEMENT_LIMIT = 16 * 1024 * 1024

/** Some entries of a directory, in stored order. */
export interface DirectoryBatch {
  readonly entries: readonly DirEntry[]
  readonly rejected: readonly RejectedEntry[]
}

/**
 * The entries of the directory object `id`, in batches of a few MiB of JSON.
 * Objects of at most `wholeLimit` bytes come in one batch.
 * Throws CAIRN_DIRECTORY_DAMAGED, and what reading objects throws; entries seen before the error were good.
 */
export async function* readDirectory(
  objects: ObjectManager,
  id: ObjectId,
  signal?: AbortSignal,
  wholeLimit: number = WHOLE_LIMIT,
): AsyncGenerator<DirectoryBatch> {
  throwIfCancelled(signal)
  const reader = await objects.open(id)
  if (reader.length <= wholeLimit) {
    yield decodeDirectory(await reader.readAll(wholeLimit), id)
    return
  }
  const scanner = new EntryScanner(id)
  for await (const chunk of reader.chunks(signal)) {
    throwIfCancelled(signal)
    yield scanner.push(chunk)
  }
  scanner.finish()
}

const BRACE_OPEN = 0x7b
const BRACE_CLOSE = 0x7d
const BRACKET_OPEN = 0x5b
const BRACKET_CLOSE = 0x5d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c

/** Cuts the elements out of the top-level list `entries`; knows just enough JSON to find where they end. */
class EntryScanner {
  readonly #what: string
  #depth = 0
  #isInText = false
  #isEscaped = false
  #isInEntries = false
  /** Bytes of the element that began in an earlier chunk. */
  #pending: Uint8Array[] = []
  #pendingLength = 0
  /** The object without its entries; its end tells which member a bracket belongs to. */
  #rest: number[] = []

  constructor(what: string) {
    this.#what = what
  }

  push(chunk: Uint8Array): DirectoryBatch {
    const entries: DirEntry[] = []
    const rejected: RejectedEntry[] = []
    let start = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      const isElementByte = this.#isInEntries && !(this.#depth === 2 && !this.#isInText && (byte === BRACKET_CLOSE || byte === COMMA))
      if (!isElementByte && this.#isInEntries) {
        this.#take(chunk.subarray(start, i), entries, rejected)
        start = i + 1
      }
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (byte === BACKSLASH) this.#isEscaped = true
        else if (byte === QUOTE) this.#isInText = false
      } else if (byte === QUOTE) this.#isInText = true
      else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) this.#depth++
      else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) this.#depth--
      if (this.#isInEntries) {
        if (this.#depth < 2) {
          this.#isInEntries = false
          this.#rest.push(byte)
        }
        continue
      }
      this.#rest.push(byte)
      if (this.#rest.length > ELEMENT_LIMIT) throw damaged(this.#what, 'it holds too much beside its entries')
      if (byte === BRACKET_OPEN && this.#depth === 2 && !this.#isInText && this.#isEntriesList()) {
        this.#isInEntries = true
        start = i + 1
      }
    }
    if (this.#isInEntries) this.#keep(chunk.subarray(start))
    return { entries, rejected }
  }

  finish(): void {
    let parsed: unknown
    try {
      parsed = JSON.parse(Buffer.from(this.#rest).toString('utf8'))
    } catch (cause) {
      throw damaged(this.#what, 'it is not JSON', cause)
    }
    if (!isJsonObject(parsed) || parsed['stream'] !== 'kopia:directory') throw damaged(this.#what, 'it is not marked as a directory')
  }

  #isEntriesList(): boolean {
    const tail = Buffer.from(this.#rest.slice(-32)).toString('latin1')
    return /"entries"\s*:\s*\[$/i.test(tail)
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0) return
    // Copied: the chunk belongs to the reader and may be reused.
    this.#pending.push(part.slice())
    this.#pendingLength += part.length
    if (this.#pendingLength > ELEMENT_LIMIT) throw damaged(this.#what, 'one of its entries is too long')
  }

  #take(part: Uint8Array, entries: DirEntry[], rejected: RejectedEntry[]): void {
    let text: string
    if (this.#pendingLength > 0) {
      this.#keep(part)
      text = Buffer.concat(this.#pending).toString('utf8')
      this.#pending = []
      this.#pendingLength = 0
    } else text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8')
    if (text.trim() === '') return
    let parsed: unknown
    try {
      parsed = JSON.parse(text)
    } catch (cause) {
      throw damaged(this.#what, 'it is not JSON', cause)
    }
    if (parsed === null) return
    const entry = isJsonObject(parsed) ? decodeDirEntry(parsed) : 'it is not an object'
    if (typeof entry === 'string') {
      const name = isJsonObject(parsed) ? parsed['name'] : undefined
      rejected.push({ name: typeof name === 'string' ? name : '', reason: entry })
      return
    }
    const reason = unsafeNameReason(entry.name)
    if (reason === undefined) entries.push(entry)
    else rejected.push({ name: entry.name, reason, entry })
  }
}

function damaged(what: string, why: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
    hint: 'Run "kopia snapshot verify" to see which snapshots are affected.',
    cause,
  })
}
