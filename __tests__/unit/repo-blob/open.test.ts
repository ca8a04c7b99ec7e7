import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OpenStorageOptions, openStorage } from '../../../src/repo/blob/open.ts'
import { filesystemStorageConfig, parseFilesystemConfig } from '../../../src/repo/blob/storage-config.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'

const existing: OpenStorageOptions = { mode: 'existing', clock: new FakeClock(), platform: process.platform }
const create: OpenStorageOptions = { ...existing, mode: 'create' }
const at = (path: string) => ({ kind: 'filesystem', path }) as const

describe('opening a location', () => {
  it('tells a missing folder, a file, an empty folder and a folder of something else apart, and leaves all as they were', async () => {
    const path = await tempDir()
    await mkdir(join(path, 'empty'))
    await mkdir(join(path, 'photos/2024'), { recursive: true })
    await writeFile(join(path, 'photos/cat.jpg'), 'cat')
    await expect(openStorage(at(join(path, 'typo')), existing)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_ROOT_MISSING' })
    await expect(openStorage(at(join(path, 'photos/cat.jpg')), existing)).rejects.toMatchObject({
      code: 'CAIRN_STORAGE_ROOT_MISSING',
      message: expect.stringContaining('not a directory'),
    })
    await expect(openStorage(at(join(path, 'empty')), existing)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
    await expect(openStorage(at(join(path, 'photos')), existing)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FOREIGN' })
    expect((await readdir(path, { recursive: true })).sort()).toEqual(['empty', 'photos', 'photos/2024', 'photos/cat.jpg'])
  })

  it('makes a folder only to create a repository, and never among other files', async () => {
    const path = await tempDir()
    const storage = await openStorage(at(join(path, 'a/b')), create)
    await storage.putBlob('kopia.repository', [utf8('{}')], { onlyIfAbsent: true })
    expect((await readdir(join(path, 'a/b'))).sort()).toEqual(['.shards', 'kopia.repository.f'])
    await writeFile(join(path, 'a/note.txt'), 'x')
    await expect(openStorage(at(join(path, 'a')), create)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FOREIGN' })
  })

  it('lets only one of two creators win, and the other hear of it', async () => {
    const path = await tempDir()
    const [first, second] = await Promise.all([openStorage(at(path), create), openStorage(at(path), create)])
    const outcomes = await Promise.allSettled(
      [first, second].map((storage) => storage.putBlob('kopia.repository', [utf8('{}')], { onlyIfAbsent: true })),
    )
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    const third = await openStorage(at(path), create)
    await expect(third.putBlob('kopia.repository', [utf8('{}')], { onlyIfAbsent: true })).rejects.toMatchObject({
      code: 'CAIRN_BLOB_EXISTS',
    })
  })

  it('can create again where an earlier attempt was interrupted', async () => {
    const path = await tempDir()
    for (const name of ['.shards', 'kopia.repository.f.tmp.0123456789abcdef', '.gitignore'])
      await writeFile(join(path, name), '{"default":[2]}')
    await (await openStorage(at(path), create)).putBlob('kopia.repository', [utf8('{}')])
    expect(await readFile(join(path, 'ko/pia.repository.f'), 'utf8')).toBe('{}')
  })

  it('takes the storage member of a config file, and writes nothing when asked to only read', async () => {
    const path = await tempDir()
    await writeFile(join(path, 'kopia.repository.f'), '{}')
    const storage = await openStorage(filesystemStorageConfig({ path }), { ...existing, readonly: true })
    expect(await storage.getBlob('kopia.repository')).toHaveLength(2)
    await expect(storage.putBlob('xe1', [])).rejects.toMatchObject({ code: 'CAIRN_STORAGE_READONLY' })
    expect(await readdir(path)).toEqual(['kopia.repository.f'])
  })

  it('refuses a kind of store that it does not know, naming none of their settings', async () => {
    const refused = { code: 'CAIRN_NOT_SUPPORTED', message: expect.stringContaining('"tape"') }
    const stored = { type: 'tape', config: { bucket: 'b', secretAccessKey: 'hunter2' } }
    await expect(openStorage(stored, existing)).rejects.toMatchObject(refused)
    await expect(openStorage(stored, existing)).rejects.not.toThrow('hunter2')
  })

  it('checks every setting of a stored filesystem', () => {
    const parse = (config: Record<string, unknown>) => parseFilesystemConfig({ type: 'filesystem', config }, 'linux')
    expect(parse({ path: '/r', fileMode: 384, dirMode: 448, dirShards: null })).toEqual({ path: '/r', fileMode: 0o600, dirMode: 0o700 })
    expect(parse({ path: '/r', fileMode: 0, uid: 0, gid: 1, dirShards: [] })).toEqual({ path: '/r', uid: 0, gid: 1, shards: [] })
    for (const wrong of [
      {},
      { path: 'r' },
      { path: 3 },
      { path: '/r', fileMode: '600' },
      { path: '/r', dirMode: -1 },
      { path: '/r', uid: 0.5 },
      { path: '/r', dirShards: [-1] },
      { path: '/r', dirShards: 'x' },
    ]) {
      expect(() => parse(wrong), JSON.stringify(wrong)).toThrow(expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID' }))
    }
    expect(parseFilesystemConfig({ type: 'filesystem', config: { path: 'C:\\r' } }, 'win32')).toEqual({ path: 'C:\\r' })
  })
})
