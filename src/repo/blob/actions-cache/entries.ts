/** Whole entries of the cache as files in a folder of ours: looked up, fetched, saved. */
import { link, lstat, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CairnError, isCairnError } from '../../../errors.ts'
import { mapConcurrent, Semaphore } from '../../../util/async.ts'
import type { Clock } from '../../../util/clock.ts'
import { cloudError } from '../cloud-errors.ts'
import { ENTRY_FILE, MAX_KEYS } from './entry-names.ts'
import { saveFailure } from './save-failure.ts'
import { Transfers } from './transfers.ts'
import type { CacheService } from './wire.ts'

const PARALLEL_QUESTIONS = 8

export interface EntriesOptions {
  readonly service: CacheService
  /** Identity of the path and the compression, which is part of every entry's identity. */
  readonly version: string
  /** The file that becomes the process for transfers. */
  readonly entryPath: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly clock: Clock
  /** Where the folder is made; default: that of the system. */
  readonly temporaryDirectory?: string | undefined
  /** Told of each transfer before it starts. */
  readonly onTransfer?: (kind: 'restore' | 'save', key: string) => void
}

export class Entries {
  readonly #options: EntriesOptions
  readonly #folder: string
  readonly #transfers: Transfers
  /** The folder for packing and unpacking holds one entry at a time. */
  readonly #turn = new Semaphore(1)
  #count = 0

  private constructor(options: EntriesOptions, folder: string) {
    this.#options = options
    this.#folder = folder
    this.#transfers = new Transfers({ ...options, folder: this.#workFolder, temporaryFolder: this.#archiveFolder })
  }

  /** Makes the folder, readable by nobody else. */
  static async create(options: EntriesOptions): Promise<Entries> {
    // The real path: the client compares paths as text.
    const folder = await realpath(await mkdtemp(join(options.temporaryDirectory ?? tmpdir(), 'cairn-cache-')))
    await mkdir(join(folder, 'work'))
    await mkdir(join(folder, 'archives'))
    return new Entries(options, folder)
  }

  get #workFolder(): string {
    return join(this.#folder, 'work')
  }

  get #archiveFolder(): string {
    return join(this.#folder, 'archives')
  }

  /** A path in the folder that nothing has yet. */
  newPath(): string {
    return join(this.#folder, `entry-${this.#count++}`)
  }

  /** Whether there is an entry of exactly this key. Errors: those of `CacheService.lookup`. */
  async has(key: string, signal?: AbortSignal): Promise<boolean> {
    return (await this.newest([key], signal)) === key
  }

  /** The key of the newest entry that begins with the first of these beginnings that any entry has. */
  async newest(beginnings: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
    const { service, version } = this.#options
    const starts = Array.from({ length: Math.ceil(beginnings.length / MAX_KEYS) }, (_, index) => index * MAX_KEYS)
    const found = await mapConcurrent(starts, PARALLEL_QUESTIONS, (at) =>
      service.lookup(beginnings.slice(at, at + MAX_KEYS), version, signal),
    )
    return found.find((key) => key !== undefined)
  }

  /**
   * The entry of about `bytes` bytes, 0 when nobody knows, as a file; undefined when the service says that there is none.
   *
   * Errors: CAIRN_CACHE_DAMAGED, those of `CacheService.lookup` and `Transfers.run`.
   */
  async fetch(key: string, bytes: number, signal?: AbortSignal): Promise<string | undefined> {
    return await this.#turn.use(async () => {
      await this.#clear()
      this.#options.onTransfer?.('restore', key)
      const { restored, thrown, lines } = await this.#transfers.run({ kind: 'restore', key }, bytes, signal)
      if (restored === key) return await this.#takeEntry(key)
      // Another entry that begins with this key, or nothing: the client cannot tell an outage from a miss.
      if (!(await this.has(key, signal))) return undefined
      const reason = thrown ?? lines.findLast((line) => /fail|error/i.test(line)) ?? 'the client gave no reason'
      throw cloudError({
        what: `fetch ${key} from the Actions cache`,
        reason: reason
          .replace(/^::[a-z-]+[^:]*::/, '')
          .replace(/https?:\/\/\S+/g, '<url>')
          .slice(0, 300),
        meaning: 'transient',
        credentials: 'the variable ACTIONS_RUNTIME_TOKEN',
        settings: { bucket: 'the name of the cache', endpoint: 'the service' },
      })
    })
  }

  /**
   * Saves a file as an entry; the file stays. A key that is taken fails with CAIRN_CACHE_CONFLICT, unless `isSameContent` says that an entry
   * with this key can only hold these bytes. Errors: those of `saveFailure` and `Transfers.run`.
   */
  async save(path: string, key: string, isSameContent: boolean, signal?: AbortSignal): Promise<void> {
    await this.#turn.use(async () => {
      await this.#clear()
      const entry = join(this.#workFolder, ENTRY_FILE)
      // A second name: whoever reads the file at its own path goes on.
      await link(path, entry)
      try {
        this.#options.onTransfer?.('save', key)
        const { saved, thrown, lines } = await this.#transfers.run({ kind: 'save', key }, (await stat(entry)).size, signal)
        if (saved === true) return
        const failure = saveFailure(key, lines, this.#options.service.access, thrown)
        // An attempt whose answer was lost, or another job with the same bytes: either way they are there.
        if (isSameContent && isCairnError(failure, 'CAIRN_CACHE_CONFLICT') && (await this.has(key, signal))) return
        throw failure
      } finally {
        await rm(entry, { force: true })
      }
    })
  }

  /** Ends the process and removes the folder. */
  async close(): Promise<void> {
    this.#transfers.close()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }

  async #clear(): Promise<void> {
    // A transfer that was stopped leaves its archive behind.
    for (const folder of [this.#workFolder, this.#archiveFolder]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
      await mkdir(folder)
    }
  }

  /** Nothing else may have come out of the archive. */
  async #takeEntry(key: string): Promise<string> {
    const names = await readdir(this.#workFolder)
    const entry = join(this.#workFolder, ENTRY_FILE)
    if (names.length !== 1 || names[0] !== ENTRY_FILE || !(await lstat(entry)).isFile()) {
      throw new CairnError(
        'CAIRN_CACHE_DAMAGED',
        `The cache entry ${key} cannot be used: it holds other files than one named ${ENTRY_FILE}.`,
        {
          hint: 'Cairn did not make it. Delete it on the page "Caches" of the repository and find out who may write to the cache.',
        },
      )
    }
    const path = this.newPath()
    await rename(entry, path)
    return path
  }
}
