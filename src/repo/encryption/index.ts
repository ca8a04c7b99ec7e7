/** The table of content encryptions. */
import { CairnError } from '../../errors.ts'
import { aeadEncryption } from './aead.ts'
import type { Encryptor, EncryptorFactory } from './interface.ts'

export type { Encryptor, EncryptorFactory } from './interface.ts'

/** Name in the format payload -> encryption (docs/repository-format.md, "Content encryption"). */
export const ENCRYPTIONS: Readonly<Record<string, EncryptorFactory>> = {
  'AES256-GCM-HMAC-SHA256': aeadEncryption('aes-256-gcm'),
  'CHACHA20-POLY1305-HMAC-SHA256': aeadEncryption('chacha20-poly1305'),
}

/** The encryption of a new repository (docs/repository-format.md, "New repositories"). */
export const DEFAULT_ENCRYPTION = 'AES256-GCM-HMAC-SHA256'

/** Makes the encryptor called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name, such as those kopia dropped before 0.7. */
export function createEncryptor(name: string, masterKey: Uint8Array): Encryptor {
  const factory = Object.hasOwn(ENCRYPTIONS, name) ? ENCRYPTIONS[name] : undefined
  if (factory === undefined) {
    throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The content encryption ${JSON.stringify(name)} is not supported.`, {
      hint: `Supported are ${Object.keys(ENCRYPTIONS).join(' and ')}.`,
    })
  }
  return factory(masterKey)
}
