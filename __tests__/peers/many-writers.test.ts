/**
 * Several clients at once on a repository in S3 (MinIO). `CAIRN_WRITER_ROUNDS=12` makes the writers go on for minutes, and restores every snapshot.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Logger, nullLogger } from '../../src/log.ts'
import { LEASE_BLOB_ID, type Lease, takeLease } from '../../src/maintenance/lease.ts'
import { openS3 } from '../../src/repo/blob/s3/open.ts'
import type { BlobMetadata, BlobStorage } from '../../src/repo/blob/storage.ts'
import { equalBytes } from '../../src/util/bytes.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { cairn } from '../support/command-line.ts'
import { runManyWriters, s3Flags } from '../support/many-writers.ts'
import { type Minio, startMinio } from '../support/minio.ts'
import { hasPeer, needPeer } from '../support/peers.ts'
import { tempDir } from '../support/temp-dir.ts'
import { seededRandom, testFormat } from '../support/test-repository.ts'

const USUAL_ROUNDS = 2
const ROUNDS = Number(process.env['CAIRN_WRITER_ROUNDS'] ?? USUAL_ROUNDS)

if (!hasPeer('minio')) {
  it('many writers with MinIO', (context) => void needPeer('minio', context))
} else {
  let minio: Minio
  beforeAll(async () => {
    minio = await startMinio({ skip: () => undefined as never })
  })
  afterAll(() => minio?.stop())

  it(
    'eight processes write while maintenance runs: no snapshot is lost, everything verifies and restores',
    async () => {
      const restores = ROUNDS > USUAL_ROUNDS ? 'all' : 'some'
      await runManyWriters({ minio, scratch: await tempDir('writers'), writers: 8, rounds: ROUNDS, restores, seed: `${ROUNDS} rounds` })
    },
    ROUNDS * 300_000,
  )

  it('of two that create a repository at the same moment one does, and the other is told that there is one', async () => {
    const scratch = await tempDir('creators')
    const bucket = await minio.newBucket()
    const create = (name: string) =>
      cairn(['--config-file', join(scratch, name), 'repository', 'create', 's3', ...s3Flags(minio, bucket)], { cwd: scratch })
    const results = await Promise.all(['one', 'two'].map(create))
    const [winner, loser] = results.sort((a, b) => (a.code ?? 0) - (b.code ?? 0))
    expect(winner?.code, winner?.stderr).toBe(0)
    expect(loser?.code).not.toBe(0)
    expect(loser?.stderr).toContain('CAIRN_REPOSITORY_EXISTS')
    const fresh = ['--config-file', join(scratch, 'fresh'), 'repository', 'connect', 's3', ...s3Flags(minio, bucket)]
    expect((await cairn(fresh, { cwd: scratch })).code).toBe(0)
  }, 60_000)

  describe('the lease on maintenance in S3', () => {
    const format = testFormat()

    async function open(): Promise<BlobStorage> {
      const config = minio.connection(await minio.newBucket())
      const context = { env: {}, platform: 'linux', clock: systemClock, random: systemRandom, log: nullLogger, isReadOnly: false }
      const storage = await openS3(config, context)
      onTestFinished(() => storage.close())
      return storage
    }

    async function take(storage: BlobStorage, name: string, log: Logger = nullLogger): Promise<Lease> {
      const identity = { userName: name, host: 'runner' }
      const opened = await format
      return await takeLease({
        storage,
        clock: systemClock,
        format: opened,
        identity,
        random: seededRandom(name),
        log,
        longestStepMs: 0,
      })
    }

    /** The same store at a later time: what it says of new blobs is ahead of what it says of the lease with these bytes. */
    function later(storage: BlobStorage, ms: number, old: Uint8Array): BlobStorage {
      const shift = (blob: BlobMetadata): BlobMetadata => ({ ...blob, timestampMs: blob.timestampMs + ms })
      return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: async (id) => {
          const seen = await storage.statBlob(id)
          if (seen === undefined) return seen
          // Every other blob was made at that later time.
          if (id !== LEASE_BLOB_ID) return shift(seen)
          const bytes = await storage.getBlob(id).catch(() => undefined)
          return bytes !== undefined && equalBytes(bytes, old) ? seen : shift(seen)
        },
        putBlob: async (id, parts, options) => shift(await storage.putBlob(id, parts, options)),
        deleteBlob: (id) => storage.deleteBlob(id),
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        close: async () => {},
      }
    }

    it('is held by one, named to the other, and free again when it is given back', async () => {
      const storage = await open()
      const first = await take(storage, 'first')
      expect(first.isProtected).toBe(true)
      // The time is the store's, in whole seconds.
      expect(Math.abs((first.takenMs ?? 0) - systemClock.nowMs())).toBeLessThan(5000)
      await expect(take(storage, 'second')).rejects.toMatchObject({
        code: 'CAIRN_MAINTENANCE_BUSY',
        message: expect.stringContaining('first@runner'),
      })
      await first.confirm()
      await first.release()
      const second = await take(storage, 'second')
      await expect(first.confirm()).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_LEASE_LOST' })
      await second.release()
      expect(await storage.statBlob('cairn.lease')).toBeUndefined()
    })

    it('is had by exactly one of eight that ask at once', async () => {
      const storage = await open()
      const names = Array.from({ length: 8 }, (_, i) => `client-${i}`)
      const outcomes = await Promise.allSettled(names.map((name) => take(storage, name)))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('is taken over by exactly one when its holder has given no sign for too long', async () => {
      const storage = await open()
      const dead = await take(storage, 'dead')
      const old = await storage.getBlob(LEASE_BLOB_ID)
      await expect(take(later(storage, 14 * 60_000, old), 'early')).rejects.toMatchObject({ code: 'CAIRN_MAINTENANCE_BUSY' })
      const names = Array.from({ length: 6 }, (_, i) => `heir-${i}`)
      const outcomes = await Promise.allSettled(names.map((name) => take(later(storage, 16 * 60_000, old), name)))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await expect(dead.confirm()).rejects.toMatchObject({
        code: 'CAIRN_MAINTENANCE_LEASE_LOST',
        message: expect.stringMatching(/heir-\d@runner/),
      })
    })
  })
}
