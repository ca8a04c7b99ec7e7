/** `cairn snapshot estimate`: Kopia's text. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { EXIT_CODES } from '../../commands/run/outcome.ts'
import { estimateSnapshot } from '../../commands/snapshot-estimate.ts'
import { CairnError } from '../../errors.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import { durationText } from '../../report/kopia-text.ts'
import type { Estimate, SizeBuckets } from '../../snapshot/estimate.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { integerFlag, numberFlag } from '../flag-values.ts'
import { printText } from '../harmless.ts'

export async function snapshotEstimate(context: CliContext, input: CommandInput): Promise<number> {
  const megabitsPerSecond = numberFlag(input, 'upload-speed') ?? 10
  if (megabitsPerSecond <= 0) throw new CairnError('CAIRN_USAGE', '--upload-speed takes a number above zero.')
  const maxExamples = Math.max(0, integerFlag(input, 'max-examples-per-bucket') ?? 10)
  const path = input.argument('source') ?? ''
  if (path === '') throw new CairnError('CAIRN_USAGE', 'A source is empty.')
  const { log, signal } = context
  const estimate = await withRepository(context, { isReadOnly: true }, async (repository) =>
    estimateSnapshot(
      repository,
      { ...repository.identity, path: resolve(context.cwd, path) },
      {
        maxExamples,
        onDirectory: (directory) => (input.isOn('quiet') ? undefined : log.info(`Analyzing ${visibleText(directory)}...`)),
        onError: (where, message) => log.error(`Error in ${visibleText(where)}: ${message}`),
        signal,
      },
    ),
  )
  print(context, estimate, input.isOn('show-files'), megabitsPerSecond)
  return estimate.errors > 0 ? EXIT_CODES.partial : 0
}

function print(context: CliContext, estimate: Estimate, showsFiles: boolean, megabitsPerSecond: number): void {
  const sizeText = sizeTextOf(context.env)
  const { files, bytes, excludedFiles, excludedBytes, excludedDirectories, errors } = estimate
  context.print(`Snapshot includes ${files} file(s), total size ${sizeText(bytes)}`)
  printBuckets(context, estimate.included, showsFiles, sizeText)
  context.print('')
  if (excludedFiles > 0) {
    context.print(`Snapshot excludes ${excludedFiles} file(s), total size ${sizeText(excludedBytes)}`)
    printBuckets(context, estimate.excluded, true, sizeText)
  } else context.print('Snapshot excludes no files.')
  if (excludedDirectories > 0) {
    context.print(`Snapshot excludes ${excludedDirectories} directories. Examples:`)
    for (const directory of estimate.excludedDirectoryExamples) printText(context, ` - ${visibleText(directory)}`)
  } else context.print('Snapshot excludes no directories.')
  if (errors > 0) context.print(`Encountered ${errors} error(s).`)
  const seconds = Math.trunc((bytes * 8) / 1_000_000 / megabitsPerSecond)
  context.print('')
  context.print(`Estimated upload time: ${durationText(BigInt(seconds) * 1_000_000_000n)} at ${megabitsPerSecond} Mbit/s`)
}

function printBuckets(context: CliContext, buckets: SizeBuckets, showsFiles: boolean, sizeText: SizeText): void {
  for (const [index, bucket] of buckets.entries()) {
    if (bucket.files === 0) continue
    const from = sizeText(bucket.minBytes).padEnd(6)
    const above = buckets[index - 1]
    const range = above === undefined ? `< ${from}` : `${from}...${sizeText(above.minBytes).padStart(6)}`
    context.print(`${range.padStart(18)}: ${String(bucket.files).padStart(7)} files, total size ${sizeText(bucket.bytes)}`)
    if (showsFiles)
      for (const example of bucket.examples) printText(context, ` - ${visibleText(example.path)} - ${sizeText(example.bytes)}`)
  }
}
