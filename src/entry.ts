/**
 * The one entry of the bundle: the action, the command line, a worker of the pool, the hook supervisor and the process that transfers cache
 * entries all start here.
 *
 * Each face is a lazily loaded chunk, so that a worker or a supervisor starts without the code of the others.
 */
import { isMainThread, workerData } from 'node:worker_threads'
import type { BuildFacts } from './build-facts.ts'
import { CACHE_TRANSFER_ARGUMENT } from './repo/blob/actions-cache/transfer-protocol.ts'
import { optimizeLess } from './util/compiler.ts'
import { widenYoungHeap } from './util/heap.ts'

/** Argument that turns the bundle into the supervisor of one hook (docs/hooks.md, "Supervisor"). */
export const SUPERVISOR_ARGUMENT = '--cairn-supervisor'

widenYoungHeap()
optimizeLess()

const unbuilt: BuildFacts = { version: '0.0.0', commit: 'unknown' }

/** Runs the action; the exit code is left in `process.exitCode`. */
export async function action(build: BuildFacts = unbuilt): Promise<void> {
  const { runAction } = await import('./action/main.ts')
  await runAction(process, build, import.meta.url)
}

/** Runs the command line; the exit code is left in `process.exitCode`. */
export async function cli(build: BuildFacts = unbuilt): Promise<void> {
  const { runCli } = await import('./cli/main.ts')
  await runCli(process, build, import.meta.url)
}

if (!isMainThread && workerKind(workerData) === 'pool') {
  const { startPoolWorker } = await import('./repo/content/pool/worker.ts')
  await startPoolWorker()
} else if (!isMainThread && workerKind(workerData) === 'scout') {
  const { startScoutThread } = await import('./snapshot/upload/scout/thread.ts')
  startScoutThread()
} else if (process.argv[2] === SUPERVISOR_ARGUMENT) {
  const { runSupervisor } = await import('./hooks/supervisor.ts')
  await runSupervisor()
} else if (process.argv[2] === CACHE_TRANSFER_ARGUMENT) {
  const { serveTransfers } = await import('./repo/blob/actions-cache/transfer-process.ts')
  serveTransfers()
}

function workerKind(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'cairn' in data ? data.cairn : undefined
}
