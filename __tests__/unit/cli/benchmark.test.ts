/** Benchmarks: the layout of Kopia's tables, every algorithm of the format in them, and what was really worked on. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInProcess } from '../../support/cli-in-process.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

let dir: string
beforeAll(async () => {
  dir = await makeTempDir('benchmark')
  writeFileSync(join(dir, 'text'), 'Measured with the same words again and again. '.repeat(200))
  writeFileSync(join(dir, 'empty'), '')
})
afterAll(() => removeDir(dir))

async function benchmark(...argv: string[]) {
  const { code, stdout, messages } = await runInProcess(['benchmark', ...argv], { dir, configPath: join(dir, 'none'), password: '' })
  expect(code).toBe(0)
  return { lines: stdout.trimEnd().split('\n'), messages }
}

const SMALL = ['--block-size=1KB', '--repeat=2']
const SPEED = String.raw`[\d.]+ [KMGTPE]?B`

describe('cairn benchmark', () => {
  it('hashing lists every hash, the fastest first, and how to choose it', async () => {
    const { lines, messages } = await benchmark('hashing', ...SMALL, '--print-options')
    expect(messages[0]).toBe("info Benchmarking hash 'BLAKE2B-256' (2 x 1024 bytes, parallelism 1)")
    expect(lines[0]).toBe('     Hash                 Throughput')
    expect(lines).toHaveLength(11 + 4)
    for (const [index, line] of lines.slice(2, -2).entries()) {
      expect(line).toMatch(new RegExp(`^ {${index < 10 ? 2 : 1}}${index}\\. ([A-Z0-9-]+) +${SPEED} / second, {3}--block-hash=\\1$`))
    }
    const best = /^ {2}0\. ([^ ]+)/.exec(lines[2] ?? '')?.[1]
    expect(lines.at(-1)).toBe(`Fastest option for this machine is: --block-hash=${best}`)
  })

  it('encryption and crypto list every cipher, alone and with every hash', async () => {
    expect((await benchmark('encryption', ...SMALL)).lines.slice(2, -2)).toHaveLength(2)
    const { lines } = await benchmark('crypto', ...SMALL)
    expect(lines[0]).toBe('     Hash                 Encryption                     Throughput')
    expect(lines.slice(2, -2)).toHaveLength(22)
    expect(lines.at(-1)).toMatch(/: --block-hash=[A-Z0-9-]+ --encryption=[A-Z0-9-]+$/)
  })

  it('splitter tells how long the pieces are, the same for the same seed', async () => {
    const pieces = async (...argv: string[]) =>
      (await benchmark('splitter', '--data-size=1MB', '--block-count=2', ...argv)).lines
        .slice(0, 23)
        .map((line) => line.replace(new RegExp(` +${SPEED}/s`), ''))
    const lines = await pieces()
    expect(lines.find((line) => line.startsWith('FIXED-512K'))).toMatch(/count:4 min:524288 10th:524288 .* 90th:524288 max:524288$/)
    expect(await pieces()).toEqual(lines)
    expect(await pieces('--rand-seed=7')).not.toEqual(lines)
    const { lines: all, messages } = await benchmark('splitter', '--data-size=1KB', '--block-count=1', '--print-options')
    expect(messages).toEqual(['info splitting 1 blocks of 1KiB each, parallelism 1'])
    expect(all.at(-1)).toMatch(/^Fastest option for this machine is: --object-splitter=DYNAMIC/)
  })

  it('ecc measures five overheads and how much they add', async () => {
    const { lines } = await benchmark('ecc', '--block-size=64KB', '--repeat=1')
    expect(lines[0]).toBe('     ECC                                Throughput     Throughput       Growth')
    // What stock kopia stores for the same block.
    const grown = Object.fromEntries(lines.slice(3, -2).map((line) => [/- (\d+)%/.exec(line)?.[1], line.replace(/^.*\/s +/, '')]))
    expect(grown).toEqual({ 1: '3% [67.3 KB]', 2: '2% [67.1 KB]', 5: '5% [68.9 KB]', 10: '10% [72.1 KB]', 20: '22% [80 KB]' })
  })

  it('compression compresses and decompresses the first bytes of a file', async () => {
    const run = (...argv: string[]) => benchmark('compression', '--data-file=text', '--repeat=1', ...argv)
    const { lines, messages } = await run('--algorithms=zstd,gzip', '--print-options', '--verify-stable')
    expect(messages).toContain('info Compressing input file "text" (9.2 KB) using 7 compression methods.')
    expect(lines).toHaveLength(2 * (7 + 2))
    expect(lines.filter((line) => / \(deprecated\), --compression=zstd-best-compression$/.test(line))).toHaveLength(2)
    const { lines: bySize } = await run('--operations=compress', '--by-size')
    const sizes = bySize.slice(2).map((line) => Number(/ (\d+) B /.exec(line)?.[1]))
    expect(sizes.length).toBeGreaterThan(14)
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    expect(bySize.join('\n')).not.toContain('zstd-best-compression')
  })

  it.each([
    [['compression'], 'CAIRN_USAGE'],
    [['compression', '--data-file=none'], 'CAIRN_USAGE'],
    [['compression', '--data-file=empty'], 'CAIRN_USAGE'],
    [['compression', '--data-file=text', '--algorithms=rar'], 'CAIRN_USAGE'],
    [['compression', '--data-file=text', '--by-alloc'], 'CAIRN_NOT_SUPPORTED'],
    [['hashing', '--block-size=much'], 'CAIRN_USAGE'],
    [['hashing', '--block-size=0'], 'CAIRN_USAGE'],
    [['hashing', '--block-size=2GB'], 'CAIRN_USAGE'],
    [['hashing', '--repeat=0'], 'CAIRN_USAGE'],
    [['hashing', '--parallel=2'], 'CAIRN_NOT_SUPPORTED'],
  ])('%j is refused', async (argv, code) => {
    await expect(benchmark(...argv)).rejects.toMatchObject({ code })
  })
})
