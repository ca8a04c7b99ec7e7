/**
 * Manifests as they are stored (docs/repository-format.md, "Manifests"): a gzip stream of
 *
 * {"entries":[{"id":…,"labels":{…},"modified":time,"deleted":true when it is,"data":…}, …]} and a line feed
 *
 * The payload under `data` is kept as the text it is: numbers in it may not fit a JavaScript number.
 */
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib'
import { CairnError, isCairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { encodeGoMap, encodeGoString, encodeGoTime } from '../../util/go-json.ts'
import { ElementScanner } from '../../util/json-elements.ts'
import { parseTimestamp } from '../../util/timestamp.ts'
import type { ContentId } from '../api.ts'
import { memberSpans } from './json-spans.ts'

const MiB = 1024 * 1024
/** Larger contents are decompressed piece by piece. */
const AT_ONCE_BYTES = MiB
const MAX_PLAIN_BYTES = 256 * MiB
/** Manifests hold hashes and random IDs, which do not shrink: what is more than this many times as long as its bytes was made to fill memory. */
const MAX_RATIO = 64
/** As much may always come out, however few the bytes are. */
const ALWAYS_PLAIN_BYTES = 16 * MiB
/** Snapshots have about a kilobyte, policies seldom more. */
const LIMITS = { elementBytes: 16 * MiB, restBytes: MiB } as const

/** One version of a manifest; `json` is undefined in a tombstone. */
export interface StoredManifest {
  readonly id: string
  readonly labels: Readonly<Record<string, string>>
  readonly modifiedNs: bigint
  readonly json: string | undefined
}

/** Compresses an envelope; another implementation serves tests that need the same bytes everywhere. */
export type Gzip = (bytes: Uint8Array) => Uint8Array

/** The content that holds these manifests. */
export function encodeEnvelope(manifests: readonly StoredManifest[], gzip: Gzip = gzipSync): Uint8Array {
  const entries = manifests.map(({ id, labels, modifiedNs, json }) => {
    const head = `"id":${encodeGoString(id)},"labels":${json === undefined ? 'null' : encodeGoMap(labels)},"modified":${encodeGoTime(modifiedNs)}`
    return json === undefined ? `{${head},"deleted":true,"data":null}` : `{${head},"data":${json}}`
  })
  return gzip(utf8(`{"entries":[${entries.join(',')}]}\n`))
}

/** The manifests in a content; CAIRN_MANIFEST_DAMAGED names it. */
export async function decodeEnvelope(bytes: Uint8Array, contentId: ContentId): Promise<StoredManifest[]> {
  const scanner = new ElementScanner('entries', LIMITS, (part) =>
    damaged(contentId, part === 'element' ? 'one of its entries is too long' : 'it holds too much beside its entries'),
  )
  const manifests: StoredManifest[] = []
  const decode = (piece: Uint8Array) => {
    for (const text of scanner.push(piece)) manifests.push(decodeEntry(text, `entry ${manifests.length}`, contentId))
  }
  for await (const piece of plainPieces(bytes, contentId)) decode(piece)
  const rest = parsed(scanner.finish(), contentId)
  if (!isRecord(rest)) throw damaged(contentId, 'it is not a JSON object')
  const entries = rest[nameLike(rest, 'entries')]
  if (entries !== null && entries !== undefined && !Array.isArray(entries)) throw damaged(contentId, 'its entries are not a list')
  return manifests
}

/** The decompressed bytes: at once when they are few, as nearly always, and else as they come. */
async function* plainPieces(bytes: Uint8Array, contentId: ContentId): AsyncGenerator<Uint8Array> {
  const limit = Math.min(MAX_PLAIN_BYTES, Math.max(ALWAYS_PLAIN_BYTES, bytes.length * MAX_RATIO))
  const small = gunzipSmall(bytes, contentId)
  if (small !== undefined) return yield small
  const stream = createGunzip()
  stream.end(bytes)
  let length = 0
  try {
    for await (const piece of stream) {
      length += piece.length
      if (length > limit) break
      yield piece
    }
  } catch (cause) {
    throw isCairnError(cause) ? cause : damaged(contentId, 'it is not compressed JSON', cause)
  }
  if (length > limit) throw damaged(contentId, `its ${bytes.length} bytes stand for more than ${limit}`)
}

function gunzipSmall(bytes: Uint8Array, contentId: ContentId): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: AT_ONCE_BYTES })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw damaged(contentId, 'it is not compressed JSON', cause)
  }
}

function parsed(text: string, contentId: ContentId): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged(contentId, 'it is not compressed JSON', cause)
  }
}

function decodeEntry(text: string, where: string, contentId: ContentId): StoredManifest {
  const entry = parsed(text, contentId)
  if (!isRecord(entry)) throw damaged(contentId, `${where} is not an object`)
  const field = (name: string) => entry[nameLike(entry, name)]
  const id = field('id')
  const modified = field('modified')
  const modifiedNs = typeof modified === 'string' ? parseTimestamp(modified) : undefined
  if (typeof id !== 'string' || id === '') throw damaged(contentId, `${where} has no ID`)
  if (modifiedNs === undefined) throw damaged(contentId, `${where} has no valid time`)
  if (field('deleted') === true) return { id, labels: {}, modifiedNs, json: undefined }
  const labels: Record<string, string> = Object.create(null)
  const stored = field('labels')
  if (stored !== null && stored !== undefined) {
    if (!isRecord(stored)) throw damaged(contentId, `the labels of ${where} are not an object`)
    for (const [name, value] of Object.entries(stored)) {
      if (typeof value !== 'string') throw damaged(contentId, `label ${JSON.stringify(name)} of ${where} is not text`)
      labels[name] = value
    }
  }
  const data = memberSpans(text).get('data')
  return { id, labels: Object.freeze(labels), modifiedNs, json: data === undefined ? 'null' : text.slice(data.start, data.end) }
}

function damaged(contentId: ContentId, what: string, cause?: unknown): CairnError {
  return new CairnError('CAIRN_MANIFEST_DAMAGED', `Content ${contentId} holds manifests but cannot be read: ${what}.`, {
    hint: 'Snapshots and policies in it are lost unless the storage has an older copy. Nothing is changed until this is settled.',
    cause,
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Kopia matches names of fields without regard to case. */
function nameLike(record: Readonly<Record<string, unknown>>, name: string): string {
  if (Object.hasOwn(record, name)) return name
  return Object.keys(record).find((key) => key.toLowerCase() === name) ?? name
}
