/** `cairn benchmark compression`: Kopia's two tables, with what was measured here. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { benchmarkCompression, benchmarkDecompression, compressorsNamed, type MeasuredCompressor } from '../../commands/benchmark.ts'
import { CairnError, messageOf } from '../../errors.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { integerFlag } from '../flag-values.ts'

/** Most bytes of the file that are used, and what each algorithm works on in all when nobody says how often. */
const WORK_BYTES = 128 * 1024 * 1024
/** Kopia calls it deprecated: it is measured only when asked for. */
const DEPRECATED = /^zstd-best-compression$/

export async function benchmarkCompressors(context: CliContext, input: CommandInput): Promise<number> {
  const path = input.text('data-file') ?? ''
  if (path === '') throw new CairnError('CAIRN_USAGE', "required flag(s) '--data-file' not provided.")
  const bytes = firstBytes(resolve(context.cwd, path))
  const size = sizeTextOf(context.env)
  const repeat = Math.max(0, integerFlag(input, 'repeat') ?? 0) || Math.max(1, Math.floor(WORK_BYTES / bytes.length))
  const names = (input.text('algorithms') ?? '').split(',').filter((name) => name !== '')
  const compressors = compressorsNamed(names).filter(({ name }) => names.length > 0 || input.isOn('deprecated') || !DEPRECATED.test(name))
  if (compressors.length === 0) throw new CairnError('CAIRN_USAGE', `No compression begins with ${names.join(' or ')}.`)
  const { info } = context.log
  const total = size(repeat * bytes.length)
  info(`Will repeat each benchmark ${repeat} times per compression method (total ${total}). Override with --repeat=N.`)
  const using = `input file "${path}" (${size(bytes.length)}) using ${compressors.length} compression methods.`
  const operations = input.text('operations')
  if (operations !== 'decompress') {
    info(`Compressing ${using}`)
    const request = { bytes, repeat, onBegin: (name: string) => info(`Benchmarking compressor '${name}'...`) }
    const onUnstable = (name: string) => context.log.error(`compression "${name}" is not stable`)
    printTable(
      context,
      input,
      await benchmarkCompression(context, request, compressors, input.isOn('verify-stable') ? onUnstable : undefined),
    )
  }
  if (operations !== 'compress') {
    info(`Decompressing ${using}`)
    const request = { bytes, repeat, onBegin: (name: string) => info(`Benchmarking decompressor '${name}'...`) }
    printTable(context, input, await benchmarkDecompression(context, request, compressors))
  }
  return 0
}

function printTable(context: CliContext, input: CommandInput, results: readonly MeasuredCompressor[]): void {
  const size = sizeTextOf(context.env)
  const bySize = input.isOn('by-size')
  const sorted = [...results].sort((a, b) => (bySize ? a.compressedBytes - b.compressedBytes : b.bytesPerSecond - a.bytesPerSecond))
  context.print(`     ${'Compression'.padEnd(26)} ${'Compressed'.padEnd(12)} ${'Throughput'.padEnd(12)} Allocs   Memory Usage`)
  context.print('-'.repeat(96))
  for (const [index, { name, compressedBytes, bytesPerSecond }] of sorted.entries()) {
    const columns = `${size(compressedBytes).padEnd(12)} ${size(bytesPerSecond).padStart(8)}/s     ${'-'.padEnd(8)} -`
    const remark = DEPRECATED.test(name) ? ' (deprecated)' : ''
    const option = input.isOn('print-options') ? `, --compression=${name}` : ''
    context.print(`${String(index).padStart(3)}. ${name.padEnd(26)} ${columns}${remark}${option}`)
  }
}

/** Errors: CAIRN_USAGE for a file that is empty or cannot be read. */
function firstBytes(path: string): Uint8Array {
  let bytes: Uint8Array
  try {
    const file = openSync(path, 'r')
    try {
      bytes = new Uint8Array(Math.min(fstatSync(file).size, WORK_BYTES))
      let length = 0
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = readSync(file, bytes, length, bytes.length - length, null)
      bytes = bytes.subarray(0, length)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw new CairnError('CAIRN_USAGE', `--data-file ${path} cannot be read: ${messageOf(cause)}.`, { cause })
  }
  if (bytes.length === 0) throw new CairnError('CAIRN_USAGE', `--data-file ${path} is empty.`)
  return bytes
}
