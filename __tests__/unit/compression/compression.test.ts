import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  COMPRESSORS,
  type Compressor,
  compressorById,
  compressorByName,
  compressorNameOf,
  decompressPayload,
  headerIdOf,
  loadCompression,
} from '../../../src/repo/compression/index.ts'
import { xxh32 } from '../../../src/repo/compression/xxh32.ts'
import { concatBytes, equalBytes, utf8 } from '../../../src/util/bytes.ts'
import { counterStream, readVectors, sha256Hex } from '../../support/vectors.ts'

interface CompressionVectors {
  readonly algorithms: readonly { headerID: string; name: string; supportedByThisKopia: boolean }[]
  readonly cases: readonly { compressor: string; compressedBase64: string; input: string; inputLength: number; inputSha256: string }[]
}

const vectors = readVectors<CompressionVectors>('compression')
const supported = vectors.algorithms.filter((each) => each.supportedByThisKopia)
const writers = Object.values(COMPRESSORS).filter((each) => each.compress !== undefined)
const MiB = 1024 * 1024

function text(): Uint8Array {
  return utf8(Array.from({ length: 200 }, (_, i) => `entry ${i}: the quick brown fox jumps over the lazy dog\n`).join('')).subarray(0, 6000)
}

function compress(compressor: Compressor, plain: Uint8Array): Uint8Array {
  const stored = compressor.compress?.(plain)
  if (stored === undefined) throw new Error(`${compressor.name} did not make ${plain.length} bytes shorter`)
  return stored
}

beforeAll(loadCompression)

describe('compressors', () => {
  it('carry the names and numbers that kopia gives them', () => {
    expect(Object.values(COMPRESSORS).map((each) => `${each.name} ${each.headerId.toString(16).padStart(8, '0')}`)).toEqual(
      expect.arrayContaining(vectors.algorithms.map((each) => `${each.name} ${each.headerID}`)),
    )
    expect(Object.keys(COMPRESSORS).length).toBe(vectors.algorithms.length)
  })

  it.each(supported.map((each) => each.name))('%s reads what kopia wrote', (name) => {
    const cases = vectors.cases.filter((each) => each.compressor === name)
    expect(cases.length).toBeGreaterThanOrEqual(5)
    for (const { compressedBase64, input, inputLength, inputSha256 } of cases) {
      const stored = new Uint8Array(Buffer.from(compressedBase64, 'base64'))
      const plain = decompressPayload(stored, inputLength, compressorByName(name).headerId)
      expect(plain.length, input).toBe(inputLength)
      expect(sha256Hex(plain), input).toBe(inputSha256)
      expect(decompressPayload(stored, 256 * MiB).length, input).toBe(inputLength)
      if (inputLength > 0) {
        expect(() => decompressPayload(stored, inputLength - 1), input).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
        expect(() => decompressPayload(stored, 0), input).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
      }
    }
  })

  it.each(supported.map((each) => each.name))(
    '%s survives every truncation and many flipped bits: an error or bytes within the limit',
    (name) => {
      const stored = new Uint8Array(
        Buffer.from(vectors.cases.find((each) => each.compressor === name && each.input === 'text')?.compressedBase64 ?? '', 'base64'),
      )
      const tryOne = (bytes: Uint8Array) => {
        try {
          expect(decompressPayload(bytes, 10_000).length).toBeLessThanOrEqual(10_000)
        } catch (error) {
          expect(['CAIRN_CONTENT_DAMAGED', 'CAIRN_FORMAT_UNSUPPORTED']).toContain((error as { code?: string }).code)
        }
      }
      for (let length = 0; length < stored.length; length += 1 + Math.floor(length / 50)) tryOne(stored.subarray(0, length))
      for (let bit = 0; bit < Math.min(stored.length * 8, 600); bit++) {
        const changed = stored.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        tryOne(changed)
      }
    },
  )

  it.each(writers.map((each) => each.name))('%s writes what it reads', (name) => {
    const compressor = compressorByName(name)
    const mixed = concatBytes([counterStream('comp', 3000), text(), new Uint8Array(20_000)])
    for (const plain of [
      text(),
      mixed,
      new Uint8Array(3 * MiB),
      concatBytes(Array.from({ length: 60 }, () => counterStream('c', 30_000))),
    ]) {
      const stored = compress(compressor, plain)
      expect(headerIdOf(stored)).toBe(compressor.headerId)
      expect(stored.length).toBeLessThan(plain.length)
      expect(equalBytes(compressor.decompress(stored.subarray(4), plain.length), plain)).toBe(true)
    }
  })

  it.each(writers.map((each) => each.name))('%s writes nothing that is not shorter', (name) => {
    const compressor = compressorByName(name)
    for (const plain of [new Uint8Array(0), utf8('a'), utf8('aaaa'), counterStream('comp', 500), counterStream('comp', 200_000)]) {
      expect(compressor.compress?.(plain), `${plain.length} bytes`).toBeUndefined()
    }
  })

  it('are written as kopia writes them: all but LZ4, which it has dropped', () => {
    const isDeprecated = (name: string) => !supported.some((each) => each.name === name)
    expect(writers.map((each) => each.name).sort()).toEqual(supported.map((each) => each.name).sort())
    expect(Object.keys(COMPRESSORS).filter(isDeprecated)).toEqual(['lz4'])
  })

  it('round-trip arbitrary bytes or leave them plain', () => {
    const zstd = compressorByName('zstd-fastest')
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        (words, times) => {
          const plain = concatBytes(Array.from({ length: times }, () => concatBytes(words)))
          const stored = zstd.compress?.(plain)
          if (stored !== undefined) expect(equalBytes(decompressPayload(stored, plain.length), plain)).toBe(true)
        },
      ),
      { numRuns: 100, verbose: 1 },
    )
  })

  it('refuse unknown numbers and names', () => {
    expect(() => compressorById(0x77)).toThrow(
      expect.objectContaining({ code: 'CAIRN_FORMAT_UNSUPPORTED', message: expect.stringContaining('0x77') }),
    )
    expect(compressorNameOf(0x77)).toBeUndefined()
    expect(compressorNameOf(0x1101)).toBe('zstd-fastest')
    for (const name of ['toString', 'lzma', 'S2-DEFAULT']) {
      expect(() => compressorByName(name)).toThrow(expect.objectContaining({ code: 'CAIRN_NOT_SUPPORTED' }))
    }
  })

  it('refuse a payload whose header is not the one of the index', () => {
    const stored = compress(compressorByName('gzip'), new Uint8Array(1000))
    expect(() => decompressPayload(stored, 1000, 0x1101)).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
    expect(() => decompressPayload(stored.subarray(0, 3), 1000)).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
  })
})

