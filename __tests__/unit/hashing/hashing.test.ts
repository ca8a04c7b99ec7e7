import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHasher, DEFAULT_HASH, HASHERS } from '../../../src/repo/hashing/index.ts'
import { toHex, utf8 } from '../../../src/util/bytes.ts'
import { hkdfSha256 } from '../../../src/util/hmac.ts'
import { counterStream, readVectors } from '../../support/vectors.ts'

interface HashVectors {
  readonly algorithms: readonly string[]
  readonly cases: readonly { algorithm: string; hashHex: string; input: string; keyHex: string }[]
}

const vectors = readVectors<HashVectors>('hash')
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const inputOf = (name: string) =>
  name === 'empty' ? new Uint8Array(0) : name === 'abc' ? utf8('abc') : counterStream('hash', Number(name.replace('stream-', '')))

describe('content hashes', () => {
  it('are the eleven that kopia has', () => {
    expect(Object.keys(HASHERS).sort()).toEqual([...vectors.algorithms].sort())
    expect(HASHERS).toHaveProperty([DEFAULT_HASH])
  })

  it.each(vectors.algorithms)('%s gives the bytes that kopia gives', async (algorithm) => {
    const cases = vectors.cases.filter((each) => each.algorithm === algorithm)
    expect(cases.length).toBeGreaterThanOrEqual(4)
    for (const { keyHex, input, hashHex } of cases) {
      const key = bytesOf(keyHex)
      if (algorithm.startsWith('BLAKE3') && key.length < 32) {
        await expect(createHasher(algorithm, key)).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
        continue
      }
      const hasher = await createHasher(algorithm, key)
      const bytes = inputOf(input)
      expect(toHex(hasher.hash(bytes)), `${input} with a key of ${key.length} bytes`).toBe(hashHex)
      expect(hasher.sizeBytes).toBe(hashHex.length / 2)
      const third = Math.floor(bytes.length / 3)
      expect(toHex(hasher.hash(bytes.subarray(0, third), new Uint8Array(0), bytes.subarray(third)))).toBe(hashHex)
    }
  })

  it('keep nothing of one content in the next and leave earlier results alone', async () => {
    for (const algorithm of vectors.algorithms) {
      const hasher = await createHasher(algorithm, new Uint8Array(32).fill(7))
      const first = hasher.hash(utf8('first'))
      const kept = toHex(first)
      hasher.hash(counterStream('hash', 9000))
      expect(toHex(first)).toBe(kept)
      expect(toHex(hasher.hash(utf8('first')))).toBe(kept)
    }
  })

  it('are independent of each other when several of one kind are alive', async () => {
    for (const algorithm of vectors.algorithms) {
      const one = await createHasher(algorithm, new Uint8Array(32).fill(1))
      const expected = toHex(one.hash(utf8('x')))
      const two = await createHasher(algorithm, new Uint8Array(32).fill(2))
      expect(toHex(two.hash(utf8('x')))).not.toBe(expected)
      expect(toHex(one.hash(utf8('x')))).toBe(expected)
    }
  })

  it('refuse an unknown name and say which', async () => {
    for (const name of ['MD5', '', 'toString', '__proto__']) {
      await expect(createHasher(name, new Uint8Array(32))).rejects.toMatchObject({
        code: 'CAIRN_FORMAT_UNSUPPORTED',
        message: expect.stringContaining(JSON.stringify(name)),
      })
    }
  })

  it('refuse keys that the algorithm cannot take', async () => {
    await expect(createHasher('BLAKE2S-128', new Uint8Array(0))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
    await expect(createHasher('BLAKE2S-256', new Uint8Array(33))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
    await expect(createHasher('BLAKE2B-256', new Uint8Array(65))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
  })
})

describe('HMAC-SHA256', () => {
  it('equals the runtime for every split of messages around the short path and keys around a block', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70 }), fc.nat(4200), fc.nat(4200), async (key, first, second) => {
        const hasher = await createHasher('HMAC-SHA256', key)
        const a = counterStream('hash', first)
        const b = counterStream('key', second)
        expect(toHex(hasher.hash(a, b))).toBe(createHmac('sha256', key).update(a).update(b).digest('hex'))
      }),
      { numRuns: 60, verbose: 1 },
    )
  })
})

describe('HKDF', () => {
  it('matches the third example of RFC 5869, which has neither salt nor info', () => {
    const okm = hkdfSha256(new Uint8Array(22).fill(0x0b), new Uint8Array(0), new Uint8Array(0), 42)
    expect(toHex(okm)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8')
  })
})
