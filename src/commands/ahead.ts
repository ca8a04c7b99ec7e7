/** What is begun of a command on the connected repository while its code is still being loaded (docs/architecture.md, "Start of a command"). */
import { opensAlike } from '../repo/blob/backends.ts'
import type { CacheFolder } from '../repo/blob/cache-folder.ts'
import { beginCloud, type CloudOpening, FORMAT_BLOB_ID } from '../repo/blob/cloud-opening.ts'
import { readClientConfig, readPassword } from '../repo/config.ts'
import type { ClientConfig } from '../repo/config-format.ts'
import { startKeyThread } from '../repo/format/key-derivation.ts'
import { KeysAhead } from '../repo/format/keys-ahead.ts'
import type { CommandContext } from './context.ts'
import { givenPassword } from './password.ts'
import { cacheFolderFor } from './read-cache.ts'
import { storageOptions } from './storage-options.ts'

/** Part of a cache entry's name: the whole blob. */
const WHOLE = 'all'
/** The code of a command takes about as long to load; a store that needs longer to answer is waited for with that done. */
const MAX_WAIT_MS = 50

/** What a command needs to know of the connection. */
export interface ConnectionPlace {
  /** Path of the connection file. */
  readonly configPath: string
  /** Password from a flag. */
  readonly passwordFlag: string | undefined
}

/** An opening that has begun. */
export interface BegunOpening {
  readonly config: ClientConfig
  readonly opening: CloudOpening
  readonly keys: KeysAhead | undefined
  readonly cache: CacheFolder | undefined
  /** Whether a key is being made that a copy on this machine asked for. */
  readonly hasCopy: boolean
}

export interface OpeningAhead {
  /** Settles when loading code does not keep the opening from going on. Never fails. */
  readonly underWay: Promise<void>
  /** What was begun for the connection with this file; undefined when nothing was, and for everyone but the first who asks. */
  take(configPath: string): Promise<BegunOpening | undefined>
  /** Ends what nobody took. */
  abandon(): void
}

/** Begins to open the storage of a connection and to make the key. What fails is met again, and told, by the command itself. */
export function openAhead(context: CommandContext & ConnectionPlace): OpeningAhead {
  let begun: Promise<BegunOpening | undefined> | undefined = begin(context).catch(() => undefined)
  return {
    underWay: begun.then((it) => (it === undefined ? undefined : answered(it, context))),
    async take(configPath) {
      if (configPath !== context.configPath) return undefined
      const taken = begun
      begun = undefined
      return await taken
    },
    abandon() {
      void begun?.then((it) => {
        it?.keys?.abandon()
        it?.opening.abandon()
      })
      begun = undefined
    },
  }
}

async function begin(context: CommandContext & ConnectionPlace): Promise<BegunOpening | undefined> {
  const config = await readClientConfig(context.configPath)
  if (!opensAlike(config.storage.type)) return undefined
  const cache = cacheFolderFor(context, config.storage)
  const [stored, copy] = await Promise.all([readPassword(context.configPath), cache?.read(FORMAT_BLOB_ID, WHOLE)])
  const password = givenPassword(context, { given: context.passwordFlag, stored })?.value.trim()
  const keys = password === undefined ? undefined : new KeysAhead(password, startKeyThread())
  // The copy only says which key will be needed, most likely: it is what the store has that is opened.
  if (copy !== undefined) keys?.begin(copy)
  const opening = beginCloud(config.storage, { ...storageOptions(context), mode: 'existing' })
  opening.formatBlob.then(
    (bytes) => {
      if (bytes !== undefined) keys?.begin(bytes)
    },
    () => undefined,
  )
  return { config, opening, keys, cache, hasCopy: keys !== undefined && copy !== undefined }
}

/** Keeps the format blob of a repository that was opened, for the next time; nothing happens when it is there. */
export async function keepFormat({ cache, keys }: BegunOpening, formatBlob: Uint8Array): Promise<void> {
  if (cache === undefined || keys === undefined) return
  const copy = await cache.read(FORMAT_BLOB_ID, WHOLE)
  if (copy === undefined || Buffer.compare(copy, formatBlob) !== 0) cache.add(FORMAT_BLOB_ID, WHOLE, formatBlob)
}

async function answered({ opening, hasCopy }: BegunOpening, { clock }: CommandContext): Promise<void> {
  await opening.asked
  if (hasCopy) return
  const late = new AbortController()
  await Promise.race([opening.formatBlob.catch(() => undefined), clock.sleep(MAX_WAIT_MS, late.signal).catch(() => undefined)])
  late.abort()
}
