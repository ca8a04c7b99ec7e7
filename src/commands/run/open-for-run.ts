/** Opens the repository of a run by its location, and makes a missing one only where that was asked for. */
import { dirname } from 'node:path'
import { isCairnError } from '../../errors.ts'
import { ensureWorkspaceFolder } from '../../repo/blob/filesystem-workspace.ts'
import { formatLocation } from '../../repo/blob/location.ts'
import { openStorage } from '../../repo/blob/open.ts'
import type { BlobStorage } from '../../repo/blob/storage.ts'
import { type StorageConfig, storageConfigOf } from '../../repo/blob/storage-config.ts'
import { limitsOf } from '../../repo/blob/throttle-limits.ts'
import { throttling } from '../../repo/blob/throttling.ts'
import { readClientConfig, readPassword } from '../../repo/config.ts'
import { createRepository, type OpenedRepository, openRepository } from '../../repo/repository.ts'
import type { CommandContext } from '../context.ts'
import { resolvePassword } from '../password.ts'
import { withReadCache } from '../read-cache.ts'
import { storageOptions } from '../storage-options.ts'
import type { RunOptions } from './options.ts'
import type { PreparedRun, RunLocation } from './prepare.ts'

export interface OpenedForRun {
  readonly repository: OpenedRepository
  readonly displayName: string
  readonly wasCreated: boolean
  /** Words such as `KOPIA_PASSWORD`. */
  readonly passwordOrigin: string
  /** Folders of ours on this machine, which are never part of a snapshot. */
  readonly ownPaths: readonly string[]
}

/** A plan reads: it makes nothing and writes nothing. */
export type RunAccess = 'write' | 'read'

/** What a missing repository looks like; every other error of opening a storage stays an error. */
const ABSENT = ['CAIRN_STORAGE_ROOT_MISSING', 'CAIRN_STORAGE_EMPTY'] as const

/** Errors: those of the storage, the password and the format. An absent repository stays absent unless the run may create it. */
export async function openForRun(
  context: CommandContext,
  options: RunOptions,
  prepared: PreparedRun,
  access: RunAccess = 'write',
): Promise<OpenedForRun> {
  const readonly = access === 'read'
  const { location } = prepared
  if (location.kind === 'config') {
    const config = await readClientConfig(location.path)
    const { password, origin } = await resolvePassword(context, { given: options.password, stored: await readPassword(location.path) })
    const unlimited = await openStorage(config.storage, { ...storageOptions(context), mode: 'existing', readonly })
    const storage = withReadCache(context, config.storage, throttling(unlimited, limitsOf(config), context.clock))
    const repository = await open(context, prepared, storage, password, readonly)
    const path = pathOfConfig(config.storage)
    return {
      repository,
      displayName: storage.displayName,
      wasCreated: false,
      passwordOrigin: origin,
      ownPaths: [...(path === undefined ? [] : [path]), ...cachePaths(context)],
    }
  }
  const { password, origin } = await resolvePassword(context, { given: options.password, isNew: false })
  const { storage, isNew } = await openOrCreateStorage(context, location, readonly)
  const repository = isNew ? await create(context, prepared, storage, password) : await open(context, prepared, storage, password, readonly)
  const path = location.location.kind === 'filesystem' ? location.location.path : undefined
  return {
    repository,
    displayName: formatLocation(location.location),
    wasCreated: isNew,
    passwordOrigin: origin,
    ownPaths: [...(path === undefined ? [] : location.isWorkspaceDefault ? [path, dirname(path)] : [path]), ...cachePaths(context)],
  }
}

/** Whether an error of opening only says that the repository is not there, where a run would make it. */
export function isToBeCreated(error: unknown, location: RunLocation): boolean {
  return location.kind === 'location' && location.mayCreate && ABSENT.some((code) => isCairnError(error, code))
}

async function openOrCreateStorage(context: CommandContext, place: Extract<RunLocation, { kind: 'location' }>, readonly: boolean) {
  const { location, isWorkspaceDefault } = place
  try {
    const storage = await openStorage(location, { ...storageOptions(context), mode: 'existing', readonly })
    return { storage: withReadCache(context, storageConfigOf(location), storage), isNew: false }
  } catch (error) {
    if (readonly || !isToBeCreated(error, place)) throw error
  }
  if (isWorkspaceDefault && location.kind === 'filesystem') await ensureWorkspaceFolder(dirname(location.path))
  return { storage: await openStorage(location, { ...storageOptions(context), mode: 'create' }), isNew: true }
}

async function open(
  context: CommandContext,
  prepared: PreparedRun,
  storage: BlobStorage,
  password: string,
  readonly: boolean,
): Promise<OpenedRepository> {
  return await closingOnFailure(storage, () => openRepository({ ...engineOptions(context, prepared, storage), password, readonly }))
}

async function create(context: CommandContext, prepared: PreparedRun, storage: BlobStorage, password: string): Promise<OpenedRepository> {
  return await closingOnFailure(storage, () => createRepository({ ...engineOptions(context, prepared, storage), password }))
}

async function closingOnFailure<R>(storage: BlobStorage, work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    await storage.close()
    throw error
  }
}

function engineOptions(context: CommandContext, { root }: PreparedRun, storage: BlobStorage) {
  return {
    storage,
    identity: { userName: root.userName, host: root.host },
    clock: context.clock,
    random: context.random,
    log: context.log,
    workerUrl: new URL(context.entryUrl),
    signal: context.signal,
    workers: context.workers,
    // One upload for the whole run, where every upload counts.
    gathersFlushes: true,
  }
}

function cachePaths({ readCache }: CommandContext): string[] {
  return readCache === undefined ? [] : [readCache.directory]
}

function pathOfConfig(storage: StorageConfig): string | undefined {
  const path: unknown = Object.getOwnPropertyDescriptor(storage.config, 'path')?.value
  return typeof path === 'string' ? path : undefined
}
