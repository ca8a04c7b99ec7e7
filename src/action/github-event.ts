/** The event that started the run: the environment, and the payload file that the runner wrote. */
import { readFileSync, statSync } from 'node:fs'
import type { CommandContext } from '../commands/context.ts'
import { type EventFacts, eventOf } from '../commands/run/event.ts'

/** GitHub's payloads stay far below this, in bytes. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024

/** Undefined outside GitHub Actions. A payload that cannot be read leaves its facts unknown, which is judged as untrusted where it matters. */
export function readEvent(context: Pick<CommandContext, 'env'>): EventFacts | undefined {
  return eventOf(context.env, readPayload(context.env['GITHUB_EVENT_PATH']))
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined
  try {
    if (statSync(path).size > MAX_PAYLOAD_BYTES) return undefined
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
