/** `cairn repository status`: Kopia's text and JSON. */
import { statfsSync } from 'node:fs'
import { withRepository } from '../../commands/open.ts'
import { resolvePassword } from '../../commands/password.ts'
import { messageOf } from '../../errors.ts'
import type { BlobRetentionFacts, EpochFacts, RepositoryFormatFacts } from '../../repo/api.ts'
import { descriptionOf, secretsIn, storagePath, withoutSecrets } from '../../repo/blob/storage-config.ts'
import { readPassword } from '../../repo/config.ts'
import { type ClientConfig, compactGoJson, indentGoJson } from '../../repo/config-format.ts'
import { encodeToken } from '../../repo/connection-token.ts'
import { EpochManager } from '../../repo/content/epoch-manager.ts'
import type { IndexBlobManager } from '../../repo/content/index/blob-manager.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import { indentJson } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printText } from '../harmless.ts'

export async function repositoryStatus(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true }, async (repository, config) => {
    const { facts, care } = repository
    const epoch = await writeEpoch(care.contents.indexBlobs, context)
    const status = { configPath: context.configPath, config, facts, volume: volumeOf(config), epoch, size: sizeTextOf(context.env) }
    if (input.isOn('json')) {
      context.print(input.isOn('json-indent') ? indentJson(statusJson(status)) : statusJson(status))
      return
    }
    for (const line of statusLines(status)) printText(context, line)
    // Kopia takes the second switch to mean nothing without the first.
    if (input.isOn('reconnect-token')) await printToken(context, input, config)
  })
  return 0
}

/** The epoch that writers add to; undefined without epochs, or when it cannot be told. */
async function writeEpoch(indexBlobs: IndexBlobManager, context: CliContext): Promise<number | undefined> {
  try {
    return indexBlobs instanceof EpochManager ? (await indexBlobs.survey(context.signal)).state.writeEpoch : undefined
  } catch (error) {
    context.log.debug(`The current epoch is not known: ${messageOf(error)}`)
    return undefined
  }
}

async function printToken(context: CliContext, input: CommandInput, config: ClientConfig): Promise<void> {
  const hasPassword = input.isOn('reconnect-token-with-password')
  const sources = { given: context.passwordFlag, stored: await readPassword(context.configPath) }
  const password = hasPassword ? (await resolvePassword(context, sources)).password : undefined
  const token = encodeToken({ storage: config.storage, password })
  for (const line of ['', 'To reconnect to the repository use:', '', `$ cairn repository connect from-config --token ${token}`, ''])
    context.print(line)
  const secrets = secretsIn(config.storage)
  if (secrets.length > 0) {
    context.log.notice(`Whoever has this token can read the credentials of the storage in it (${secrets.join(', ')}): keep it secret.`)
  }
  if (hasPassword) context.print('NOTICE: Whoever has this token can read the password in it. Keep it as safe as the password itself.')
}

interface Status {
  readonly configPath: string
  readonly config: ClientConfig
  readonly facts: RepositoryFormatFacts
  readonly volume: Volume | undefined
  readonly epoch: number | undefined
  readonly size: SizeText
}

interface Volume {
  readonly capacity: number
  readonly available: number
}

/** Undefined where the system does not tell. */
function volumeOf(config: ClientConfig): Volume | undefined {
  const path = storagePath(config.storage)
  if (path === undefined) return undefined
  try {
    const { blocks, bavail, bsize } = statfsSync(path)
    return { capacity: blocks * bsize, available: bavail * bsize }
  } catch {
    return undefined
  }
}

const WIDTH = 21

