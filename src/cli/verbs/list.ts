/** `cairn ls`: a directory of a snapshot in Kopia's layout. */
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import type { Repository } from '../../repo/api.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { modeText } from '../../report/kopia-text.ts'
import type { DirEntry } from '../../snapshot/dir-entry.ts'
import { resolveEntry } from '../../snapshot/resolve.ts'
import { listDirectory, MAX_TREE_DEPTH } from '../../snapshot/tree.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { printText } from '../harmless.ts'

export async function list(context: CliContext, input: CommandInput): Promise<number> {
  // The table makes the argument required.
  const path = input.argument('object-path') ?? ''
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    const { entry } = await resolveEntry(repository, path, context.signal)
    if (entry.type !== 'd') {
      throw new CairnError('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: `Print a file with "cairn show ${path}".` })
    }
    await printDirectory(context, input, repository, entry, input.isOn('long') ? '' : `${path.replace(/\/$/, '')}/`, 0)
  })
  return 0
}

async function printDirectory(
  context: CliContext,
  input: CommandInput,
  repository: Repository,
  directory: DirEntry,
  prefix: string,
  depth: number,
): Promise<void> {
  if (depth > MAX_TREE_DEPTH) throw new CairnError('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${MAX_TREE_DEPTH} levels deep.`)
  for (const entry of await listDirectory(repository.objects, directory.objectId, context.signal)) {
    printText(context, lineOf(context, input, entry, prefix))
    if (input.isOn('recursive') && entry.type === 'd') {
      await printDirectory(context, input, repository, entry, `${prefix}${entry.name}/`, depth + 1)
    }
  }
  const summary = directory.summary
  if (input.isOn('error-summary') && summary !== undefined && summary.numFailed > 0) {
    context.log.warning(`${summary.numFailed} errors happened while this directory was snapshotted:`)
    for (const failure of summary.errors) context.log.warning(`"${failure.path}": ${failure.error}`)
  }
}

function lineOf(context: CliContext, input: CommandInput, entry: DirEntry, prefix: string): string {
  const isPrefixed = input.isOn('long') || input.isOn('recursive')
  const name =
    visibleText(`${isPrefixed ? prefix : ''}${entry.name}`) + (entry.type === 'd' && isPrefixed ? '/' : '') + errorText(input, entry)
  if (input.isOn('long')) {
    const size = (input.isOn('human-readable') ? sizeTextOf(context.env) : String)(entry.size)
    // Kopia shows the newest time below a directory, not the directory's own.
    const time = context.times.text(entry.summary?.maxTimeNs ?? entry.mtimeNs)
    return `${modeText(entry.type, entry.mode)} ${size.padStart(12)} ${time} ${entry.objectId.padEnd(34)} ${name}`
  }
  return input.isOn('show-object-id') ? `${entry.objectId.padEnd(34)} ${name}` : name
}

/** How much below a directory could not be read when the snapshot was made. */
function errorText(input: CommandInput, { type, summary }: DirEntry): string {
  return type === 'd' && summary !== undefined && summary.numFailed > 0 && input.isOn('error-summary')
    ? ` (${summary.numFailed} errors)`
    : ''
}
