/**
 * A folder that keeps copies of parts of blobs (docs/backends.md, "Read cache"). It may vanish, be damaged or be changed by others at any moment.
 *
 * <folder>/<place>/<2 hex digits>/<40 hex digits>-<part>    one entry; the digits are a hash of the blob's name
 *
 * entry:  magic (8) | SHA-256 of name, part and bytes (32) | bytes
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { messageOf } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { concatBytes, equalBytes, toHex, utf8 } from '../../util/bytes.ts'
import type { Clock } from '../../util/clock.ts'
import type { RandomSource } from '../../util/random.ts'
import { sweepCache } from './cache-sweep.ts'
import { makeDirectories } from './file-directories.ts'
import type { FileOperations } from './file-operations.ts'
import { readFileRange } from './file-reader.ts'
import { writeAll } from './file-writer.ts'
import { isAbsent, systemCodeOf } from './filesystem-errors.ts'
import type { BlobId } from './storage.ts'

const MAGIC = utf8('CAIRNC1\n')
const DIGEST_BYTES = 32
const HEADER_BYTES = MAGIC.length + DIGEST_BYTES
const NAME_DIGITS = 40
/** An entry that was used so lately need not be marked as used again. */
const TOUCH_AFTER_MS = 60 * 60_000
/** Larger parts are not kept. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024
/** Entries that wait to be written, in bytes; more are not kept. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024
/** Tells backup programs to leave the folder out (https://bford.info/cachedir). */
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# Copies of blobs that Cairn keeps; safe to delete at any time.\n'

export interface CacheFolderOptions {
  /** Absolute path; made when the first entry is written. */
  readonly directory: string
  /** Name of the folder in it for one repository: hex digits. */
  readonly place: string
  /** All entries of all places together grow to no more. */
  readonly limitBytes: number
  readonly files: FileOperations
  readonly clock: Clock
  readonly random: RandomSource
  readonly log: Logger
}

/** No method throws: a folder that cannot be used is one that holds nothing, and is said once. */
export class CacheFolder {
  readonly #options: CacheFolderOptions
  readonly #writes = new Set<Promise<void>>()
  #waitingBytes = 0
  #addedBytes = 0
  #isReadable = true
  #isWritable = true

  constructor(options: CacheFolderOptions) {
    this.#options = options
  }

