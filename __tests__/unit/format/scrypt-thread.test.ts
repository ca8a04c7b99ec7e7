import { randomBytes, scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { createFormat, openFormat } from '../../../src/repo/format/index.ts'
import { deriveFormatKey, type KeyMaker } from '../../../src/repo/format/key-derivation.ts'
import { KeysAhead } from '../../../src/repo/format/keys-ahead.ts'
import { ScryptThread } from '../../../src/repo/format/scrypt/scrypt-thread.ts'
import { toHex, utf8 } from '../../../src/util/bytes.ts'
import { seededRandom } from '../../support/test-repository.ts'

const NOW = 1_800_000_000_000_000_000n

it('gives the key of RFC 7914', async () => {
  const key = await new ScryptThread(16_384).derive('pleaseletmein', utf8('SodiumChloride'), 64)
  expect(key && toHex(key)).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  )
})

it.each([0, 1, 2, 3, 4, 5])('gives what the runtime gives, asked at once or when it is ready (%i)', async (round) => {
  const n = 512 << round
  const salt = randomBytes(16 + round)
  const password = 'é'.repeat(round * 40)
  const thread = new ScryptThread(n)
  if (round % 2 === 1) await new Promise((resolve) => setTimeout(resolve, 300))
  const key = await thread.derive(password, salt, 32)
  expect(key && toHex(key)).toBe(scryptSync(password, salt, 32, { N: n, r: 8, p: 1, maxmem: 2 ** 28 }).toString('hex'))
})

it('makes one key, and ends', async () => {
  const thread = new ScryptThread(512)
  const both = await Promise.all([thread.derive('a', utf8('salt'), 32), thread.derive('b', utf8('salt'), 32)])
  expect(both.map((key) => key?.length)).toEqual([32, undefined])
  thread.abandon()
})

it('has no key when it was abandoned, and where there is not enough memory for it', async () => {
  const abandoned = new ScryptThread(512)
  abandoned.abandon()
  expect(await abandoned.derive('a', utf8('salt'), 32)).toBeUndefined()
  // More pages than a memory can have.
  expect(await new ScryptThread(2 ** 24).derive('a', utf8('salt'), 32)).toBeUndefined()
})

it('leaves the key to the runtime when it has none', async () => {
  const none: KeyMaker = { derive: async () => undefined, abandon: () => {} }
  const salt = new Uint8Array(32)
  expect(await deriveFormatKey('scrypt-65536-8-1', 'password', salt, none)).toEqual(
    await deriveFormatKey('scrypt-65536-8-1', 'password', salt),
  )
})

it('is not believed when its key does not open the repository', async () => {
  const { opened } = await createFormat({ password: 'secret', random: seededRandom('scrypt thread'), formatVersion: 3 })
  const wrong: KeyMaker = { derive: async () => new Uint8Array(32), abandon: () => {} }
  const again = await openFormat(opened.formatBlobBytes, 'secret', NOW, () => {}, new KeysAhead('secret', wrong))
  expect(again.content).toEqual(opened.content)
  const failing = openFormat(opened.formatBlobBytes, 'Secret', NOW, () => {}, new KeysAhead('Secret', wrong))
  await expect(failing).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
})
