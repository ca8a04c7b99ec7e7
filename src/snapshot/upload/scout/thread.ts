/** The other end of a scout's lane: what the bundle runs when it finds itself started as one. */
import { parentPort } from 'node:worker_threads'
import { CairnError } from '../../../errors.ts'
import { scout } from './look.ts'
import type { ScoutRequest } from './protocol.ts'

/** Serves the scout that started this thread until it is terminated. */
export function startScoutThread(): void {
  const port = parentPort
  if (port === null) throw new CairnError('CAIRN_INTERNAL', 'This thread was not started by a scout.')
  port.on('message', (requests: readonly ScoutRequest[]) => {
    for (const report of scout(requests)) port.postMessage(report, [report.facts])
  })
}
