/** `cairn content rewrite`. */
import { rewriteContents } from '../../commands/inspect/content-rewrite.ts'
import { withRepository } from '../../commands/open.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentIdsOf, contentRangeOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'
import { integerFlag } from '../flag-values.ts'

export async function contentRewrite(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'content rewrite')
  const isDryRun = input.isOn('dry-run')
  const options = {
    ids: contentIdsOf(input.arguments('contentID')),
    range: contentRangeOf(input),
    packPrefix: input.text('pack-prefix') ?? '',
    shortPacks: input.isOn('short'),
    formatVersion: integerFlag(input, 'format-version') ?? -1,
    parallel: integerFlag(input, 'parallelism') ?? 16,
    isDryRun,
    safety: input.text('safety') === 'none' ? 'none' : 'full',
    log: context.log,
    signal: context.signal,
  } as const
  await withRepository(context, { isReadOnly: isDryRun }, async ({ care, clock }) => {
    const { toRewrite, rewritten, retained } = await rewriteContents(care, clock.nowNs(), options)
    const young = retained > 0 ? ` ${retained} are too young to be moved.` : ''
    context.log.info(isDryRun ? `Would rewrite ${toRewrite} contents.${young}` : `Rewrote ${rewritten} of ${toRewrite} contents.${young}`)
  })
  return 0
}
