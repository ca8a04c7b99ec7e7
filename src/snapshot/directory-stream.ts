/**
 * Reads a directory object of any size with bounded memory (docs/repository-format.md, "Directory objects").
 *
 * Directories up to `WHOLE_LIMIT` are parsed at once. Above it the bytes are scanned for the elements of the member `entries`,
 * which are parsed one by one; everything else of the object is collected and parsed at the end.
 */
import { CairnError, throwIfCancelled } from '../errors.ts'
import type { ObjectId, ObjectManager } from '../repo/api.ts'
import { ElementScanner } from '../util/json-elements.ts'
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
  const reading = new EntryReader(id)
  for await (const chunk of reader.chunks(signal)) {
    throwIfCancelled(signal)
    yield reading.push(chunk)
  }
  reading.finish()
}

/** Parses the entries that a scanner cuts out; what is left at the end says that it was a directory. */
class EntryReader {
  readonly #what: string
  readonly #scanner: ElementScanner

  constructor(what: string) {
    this.#what = what
    this.#scanner = new ElementScanner('entries', { elementBytes: ELEMENT_LIMIT, restBytes: ELEMENT_LIMIT }, (part) =>
      damaged(what, part === 'element' ? 'one of its entries is too long' : 'it holds too much beside its entries'),
    )
  }

  push(chunk: Uint8Array): DirectoryBatch {
    const entries: DirEntry[] = []
    const rejected: RejectedEntry[] = []
    for (const text of this.#scanner.push(chunk)) {
      const parsed = this.#parse(text)
      if (parsed === null) continue
      const entry = isJsonObject(parsed) ? decodeDirEntry(parsed) : 'it is not an object'
      if (typeof entry === 'string') {
        const name = isJsonObject(parsed) ? parsed['name'] : undefined
        rejected.push({ name: typeof name === 'string' ? name : '', reason: entry })
        continue
      }
      const reason = unsafeNameReason(entry.name)
      if (reason === undefined) entries.push(entry)
      else rejected.push({ name: entry.name, reason, entry })
    }
    return { entries, rejected }
  }

  finish(): void {
    const parsed = this.#parse(this.#scanner.finish())
    if (!isJsonObject(parsed) || parsed['stream'] !== 'kopia:directory') throw damaged(this.#what, 'it is not marked as a directory')
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw damaged(this.#what, 'it is not JSON', cause)
    }
  }
}

function damaged(what: string, why: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
    hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
    cause,
  })
}
