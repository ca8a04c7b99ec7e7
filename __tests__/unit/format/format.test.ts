import { describe, expect, it } from 'vitest'
import { parseCheckedObject } from '../../../src/repo/format/checked-json.ts'
import {
  changeFormatPassword,
  createFormat,
  decodeBlobConfig,
  decodeMaintenanceSchedule,
  encodeMaintenanceSchedule,
  KEY_DERIVATION_NAMES,
  type MaintenanceSchedule,
  openFormat,
} from '../../../src/repo/format/index.ts'
import { deriveFormatKey } from '../../../src/repo/format/key-derivation.ts'
import { formatSealingKey, seal, unseal } from '../../../src/repo/format/sealed-payload.ts'
import { fromUtf8, toHex, utf8 } from '../../../src/util/bytes.ts'
import { hkdfSha256 } from '../../../src/util/hmac.ts'
import { counterStream, readVectors } from '../../support/vectors.ts'

interface KdfVectors {
  readonly cases: readonly {
    aadHex: string
    aesKeyHex: string
    algorithm: string
    formatEncryptionKeyHex: string
    password: string
    sealedHex: string
    sealedPlaintext: string
    uniqueIDBase64: string
  }[]
  readonly masterKeyPurposes: readonly { keyHex: string; length: number; masterKeyHex: string; purpose: string; uniqueIDHex: string }[]
}

interface FormatVectors {
  readonly repositories: Readonly<
    Record<
      string,
      { password: string; decryptedFormatJSON: string; decryptedBlobCfgJSON: string | null; files: Readonly<Record<string, string>> }
    >
  >
}

const NOW = 1_800_000_000_000_000_000n
const kdf = readVectors<KdfVectors>('kdf')
const { repositories } = readVectors<FormatVectors>('format-blobs')
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

function repository(name: string) {
  const found = repositories[name]
  if (found === undefined) throw new Error(`no vector ${name}`)
  const blob = (id: string) => {
    const text = found.files[id]
    return text === undefined ? undefined : base64(text)
  }
  return { ...found, blob, formatBlob: blob('kopia.repository') ?? new Uint8Array(0) }
}

/** Random bytes that are the same in every run, and different in every call. */
function fixedRandom() {
  let calls = 0
  return (length: number) => counterStream(`random-${calls++}`, length)
}

/** One new format for all tests that only need some format: deriving a key is slow on purpose. */
const someFormat = createFormat({ password: 'x', random: fixedRandom() })

