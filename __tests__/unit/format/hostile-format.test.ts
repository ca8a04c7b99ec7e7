import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFormatBlob, MAX_FORMAT_BLOB_BYTES } from '../../../src/repo/format/format-blob.ts'
import { readPayload } from '../../../src/repo/format/open.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { readVectors } from '../../support/vectors.ts'

interface FormatVectors {
  readonly repositories: Readonly<Record<string, { decryptedFormatJSON: string; files: Readonly<Record<string, string>> }>>
}

const NOW = 1_800_000_000_000_000_000n
const HOUR = 3_600_000_000_000
const model = readVectors<FormatVectors>('format-blobs').repositories['repo-v3-default']
const genuine = new Uint8Array(Buffer.from(model?.files['kopia.repository'] ?? '', 'base64'))
const outer: Record<string, unknown> = JSON.parse(Buffer.from(genuine).toString())
const inner: Record<string, unknown> = JSON.parse(model?.decryptedFormatJSON ?? '').format

const blobWith = (changes: Record<string, unknown>) => utf8(JSON.stringify({ ...outer, ...changes }))
const read = (changes: Record<string, unknown>, warn: (message: string) => void = () => {}) =>
  readPayload(utf8(JSON.stringify({ format: { ...inner, ...changes } })), NOW, warn)

describe('a hostile format blob', () => {
  it('is refused when cut to any length', () => {
    expect(decodeFormatBlob(genuine).uniqueId.length).toBe(32)
    // Without its last character, a newline, it is whole.
    for (let length = 0; length < genuine.length - 1; length++) {
      expect(() => decodeFormatBlob(genuine.subarray(0, length)), `${length} bytes`).toThrow(
        expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED' }),
      )
    }
  })

  it('is refused above 64 KiB, even when it is valid JSON', () => {
    const padded = new Uint8Array(MAX_FORMAT_BLOB_BYTES + 1).fill(0x20)
    padded.set(genuine)
    expect(() => decodeFormatBlob(padded)).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED' }))
    expect(decodeFormatBlob(padded.subarray(1 - 1, MAX_FORMAT_BLOB_BYTES)).keyDerivation).toBe('scrypt-65536-8-1')
  })

  it.each([
    ['no object', utf8('[]')],
    ['null', utf8('null')],
    ['a number', utf8('1')],
    ['not JSON', utf8('<html>')],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['a numeric unique ID', blobWith({ uniqueID: 5 })],
    ['a unique ID that is no base64', blobWith({ uniqueID: '####' })],
    ['a unique ID without padding', blobWith({ uniqueID: 'abcdefg' })],
    ['no unique ID', blobWith({ uniqueID: undefined })],
    ['a unique ID of 15 bytes', blobWith({ uniqueID: Buffer.alloc(15).toString('base64') })],
    ['a payload that is a list', blobWith({ encryptedBlockFormat: [] })],
    ['no payload', blobWith({ encryptedBlockFormat: null })],
    ['a payload of tag and nonce only', blobWith({ encryptedBlockFormat: Buffer.alloc(28).toString('base64') })],
    ['a key derivation that is a number', blobWith({ keyAlgo: 1 })],
  ])('is refused as damaged: %s', (_, bytes) => {
    expect(() => decodeFormatBlob(bytes)).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED' }))
  })

  it('is refused before the password is used when its algorithms are unknown', () => {
    for (const changes of [
      { encryption: 'AES256_CBC' },
      { encryption: '' },
      { encryption: null },
      { keyAlgo: 'none' },
      { keyAlgo: null },
    ]) {
      expect(() => decodeFormatBlob(blobWith(changes))).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_UNSUPPORTED' }))
    }
  })

  it('never ends in anything but a typed error or a result', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(genuine.length), (noise, at) => {
        const bytes = genuine.slice()
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), at)
        for (const each of [noise, bytes]) {
          try {
            decodeFormatBlob(each)
          } catch (error) {
            expect(['CAIRN_FORMAT_DAMAGED', 'CAIRN_FORMAT_UNSUPPORTED']).toContain((error as { code?: string }).code)
          }
        }
      }),
      { numRuns: 300, verbose: 1 },
    )
  })
})

