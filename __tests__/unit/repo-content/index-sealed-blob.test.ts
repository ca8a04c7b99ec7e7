import { describe, expect, it } from 'vitest'
import { ivOfBlobName, sessionIdOfBlob } from '../../../src/repo/content/blob-names.ts'
import { type BlobKeys, openSealedBlob, sealBlob } from '../../../src/repo/content/sealed-blob.ts'
import { createEncryptor } from '../../../src/repo/encryption/index.ts'
import { createHasher } from '../../../src/repo/hashing/index.ts'
import { toHex, utf8 } from '../../../src/util/bytes.ts'

const random = (length: number) => new Uint8Array(length).fill(7)

async function keysOf(hash: string): Promise<BlobKeys> {
  return {
    hasher: await createHasher(hash, new Uint8Array(32).fill(1)),
    encryptor: createEncryptor('AES256-GCM-HMAC-SHA256', new Uint8Array(32).fill(2)),
    random,
  }
}

describe.each(['HMAC-SHA256-128', 'HMAC-SHA224', 'HMAC-SHA256'])('blobs named after a %s hash', (hash) => {
  it('open again under their own name only', async () => {
    const keys = await keysOf(hash)
    const plain = utf8('some index')
    for (const [prefix, suffix] of [
      ['xn12_', '-s46d7afbe878c23d5147-c1'],
      ['xr0_16_', '-s46d7afbe878c23d5147-c2'],
      ['s', '-s46d7afbe878c23d5147'],
      ['n', ''],
    ] as const) {
      const blob = sealBlob(keys, prefix, suffix, plain)
      expect(blob.id).toBe(prefix + toHex(keys.hasher.hash(plain)) + suffix)
      expect(openSealedBlob(keys, blob.id, blob.bytes)).toEqual(plain)
      const other = sealBlob(keys, prefix, suffix, utf8('another index'))
      expect(() => openSealedBlob(keys, other.id, blob.bytes)).toThrowError(
        expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining(other.id) }),
      )
    }
  })

  it('are refused when cut anywhere or changed in any byte', async () => {
    const keys = await keysOf(hash)
    const blob = sealBlob(keys, 'n', '', utf8('x'))
    for (let at = 0; at < blob.bytes.length; at++) {
      const changed = blob.bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      for (const bytes of [changed, blob.bytes.subarray(0, at)]) {
        expect(() => openSealedBlob(keys, blob.id, bytes)).toThrowError(expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED' }))
      }
    }
  })
})

describe('names of sealed blobs', () => {
  it('are compared with the whole hash, not only with the part that is the iv', async () => {
    const keys = await keysOf('HMAC-SHA256')
    const blob = sealBlob(keys, 'n', '', utf8('x'))
    const renamed = `n${blob.id[1] === '0' ? '1' : '0'}${blob.id.slice(2)}`
    expect(() => openSealedBlob(keys, renamed, blob.bytes)).toThrowError(/another hash than its name/)
  })

  it('give the iv before the first dash, without digits of the epoch', () => {
    const hash = '0123456789abcdef0123456789abcdef'
    expect(toHex(ivOfBlobName(`xn12_${hash}-s46d7afbe878c23d5147-c1`) ?? new Uint8Array(0))).toBe(hash)
    expect(toHex(ivOfBlobName(`n${'f'.repeat(32)}${hash}`) ?? new Uint8Array(0))).toBe(hash)
    expect(ivOfBlobName('n0123')).toBeUndefined()
    expect(ivOfBlobName(`n0-${hash}`)).toBeUndefined()
    expect(ivOfBlobName(`n${'z'.repeat(32)}`)).toBeUndefined()
  })

  it('without a hash are refused as damaged', async () => {
    const keys = await keysOf('HMAC-SHA256-128')
    expect(() => openSealedBlob(keys, 'nothing', new Uint8Array(40))).toThrowError(/nothing.*no hash/)
  })

  it('give the session that wrote the blob, when there is one', () => {
    expect(sessionIdOfBlob('p00ff-s46d7afbe878c23d5147')).toBe('s46d7afbe878c23d5147')
    expect(sessionIdOfBlob('xn3_00ff-s46d7afbe878c23d5147-c1')).toBe('s46d7afbe878c23d5147')
    expect(sessionIdOfBlob('sffee')).toBeUndefined()
    expect(sessionIdOfBlob('p00ff')).toBeUndefined()
    expect(sessionIdOfBlob('p00ff-x-s12-s34')).toBe('s12')
  })
})
