/** Settings of a connection and of a repository: the client, its limits and kopia's cache; parameters and password. */
import { CairnError } from '../errors.ts'
import { openStorage } from '../repo/blob/open.ts'
import { limitsMember, type ThrottleLimits } from '../repo/blob/throttle-limits.ts'
import { changeParameters, changePassword, type FormatAccess } from '../repo/change-format.ts'
import { readClientConfig, readPassword, writeClientConfig, writePassword } from '../repo/config.ts'
import type { ClientConfig } from '../repo/config-format.ts'
import type { FormatChange } from '../repo/format/index.ts'
import { shutOutOldClients, writeFirstEpoch } from '../repo/upgrade-indexes.ts'
import type { Connection } from './open.ts'
import { resolvePassword } from './password.ts'
import { storageOptions } from './storage-options.ts'

/** Changes the connection file; undefined from `change` leaves it alone. Errors: those of reading and writing the file. */
export async function changeConnection(context: Connection, change: (config: ClientConfig) => ClientConfig | undefined): Promise<boolean> {
  const next = change(await readClientConfig(context.configPath))
  if (next === undefined) return false
  await writeClientConfig(context.configPath, next, context.random)
  return true
}

/** The connection with other limits. */
export function withLimits(config: ClientConfig, limits: ThrottleLimits): ClientConfig {
  return { ...config, throttlingLimits: limitsMember(limits) }
}

/**
 * Changes parameters of the repository, with the index upgraded first where that is asked for. Resolves to whether there was anything to change.
 *
 * Errors: those of opening, CAIRN_USAGE for values out of range, CAIRN_REPOSITORY_READONLY.
 */
export async function setRepositoryParameters(context: Connection, change: FormatChange): Promise<boolean> {
  return await withFormat(context, async (access) => {
    let beginsEpochs = false
    const isChanged = await changeParameters(access, change, async ({ format }, next) => {
      beginsEpochs = next.content.epochs.enabled && !format.content.epochs.enabled
      if (!beginsEpochs) return
      context.log.info('Writing the index into the first epoch…')
      const { storage, clock, random } = access
      await writeFirstEpoch({ storage, before: format.content, after: next.content, clock, random, signal: context.signal })
    })
    if (beginsEpochs) await shutOutOldClients(access.storage)
    return isChanged
  })
}

/**
 * Gives the repository another password, and keeps it where the old one was kept.
 *
 * Errors: those of opening, CAIRN_PASSWORD_EMPTY, CAIRN_PASSWORD_MISSING, CAIRN_NOT_SUPPORTED, CAIRN_REPOSITORY_READONLY.
 */
export async function changeRepositoryPassword(context: Connection, given: string | undefined, persists: boolean): Promise<void> {
  const stored = await readPassword(context.configPath).catch(() => undefined)
  await withFormat(context, async (access) => {
    const password = await newPassword(context, given)
    await changePassword(access, password)
    // A password file with the old one would only be in the way.
    if (persists || stored !== undefined) await writePassword(context.configPath, password, context.random)
  })
}

async function newPassword(context: Connection, given: string | undefined): Promise<string> {
  // The password of the environment is the old one.
  const { KOPIA_PASSWORD: _, CAIRN_PASSWORD: __, ...env } = context.env
  try {
    return (await resolvePassword({ ...context, env }, { given, isNew: true })).password
  } catch (error) {
    if (!(error instanceof CairnError) || error.code !== 'CAIRN_PASSWORD_MISSING') throw error
    throw new CairnError('CAIRN_PASSWORD_MISSING', 'No new password was given.', {
      hint: 'Set KOPIA_NEW_PASSWORD in the environment, or run the command in a terminal.',
      cause: error,
    })
  }
}

async function withFormat<R>(context: Connection, work: (access: FormatAccess) => Promise<R>): Promise<R> {
  const config = await readClientConfig(context.configPath)
  if (config.isReadOnly === true) {
    throw new CairnError('CAIRN_REPOSITORY_READONLY', 'This connection is for reading only.', {
      hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
    })
  }
  const storage = await openStorage(config.storage, { ...storageOptions(context), mode: 'existing' })
  try {
    const { password } = await resolvePassword(context, { given: context.passwordFlag, stored: await readPassword(context.configPath) })
    return await work({ storage, password, clock: context.clock, random: context.random, log: context.log })
  } finally {
    await storage.close()
  }
}
