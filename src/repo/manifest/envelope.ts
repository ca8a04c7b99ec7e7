/**
 * Manifests as they are stored (docs/repository-format.md, "Manifests"): a gzip stream of
 *
 * {"entries":[{"id":…,"labels":{…},"modified":time,"deleted":true when it is,"data":…}, …]} and a line feed
 *
 * The payload under `data` is kept as the text it is: numbers in it may not fit a JavaScript number.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { CairnError } from '../../errors.ts'
import { fromUtf8, utf8 } from '../../util/bytes.ts'
import { encodeGoMap, encodeGoString, encodeGoTime } from '../../util/go-json.ts'
import { parseTimestamp } from '../../util/timestamp.ts'
import type { ContentId } from '../api.ts'
import { elementSpans, memberSpans } from './json-spans.ts'

const MAX_PLAIN_BYTES = 256 * 1024 * 1024

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
export function decodeEnvelope(bytes: Uint8Array, contentId: ContentId): StoredManifest[] {
  let text: string | undefined
  let json: unknown
  try {
    text = fromUtf8(gunzipSync(bytes, { maxOutputLength: MAX_PLAIN_BYTES }))
    json = JSON.parse(text ?? '')
  } catch (cause) {
    throw damaged(contentId, 'it is not compressed JSON', cause)
  }
  if (text === undefined || !isRecord(json)) throw damaged(contentId, 'it is not a JSON object')
  const entries = json[nameLike(json, 'entries')]
  if (entries === null || entries === undefined) return []
  if (!Array.isArray(entries)) throw damaged(contentId, 'its entries are not a list')
  const listSpan = memberSpans(text, 0).get('entries')
  const spans = listSpan === undefined ? [] : elementSpans(text, listSpan.start)
  const list: readonly unknown[] = entries
  return list.map((entry, index) => {
    const span = spans[index]
    if (!isRecord(entry) || span === undefined) throw damaged(contentId, `entry ${index} is not an object`)
    return decodeEntry(entry, text, span.start, `entry ${index}`, contentId)
  })
}

function decodeEntry(
  entry: Readonly<Record<string, unknown>>,
  text: string,
  start: number,
  where: string,
  contentId: ContentId,
): StoredManifest {
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
  const data = memberSpans(text, start).get('data')
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
