/**
 * Lists of parts that make up a long object (docs/repository-format.md, "Indirect objects").
 *
 * {"stream":"kopia:indirect","entries":[{"l":131072,"o":"482c…"},{"s":131072,"l":1024,"o":"ef39…"}]} and a line feed
 */
import { CairnError } from '../../errors.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import type { ObjectId } from '../api.ts'
import { parseObjectId } from './object-id.ts'

/** A part is written with at least this many bytes for each bracket and comma of it; far denser JSON would need many times its size in memory. */
const BYTES_PER_MARK = 8
/** Shorter lists may look as they like. */
const DENSE_FROM_BYTES = 64 * 1024

/** One part: `start` is its offset in the whole object. */
export interface PartEntry {
  readonly start: number
  readonly length: number
  readonly id: ObjectId
}

/** The exact bytes that kopia writes for these parts: zero numbers are left out. */
export function encodeIndirect(parts: readonly PartEntry[]): Uint8Array {
  const entries = parts.map(({ start, length, id }) => {
    return `{${start === 0 ? '' : `"s":${start},`}${length === 0 ? '' : `"l":${length},`}"o":"${id}"}`
  })
  return utf8(`{"stream":"kopia:indirect","entries":[${entries.join(',')}]}\n`)
}

/** Reads a list of parts; CAIRN_OBJECT_DAMAGED naming `id` unless they follow each other without gaps. */
export function decodeIndirect(bytes: Uint8Array, id: ObjectId): PartEntry[] {
  if (isTooDense(bytes)) throw objectDamaged(id, 'its list of parts has another form')
  let json: unknown
  try {
    json = JSON.parse(fromUtf8(bytes) ?? '')
  } catch (cause) {
    throw objectDamaged(id, 'its list of parts is not JSON', cause)
  }
  if (!isRecord(json) || json['stream'] !== 'kopia:indirect' || !Array.isArray(json['entries'])) {
    throw objectDamaged(id, 'its list of parts has another form')
  }
  let end = 0
  const entries: readonly unknown[] = json['entries']
  return entries.map((entry, index) => {
    const { s: start = 0, l: length = 0, o: part } = isRecord(entry) ? entry : {}
    if (!isLength(start) || !isLength(length) || typeof part !== 'string' || parseObjectId(part) === undefined) {
      throw objectDamaged(id, `part ${index} of its list is malformed`)
    }
    if (start !== end || !Number.isSafeInteger(start + length))
      throw objectDamaged(id, `part ${index} of its list does not follow the one before`)
    end = start + length
    return { start, length, id: part }
  })
}

function isTooDense(bytes: Uint8Array): boolean {
  if (bytes.length < DENSE_FROM_BYTES) return false
  let marks = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    // `,` `[` `{`
    if (byte === 0x2c || byte === 0x5b || byte === 0x7b) marks++
  }
  return marks > bytes.length / BYTES_PER_MARK
}

/** The error of an object that cannot be put together. */
export function objectDamaged(id: ObjectId, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_OBJECT_DAMAGED', `Object ${id} is damaged: ${what}.`, {
    hint: 'Take a new snapshot of the same files, or restore from an earlier one.',
    cause,
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
