/** Looks whether a storage can hold a repository, and whether one that is there opens (docs/cli.md, "Doctor"). */
import { CairnError, isCairnError } from '../errors.ts'
import { nullLogger } from '../log.ts'
import { writeRefusalOf } from '../repo/blob/backends.ts'
import { parseLocation } from '../repo/blob/location.ts'
import { FORMAT_BLOB_ID, openStorage } from '../repo/blob/open.ts'
import type { BlobStorage } from '../repo/blob/storage.ts'
import { descriptionOf, type StorageConfig, storageConfigOf } from '../repo/blob/storage-config.ts'
import { readClientConfig, readPassword } from '../repo/config.ts'
import { openRepository } from '../repo/repository.ts'
import { probeStorage } from './doctor-probe.ts'
import { type DoctorCheck, Examination } from './examination.ts'
import { type Connection, identityOf } from './open.ts'
import { resolvePassword } from './password.ts'
import { combineExitCodes, EXIT_CODES } from './run/outcome.ts'
import { storageOptions } from './storage-options.ts'

export interface DoctorReport {
  /** Where the repository is, such as `S3: s3.amazonaws.com backups`. */
  readonly place: string
  /** Where the credentials came from, in words; undefined where none are needed or none were found. */
  readonly credentials: string | undefined
  readonly checks: readonly DoctorCheck[]
  /** Of a few small calls, in ms; undefined when none succeeded. */
  readonly latency: { readonly minimumMs: number; readonly medianMs: number } | undefined
  /** How far the clock of the storage is ahead of ours, in ms; undefined when it could not be told. */
  readonly clockSkewMs: number | undefined
  /** One or two sentences that a person can act on. */
  readonly verdict: string
  /** 0 when nothing failed. */
  readonly exitCode: number
}

/** Looks at the storage of `location`, else of the connection. Errors: only those of finding out which one is meant. */
export async function examine(context: Connection, location: string | undefined): Promise<DoctorReport> {
  const { storage: config, isReadOnly } = await subject(context, location)
  const examination = new Examination(context.clock)
  let credentials: string | undefined
  const lost: string[] = []
  const options = storageOptions(context)
  const storage = await examination.look('reach', async () => {
    const opened = await openStorage(config, {
      ...options,
      // The report says it.
      log: { ...context.log, info: nullLogger.info },
      mode: 'repair',
      readonly: isReadOnly,
      backend: { ...options.backend, onCredentials: (source) => (credentials = source), onLostData: (words) => void lost.push(words) },
    })
    return { detail: 'the storage answers', result: opened }
  })
  let probe: Awaited<ReturnType<typeof probeStorage>> | undefined
  try {
    if (storage !== undefined) {
      for (const words of lost) await examination.look('data', () => Promise.reject(lostData(words)))
      const writeRefusal = async () => await writeRefusalOf(config, context)
      probe = await probeStorage(storage, { ...context, isReadOnly, writeRefusal }, examination)
      await lookAtRepository(context, storage, examination)
    }
  } finally {
    await storage?.close()
  }
  const { checks } = examination
  return {
    place: placeOf(config, storage),
    credentials,
    checks,
    latency: probe?.latency,
    clockSkewMs: probe?.clockSkewMs,
    verdict: verdictOf(checks),
    exitCode: combineExitCodes(checks.flatMap(({ failure }) => (failure === undefined ? [] : [EXIT_CODES[failure.kind]]))),
  }
}

async function subject(context: Connection, location: string | undefined) {
  if (location === undefined) {
    const { storage, isReadOnly = false } = await readClientConfig(context.configPath)
    return { storage, isReadOnly }
  }
  const where = { workspaceRoot: context.cwd, platform: context.platform, home: context.os.homeDirectory }
  return { storage: storageConfigOf(parseLocation(location, where)), isReadOnly: false }
}

async function lookAtRepository(context: Connection, storage: BlobStorage, examination: Examination): Promise<void> {
  await examination.look('repository', async () => {
    if ((await storage.statBlob(FORMAT_BLOB_ID)) === undefined) {
      throw new CairnError('CAIRN_REPOSITORY_MISSING', `There is no repository in ${storage.displayName}.`, {
        hint: 'Check the location and its prefix for a typo, or make one there with "cairn repository create".',
      })
    }
    let found: { readonly password: string; readonly origin: string }
    try {
      const stored = await readPassword(context.configPath)
      // Whoever only wants to know about the storage is not asked.
      found = await resolvePassword({ ...context, promptPassword: undefined }, { given: context.passwordFlag, stored })
    } catch (error) {
      if (!isCairnError(error, 'CAIRN_PASSWORD_MISSING')) throw error
      return { status: 'skipped', detail: 'it is there; no password was given to open it with (KOPIA_PASSWORD)' }
    }
    const { clock, random, log, signal } = context
    const repository = await openRepository({
      storage: { ...wrapped(storage), close: async () => {} },
      password: found.password,
      identity: identityOf(context),
      clock,
      random,
      log,
      signal,
      readonly: true,
      workers: 0,
    })
    const { formatVersion, encryption } = repository.facts
    await repository.close()
    return { detail: `opens with the password from ${found.origin}: format ${formatVersion}, ${encryption}` }
  })
}

/** The calls of a storage that only reads, without what it is made of. */
function wrapped(storage: BlobStorage): Pick<BlobStorage, 'displayName' | 'getBlob' | 'statBlob' | 'putBlob' | 'deleteBlob' | 'listBlobs'> {
  return {
    displayName: storage.displayName,
    getBlob: (id, options) => storage.getBlob(id, options),
    statBlob: (id) => storage.statBlob(id),
    putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
    deleteBlob: (id) => storage.deleteBlob(id),
    listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
  }
}

function lostData(words: string): CairnError {
  return new CairnError('CAIRN_CACHE_SEGMENT_LOST', words, {
    hint: 'Make a new snapshot of what is still there, and keep what has to last in a store that is no cache.',
  })
}

function placeOf(config: StorageConfig, storage: BlobStorage | undefined): string {
  const place = storage?.displayName ?? descriptionOf(config).replace(/^Repository in /, '')
  const prefix = config.config['prefix']
  return typeof prefix === 'string' && prefix !== '' ? `${place}, prefix ${prefix}` : place
}

function verdictOf(checks: readonly DoctorCheck[]): string {
  const failed = checks.filter(({ status }) => status === 'failed')
  const warnings = checks.filter(({ status }) => status === 'warning')
  const first = failed[0]?.failure
  if (first !== undefined) {
    const hint = first.hint !== undefined ? ` ${first.hint}` : ''
    const hasOnly = (...names: string[]) => failed.every(({ name }) => names.includes(name))
    if (hasOnly('repository')) return `The storage works, but the repository in it does not open.${hint}`
    if (hasOnly('repository', 'data')) return `The storage works, but data of the repository in it is lost.${hint}`
    // Reading is what some jobs are for.
    const isReadable = checks.some(({ name, status }) => (name === 'read' || name === 'repository') && status === 'ok')
    if (hasOnly('write') && isReadable) return `What is in this storage can be read, but nothing can be saved in it.${hint}`
    return `This storage cannot be used as it is.${hint}`
  }
  const isOpened = checks.some(({ name, status }) => name === 'repository' && status === 'ok')
  const fine = isOpened ? 'The storage works, and the repository in it opens.' : 'The storage works.'
  return warnings.length === 0 ? fine : `${fine} Look at the warnings above.`
}