describe('decompression bombs', () => {
  it('are stopped at the limit for gzip, deflate and zstd', () => {
    for (const name of ['gzip', 'deflate-default', 'zstd-fastest']) {
      const stored = compress(compressorByName(name), new Uint8Array(64 * MiB))
      expect(() => decompressPayload(stored, MiB), name).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
    }
  })

  it('cannot make a zstd header take memory that its blocks do not justify', () => {
    // magic | descriptor: single segment, 8-byte size | size | one raw block of 1 byte
    for (const size of [2n ** 32n, 2n ** 31n, 2n ** 63n, 0xffff_ffff_ffff_ffffn, 0xffff_ffff_ffff_fffen]) {
      const stream = Buffer.alloc(17)
      stream.writeUInt32LE(0xfd2fb528)
      stream[4] = 0xe0
      stream.writeBigUInt64LE(size, 5)
      stream.set([0x09, 0, 0, 0x61], 13)
      expect(() => compressorByName('zstd').decompress(stream, 256 * MiB)).toThrow(
        expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
      )
    }
  })

  it('cannot make a zstd frame take the memory that runs of one byte would justify', () => {
    // 8000 blocks of 4 bytes, each standing for 128 KiB of one byte: a gigabyte in 32 KB, once declared and once not.
    const block = Uint8Array.of(0x02, 0, 0x10, 0x61)
    const blocks = concatBytes([...Array.from({ length: 7999 }, () => block), Uint8Array.of(0x03, 0, 0x10, 0x61)])
    const declared = Buffer.alloc(13)
    declared.writeUInt32LE(0xfd2fb528)
    declared[4] = 0xe0
    declared.writeBigUInt64LE(8000n * 131_072n, 5)
    const undeclared = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x50)
    const before = process.memoryUsage().arrayBuffers
    for (const header of [declared, undeclared]) {
      expect(() => compressorByName('zstd').decompress(concatBytes([header, blocks]), 16 * MiB)).toThrow(
        expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
      )
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * MiB)
  })

  it('cannot hide in many zstd frames', () => {
    const one = compress(compressorByName('zstd'), new Uint8Array(MiB)).subarray(4)
    const many = concatBytes(Array.from({ length: 40 }, () => one))
    expect(compressorByName('zstd').decompress(many, 40 * MiB).length).toBe(40 * MiB)
    expect(() => compressorByName('zstd').decompress(many, 39 * MiB)).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
  })

  it('cannot hide in an S2 block that declares a huge length', () => {
    const stream = Uint8Array.of(0xff, 6, 0, 0, ...utf8('S2sTwO'), 0, 10, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x7f, 0)
    expect(() => compressorByName('s2-default').decompress(stream, 256 * MiB)).toThrow(
      expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
    )
  })
})

