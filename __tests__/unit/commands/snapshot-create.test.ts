/** `snapshot create` on a repository in memory: what is saved when an upload ends early, streams, and what hooks do late. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_CHECKPOINT_INTERVAL_MS } from '../../../src/commands/run/checkpoint.ts'
import { createSnapshots, ownPaths, type SnapshotCreateRequest } from '../../../src/commands/snapshot-create.ts'
import type { Repository } from '../../../src/repo/api.ts'
import type { SnapshotManifest } from '../../../src/snapshot/manifest.ts'
import { findPolicy, setPolicy } from '../../../src/snapshot/policies.ts'
import { listSnapshots } from '../../../src/snapshot/store.ts'
import { type Clock, systemClock } from '../../../src/util/clock.ts'
import { storedFiles, testContext } from '../../support/command-context.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, testFormat } from '../../support/test-repository.ts'

const OWNER = { userName: 'builder', host: 'ci' }

async function place(files: Readonly<Record<string, string>>) {
  const cwd = join(await tempDir(), 'work')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  const repository = await openTestRepository({
    storage: new MapStorage(),
    format: await testFormat(),
    identity: OWNER,
    clock: systemClock,
  })
  const sourceAt = (name: string) => ({ path: join(cwd, name), source: { ...OWNER, path: join(cwd, name) } })
  const request = (names: readonly string[], more: Partial<SnapshotCreateRequest> = {}): SnapshotCreateRequest => ({
    sources: names.map(sourceAt),
    tags: {},
    description: '',
    pins: [],
    mayRunHooks: true,
    parallel: 1,
    forceHashPercent: 0,
    isFailFast: false,
    maxReadBytes: 0,
    repositoryPath: undefined,
    ...more,
  })
  return { cwd, repository, request, sourceAt }
}

const facts = ({ incomplete, tags, pins, stats }: SnapshotManifest) => ({ incomplete, tags, pins, files: stats.fileCount })

async function all(repository: Repository): Promise<SnapshotManifest[]> {
  return await listSnapshots(repository)
}

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('an upload limit', () => {
  it('saves an incomplete snapshot, which the next one uses and retention removes when it is complete', async () => {
    const { cwd, repository, request } = await place({ 'data/a': 'aaaa', 'data/b': 'bbbb' })
    const context = testContext(cwd)
    const limited = await createSnapshots(context, repository, request(['data', 'other'], { maxReadBytes: 5 }))
    expect(limited.failure).toBeUndefined()
    expect(limited.created).toMatchObject([{ report: { status: 'partial' }, manifest: { incomplete: 'limit reached' } }])
    expect(context.messages).toContain('warning The sources after this one were not snapshotted.')
    const second = await createSnapshots(context, repository, request(['data'], { maxReadBytes: 5 }))
    expect(second.created).toMatchObject([{ report: { status: 'created' }, manifest: { stats: { cachedFiles: 1, nonCachedFiles: 1 } } }])
    expect((await all(repository)).map(({ id }) => id)).toEqual([second.created[0]?.manifest?.id])
  })
})

describe('an entry that cannot be stored', () => {
  it.skipIf(process.platform !== 'linux')('ends the snapshot with fail-fast, and is excused by the policy only', async () => {
    const { cwd, repository, request, sourceAt } = await place({ 'data/a': 'aaaa' })
    // Both are stored as one name.
    for (const byte of [0xfe, 0xff]) writeFileSync(Buffer.concat([Buffer.from(`${cwd}/data/`), Buffer.of(byte)]), '')
    const failFast = await createSnapshots(testContext(cwd), repository, request(['data'], { isFailFast: true }))
    const [first] = failFast.created
    expect(first).toMatchObject({ report: { error: { code: 'CAIRN_SNAPSHOT_PARTIAL' } }, manifest: { incomplete: 'canceled' } })
    expect(first?.report.error?.hint).toMatch(/^The snapshot ended early and is incomplete\. /)
    const whole = await createSnapshots(testContext(cwd), repository, request(['data']))
    const hint = whole.created[0]?.report.error?.hint
    expect(hint).toMatch(/^The snapshot is saved without them\. /)
    expect(hint).toContain('cairn policy set')
    expect(hint).not.toMatch(/permissions|on-unreadable-file/)
    const policy = { errorHandling: { ignoreFileErrors: true } }
    await setPolicy(repository, { kind: 'path', ...sourceAt('data').source }, policy)
    const excused = await createSnapshots(testContext(cwd), repository, request(['data']))
    expect(excused.created[0]?.report.error).toBeUndefined()
  })
})

describe('a cancel', () => {
  it('saves what is there, is reported once and ends with the error', async () => {
    const { cwd, repository, request } = await place({ 'data/a': 'aaaa', 'other/b': 'bbbb' })
    const stop = new AbortController()
    // The first look at a clock within the upload is early enough for nothing to have been read.
    const clock: Clock = {
      ...systemClock,
      monotonicMs: () => {
        if (context.messages.some((line) => line.startsWith('info Snapshotting'))) stop.abort()
        return systemClock.monotonicMs()
      },
    }
    const context = testContext(cwd, { signal: stop.signal, clock })
    const { created, failure } = await createSnapshots(context, repository, request(['data', 'other']))
    expect(created).toHaveLength(1)
    expect(created[0]?.report).toMatchObject({ status: 'cancelled', error: { code: 'CAIRN_CANCELLED' } })
    expect(failure).toBeUndefined()
  })

  it('before the first source has begun throws', async () => {
    const { cwd, repository, request } = await place({ 'data/a': 'aaaa' })
    const context = testContext(cwd, { signal: AbortSignal.abort() })
    await expect(createSnapshots(context, repository, request(['data']))).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
    expect(await all(repository)).toEqual([])
  })
})

describe('checkpoints', () => {
  it('are saved without tags, pins and counters, and go when the snapshot is complete', async () => {
    const { cwd, repository, request } = await place({ 'data/a': 'aaaa', 'data/sub/b': 'bbbb' })
    const { objects, manifests } = repository
    const isReading = deferred()
    const isSaved = deferred()
    const saved: unknown[] = []
    const put = manifests.put.bind(manifests)
    manifests.put = async (labels, json) => {
      const id = await put(labels, json)
      if (labels['type'] === 'snapshot') saved.push(...(await all(repository)).filter((one) => one.id === id).map(facts))
      isSaved.resolve()
      return id
    }
    const writeFiles = objects.writeFiles.bind(objects)
    objects.writeFiles = async (files, options) => {
      isReading.resolve()
      await isSaved.promise
      return await writeFiles(files, options)
    }
    let left = 1
    const clock: Clock = {
      ...systemClock,
      sleep: async (ms, signal) => {
        expect(ms).toBe(MAX_CHECKPOINT_INTERVAL_MS)
        if (left-- > 0) return await isReading.promise
        await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }))
      },
    }
    const tags = { 'tag:a': 'b' }
    const { created } = await createSnapshots(testContext(cwd, { clock }), repository, request(['data'], { tags, pins: ['p'] }))
    expect(saved).toEqual([
      { incomplete: 'checkpoint', tags: {}, pins: [], files: 0 },
      { incomplete: undefined, tags, pins: ['p'], files: 2 },
    ])
    expect((await all(repository)).map(({ id }) => id)).toEqual([created[0]?.manifest?.id])
  })
})

describe('a stream', () => {
  it('is stored as one file in a folder that is called by its path, and is never snapshotted by a schedule', async () => {
    const { cwd, repository, request, sourceAt } = await place({})
    async function* bytes() {
      yield Buffer.from('select ')
      yield Buffer.from('1')
    }
    const { created } = await createSnapshots(
      testContext(join(cwd, '..')),
      repository,
      request(['db'], { stdin: { name: 'dump.sql', bytes: bytes() }, isManual: true, startTimeNs: 1_000_000_000n }),
    )
    const manifest = created[0]?.manifest
    expect(manifest?.rootEntry).toMatchObject({ name: join(cwd, 'db'), type: 'd', mode: 0o777 })
    expect(manifest?.startTimeNs).toBe(1_000_000_000n)
    expect(await storedFiles(repository, manifest?.id ?? '')).toEqual({ 'dump.sql': 'select 1' })
    const policy = await findPolicy(repository, { kind: 'path', ...sourceAt('db').source })
    expect(policy?.policy.scheduling?.manual).toBe(true)
    expect(await ownPaths(repository, new AbortController().signal)).toEqual([])
  })

  it('that breaks off leaves nothing', async () => {
    const { cwd, repository, request } = await place({})
    async function* bytes() {
      yield Buffer.from('half')
      throw new Error('the pipe broke')
    }
    const { created } = await createSnapshots(
      testContext(join(cwd, '..')),
      repository,
      request(['db'], { stdin: { name: 'dump.sql', bytes: bytes() } }),
    )
    expect(created).toMatchObject([{ manifest: undefined, report: { status: 'failed' } }])
    expect(await all(repository)).toEqual([])
  })
})

describe('everything of this user', () => {
  it('is what has snapshots here, without sources that are snapshotted by hand only', async () => {
    const { cwd, repository, request, sourceAt } = await place({ 'one/a': '1', 'two/b': '2' })
    await createSnapshots(testContext(cwd), repository, request(['one', 'two']))
    const signal = new AbortController().signal
    expect(await ownPaths(repository, signal)).toEqual([sourceAt('one').path, sourceAt('two').path])
    await setPolicy(repository, { kind: 'path', ...sourceAt('one').source }, { scheduling: { manual: true } })
    expect(await ownPaths(repository, signal)).toEqual([sourceAt('two').path])
  })
})

describe('a hook that nobody waits for', () => {
  it('is waited for at the end, and what it did late to the runner is an error', async () => {
    const { cwd, repository, request, sourceAt } = await place({ 'data/a': 'a', env: '' })
    // Hooks are not told where the file is, but can guess it.
    const script = `#!/bin/sh\necho X=1 >> '${join(cwd, 'env')}'\n`
    await setPolicy(
      repository,
      { kind: 'path', ...sourceAt('data').source },
      { actions: { afterSnapshotRoot: { script, mode: 'async', timeout: 30 } } },
    )
    const env = { PATH: process.env['PATH'], GITHUB_ENV: join(cwd, 'env') }
    const { created, failure } = await createSnapshots(testContext(cwd, { env }), repository, request(['data']))
    expect(created.map(({ manifest }) => manifest?.source.path)).toEqual([join(cwd, 'data')])
    expect(failure?.code).toBe('CAIRN_HOOK_COMMAND_FILE')
  })
})
