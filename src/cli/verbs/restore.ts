/** `cairn restore` and `cairn snapshot restore`. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { incompleteRestore, modeOf, type RestoreRequest, restore as restoreEntry } from '../../commands/restore.ts'
import { CairnError } from '../../errors.ts'
import type { ClientIdentity } from '../../repo/api.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { failureLines, kindLine, lossLines, resultLine, versionLines } from '../../report/restore-text.ts'
import type { PathVersion } from '../../snapshot/path-version.ts'
import { namesObject } from '../../snapshot/resolve.ts'
import { isPlaceholderPath, withoutSuffix } from '../../snapshot/restore/placeholder.ts'
import { parseSnapshotChoice } from '../../snapshot/time-spec.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, integerFlag } from '../flag-values.ts'
import { parseSourcePattern } from '../source-pattern.ts'
import { machineZone } from '../zone.ts'

/** Values of --mode; without one of them the name of the target decides. */
const MODES = ['local', 'tar', 'tgz', 'zip', 'zip-nocompress'] as const

export async function restore(context: CliContext, input: CommandInput): Promise<number> {
  const wanted = wantedOf(input.arguments('sources'))
  const isExpanding = wanted.some(({ placeholder }) => placeholder !== undefined)
  const choice = parseSnapshotChoice(input.text('snapshot-time') ?? 'latest', {
    nowMs: context.clock.nowMs(),
    zone: machineZone(context.env['TZ']),
  })
  const consistentAttributes = input.isOn('consistent-attributes')
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
  for (const each of wanted) {
    if (each.target !== undefined && (mode ?? modeOf(each.target)) !== 'local') refuseFolderFlags(input, each.target, each)
  }
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    for (const each of wanted) {
      const located = locate(context, repository.identity, each)
      const target = resolve(context.cwd, located.target)
      // What is in its own place is no archive, whatever it is called.
      const kind = mode ?? (each.target === undefined ? 'local' : modeOf(target))
      if (each.target === undefined && kind !== 'local') refuseFolderFlags(input, target, each)
      // Whoever names the mode need not be told.
      if (mode === undefined) context.log.info(kindLine(kind, target, options.parallel))
      const onVersion = (version: PathVersion) => {
        for (const line of versionLines(version, context.times.text)) context.log.info(line)
      }
      const report = await restoreEntry(context, repository, { ...located, choice, onVersion, consistentAttributes, mode: kind, options })
      for (const line of failureLines(report)) context.log.error(line)
      context.log.info(resultLine(report, sizeTextOf(context.env), input.isOn('ignore-errors')))
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
function refuseFolderFlags(input: CommandInput, target: string, { placeholder }: Wanted): void {
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

/** What is restored, as typed: to its target, in place without one, or by a placeholder. */
type Wanted = { readonly from: string; readonly target: string | undefined; readonly placeholder?: string }

/** A source with a target, one to be restored in place, or placeholders only. */
function wantedOf(sources: readonly string[]): Wanted[] {
  if (sources.length > 0 && sources.every(isPlaceholderPath)) {
    return sources.map((placeholder) => ({ from: '', target: withoutSuffix(placeholder), placeholder }))
  }
  const [from, target] = sources
  if ((sources.length === 1 || sources.length === 2) && from !== undefined && !sources.some(isPlaceholderPath)) return [{ from, target }]
  throw new CairnError('CAIRN_USAGE', 'A restore takes an ID or a path and a target, a path alone, or placeholders.', {
    hint: 'Write "cairn restore ID TARGET", "cairn restore PATH TARGET", "cairn restore PATH" or "cairn restore NAME.kopia-entry".',
  })
}

type Located = Pick<RestoreRequest, 'from' | 'source' | 'target' | 'placeholder'>

/** Where a path that is no ID points to, and what is its own target. Errors: CAIRN_USAGE, CAIRN_TARGET_INVALID. */
function locate(context: CliContext, identity: ClientIdentity, { from, target, placeholder }: Wanted): Located {
  if (placeholder !== undefined && target !== undefined) return { from, target, placeholder }
  if (from === '' || (target !== undefined && namesObject(from))) return { from, target: target ?? '' }
  const source = parseSourcePattern(from, context, identity)
  if (source.path === '') throw new CairnError('CAIRN_USAGE', `The source "${from}" has no path.`, { hint: 'Write user@host:/path.' })
  if (target === undefined && (source.userName !== identity.userName || source.host !== identity.host)) {
    throw new CairnError('CAIRN_USAGE', `"${from}" is of another user or machine, and needs a target to be restored to.`, {
      hint: `Write "cairn restore ${from} TARGET".`,
    })
  }
  return namesObject(from) ? { from, target: target ?? source.path } : { from, source, target: target ?? source.path }
}
