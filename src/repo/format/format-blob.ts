/**
 * The blob `kopia.repository`: plain JSON around the sealed format payload (docs/repository-format.md, "Format blob").
 *
 * { tool, buildVersion, buildInfo, uniqueID, keyAlgo, encryption, encryptedBlockFormat }
 */
import { CairnError } from '../../errors.ts'
import { utf8 } from '../../util/bytes.ts'
import { damagedFormat, parseCheckedObject, toBase64 } from './checked-json.ts'
import { checkKeyDerivation } from './key-derivation.ts'
import { SEAL_OVERHEAD_BYTES } from './sealed-payload.ts'

/** ID of the format blob. */
export const FORMAT_BLOB_ID = 'kopia.repository'

/** What is read at most; kopia limits its copies in packs to about as much. */
export const MAX_FORMAT_BLOB_BYTES = 64 * 1024

const PAYLOAD_ENCRYPTION = 'AES256_GCM'

/** The outer, readable part. */
export interface FormatBlob {
  readonly tool: string
  readonly buildVersion: string
  readonly buildInfo: string
  /** Random, 32 bytes in practice, 16 at least; the salt of every key. */
  readonly uniqueId: Uint8Array
  readonly keyDerivation: string
  /** The format payload, still sealed. */
  readonly sealedPayload: Uint8Array
}

/** Parses the format blob and checks everything that can be checked without a password. Errors: CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED. */
export function decodeFormatBlob(bytes: Uint8Array): FormatBlob {
  const where = `blob ${FORMAT_BLOB_ID}`
  if (bytes.length > MAX_FORMAT_BLOB_BYTES) throw damagedFormat(where, `has ${bytes.length} bytes, more than ${MAX_FORMAT_BLOB_BYTES}`)
  const json = parseCheckedObject(bytes, where)
  const encryption = json.text('encryption')
  if (encryption !== PAYLOAD_ENCRYPTION) {
    throw new CairnError(
      'CAIRN_FORMAT_UNSUPPORTED',
      `The ${where} is encrypted with ${JSON.stringify(encryption)}, which is not supported.`,
      {
        hint: `Cairn reads repositories whose format blob is encrypted with ${PAYLOAD_ENCRYPTION}, as every kopia since 0.3 makes them.`,
      },
    )
  }
  const blob = {
    tool: json.text('tool'),
    buildVersion: json.text('buildVersion'),
    buildInfo: json.text('buildInfo'),
    uniqueId: json.bytes('uniqueID'),
    keyDerivation: json.text('keyAlgo'),
    sealedPayload: json.bytes('encryptedBlockFormat'),
  }
  checkKeyDerivation(blob.keyDerivation, blob.uniqueId)
  if (blob.sealedPayload.length <= SEAL_OVERHEAD_BYTES) throw damagedFormat(where, 'has no format payload')
  return blob
}

/** The bytes of the format blob, laid out as kopia does: two spaces, and a newline at the end. */
export function encodeFormatBlob(blob: FormatBlob): Uint8Array {
  const json = {
    tool: blob.tool,
    buildVersion: blob.buildVersion,
    buildInfo: blob.buildInfo,
    uniqueID: toBase64(blob.uniqueId),
    keyAlgo: blob.keyDerivation,
    encryption: PAYLOAD_ENCRYPTION,
    encryptedBlockFormat: toBase64(blob.sealedPayload),
  }
  return utf8(`${JSON.stringify(json, null, 2)}\n`)
}
