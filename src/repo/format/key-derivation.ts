/** From the password to the format key (docs/repository-format.md, "Keys"). */
import { pbkdf2, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { CairnError } from '../../errors.ts'
import { damagedFormat } from './checked-json.ts'
import { ScryptThread } from './scrypt/scrypt-thread.ts'

const KEY_BYTES = 32
const MIN_SALT_BYTES = 16
const SCRYPT_N = 65_536
/** N * r * 128 bytes is 64 MiB already, twice what the runtime allows by default. */
const SCRYPT_MEMORY_BYTES = 256 * 1024 * 1024

const scryptAsync = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
const pbkdf2Async = promisify(pbkdf2)

/** What makes one key of the usual derivation faster than the runtime; undefined when it cannot. */
export type KeyMaker = Pick<ScryptThread, 'derive' | 'abandon'>

type KeyDerivation = (password: string, salt: Uint8Array, thread: KeyMaker | undefined) => Promise<Uint8Array>

/** A closed list: the costs are never read from the blob, so a hostile one cannot ask for endless work, nor for too little. */
const KEY_DERIVATIONS: Readonly<Record<string, KeyDerivation>> = {
  'scrypt-65536-8-1': async (password, salt, thread) =>
    (await thread?.derive(password, salt, KEY_BYTES)) ??
    (await scryptAsync(password, salt, KEY_BYTES, { N: SCRYPT_N, r: 8, p: 1, maxmem: SCRYPT_MEMORY_BYTES })),
  'pbkdf2-sha256-600000': (password, salt) => pbkdf2Async(password, salt, 600_000, KEY_BYTES, 'sha256'),
}

/** The key derivation of a new repository, and the only one of old ones. */
export const DEFAULT_KEY_DERIVATION = 'scrypt-65536-8-1'

/** Names of the key derivations that a new repository may use. */
export const KEY_DERIVATION_NAMES: readonly string[] = Object.keys(KEY_DERIVATIONS)

/** Fails unless `name` is a known derivation (CAIRN_FORMAT_UNSUPPORTED) and the salt is long enough (CAIRN_FORMAT_DAMAGED). */
export function checkKeyDerivation(name: string, salt: Uint8Array): void {
  derivationOf(name)
  if (salt.length < MIN_SALT_BYTES) {
    throw damagedFormat('format blob', `has a unique ID of ${salt.length} bytes, at least ${MIN_SALT_BYTES} are needed`)
  }
}

/** A thread that makes the next key of the usual derivation; undefined where there are no threads. */
export function startKeyThread(): ScryptThread | undefined {
  try {
    return new ScryptThread(SCRYPT_N)
  } catch {
    return undefined
  }
}

/**
 * The 32-byte format key of `password`, whose UTF-8 bytes are used as they stand; takes some 0.2 s on purpose, in `thread` half of that.
 *
 * Errors: those of `checkKeyDerivation`, before the password is touched.
 */
export async function deriveFormatKey(name: string, password: string, uniqueId: Uint8Array, thread?: KeyMaker): Promise<Uint8Array> {
  checkKeyDerivation(name, uniqueId)
  return new Uint8Array(await derivationOf(name)(password, uniqueId, thread))
}

function derivationOf(name: string): KeyDerivation {
  const derivation = Object.hasOwn(KEY_DERIVATIONS, name) ? KEY_DERIVATIONS[name] : undefined
  if (derivation !== undefined) return derivation
  throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The key derivation ${JSON.stringify(name)} is not supported.`, {
    hint: `Supported are ${KEY_DERIVATION_NAMES.join(' and ')}.`,
  })
}
