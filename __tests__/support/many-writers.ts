/** Many processes that write to one repository in S3 at the same time, and what must be true of it afterwards. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type CliResult, cairn } from './command-line.ts'
import { MINIO_KEYS, type Minio } from './minio.ts'
import { seededBytes } from './test-repository.ts'

/** Of whom the last snapshot is restored where not all are. */
const RESTORED_WRITERS = 3

export interface ManyWritersOptions {
  readonly minio: Minio
  /** Empty; for trees, connection files and homes. */
  readonly scratch: string
  readonly writers: number
  /** Snapshots that each writer makes, one after the other. */
  readonly rounds: number
  /** Restore every snapshot, or only the last of some writers. */
  readonly restores: 'all' | 'some'
  readonly seed: string
}

/** A file that all writers have with the same bytes in the same round, and files of their own. */
async function writeTree(tree: string, seed: string, writer: number, round: number): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([
    ['shared/always.bin', seededBytes(`${seed} shared`, 40_000)],
    [`shared/round-${round}.bin`, seededBytes(`${seed} round ${round}`, 30_000)],
    ['own/changing.bin', seededBytes(`${seed} ${writer} ${round}`, 20_000)],
    [`own/new-${round}.txt`, seededBytes(`${seed} ${writer} new ${round}`, 100)],
  ])
  await rm(join(tree, 'shared'), { recursive: true, force: true })
  for (const folder of ['shared', 'own']) await mkdir(join(tree, folder), { recursive: true })
  for (const [path, bytes] of files) await writeFile(join(tree, path), bytes)
  return files
}

function succeeded(result: CliResult): CliResult {
  expect(result.code, result.stderr).toBe(0)
  return result
}

/** Flags of `repository create s3` and `connect s3` for a bucket. */
export function s3Flags(minio: Minio, bucket: string): string[] {
  const { accessKeyId, secretAccessKey } = MINIO_KEYS
  const keys = ['--access-key', accessKeyId, '--secret-access-key', secretAccessKey]
  return ['--bucket', bucket, '--endpoint', minio.endpoint, '--disable-tls', ...keys]
}

/**
 * Writers make snapshots in rounds while full maintenance with its normal margins runs over and over; then every snapshot must be there, verify
 * in full from a machine that knows nothing, and restore to the very bytes of its round.
 */
export async function runManyWriters({ minio, scratch, writers, rounds, restores, seed }: ManyWritersOptions): Promise<void> {
  const place = s3Flags(minio, await minio.newBucket())
  const as = (name: string) => {
    const config = join(scratch, `${name}.config`)
    return async (...args: string[]) =>
      await cairn(['--config-file', config, ...args], { cwd: scratch, env: { HOME: join(scratch, name) } })
  }
  const owner = as('owner')
  succeeded(await owner('repository', 'create', 's3', ...place))
  const clients = Array.from({ length: writers }, (_, writer) => ({ writer, run: as(`writer-${writer}`) }))
  const connection: Record<string, unknown> = JSON.parse(await readFile(join(scratch, 'owner.config'), 'utf8'))
  for (const { writer } of clients) {
    const own = { ...connection, username: `writer-${writer}`, hostname: 'ci' }
    await writeFile(join(scratch, `writer-${writer}.config`), JSON.stringify(own))
  }
  const expected = new Map<string, Map<string, Uint8Array>>()
  let isWriting = true
  let maintained = 0
  const maintain = async () => {
    for (; isWriting; maintained++) succeeded(await owner('maintenance', 'run', '--full'))
  }
  const write = async ({ writer, run }: (typeof clients)[number]) => {
    const tree = join(scratch, `tree-${writer}`)
    for (let round = 0; round < rounds; round++) {
      const files = await writeTree(tree, seed, writer, round)
      const { stdout } = succeeded(await run('snapshot', 'create', '--json', tree))
      const { id } = JSON.parse(stdout) as { id: string }
      // Files of earlier rounds that are the writer's own stay.
      const before = [...expected.entries()].findLast(([key]) => key.startsWith(`${writer} `))?.[1]
      const kept = [...(before ?? [])].filter(([path]) => path.startsWith('own/'))
      expected.set(`${writer} ${id}`, new Map([...kept, ...files]))
    }
  }
  const maintenance = maintain()
  try {
    await Promise.all(clients.map(write))
  } finally {
    isWriting = false
    await maintenance
  }
  expect(maintained).toBeGreaterThan(0)
  const fresh = as('fresh')
  succeeded(await fresh('repository', 'connect', 's3', ...place))
  const listed = JSON.parse(succeeded(await fresh('snapshot', 'list', '--all', '--json', '--show-identical')).stdout) as {
    readonly id: string
  }[]
  expect(listed.map(({ id }) => id).sort()).toEqual([...expected.keys()].map((key) => key.split(' ')[1]).sort())
  succeeded(await fresh('snapshot', 'verify', '--verify-files-percent=100'))
  succeeded(await fresh('content', 'verify', '--full'))
  const target = join(scratch, 'restored')
  const lastOf = ({ writer }: (typeof clients)[number]) => [...expected].findLast(([key]) => key.startsWith(`${writer} `))
  const restored =
    restores === 'all'
      ? [...expected]
      : clients
          .slice(0, RESTORED_WRITERS)
          .map(lastOf)
          .filter((snapshot) => snapshot !== undefined)
  for (const [key, files] of restored) {
    await rm(target, { recursive: true, force: true })
    succeeded(await fresh('snapshot', 'restore', key.split(' ')[1] ?? '', target))
    for (const [path, bytes] of files) expect(Buffer.compare(await readFile(join(target, path)), bytes), `${key} ${path}`).toBe(0)
  }
}
