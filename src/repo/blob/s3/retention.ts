/** For how long the store keeps an object whatever anybody asks for (object lock). */
import type { ObjectLockMode, ObjectLockRetention } from '@aws-sdk/client-s3'
import { CairnError } from '../../../errors.ts'
import type { Clock } from '../../../util/clock.ts'
import type { BlobRetention } from '../storage.ts'

/** Members of a request that writes an object. Errors: CAIRN_NOT_SUPPORTED for a mode that S3 does not know. */
export function retentionOf(retention: BlobRetention, clock: Clock): { ObjectLockMode: ObjectLockMode; ObjectLockRetainUntilDate: Date } {
  return { ObjectLockMode: modeOf(retention), ObjectLockRetainUntilDate: untilDate(retention, clock) }
}

/** The same for an object that exists. */
export function untilOf(retention: BlobRetention, clock: Clock): ObjectLockRetention {
  return { Mode: modeOf(retention), RetainUntilDate: untilDate(retention, clock) }
}

function modeOf({ retentionMode }: BlobRetention): ObjectLockMode {
  if (retentionMode === 'GOVERNANCE' || retentionMode === 'COMPLIANCE') return retentionMode
  throw new CairnError('CAIRN_NOT_SUPPORTED', `S3 has no retention mode ${JSON.stringify(retentionMode.slice(0, 40))}.`, {
    hint: 'Use GOVERNANCE or COMPLIANCE.',
  })
}

function untilDate({ retentionPeriodNs }: BlobRetention, clock: Clock): Date {
  return new Date(clock.nowMs() + Number(retentionPeriodNs / 1_000_000n))
}