describe('zstd', () => {
  it('takes an empty stream as an empty content, which is how kopia compresses one', () => {
    expect(compressorByName('zstd').decompress(new Uint8Array(0), 0).length).toBe(0)
  })

  it('skips skippable frames', () => {
    const frame = compress(compressorByName('zstd'), text()).subarray(4)
    const stream = concatBytes([Uint8Array.of(0x5e, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3), frame])
    expect(equalBytes(compressorByName('zstd').decompress(stream, 6000), text())).toBe(true)
  })
})

describe('gzip', () => {
  it('reads several members, as other writers may make', () => {
    const stream = concatBytes([gzipSync(text()), gzipSync(text())])
    expect(equalBytes(compressorByName('pgzip').decompress(stream, 12_000), concatBytes([text(), text()]))).toBe(true)
  })
})

describe('S2', () => {
  it.each(['s2-default', 's2-better'])('%s gives back what it was given, whatever repeats in it', (name) => {
    const compressor = compressorByName(name)
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ fresh: fc.uint8Array({ minLength: 1, maxLength: 70 }) }),
            fc.record({ back: fc.integer({ min: 1, max: 70_000 }), count: fc.integer({ min: 1, max: 70_000 }) }),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        (steps) => {
          const plain = grown(steps)
          const stored = compressor.compress?.(plain)
          if (stored !== undefined) expect(equalBytes(decompressPayload(stored, plain.length), plain)).toBe(true)
        },
      ),
      { numRuns: 60, verbose: 1 },
    )
  })

  it('writes the bytes that the decoder of kopia was seen to read', () => {
    const far = counterStream('far', 100_000)
    const lines = Array.from({ length: 30_000 }, (_, i) => `entry ${i}: the quick brown fox ${(i * 7) % 13}\n`).join('')
    const runs = [new Uint8Array(3 * MiB), far, counterStream('near', 5000), far, far.subarray(0, 67), new Uint8Array(66_000)]
    const plain = concatBytes([...runs, utf8(lines)])
    const written = (name: string) => sha256Hex(compress(compressorByName(name), plain))
    // Another way to find matches changes these; then let klauspost/compress/s2 read the streams again.
    expect(written('s2-default')).toBe('b4176028b327459abcb25c9b610d096a34407887eca70443ed177abcabb39d67')
    expect(written('s2-parallel-4')).toBe('117c7a42188a21354f5b4fd18249f3761b8b05781c1fcaedbdf2b88ca00591c8')
    expect(written('s2-better')).toBe('d1c3bb8fd54b64d8a6a56e161ff38a9ed9f4769ab717247dc18655834071f550')
  })

  it('compresses long runs, far copies and several blocks', () => {
    const far = counterStream('far', 100_000)
    const plain = concatBytes([new Uint8Array(3 * MiB), far, counterStream('near', 5000), far, far.subarray(0, 67), new Uint8Array(66_000)])
    for (const name of ['s2-default', 's2-better', 's2-parallel-4', 's2-parallel-8']) {
      const stored = compress(compressorByName(name), plain)
      expect(stored.length, name).toBeLessThan(120_000)
      expect(equalBytes(decompressPayload(stored, plain.length), plain), name).toBe(true)
    }
  })
})

/** Bytes that were made by appending fresh ones and by repeating what stands some way back. */
function grown(steps: readonly ({ readonly fresh: Uint8Array } | { readonly back: number; readonly count: number })[]): Uint8Array {
  const bytes: number[] = [1, 2, 3]
  for (const step of steps) {
    if ('fresh' in step) bytes.push(...step.fresh)
    else for (let i = 0; i < step.count; i++) bytes.push(bytes[Math.max(0, bytes.length - step.back)] ?? 0)
  }
  return Uint8Array.from(bytes)
}

