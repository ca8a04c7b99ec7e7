/**
 * Directory objects (docs/repository-format.md, "Directory objects").
 *
 *   {"stream":"kopia:directory","entries":[entry,…]|null,"summary":{…}}\n
 */
import { CairnError } from '../errors.ts'
import { concatBytes, utf8 } from '../util/bytes.ts'
import { isJsonObject, memberNames, pickMembers } from '../util/json-read.ts'
import { type DirEntry, decodeDirEntry, encodeDirEntry } from './dir-entry.ts'
import { type DirSummary, decodeSummary, encodeSummary } from './summary.ts'

const STREAM = 'kopia:directory'

/** An entry that must not be turned into a path, or that could not be read at all. */
export interface RejectedEntry {
  readonly name: string
  readonly reason: string
  /** Present when only the name is unsafe: the object it refers to is still in use. */
  readonly entry?: DirEntry
}

export interface DecodedDirectory {
  /** Entries with safe names; two of them may have the same name. */
  readonly entries: readonly DirEntry[]
  readonly rejected: readonly RejectedEntry[]
  readonly summary: DirSummary | undefined
}

/** Entries whose text is held at a time: larger directories would keep the garbage collector busy. */
const ENCODED_AT_ONCE = 512

/** Bytes of a directory object; `entries` are written in the given order, see `sortEntries`. */
export function encodeDirectory(entries: readonly DirEntry[], summary: DirSummary): Uint8Array {
  const head = `{"stream":"${STREAM}","entries":`
  const tail = `,"summary":${encodeSummary(summary)}}\n`
  if (entries.length === 0) return utf8(`${head}null${tail}`)
  if (entries.length <= ENCODED_AT_ONCE) return utf8(`${head}[${entries.map(encodeDirEntry).join(',')}]${tail}`)
  const parts: Uint8Array[] = [utf8(head)]
  for (let at = 0; at < entries.length; at += ENCODED_AT_ONCE) {
    const batch = entries.slice(at, at + ENCODED_AT_ONCE)
    parts.push(utf8(`${at === 0 ? '[' : ','}${batch.map(encodeDirEntry).join(',')}`))
  }
  parts.push(utf8(`]${tail}`))
  return concatBytes(parts)
}

/** A new list in stored order: directories first, then by the bytes of the names. */
export function sortEntries(entries: readonly DirEntry[]): DirEntry[] {
  const directories = entries.filter((entry) => entry.type === 'd')
  const others = entries.filter((entry) => entry.type !== 'd')
  return [...sortByName(directories), ...sortByName(others)]
}

function sortByName(entries: DirEntry[]): DirEntry[] {
  // UTF-16 order is byte order unless surrogates or raw bytes are involved.
  if (!entries.some((entry) => entry.rawName !== undefined || /[\ud800-\udfff]/.test(entry.name))) {
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  }
  return entries
    .map((entry) => ({ entry, key: entry.rawName ?? utf8(entry.name) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry)
}

const DIRECTORY_NAMES = memberNames('stream', 'entries', 'summary')
const text = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The directory in `bytes`; entries that are malformed or have dangerous names come back in `rejected`.
 * `what` names the object in messages. Throws CAIRN_DIRECTORY_DAMAGED when the bytes are no directory at all.
 */
export function decodeDirectory(bytes: Uint8Array, what: string): DecodedDirectory {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.decode(bytes))
  } catch (cause) {
    throw damaged(what, 'it is not JSON', cause)
  }
  if (!isJsonObject(parsed)) throw damaged(what, 'it is not a JSON object')
  const { stream, entries: list = [], summary: summ } = pickMembers(parsed, DIRECTORY_NAMES)
  if (stream !== STREAM) throw damaged(what, 'it is not marked as a directory')
  if (!Array.isArray(list)) throw damaged(what, 'its entries are not a list')
  if (summ !== undefined && !isJsonObject(summ)) throw damaged(what, 'its summary is not an object')
  const summary = summ === undefined ? undefined : decodeSummary(summ)
  if (typeof summary === 'string') throw damaged(what, `summary.${summary} has a wrong value`)
  const entries: DirEntry[] = []
  const rejected: RejectedEntry[] = []
  for (const item of list as unknown[]) {
    if (item === null) continue
    const entry = isJsonObject(item) ? decodeDirEntry(item) : 'it is not an object'
    if (typeof entry === 'string') {
      rejected.push({ name: nameOf(item), reason: entry })
      continue
    }
    const reason = unsafeNameReason(entry.name)
    if (reason === undefined) entries.push(entry)
    else rejected.push({ name: entry.name, reason, entry })
  }
  return { entries, rejected, summary }
}

/** Why `name` must not become part of a path, or undefined when it is safe on POSIX systems. */
export function unsafeNameReason(name: string): string | undefined {
  if (name === '') return 'the name is empty'
  if (name === '.' || name === '..') return 'the name is a relative path'
  if (name.includes('/')) return 'the name holds a slash'
  if (name.includes('\0')) return 'the name holds a NUL byte'
  return undefined
}

function nameOf(item: unknown): string {
  const name = isJsonObject(item) ? item['name'] : undefined
  return typeof name === 'string' ? name : ''
}

function damaged(what: string, why: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
    hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
    cause,
  })
}
