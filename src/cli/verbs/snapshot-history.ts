/** `cairn snapshot copy-history` and `move-history`: Kopia's lines. */
import { withRepository } from '../../commands/open.ts'
import { type HistoryEvent, transferHistory } from '../../commands/snapshot-history.ts'
import { requireWritable } from '../../commands/writable.ts'
import { formatSource } from '../../policy/target.ts'
import { parseTarget } from '../../snapshot/target-parse.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'

export async function copyHistory(context: CliContext, input: CommandInput): Promise<number> {
  return await transfer(context, input, false)
}

export async function moveHistory(context: CliContext, input: CommandInput): Promise<number> {
  return await transfer(context, input, true)
}

async function transfer(context: CliContext, input: CommandInput, isMove: boolean): Promise<number> {
  const isDryRun = input.isOn('dry-run')
  const action = `${isMove ? 'moving' : 'copying'}${isDryRun ? ' (dry run)' : ''}`
  await withRepository(context, { mayIgnoreDamage: true, maintains: true }, async (repository) => {
    if (!isDryRun) requireWritable(repository)
    const local = { ...repository.identity, workingDirectory: context.cwd }
    const to = input.argument('destination')
    await transferHistory(context, repository, {
      // The table makes it required.
      from: parseTarget(input.argument('source') ?? '', local),
      to: to === undefined || to === '' ? undefined : parseTarget(to, local),
      isMove,
      isDryRun,
      onEvent: (event) => context.log.info(lineOf(event, action, context.times.text)),
    })
  })
  return 0
}

function lineOf({ kind, manifest, destination }: HistoryEvent, action: string, timeText: (ns: bigint) => string): string {
  const time = timeText(manifest.startTimeNs)
  switch (kind) {
    case 'transferred':
      return `${action} ${formatSource(manifest.source)} (${time}) => ${formatSource(destination)}`
    case 'exists':
      return `${formatSource(destination)} (${time}) already exists`
    case 'dropped':
      return `${formatSource(destination)} (${time}) already exists - deleting source`
  }
}
