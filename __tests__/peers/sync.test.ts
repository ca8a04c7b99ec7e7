/** Copies of a repository from each kind of store to the next: a folder, S3, Azure, GCS, and back to a folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStorage } from '../../src/repo/blob/open.ts'
import type { BlobStorage } from '../../src/repo/blob/storage.ts'
import type { StorageConfig } from '../../src/repo/blob/storage-config.ts'
import { readClientConfig } from '../../src/repo/config.ts'
import { executeSync, listAll, planSync } from '../../src/repo/sync-blobs.ts'
import { systemClock } from '../../src/util/clock.ts'
import { AZURITE_ACCOUNT, AZURITE_KEY, type Azurite, startAzurite } from '../support/azurite.ts'
import { runInProcess } from '../support/cli-in-process.ts'
import { type FakeGcs, startFakeGcs } from '../support/fake-gcs.ts'
import { FaultyStorage } from '../support/faulty-storage.ts'
import { MINIO_KEYS, type Minio, startMinio } from '../support/minio.ts'
import { hasPeer, needPeer } from '../support/peers.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

const PEERS = ['minio', 'azurite-blob', 'fake-gcs-server']
const { signal } = new AbortController()

if (!PEERS.every(hasPeer)) {
  it('copies between stores with MinIO, Azurite and fake-gcs-server', (test) => {
    for (const peer of PEERS) needPeer(peer, test)
  })
} else {
  let dir: string
  let minio: Minio
  let azurite: Azurite
  let gcs: FakeGcs
  let bucket: string
  beforeAll(async () => {
    const context = { skip: () => undefined as never }
    ;[dir, minio, azurite, gcs] = await Promise.all([
      makeTempDir('sync'),
      startMinio(context),
      startAzurite(context),
      startFakeGcs(context),
    ])
    bucket = await minio.newBucket()
    await azurite.makeContainer('copies')
    await gcs.makeBucket('copies')
  }, 60_000)
  afterAll(async () => {
    await Promise.all([minio?.stop(), azurite?.stop(), gcs?.stop()])
    if (dir !== undefined) await removeDir(dir)
  })

  const cli = async (line: string, config = 'main') =>
    await runInProcess(line.split(' '), {
      dir,
      configPath: join(dir, `${config}.config`),
      password: 'correct-horse-battery',
      env: { STORAGE_EMULATOR_HOST: gcs.origin },
    })
  const flagsOf = {
    s3: (prefix: string) =>
      `s3 --bucket ${bucket} --prefix ${prefix} --endpoint ${minio.endpoint} --disable-tls --access-key ${MINIO_KEYS.accessKeyId} --secret-access-key ${MINIO_KEYS.secretAccessKey}`,
    azure: (prefix: string) =>
      `azure --container copies --prefix ${prefix} --storage-account ${AZURITE_ACCOUNT} --storage-key ${AZURITE_KEY} --storage-domain ${azurite.origin}`,
    gcs: (prefix: string) => `gcs --bucket copies --prefix ${prefix}`,
    filesystem: (name: string) => `filesystem --path ${join(dir, name.replace('/', ''))}`,
  }
  const open = async (storage: StorageConfig): Promise<BlobStorage> =>
    await openStorage(storage, {
      mode: 'existing',
      clock: systemClock,
      platform: 'linux',
      backend: { env: { STORAGE_EMULATOR_HOST: gcs.origin } },
    })
  const connected = async (config: string) => await open((await readClientConfig(join(dir, `${config}.config`))).storage)
  const contentsOf = async (storage: BlobStorage) => {
    const contents: Record<string, string> = {}
    for await (const { id } of storage.listBlobs('')) contents[id] = Buffer.from(await storage.getBlob(id)).toString('base64')
    return contents
  }

  it('goes around all stores and comes back the same, with what was added and removed on the way', async () => {
    mkdirSync(join(dir, 'work'))
    writeFileSync(join(dir, 'work', 'file'), 'first')
    await cli(`repository create ${flagsOf.filesystem('origin')}`)
    await cli(`snapshot create ${join(dir, 'work')}`)
    mkdirSync(join(dir, 'back'))
    const ring = [flagsOf.s3('r/'), flagsOf.azure('r/'), flagsOf.gcs('r/'), flagsOf.filesystem('back')]
    for (const round of ['first', 'second']) {
      let from = 'main'
      for (const [i, to] of ring.entries()) {
        // A copy whose time is cut to the second in which its source was written seems older, and is made again.
        await sleep(1001)
        const { messages } = await cli(`repository sync-to ${to} --parallel 4 --delete`, from)
        expect(messages.at(-1), `${round} ${to}`).toMatch(/^info Copied [1-9]\d* blobs/)
        const again = await cli(`repository sync-to ${to} --must-exist --delete`, from)
        expect(again.messages.at(-1), `${round} ${to}`).toBe('info Copied 0 blobs (0 B), removed 0 blobs (0 B).')
        from = `ring-${i}`
        await cli(`repository connect ${to}`, from)
      }
      const here = await contentsOf(await connected('main'))
      expect(await contentsOf(await connected(from))).toEqual(here)
      // What a reader of the copy needs is there.
      await cli('snapshot verify --verify-files-percent=100', from)
      writeFileSync(join(dir, 'work', 'file'), 'second')
      await cli(`snapshot create ${join(dir, 'work')}`)
      const [log] = Object.keys(here).filter((id) => id.startsWith('_log'))
      if (log !== undefined) await (await connected('main')).deleteBlob(log)
    }
  }, 60_000)

  it('tells two prefixes of one bucket apart, and a place from itself', async () => {
    await expect(cli(`repository sync-to ${flagsOf.gcs('r/')}`, 'ring-2')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    const { messages } = await cli(`repository sync-to ${flagsOf.gcs('beside/')}`, 'ring-2')
    expect(messages.at(-1)).toMatch(/^info Copied [1-9]\d* blobs/)
    await expect(cli(`repository sync-to ${flagsOf.azure('nothing/')} --must-exist`)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
    const plan = await cli(`repository sync-to ${flagsOf.azure('nothing/')} --dry-run`)
    expect(plan.messages.at(-1)).toBe('info Nothing was changed.')
  })

  it('keeps the times of blobs in Azure and GCS, and says that S3 has only its own', async () => {
    const origin = await listAll(await connected('main'), signal)
    for (const [kind, config] of [
      [flagsOf.azure('times/'), 'times-azure'],
      [flagsOf.gcs('times/'), 'times-gcs'],
    ] as const) {
      await cli(`repository sync-to ${kind} --times`)
      await cli(`repository connect ${kind}`, config)
      const copies = await listAll(await connected(config), signal)
      for (const [id, { timestampMs }] of copies)
        if (id !== 'kopia.repository') expect(timestampMs, id).toBe(Math.floor(origin.get(id)?.timestampMs ?? 0))
    }
    const { messages } = await cli(`repository sync-to ${flagsOf.s3('times/')} --times`)
    expect(messages.filter((line) => line.includes('cannot hold the times'))).toHaveLength(1)
    expect(messages.at(-1)).toMatch(/^info Copied [1-9]\d* blobs/)
  })

  it('goes on with a copy that was broken off, on every kind of store', async () => {
    const source = await connected('main')
    const expected = await contentsOf(source)
    const run = async (target: BlobStorage) => {
      const plan = await planSync(source, await listAll(target, signal), { updates: true, deletes: true }, signal)
      await executeSync({ source, target, plan, parallel: 2, keepsTimes: false, signal, onCopied: () => {}, onTimesLost: () => {} })
    }
    for (const [kind, flags] of Object.entries({ s3: flagsOf.s3('half/'), azure: flagsOf.azure('half/'), gcs: flagsOf.gcs('half/') })) {
      await cli(`repository sync-to ${flags}`)
      await cli(`repository connect ${flags}`, `half-${kind}`)
      const target = await connected(`half-${kind}`)
      for (const id of Object.keys(expected)) if (id !== 'kopia.repository') await target.deleteBlob(id)
      for (const [call, when] of [
        [2, 'after'],
        [3, 'before'],
      ] as const) {
        await expect(run(new FaultyStorage(target, [{ method: 'putBlob', call, when }])), kind).rejects.toMatchObject({
          code: 'CAIRN_STORAGE_IO',
        })
      }
      await run(target)
      expect(await contentsOf(target), kind).toEqual(expected)
    }
  })
}
