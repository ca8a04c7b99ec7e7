/** A seeded sample of faults on the wire between Cairn and S3 (MinIO), and of processes that are killed there (docs/reliability.md). */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import { openS3 } from '../../src/repo/blob/s3/open.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import { mapConcurrent } from '../../src/util/async.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { CLI } from '../support/command-line.ts'
import { everyCase, type FaultCase, faultSeed, judgeCase, sampleOf } from '../support/fault-loop.ts'
import { startFaultProxy } from '../support/fault-proxy.mjs'
import { FAULT_PASSWORD, FaultWorld } from '../support/fault-world.ts'
import { MINIO_KEYS, type Minio, startMinio } from '../support/minio.ts'
import { hasPeer, needPeer } from '../support/peers.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'
import { TEST_IDENTITY } from '../support/test-repository.ts'

const CASES = 20
const KILLS = 5

if (!hasPeer('minio')) {
  it('faults on the way to MinIO', (context) => void needPeer('minio', context))
} else {
  const seed = faultSeed()
  let minio: Minio
  let world: FaultWorld
  let folder: string
  let bucket: string
  let places = 0

  beforeAll(async () => {
    minio = await startMinio({ skip: () => undefined as never })
    folder = await makeTempDir('faults-s3')
    world = await FaultWorld.create(folder, Date.now())
    bucket = await minio.newBucket()
  }, 120_000)

  afterAll(async () => {
    await minio?.stop()
    await removeDir(folder)
  })

  async function open(prefix: string, endpoint = minio.endpoint): Promise<BlobStorage> {
    const config = minio.connection(bucket, { prefix, endpoint })
    return await openS3(config, {
      env: {},
      platform: 'linux',
      clock: systemClock,
      random: systemRandom,
      log: nullLogger,
      isReadOnly: false,
    })
  }

  /** A copy of the base under a prefix of its own. */
  async function place(): Promise<{ prefix: string; storage: BlobStorage }> {
    const prefix = `place-${++places}/`
    const storage = await open(prefix)
    await mapConcurrent([...world.base.blobs], 16, ([id, { bytes }]) => storage.putBlob(id, [bytes]))
    return { prefix, storage }
  }

  async function judge(each: FaultCase): Promise<string[]> {
    world.clock.setMs(Date.now())
    const { prefix, storage } = await place()
    const proxy = await startFaultProxy({
      target: `http://${minio.endpoint}`,
      keyPrefix: prefix,
      plan: [{ ...each.kind.fault, call: each.call }],
    })
    const faulty = await open(prefix, proxy.host)
    try {
      return await judgeCase(world, each, { storage, faulty, calls: () => proxy.plan.calls })
    } finally {
      await faulty.close()
      await storage.close()
      await proxy.close()
    }
  }

  it('lose nothing that was committed, and each ends in success or in a named error', async () => {
    // What never answers would be waited for as long as a real store.
    const cases = (await everyCase(world, async () => world.map())).filter(({ kind }) => kind.fault.does !== 'timeout')
    const wrong: string[] = []
    for (const each of sampleOf(cases, CASES, seed)) wrong.push(...(await judge(each)))
    expect(wrong, `CAIRN_FAULT_SEED=${seed}`).toEqual([])
  }, 600_000)

  it('a process that is killed at any request leaves everything that was committed', async () => {
    const wrong: string[] = []
    const requests = (await killedAt(undefined, wrong)).calls.length
    expect(requests).toBeGreaterThan(8)
    const numbers = Array.from({ length: requests }, (_, i) => i + 1)
    for (const at of sampleOf(numbers, KILLS, seed)) {
      const { ended } = await killedAt(at, wrong)
      if (ended !== 'SIGKILL' && at < requests - 3)
        wrong.push(`The process was not killed at request ${at} of ${requests}, but ended with ${ended}.`)
    }
    expect(wrong, `CAIRN_FAULT_SEED=${seed}`).toEqual([])
  }, 600_000)

  /** Snapshots in a process that is killed at a request, or never, and checks what is left. */
  async function killedAt(at: number | undefined, wrong: string[]) {
    world.clock.setMs(Date.now())
    const { prefix, storage } = await place()
    const proxy = await startFaultProxy({ target: `http://${minio.endpoint}`, keyPrefix: prefix })
    await connect(prefix, proxy.host)
    const when = (at ?? 0) % 2 === 0 ? 'before' : 'after'
    proxy.setPlan(at === undefined ? [] : [{ call: at, does: 'kill', when }])
    const ended = await snapshot(proxy)
    const where = `killed ${when} request ${at}, ${ended}`
    wrong.push(...(await world.check(storage, at === undefined)).map((line) => `${where}: ${line}`))
    await storage.close()
    await proxy.close()
    return { ended, calls: proxy.plan.calls }
  }

  async function connect(prefix: string, host: string): Promise<void> {
    const { userName, host: machine } = TEST_IDENTITY
    mkdirSync(join(folder, 'home'), { recursive: true })
    const keys = ['--access-key', MINIO_KEYS.accessKeyId, '--secret-access-key', MINIO_KEYS.secretAccessKey]
    const where = ['--bucket', bucket, '--prefix', prefix, '--endpoint', host, '--disable-tls', ...keys]
    const as = ['--override-username', userName, '--override-hostname', machine]
    await cairn(['repository', 'connect', 's3', ...where, ...as])
  }

  async function snapshot(proxy: { onKill: (kill: () => void) => void }): Promise<string> {
    return await cairn(['snapshot', 'create', 'source'], proxy)
  }

  /** How the command ended: its code, or the signal. */
  async function cairn(args: readonly string[], proxy?: { onKill: (kill: () => void) => void }): Promise<string> {
    const env = { PATH: process.env['PATH'], HOME: join(folder, 'home'), KOPIA_PASSWORD: FAULT_PASSWORD }
    const child = spawn(process.execPath, [CLI, '--config-file', join(folder, 'repository.config'), ...args], { cwd: folder, env })
    proxy?.onKill(() => child.kill('SIGKILL'))
    child.stdout.resume()
    child.stderr.resume()
    return await new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? String(code))))
  }
}
