/** `cairn index optimize`. */
import { optimizeIndex } from '../../commands/inspect/index-optimize.ts'
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentIdsOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'
import { durationFlagNs, integerFlag } from '../flag-values.ts'

export async function indexOptimize(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'index optimize')
  const options = {
    maxSmallBlobs: integerFlag(input, 'max-small-blobs') ?? 1,
    all: input.isOn('all'),
    dropDeletedOlderThanNs: durationFlagNs(input, 'drop-deleted-older-than') ?? 0n,
    dropContents: contentIdsOf(input.list('drop-contents')),
    signal: context.signal,
  }
  await withRepository(context, {}, (repository) => optimizeIndex(repository, options))
  return 0
}
