/** Where jobs are done: in a worker thread, or in the calling thread for small jobs and tests. */
import { Worker } from 'node:worker_threads'
import { CairnError } from '../../../errors.ts'
import { WORKER_YOUNG_HEAP_MB } from '../../../util/heap.ts'
import type { ContentCodec } from '../content-codec.ts'
import { LaneEngine } from './engine.ts'
import type { LaneReply, LaneRequest, LaneSettings } from './protocol.ts'

/** What a lane tells the pool. */
export interface LaneListener<Reply = LaneReply> {
  onReply(reply: Reply): void
  /** The lane is gone; nothing it had will be answered. */
  onCrash(error: CairnError): void
}

export interface Lane<Request = LaneRequest> {
  send(request: Request, transfer?: ArrayBuffer[]): void
  /** Keeps the process alive while there is work. */
  setBusy(isBusy: boolean): void
  close(): Promise<void>
}

/** The value of `workerData.cairn` by which the bundle knows that it was started as a pool worker. */
export const POOL_WORKER = 'pool'

/** Starts the bundle once more as a worker. */
export function workerLane<Request = LaneRequest, Reply = LaneReply>(
  url: URL,
  settings: LaneSettings,
  listener: LaneListener<Reply>,
): Lane<Request> {
  const worker = new Worker(url, {
    workerData: { cairn: POOL_WORKER, settings },
    name: 'cairn-pool',
    resourceLimits: { maxYoungGenerationSizeMb: WORKER_YOUNG_HEAP_MB },
  })
  let isClosed = false
  worker.on('message', (reply: Reply) => listener.onReply(reply))
  worker.on('error', (cause) => {
    if (!isClosed) listener.onCrash(workerCrashed(cause))
  })
  worker.on('exit', () => {
    if (!isClosed) listener.onCrash(workerCrashed())
  })
  worker.unref()
  return {
    send: (request, transfer) => worker.postMessage(request, transfer),
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    async close() {
      isClosed = true
      await worker.terminate()
    },
  }
}

/** Does the work in the calling thread, one request per turn of the event loop. */
export function inlineLane(codec: ContentCodec, settings: LaneSettings, listener: LaneListener): Lane {
  let isClosed = false
  const engine = new LaneEngine(codec, settings.compressesBeforeHashing, (reply) => listener.onReply(reply))
  return {
    send(request) {
      setImmediate(() => {
        if (isClosed) return
        try {
          engine.handle(request)
        } catch (cause) {
          listener.onCrash(workerCrashed(cause))
        }
      })
    },
    setBusy: () => {},
    async close() {
      isClosed = true
      engine.close()
    },
  }
}

function workerCrashed(cause?: unknown): CairnError {
  return new CairnError('CAIRN_INTERNAL', 'A worker thread ended unexpectedly.', {
    hint: 'Nothing saved earlier is affected. Run the command again; if it happens again, please report it.',
    cause,
  })
}
