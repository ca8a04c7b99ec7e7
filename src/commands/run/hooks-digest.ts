/** One number for everything that the hooks of a run would execute, so that the post step can tell whether it is still the same. */
import { createHash } from 'node:crypto'
import type { PreparedRun } from './prepare.ts'

/** SHA-256 of programs, environment and conditions of all hooks of the policy file, script files included. */
export function hooksDigest(prepared: Pick<PreparedRun, 'layers'>): string {
  const hooks = prepared.layers.map((layer) => ({ target: layer.target, hooks: layer.hooks }))
  return createHash('sha256').update(JSON.stringify(hooks)).digest('hex')
}
