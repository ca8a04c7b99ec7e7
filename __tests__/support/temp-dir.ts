/** Directories that vanish with the test. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty directory, removed when the running test ends. */
export async function tempDir(name = 'cairn'): Promise<string> {
  const path = await makeTempDir(name)
  onTestFinished(() => removeDir(path))
  return path
}

/** A new empty directory that the caller removes with `removeDir`; for beforeAll. */
export async function makeTempDir(name = 'cairn'): Promise<string> {
  return mkdtemp(join(await realpath(tmpdir()), `${name}-`))
}

export async function removeDir(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 })
}
