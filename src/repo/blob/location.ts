/** Text of a location -> typed value: where a repository is, without any secret (docs/policy.md, "Locations"). */
import { posix, win32 } from 'node:path'
import { CairnError } from '../../errors.ts'
import { isHost } from './endpoint.ts'

export type Location =
  /** `path` is absolute. */
  | { readonly kind: 'filesystem'; readonly path: string }
  /** A prefix ends in one slash or is empty, here and below. */
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string; readonly endpoint?: string; readonly region?: string }
  | { readonly kind: 'azblob'; readonly container: string; readonly prefix: string; readonly account?: string }
  | { readonly kind: 'gcs'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'actions-cache'; readonly name: string; readonly limitGib?: number }

export interface LocationContext {
  /** Absolute directory that relative paths start at. */
  readonly workspaceRoot: string
  /** As in `process.platform`; only `win32` matters. */
  readonly platform: string
  /** What a leading `~` stands for; without it `~` is an ordinary character. */
  readonly home?: string
}

/**
 * Location of a path, a `file:` URL, or one of `s3://`, `azblob://`, `gs://`, `actions-cache:`.
 *
 * One letter before a colon is a Windows drive, never a scheme. Messages about URLs name the scheme only, since the rest may hold a secret.
 * Errors: CAIRN_LOCATION_INVALID, CAIRN_LOCATION_SECRET.
 */
export function parseLocation(text: string, context: LocationContext): Location {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid('The location of the repository is empty.')
  if (trimmed.includes('\0')) throw invalid('The location of the repository contains a zero byte.')
  const match = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(trimmed)
  if (match === null) return { kind: 'filesystem', path: parsePath(trimmed, context) }
  const [, scheme = '', rest = ''] = match
  return parseUrl(scheme.toLowerCase(), rest, context)
}

/** The location as text that `parseLocation` reads back; a path for a filesystem. */
export function formatLocation(location: Location): string {
  switch (location.kind) {
    case 'filesystem':
      return location.path
    case 's3':
      return `s3://${location.bucket}/${encodePrefix(location.prefix)}${query({ endpoint: location.endpoint, region: location.region })}`
    case 'azblob':
      return `azblob://${location.container}/${encodePrefix(location.prefix)}${query({ account: location.account })}`
    case 'gcs':
      return `gs://${location.bucket}/${encodePrefix(location.prefix)}`
    case 'actions-cache':
      return `actions-cache:${location.name}${query({ 'limit-gib': location.limitGib?.toString() })}`
  }
}

function parsePath(text: string, { workspaceRoot, platform, home }: LocationContext): string {
  const isWindows = platform === 'win32'
  const path = isWindows ? win32 : posix
  const drive = /^[A-Za-z]:(.?)/s.exec(text)
  if (drive !== null) {
    if (!isWindows) {
      throw invalid(`${text} is a path of Windows, and this is not Windows.`, 'Write ./ in front if a folder really has this name.')
    }
    if (drive[1] !== '\\' && drive[1] !== '/') {
      throw invalid(`${text} does not say which folder of the drive is meant.`, 'Write a backslash after the colon, such as C:\\backup.')
    }
  }
  if (home !== undefined && (text === '~' || text.startsWith('~/') || (isWindows && text.startsWith('~\\')))) {
    return path.join(home, text.slice(1))
  }
  return path.resolve(workspaceRoot, text)
}