  /** The bytes of a part, as they were added; undefined when they are not there or not whole. */
  async read(id: BlobId, part: string): Promise<Uint8Array | undefined> {
    if (!this.#isReadable) return undefined
    const path = this.#pathOf(id, part)
    try {
      const { sizeBytes, modifiedMs } = await this.#options.files.status(path)
      // Whoever may write here shall not fill the memory.
      const isTooLong = sizeBytes > MAX_ENTRY_BYTES + HEADER_BYTES
      const entry = isTooLong ? new Uint8Array(0) : await readFileRange(this.#options.files, path, {}, id)
      const bytes = entry.subarray(Math.min(entry.length, HEADER_BYTES))
      if (equalBytes(entry.subarray(0, HEADER_BYTES), headerOf(id, part, bytes))) {
        await this.#touch(path, modifiedMs).catch(() => undefined)
        return bytes
      }
      this.#options.log.debug(`cache: ${path} is not what was written: removed`)
      await this.#options.files.remove(path)
    } catch (error) {
      if (!isAbsent(error)) this.#giveUp(error)
    }
    return undefined
  }

  /** Keeps the bytes of a part; `close` waits for it. */
  add(id: BlobId, part: string, bytes: Uint8Array): void {
    if (
      !this.#isWritable ||
      bytes.length > Math.min(MAX_ENTRY_BYTES, this.#options.limitBytes) ||
      this.#waitingBytes + bytes.length > MAX_WAITING_BYTES
    )
      return
    this.#waitingBytes += bytes.length
    const write = this.#write(id, part, bytes)
      .catch((error) => this.#keepNoMore(error))
      .finally(() => {
        this.#waitingBytes -= bytes.length
        this.#writes.delete(write)
      })
    this.#writes.add(write)
  }

  /** Drops every part of a blob. */
  async forget(id: BlobId): Promise<void> {
    await Promise.all(this.#writes)
    const folder = this.#folderOf(id)
    try {
      for (const { name } of await this.#options.files.readDirectory(folder)) {
        if (name.startsWith(`${digitsOf(id)}-`)) await this.#options.files.remove(join(folder, name))
      }
    } catch (error) {
      if (!isAbsent(error)) this.#giveUp(error)
    }
  }

  /** Waits for what is being written, and removes what was not used for longest when it has grown too large. */
  async close(): Promise<void> {
    await Promise.all(this.#writes)
    if (this.#addedBytes === 0) return
    try {
      await sweepCache(this.#options)
    } catch (error) {
      this.#keepNoMore(error)
    }
  }

  async #write(id: BlobId, part: string, bytes: Uint8Array): Promise<void> {
    const { files, random } = this.#options
    const path = this.#pathOf(id, part)
    const temporary = `${path}.tmp.${toHex(random(8))}`
    const file = await this.#create(temporary, this.#folderOf(id))
    let isTemporaryThere = true
    try {
      try {
        const entry = concatBytes([headerOf(id, part, bytes), bytes])
        await writeAll(file, [entry], undefined)
      } finally {
        await file.close()
      }
      // Not synced: an entry that a crash leaves incomplete is found to be so.
      await files.rename(temporary, path)
      isTemporaryThere = false
      this.#addedBytes += bytes.length
    } catch (error) {
      // Somebody emptied the folder, or on Windows reads the same entry.
      if (!isAbsent(error) && systemCodeOf(error) !== 'EPERM' && systemCodeOf(error) !== 'EBUSY') throw error
    } finally {
      if (isTemporaryThere) await files.remove(temporary).catch(() => undefined)
    }
  }

  async #create(temporary: string, folder: string) {
    const { files, directory } = this.#options
    try {
      return await files.createNew(temporary, 0o600)
    } catch (error) {
      if (!isAbsent(error)) throw error
    }
    await makeDirectories(files, folder, 0o700)
    await this.#tag(join(directory, 'CACHEDIR.TAG'))
    return await files.createNew(temporary, 0o600)
  }

  async #tag(path: string): Promise<void> {
    try {
      const file = await this.#options.files.createNew(path, 0o600)
      try {
        await file.write([utf8(TAG)])
      } finally {
        await file.close()
      }
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw error
    }
  }

  /** Marks an entry as used, for `sweepCache`; the folder may be for reading only. */
  async #touch(path: string, modifiedMs: number): Promise<void> {
    const { files, clock } = this.#options
    if (clock.nowMs() - modifiedMs < TOUCH_AFTER_MS) return
    const file = await files.openForReading(path)
    try {
      await file.changeTime(clock.nowNs())
    } finally {
      await file.close()
    }
  }

  #pathOf(id: BlobId, part: string): string {
    return join(this.#folderOf(id), `${digitsOf(id)}-${part}`)
  }

  #folderOf(id: BlobId): string {
    return join(this.#options.directory, this.#options.place, digitsOf(id).slice(0, 2))
  }

  /** A folder that can only be read serves all the same. */
  #keepNoMore(error: unknown): void {
    const { directory, log } = this.#options
    if (this.#isWritable) log.notice(`Nothing more is kept in the cache in ${directory}: ${messageOf(error)}.`)
    this.#isWritable = false
  }

  #giveUp(error: unknown): void {
    const { directory, log } = this.#options
    if (this.#isReadable) log.notice(`The cache in ${directory} is left alone, because it cannot be read: ${messageOf(error)}.`)
    this.#isReadable = false
    this.#isWritable = false
  }
}

function digitsOf(id: BlobId): string {
  return createHash('sha256').update(id).digest('hex').slice(0, NAME_DIGITS)
}

function headerOf(id: BlobId, part: string, bytes: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(`${id}\n${part}\n`).update(bytes).digest()
  return concatBytes([MAGIC, new Uint8Array(digest)])
}
