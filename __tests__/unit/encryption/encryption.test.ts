import { describe, expect, it } from 'vitest'
import { createEncryptor, DEFAULT_ENCRYPTION, ENCRYPTIONS } from '../../../src/repo/encryption/index.ts'
import { toHex, utf8 } from '../../../src/util/bytes.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { readVectors } from '../../support/vectors.ts'

interface EncryptVectors {
  readonly algorithms: readonly string[]
  readonly cases: readonly {
    algorithm: string
    ivHex: string
    masterKeyHex: string
    overhead: number
    plaintextHex: string
    sealedHex: string
  }[]
}

const vectors = readVectors<EncryptVectors>('encrypt')
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

describe('content encryption', () => {
  it('has the two algorithms that kopia has', () => {
    expect(Object.keys(ENCRYPTIONS).sort()).toEqual([...vectors.algorithms].sort())
    expect(ENCRYPTIONS).toHaveProperty([DEFAULT_ENCRYPTION])
  })

  it.each(vectors.cases.map((each, index) => ({ ...each, index })))('opens and seals vector $index of kopia, $algorithm', (each) => {
    const encryptor = createEncryptor(each.algorithm, bytesOf(each.masterKeyHex))
    const iv = bytesOf(each.ivHex)
    const sealed = bytesOf(each.sealedHex)
    expect(sealed.length - each.plaintextHex.length / 2).toBe(each.overhead)
    expect(toHex(encryptor.open(sealed, iv))).toBe(each.plaintextHex)
    expect(toHex(encryptor.seal(bytesOf(each.plaintextHex), iv, () => sealed.slice(0, 12)))).toBe(each.sealedHex)
  })

  describe.each(vectors.algorithms)('%s', (algorithm) => {
    const encryptor = createEncryptor(algorithm, new Uint8Array(32).fill(3))
    const iv = new Uint8Array(16).fill(9)

    it('refuses bytes in which any single bit was changed', () => {
      const sealed = encryptor.seal(utf8('hi'), iv, systemRandom)
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const changed = sealed.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => encryptor.open(changed, iv), `bit ${bit}`).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
      }
    })

    it('refuses bytes cut to any length', () => {
      const sealed = encryptor.seal(utf8('hi'), iv, systemRandom)
      for (let length = 0; length < sealed.length; length++) {
        expect(() => encryptor.open(sealed.subarray(0, length), iv), `${length} bytes`).toThrow(
          expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
        )
      }
    })

    it('refuses another iv and another master key', () => {
      const sealed = encryptor.seal(utf8('hi'), iv, systemRandom)
      const other = createEncryptor(algorithm, new Uint8Array(32).fill(4))
      expect(() => other.open(sealed, iv)).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
      expect(() => encryptor.open(sealed, new Uint8Array(16))).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
    })

    it('seals the same bytes differently each time', () => {
      expect(toHex(encryptor.seal(utf8('hi'), iv, systemRandom))).not.toBe(toHex(encryptor.seal(utf8('hi'), iv, systemRandom)))
    })
  })

  it('refuses the algorithms that kopia dropped, naming them', () => {
    for (const name of ['AES-256-CTR', 'SALSA20-HMAC', 'NONE', 'AES256_GCM', 'constructor']) {
      expect(() => createEncryptor(name, new Uint8Array(32))).toThrow(
        expect.objectContaining({ code: 'CAIRN_FORMAT_UNSUPPORTED', message: expect.stringContaining(name) }),
      )
    }
  })
})
