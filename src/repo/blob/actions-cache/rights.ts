/** Whether this job may write to its cache, before any work is done (docs/backends/actions-cache.md, "Permissions"). */
import type { BackendContext } from '../backends.ts'
import type { StorageConfig } from '../storage-config.ts'
import { entryVersion } from './compression.ts'
import { readService, rightsOf } from './service.ts'
import { cacheService } from './wire.ts'

/**
 * Why nothing may be written, such as `the cache-mode of this job is "read"`; undefined when it may.
 *
 * The workflow and the token mostly tell; `isThorough` asks the service as well, for a place that is never used, which is also done where the
 * token does not tell.
 * Errors: those of `readService` and `CacheService.mayReserve`.
 */
export async function writeRefusal(
  { config }: StorageConfig,
  { env, clock, signal }: Pick<BackendContext, 'env' | 'clock' | 'signal'>,
  isThorough = false,
): Promise<string | undefined> {
  const access = readService(env)
  const rights = rightsOf(env)
  if (!rights.mayWrite) return rights.reason
  if ((rights.isCertain && !isThorough) || access.protocol === 'v1') return undefined
  const { id, attempt } = access.run
  const key = `cairn/${String(config['name']).toLowerCase()}/question/${clock.nowMs()}-${id}-${attempt}`
  const mayWrite = await cacheService(access).mayReserve(key, entryVersion('gzip'), signal)
  return mayWrite ? undefined : 'the service answered that the token of this job may only read'
}