describe('keys', () => {
  it.each(kdf.cases)('$algorithm turns "$password" into the keys of kopia', async (each) => {
    const uniqueId = base64(each.uniqueIDBase64)
    const formatKey = await deriveFormatKey(each.algorithm, each.password, uniqueId)
    expect(toHex(formatKey)).toBe(each.formatEncryptionKeyHex)
    const sealingKey = formatSealingKey(formatKey, uniqueId)
    expect(toHex(sealingKey.key)).toBe(each.aesKeyHex)
    expect(toHex(sealingKey.additionalData)).toBe(each.aadHex)
    const sealed = hex(each.sealedHex)
    expect(fromUtf8(unseal(sealingKey, sealed) ?? new Uint8Array(0))).toBe(each.sealedPlaintext)
    expect(toHex(seal(sealingKey, utf8(each.sealedPlaintext), () => sealed.slice(0, 12)))).toBe(each.sealedHex)
  })

  it('are derived for a purpose from the master key and the unique ID', () => {
    for (const { masterKeyHex, uniqueIDHex, purpose, length, keyHex } of kdf.masterKeyPurposes) {
      expect(toHex(hkdfSha256(hex(masterKeyHex), hex(uniqueIDHex), utf8(purpose), length))).toBe(keyHex)
    }
  })

  it.each([
    ...['testing-only-insecure', 'scrypt-1-1-1', 'scrypt-65536-8-2', 'scrypt-1048576-8-1', 'scrypt-65536-8-1 ', ' scrypt-65536-8-1'],
    ...['SCRYPT-65536-8-1', 'scrypt', 'scrypt-', 'scrypt-65536-8', 'scrypt-65536-8-1-1', 'scrypt-065536-8-1', 'scrypt-65537-8-1'],
    ...['pbkdf2-sha256-1', 'pbkdf2-sha256-599999', 'pbkdf2-sha256-6000000', 'pbkdf2-sha256', 'pbkdf2-sha512-600000', 'pbkdf2-sha1-600000'],
    ...['argon2id', 'bcrypt', 'hkdf', 'none', '', 'null', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '\u0000'],
  ])('are never derived by %j', async (name) => {
    await expect(deriveFormatKey(name, 'password', new Uint8Array(32))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
  })

  it('are never derived with a short salt', async () => {
    for (const name of KEY_DERIVATION_NAMES) {
      await expect(deriveFormatKey(name, 'password', new Uint8Array(15))).rejects.toMatchObject({ code: 'CAIRN_FORMAT_DAMAGED' })
    }
  })
})

describe('the format of repositories made by kopia', () => {
  it.each([
    'repo-v3-default',
    'repo-v3-hmac-chacha-pbkdf2',
    'repo-v3-blake3-256',
    'repo-v3-ecc10',
    'repo-v1-legacy',
    'repo-v1-kopia-0.6.4',
  ])('is read from %s', async (name) => {
    const { password, decryptedFormatJSON, decryptedBlobCfgJSON, blob, formatBlob } = repository(name)
    const format = await openFormat(formatBlob, password, NOW)
    expect(fromUtf8(format.payload)).toBe(decryptedFormatJSON)
    const expected = JSON.parse(decryptedFormatJSON).format
    expect(format.content).toMatchObject({
      hash: expected.hash,
      encryption: expected.encryption,
      version: expected.version,
      maxPackSizeBytes: expected.maxPackSize,
      indexVersion: expected.indexVersion ?? 1,
      enablePasswordChange: expected.enablePasswordChange ?? false,
      splitter: expected.splitter,
      ecc: expected.ecc ?? '',
      eccOverheadPercent: expected.eccOverheadPercent ?? 0,
      hashSecret: base64(expected.secret),
      masterKey: base64(expected.masterKey),
    })
    expect(format.content.epochs.enabled).toBe(expected.epochParameters?.Enabled ?? false)
    expect(format.content.epochs.minEpochDurationNs).toBe(BigInt(expected.epochParameters?.MinEpochDuration ?? 0))
    expect(format.formatBlobBytes).toBe(formatBlob)
    const config = decodeBlobConfig(blob('kopia.blobcfg'), format)
    expect(config.retentionMode).toBeUndefined()
    expect(config.stored === undefined ? null : fromUtf8(config.stored)).toBe(decryptedBlobCfgJSON)
    const schedule = decodeMaintenanceSchedule(blob('kopia.maintenance') ?? new Uint8Array(0), format)
    // The oldest one never had full maintenance.
    if (name === 'repo-v1-kopia-0.6.4') expect(schedule.nextFullNs).toBeUndefined()
    else expect(schedule.nextFullNs).toBeGreaterThan(1_790_000_000_000_000_000n)
    expect(Object.keys(schedule.runs).length).toBeGreaterThan(0)
  })

  it('is not opened by a wrong password', async () => {
    const { password, formatBlob } = repository('repo-v3-default')
    await Promise.all(
      ['', `${password} `, password.toUpperCase()].map((wrong) =>
        expect(openFormat(formatBlob, wrong, NOW)).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG', kind: 'password' }),
      ),
    )
  })
})

describe('the format of a new repository', () => {
  it('has the fields of kopia in the order of kopia, and opens again', async () => {
    const { formatBlob, blobcfg, opened } = await createFormat({ password: 'secret', random: fixedRandom(), buildVersion: '0.1.0' })
    const text = fromUtf8(formatBlob) ?? ''
    const model = repository('repo-v3-default')
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(JSON.parse(fromUtf8(model.formatBlob) ?? '')))
    expect(text).toMatch(/^\{\n {2}"tool": "Cairn",\n {2}"buildVersion": "0\.1\.0",\n/)
    expect(text.endsWith('"\n}\n')).toBe(true)

    const again = await openFormat(formatBlob, 'secret', NOW)
    expect(again.content).toEqual(opened.content)
    expect(toHex(again.deriveKey('x', 16))).toBe(toHex(opened.deriveKey('x', 16)))
    expect(blobcfg.length).toBe(30)
    expect(decodeBlobConfig(blobcfg, again)).toEqual({ stored: utf8('{}') })

    const written = JSON.parse(fromUtf8(again.payload) ?? '').format
    const made = JSON.parse(model.decryptedFormatJSON).format
    expect(fromUtf8(again.payload)).toBe(
      model.decryptedFormatJSON
        .replace(made.hash, 'HMAC-SHA256-128')
        .replace(made.secret, written.secret)
        .replace(made.masterKey, written.masterKey),
    )
  })

  it('uses different secrets for everything', async () => {
    const { opened } = await createFormat({ password: 'secret', random: fixedRandom() })
    expect(new Set([opened.uniqueId, opened.content.hashSecret, opened.content.masterKey].map(toHex)).size).toBe(3)
  })

  it('uses the algorithms that were asked for', async () => {
    const { formatBlob } = await createFormat({
      password: 'secret',
      random: fixedRandom(),
      hash: 'BLAKE3-256',
      encryption: 'CHACHA20-POLY1305-HMAC-SHA256',
      splitter: 'FIXED-1M',
      keyDerivation: 'pbkdf2-sha256-600000',
    })
    const format = await openFormat(formatBlob, 'secret', NOW)
    expect(format.keyDerivation).toBe('pbkdf2-sha256-600000')
    expect(format.content).toMatchObject({ hash: 'BLAKE3-256', encryption: 'CHACHA20-POLY1305-HMAC-SHA256', splitter: 'FIXED-1M' })
  })

  it('is not made with an unknown algorithm or without a password', async () => {
    const random = fixedRandom()
    for (const wrong of [{ hash: 'MD5' }, { encryption: 'NONE' }, { splitter: 'X' }, { keyDerivation: 'X' }]) {
      await expect(createFormat({ password: 'secret', random, ...wrong })).rejects.toMatchObject({ code: 'CAIRN_FORMAT_UNSUPPORTED' })
    }
    await expect(createFormat({ password: '', random })).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_EMPTY' })
  })
})

describe('a change of password', () => {
  it('seals the same payload and blob configuration again', async () => {
    const random = fixedRandom()
    const created = await createFormat({ password: 'old', random })
    const odd = '{"retentionMode":"COMPLIANCE","retentionPeriod":9223372036854775807,"later":[1]}'
    const config = decodeBlobConfig(created.opened.sealWithFormatKey(utf8(odd), random), created.opened)
    expect(config.retentionMode).toBe('COMPLIANCE')
    const changed = await changeFormatPassword(created.opened, config, 'new', random)
    const format = await openFormat(changed.formatBlob, 'new', NOW)
    expect(toHex(format.payload)).toBe(toHex(created.opened.payload))
    expect(toHex(format.uniqueId)).toBe(toHex(created.opened.uniqueId))
    expect(fromUtf8(format.unsealWithFormatKey(changed.blobcfg) ?? new Uint8Array(0))).toBe(odd)
    await expect(openFormat(changed.formatBlob, 'old', NOW)).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
  })

  it('is refused where the keys depend on the password', async () => {
    const { password, formatBlob } = repository('repo-v1-legacy')
    const format = await openFormat(formatBlob, password, NOW)
    await expect(changeFormatPassword(format, {}, 'new', fixedRandom())).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
  })
})

describe('the blob configuration', () => {
  it('is refused when damaged or of another repository', async () => {
    const random = fixedRandom()
    const { opened, blobcfg } = await someFormat
    const sealed = (json: string) => opened.sealWithFormatKey(utf8(json), random)
    const damaged = [
      blobcfg.subarray(1),
      blobcfg.subarray(0, 27),
      new Uint8Array(0),
      new Uint8Array(65 * 1024),
      sealed('[]'),
      sealed('{"retentionMode":"GOVERNANCE"}'),
      sealed('{"retentionPeriod":86400000000000}'),
      sealed('{"retentionMode":1,"retentionPeriod":86400000000000}'),
    ]
    for (const bytes of damaged) {
      expect(() => decodeBlobConfig(bytes, opened)).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED' }))
    }
    expect(decodeBlobConfig(undefined, opened)).toEqual({})
  })
})

describe('the maintenance schedule', () => {
  const run = { startNs: 1_700_000_000_123_456_789n, endNs: 1_700_000_001_000_000_000n, success: true, error: '', extra: [] }
  const schedule: MaintenanceSchedule = {
    nextFullNs: 1_700_000_000_000_000_000n,
    nextQuickNs: undefined,
    runs: {
      'snapshot-gc': [{ ...run, success: false, error: 'broken', extra: [{ kind: 'k', data: { n: 1 } }] }, run],
      'cleanup-logs': [],
    },
  }

  it('survives a round trip, and says what kopia says about absent values', async () => {
    const random = fixedRandom()
    const { opened } = await someFormat
    const sealed = encodeMaintenanceSchedule(schedule, opened, random)
    expect(decodeMaintenanceSchedule(sealed, opened)).toEqual(schedule)
    const key = { key: opened.deriveKey('maintenance schedule', 32), additionalData: utf8('maintenance') }
    expect(fromUtf8(unseal(key, sealed) ?? new Uint8Array(0))).toBe(
      '{"nextFullMaintenance":"2023-11-14T22:13:20Z","nextQuickMaintenance":"0001-01-01T00:00:00Z","runs":{"cleanup-logs":[],' +
        '"snapshot-gc":[{"start":"2023-11-14T22:13:20.123456789Z","end":"2023-11-14T22:13:21Z","error":"broken","extra":[{"kind":"k","data":{"n":1}}]},' +
        '{"start":"2023-11-14T22:13:20.123456789Z","end":"2023-11-14T22:13:21Z","success":true}]}}',
    )
  })

  it('keeps the newest fifty runs of a task', async () => {
    const random = fixedRandom()
    const { opened } = await someFormat
    const many = { ...schedule, runs: { task: Array.from({ length: 60 }, (_, i) => ({ ...run, endNs: BigInt(i) })) } }
    const kept = decodeMaintenanceSchedule(encodeMaintenanceSchedule(many, opened, random), opened).runs['task'] ?? []
    expect(kept.map((each) => each.endNs)).toEqual(Array.from({ length: 50 }, (_, i) => BigInt(i)))
  })

  it('is refused when damaged', async () => {
    const random = fixedRandom()
    const { opened } = await someFormat
    const key = { key: opened.deriveKey('maintenance schedule', 32), additionalData: utf8('maintenance') }
    const jsons = [
      '',
      '[]',
      '{"runs":[]}',
      '{"runs":{"a":{}}}',
      '{"runs":{"a":[1]}}',
      '{"nextFullMaintenance":"soon"}',
      '{"runs":{"a":[{"start":5}]}}',
    ]
    for (const bytes of [new Uint8Array(0), new Uint8Array(100), ...jsons.map((json) => seal(key, utf8(json), random))]) {
      expect(() => decodeMaintenanceSchedule(bytes, opened)).toThrow(expect.objectContaining({ code: 'CAIRN_FORMAT_DAMAGED' }))
    }
    expect(decodeMaintenanceSchedule(seal(key, utf8('{"runs":null}'), random), opened).runs).toEqual({})
  })
})

describe('checked JSON', () => {
  it('takes fields named like parts of every object as ordinary fields', () => {
    const json = parseCheckedObject(utf8('{"__proto__":{"a":1},"x":null}'), 'test')
    expect(json.text('toString')).toBe('')
    expect(json.text('constructor')).toBe('')
    expect(json.object('__proto__')?.count('a')).toBe(1)
    expect(json.count('a')).toBe(0)
    expect(json.flag('x')).toBe(false)
  })
})
