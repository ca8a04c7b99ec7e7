/** How requests to object stores look on the wire, as far as a proxy has to know: which blob a request is about, and what a listing says. */
import { gunzipSync } from 'node:zlib'

/**
 * What a request does; undefined when it is not about blobs (a bucket's location, a token).
 * @param {import('node:http').IncomingMessage} request
 * @param {string} keyPrefix
 * @returns {{ method: import('./fault-plan.mjs').StorageMethod, id: string } | undefined}
 */
export function storeCall(request, keyPrefix) {
  const url = new URL(request.url ?? '/', 'http://store')
  const found = gcsCall(request, url) ?? azureCall(request, url) ?? s3Call(request, url)
  if (found === undefined) return undefined
  return { method: found.method, id: found.key.startsWith(keyPrefix) ? found.key.slice(keyPrefix.length) : found.key }
}

const BY_VERB = /** @type {const} */ ({ GET: 'getBlob', HEAD: 'statBlob', PUT: 'putBlob', DELETE: 'deleteBlob' })

function s3Call(request, url) {
  const [, bucket, ...rest] = url.pathname.split('/')
  if (!bucket) return undefined
  const key = decodeURIComponent(rest.join('/'))
  if (key === '') {
    if (request.method === 'POST' && url.searchParams.has('delete')) return { method: 'deleteBlob', key: '' }
    const isListing = request.method === 'GET' && (url.searchParams.has('list-type') || url.searchParams.has('prefix'))
    return isListing ? { method: 'listBlobs', key: url.searchParams.get('prefix') ?? '' } : undefined
  }
  // Parts of a large blob, and what ends it.
  if (request.method === 'POST') return { method: 'putBlob', key }
  const method = BY_VERB[request.method]
  return method === undefined ? undefined : { method, key }
}

/** Azure: `/account/container/blob`; a listing says so in its query. */
function azureCall(request, url) {
  if (request.headers['x-ms-version'] === undefined) return undefined
  const isListing = url.searchParams.get('comp') === 'list' && url.searchParams.get('restype') === 'container'
  if (isListing) return { method: 'listBlobs', key: url.searchParams.get('prefix') ?? '' }
  const key = decodeURIComponent(url.pathname.split('/').slice(3).join('/'))
  const method = BY_VERB[request.method]
  return key === '' || method === undefined ? undefined : { method, key }
}

/** GCS: the JSON API. */
function gcsCall(request, url) {
  const match = /^(?:\/(upload|download))?\/storage\/v1\/b\/[^/]+\/o(?:\/([^/]+))?$/.exec(url.pathname)
  if (match === null) return undefined
  const [, mode, encoded] = match
  if (mode === 'upload') return { method: 'putBlob', key: url.searchParams.get('name') ?? '' }
  if (encoded === undefined) return { method: 'listBlobs', key: url.searchParams.get('prefix') ?? '' }
  const key = decodeURIComponent(encoded)
  if (request.method === 'DELETE') return { method: 'deleteBlob', key }
  if (request.method !== 'GET') return { method: 'putBlob', key }
  return { method: mode === 'download' || url.searchParams.get('alt') === 'media' ? 'getBlob' : 'statBlob', key }
}

const ENTRY = /<(Contents|Blob)>[\s\S]*?<\/\1>/g
const KEY = /<(?:Key|Name)>([\s\S]*?)<\/(?:Key|Name)>/

/** The text of a listing that may have been compressed. @param {Uint8Array} bytes @param {string | undefined} encoding */
export function listingText(bytes, encoding) {
  return (encoding === 'gzip' ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8')
}

/** @param {string} text */
export function listingBytes(text) {
  return Buffer.from(text, 'utf8')
}

/** The keys in a listing, in its order. @param {string} text @returns {string[]} */
export function keysOfListing(text) {
  if (isJson(text)) return (JSON.parse(text).items ?? []).map(({ name }) => name)
  return (text.match(ENTRY) ?? []).map((entry) => decodeXml(KEY.exec(entry)?.[1] ?? ''))
}

/** The same listing as if nothing were there and no page followed. @param {string} text */
export function emptyListing(text) {
  return withoutKeys(text, new Set(keysOfListing(text)))
}

/** The same listing without every second entry and without a further page. @param {string} text @param {0 | 1} [keeps] */
export function halfListing(text, keeps = 0) {
  return withoutKeys(text, new Set(keysOfListing(text).filter((_, at) => at % 2 !== keeps)))
}

/** The same listing without some keys; it is the last page. @param {string} text @param {ReadonlySet<string>} keys */
export function withoutKeys(text, keys) {
  if (isJson(text)) {
    const { nextPageToken: _, ...json } = JSON.parse(text)
    return JSON.stringify({ ...json, items: (json.items ?? []).filter(({ name }) => !keys.has(name)) })
  }
  let kept = 0
  const entries = text.replace(ENTRY, (entry) => {
    if (keys.has(decodeXml(KEY.exec(entry)?.[1] ?? ''))) return ''
    kept++
    return entry
  })
  return entries
    .replace(/<KeyCount>\d+<\/KeyCount>/, `<KeyCount>${kept}</KeyCount>`)
    .replace(/<IsTruncated>true<\/IsTruncated>/, '<IsTruncated>false</IsTruncated>')
    .replace(/<NextContinuationToken>[\s\S]*?<\/NextContinuationToken>/, '')
    .replace(/<NextMarker>[\s\S]*?<\/NextMarker>/, '<NextMarker/>')
}

function isJson(text) {
  return text.trimStart().startsWith('{')
}

/** Names may be escaped for XML, and once more for an URL. */
function decodeXml(text) {
  const plain = text
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  return /^(?:[^%]|%[0-9a-f]{2})*$/i.test(plain) ? decodeURIComponent(plain) : plain
}
