/** The workflow event, when the command line runs in a step of a workflow. */
import { readFileSync } from 'node:fs'
import { type EventFacts, eventOf } from '../commands/run/event.ts'

/** Undefined outside GitHub Actions. A payload that cannot be read leaves its facts unknown, which is judged as untrusted where it matters. */
export function readEvent(env: Readonly<Record<string, string | undefined>>): EventFacts | undefined {
  const path = env['GITHUB_EVENT_PATH']
  let payload: unknown
  try {
    payload = path === undefined || path === '' ? undefined : JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    payload = undefined
  }
  return eventOf(env, payload)
}
