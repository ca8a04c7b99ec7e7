/** Opens the format of an existing repository. */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { hkdfSha256 } from '../../util/hmac.ts'
import type { RandomSource } from '../../util/random.ts'
import { createHasher } from '../hashing/index.ts'
import { createSplitter } from '../splitter/index.ts'
import { type CheckedObject, damagedFormat, parseCheckedObject } from './checked-json.ts'
import { createContentEncryptor } from './content-encryptor.ts'
import { decodeContentFormat } from './content-format.ts'
import { decodeFormatBlob, FORMAT_BLOB_ID, type FormatBlob } from './format-blob.ts'
import { checkRequiredFeatures, checkUpgradeLock } from './gates.ts'
import type { ContentFormat, OpenedFormat } from './interface.ts'
import { deriveFormatKey } from './key-derivation.ts'
import type { KeysAhead } from './keys-ahead.ts'
import { formatSealingKey, seal, unseal } from './sealed-payload.ts'

/** An opened format that can also read and write the blobs sealed like the format payload. */
export interface UnlockedFormat extends OpenedFormat {
  /** The outer part of the format blob. */
  readonly blob: FormatBlob
  /** The format payload as it was stored, byte for byte, unknown fields included: what a new password seals again. */
  readonly payload: Uint8Array
  /** Seals with the key of the format payload. */
  sealWithFormatKey(plain: Uint8Array, random: RandomSource): Uint8Array
  /** Opens what `sealWithFormatKey` made; undefined when the bytes are not that. */
  unsealWithFormatKey(sealed: Uint8Array): Uint8Array | undefined
}

/**
 * Opens `kopia.repository` with a password and checks that everything in it is understood.
 *
 * Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_PASSWORD_WRONG, CAIRN_REPOSITORY_LOCKED. `warn` hears of features that
 * are unknown but may be ignored. The key is taken from `keys`, or made there.
 */
export async function openFormat(
  bytes: Uint8Array,
  password: string,
  nowNs: bigint,
  warn: (message: string) => void = () => {},
  keys?: KeysAhead,
): Promise<UnlockedFormat> {
  const blob = decodeFormatBlob(bytes)
  const { keyDerivation, uniqueId } = blob
  keys?.begin(bytes)
  const ready = await keys?.find(keyDerivation, password, uniqueId)
  let formatKey = ready ?? (await deriveFormatKey(keyDerivation, password, uniqueId))
  let payload = unseal(formatSealingKey(formatKey, uniqueId), blob.sealedPayload)
  if (payload === undefined && ready !== undefined) {
    // Before a password is called wrong, the runtime's own derivation has to agree.
    formatKey = await deriveFormatKey(keyDerivation, password, uniqueId)
    payload = unseal(formatSealingKey(formatKey, uniqueId), blob.sealedPayload)
  }
  if (payload === undefined) {
    throw new CairnError('CAIRN_PASSWORD_WRONG', 'The password does not open the repository.', {
      hint: `Check the password. If you are sure of it, the blob ${FORMAT_BLOB_ID} is damaged.`,
    })
  }
  return unlockedFormat({ blob, bytes, payload, content: await readPayload(payload, nowNs, warn), formatKey })
}

/** Reads an unsealed format payload. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED. */
export async function readPayload(payload: Uint8Array, nowNs: bigint, warn: (message: string) => void): Promise<ContentFormat> {
  const json = parsePayload(payload)
  // What the repository says about itself comes first: its own advice is better than our guess about an unknown algorithm.
  checkRequiredFeatures(json, warn)
  checkUpgradeLock(json, nowNs)
  const content = decodeContentFormat(json)
  await checkAlgorithms(content)
  return content
}

/** The `format` object of an unsealed payload; CAIRN_FORMAT_DAMAGED when there is none. */
export function parsePayload(payload: Uint8Array): CheckedObject {
  const json = parseCheckedObject(payload, 'format payload').object('format')
  if (json === undefined) throw damagedFormat('format payload', 'has no "format" object')
  return json
}

/** Fails with CAIRN_FORMAT_UNSUPPORTED when an algorithm is unknown. */
export async function checkAlgorithms(content: ContentFormat): Promise<void> {
  await createHasher(content.hash, content.hashSecret)
  createContentEncryptor(content)
  createSplitter(content.splitter)
}

/** The opened format made of its parts; for opening and creating only. */
export function unlockedFormat(parts: {
  readonly blob: FormatBlob
  readonly bytes: Uint8Array
  readonly payload: Uint8Array
  readonly content: ContentFormat
  readonly formatKey: Uint8Array
}): UnlockedFormat {
  const { blob, content, formatKey } = parts
  const sealingKey = formatSealingKey(formatKey, blob.uniqueId)
  // Repositories without password change derive from the format key: a mistake of early kopia that is now part of the format.
  const rootKey = content.enablePasswordChange ? content.masterKey : formatKey
  return {
    uniqueId: blob.uniqueId,
    keyDerivation: blob.keyDerivation,
    content,
    deriveKey: (purpose, lengthBytes) => hkdfSha256(rootKey, blob.uniqueId, utf8(purpose), lengthBytes),
    formatBlobBytes: parts.bytes,
    blob,
    payload: parts.payload,
    sealWithFormatKey: (plain, random) => seal(sealingKey, plain, random),
    unsealWithFormatKey: (sealed) => unseal(sealingKey, sealed),
  }
}
