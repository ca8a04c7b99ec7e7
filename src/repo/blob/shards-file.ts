/** Text of the file `.shards` <-> Sharding (docs/repository-format.md, "Filesystem layout"). */
import { CairnError } from '../../errors.ts'
import type { Sharding, ShardOverride } from './sharding.ts'

/** Name of the file in the root of a filesystem repository. */
export const SHARDS_FILE = '.shards'

/** More than any such file needs; a longer one is refused unread. */
export const SHARDS_FILE_MAX_BYTES = 64 * 1024

/** One line of JSON with a newline at its end, as other programs write it. */
export function formatShardsFile(sharding: Sharding): string {
  const { shards, maxNonShardedLength, overrides } = sharding
  return `${JSON.stringify({ default: shards, maxNonShardedLength, ...(overrides.length > 0 && { overrides }) })}\n`
}

/** Sharding of the text; CAIRN_STORAGE_SHARDS_INVALID naming `path` when it has another shape. An absent length means 0, as it does elsewhere. */
export function parseShardsFile(text: string, path: string): Sharding {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw invalid(path, 'it is not JSON', cause)
  }
  if (!isObject(value)) throw invalid(path, 'it is not a JSON object')
  const maxNonShardedLength = value['maxNonShardedLength'] ?? 0
  if (!isLength(maxNonShardedLength)) throw invalid(path, '"maxNonShardedLength" is not a length')
  const overrides = value['overrides'] ?? []
  if (!Array.isArray(overrides)) throw invalid(path, '"overrides" is not a list')
  return {
    shards: parseShards(value['default'], path, '"default"'),
    maxNonShardedLength,
    overrides: overrides.map((override: unknown): ShardOverride => {
      if (!isObject(override) || typeof override['prefix'] !== 'string') throw invalid(path, 'an override has no prefix')
      return { prefix: override['prefix'], shards: parseShards(override['shards'], path, 'an override') }
    }),
  }
}

/** CAIRN_STORAGE_SHARDS_INVALID for a repository that must have the file and does not. */
export function missingShards(path: string): CairnError {
  return invalid(path, 'it is missing')
}

function parseShards(value: unknown, path: string, subject: string): number[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value) || !value.every(isLength)) throw invalid(path, `${subject} is not a list of lengths`)
  return value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function invalid(path: string, reason: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_STORAGE_SHARDS_INVALID', `${path} cannot be used: ${reason}.`, {
    hint: 'The file says in which directories the blobs lie. Restore it from a copy of the repository; a new one usually holds {"default":[1,3],"maxNonShardedLength":20}.',
    ...(cause !== undefined && { cause }),
  })
}
