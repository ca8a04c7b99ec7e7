/**
 * The format payload: the settings and secrets of a repository, as compact JSON (docs/repository-format.md, "Format payload").
 *
 * {"format":{hash, encryption, ecc?, eccOverheadPercent?, secret, masterKey, version, maxPackSize, indexVersion,
 *  epochParameters, enablePasswordChange, splitter, upgradeLock?, requiredFeatures?}}
 */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { encodeGoJson } from '../../util/go-json.ts'
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

/** The epoch parameters of a repository without epochs. */
export const NO_EPOCHS: EpochParameters = {
  enabled: false,
  refreshFrequencyNs: 0n,
  fullCheckpointFrequency: 0,
  cleanupSafetyMarginNs: 0n,
  minEpochDurationNs: 0n,
  advanceOnCount: 0,
  advanceOnTotalSizeBytes: 0,
  deleteParallelism: 0,
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
  checkPackSize(format.maxPackSizeBytes)
  const json = {
    hash: format.hash,
    encryption: format.encryption,
    ...(format.ecc === '' ? {} : { ecc: format.ecc, eccOverheadPercent: format.eccOverheadPercent }),
    ...(format.hashSecret.length === 0 ? {} : { secret: toBase64(format.hashSecret) }),
    masterKey: toBase64(format.masterKey),
    version: format.version,
    maxPackSize: format.maxPackSizeBytes,
    indexVersion: format.indexVersion,
    epochParameters: epochMembers(format.epochs),
    enablePasswordChange: format.enablePasswordChange,
    splitter: format.splitter,
  }
  return utf8(encodeGoJson({ format: json }))
}

/** CAIRN_USAGE unless packs may be that long. */
export function checkPackSize(bytes: number): void {
  if (bytes >= MIN_PACK_BYTES && bytes <= MAX_PACK_BYTES) return
  throw new CairnError('CAIRN_USAGE', `Packs must be between ${MIN_PACK_BYTES} and ${MAX_PACK_BYTES} bytes long.`)
}

/** Epoch parameters as the payload has them. */
export function epochMembers(epochs: EpochParameters) {
  return {
    Enabled: epochs.enabled,
    EpochRefreshFrequency: epochs.refreshFrequencyNs,
    FullCheckpointFrequency: epochs.fullCheckpointFrequency,
    CleanupSafetyMargin: epochs.cleanupSafetyMarginNs,
    MinEpochDuration: epochs.minEpochDurationNs,
    EpochAdvanceOnCountThreshold: epochs.advanceOnCount,
    EpochAdvanceOnTotalSizeBytesThreshold: epochs.advanceOnTotalSizeBytes,
    DeleteParallelism: epochs.deleteParallelism,
  }
}

/** What is wrong with epoch parameters, as sentences: the delays between writers and cleaning depend on them, and kopia keeps the same limits. */
export function epochFaults(epochs: EpochParameters): string[] {
  const checks: readonly (readonly [boolean, string])[] = [
    [epochs.refreshFrequencyNs > 0n, 'Epochs must be refreshed now and then: the refresh frequency is zero.'],
    [epochs.minEpochDurationNs >= 10n * NS_PER_MINUTE, 'An epoch lasts ten minutes or longer.'],
    [epochs.minEpochDurationNs >= 3n * epochs.refreshFrequencyNs, 'An epoch lasts at least three times as long as the refresh frequency.'],
    [epochs.cleanupSafetyMarginNs >= 3n * epochs.refreshFrequencyNs, 'The cleanup margin is at least three times the refresh frequency.'],
    [epochs.fullCheckpointFrequency > 0, 'Ranges of epochs are compacted every so many epochs, and that is above zero.'],
    [epochs.advanceOnCount >= 10, 'An epoch takes ten index blobs or more before the next one begins.'],
    [epochs.advanceOnTotalSizeBytes >= MiB, 'An epoch takes 1 MiB of index blobs or more before the next one begins.'],
  ]
  return checks.filter(([isSound]) => !isSound).map(([, fault]) => fault)
}

function decodeEpochs(json: CheckedObject | undefined): EpochParameters {
  if (json === undefined) return NO_EPOCHS
  const epochs = {
    enabled: json.flag('Enabled'),
    refreshFrequencyNs: json.duration('EpochRefreshFrequency'),
    fullCheckpointFrequency: json.count('FullCheckpointFrequency'),
    cleanupSafetyMarginNs: json.duration('CleanupSafetyMargin'),
    minEpochDurationNs: json.duration('MinEpochDuration'),
    advanceOnCount: json.count('EpochAdvanceOnCountThreshold'),
    advanceOnTotalSizeBytes: json.count('EpochAdvanceOnTotalSizeBytesThreshold'),
    deleteParallelism: json.count('DeleteParallelism'),
  }
  // Outside the limits, writing would be unsafe.
  if (epochs.enabled && epochFaults(epochs).length > 0) throw damagedFormat(WHERE, 'has epoch parameters outside the limits of the format')
  return epochs
}

function unsupportedVersion(what: string, version: number): CairnError {
  return new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The repository has ${what} version ${version}, which is not supported.`, {
    hint: 'It was made by a newer program. Update Cairn, or use kopia.',
  })
}
