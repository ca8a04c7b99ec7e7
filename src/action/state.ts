/** What the main step leaves for the post step in the state of the action. */
import * as core from '@actions/core'

/** Whether this process is the post step: the main step marked the state first thing. */
export function wasMain(): boolean {
  return core.getState('main') === 'started'
}

/** Marks the state, so that the next process knows that it is the post step. */
export function markMain(): void {
  core.saveState('main', 'started')
}

/** What the post step needs to pay owed after-hooks: places and digests, never a script. */
export interface OwedState {
  readonly journalPath: string
  /** SHA-256 of the policy file's bytes, and of everything its hooks would run. */
  readonly policySha256: string
  readonly hooksSha256: string
}

/** Saved before the first hook runs. */
export function saveOwedState(state: OwedState): void {
  core.saveState('owed', JSON.stringify(state))
}

/** Undefined when the main step never came to run a hook. */
export function loadOwedState(): OwedState | undefined {
  const text = core.getState('owed')
  if (text === '') return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const read = (key: keyof OwedState) => {
    const member: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    return typeof member === 'string' ? member : undefined
  }
  const [journalPath, policySha256, hooksSha256] = [read('journalPath'), read('policySha256'), read('hooksSha256')]
  if (journalPath === undefined || policySha256 === undefined || hooksSha256 === undefined) return undefined
  return { journalPath, policySha256, hooksSha256 }
}
