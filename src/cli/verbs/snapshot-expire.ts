/** `cairn snapshot expire`: Kopia's messages, and the reasons behind them. */
import { withRepository } from '../../commands/open.ts'
import { EXIT_CODES, reportedError } from '../../commands/run/outcome.ts'
import { type ExpirePlan, expireSnapshots } from '../../commands/snapshot-expire.ts'
import { requireWritable } from '../../commands/writable.ts'
import { formatSource } from '../../policy/target.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { logError } from '../error-lines.ts'
import { parseSourcePattern } from '../source-pattern.ts'

export async function snapshotExpire(context: CliContext, input: CommandInput): Promise<number> {
  const isDeleting = input.isOn('delete')
  let damaged = 0
  await withRepository(context, { maintains: true }, async (repository) => {
    if (isDeleting) requireWritable(repository)
    const sources = input.isOn('all')
      ? undefined
      : input.arguments('path').map((text) => parseSourcePattern(text, context, repository.identity))
    await expireSnapshots(
      repository,
      { sources, isDeleting },
      (plan) => show(context, plan, isDeleting),
      (error) => {
        damaged++
        logError(context.log, reportedError(error))
      },
      context.signal,
    )
  })
  return damaged > 0 ? EXIT_CODES.damage : 0
}

function show(context: CliContext, { source, decisions }: ExpirePlan, isDeleting: boolean): void {
  const { info } = context.log
  const expired = decisions.filter(({ isExpired }) => isExpired).length
  const name = visibleText(formatSource(source))
  if (expired === 0) {
    info(`Nothing to delete for ${name}.`)
    return
  }
  for (const { snapshot, reasons, isExpired } of decisions) {
    const pins = snapshot.pins.length === 0 ? '' : ` pins: [${snapshot.pins.map(visibleText).join(',')}]`
    const time = context.times.text(snapshot.startTimeNs)
    info(isExpired ? `  deleting ${time} ${snapshot.id}` : `  keeping ${time} ${snapshot.id} retention: [${reasons.join(',')}]${pins}`)
  }
  info(
    isDeleting
      ? `Deleted ${expired} snapshots of ${name}...`
      : `${expired} snapshot(s) of ${name} would be deleted. Pass --delete to do it.`,
  )
}