function statusLines({ configPath, config, facts, volume, epoch, size }: Status): string[] {
  const storage = indentGoJson(withoutSecrets(config.storage).config).split('\n')
  const row = (name: string, value: string) => `${`${name}:`.padEnd(WIDTH)}${value}`
  const cacheNs = BigInt(config.formatBlobCacheDurationNs ?? 0)
  return [
    row('Config file', configPath),
    '',
    row('Description', config.description || descriptionOf(config.storage)),
    row('Hostname', config.hostname),
    row('Username', config.username),
    row('Read-only', String(config.isReadOnly ?? false)),
    row('Format blob cache', cacheNs > 0n ? durationText(cacheNs) : 'disabled'),
    '',
    row('Storage type', config.storage.type),
    ...(storagePath(config.storage) === undefined ? [row('Storage capacity', 'unbounded')] : []),
    ...(volume === undefined ? [] : [row('Storage capacity', size(volume.capacity)), row('Storage available', size(volume.available))]),
    row('Storage config', storage[0] ?? ''),
    ...storage.slice(1).map((line) => `${' '.repeat(WIDTH)}${line}`),
    '',
    row('Unique ID', facts.uniqueId),
    row('Hash', facts.hash),
    row('Encryption', facts.encryption),
    row('Splitter', facts.splitter),
    row('Format version', String(facts.formatVersion)),
    row('Content compression', String(facts.indexVersion >= 2)),
    row('Password changes', String(facts.isPasswordChangeSupported)),
    row('Max pack length', size(facts.maxPackSizeBytes)),
    row('Index Format', `v${facts.indexVersion}`),
    ...(facts.epochsEnabled
      ? [
          '',
          row('Epoch Manager', 'enabled'),
          ...(epoch === undefined ? [] : [`Current Epoch: ${epoch}`]),
          '',
          ...epochLines(facts.epochs, size),
        ]
      : [row('Epoch Manager', 'disabled')]),
    ...retentionLines(facts.blobRetention),
  ]
}

function epochLines(epochs: EpochFacts, size: SizeText): string[] {
  const advance = `${epochs.advanceOnCount} blobs or ${size(epochs.advanceOnTotalSizeBytes)}`
  return [
    `Epoch refresh frequency: ${durationText(epochs.refreshFrequencyNs)}`,
    `Epoch advance on:        ${advance}, minimum ${durationText(epochs.minEpochDurationNs)}`,
    `Epoch cleanup margin:    ${durationText(epochs.cleanupSafetyMarginNs)}`,
    `Epoch range-compaction every: ${epochs.fullCheckpointFrequency} epochs`,
  ]
}

function retentionLines(retention: BlobRetentionFacts | undefined): string[] {
  if (retention === undefined) return []
  const period = durationText(retention.retentionPeriodNs)
  return ['', `Blob retention mode:     ${retention.retentionMode}`, `Blob retention period:   ${period}`]
}

/** Members in Kopia's order; what is not set is left out where Kopia leaves it out. */
function statusJson({ configPath, config, facts, volume }: Status): string {
  const { epochs, blobRetention } = facts
  return compactGoJson({
    configFile: configPath,
    uniqueIDHex: facts.uniqueId,
    clientOptions: {
      hostname: config.hostname,
      username: config.username,
      readonly: config.isReadOnly || undefined,
      permissiveCacheLoading: config.permissiveCacheLoading || undefined,
      description: config.description || descriptionOf(config.storage),
      enableActions: config.enableActions,
      formatBlobCacheDuration: config.formatBlobCacheDurationNs || undefined,
      throttlingLimits: config.throttlingLimits,
    },
    storage: withoutSecrets(config.storage),
    volume,
    contentFormat: {
      hash: facts.hash,
      encryption: facts.encryption,
      ecc: facts.ecc || undefined,
      eccOverheadPercent: facts.eccOverheadPercent || undefined,
      version: facts.formatVersion,
      maxPackSize: facts.maxPackSizeBytes,
      indexVersion: facts.indexVersion,
      epochParameters: {
        Enabled: facts.epochsEnabled,
        EpochRefreshFrequency: epochs.refreshFrequencyNs,
        FullCheckpointFrequency: epochs.fullCheckpointFrequency,
        CleanupSafetyMargin: epochs.cleanupSafetyMarginNs,
        MinEpochDuration: epochs.minEpochDurationNs,
        EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
        EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
        DeleteParallelism: epochs.deleteParallelism,
      },
      enablePasswordChange: facts.isPasswordChangeSupported,
    },
    objectFormat: { splitter: facts.splitter },
    blobRetention: { retentionMode: blobRetention?.retentionMode, retentionPeriod: blobRetention?.retentionPeriodNs },
  })
}
