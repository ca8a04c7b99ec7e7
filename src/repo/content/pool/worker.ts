/** The other end of a worker lane: what the bundle runs when it finds itself started as a pool worker. */
import { parentPort, workerData } from 'node:worker_threads'
import { CairnError } from '../../../errors.ts'
import { createCodec } from '../content-codec.ts'
import { LaneEngine } from './engine.ts'
import { ExtractEngine } from './extract-engine.ts'
import { type ExtractRequest, isExtractRequest } from './extract-protocol.ts'
import { POOL_WORKER } from './lane.ts'
import type { LaneRequest, LaneSettings } from './protocol.ts'

/** Whether this thread was started by a pool. */
export function isPoolWorker(): boolean {
  return parentPort !== null && typeof workerData === 'object' && workerData !== null && workerData.cairn === POOL_WORKER
}

/** Serves the pool that started this thread until it is terminated. */
export async function startPoolWorker(): Promise<void> {
  const port = parentPort
  if (port === null || !isPoolWorker()) throw new CairnError('CAIRN_INTERNAL', 'This thread was not started by a pool.')
  // What workerLane put there.
  const settings = workerData.settings as LaneSettings
  const codec = await createCodec(settings.codec)
  const engine = new LaneEngine(codec, settings.compressesBeforeHashing, (reply, transfer) => port.postMessage(reply, transfer))
  const extracting = new ExtractEngine(codec)
  const extract = (request: ExtractRequest) => {
    const reply = extracting.handle(request)
    port.postMessage(reply, reply.spare === undefined ? [] : [reply.spare])
  }
  // Messages wait in the port until there is a listener, so none is lost while the algorithms load.
  port.on('message', (request: LaneRequest | ExtractRequest) => (isExtractRequest(request) ? extract(request) : engine.handle(request)))
}
