import { readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesystemStorageConfig, parseFilesystemConfig } from '../../../src/repo/blob/storage-config.ts'
import {
  type ClientConfig,
  DEFAULT_FORMAT_BLOB_CACHE_NS,
  readClientConfig,
  readPassword,
  removeClientConfig,
  removePassword,
  writeClientConfig,
  writePassword,
} from '../../../src/repo/config.ts'
import { formatClientConfig, parseClientConfig } from '../../../src/repo/config-format.ts'
import { tempDir } from '../../support/temp-dir.ts'

const golden = (name: string) => readFileSync(new URL(`../../golden/config/${name}`, import.meta.url), 'utf8')

const config: ClientConfig = {
  storage: filesystemStorageConfig({ path: '/srv/backups/demo' }),
  hostname: 'ci-runner',
  username: 'builder',
  enableActions: false,
}

describe('repository.config', () => {
  it.each(['default.config', 'every-option.config', 'flat-without-cache.config'])(
    'that kopia wrote (%s) is written back byte for byte',
    (name) => {
      expect(formatClientConfig(parseClientConfig(golden(name), name))).toBe(golden(name))
    },
  )

  it('made by us is the one kopia makes', () => {
    const caching = {
      cacheDirectory: '../../.cache/kopia/3735368807d67482',
      maxCacheSize: 5242880000,
      maxMetadataCacheSize: 5242880000,
      maxListCacheDuration: 30,
    }
    const description = 'Repository in Filesystem: /srv/backups/demo'
    const made = formatClientConfig({ ...config, caching, description, formatBlobCacheDurationNs: DEFAULT_FORMAT_BLOB_CACHE_NS })
    expect(made).toBe(golden('default.config'))
  })

  it('gives every field its meaning', () => {
    const parsed = parseClientConfig(golden('every-option.config'), 'f')
    expect(parsed).toMatchObject({
      hostname: 'ci.Runner.example',
      username: 'builder',
      isReadOnly: true,
      enableActions: true,
      description: 'x<y & "z" é',
      formatBlobCacheDurationNs: 900_000_000_000,
      throttlingLimits: { concurrentReads: 4 },
    })
    expect(parseFilesystemConfig(parsed.storage, 'linux')).toEqual({
      path: '/srv/backups/demo',
      fileMode: 0o640,
      dirMode: 0o750,
      uid: 1000,
      gid: 1001,
    })
    const flat = parseClientConfig(golden('flat-without-cache.config'), 'f')
    expect(parseFilesystemConfig(flat.storage, 'linux').shards).toEqual([])
    expect(flat).toMatchObject({ caching: {}, formatBlobCacheDurationNs: -1 })
  })

  it('keeps members and settings that this version does not know', () => {
    const text =
      '{"storage":{"type":"b2","config":{"keyID":"k","later":[1,{}]}},"hostname":"h","username":"u","enableActions":true,"later":{"a":[]}}'
    expect(JSON.parse(formatClientConfig(parseClientConfig(text, 'f')))).toEqual(JSON.parse(text))
  })

  it('of a connection to a kopia server is refused by name', () => {
    const text = '{"apiServer":{"url":"https://server:51515","serverCertFingerprint":"ab"},"hostname":"h","username":"u"}'
    expect(() => parseClientConfig(text, '/c/repository.config')).toThrow(
      expect.objectContaining({ code: 'CAIRN_NOT_SUPPORTED', message: expect.stringContaining('/c/repository.config') }),
    )
  })

  it('shows nothing of a file that is not JSON: it may hold keys', () => {
    expect(() => parseClientConfig('{"secretAccessKey": planted-secret}', 'f')).toThrow(
      expect.toSatisfy((error: Error) => error.cause === undefined && !error.message.includes('planted')),
    )
  })

  it.each(['', '[]', 'null', '{', '{}', '{"storage":"x"}', '{"storage":{"type":"filesystem"}}', '{"storage":{"type":1,"config":{}}}'])(
    'that holds %s is refused',
    (text) => {
      expect(() => parseClientConfig(text, 'f')).toThrow(expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID' }))
    },
  )

  it.each(['"hostname":1', '"enableActions":"yes"', '"readonly":1', '"formatBlobCacheDuration":1.5', '"caching":[]'])(
    'with %s is refused',
    (member) => {
      const text = `{"storage":{"type":"filesystem","config":{}},${member}}`
      expect(() => parseClientConfig(text, 'f')).toThrow(expect.objectContaining({ code: 'CAIRN_CONFIG_INVALID' }))
    },
  )

  it('is written whole and private into a directory that is made for it', async () => {
    const path = join(await tempDir(), 'new', 'kopia', 'repository.config')
    await writeClientConfig(path, config)
    await writeClientConfig(path, { ...config, isReadOnly: true })
    expect(await readClientConfig(path)).toMatchObject({ ...config, isReadOnly: true })
    expect(await readdir(join(path, '..'))).toEqual(['repository.config'])
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700)
    }
  })

  it('says not connected when it is absent, and names the file when it cannot be read or written', async () => {
    const dir = await tempDir()
    await expect(readClientConfig(join(dir, 'none.config'))).rejects.toMatchObject({ code: 'CAIRN_NOT_CONNECTED' })
    await mkdir(join(dir, 'folder.config'))
    const named = { message: expect.stringContaining('folder.config') }
    await expect(readClientConfig(join(dir, 'folder.config'))).rejects.toMatchObject({ code: 'CAIRN_CONFIG_UNREADABLE', ...named })
    await expect(writeClientConfig(join(dir, 'folder.config'), config)).rejects.toMatchObject({ code: 'CAIRN_CONFIG_UNWRITABLE', ...named })
    expect(await readdir(dir)).toEqual(['folder.config'])
    await writeFile(join(dir, 'file'), 'x')
    await expect(writeClientConfig(join(dir, 'file', 'c'), config)).rejects.toMatchObject({ code: 'CAIRN_CONFIG_UNWRITABLE' })
    await symlink(join(dir, 'nowhere'), join(dir, 'link'))
    await expect(writeClientConfig(join(dir, 'link', 'c'), config)).rejects.toMatchObject({ message: expect.stringContaining('EEXIST') })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'without permission is named, not taken for absent [as an ordinary user]',
    async () => {
      const path = join(await tempDir(), 'c')
      await writeClientConfig(path, config)
      await chmod(path, 0)
      await expect(readClientConfig(path)).rejects.toMatchObject({ code: 'CAIRN_CONFIG_UNREADABLE' })
    },
  )
})

