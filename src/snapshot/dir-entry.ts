/**
 * One entry of a directory object, also the root entry of a snapshot manifest (docs/repository-format.md, "Directory entries").
 *
 *   {"name":…,"type":"f","mode":"0644","size":10,"mtime":"2023-11-14T22:13:20Z","uid":1001,"gid":1002,"obj":"bc79…","summ":{…}}
 *   every member but `obj` is left out when it is empty or zero; `size` is written for directories only where a placeholder gave it, `summ` only for
 *   them
 */
import type { ObjectId } from '../repo/api.ts'
import { encodeGoBytes, encodeGoInteger, encodeGoString, encodeGoTime } from '../util/go-json.ts'
import { isJsonObject, type JsonObject, memberNames, pickMembers, wellFormed } from '../util/json-read.ts'
import { parseTimestamp } from '../util/timestamp.ts'
import { decodeMode, encodeMode } from './go-mode.ts'
import { type DirSummary, decodeSummary, encodeSummary } from './summary.ts'

/** `d` directory, `f` file, `s` symlink; `unknown` is whatever else a directory object may hold. */
export type DirEntryType = 'd' | 'f' | 's' | 'unknown'

export interface DirEntry {
  readonly name: string
  /** The system's bytes when they are not valid UTF-8; `name` then holds U+FFFD in their places. Never set by decoding. */
  readonly rawName?: Uint8Array
  readonly type: DirEntryType
  /** POSIX bits 0..0o7777. */
  readonly mode: number
  /** Bytes of a file, length of a symlink's target; of a directory what its summary says, 0 without one. */
  readonly size: number
  /** What the member `size` of a directory says; placeholders have it, and so the directory that is made with one. */
  readonly writtenSize?: number
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint
  readonly uid: number
  readonly gid: number
  readonly objectId: ObjectId
  /** Directories, and the root entry of a snapshot of one file. */
  readonly summary?: DirSummary
}

/** JSON text of an entry. */
export function encodeDirEntry(entry: DirEntry): string {
  return encode(entry, entry.type === 'd' ? (entry.writtenSize ?? 0) : entry.size)
}

/** The same outside of a directory object, where Kopia writes the size of a directory too. */
export function encodeLoneEntry(entry: DirEntry): string {
  return encode(entry, entry.size)
}

function encode(entry: DirEntry, size: number): string {
  const name = entry.rawName === undefined ? encodeGoString(entry.name) : encodeGoBytes(entry.rawName)
  let out = name === '""' ? '' : `"name":${name},`
  if (entry.type !== 'unknown') out += `"type":"${entry.type}",`
  const mode = encodeMode(entry.mode)
  if (mode !== undefined) out += `"mode":"${mode}",`
  if (size !== 0) out += `"size":${encodeGoInteger(size)},`
  if (entry.mtimeNs !== 0n) out += `"mtime":${encodeGoTime(entry.mtimeNs)},`
  if (entry.uid !== 0) out += `"uid":${encodeGoInteger(entry.uid)},`
  if (entry.gid !== 0) out += `"gid":${encodeGoInteger(entry.gid)},`
  out += `"obj":${encodeGoString(entry.objectId)}`
  return entry.summary === undefined ? `{${out}}` : `{${out},"summ":${encodeSummary(entry.summary)}}`
}

const ENTRY_NAMES = memberNames('name', 'type', 'mode', 'size', 'mtime', 'uid', 'gid', 'obj', 'summ')
const MAX_ID = 0xffffffff
const OBJECT_ID = /^I*(?:Z|D)?D?[g-z]?(?:[0-9a-f]{2}){1,64}$/

/** The entry in a parsed object, or a text that says which member is wrong. */
export function decodeDirEntry(object: JsonObject): DirEntry | string {
  const { name = '', type = '', mode = '', size = 0, mtime, uid = 0, gid = 0, obj = '', summ } = pickMembers(object, ENTRY_NAMES)
  if (typeof name !== 'string') return 'name is not text'
  if (typeof type !== 'string') return 'type is not text'
  const posixMode = typeof mode !== 'string' ? undefined : mode === '' ? 0 : decodeMode(mode)
  if (posixMode === undefined) return 'mode is not an octal number in quotes'
  if (!isCount(size, Number.MAX_SAFE_INTEGER)) return 'size is not a byte count'
  const mtimeNs = mtime === undefined ? 0n : typeof mtime === 'string' ? parseTimestamp(mtime) : undefined
  if (mtimeNs === undefined) return 'mtime is not a time'
  if (!isCount(uid, MAX_ID) || !isCount(gid, MAX_ID)) return 'uid or gid is not a 32-bit number'
  if (typeof obj !== 'string' || (obj !== '' && !OBJECT_ID.test(obj))) return 'obj is not an object ID'
  const entryType: DirEntryType = type === 'd' || type === 'f' || type === 's' ? type : 'unknown'
  const facts = { name: wellFormed(name), type: entryType, mode: posixMode, size, mtimeNs, uid, gid, objectId: obj }
  const entry = entryType === 'd' && size !== 0 ? { ...facts, writtenSize: size } : facts
  if (summ === undefined) return entryType === 'd' ? { ...entry, size: 0 } : entry
  if (!isJsonObject(summ)) return 'summ is not an object'
  const summary = decodeSummary(summ)
  if (typeof summary === 'string') return `summ.${summary} has a wrong value`
  return { ...entry, summary, size: entryType === 'd' ? summary.size : size }
}

function isCount(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit
}
