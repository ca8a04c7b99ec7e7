/** `cairn snapshot migrate`: Kopia's lines. */
import { resolve } from 'node:path'
import { withRepository } from '../../commands/open.ts'
import { type MigrateEvent, migrateSnapshots, type SnapshotMigrateRequest } from '../../commands/snapshot-migrate.ts'
import { CairnError } from '../../errors.ts'
import { formatSource, formatTarget } from '../../policy/target.ts'
import { readPassword } from '../../repo/config.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag } from '../flag-values.ts'
import { parseSourceArgument } from '../source-argument.ts'
import type { TimeTexts } from '../time-text.ts'

export async function snapshotMigrate(context: CliContext, input: CommandInput): Promise<number> {
  const given = input.text('source-config') ?? ''
  if (given === '') throw new CairnError('CAIRN_USAGE', "required flag(s) '--source-config' not provided.")
  const named = input.list('sources')
  if (named.length === 0 && !input.isOn('all')) throw new CairnError('CAIRN_USAGE', 'must specify either --all or --sources.')
  const request = {
    policies: input.choice('policies') === false ? ('none' as const) : input.isOn('all') ? ('all' as const) : ('sources' as const),
    overwritesPolicies: input.isOn('overwrite-policies'),
    isLatestOnly: input.isOn('latest-only'),
    appliesIgnoreRules: input.isOn('apply-ignore-rules'),
    parallel: countFlag(input, 'parallel') ?? 1,
    onEvent: (event: MigrateEvent) => show(context, event),
  }
  const configPath = resolve(context.cwd, given)
  // The password that is kept beside its configuration comes first: the one of the environment is that of the other repository.
  const passwordFlag = (await readPassword(configPath)) ?? context.passwordFlag
  await withRepository(context, { mayIgnoreDamage: true, maintains: true }, async (to) => {
    await withRepository({ ...context, configPath, passwordFlag }, { isReadOnly: true, mayBePartial: true }, async (from) => {
      const sources: SnapshotMigrateRequest['sources'] =
        named.length === 0 ? 'all' : named.map((text) => parseSourceArgument(text, context, from.identity))
      await migrateSnapshots(context, from, to, { ...request, sources })
    })
  })
  context.log.info('Migration finished.')
  return 0
}

function show({ log, times }: CliContext, event: MigrateEvent): void {
  if (event.kind === 'failure') log.error(`unable to migrate ${event.what}: ${event.error.message}`)
  else log.info(lineOf(event, times))
}

function lineOf(event: Exclude<MigrateEvent, { kind: 'failure' }>, times: TimeTexts): string {
  switch (event.kind) {
    case 'policy-kept':
      return `policy already set for ${formatTarget(event.target)}`
    case 'policy':
      return `migrating policy for ${formatTarget(event.target)}`
    case 'present':
      return `already migrated ${formatSource(event.manifest.source)} at ${times.text(event.manifest.startTimeNs)}`
    case 'snapshot':
      return `migrating snapshot of ${formatSource(event.manifest.source)} at ${times.text(event.manifest.startTimeNs)}`
  }
}