describe('a hostile format payload', () => {
  it('is the genuine one when nothing is changed', async () => {
    expect((await read({})).hash).toBe('BLAKE2B-256-128')
  })

  it.each([
    ['version', 0],
    ['version', 4],
    ['version', null],
    ['indexVersion', 3],
    ['hash', 'MD5'],
    ['hash', null],
    ['encryption', 'SALSA20'],
    ['encryption', ''],
    ['splitter', 'DYNAMIC-3M-BUZHASH'],
  ])('is unsupported with %s %j', async (name, value) => {
    await expect(read({ [name]: value })).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
  })

  it.each([
    ['version', '3'],
    ['version', -1],
    ['version', 1.5],
    ['hash', 5],
    ['secret', 'not base64!'],
    ['masterKey', {}],
    ['maxPackSize', 2 ** 40],
    ['maxPackSize', -1],
    ['enablePasswordChange', 'yes'],
    ['epochParameters', []],
    ['epochParameters', { Enabled: true }],
    ['epochParameters', { Enabled: 1 }],
    ['requiredFeatures', {}],
    ['requiredFeatures', ['index-v2']],
    ['upgradeLock', true],
    ['upgradeLock', { creationTime: 'yesterday' }],
  ])('is damaged with %s %j', async (name, value) => {
    await expect(read({ [name]: value })).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
  })

  it('is damaged with epochs that would make cleaning unsafe', async () => {
    const sound = inner['epochParameters'] as Record<string, unknown>
    const unsound = [
      { MinEpochDuration: 1 },
      { EpochRefreshFrequency: 9 * HOUR },
      { EpochRefreshFrequency: 0 },
      { CleanupSafetyMargin: 1 },
      { FullCheckpointFrequency: 0 },
      { EpochAdvanceOnCountThreshold: 9 },
      { EpochAdvanceOnTotalSizeBytesThreshold: 1000 },
    ]
    for (const each of unsound) {
      await expect(read({ epochParameters: { ...sound, ...each } })).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
    }
  })

  it('is damaged without a format object', async () => {
    for (const json of ['{}', '{"format":null}', '{"format":[]}', '[]', '']) {
      await expect(readPayload(utf8(json), NOW, () => {})).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
    }
  })

  it('falls back to what old repositories meant by absent fields', async () => {
    const bare = await read({
      maxPackSize: undefined,
      indexVersion: undefined,
      epochParameters: undefined,
      splitter: undefined,
      secret: undefined,
    })
    expect(bare).toMatchObject({ maxPackSizeBytes: 20 * 1024 * 1024, indexVersion: 1, splitter: 'FIXED', hashSecret: new Uint8Array(0) })
    expect(bare.epochs.enabled).toBe(false)
  })
})

describe('required features', () => {
  const unknown = { feature: 'time-travel', ifNotUnderstood: { warn: false, message: 'Update.', url: 'https://example.org' } }

  it('pass when known', async () => {
    await expect(read({ requiredFeatures: [{ feature: 'index-v1' }, { feature: 'index-v2' }] })).resolves.toBeDefined()
  })

  it('stop when unknown, with the advice of the repository', async () => {
    await expect(read({ requiredFeatures: [unknown] })).rejects.toMatchObject({
      code: 'CAIRN_FORMAT_UNSUPPORTED',
      message: expect.stringContaining('time-travel'),
      hint: 'Update. https://example.org',
    })
    await expect(read({ requiredFeatures: [{ feature: 'x' }] })).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
  })

  it('only warn when the repository says so', async () => {
    const warnings: string[] = []
    await read({ requiredFeatures: [{ ...unknown, ifNotUnderstood: { ...unknown.ifNotUnderstood, warn: true } }] }, (text) =>
      warnings.push(text),
    )
    expect(warnings).toEqual([expect.stringMatching(/time-travel.*Update\. https:\/\/example\.org$/)])
  })
})

describe('the upgrade lock', () => {
  const at = (offsetHours: number) => `${new Date(Number(NOW / 1_000_000n) + offsetHours * 3_600_000).toISOString().slice(0, 19)}Z`
  const lock = { ownerID: 'someone@somewhere', ioDrainTimeout: HOUR, maxPermittedClockDrift: HOUR, message: 'be patient' }

  it.each([
    ['without notice', { creationTime: at(-1) }],
    ['with less notice than draining takes', { creationTime: at(0), advanceNoticeDuration: 2 * HOUR }],
    ['when the notice is over', { creationTime: at(-10), advanceNoticeDuration: 5 * HOUR }],
    ['when the notice has shrunk to what draining takes', { creationTime: at(-2), advanceNoticeDuration: 5 * HOUR }],
  ])('keeps everyone out %s', async (_, changes) => {
    await expect(read({ upgradeLock: { ...lock, ...changes } })).rejects.toMatchObject({
      code: 'CAIRN_REPOSITORY_LOCKED',
      kind: 'busy',
      message: expect.stringMatching(/someone@somewhere.*be patient/),
    })
  })

  it('lets everyone in before that', async () => {
    await expect(read({ upgradeLock: { ...lock, creationTime: at(-1), advanceNoticeDuration: 5 * HOUR } })).resolves.toBeDefined()
    await expect(read({ upgradeLock: null })).resolves.toBeDefined()
  })
})
