/** `cairn benchmark …`: Kopia's tables, with what was measured here. */
import {
  type BenchmarkRequest,
  benchmarkCrypto,
  benchmarkEncryptions,
  benchmarkErrorCorrections,
  benchmarkHashes,
  benchmarkSplitters,
  type MeasuredSplitter,
} from '../../commands/benchmark.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { repeatableRandom } from '../../util/random.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, integerFlag, sizeFlag } from '../flag-values.ts'

const LINE = '-'.repeat(65)

export async function benchmarkHashing(context: CliContext, input: CommandInput): Promise<number> {
  const { request, facts } = requestOf(input)
  const onBegin = (name: string) => context.log.info(`Benchmarking hash '${name}' (${facts})`)
  const results = await benchmarkHashes(context, { ...request, onBegin })
  const rows = results.map((result) => ({
    ...result,
    text: result.name.padEnd(20),
    option: `--block-hash=${result.name}`,
  }))
  return printSpeeds(context, input, 'Hash'.padEnd(20), rows)
}

export async function benchmarkEncryption(context: CliContext, input: CommandInput): Promise<number> {
  const { request, facts } = requestOf(input)
  const onBegin = (name: string) => context.log.info(`Benchmarking encryption '${name}'... (${facts})`)
  const results = benchmarkEncryptions(context, { ...request, onBegin })
  const rows = results.map((result) => ({ ...result, text: result.name.padEnd(30), option: `--encryption=${result.name}` }))
  return printSpeeds(context, input, 'Encryption'.padEnd(30), rows)
}

export async function benchmarkHashAndEncryption(context: CliContext, input: CommandInput): Promise<number> {
  const { request, facts } = requestOf(input)
  const results = await benchmarkCrypto(context, {
    ...request,
    onBegin: (names) => context.log.info(`Benchmarking ${names}... (${facts})`),
  })
  const rows = results.map((result) => ({
    ...result,
    text: `${result.name.padEnd(20)} ${result.encryption.padEnd(30)}`,
    option: `--block-hash=${result.name} --encryption=${result.encryption}`,
  }))
  return printSpeeds(context, input, `${'Hash'.padEnd(20)} ${'Encryption'.padEnd(30)}`, rows)
}

interface SpeedRow {
  readonly bytesPerSecond: number
  readonly text: string
  readonly option: string
}

function printSpeeds(context: CliContext, input: CommandInput, title: string, rows: readonly SpeedRow[]): number {
  const size = sizeTextOf(context.env)
  const sorted = [...rows].sort((a, b) => b.bytesPerSecond - a.bytesPerSecond)
  context.print(`     ${title} Throughput`)
  context.print(LINE)
  for (const [index, { text, option, bytesPerSecond }] of sorted.entries()) {
    const shownOption = input.isOn('print-options') ? `,   ${option}` : ''
    context.print(`${String(index).padStart(3)}. ${text} ${size(bytesPerSecond)} / second${shownOption}`)
  }
  context.print(LINE)
  context.print(`Fastest option for this machine is: ${sorted[0]?.option ?? ''}`)
  return 0
}

export async function benchmarkSplitter(context: CliContext, input: CommandInput): Promise<number> {
  const size = sizeTextOf(context.env)
  const length = sizeFlag(input, 'data-size') ?? 0
  const count = countFlag(input, 'block-count') ?? 1
  const random = repeatableRandom(integerFlag(input, 'rand-seed') ?? 0)
  const blocks = Array.from({ length: count }, () => random(length))
  context.log.info(`splitting ${count} blocks of ${binaryText(length)} each, parallelism 1`)
  const row = ({ lengths }: MeasuredSplitter) => {
    const at = (percent: number) => lengths[Math.min(lengths.length - 1, Math.floor((lengths.length * percent) / 100))]
    const shares = [10, 25, 50, 75, 90].map((percent) => `${percent}th:${at(percent)}`).join(' ')
    return `count:${lengths.length} min:${lengths[0]} ${shares} max:${lengths.at(-1)}`
  }
  const results = benchmarkSplitters(context, blocks, (result) =>
    context.print(`${result.name.padEnd(25)} ${size(result.bytesPerSecond).padStart(12)}/s ${row(result)}`),
  )
  const sorted = [...results].sort((a, b) => b.bytesPerSecond - a.bytesPerSecond)
  context.print(LINE)
  for (const [index, result] of sorted.entries()) {
    context.print(`${String(index).padStart(3)}. ${result.name.padEnd(25)} ${size(result.bytesPerSecond).padEnd(12)}/s ${row(result)}`)
  }
  const best = sorted.find(({ name }) => !name.startsWith('FIXED'))
  if (input.isOn('print-options')) context.print(`Fastest option for this machine is: --object-splitter=${best?.name ?? ''}`)
  return 0
}

export async function benchmarkEcc(context: CliContext, input: CommandInput): Promise<number> {
  const size = sizeTextOf(context.env)
  const { request, facts } = requestOf(input)
  for (const index of request.bytes.keys()) request.bytes[index] = (index % 255) + 1
  const onBegin = (what: string) => context.log.info(`Benchmarking ECC ${what}... (${facts})`)
  const results = benchmarkErrorCorrections(context, { ...request, onBegin }).sort(
    (a, b) => Math.min(b.encodedPerSecond, b.decodedPerSecond) - Math.min(a.encodedPerSecond, a.decodedPerSecond),
  )
  const line = '-'.repeat(87)
  context.print(`     ${'ECC'.padEnd(30)} ${'Throughput'.padStart(14)} ${'Throughput'.padStart(14)}   ${'Growth'.padStart(10)}`)
  context.print(`     ${''.padEnd(30)} ${'Encoding'.padStart(14)} ${'Decoding'.padStart(14)}   ${''.padStart(6)}`)
  context.print(line)
  for (const [index, { name, percent, encodedPerSecond, decodedPerSecond, storedBytes }] of results.entries()) {
    const growth = Math.round((storedBytes / request.bytes.length - 1) * 100)
    const speeds = [encodedPerSecond, decodedPerSecond].map((speed) => `${size(speed).padStart(12)}/s`).join(' ')
    const option = input.isOn('print-options') ? `,   --ecc=${name} - ${percent}%` : ''
    context.print(
      `${String(index).padStart(3)}. ${`${name} - ${percent}%`.padEnd(30)} ${speeds}   ${String(growth).padStart(6)}% [${size(storedBytes)}]${option}`,
    )
  }
  context.print(line)
  const [best] = results
  context.print(`Fastest option for this machine is: --ecc=${best === undefined ? '' : `${best.name} - ${best.percent}%`}`)
  return 0
}

/** `32MiB`, `1KiB`, `1500B`: the largest unit that leaves no rest. */
function binaryText(bytes: number): string {
  const unit = [30, 20, 10].find((power) => bytes % 2 ** power === 0) ?? 0
  return `${bytes / 2 ** unit}${unit === 0 ? '' : ' KMG'[unit / 10]}${unit === 0 ? 'B' : 'iB'}`
}

/** Zeros, as Kopia takes them: hashes and ciphers are as fast on any bytes. */
function requestOf(input: CommandInput): { request: Omit<BenchmarkRequest, 'onBegin'>; facts: string } {
  const bytes = new Uint8Array(sizeFlag(input, 'block-size') ?? 0)
  const repeat = countFlag(input, 'repeat') ?? 1
  return { request: { bytes, repeat }, facts: `${repeat} x ${bytes.length} bytes, parallelism 1` }
}
