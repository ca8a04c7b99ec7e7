/** `cairn restore` and `cairn snapshot restore`. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { incompleteRestore, modeOf, type RestoreRequest, restore as restoreEntry } from '../../commands/restore.ts'
import { CairnError } from '../../errors.ts'
import { isPlaceholderPath, withoutSuffix } from '../../snapshot/restore/placeholder.ts'
import type { RestoreReport } from '../../snapshot/restore/report.ts'
import { formatBytes, formatQuantity } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, integerFlag } from '../flag-values.ts'

/** Values of --mode; without one of them the name of the target decides. */
const MODES = ['local', 'tar', 'tgz', 'zip', 'zip-nocompress'] as const

export async function restore(context: CliContext, input: CommandInput): Promise<number> {
  const requests = requestsOf(input.arguments('sources'))
  const isExpanding = requests.some(({ placeholder }) => placeholder !== undefined)
  const mode = MODES.find((each) => each === input.text('mode'))
  const options = {
    overwriteDirectories: input.choice('overwrite-directories') !== false,
    overwriteFiles: input.choice('overwrite-files') !== false,
    overwriteSymlinks: input.choice('overwrite-symlinks') !== false,
    skipExisting: input.isOn('skip-existing'),
    deleteExtra: input.isOn('delete-extra'),
    skipOwners: input.isOn('skip-owners'),
    skipPermissions: input.isOn('skip-permissions'),
    skipTimes: input.isOn('skip-times'),
    ignorePermissionErrors: input.choice('ignore-permission-errors') !== false,
    writeFilesAtomically: input.isOn('write-files-atomically'),
    writeSparseFiles: input.isOn('write-sparse-files'),
    flushFiles: input.isOn('flush-files'),
    shallowAtDepth: integerFlag(input, 'shallow') ?? (isExpanding ? 0 : Number.POSITIVE_INFINITY),
    shallowMinSizeBytes: integerFlag(input, 'shallow-minsize') ?? 0,
    parallel: countFlag(input, 'parallel') ?? 8,
  }
  for (const request of requests) {
    if ((mode ?? modeOf(request.target)) !== 'local') refuseFolderFlags(input, request)
  }
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    for (const request of requests) {
      const target = resolve(context.cwd, request.target)
      const isArchive = (mode ?? modeOf(target)) !== 'local'
      context.log.info(
        isArchive
          ? `Restoring to an archive (${target})...`
          : `Restoring to local filesystem (${target}) with parallelism=${options.parallel}...`,
      )
      const report = await restoreEntry(context, repository, { ...request, mode, options })
      for (const line of failureLines(report)) context.log.error(line)
      for (const line of resultLines(report)) context.log.info(line)
      for (const line of lossLines(report)) context.log.warning(line)
      const error = incompleteRestore(report)
      if (error !== undefined && !input.isOn('ignore-errors')) throw error
    }
  })
  return 0
}

/** Switches that say something about files and folders that are written, when they are on, and when they are off. */
const FOLDER_SWITCHES = [
  'skip-existing',
  'delete-extra',
  'skip-owners',
  'skip-permissions',
  'skip-times',
  'write-files-atomically',
  'write-sparse-files',
  'flush-files',
] as const
const FOLDER_REFUSALS = ['overwrite-directories', 'overwrite-files', 'overwrite-symlinks', 'ignore-permission-errors'] as const
const FOLDER_VALUES = ['shallow', 'shallow-minsize'] as const

/** Throws CAIRN_USAGE for what an archive cannot follow. */
function refuseFolderFlags(input: CommandInput, { target, placeholder }: Omit<RestoreRequest, 'options'>): void {
  const flags = [
    ...FOLDER_SWITCHES.filter((name) => input.isOn(name)),
    ...FOLDER_REFUSALS.filter((name) => input.choice(name) === false).map((name) => `no-${name}`),
    ...FOLDER_VALUES.filter((name) => input.text(name) !== undefined),
  ].map((name) => `--${name}`)
  const what = placeholder === undefined ? flags.join(', ') : 'A placeholder'
  if (what === '') return
  throw new CairnError('CAIRN_USAGE', `${what} cannot be used with an archive: "${target}".`, {
    hint: 'Restore into a folder with --mode local, or leave it out: an archive is new, and has all entries with their attributes.',
  })
}

/** An ID and a target, or placeholders only. */
function requestsOf(sources: readonly string[]): Omit<RestoreRequest, 'options'>[] {
  if (sources.length > 0 && sources.every(isPlaceholderPath)) {
    return sources.map((placeholder) => ({ from: '', target: withoutSuffix(placeholder), placeholder }))
  }
  const [from, target] = sources
  if (sources.length === 2 && from !== undefined && target !== undefined && !sources.some(isPlaceholderPath)) return [{ from, target }]
  throw new CairnError('CAIRN_USAGE', 'A restore takes an ID and a target, or placeholders.', {
    hint: 'Write "cairn restore ID TARGET" or "cairn restore NAME.kopia-entry".',
  })
}

/** Failures that are shown one by one. */
const SHOWN_FAILURES = 100

function failureLines(report: RestoreReport): string[] {
  const lines = report.failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `${path || '.'}: ${code} ${message}`)
  const rest = report.failureCount - lines.length
  return rest > 0 ? [...lines, `and ${formatQuantity(rest, 'more entry', 'more entries')}`] : lines
}

function resultLines(report: RestoreReport): string[] {
  const { files, directories, symlinks, deletedFiles, deletedDirectories, deletedSymlinks } = report
  let more = report.skipped > 0 ? `, skipped ${report.skipped} (${formatBytes(report.skippedBytes)})` : ''
  if (deletedDirectories > 0) more += `, deleted directories ${deletedDirectories}`
  if (deletedFiles > 0) more += `, deleted files ${deletedFiles}`
  if (deletedSymlinks > 0) more += `, deleted symbolic links ${deletedSymlinks}`
  if (report.failureCount > 0) more += `, ${formatQuantity(report.failureCount, 'error')}`
  return [`Restored ${files} files, ${directories} directories and ${symlinks} symbolic links (${formatBytes(report.bytes)})${more}.`]
}

/** What a restore could not give back, each said once. */
function lossLines({ losses }: RestoreReport): string[] {
  const lines: string[] = []
  if (losses.owners > 0) {
    lines.push(
      `The owners of ${formatQuantity(losses.owners, 'entry', 'entries')} were not restored: this user may not give files to others. Run as root to restore owners, or use --skip-owners.`,
    )
  }
  if (losses.specialBits > 0) {
    const named = losses.specialBitPaths.map((path) => path || '.').join(', ')
    const more = losses.specialBits > losses.specialBitPaths.length ? ', …' : ''
    lines.push(
      `Setuid, setgid and sticky bits were left off ${formatQuantity(losses.specialBits, 'entry', 'entries')}, because their owner is another: ${named}${more}`,
    )
  }
  if (losses.permissionErrors > 0) {
    lines.push(`Modes or times of ${formatQuantity(losses.permissionErrors, 'entry', 'entries')} could not be set.`)
  }
  return lines
}

/** `cairn mount`: always ends with CAIRN_NOT_SUPPORTED. */
export async function mount(input: CommandInput): Promise<number> {
  const from = input.argument('path') ?? 'ID'
  throw new CairnError('CAIRN_NOT_SUPPORTED', 'Mounting a repository is out of the scope of Cairn.', {
    hint: `Restore what is needed with "cairn restore ${from} TARGET", or run "kopia mount": stock Kopia opens the same repository and connection file.`,
  })
}
