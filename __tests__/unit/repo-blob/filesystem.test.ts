import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFilesystemStorage } from '../../../src/repo/blob/filesystem.ts'
import type { BlobStorage } from '../../../src/repo/blob/storage.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { tempDir } from '../../support/temp-dir.ts'

const PACK = 'p397f1872b7ce740337835ebf56139c00-s9a2318e322928da4147'

describe('a filesystem repository', () => {
  it('lies as kopia would lay it out', async () => {
    const path = await tempDir()
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob('kopia.repository', [utf8('{}')])
    await storage.putBlob(PACK, [utf8('pack')])
    expect(await readFile(join(path, '.shards'), 'utf8')).toBe('{"default":[1,3],"maxNonShardedLength":20}\n')
    expect(await filesBelow(path)).toEqual(['.shards', 'kopia.repository.f', 'p/397/f1872b7ce740337835ebf56139c00-s9a2318e322928da4147.f'])
  })

  it.skipIf(process.platform === 'win32')('keeps files and directories private unless told otherwise', async () => {
    const path = await tempDir()
    const modeOf = async (name: string) => ((await stat(join(path, name))).mode & 0o777).toString(8)
    await (await openFilesystemStorage({ path: join(path, 'a') }, { create: true })).putBlob(PACK, [utf8('x')])
    expect([await modeOf('a'), await modeOf('a/p'), await modeOf('a/p/397'), await modeOf('a/.shards')]).toEqual([
      '700',
      '700',
      '700',
      '600',
    ])
    expect(await modeOf('a/p/397/f1872b7ce740337835ebf56139c00-s9a2318e322928da4147.f')).toBe('600')
    const open = { path: join(path, 'b'), fileMode: 0o440, dirMode: 0o750 }
    await (await openFilesystemStorage(open, { create: true })).putBlob(PACK, [utf8('x')])
    expect([await modeOf('b/p/397'), await modeOf('b/p/397/f1872b7ce740337835ebf56139c00-s9a2318e322928da4147.f')]).toEqual(['750', '440'])
  })

  it('without .shards is read with the layout of old repositories', async () => {
    const path = await tempDir()
    await mkdir(join(path, 'p39/7f1'), { recursive: true })
    await writeFile(join(path, 'p39/7f1/872b7ce740337835ebf56139c00-s9a2318e322928da4147.f'), 'old')
    const storage = await openFilesystemStorage({ path })
    expect(text(await storage.getBlob(PACK))).toBe('old')
    expect(await readdir(path)).toEqual(['p39'])
    await storage.putBlob('xe1', [utf8('x')])
    expect(await readFile(join(path, '.shards'), 'utf8')).toBe('{"default":[3,3],"maxNonShardedLength":20}\n')
  })

  it('takes the layout of .shards over any option', async () => {
    const path = await tempDir()
    await writeFile(join(path, '.shards'), '{"default":[2],"maxNonShardedLength":5}')
    const storage = await openFilesystemStorage({ path, shards: [1, 3] }, { create: true })
    await storage.putBlob('abcdefgh', [utf8('x')])
    expect(await filesBelow(path)).toEqual(['.shards', 'ab/cdefgh.f'])
  })

  it('is not opened when .shards is damaged or far too long', async () => {
    const path = await tempDir()
    for (const content of ['{"default":', '\xff', ' '.repeat(100_000)]) {
      await writeFile(join(path, '.shards'), content, 'latin1')
      await expect(openFilesystemStorage({ path })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_SHARDS_INVALID' })
    }
  })

  it('lets two creators with different layouts agree on the one that was first', async () => {
    const path = await tempDir()
    const first = await openFilesystemStorage({ path, shards: [1, 3] }, { create: true })
    const second = await openFilesystemStorage({ path, shards: [] }, { create: true })
    await first.putBlob('xe1', [utf8('x')])
    await second.putBlob(PACK, [utf8('x')])
    expect(await ids(first, 'p')).toEqual([PACK])
    expect(text(await first.getBlob(PACK))).toBe('x')
  })

  it('is never made by opening, reading or writing', async () => {
    const parent = await tempDir()
    const path = join(parent, 'typo')
    await expect(openFilesystemStorage({ path })).rejects.toMatchObject({
      code: 'CAIRN_STORAGE_ROOT_MISSING',
      message: expect.stringContaining(path),
    })
    await expect(openFilesystemStorage({ path }, { create: true, readonly: true })).rejects.toMatchObject({
      code: 'CAIRN_STORAGE_ROOT_MISSING',
    })
    expect(await readdir(parent)).toEqual([])
    await writeFile(path, 'a file')
    await expect(openFilesystemStorage({ path })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_ROOT_MISSING' })
    await expect(openFilesystemStorage({ path }, { create: true })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_ROOT_MISSING' })
  })

  it('that is unmounted meanwhile is not made anew in its place', async () => {
    const path = await tempDir()
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob('xe1', [utf8('x')])
    await rm(path, { recursive: true })
    const missing = { code: 'CAIRN_STORAGE_ROOT_MISSING' }
    await expect(storage.putBlob('xe2', [utf8('x')])).rejects.toMatchObject(missing)
    await expect(storage.putBlob(PACK, [utf8('x')])).rejects.toMatchObject(missing)
    await expect(storage.getBlob('xe1')).rejects.toMatchObject(missing)
    await expect(storage.statBlob('xe1')).rejects.toMatchObject(missing)
    await expect(ids(storage, '')).rejects.toMatchObject(missing)
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('opened for reading only is left as it is', async () => {
    const path = await tempDir()
    const storage = await openFilesystemStorage({ path }, { readonly: true })
    await expect(storage.putBlob('xe1', [utf8('x')])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    await expect(storage.deleteBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    await expect(storage.removeTempFiles(0)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    expect(await ids(storage, '')).toEqual([])
    expect(await readdir(path)).toEqual([])
  })

  it('hides what is not a complete blob from listings', async () => {
    const path = await tempDir()
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob('xe1', [utf8('x')])
    await mkdir(join(path, 'dir.f'))
    for (const name of ['note.txt', 'xe2.f.tmp.0123456789abcdef', 'xe3']) await writeFile(join(path, name), 'x')
    expect(await ids(storage, '')).toEqual(['xe1'])
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that somebody put in place of a blob', async () => {
    const path = await tempDir()
    execFileSync('mkfifo', [join(path, 'xe1.f')])
    const storage = await openFilesystemStorage({ path })
    await expect(storage.getBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_IO' })
  })

  it('loses old leftovers of interrupted writes, and nothing else, when asked', async () => {
    const path = await tempDir()
    const storage = await openFilesystemStorage({ path }, { create: true })
    await storage.putBlob(PACK, [utf8('x')])
    const leftovers = ['xe1.f.tmp.0123456789abcdef', 'p/397/f18.f.tmp.fedcba9876543210', '.shards.tmp.0123456789abcdef']
    const others = ['xe1.f.tmp.0123', 'own.tmp', 'xe2.f.tmp.0123456789abcdef']
    for (const name of [...leftovers, ...others]) {
      await writeFile(join(path, name), 'half')
      await utimes(join(path, name), 1000, 1000)
    }
    await utimes(join(path, 'xe2.f.tmp.0123456789abcdef'), 5000, 5000)
    expect(await storage.removeTempFiles(4_000_000)).toBe(3)
    expect(await filesBelow(path)).toEqual([
      '.shards',
      'own.tmp',
      'p/397/f1872b7ce740337835ebf56139c00-s9a2318e322928da4147.f',
      'xe1.f.tmp.0123',
      'xe2.f.tmp.0123456789abcdef',
    ])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'in a directory without permission says so [as an ordinary user]',
    async () => {
      const path = await tempDir()
      const storage = await openFilesystemStorage({ path }, { create: true })
      await storage.putBlob('xe1', [utf8('x')])
      await chmod(path, 0o500)
      await expect(storage.putBlob('xe2', [utf8('x')])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
      await expect(storage.deleteBlob('xe1')).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FORBIDDEN' })
      await chmod(path, 0o700)
    },
  )
})

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

async function ids(storage: BlobStorage, prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const blob of storage.listBlobs(prefix)) found.push(blob.id)
  return found.sort()
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .flatMap((entry) =>
      entry.isFile()
        ? [
            join(entry.parentPath, entry.name)
              .slice(path.length + 1)
              .replaceAll('\\', '/'),
          ]
        : [],
    )
    .sort()
}