function parseUrl(scheme: string, rest: string, context: LocationContext): Location {
  const authority = rest.startsWith('//') ? (/^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '') : ''
  if (scheme !== 'file' && (authority.includes('@') || /^[^/?#]*:[^/?#]*@/.test(rest))) throw secret(scheme)
  switch (scheme) {
    case 'file':
      return { kind: 'filesystem', path: parseFileUrl(rest, authority, context) }
    case 's3': {
      const { name, prefix, parameters } = parseBucket(scheme, rest, ['endpoint', 'region'])
      const { endpoint, region } = parameters
      if (endpoint !== undefined && /^([a-z]+:\/\/)?[^/]*@/i.test(endpoint)) throw secret(scheme)
      if (endpoint !== undefined && !isHost(endpoint.replace(/^https?:\/\//i, '').replace(/\/$/, ''))) {
        throw invalid(
          'The parameter endpoint of the location is not a host with or without a port.',
          'Write endpoint=HOST or endpoint=HOST:PORT; http:// in front of it means no TLS.',
        )
      }
      return { kind: 's3', bucket: name, prefix, ...(endpoint !== undefined && { endpoint }), ...(region !== undefined && { region }) }
    }
    case 'azblob': {
      const { name, prefix, parameters } = parseBucket(scheme, rest, ['account'])
      const { account } = parameters
      return { kind: 'azblob', container: name, prefix, ...(account !== undefined && { account }) }
    }
    case 'gs': {
      const { name, prefix } = parseBucket(scheme, rest, [])
      return { kind: 'gcs', bucket: name, prefix }
    }
    case 'actions-cache':
      return parseCache(rest)
    default:
      throw invalid(
        `Cairn knows no location that starts with ${scheme}:.`,
        'Use a path, file:, s3://, azblob://, gs:// or actions-cache:. Write ./ in front of a folder whose name has a colon.',
      )
  }
}

function parseCache(rest: string): Location {
  const [, name = '', limit] = /^([^?]*)(?:\?limit-gib=([1-9]\d{0,5}))?$/.exec(rest) ?? []
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) {
    throw invalid(
      'The name after actions-cache: is 1 to 100 letters, digits, dots, dashes and underscores.',
      'Only ?limit-gib= with a whole number may follow: what all caches of the GitHub repository may take up together.',
    )
  }
  return { kind: 'actions-cache', name, ...(limit !== undefined && { limitGib: Number(limit) }) }
}

function parseFileUrl(rest: string, authority: string, context: LocationContext): string {
  if (authority !== '' && authority.toLowerCase() !== 'localhost') {
    throw invalid('A file: location cannot name another host.', 'Write file:///folder/repository.')
  }
  const encoded = rest.startsWith('//') ? rest.slice(2 + authority.length) : rest
  if (/[?#]/.test(encoded))
    throw invalid('A file: location has neither ? nor #.', 'Write %3F and %23 for these characters of a folder name.')
  const path = decode('file', encoded)
  if (path === '' || path.includes('\0')) throw invalid('A file: location needs the path of a folder.', 'Write file:///folder/repository.')
  // file:///C:/backup has a slash before the drive.
  return parsePath(context.platform === 'win32' ? path.replace(/^\/([A-Za-z]:)/, '$1') : path, context)
}

function parseBucket(scheme: string, rest: string, allowed: readonly string[]) {
  const match = /^\/\/([^/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(rest)
  const name = match?.[1]
  if (match === null || name === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    throw invalid(`A location that starts with ${scheme}: names a bucket and a folder in it.`, `Write ${scheme}://bucket/folder.`)
  }
  const parameters: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(match[3] ?? '')) {
    // Names only: the value of an unknown parameter is most often a key that does not belong here.
    if (!allowed.includes(key)) {
      throw invalid(
        `A location that starts with ${scheme}: has no parameter ${JSON.stringify(key.slice(0, 40))}.`,
        'Keys and tokens come from the environment, never from the location.',
      )
    }
    if (value === '') throw invalid(`The parameter ${key} of the location is empty.`)
    parameters[key] = value
  }
  const trimmed = decode(scheme, match[2] ?? '').replace(/^\/+|\/+$/g, '')
  return { name, prefix: trimmed === '' ? '' : `${trimmed}/`, parameters }
}

function decode(scheme: string, text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalid(
      `The location that starts with ${scheme}: has a % that is not followed by two hexadecimal digits.`,
      'Write %25 for a percent sign.',
    )
  }
}

function encodePrefix(prefix: string): string {
  return prefix.split('/').map(encodeURIComponent).join('/')
}

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const text = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters)) if (value !== undefined) text.set(key, value)
  return text.size === 0 ? '' : `?${text}`
}

function invalid(message: string, hint?: string): CairnError {
  return new CairnError('CAIRN_LOCATION_INVALID', message, hint === undefined ? {} : { hint })
}

function secret(scheme: string): CairnError {
  return new CairnError('CAIRN_LOCATION_SECRET', `The location that starts with ${scheme}: contains a user name or a password.`, {
    hint: 'Remove everything up to the @, change that secret if it was ever committed or printed, and give credentials by the environment.',
  })
}
