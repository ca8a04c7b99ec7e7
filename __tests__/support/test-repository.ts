/** Small repositories in memory, made and opened without the cost of deriving a key from a password. */
import { createHash } from 'node:crypto'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { ContentManager } from '../../src/repo/content/content-manager.ts'
import { type ContentFormat, createFormat, type OpenedFormat } from '../../src/repo/format/index.ts'
import { type OpenedRepository, type OpenOptions, repositoryOf } from '../../src/repo/repository.ts'
import type { Clock } from '../../src/util/clock.ts'
import type { RandomSource } from '../../src/util/random.ts'
import { FakeClock } from './fake-clock.ts'

export const TEST_IDENTITY = { userName: 'builder', host: 'ci-runner' }

/** A random source that gives the same bytes for the same seed. */
export function seededRandom(seed: string): RandomSource {
  let block = 0
  let rest: Uint8Array = new Uint8Array(0)
  return (length) => {
    const parts: Uint8Array[] = []
    for (let missing = length; missing > 0; ) {
      if (rest.length === 0) rest = new Uint8Array(createHash('sha256').update(`${seed}/${block++}`).digest())
      const part = rest.subarray(0, missing)
      rest = rest.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  }
}

/** Incompressible bytes that are the same for the same seed. */
export function seededBytes(seed: string, length: number): Uint8Array {
  return seededRandom(seed)(length)
}

/** The format of a new repository with some settings changed. */
export async function testFormat(changes: Partial<ContentFormat> = {}, formatVersion: 1 | 2 | 3 = 3): Promise<OpenedFormat> {
  const { opened } = await createFormat({ password: 'secret', random: seededRandom('format'), formatVersion })
  return { ...opened, content: { ...opened.content, ...changes } }
}

export interface TestRepositoryOptions extends Partial<Omit<OpenOptions, 'storage'>> {
  readonly storage: BlobStorage
  readonly format: OpenedFormat
}

/** Opens a repository over `storage`, which needs no format blob. Everything runs in this thread. */
export async function openTestRepository(options: TestRepositoryOptions): Promise<OpenedRepository> {
  return await repositoryOf({ ...defaults(options), ...options }, options.format)
}

/** Only the contents of such a repository. */
export async function openTestContents(options: TestRepositoryOptions): Promise<ContentManager> {
  return await ContentManager.open({ ...defaults(options), ...options })
}

let opened = 0

function defaults(options: { readonly clock?: Clock }) {
  opened++
  return { identity: TEST_IDENTITY, clock: options.clock ?? new FakeClock(), random: seededRandom(`client ${opened}`), workers: 0 }
}
