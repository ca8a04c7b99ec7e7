/** `cairn repository status`: Kopia's text and JSON. */
import { statfsSync } from 'node:fs'
import { withRepository } from '../../commands/open.ts'
import type { BlobRetentionFacts, EpochFacts, RepositoryFormatFacts } from '../../repo/api.ts'
import { storagePath } from '../../repo/blob/storage-config.ts'
import type { ClientConfig } from '../../repo/config-format.ts'
import { durationText } from '../../report/kopia-text.ts'
import { formatBytes } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function repositoryStatus(context: CliContext, input: CommandInput): Promise<number> {
  await withRepository(context, { isReadOnly: true }, async (repository, config) => {
    const status = { configPath: context.configPath, config, facts: repository.facts, volume: volumeOf(config) }
    if (input.isOn('json')) context.print(statusJson(status))
    else for (const line of statusLines(status)) context.print(line)
  })
  return 0
}

interface Status {
  readonly configPath: string
  readonly config: ClientConfig
  readonly facts: RepositoryFormatFacts
  readonly volume: Volume | undefined
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

function statusLines({ configPath, config, facts, volume }: Status): string[] {
  const storage = JSON.stringify(config.storage.config, null, 2).split('\n')
  const row = (name: string, value: string) => `${`${name}:`.padEnd(WIDTH)}${value}`
  const cacheNs = BigInt(config.formatBlobCacheDurationNs ?? 0)
  return [
    row('Config file', configPath),
    '',
    row('Description', config.description ?? ''),
    row('Hostname', config.hostname),
    row('Username', config.username),
    row('Read-only', String(config.isReadOnly ?? false)),
    row('Format blob cache', cacheNs > 0n ? durationText(cacheNs) : 'disabled'),
    '',
    row('Storage type', config.storage.type),
    ...(volume === undefined
      ? []
      : [row('Storage capacity', formatBytes(volume.capacity)), row('Storage available', formatBytes(volume.available))]),
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
    row('Max pack length', formatBytes(facts.maxPackSizeBytes)),
    row('Index Format', `v${facts.indexVersion}`),
    ...(facts.epochsEnabled ? ['', row('Epoch Manager', 'enabled'), '', ...epochLines(facts.epochs)] : [row('Epoch Manager', 'disabled')]),
    ...retentionLines(facts.blobRetention),
  ]
}

function epochLines(epochs: EpochFacts): string[] {
  const advance = `${epochs.advanceOnCount} blobs or ${formatBytes(epochs.advanceOnTotalSizeBytes)}`
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

/** Durations are whole nanoseconds, far below 2^53. */
function statusJson({ configPath, config, facts, volume }: Status): string {
  const { epochs } = facts
  const json = JSON.stringify({
    configFile: configPath,
    uniqueIDHex: facts.uniqueId,
    clientOptions: {
      hostname: config.hostname,
      username: config.username,
      ...(config.isReadOnly ? { readonly: true } : {}),
      description: config.description,
      enableActions: config.enableActions,
      formatBlobCacheDuration: config.formatBlobCacheDurationNs,
    },
    storage: config.storage,
    ...(volume === undefined ? {} : { volume }),
    contentFormat: {
      hash: facts.hash,
      encryption: facts.encryption,
      ...(facts.ecc === '' ? {} : { ecc: facts.ecc, eccOverheadPercent: facts.eccOverheadPercent }),
      version: facts.formatVersion,
      maxPackSize: facts.maxPackSizeBytes,
      indexVersion: facts.indexVersion,
      epochParameters: {
        Enabled: facts.epochsEnabled,
        EpochRefreshFrequency: Number(epochs.refreshFrequencyNs),
        FullCheckpointFrequency: epochs.fullCheckpointFrequency,
        CleanupSafetyMargin: Number(epochs.cleanupSafetyMarginNs),
        MinEpochDuration: Number(epochs.minEpochDurationNs),
        EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
        EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
        DeleteParallelism: epochs.deleteParallelism,
      },
      enablePasswordChange: facts.isPasswordChangeSupported,
    },
    objectFormat: { splitter: facts.splitter },
    blobRetention: {},
  })
  const { blobRetention: kept } = facts
  // The period has more digits than a number of JavaScript holds.
  return kept === undefined
    ? json
    : json.replace(/\{\}\}$/, `{"retentionMode":"${kept.retentionMode}","retentionPeriod":${kept.retentionPeriodNs}}}`)
}
