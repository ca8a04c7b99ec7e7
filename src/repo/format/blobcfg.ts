/**
 * The blob `kopia.blobcfg`: how long storage must keep blobs, sealed like the format payload (docs/repository-format.md, "Blob configuration").
 *
 * {} or {"retentionMode":"GOVERNANCE","retentionPeriod":<ns>}
 */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import type { BlobRetention } from '../blob/storage.ts'
import { damagedFormat, parseCheckedObject } from './checked-json.ts'
import type { UnlockedFormat } from './open.ts'

export type { BlobRetention } from '../blob/storage.ts'

/** ID of the blob configuration. */
export const BLOB_CONFIG_BLOB_ID = 'kopia.blobcfg'

const MAX_BYTES = 64 * 1024

const NS_PER_DAY = 86_400_000_000_000n

/** Absent fields mean that nothing is retained. */
export interface BlobConfig {
  /** `GOVERNANCE`, `COMPLIANCE` or, on Azure, `Locked`. */
  readonly retentionMode?: string
  readonly retentionPeriodNs?: bigint
  /** The JSON as it was stored; written back unchanged, with fields and digits that are not understood here. */
  readonly stored?: Uint8Array
}

/** Fails with CAIRN_USAGE when settings for a repository make no sense. */
export function checkRetention({ retentionMode, retentionPeriodNs }: BlobRetention): void {
  if ((retentionMode === '') !== (retentionPeriodNs === 0n)) {
    throw new CairnError('CAIRN_USAGE', 'Retention of blobs needs a mode and a period.', {
      hint: 'Give both --retention-mode and --retention-period, or neither.',
    })
  }
  if (retentionPeriodNs !== 0n && retentionPeriodNs < NS_PER_DAY) {
    throw new CairnError('CAIRN_USAGE', 'Blobs can be retained for a day or longer, not for less.', {
      hint: 'Give a --retention-period of 24h or more.',
    })
  }
}

/** The retention that is in force; undefined when there is none. */
export function retentionOf({ retentionMode, retentionPeriodNs }: BlobConfig): BlobRetention | undefined {
  if (retentionMode === undefined || retentionPeriodNs === undefined) return undefined
  return { retentionMode, retentionPeriodNs }
}

/** Opens the blob; an absent one (`undefined`) means no retention. CAIRN_FORMAT_DAMAGED when it does not belong to the format blob. */
export function decodeBlobConfig(sealed: Uint8Array | undefined, format: UnlockedFormat): BlobConfig {
  if (sealed === undefined) return {}
  const where = `blob ${BLOB_CONFIG_BLOB_ID}`
  if (sealed.length > MAX_BYTES) throw damagedFormat(where, `has ${sealed.length} bytes, more than ${MAX_BYTES}`)
  const stored = format.unsealWithFormatKey(sealed)
  if (stored === undefined) {
    throw damagedFormat(where, 'cannot be opened although the password is right: a change of password may have been cut short')
  }
  const json = parseCheckedObject(stored, where)
  const retentionMode = json.text('retentionMode')
  const retentionPeriodNs = json.duration('retentionPeriod')
  if ((retentionMode === '') !== (retentionPeriodNs === 0n)) throw damagedFormat(where, 'has only one of retention mode and period')
  return retentionMode === '' ? { stored } : { retentionMode, retentionPeriodNs, stored }
}

/** The JSON to be sealed; what was stored before when there is such. */
export function encodeBlobConfig(config: BlobConfig): Uint8Array {
  if (config.stored !== undefined) return config.stored
  if (config.retentionMode === undefined || config.retentionPeriodNs === undefined) return utf8('{}')
  return utf8(`{"retentionMode":${JSON.stringify(config.retentionMode)},"retentionPeriod":${config.retentionPeriodNs}}`)
}
