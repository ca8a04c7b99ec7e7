/** `cairn repository set-client | set-parameters | change-password`. */
import { changeConnection, changeRepositoryPassword, setRepositoryParameters } from '../../commands/repository-settings.ts'
import { CairnError } from '../../errors.ts'
import { readClientConfig } from '../../repo/config.ts'
import { readCaching } from '../../repo/config-caching.ts'
import type { ClientConfig } from '../../repo/config-format.ts'
import type { FormatChange } from '../../repo/format/index.ts'
import { forgetFormatCopies } from '../cache-directory.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

const MiB = 2 ** 20

export async function repositorySetClient(context: CliContext, input: CommandInput): Promise<number> {
  const said: string[] = []
  const isChanged = await changeConnection(context, (config) => {
    const changes = clientChanges(config, input, (line) => said.push(line))
    return Object.keys(changes).length === 0 ? undefined : { ...config, ...changes }
  })
  for (const line of said) context.log.info(line)
  if (!isChanged)
    throw new CairnError('CAIRN_USAGE', 'Nothing changes.', { hint: 'Run "cairn repository set-client --help" for what can change.' })
  return 0
}

function clientChanges(config: ClientConfig, input: CommandInput, say: (line: string) => void): Partial<ClientConfig> {
  const changes: { -readonly [Key in keyof ClientConfig]?: ClientConfig[Key] } = {}
  const isReadOnly = config.isReadOnly === true
  if (input.isOn('read-only') && input.isOn('read-write')) {
    throw new CairnError('CAIRN_USAGE', '--read-only and --read-write do not go together.')
  }
  if (input.isOn('read-only')) {
    say(isReadOnly ? 'The connection is for reading only already.' : 'The connection is for reading only now.')
    if (!isReadOnly) changes.isReadOnly = true
  }
  if (input.isOn('read-write')) {
    say(isReadOnly ? 'The connection can write now.' : 'The connection can write already.')
    if (isReadOnly) changes.isReadOnly = false
  }
  if (input.isOn('permissive-cache-loading') && config.permissiveCacheLoading !== true) {
    changes.permissiveCacheLoading = true
    say('Kopia reads although index blobs are damaged, as Cairn does.')
  }
  for (const [flag, member, words] of [
    ['description', 'description', 'Description'],
    ['username', 'username', 'User name'],
    ['hostname', 'hostname', 'Host name'],
  ] as const) {
    const value = input.text(flag)
    if (value === undefined) continue
    changes[member] = value
    say(`${words}: ${value}`)
  }
  const cacheNs = durationFlagNs(input, 'repository-format-cache-duration')
  if (cacheNs !== undefined && cacheNs !== 0n) changes.formatBlobCacheDurationNs = Number(cacheNs)
  if (input.isOn('disable-repository-format-cache')) changes.formatBlobCacheDurationNs = -1
  if (changes.formatBlobCacheDurationNs !== undefined) say('Kopia takes the new setting for its copy of the format blob.')
  return changes
}

export async function repositorySetParameters(context: CliContext, input: CommandInput): Promise<number> {
  const isChanged = await setRepositoryParameters(context, formatChange(input))
  if (!isChanged) {
    context.log.info('Nothing changes.')
    return 0
  }
  await forgetCopies(context)
  context.log.info('The parameters are changed. Disconnect all other clients of the repository and connect them again.')
  return 0
}

function formatChange(input: CommandInput): FormatChange {
  // Zero means "not given", as in Kopia.
  const number = (name: string, unit = 1) => {
    const value = integerFlag(input, name)
    return value === undefined || value === 0 ? undefined : value * unit
  }
  const duration = (name: string) => durationFlagNs(input, name) || undefined
  const mode = input.text('retention-mode')
  const periodNs = duration('retention-period')
  return {
    isUpgrade: input.isOn('upgrade'),
    maxPackSizeBytes: number('max-pack-size-mb', MiB),
    indexVersion: number('index-version'),
    retention:
      mode === 'none'
        ? { retentionMode: '', retentionPeriodNs: 0n }
        : mode === undefined && periodNs === undefined
          ? undefined
          : { ...(mode === undefined ? {} : { retentionMode: mode }), ...(periodNs === undefined ? {} : { retentionPeriodNs: periodNs }) },
    epochs: {
      ...some('minEpochDurationNs', duration('epoch-min-duration')),
      ...some('refreshFrequencyNs', duration('epoch-refresh-frequency')),
      ...some('cleanupSafetyMarginNs', duration('epoch-cleanup-safety-margin')),
      ...some('advanceOnCount', number('epoch-advance-on-count')),
      ...some('advanceOnTotalSizeBytes', number('epoch-advance-on-size-mb', MiB)),
      ...some('deleteParallelism', number('epoch-delete-parallelism')),
      ...some('fullCheckpointFrequency', number('epoch-checkpoint-frequency')),
    },
  }
}

function some<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [name in Key]?: Value } {
  // The cast restates what the literal key says.
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]?: Value })
}

export async function repositoryChangePassword(context: CliContext, input: CommandInput): Promise<number> {
  await changeRepositoryPassword(context, input.text('new-password'), context.persistCredentials)
  await forgetCopies(context)
  context.log.info('The password of the repository is changed.')
  return 0
}

/** A Kopia on this machine would open its old copies of the format for a while yet. */
async function forgetCopies(context: CliContext): Promise<void> {
  const { caching } = await readClientConfig(context.configPath)
  forgetFormatCopies(readCaching(caching, context.configPath, context.platform).directory)
}
