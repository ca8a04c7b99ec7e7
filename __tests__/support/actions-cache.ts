/** Clients of a stand-in for the Actions cache. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Logger, nullLogger } from '../../src/log.ts'
import { openActionsCache } from '../../src/repo/blob/actions-cache/open.ts'
import type { ActionsCacheStorage } from '../../src/repo/blob/actions-cache/storage.ts'
import type { Clock } from '../../src/util/clock.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { compileTransferProcess } from './compiled-worker.ts'
import type { FakeActionsCache } from './fake-actions-cache.ts'
import { needVariable } from './peers.ts'
import { makeTempDir, removeDir } from './temp-dir.ts'

export interface CacheClientOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: Clock
  /** Told the limit of time of each transfer, in ms; it passes when this resolves. Without it no limit ever passes. */
  readonly onLimit?: (ms: number) => Promise<void>
  readonly log?: Logger
  readonly isReadOnly?: boolean
  readonly limitBytes?: number
  readonly name?: string
}

/**
 * For a test file that opens caches; everything it makes goes when the file ends. Each client starts a process with the official one, so tests
 * that open many run with the peers only.
 */
export function cacheClients(isPeer = false): {
  open(service: FakeActionsCache, options?: CacheClientOptions): Promise<ActionsCacheStorage>
} {
  let folder = ''
  let entryUrl = ''
  const opened: ActionsCacheStorage[] = []
  if (isPeer) beforeEach((context) => void needVariable('CAIRN_REQUIRE_PEERS', context))
  beforeAll(async () => {
    folder = await makeTempDir('cairn-cache-test')
    entryUrl = (await compileTransferProcess(folder)).href
  })
  afterAll(async () => {
    for (const storage of opened) await storage.close()
    await removeDir(folder)
  })
  return {
    async open(service, options = {}) {
      const config = { name: options.name ?? 'backups', ...(options.limitBytes !== undefined && { limitBytes: options.limitBytes }) }
      const storage = await openActionsCache(
        { type: 'actions-cache', config },
        {
          env: service.environment(options.env),
          platform: process.platform,
          clock: withLimit(options.clock ?? systemClock, options.onLimit),
          random: systemRandom,
          log: options.log ?? nullLogger,
          isReadOnly: options.isReadOnly === true,
          temporaryDirectory: folder,
          entryUrl,
        },
      )
      opened.push(storage)
      return storage
    },
  }
}

/** Clocks of tests do not wait: with theirs every transfer would be late at once. */
function withLimit(clock: Clock, onLimit: CacheClientOptions['onLimit']): Clock {
  return {
    nowNs: () => clock.nowNs(),
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms) => onLimit?.(ms) ?? new Promise<never>(() => {}),
  }
}
