/** Opens the repository that the connection file names, for the commands that work on one. */
import { openStorage } from '../repo/blob/open.ts'
import { limitsOf } from '../repo/blob/throttle-limits.ts'
import { throttling } from '../repo/blob/throttling.ts'
import { readClientConfig, readPassword } from '../repo/config.ts'
import type { ClientConfig } from '../repo/config-format.ts'
import { defaultIdentity, overrideIdentity } from '../repo/identity.ts'
import { type OpenedRepository, openRepository } from '../repo/repository.ts'
import { type ConnectionPlace, keepFormat } from './ahead.ts'
import type { CommandContext } from './context.ts'
import { dueAhead, maintainWhenDue } from './maintenance-run.ts'
import { resolvePassword } from './password.ts'
import { withReadCache } from './read-cache.ts'
import { storageOptions } from './storage-options.ts'

/** A command on the connected repository. */
export interface Connection extends CommandContext, ConnectionPlace {}

export interface OpenOptions {
  readonly isReadOnly?: boolean
  /**
   * What is missing because index blobs or manifests are damaged does no harm to the result, or the command says it itself. Any other command
   * that only reads does its work and then ends with the error of the damage.
   */
  readonly mayBePartial?: boolean
  /** Afterwards, do the maintenance that is due: for commands that write or delete snapshots. Left out when the work ends with an exit code. */
  readonly maintains?: boolean
  /** Heed KOPIA_IGNORE_MALFORMED_MANIFEST_CONTENTS: nothing that the command does depends on manifests that cannot be read. */
  readonly mayIgnoreDamage?: boolean
  /** Open although index blobs are damaged: for commands that mend them and take nothing that is missing for deleted. */
  readonly mendsIndexes?: boolean
  /** Read everything from the storage itself, whatever copies there are on this machine: for commands that check it. */
  readonly checksStorage?: boolean
}

/** Opens the connected repository, runs `work`, and closes it in every case. */
export async function withRepository<R>(
  context: Connection,
  options: OpenOptions,
  work: (repository: OpenedRepository, config: ClientConfig) => Promise<R>,
): Promise<R> {
  const begun = await context.ahead?.take(context.configPath)
  const config = begun?.config ?? (await readClientConfig(context.configPath))
  const isReadOnly = options.isReadOnly === true || config.isReadOnly === true
  const unlimited = await openStorage(config.storage, {
    ...storageOptions(context),
    mode: 'existing',
    readonly: isReadOnly,
    begun: begun?.opening,
  })
  const throttled = throttling(unlimited, limitsOf(config), context.clock)
  const storage = options.checksStorage === true ? throttled : withReadCache(context, config.storage, throttled, begun?.cache)
  let repository: OpenedRepository
  try {
    const { password } = await resolvePassword(context, { given: context.passwordFlag, stored: await readPassword(context.configPath) })
    repository = await openRepository({
      storage,
      password,
      keys: begun?.keys,
      identity: identityOf(context, config),
      clock: context.clock,
      random: context.random,
      log: context.log,
      readonly: isReadOnly,
      // Whoever only reads gets what is intact; a writer must not take what is missing for deleted.
      tolerates:
        options.isReadOnly === true || options.mendsIndexes === true
          ? 'indexes'
          : options.mayIgnoreDamage === true && ignoresManifestDamage(context)
            ? 'manifests'
            : undefined,
      workerUrl: new URL(context.entryUrl),
      signal: context.signal,
      ...(context.workers === undefined ? {} : { workers: context.workers }),
    })
  } catch (error) {
    await storage.close()
    throw error
  }
  if (begun !== undefined && options.checksStorage !== true) await keepFormat(begun, repository.care.format.formatBlobBytes)
  try {
    const ahead = options.maintains === true ? dueAhead(context, repository) : undefined
    const result = await work(repository, config)
    const [damage] = options.isReadOnly === true && options.mayBePartial !== true ? repository.care.damageSoFar() : []
    if (damage !== undefined) throw damage.error
    const isDone = options.maintains === true && (typeof result !== 'number' || result === 0)
    // Asked only then: whether all is whole is known when every manifest has been read.
    if (isDone && (await repository.care.damage()).length === 0) await maintainWhenDue(context, repository, ahead)
    await repository.publish([], context.signal)
    return result
  } finally {
    await repository.close()
  }
}

/** Kopia's own way to go on writing although manifests are damaged; for maintenance the data of lost snapshots would be garbage. */
function ignoresManifestDamage({ env }: CommandContext): boolean {
  return (env['KOPIA_IGNORE_MALFORMED_MANIFEST_CONTENTS'] ?? '') !== ''
}

/** `user@host` of the client: what the connection file says, else those of the machine. */
export function identityOf(context: CommandContext, config?: Pick<ClientConfig, 'username' | 'hostname'>) {
  const { userName, hostName } = context.os
  return overrideIdentity(defaultIdentity({ platform: context.platform, userName, hostName }), {
    userName: config?.username,
    host: config?.hostname,
  })
}
