import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ErrorCode } from '../../../src/errors.ts'
import { openFilesystemStorage } from '../../../src/repo/blob/filesystem.ts'
import { ensureWorkspaceFolder } from '../../../src/repo/blob/filesystem-workspace.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FaultyFiles, type FileFault, type FileStep } from '../../support/faulty-files.ts'
import { tempDir } from '../../support/temp-dir.ts'

const PACK = 'p397f1872b7ce740337835ebf56139c00-s9a2318e322928da4147'
const FULL = utf8('the whole content of a pack')
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountsWork()

/** A repository with one blob, opened over files that fail as scripted from then on. */
async function repositoryWith(...faults: FileFault[]) {
  const path = await tempDir()
  await (await openFilesystemStorage({ path }, { create: true })).putBlob('xe1', [FULL])
  const files = new FaultyFiles()
  const storage = await openFilesystemStorage({ path }, { files })
  files.arm(faults)
  return { path, files, storage }
}

describe('a write to a filesystem repository', () => {
  const steps: FileStep[] = ['createNew', 'write', 'sync', 'close', 'rename', 'syncDirectory', 'makeDirectory']
  const codes: [string, ErrorCode][] = [
    ['ENOSPC', 'CAIRN_STORAGE_FULL'],
    ['EDQUOT', 'CAIRN_STORAGE_FULL'],
    ['EFBIG', 'CAIRN_STORAGE_FULL'],
    ['EACCES', 'CAIRN_STORAGE_FORBIDDEN'],
    ['EPERM', 'CAIRN_STORAGE_FORBIDDEN'],
    ['EROFS', 'CAIRN_STORAGE_FORBIDDEN'],
    ['EIO', 'CAIRN_STORAGE_IO'],
    ['EMFILE', 'CAIRN_STORAGE_UNAVAILABLE'],
    ['ENFILE', 'CAIRN_STORAGE_UNAVAILABLE'],
    ['ESTALE', 'CAIRN_STORAGE_UNAVAILABLE'],
    ['ENAMETOOLONG', 'CAIRN_STORAGE_IO'],
  ]

  it.each(steps.flatMap((step) => codes.map(([system, code]) => [step, system, code] as const)))(
    'whose %s fails with %s is %s, leaves no temporary file and no short blob, and works afterwards',
    async (step, system, code) => {
      const { path, files, storage } = await repositoryWith({ step, code: system })
      await expect(storage.putBlob(PACK, [FULL])).rejects.toMatchObject({ code, message: expect.stringContaining(PACK) })
      expect(files.openFiles).toBe(0)
      await expectOnlyWholeBlobs(path)
      files.heal()
      await storage.putBlob(PACK, [FULL])
      expect(await storage.getBlob(PACK)).toEqual(FULL)
      expect(await storage.getBlob('xe1')).toEqual(FULL)
    },
  )

  it.each(['write', 'sync', 'close', 'rename'] as const)('that replaces a blob and fails in %s keeps the old one', async (step) => {
    const { path, files, storage } = await repositoryWith({ step, code: 'EIO' })
    await expect(storage.putBlob('xe1', [utf8('new')])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    files.heal()
    expect(await storage.getBlob('xe1')).toEqual(FULL)
    await expectOnlyWholeBlobs(path)
  })

  it('on a disk that fills up in the middle leaves nothing behind', async () => {
    const { path, storage } = await repositoryWith({ step: 'write', code: 'ENOSPC', writtenBytes: 5 })
    await expect(storage.putBlob(PACK, [FULL])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FULL' })
    await expectOnlyWholeBlobs(path)
  })

  it('that dies at any step leaves the old blob or the new one, and can be repeated', async () => {
    let survived = false
    for (let step = 1; !survived; step++) {
      expect(step).toBeLessThan(40)
      const path = await tempDir()
      const files = new FaultyFiles()
      const storage = await openFilesystemStorage({ path }, { create: true, files })
      files.dieAt(step)
      survived = await storage.putBlob(PACK, [FULL]).then(
        () => true,
        () => false,
      )
      const after = await openFilesystemStorage({ path, shards: [1, 3] })
      if ((await after.statBlob(PACK)) !== undefined) expect(await after.getBlob(PACK)).toEqual(FULL)
      await after.putBlob(PACK, [FULL])
      await after.removeTempFiles(Number.POSITIVE_INFINITY)
      await expectOnlyWholeBlobs(path)
    }
  })

  it('goes on where a short write ended, across parts', async () => {
    const path = await tempDir()
    const files = new FaultyFiles([], { maxWriteBytes: 3 })
    const storage = await openFilesystemStorage({ path }, { create: true, files })
    await storage.putBlob(PACK, [utf8('ab'), utf8(''), utf8('cdefg'), utf8('h'), utf8('ijk')])
    expect(await storage.getBlob(PACK)).toEqual(utf8('abcdefghijk'))
  })

  it('syncs the file before it gets its name, and the directory after', async () => {
    const { files, storage } = await repositoryWith()
    await storage.putBlob('xe2', [FULL])
    const from = files.steps.lastIndexOf('createNew')
    expect(files.steps.slice(from)).toEqual(['createNew', 'write', 'sync', 'close', 'rename', 'syncDirectory'])
  })

  it('never syncs the same file twice after a failed sync', async () => {
    const { files, storage } = await repositoryWith({ step: 'sync', code: 'EIO', call: 1 })
    await expect(storage.putBlob('xe2', [FULL])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
    const created = files.steps.filter((step) => step === 'createNew').length
    await storage.putBlob('xe2', [FULL])
    expect(files.steps.filter((step) => step === 'createNew').length).toBe(created + 1)
  })

  it('with onlyIfAbsent works where the volume has no hard links', async () => {
    const { path, storage } = await repositoryWith({ step: 'link', code: 'EPERM' })
    await storage.putBlob('kopia.repository', [FULL], { onlyIfAbsent: true })
    await expect(storage.putBlob('kopia.repository', [utf8('x')], { onlyIfAbsent: true })).rejects.toMatchObject({
      code: 'CAIRN_BLOB_EXISTS',
    })
    expect(await storage.getBlob('kopia.repository')).toEqual(FULL)
    await expectOnlyWholeBlobs(path)
  })

  it('keeps few files open, however many blobs are written at once', async () => {
    const { files, storage } = await repositoryWith()
    await Promise.all(Array.from({ length: 100 }, (_, i) => storage.putBlob(`xe${i + 10}`, [FULL])))
    expect(files.mostOpenFiles).toBeLessThanOrEqual(16)
    expect(files.openFiles).toBe(0)
  })

  it.skipIf(!canMount)('to a volume that is really full says so and heals when there is room [tmpfs, as root]', async () => {
    const path = await tempDir()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', path])
    onTestFinished(() => void execFileSync('umount', [path]))
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob('xe1', [FULL])
    await expect(storage.putBlob(PACK, [new Uint8Array(400_000)])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FULL' })
    await expectOnlyWholeBlobs(path)
    execFileSync('mount', ['-o', 'remount,size=1m', path])
    await storage.putBlob(PACK, [new Uint8Array(400_000)])
    expect(await storage.getBlob(PACK)).toHaveLength(400_000)
    execFileSync('mount', ['-o', 'remount,ro', path])
    await expect(storage.putBlob('xe2', [FULL])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
    await expect(storage.deleteBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
    expect(await storage.getBlob('xe1')).toEqual(FULL)
  })
})

describe('making the folder of a repository', () => {
  it('makes the parents that are missing', async () => {
    const path = join(await tempDir(), 'a/b/c')
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob('xe1', [FULL])
    expect(await storage.getBlob('xe1')).toEqual(FULL)
  })

  it.each([
    ['EROFS', 'CAIRN_STORAGE_FORBIDDEN'],
    ['EDQUOT', 'CAIRN_STORAGE_FULL'],
    ['EIO', 'CAIRN_STORAGE_IO'],
  ])('says what the system says of the first parent that is missing: %s', async (system, code) => {
    const dir = await tempDir()
    const files = new FaultyFiles([{ step: 'makeDirectory', code: system, call: 3 }])
    const opening = openFilesystemStorage({ path: join(dir, 'a/b/c') }, { create: true, files })
    await expect(opening).rejects.toMatchObject({ code, message: expect.stringContaining(`'${join(dir, 'a')}'`) })
    expect(await readdir(dir)).toEqual([])
  })

  it('never answers that nobody asked for it', async () => {
    const dir = await tempDir()
    await symlink(join(dir, 'nowhere'), join(dir, 'link'))
    for (const path of [join(dir, 'link'), join(dir, 'link/below')]) {
      const opening = openFilesystemStorage({ path }, { create: true })
      await expect(opening).rejects.toMatchObject({ code: 'CAIRN_STORAGE_ROOT_MISSING', message: `${path} is not a directory.` })
    }
    const files = new FaultyFiles([{ step: 'makeDirectory', code: 'ENOENT' }])
    await expect(openFilesystemStorage({ path: join(dir, 'new') }, { create: true, files })).rejects.toMatchObject({
      code: 'CAIRN_STORAGE_ROOT_MISSING',
      hint: expect.not.stringContaining('asked for'),
    })
  })

  it.skipIf(!canMount)('on a volume that is mounted read-only is forbidden, wherever the folder is [tmpfs, as root]', async () => {
    const dir = await tempDir()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=256k', 'tmpfs', dir])
    onTestFinished(() => void execFileSync('umount', [dir]))
    const forbidden = { code: 'CAIRN_STORAGE_FORBIDDEN', message: expect.stringContaining('read-only file system') }
    await expect(openFilesystemStorage({ path: join(dir, 'repo') }, { create: true })).rejects.toMatchObject(forbidden)
    await expect(openFilesystemStorage({ path: join(dir, 'deep/repo') }, { create: true })).rejects.toMatchObject(forbidden)
    await expect(ensureWorkspaceFolder(join(dir, '.cairn'))).rejects.toMatchObject(forbidden)
  })
})

describe('reading a filesystem repository', () => {
  it.each(['openForReading', 'read'] as const)('names the blob when %s fails, and is no "not found"', async (step) => {
    const { files, storage } = await repositoryWith({ step, code: 'EIO', path: 'xe1' })
    await expect(storage.getBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO', message: expect.stringContaining('xe1') })
    expect(files.openFiles).toBe(0)
  })

  it('fails to list rather than give a part of the list', async () => {
    for (const fault of [
      { step: 'readDirectory', code: 'EIO' },
      { step: 'status', code: 'EACCES', path: 'xe1.f' },
    ] satisfies FileFault[]) {
      const { storage } = await repositoryWith(fault)
      const listing = (async () => {
        for await (const _ of storage.listBlobs(''));
      })()
      await expect(listing).rejects.toMatchObject({ code: fault.code === 'EIO' ? 'CAIRN_STORAGE_IO' : 'CAIRN_STORAGE_FORBIDDEN' })
    }
  })

  it('leaves out of a listing what is deleted meanwhile', async () => {
    const { storage } = await repositoryWith({ step: 'status', code: 'ENOENT', path: 'xe1.f' })
    for await (const blob of storage.listBlobs('')) expect.fail(`listed ${blob.id}`)
  })

  it('says forbidden, not absent, when stat or delete may not look', async () => {
    const { storage } = await repositoryWith({ step: 'status', code: 'EACCES', path: 'xe1.f' }, { step: 'remove', code: 'EROFS' })
    await expect(storage.statBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
    await expect(storage.deleteBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
  })
})

/** Every `.f` below `path` holds all of what was put, and nothing else but `.shards` is there. */
async function expectOnlyWholeBlobs(path: string): Promise<void> {
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === '.shards') continue
    expect(entry.name).toMatch(/\.f$/)
    expect(new Uint8Array(await readFile(join(entry.parentPath, entry.name)))).toEqual(FULL)
  }
}

function mountsWork(): boolean {
  if (!existsSync('/proc/self/status')) return false
  try {
    const capabilities = execFileSync('sh', ['-c', "sed -n 's/^CapEff:[[:space:]]*//p' /proc/self/status"], { encoding: 'utf8' }).trim()
    const CAP_SYS_ADMIN = 21n
    return ((BigInt(`0x${capabilities}`) >> CAP_SYS_ADMIN) & 1n) === 1n
  } catch {
    return false
  }
}
