/** What holds where no policy says anything (docs/repository-format.md, "Policy defaults"). */
import type { Policy } from './policy.ts'

/** Kopia's built-in defaults; the number of parallel file reads is that of the processors, and cache directories are ignored. */
export const DEFAULT_POLICY: Policy = {
  retention: {
    keepLatest: 10,
    keepHourly: 48,
    keepDaily: 7,
    keepWeekly: 4,
    keepMonthly: 24,
    keepAnnual: 3,
    ignoreIdenticalSnapshots: false,
  },
  files: { ignoreDotFiles: ['.kopiaignore'] },
  errorHandling: { ignoreFileErrors: false, ignoreDirectoryErrors: false, ignoreUnknownTypes: true },
  scheduling: { runMissed: true },
  compression: { compressorName: 'none' },
  metadataCompression: { compressorName: 'zstd-fastest' },
  osSnapshots: { volumeShadowCopy: { enable: 0 } },
  logging: { directories: { snapshotted: 5, ignored: 5 }, entries: { snapshotted: 0, ignored: 5, cacheHit: 0, cacheMiss: 0 } },
  upload: { maxParallelSnapshots: 1, parallelUploadAboveSize: 2147483648 },
}

/** The global policy of a new repository of ours: the defaults written out, files compressed. */
export const NEW_REPOSITORY_POLICY: Policy = { ...DEFAULT_POLICY, compression: { compressorName: 'zstd-fastest' } }
