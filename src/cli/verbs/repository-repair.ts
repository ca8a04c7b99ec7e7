/** `cairn repository repair`. */
import { repairRepository } from '../../commands/repository-repair.ts'
import type { StorageConfig } from '../../repo/blob/storage-config.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { requireDangerousCommands } from '../dangerous.ts'
import { storageOfConfig, storageOfFlags } from '../storage-flags.ts'
import type { StorageKind } from '../table/storage-kinds.ts'

export async function repositoryRepair(context: CliContext, input: CommandInput, kind: StorageKind): Promise<number> {
  requireDangerousCommands(context, 'repository repair')
  return await repair(context, input, await storageOfFlags(kind, context, input))
}

export async function repositoryRepairConfig(context: CliContext, input: CommandInput): Promise<number> {
  requireDangerousCommands(context, 'repository repair')
  return await repair(context, input, (await storageOfConfig(context, input)).storage)
}

async function repair(context: CliContext, input: CommandInput, storage: StorageConfig): Promise<number> {
  const when = input.text('recover-format')
  const isDryRun = input.isOn('dry-run')
  const pack = await repairRepository(context, {
    storage,
    recover: when === 'yes' || when === 'no' ? when : 'auto',
    prefixes: input.list('recover-format-block-prefixes'),
    isDryRun,
  })
  if (pack === undefined) context.log.info('Nothing to recover. To replace a format blob that is there, add --recover-format=yes.')
  else context.log.info(isDryRun ? `Found a copy of the format blob in ${pack}.` : `Recovered the format blob from ${pack}.`)
  return 0
}
