/**
 * The text that carries a connection to another machine (docs/repository-format.md, "Connection tokens"): unpadded base64url of
 *
 * {"version":"1","storage":{"type":…,"config":{…}},"password":…}
 */
import { CairnError } from '../errors.ts'
import { fromUtf8, utf8 } from '../util/bytes.ts'
import { isJsonObject } from '../util/json-read.ts'
import type { StorageConfig } from './blob/storage-config.ts'
import { compactGoJson } from './config-format.ts'

/** What a token says. */
export interface ConnectionToken {
  readonly storage: StorageConfig
  /** Undefined when it was left out. */
  readonly password?: string | undefined
}

const VERSION = '1'

/** The token; whoever has it can read the password in it. */
export function encodeToken({ storage, password }: ConnectionToken): string {
  const json = compactGoJson({ version: VERSION, storage, password: password === '' ? undefined : password })
  return Buffer.from(utf8(json)).toString('base64url')
}

/** Reads a token, white space around it aside; CAIRN_TOKEN_INVALID for anything else. The message never repeats the token. */
export function decodeToken(text: string): ConnectionToken {
  const token = text.trim()
  if (!/^[A-Za-z0-9_-]+$/.test(token)) throw invalid('it has characters that no token has')
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(new Uint8Array(Buffer.from(token, 'base64url'))) ?? '')
  } catch {
    throw invalid('it is cut off or damaged')
  }
  if (!isJsonObject(value)) throw invalid('it is cut off or damaged')
  if (value['version'] !== VERSION) throw invalid('it is of another version')
  const { storage, password } = value
  if (!isJsonObject(storage) || typeof storage['type'] !== 'string' || !isJsonObject(storage['config'])) {
    throw invalid('it does not name a storage')
  }
  if (password !== undefined && password !== null && typeof password !== 'string') throw invalid('its password is no text')
  return {
    storage: { type: storage['type'], config: storage['config'] },
    ...(typeof password === 'string' && password !== '' ? { password } : {}),
  }
}

function invalid(reason: string): CairnError {
  return new CairnError('CAIRN_TOKEN_INVALID', `The connection token cannot be used: ${reason}.`, {
    hint: 'Copy all of it, as "repository status --reconnect-token" printed it.',
  })
}
