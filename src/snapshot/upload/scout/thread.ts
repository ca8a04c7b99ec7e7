/** The other end of a scout's lane: what the bundle runs when it finds itself started as one. */
import { parentPort } from 'node:worker_threads'
import { CairnError } from '../../../errors.ts'
import { systemClock } from '../../../util/clock.ts'
import { ScoutEngine } from './look.ts'
import type { ScoutMessage } from './protocol.ts'

/** Folders that are looked at ahead before messages are heard again: less than a millisecond. */
const FOLDERS_AHEAD = 8

/** Serves the scout that started this thread until it is terminated. */
export function startScoutThread(): void {
  const port = parentPort
  if (port === null) throw new CairnError('CAIRN_INTERNAL', 'This thread was not started by a scout.')
  const engine = new ScoutEngine(systemClock)
  const idle = () => {
    for (let count = 0; count < FOLDERS_AHEAD && engine.looksAhead; count++) engine.idle()
    if (engine.looksAhead) setImmediate(idle)
  }
  port.on('message', (message: ScoutMessage) => {
    for (const report of engine.handle(message)) port.postMessage(report, [report.facts])
    if (message.kind === 'ahead') setImmediate(idle)
  })
}
