/** Programs of others that some tests work with: absent ones are skipped by name, or fail where all of them are required. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'

/** Whether `name` is on PATH: for suites that are registered or not; where it is not, one test calls `needPeer` and says so. */
export function hasPeer(name: string): boolean {
  return findPeer(name) !== undefined
}

/** Absolute path of `name` on PATH. Skips the test by name when it is absent; fails it when CAIRN_REQUIRE_PEERS is 1. */
export function needPeer(name: string, context: Pick<TestContext, 'skip'>): string {
  return findPeer(name) ?? absent(`${name}: not on PATH`, context)
}

function findPeer(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not here.
    }
  }
  return undefined
}

/** Value of a variable that names a peer. */
export function needVariable(name: string, context: Pick<TestContext, 'skip'>): string {
  return process.env[name] || absent(`${name}: not set`, context)
}

function absent(why: string, context: Pick<TestContext, 'skip'>): never {
  if (process.env['CAIRN_REQUIRE_PEERS'] === '1') throw new Error(`${why}, and CAIRN_REQUIRE_PEERS is 1`)
  return context.skip(why)
}
