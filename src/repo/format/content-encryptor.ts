/** The encryption of contents and whole blobs that a format asks for, with error correction around it (docs/repository-format.md, "Error correction"). */
import { release } from '../../util/bytes.ts'
import { createErrorCorrection } from '../ecc/index.ts'
import { createEncryptor, type Encryptor } from '../encryption/index.ts'
import type { ContentFormat } from './interface.ts'

/** The part of a format that says how contents are sealed. */
export type SealingFormat = Pick<ContentFormat, 'encryption' | 'masterKey' | 'ecc' | 'eccOverheadPercent'>

/** Makes the encryptor of a format; sealed bytes carry parity when `ecc` is not empty. Errors: CAIRN_FORMAT_UNSUPPORTED. */
export function createContentEncryptor(format: SealingFormat): Encryptor {
  const encryptor = createEncryptor(format.encryption, format.masterKey)
  if (format.ecc === '') return encryptor
  const correction = createErrorCorrection(format.ecc, format.eccOverheadPercent)
  return {
    seal(plain, iv, random) {
      const sealed = encryptor.seal(plain, iv, random)
      const stored = correction.encode(sealed)
      release(sealed)
      return stored
    },
    open: (stored, iv) => encryptor.open(correction.decode(stored), iv),
  }
}
