/** The same repository with other parameters: the payload is changed member by member, so that what is unknown here stays. */
import { CairnError } from '../../errors.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import { encodeGoJson, type GoJsonValue } from '../../util/go-json.ts'
import { isJsonObject, type JsonObject } from '../../util/json-read.ts'
import type { RandomSource } from '../../util/random.ts'
import type { BlobRetention } from '../blob/storage.ts'
import { type BlobConfig, checkRetention, encodeBlobConfig, retentionOf } from './blobcfg.ts'
import { damagedFormat } from './checked-json.ts'
import { checkPackSize, DEFAULT_EPOCHS, decodeContentFormat, epochFaults, epochMembers } from './content-format.ts'
import { encodeFormatBlob } from './format-blob.ts'
import type { ContentFormat, EpochParameters } from './interface.ts'
import { parsePayload, type UnlockedFormat } from './open.ts'

/** What is absent stays as it is. */
export interface FormatChange {
  /** To epochs, version 2 of index files and at least version 2 of the format. */
  readonly isUpgrade?: boolean
  readonly maxPackSizeBytes?: number | undefined
  /** Can only grow. */
  readonly indexVersion?: number | undefined
  /** An empty mode ends retention. A mode or a period alone changes only that. */
  readonly retention?: Partial<BlobRetention> | undefined
  readonly epochs?: Partial<EpochParameters> | undefined
}

/** The two blobs to be stored, and what the new payload says. */
export interface ChangedFormat {
  readonly formatBlob: Uint8Array
  readonly blobcfg: Uint8Array
  readonly content: ContentFormat
  /** What the new blob configuration asks for. */
  readonly retention: BlobRetention | undefined
}

/**
 * The new blobs; undefined when nothing changes. Index blobs are not touched: after an upgrade to epochs they must be there before these.
 *
 * Errors: CAIRN_USAGE for a value out of range.
 */
export async function changeFormatParameters(
  current: UnlockedFormat,
  blobConfig: BlobConfig,
  change: FormatChange,
  random: RandomSource,
): Promise<ChangedFormat | undefined> {
  const content = changedContent(current.content, change)
  const retention = changedRetention(blobConfig, change.retention)
  const isChanged = change.isUpgrade === true || retention !== undefined || hasChanges(change)
  if (!isChanged) return undefined
  const payload = changedPayload(current.payload, content)
  const blob = { ...current.blob, sealedPayload: current.sealWithFormatKey(payload, random) }
  const formatBlob = encodeFormatBlob(blob)
  const config = retention ?? blobConfig
  const blobcfg = current.sealWithFormatKey(encodeBlobConfig(config), random)
  return { formatBlob, blobcfg, content: decodeContentFormat(parsePayload(payload)), retention: retentionOf(config) }
}

function hasChanges({ maxPackSizeBytes, indexVersion, epochs }: FormatChange): boolean {
  return maxPackSizeBytes !== undefined || indexVersion !== undefined || Object.values(epochs ?? {}).some((value) => value !== undefined)
}

function changedContent(content: ContentFormat, change: FormatChange): ContentFormat {
  const isUpgrade = change.isUpgrade === true
  const beginsEpochs = isUpgrade && !content.epochs.enabled
  const given = Object.fromEntries(Object.entries(change.epochs ?? {}).filter(([, value]) => value !== undefined))
  const epochs: EpochParameters = { ...(beginsEpochs ? DEFAULT_EPOCHS : content.epochs), ...given }
  const fault = epochs.enabled ? epochFaults(epochs)[0] : undefined
  if (fault !== undefined) throw new CairnError('CAIRN_USAGE', fault)
  const maxPackSizeBytes = change.maxPackSizeBytes ?? content.maxPackSizeBytes
  if (change.maxPackSizeBytes !== undefined) checkPackSize(maxPackSizeBytes)
  const indexVersion = Math.max(beginsEpochs ? 2 : content.indexVersion, changedIndexVersion(content, change.indexVersion))
  return {
    ...content,
    maxPackSizeBytes,
    indexVersion: indexVersion === 2 ? 2 : 1,
    version: isUpgrade && content.version < 2 ? 2 : content.version,
    epochs,
  }
}

function changedIndexVersion({ indexVersion }: ContentFormat, asked: number | undefined): number {
  if (asked === undefined) return indexVersion
  if (asked !== 1 && asked !== 2) throw new CairnError('CAIRN_USAGE', `There is no index version ${asked}: there are 1 and 2.`)
  if (asked < indexVersion) throw new CairnError('CAIRN_USAGE', 'The version of the index can only be raised.')
  return asked
}

/** Undefined when it stays. */
function changedRetention(current: BlobConfig, asked: Partial<BlobRetention> | undefined): BlobConfig | undefined {
  if (asked === undefined) return undefined
  if (asked.retentionMode === '') return current.retentionMode === undefined ? undefined : {}
  const next = {
    retentionMode: asked.retentionMode ?? current.retentionMode ?? '',
    retentionPeriodNs: asked.retentionPeriodNs ?? current.retentionPeriodNs ?? 0n,
  }
  checkRetention(next)
  return next
}

/** Members that a change can touch are set, in their old places; all others keep value and order. */
function changedPayload(payload: Uint8Array, content: ContentFormat): Uint8Array {
  const document: unknown = JSON.parse(fromUtf8(payload) ?? '{}')
  const format = isJsonObject(document) ? document['format'] : undefined
  if (!isJsonObject(document) || !isJsonObject(format)) throw damagedFormat('format payload', 'has no "format" object')
  const oldEpochs = format['epochParameters']
  const changed: JsonObject = {
    ...format,
    version: content.version,
    maxPackSize: content.maxPackSizeBytes,
    indexVersion: content.indexVersion,
    epochParameters: { ...(isJsonObject(oldEpochs) ? oldEpochs : {}), ...epochMembers(content.epochs) },
  }
  try {
    // The cast holds because everything else was parsed from JSON.
    return utf8(encodeGoJson({ ...document, format: changed } as GoJsonValue))
  } catch (cause) {
    throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', 'The format payload holds a number that Cairn cannot write back unchanged.', {
      hint: 'It was made by a newer program. Use that to change parameters.',
      cause,
    })
  }
}