describe('LZ4', () => {
  const [text = { compressedBase64: '', inputSha256: '' }] = vectors.cases.filter(
    (each) => each.compressor.startsWith('lz4') && each.input === 'text',
  )

  it.each(vectors.cases.filter((each) => each.compressor.startsWith('lz4')))(
    'reads $input of $compressor',
    ({ compressedBase64, inputLength, inputSha256 }) => {
      const stored = new Uint8Array(Buffer.from(compressedBase64, 'base64'))
      const plain = decompressPayload(stored, inputLength, 0x1400)
      expect(plain.length).toBe(inputLength)
      expect(sha256Hex(plain)).toBe(inputSha256)
      if (inputLength > 0) {
        expect(() => decompressPayload(stored, inputLength - 1)).toThrow(expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }))
      }
    },
  )

  it('notices every changed bit of a short frame, and every truncation', () => {
    const stored = new Uint8Array(Buffer.from(text.compressedBase64, 'base64'))
    expect(stored.length).toBeGreaterThan(100)
    for (let bit = 32; bit < stored.length * 8; bit += 3) {
      const changed = stored.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      // A copy from another place with the same bytes is no damage.
      expect(sha256OrDamage(changed), `bit ${bit}`).toBe(text.inputSha256)
    }
    for (let length = 5; length < stored.length; length++) {
      expect(() => decompressPayload(stored.subarray(0, length), 1 << 20)).toThrow(
        expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
      )
    }
  })

  function sha256OrDamage(stored: Uint8Array): string | undefined {
    try {
      return sha256Hex(decompressPayload(stored, 1 << 20))
    } catch (error) {
      expect(error).toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED' })
      return text.inputSha256
    }
  }

  it('reads plain blocks, blocks that refer to earlier ones, checksums of blocks, content sizes and skippable frames', () => {
    // Two linked blocks: "abcdabcd" as literals and a copy, then a copy from the first block; then a plain block.
    const first = Uint8Array.of(0x40, 0x61, 0x62, 0x63, 0x64, 4, 0, 0x10, 0x65)
    const second = Uint8Array.of(0x04, 9, 0, 0x10, 0x66)
    const plainBlock = utf8('xyz')
    const word = (value: number) => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)
    const header = Uint8Array.of(0b0101_1000, 0x40, 20, 0, 0, 0, 0, 0, 0, 0)
    const block = (body: Uint8Array, mark: number) => concatBytes([word((body.length | mark) >>> 0), body, word(xxh32(body))])
    const frame = concatBytes([
      word(0x184d2204),
      header,
      Uint8Array.of((xxh32(header) >>> 8) & 255),
      block(first, 0),
      block(second, 0),
      block(plainBlock, 0x8000_0000),
      word(0),
    ])
    const stream = concatBytes([word(0x184d2a51), word(2), utf8('no'), frame])
    expect(new TextDecoder().decode(compressorByName('lz4').decompress(stream, 100))).toBe('abcdabcdeabcdabcdfxyz')
  })

  it('refuses copies from before the start, and lengths that run over', () => {
    const lz4 = compressorByName('lz4')
    const header = Uint8Array.of(0x60, 0x40)
    const framed = (body: Uint8Array) =>
      concatBytes([
        Uint8Array.of(0x04, 0x22, 0x4d, 0x18),
        header,
        Uint8Array.of((xxh32(header) >>> 8) & 255, body.length, 0, 0, 0),
        body,
        new Uint8Array(4),
      ])
    const bodies = [
      [0x10, 0x61, 2, 0],
      [0x10, 0x61, 0, 0],
      [0xf0, 255],
      [0x1f, 0x61, 1, 0, 255],
      [0x20, 0x61],
      [0x10, 0x61, 1],
    ]
    for (const body of bodies) {
      expect(() => lz4.decompress(framed(Uint8Array.from(body)), 1000), String(body)).toThrow(
        expect.objectContaining({ code: 'CAIRN_CONTENT_DAMAGED' }),
      )
    }
  })
})

describe('XXH32', () => {
  it('has the published values', () => {
    expect(xxh32(new Uint8Array(0))).toBe(0x02cc5d05)
    expect(xxh32(utf8('a'))).toBe(0x550d7456)
    expect(xxh32(utf8('abc'))).toBe(0x32d153ff)
    expect(xxh32(utf8('Nobody inspects the spammish repetition'))).toBe(0xe2293b2f)
  })
})
