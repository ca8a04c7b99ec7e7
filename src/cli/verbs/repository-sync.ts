/** `cairn repository sync-to`. */
import { syncRepository } from '../../commands/repository-sync.ts'
import type { BlobMetadata } from '../../repo/blob/storage.ts'
import type { StorageConfig } from '../../repo/blob/storage-config.ts'
import { sizeTextOf } from '../../report/kopia-numbers.ts'
import { formatQuantity } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag } from '../flag-values.ts'
import { storageOfConfig, storageOfFlags } from '../storage-flags.ts'
import type { StorageKind } from '../table/storage-kinds.ts'

export async function repositorySyncTo(context: CliContext, input: CommandInput, kind: StorageKind): Promise<number> {
  return await syncTo(context, input, await storageOfFlags(kind, context, input))
}

export async function repositorySyncToConfig(context: CliContext, input: CommandInput): Promise<number> {
  return await syncTo(context, input, (await storageOfConfig(context, input)).storage)
}

async function syncTo(context: CliContext, input: CommandInput, target: StorageConfig): Promise<number> {
  const { log } = context
  const size = sizeTextOf(context.env)
  const blobs = (list: readonly BlobMetadata[]) => words(list.length, sum(list))
  const words = (count: number, bytes: number) => `${formatQuantity(count, 'blob')} (${size(bytes)})`
  const deletes = input.isOn('delete')
  const isDryRun = input.isOn('dry-run')
  const request = {
    target,
    updates: input.isOn('update'),
    deletes,
    isDryRun,
    mustExist: input.isOn('must-exist'),
    keepsTimes: input.isOn('times'),
    parallel: countFlag(input, 'parallel') ?? 1,
  }
  const result = await syncRepository(context, request, {
    onStart(from, to) {
      log.info(`Copying the repository in ${from} to ${to}.`)
      if (!deletes) log.info('Nothing is removed from the copy without --delete.')
    },
    onPlan({ copy, remove, inSync }) {
      log.info(`To copy: ${blobs(copy)}. To remove: ${blobs(remove)}. In sync: ${words(inSync.count, inSync.bytes)}.`)
    },
  })
  if (isDryRun) log.info('Nothing was changed.')
  else log.info(`Copied ${words(result.copiedBlobs, result.copiedBytes)}, removed ${blobs(result.plan.remove)}.`)
  return 0
}

function sum(list: readonly BlobMetadata[]): number {
  return list.reduce((total, { length }) => total + length, 0)
}
