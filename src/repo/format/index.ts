/** The format of a repository: what its two configuration blobs and its maintenance blob say. */
export { BLOB_CONFIG_BLOB_ID, type BlobConfig, checkRetention, decodeBlobConfig, retentionOf } from './blobcfg.ts'
export { type ChangedFormat, changeFormatParameters, type FormatChange } from './change.ts'
export { createContentEncryptor, type SealingFormat } from './content-encryptor.ts'
export { changeFormatPassword, createFormat, type NewFormat, type NewFormatOptions } from './create.ts'
export { decodeFormatBlob, FORMAT_BLOB_ID, MAX_FORMAT_BLOB_BYTES } from './format-blob.ts'
export type { ContentFormat, EpochParameters, OpenedFormat } from './interface.ts'
export { DEFAULT_KEY_DERIVATION, KEY_DERIVATION_NAMES } from './key-derivation.ts'
export {
  decodeMaintenanceSchedule,
  encodeMaintenanceSchedule,
  encodeScheduleJson,
  MAINTENANCE_BLOB_ID,
  type MaintenanceRun,
  type MaintenanceSchedule,
} from './maintenance-schedule.ts'
export { openFormat, type UnlockedFormat } from './open.ts'
export { recheckFormat } from './recheck.ts'
