/**
 * The format payload: the settings and secrets of a repository, as compact JSON (docs/repository-format.md, "Format payload").
 *
 * {"format":{hash, encryption, ecc?, eccOverheadPercent?, secret, masterKey, version, maxPackSize, indexVersion,
 *  epochParameters, enablePasswordChange, splitter, upgradeLock?, requiredFeatures?}}
 */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { type CheckedObject, damagedFormat, toBase64 } from './checked-json.ts'
import type { ContentFormat, EpochParameters } from './interface.ts'

const WHERE = 'format payload'
const MiB = 1024 * 1024
const DEFAULT_PACK_BYTES = 20 * MiB
const MIN_PACK_BYTES = 10 * MiB
const MAX_PACK_BYTES = 120 * MiB
const NS_PER_MINUTE = 60_000_000_000n

/** What a repository from before splitters were recorded uses. */
const UNNAMED_SPLITTER = 'FIXED'

/** The epoch parameters of a new repository: kopia's own. */
export const DEFAULT_EPOCHS: EpochParameters = {
  enabled: true,
  refreshFrequencyNs: 20n * NS_PER_MINUTE,
  fullCheckpointFrequency: 7,
  cleanupSafetyMarginNs: 4n * 60n * NS_PER_MINUTE,
  minEpochDurationNs: 24n * 60n * NS_PER_MINUTE,
  advanceOnCount: 20,
  advanceOnTotalSizeBytes: 10 * MiB,
  deleteParallelism: 4,
}

/** The settings in the `format` object of a payload. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED for another version. */
export function decodeContentFormat(json: CheckedObject): ContentFormat {
  const version = json.count('version')
  if (version !== 1 && version !== 2 && version !== 3) throw unsupportedVersion('format', version)
  const indexVersion = json.count('indexVersion') || 1
  if (indexVersion !== 1 && indexVersion !== 2) throw unsupportedVersion('index', indexVersion)
  const maxPackSizeBytes = json.count('maxPackSize') || DEFAULT_PACK_BYTES
  if (maxPackSizeBytes > MAX_PACK_BYTES) throw damagedFormat(WHERE, `asks for packs of ${maxPackSizeBytes} bytes`)
  const eccOverheadPercent = json.count('eccOverheadPercent')
  return {
    hash: json.text('hash'),
    encryption: json.text('encryption'),
    // Error correction is off without a name or without overhead, and in version 1 whatever the fields say.
    ecc: eccOverheadPercent > 0 && version !== 1 ? json.text('ecc') : '',
    eccOverheadPercent,
    hashSecret: json.bytes('secret'),
    masterKey: json.bytes('masterKey'),
    version,
    maxPackSizeBytes,
    indexVersion,
    epochs: decodeEpochs(json.object('epochParameters')),
    enablePasswordChange: json.flag('enablePasswordChange'),
    splitter: json.text('splitter') || UNNAMED_SPLITTER,
  }
}

/** The payload of a new repository, with kopia's fields in kopia's order. */
export function encodeContentFormat(format: ContentFormat): Uint8Array {
  if (format.maxPackSizeBytes < MIN_PACK_BYTES || format.maxPackSizeBytes > MAX_PACK_BYTES) {
    throw new CairnError('CAIRN_USAGE', `Packs must be between ${MIN_PACK_BYTES} and ${MAX_PACK_BYTES} bytes long.`)
  }
  const { epochs } = format
  const json = {
    hash: format.hash,
    encryption: format.encryption,
    ...(format.ecc === '' ? {} : { ecc: format.ecc, eccOverheadPercent: format.eccOverheadPercent }),
    ...(format.hashSecret.length === 0 ? {} : { secret: toBase64(format.hashSecret) }),
    masterKey: toBase64(format.masterKey),
    version: format.version,
    maxPackSize: format.maxPackSizeBytes,
    indexVersion: format.indexVersion,
    epochParameters: {
      Enabled: epochs.enabled,
      // Far below 2^53: the longest is a day in nanoseconds.
      EpochRefreshFrequency: Number(epochs.refreshFrequencyNs),
      FullCheckpointFrequency: epochs.fullCheckpointFrequency,
      CleanupSafetyMargin: Number(epochs.cleanupSafetyMarginNs),
      MinEpochDuration: Number(epochs.minEpochDurationNs),
      EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
      EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
      DeleteParallelism: epochs.deleteParallelism,
    },
    enablePasswordChange: format.enablePasswordChange,
    splitter: format.splitter,
  }
  return utf8(JSON.stringify({ format: json }))
}

function decodeEpochs(json: CheckedObject | undefined): EpochParameters {
  const epochs = {
    enabled: json?.flag('Enabled') ?? false,
    refreshFrequencyNs: json?.duration('EpochRefreshFrequency') ?? 0n,
    fullCheckpointFrequency: json?.count('FullCheckpointFrequency') ?? 0,
    cleanupSafetyMarginNs: json?.duration('CleanupSafetyMargin') ?? 0n,
    minEpochDurationNs: json?.duration('MinEpochDuration') ?? 0n,
    advanceOnCount: json?.count('EpochAdvanceOnCountThreshold') ?? 0,
    advanceOnTotalSizeBytes: json?.count('EpochAdvanceOnTotalSizeBytesThreshold') ?? 0,
    deleteParallelism: json?.count('DeleteParallelism') ?? 0,
  }
  // The delays between writers and cleaning depend on these; outside the limits that kopia keeps, writing would be unsafe.
  const isSound =
    epochs.refreshFrequencyNs > 0n &&
    epochs.minEpochDurationNs >= 10n * NS_PER_MINUTE &&
    epochs.minEpochDurationNs >= 3n * epochs.refreshFrequencyNs &&
    epochs.cleanupSafetyMarginNs >= 3n * epochs.refreshFrequencyNs &&
    epochs.fullCheckpointFrequency > 0 &&
    epochs.advanceOnCount >= 10 &&
    epochs.advanceOnTotalSizeBytes >= MiB
  if (epochs.enabled && !isSound) throw damagedFormat(WHERE, 'has epoch parameters outside the limits of the format')
  return epochs
}

function unsupportedVersion(what: string, version: number): CairnError {
  return new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The repository has ${what} version ${version}, which is not supported.`, {
    hint: 'It was made by a newer program. Update Cairn, or use kopia.',
  })
}
