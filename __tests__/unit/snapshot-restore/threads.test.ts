/** Restoring with real worker threads gives what one thread gives, also beside damage and over existing files. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { OpenedRepository } from '../../../src/repo/repository.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { executeRestore } from '../../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../../src/snapshot/restore/plan.ts'
import { walkTree } from '../../../src/snapshot/tree.ts'
import { compileWorker } from '../../support/compiled-worker.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { makeTempDir, removeDir, tempDir } from '../../support/temp-dir.ts'
import { openTestRepository, seededBytes, testFormat } from '../../support/test-repository.ts'
import { upload } from '../../support/upload.ts'

const format = await testFormat({ splitter: 'FIXED-128K' })
const CRASHING = new URL('../../support/crashing-worker.mjs', import.meta.url)
const storage = new MapStorage()
const DAMAGED = ['dir 1/file 7', 'large 1']
let workerDir: string
let workerUrl: URL
let root: DirEntry

beforeAll(async () => {
  workerDir = await makeTempDir('worker')
  workerUrl = await compileWorker(workerDir)
  const source = await makeTempDir('restore-source')
  makeTree(source)
  const writer = await openTestRepository({ storage, format })
  root = (await upload(writer, source)).rootEntry
  await writer.flush()
  for (const path of DAMAGED) await damage(writer, path)
  await writer.close()
  await removeDir(source)
})
afterAll(() => removeDir(workerDir))

/** Enough files and bytes that threads are started, with modes and times that tell the files apart. */
function makeTree(path: string): void {
  for (let dir = 0; dir < 3; dir++) {
    mkdirSync(join(path, `dir ${dir}`))
    for (let file = 0; file < 80; file++) {
      const name = join(path, `dir ${dir}`, `file ${file}`)
      writeFileSync(name, seededBytes(`${dir}/${file}`, file * 131))
      chmodSync(name, file % 3 === 0 ? 0o640 : 0o755)
      utimesSync(name, 1_600_000_000 + dir * 100 + file, 1_600_000_000.25 + dir * 100 + file)
    }
  }
  for (let file = 0; file < 3; file++) writeFileSync(join(path, `large ${file}`), seededBytes(`large ${file}`, 2_000_000 + file))
  symlinkSync('dir 0/file 5', join(path, 'link'))
  chmodSync(join(path, 'dir 2'), 0o750)
  for (const name of ['large 0', 'large 1', 'large 2', 'dir 0', 'dir 1', 'dir 2', '.'])
    utimesSync(join(path, name), 1_500_000_000, 1_500_000_000)
}

/** Flips a bit in the last content of a file, where it lies in its pack. */
async function damage(repository: OpenedRepository, path: string): Promise<void> {
  for await (const event of walkTree(repository.objects, root)) {
    if (event.kind !== 'entry' || event.path !== path) continue
    const id = (await repository.objects.contentsOf(event.entry.objectId)).at(-1)
    const place = id === undefined ? undefined : repository.care.contents.index.get(id)
    if (place === undefined) throw new Error(`${path} has no content`)
    const pack = Uint8Array.from(await storage.getBlob(place.packBlobId))
    const at = place.packOffset + (place.packedLength >> 1)
    pack[at] = (pack[at] ?? 0) ^ 1
    await storage.putBlob(place.packBlobId, [pack])
    return
  }
  throw new Error(`${path} is not in the tree`)
}

/** Kind, mode, time and bytes of everything. */
function describeTree(path: string): Record<string, string> {
  const all = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    ['.', ...all].map((name) => {
      const stat = lstatSync(join(path, name), { bigint: true })
      const bytes = stat.isFile() ? Buffer.from(readFileSync(join(path, name))).toString('base64') : ''
      return [name, `${stat.mode.toString(8)} ${stat.mtimeNs} ${bytes}`]
    }),
  )
}

async function restored(workers: number, url: URL, isOccupied: boolean) {
  const repository = await openTestRepository({ storage, format, workers, workerUrl: url })
  onTestFinished(() => repository.close())
  const target = join(await tempDir(), 'target')
  if (isOccupied) {
    mkdirSync(join(target, 'dir 0'), { recursive: true })
    writeFileSync(join(target, 'dir 0', 'file 3'), 'something else that is longer than nothing')
    writeFileSync(join(target, 'dir 0', 'mine'), 'stays')
    writeFileSync(join(target, 'large 0'), 'short')
    utimesSync(join(target, 'dir 0', 'mine'), 1, 1)
  }
  const report = await executeRestore(repository.objects, planRestore(root, target))
  return { report, tree: describeTree(target) }
}

test.each([
  ['a new folder', false],
  ['a folder with files', true],
])('two workers restore into %s what one thread restores, and name the same damage', async (_, isOccupied) => {
  const threaded = await restored(2, workerUrl, isOccupied)
  const single = await restored(0, workerUrl, isOccupied)
  const failed = ({ report }: typeof single) => report.failures.map(({ path, code }) => `${path} ${code}`).sort()
  expect(failed(threaded)).toEqual(DAMAGED.map((path) => `${path} CAIRN_CONTENT_DAMAGED`))
  expect(failed(single)).toEqual(failed(threaded))
  expect({ ...threaded.report, failures: [] }).toEqual({ ...single.report, failures: [] })
  expect(threaded.report).toMatchObject({ files: 241, symlinks: 1, directories: 4, failureCount: 2 })
  expect(threaded.tree).toEqual(single.tree)
  expect(Object.keys(threaded.tree)).toHaveLength(246 + (isOccupied ? 1 : 0))
  expect(threaded.tree['dir 2/file 79']).toBe(`100755 1600000279250000000 ${Buffer.from(seededBytes('2/79', 79 * 131)).toString('base64')}`)
})

test('a restore of this size does use the threads: one that ends stops it by name', async () => {
  await expect(restored(2, CRASHING, false)).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
})
