/** Repositories made by stock kopia, unpacked for a test. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { ObjectReader, Repository } from '../../src/repo/api.ts'
import { openStorage } from '../../src/repo/blob/open.ts'
import { openRepository } from '../../src/repo/repository.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { tempDir } from './temp-dir.ts'

/** Every repository that `openGolden` knows. */
export const GOLDEN_NAMES = [
  '01-default',
  '02-multichunk',
  '03-hmac-chacha',
  '04-format-v1',
  '05-compression-zoo',
  '06-after-maintenance',
  '07-policies',
  '08-errors',
  '09-nested-indirect',
] as const

export type GoldenName = (typeof GOLDEN_NAMES)[number]

/** What kopia itself says about the repository. */
export interface GoldenFacts {
  readonly password: string
  readonly contentsIncludingDeleted: readonly { readonly contentID: string; readonly originalLength: number; readonly deleted: boolean }[]
  readonly manifests: readonly {
    readonly id: string
    readonly length: number
    readonly labels: Readonly<Record<string, string>>
    readonly mtime: string
  }[]
  readonly trees: Readonly<Record<string, readonly GoldenEntry[]>>
}

export interface GoldenEntry {
  readonly path: string
  readonly type: string
  readonly obj: string
  readonly size: number
  /** POSIX mode, four octal digits. */
  readonly mode: string
  readonly mtimeNs: string
  readonly uid: number
  readonly gid: number
  readonly sha256?: string
  readonly linkTarget?: string
}

/** A file that was being read when its snapshot was cut short: the entry has the size of the file, the object only what was read. */
export function isCutShort(entry: GoldenEntry): boolean {
  return /(^|\/)\.checkpointed\./.test(entry.path)
}

/** Unpacks a golden repository into a directory that vanishes with the test; file times are kept. */
export async function unpackGolden(name: GoldenName): Promise<{ readonly dir: string; readonly facts: GoldenFacts }> {
  const dir = await tempDir('golden')
  return { dir, facts: await extractGolden(name, dir) }
}

/** The same into a directory of the caller's. */
export async function extractGolden(name: GoldenName, dir: string): Promise<GoldenFacts> {
  const archive = fileURLToPath(new URL(`../golden/${name}.tar.gz`, import.meta.url))
  // The sources are left out: one is 300 MiB long, and the expected hashes are in the facts.
  await promisify(execFile)('tar', ['-xzf', archive, '-C', dir, '--exclude=./source', '--exclude=source'])
  return JSON.parse(await readFile(join(dir, 'expected.json'), 'utf8'))
}

/** Opens a golden repository for reading; closed when the test ends. */
export async function openGolden(
  name: GoldenName,
): Promise<{ readonly repository: Repository; readonly dir: string; readonly facts: GoldenFacts }> {
  const { dir, facts } = await unpackGolden(name)
  const storage = await openStorage(
    { kind: 'filesystem', path: join(dir, 'repo') },
    { mode: 'existing', readonly: true, clock: systemClock, platform: process.platform },
  )
  const identity = { userName: 'reader', host: 'test' }
  const options = { storage, password: facts.password, identity, clock: systemClock, random: systemRandom, readonly: true, workers: 0 }
  const repository = await openRepository(options)
  onTestFinished(() => repository.close())
  return { repository, dir, facts }
}

/** Length and SHA-256 of an object, read piece by piece. */
export async function digestOf(reader: ObjectReader): Promise<{ readonly length: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let length = 0
  for await (const chunk of reader.chunks()) {
    hash.update(chunk)
    length += chunk.length
  }
  return { length, sha256: hash.digest('hex') }
}
