import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FolderOutcome, ObjectManager, Repository } from '../../../src/repo/api.ts'
import type { UploadRequest } from '../../../src/snapshot/upload/request.ts'
import { countedScout } from '../../support/counted-scout.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'
import { manifestOf, policiesOf, treeOf, upload } from '../../support/upload.ts'

const format = await testFormat({ splitter: 'DYNAMIC-1M-BUZHASH' })
const LINUX = process.platform === 'linux'

/** A repository that tells how folders were read: `whole`, or `walked` when a closer look was needed. */
async function watched(root: string): Promise<{ readonly repository: Repository; readonly kinds: Map<string, string> }> {
  const repository = await openTestRepository({ storage: new MapStorage(), format })
  onTestFinished(() => repository.close())
  const kinds = new Map<string, string>()
  const objects: ObjectManager = {
    ...repository.objects,
    readFolder: async (folder, options): Promise<FolderOutcome | undefined> => {
      const outcome = await repository.objects.readFolder?.(folder, options)
      kinds.set(folder.path.slice(root.length + 1), outcome === undefined ? 'walked' : 'whole')
      return outcome
    },
  }
  return { repository: viewOf(repository, objects), kinds }
}

/** The same repository with other objects. */
function viewOf(repository: Repository, objects: ObjectManager): Repository {
  return new Proxy(repository, {
    get: (target, name) => {
      if (name === 'objects') return objects
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Two uploads of one tree, with folders read as a whole and file by file; they must come to the same, whatever is in it. */
async function bothWays(build: (root: string) => void, options: Partial<UploadRequest> = {}) {
  const root = await tempDir()
  build(root)
  const { repository, kinds } = await watched(root)
  const whole = await upload(repository, root, options)
  const { readFolder: _, ...objects } = repository.objects
  const other = await openTestRepository({ storage: new MapStorage(), format })
  onTestFinished(() => other.close())
  const { readFolder: __, ...otherObjects } = other.objects
  const single = await upload(viewOf(other, otherObjects), root, options)
  const plain = ({ changedPaths, failures, ...rest }: typeof whole) => ({
    ...rest,
    changedPaths: [...changedPaths],
    failures: [...failures].sort((a, b) => (a.path < b.path ? -1 : 1)),
  })
  expect(plain(whole)).toEqual(plain(single))
  expect(await treeOf(viewOf(repository, objects), whole.rootEntry)).toEqual(await treeOf(viewOf(other, otherObjects), single.rootEntry))
  return { root, repository, kinds, whole }
}

function files(folder: string, contents: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content)
}

/** So many files with the longest names there are: their folder is larger than one with short names. */
function longNames(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}`.padEnd(255, 'x'), '']))
}

describe.runIf(LINUX)('a folder that no earlier snapshot has', () => {
  it('is read as a whole, with what is in it', async () => {
    const { kinds, whole } = await bothWays((root) => {
      files(join(root, 'a'), { one: 'one', two: 'two', empty: '' })
      files(join(root, 'a/below'), { three: 'three' })
      symlinkSync('one', join(root, 'a/link'))
      chmodSync(join(root, 'a/two'), 0o4751)
      utimesSync(join(root, 'a/one'), -5, -5)
    })
    expect(Object.fromEntries(kinds)).toEqual({ a: 'whole', 'a/below': 'whole' })
    expect(whole.stats).toMatchObject({ nonCachedFiles: 4, totalSize: 11 })
    expect(whole.changes).toMatchObject({ added: 5 })
  })

  it('has its large files cut, and more than a batch of small ones', async () => {
    const { kinds, whole } = await bothWays((root) => {
      files(join(root, 'large'), { big: seededBytes('big', 700_000), small: 'small', 'just over': seededBytes('over', 512 * 1024 + 1) })
      files(join(root, 'many'), Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`file ${n}`, `${n % 100}`])))
      for (let n = 0; n < 40; n++) files(join(root, `heavy ${n}`), { x: seededBytes(`x ${n}`, 300_000), y: seededBytes(`y ${n}`, 300_000) })
    })
    expect([...new Set(kinds.values())]).toEqual(['whole'])
    expect(whole.stats.nonCachedFiles).toBe(3 + 600 + 80)
  })

  it.each<[string, (folder: string) => void]>([
    ['rules of its own', (folder) => writeFileSync(join(folder, '.kopiaignore'), 'one\n')],
    ['a cache tag', (folder) => writeFileSync(join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55')],
    ['a name that is not UTF-8', (folder) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff])]), 'x')],
    ['a list of entries that is long', (folder) => files(folder, longNames(1000))],
    ['more entries than are held', (folder) => files(folder, Object.fromEntries(Array.from({ length: 1100 }, (_, n) => [`n${n}`, ''])))],
  ])('takes a closer look with %s', async (_, change) => {
    const { kinds } = await bothWays((root) => {
      files(join(root, 'a'), { one: 'one' })
      change(join(root, 'a'))
    })
    expect(kinds.get('a')).toBe('walked')
  })

  it('lets the scout go, which the next source has again', async () => {
    const root = await tempDir()
    for (const name of ['a', 'b', 'b/c']) files(join(root, name), { one: name })
    const { repository, kinds } = await watched(root)
    const { lanes, scout } = countedScout()
    const first = await upload(repository, root, { scout })
    expect([...kinds.values()]).toEqual(['whole', 'whole', 'whole'])
    expect(lanes).toEqual(['closed'])
    await upload(repository, root, { scout, previous: [manifestOf(first)] })
    expect(lanes).toEqual(['closed', 'open'])
    await scout.close()
    expect(lanes).toEqual(['closed', 'closed'])
  })

  it('has pipes left out and not opened', async () => {
    const { whole } = await bothWays((root) => {
      files(join(root, 'a'), { one: 'one' })
      execFileSync('mkfifo', [join(root, 'a/pipe')])
    })
    expect(whole.leftOut.special).toBe(1)
  })

  it('leaves out what is ours, and .git unless it is wanted', async () => {
    const root = await tempDir()
    files(join(root, 'a'), { one: 'one', ours: 'ours' })
    files(join(root, 'b/.git'), { config: 'x' })
    const { dev, ino } = statSync(join(root, 'a/ours'), { bigint: true })
    const { repository, kinds } = await watched(root)
    const result = await upload(repository, root, { leaveOut: [{ device: dev, inode: ino }], includeGit: false })
    expect(result.leftOut).toMatchObject({ own: ['a/ours'], git: 1 })
    expect(Object.fromEntries(kinds)).toEqual({ a: 'walked', b: 'walked' })
  })

  it('is not read as a whole where files differ in how they are stored', async () => {
    const build = (root: string) => files(join(root, 'a'), { 'one.txt': 'one', 'two.gz': 'two', three: 'x'.repeat(5000) })
    const policies = [
      { files: { ignore: ['*.gz'] } },
      { files: { maxFileSize: 10 } },
      { compression: { compressorName: 'zstd-fastest', neverCompress: ['.gz'] } },
      { compression: { compressorName: 'zstd-fastest', minSize: 1000 } },
    ]
    for (const policy of policies) {
      const { kinds } = await bothWays(build, { policies: policiesOf({ '': policy }) })
      expect([...kinds]).toEqual([])
    }
    const nested = await bothWays(build, { policies: policiesOf({ 'a/three': { files: { ignore: ['x'] } } }) })
    expect([...nested.kinds]).toEqual([])
  })

  it('compresses as the policy says', async () => {
    const policies = policiesOf({ '': { compression: { compressorName: 'gzip' } } })
    const { kinds, repository } = await bothWays((root) => files(join(root, 'a'), { one: 'x'.repeat(5000) }), { policies })
    expect(kinds.get('a')).toBe('whole')
    await repository.flush()
    const { storedBytes, newBytes } = repository.counters()
    expect(newBytes).toBeGreaterThan(5000)
    expect(storedBytes).toBeLessThan(2500)
  })

  it('stands beside folders that are compared', async () => {
    const root = await tempDir()
    files(join(root, 'old'), { one: 'one' })
    const { repository, kinds } = await watched(root)
    const first = await upload(repository, root)
    kinds.clear()
    files(join(root, 'new/deep'), { two: 'two' })
    const second = await upload(repository, root, { previous: [manifestOf(first)] })
    expect(Object.fromEntries(kinds)).toEqual({ new: 'whole', 'new/deep': 'whole' })
    expect(second.changes).toMatchObject({ added: 1, unchanged: 1 })
  })

  it('ends with the upload when that is cancelled, and leaves a repository that can be written', async () => {
    const root = await tempDir()
    for (let n = 0; n < 60; n++) files(join(root, `folder ${n}`), { a: seededBytes(`a ${n}`, 5000), b: seededBytes(`b ${n}`, 5000) })
    const { repository } = await watched(root)
    const stop = new AbortController()
    let asked = 0
    const cancels: ObjectManager = {
      ...repository.objects,
      readFolder: async (folder, options) => {
        if (++asked === 20) stop.abort()
        return await repository.objects.readFolder?.(folder, options)
      },
    }
    const cancelled = upload(viewOf(repository, cancels), root, { signal: stop.signal })
    await expect(cancelled).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
    const whole = await upload(repository, root)
    await repository.flush()
    expect(whole.stats.nonCachedFiles).toBe(120)
    expect((await treeOf(repository, whole.rootEntry)).size).toBe(1 + 60 * 3)
  })

  it('is never another one that took its place', async () => {
    const root = await tempDir()
    files(join(root, 'a'), { one: 'one' })
    files(join(root, 'b'), { secret: 'secret' })
    const repository = await openTestRepository({ storage: new MapStorage(), format })
    onTestFinished(() => repository.close())
    const { dev: device, ino: inode } = statSync(join(root, 'a'), { bigint: true })
    const avoid = { names: [], inodes: [] }
    const read = (path: string) => repository.objects.readFolder?.({ path: join(root, path), device, inode, avoid })
    expect((await read('a'))?.names).toEqual(['one'])
    renameSync(join(root, 'a'), join(root, 'gone'))
    symlinkSync('gone', join(root, 'a'))
    expect(await read('a')).toBeUndefined()
    expect(await read('b')).toBeUndefined()
    // The right folder, reached through a link.
    symlinkSync('.', join(root, 'through'))
    expect(await read('through/gone')).toBeUndefined()
    expect((await read('gone'))?.names).toEqual(['one'])
  })
})
