/**
 * The process that transfers cache entries with the official client (docs/backends/actions-cache.md, "Transfers").
 *
 * That client takes its settings from the environment, packs and unpacks relative to the working directory, prints to standard output and
 * cannot be stopped. In a process of its own all of this is harmless: it works in a folder of its own, and it can be killed.
 */
import { restoreCache, saveCache } from '@actions/cache'
import { messageOf } from '../../../errors.ts'
import { ENTRY_FILE } from './entry-names.ts'
import type { TransferRequest, TransferResult } from './transfer-protocol.ts'

const MAX_LINES = 200
const MAX_LINE = 1000

/** Serves the parent, one request at a time, until it goes away. */
export function serveTransfers(): void {
  const lines = capturedLines()
  process.on('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'))
  process.on('message', (request: TransferRequest) => {
    lines.length = 0
    void transfer(request).then((result) => process.send?.({ ...result, lines: lines.slice(-MAX_LINES) } satisfies TransferResult))
  })
}

async function transfer({ kind, key }: TransferRequest): Promise<Omit<TransferResult, 'lines'>> {
  try {
    // Entries are the same for every system: nothing in them depends on it.
    if (kind === 'save') return { saved: (await saveCache([ENTRY_FILE], key, undefined, true)) !== -1 }
    const restored = await restoreCache([ENTRY_FILE], key, [], {}, true)
    return restored === undefined ? {} : { restored }
  } catch (error) {
    return { thrown: messageOf(error) }
  }
}

/** What is printed from now on, as lines instead: the client tells the reason of a failure nowhere else. */
function capturedLines(): string[] {
  const lines: string[] = []
  const capture = (chunk: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    for (const line of String(chunk).split('\n')) if (line.trim() !== '') lines.push(line.slice(0, MAX_LINE))
    if (lines.length > 2 * MAX_LINES) lines.splice(0, lines.length - MAX_LINES)
    const done = more.find((one) => typeof one === 'function')
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
  process.stdout.write = capture
  process.stderr.write = capture
  return lines
}
