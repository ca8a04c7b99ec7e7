/**
 * Text of `repository.config` <-> typed value (docs/repository-format.md, "Client configuration").
 *
 * The file belongs to kopia as much as to us: members keep kopia's order, and what we do not know is kept.
 */
import { CairnError } from '../errors.ts'
import { encodeGoString } from '../util/go-json.ts'
import { isJsonObject, type JsonObject } from '../util/json-read.ts'
import type { StorageConfig } from './blob/storage-config.ts'

export interface ClientConfig {
  readonly storage: StorageConfig
  /** kopia's cache; we never use it, only carry it along. Its directory is relative to the config file where that is possible. */
  readonly caching?: JsonObject | undefined
  readonly hostname: string
  readonly username: string
  readonly isReadOnly?: boolean | undefined
  readonly permissiveCacheLoading?: boolean | undefined
  readonly description?: string | undefined
  /** Whether hooks that are stored in the repository may run. */
  readonly enableActions: boolean
  /** In nanoseconds, as the file has it. */
  readonly formatBlobCacheDurationNs?: number | undefined
  readonly throttlingLimits?: JsonObject | undefined
  /** Members that this version does not know, kept when the file is written again. */
  readonly others?: JsonObject | undefined
}

const KNOWN = new Set([
  'apiServer',
  'storage',
  'caching',
  'hostname',
  'username',
  'readonly',
  'permissiveCacheLoading',
  'description',
  'enableActions',
  'formatBlobCacheDuration',
  'throttlingLimits',
])

/** kopia trusts its copy of the format blob for 15 minutes. */
export const DEFAULT_FORMAT_BLOB_CACHE_NS = 900_000_000_000

/** JSON with two spaces of indentation and no newline at the end, byte for byte as kopia writes it. */
export function formatClientConfig(config: ClientConfig): string {
  return indentGoJson({
    storage: config.storage,
    caching: config.caching,
    hostname: config.hostname,
    username: config.username,
    readonly: config.isReadOnly || undefined,
    permissiveCacheLoading: config.permissiveCacheLoading || undefined,
    description: config.description || undefined,
    enableActions: config.enableActions,
    formatBlobCacheDuration: config.formatBlobCacheDurationNs || undefined,
    throttlingLimits: config.throttlingLimits,
    ...config.others,
  })
}

/** Reads the text of the file at `path`; CAIRN_CONFIG_INVALID when it has another shape, CAIRN_NOT_SUPPORTED for a connection to a kopia server. */
export function parseClientConfig(text: string, path: string): ClientConfig {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // What the parser says quotes the file, which may hold keys.
    throw invalid(path, 'it is not JSON')
  }
  if (!isJsonObject(value)) throw invalid(path, 'it is not a JSON object')
  if (value['apiServer'] !== undefined && value['apiServer'] !== null) {
    throw new CairnError('CAIRN_NOT_SUPPORTED', `${path} connects to a kopia server, which Cairn cannot use.`, {
      hint: 'Connect to the storage itself: "cairn repository connect filesystem --path …", with another --config-file.',
    })
  }
  const storage = value['storage']
  if (!isJsonObject(storage) || typeof storage['type'] !== 'string' || !isJsonObject(storage['config'])) {
    throw invalid(path, '"storage" does not name a type and its settings')
  }
  const read = <T>(key: string, isRight: (member: unknown) => member is T, what: string): T | undefined => {
    const member = value[key]
    if (member === undefined || member === null) return undefined
    if (!isRight(member)) throw invalid(path, `"${key}" is not ${what}`)
    return member
  }
  const others = Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.has(key)))
  return {
    storage: { type: storage['type'], config: storage['config'] },
    caching: read('caching', isJsonObject, 'an object'),
    hostname: read('hostname', isText, 'text') ?? '',
    username: read('username', isText, 'text') ?? '',
    isReadOnly: read('readonly', isBoolean, 'true or false'),
    permissiveCacheLoading: read('permissiveCacheLoading', isBoolean, 'true or false'),
    description: read('description', isText, 'text'),
    enableActions: read('enableActions', isBoolean, 'true or false') ?? false,
    formatBlobCacheDurationNs: read('formatBlobCacheDuration', isInteger, 'a number of nanoseconds'),
    throttlingLimits: read('throttlingLimits', isJsonObject, 'an object'),
    others: Object.keys(others).length === 0 ? undefined : others,
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** The same on one line, without blanks: for tokens and `--json`. */
export function compactGoJson(value: unknown): string {
  if (typeof value === 'string') return encodeGoString(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(compactGoJson).join(',')}]`
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${encodeGoString(key)}:${compactGoJson(member)}`).join(',')}}`
}

/** `JSON.stringify(value, null, 2)` with the characters escaped that Go escapes; numbers are those that were read, so they are printed alike. */
export function indentGoJson(value: unknown, indent = ''): string {
  if (typeof value === 'string') return encodeGoString(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const [open, close, members] = Array.isArray(value)
    ? ['[', ']', value.map((member) => indentGoJson(member, inner))]
    : [
        '{',
        '}',
        Object.entries(value)
          .filter(([, member]) => member !== undefined)
          .map(([key, member]) => `${encodeGoString(key)}: ${indentGoJson(member, inner)}`),
      ]
  return members.length === 0 ? open + close : `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`
}

function invalid(path: string, reason: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `${path} cannot be used: ${reason}.`, {
    hint: 'Connect to the repository again, or name another file with --config-file.',
  })
}
