/** The table of error corrections. */
import { CairnError } from '../../errors.ts'
import { type ErrorCorrection, reedSolomonCrc32 } from './shards.ts'

export type { ErrorCorrection } from './shards.ts'

/** Name in the format payload -> error correction for an overhead in percent (docs/repository-format.md, "Error correction"). */
export const ERROR_CORRECTIONS: Readonly<Record<string, (overheadPercent: number) => ErrorCorrection>> = {
  'REED-SOLOMON-CRC32': reedSolomonCrc32,
}

/** The error correction of a new repository that asks for some overhead. */
export const DEFAULT_ERROR_CORRECTION = 'REED-SOLOMON-CRC32'

/** The error correction called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state but tables. */
export function createErrorCorrection(name: string, overheadPercent: number): ErrorCorrection {
  const create = Object.hasOwn(ERROR_CORRECTIONS, name) ? ERROR_CORRECTIONS[name] : undefined
  if (create !== undefined) return create(overheadPercent)
  throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The error correction ${JSON.stringify(name)} is not supported.`, {
    hint: `Supported is ${Object.keys(ERROR_CORRECTIONS).join(', ')}.`,
  })
}
