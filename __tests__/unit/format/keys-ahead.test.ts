import { beforeAll, expect, it } from 'vitest'
import { createFormat, openFormat, type UnlockedFormat } from '../../../src/repo/format/index.ts'
import { KeysAhead } from '../../../src/repo/format/keys-ahead.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { seededRandom } from '../../support/test-repository.ts'

let format: UnlockedFormat
const NOW = 1_800_000_000_000_000_000n

beforeAll(async () => {
  format = (await createFormat({ password: 'secret', random: seededRandom('keys ahead'), formatVersion: 3 })).opened
})

it('gives the key that was begun for a format blob, and opens it with that key', async () => {
  const keys = new KeysAhead('secret')
  keys.begin(format.formatBlobBytes)
  const begun = keys.find(format.keyDerivation, 'secret', format.uniqueId)
  keys.begin(format.formatBlobBytes)
  expect(keys.find(format.keyDerivation, 'secret', format.uniqueId)).toBe(begun)
  const opened = await openFormat(format.formatBlobBytes, 'secret', NOW, () => {}, keys)
  expect(opened.content).toEqual(format.content)
})

it('has no key for another password, another repository or another derivation', () => {
  const keys = new KeysAhead('secret')
  keys.begin(format.formatBlobBytes)
  expect(keys.find(format.keyDerivation, 'Secret', format.uniqueId)).toBeUndefined()
  expect(
    keys.find(
      format.keyDerivation,
      'secret',
      format.uniqueId.map((byte) => byte ^ 1),
    ),
  ).toBeUndefined()
  expect(keys.find('pbkdf2-sha256-600000', 'secret', format.uniqueId)).toBeUndefined()
})

it('is not used where it was begun from a copy that is not what the storage has', async () => {
  const keys = new KeysAhead('secret')
  const text = new TextDecoder().decode(format.formatBlobBytes)
  const other = Buffer.from(format.uniqueId.map((byte) => byte ^ 255)).toString('base64')
  keys.begin(utf8(text.replace(Buffer.from(format.uniqueId).toString('base64'), other)))
  const opened = await openFormat(format.formatBlobBytes, 'secret', NOW, () => {}, keys)
  expect(opened.content).toEqual(format.content)
  await expect(openFormat(format.formatBlobBytes, 'wrong', NOW, () => {}, keys)).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
})

it('leaves bytes alone that are no format blob', () => {
  const keys = new KeysAhead('secret')
  for (const text of ['', '{', '{}', '{"uniqueID":"AA==","keyAlgo":"scrypt-65536-8-1"}']) expect(() => keys.begin(utf8(text))).not.toThrow()
})
