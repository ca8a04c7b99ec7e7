import { describe, expect, it } from 'vitest'
import {
  decodeSessionMarker,
  encodeSessionMarker,
  newSessionId,
  readSessionMarker,
  sealSessionMarker,
  sessionIdOfBlob,
} from '../../../src/repo/content/session.ts'
import { createEncryptor } from '../../../src/repo/encryption/index.ts'
import { createHasher } from '../../../src/repo/hashing/index.ts'
import { fromHex, fromUtf8, utf8 } from '../../../src/util/bytes.ts'
import { MapStorage } from '../../support/map-storage.ts'
import vector from '../../vectors/session.json' with { type: 'json' }

const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array(0)
const keys = {
  hasher: await createHasher(vector.hash, bytesOf(vector.hmacSecretHex)),
  encryptor: createEncryptor(vector.encryption, bytesOf(vector.masterKeyHex)),
  random: (length: number) => bytesOf(vector.encryptedHex).slice(0, length),
}

const stored = new MapStorage()
await stored.putBlob(vector.blobID, [bytesOf(vector.encryptedHex)])

describe('the marker a kopia process left behind', async () => {
  const marker = await readSessionMarker(stored, keys, vector.blobID)

  it('reads as what kopia wrote, to the nanosecond', () => {
    expect(marker).toEqual({
      id: 's46d7afbe878c23d5147',
      startNs: 1795396638700200599n,
      checkpointNs: 1795396638700200829n,
      userName: 'u',
      host: 'h',
    })
    expect(sessionIdOfBlob(vector.blobID)).toBe(marker.id)
  })

  it('is written with the same bytes and name', () => {
    expect(fromUtf8(encodeSessionMarker(marker))).toBe(vector.json)
    expect(sealSessionMarker(keys, marker)).toEqual({ id: vector.blobID, bytes: bytesOf(vector.encryptedHex) })
  })

  it('has an ID made of random bytes and the month', () => {
    const random = () => bytesOf('46d7afbe878c23d5')
    expect(newSessionId(marker.startNs, random)).toBe(marker.id)
  })
})

describe('markers that are none', () => {
  it.each(['', 'null', '[]', '7', '{}', '{"id":"s1","startTime":"x","checkpointTime":"x"}', '{"id":1}', '{"id":"s1"', '\u0000'])(
    'are refused by name: %j',
    (text) => {
      expect(() => decodeSessionMarker(utf8(text), 's00-s11')).toThrowError(
        expect.objectContaining({ code: 'CAIRN_INDEX_DAMAGED', message: expect.stringContaining('s00-s11') }),
      )
    },
  )
})