describe('the stored password', () => {
  it('is the one kopia stored, and is stored as kopia does', async () => {
    const path = join(await tempDir(), 'repository.config')
    expect(await readPassword(path)).toBeUndefined()
    await writeFile(`${path}.kopia-password`, 'Y29ycmVjdCBob3JzZQ==')
    expect(await readPassword(path)).toBe('correct horse')
    await writePassword(path, 'grün & lang')
    expect(await readFile(`${path}.kopia-password`, 'utf8')).toBe(Buffer.from('grün & lang').toString('base64'))
    expect(await readPassword(path)).toBe('grün & lang')
    if (process.platform !== 'win32') expect((await stat(`${path}.kopia-password`)).mode & 0o777).toBe(0o600)
  })

  it('goes with the connection', async () => {
    const path = join(await tempDir(), 'repository.config')
    await writeClientConfig(path, config)
    await writePassword(path, 'x')
    expect(await removeClientConfig(path)).toBe(true)
    expect(await readdir(join(path, '..'))).toEqual([])
    expect(await removeClientConfig(path)).toBe(false)
    await removePassword(path)
  })

  it('that is no base64 text is refused without being shown', async () => {
    const path = join(await tempDir(), 'repository.config')
    for (const content of ['hunter2!', 'aGk', '\xff\xfe', '////']) {
      await writeFile(`${path}.kopia-password`, content, 'latin1')
      await expect(readPassword(path)).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_FILE_INVALID' })
      await expect(readPassword(path)).rejects.not.toThrow('hunter2')
    }
  })
})
