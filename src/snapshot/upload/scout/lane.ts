/** Where a scout works: in a thread of its own, or in the calling thread for tests and single cores. */
import { Worker } from 'node:worker_threads'
import { CairnError } from '../../../errors.ts'
import { systemClock } from '../../../util/clock.ts'
import { WORKER_YOUNG_HEAP_MB } from '../../../util/heap.ts'
import { ScoutEngine } from './look.ts'
import type { ScoutMessage, ScoutReport } from './protocol.ts'

/** What a lane tells the scout. */
export interface ScoutListener {
  onReport(report: ScoutReport): void
  /** The lane is gone; nothing it had will be answered. */
  onCrash(error: CairnError): void
}

export interface ScoutLane {
  send(message: ScoutMessage): void
  /** Keeps the process alive while there is work. */
  setBusy(isBusy: boolean): void
  close(): Promise<void>
}

/** The value of `workerData.cairn` by which the bundle knows that it was started as a scout. */
export const SCOUT_WORKER = 'scout'

/** Starts the bundle once more as a scout. */
export function threadLane(url: URL, listener: ScoutListener): ScoutLane {
  const worker = new Worker(url, {
    workerData: { cairn: SCOUT_WORKER },
    name: 'cairn-scout',
    resourceLimits: { maxYoungGenerationSizeMb: WORKER_YOUNG_HEAP_MB },
  })
  let isClosed = false
  const crash = (cause?: unknown) => {
    if (!isClosed) listener.onCrash(crashed(cause))
  }
  worker.on('message', (report: ScoutReport) => listener.onReport(report))
  worker.on('error', crash)
  worker.on('exit', () => crash())
  worker.unref()
  return {
    send: (message) => worker.postMessage(message),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    async close() {
      isClosed = true
      await worker.terminate()
    },
  }
}

/** Works in the calling thread, at once; it has no idle time to look ahead. */
export function inlineLane(listener: ScoutListener): ScoutLane {
  const engine = new ScoutEngine(systemClock)
  return {
    send(message) {
      for (const report of engine.handle(message)) listener.onReport(report)
    },
    setBusy: () => {},
    close: async () => {},
  }
}

function crashed(cause: unknown): CairnError {
  return new CairnError('CAIRN_INTERNAL', 'The thread that looks at the files ended unexpectedly.', {
    hint: 'Nothing saved earlier is affected. Run the command again; if it happens again, please report it.',
    cause,
  })
}
