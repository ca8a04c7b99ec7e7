/** `cairn blob shards modify`. */
import { resolve } from 'node:path'
import { CairnError } from '../../errors.ts'
import { reshard } from '../../repo/blob/filesystem-reshard.ts'
import type { Sharding } from '../../repo/blob/sharding.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { integerFlag } from '../flag-values.ts'

export async function blobShardsModify(context: CliContext, input: CommandInput): Promise<number> {
  const { log, signal } = context
  const path = input.text('path')
  if (path === undefined) throw new CairnError('CAIRN_USAGE', 'The folder of the repository is missing: give --path.')
  if (!input.isOn('i-am-sure-kopia-is-not-running')) {
    throw new CairnError('CAIRN_USAGE', 'Nothing else may use the repository meanwhile: confirm it with --i-am-sure-kopia-is-not-running.')
  }
  const isDryRun = input.isOn('dry-run')
  const change = changeOf(input)
  log.info('Moving files...')
  const { moved, unchanged, removed } = await reshard({
    root: resolve(context.cwd, path),
    change,
    isDryRun,
    onMove: (from, to) => context.print(`mv ${from} ${to}`),
    onRemove: (folder) => context.print(`rmdir ${folder}`),
    signal,
  })
  if (isDryRun) log.info(`Would move ${moved} file, ${unchanged} unchanged.`)
  else {
    log.info(`Moved ${moved} files, ${unchanged} unchanged.`)
    log.info(`Removed ${removed} empty directories...`)
  }
  return 0
}

function changeOf(input: CommandInput): (present: Sharding) => Sharding {
  const shards = input.text('default-shards')
  const added = input.list('override').map((text) => {
    const [prefix = '', lengths, ...rest] = text.split('=')
    if (lengths === undefined || rest.length > 0)
      throw new CairnError('CAIRN_USAGE', `--override "${text}" is not of the form prefix=n1,n2.`)
    return { prefix, shards: lengthsOf(lengths, 'override') }
  })
  const replaced = new Set([...input.list('remove-override'), ...added.map(({ prefix }) => prefix)])
  const unsharded = integerFlag(input, 'unsharded-length')
  if (unsharded !== undefined && unsharded < -1) throw new CairnError('CAIRN_USAGE', '--unsharded-length is a length.')
  const defaults = shards === undefined ? undefined : lengthsOf(shards, 'default-shards')
  return (present) => ({
    shards: defaults ?? present.shards,
    maxNonShardedLength: unsharded === undefined || unsharded === -1 ? present.maxNonShardedLength : unsharded,
    overrides: [...present.overrides.filter(({ prefix }) => !replaced.has(prefix)), ...added],
  })
}

/** `1,3`, or `flat` for none. */
function lengthsOf(text: string, flag: string): readonly number[] {
  if (text === 'flat') return []
  const parts = text.split(',').filter((part) => part !== '')
  if (parts.every((part) => /^\d{1,3}$/.test(part))) return parts.map(Number)
  throw new CairnError('CAIRN_USAGE', `--${flag} takes lengths such as 1,3, or "flat".`)
}
