import { describe, expect, it } from 'vitest'
import { defaultCaching, resolveConfigPath, type UserDirectories } from '../../../src/repo/config-path.ts'

const linux: UserDirectories = { platform: 'linux', env: { HOME: '/home/builder' }, home: '/root', workingDirectory: '/work' }
const mac: UserDirectories = { ...linux, platform: 'darwin' }
const windows: UserDirectories = {
  platform: 'win32',
  env: { APPDATA: 'C:\\Users\\b\\AppData\\Roaming', LOCALAPPDATA: 'C:\\Users\\b\\AppData\\Local' },
  home: 'C:\\Users\\b',
  workingDirectory: 'D:\\work',
}

describe('the path of repository.config', () => {
  it.each([
    ['linux', linux, '/home/builder/.config/kopia/repository.config'],
    ['linux with XDG_CONFIG_HOME', { ...linux, env: { XDG_CONFIG_HOME: '/x' } }, '/x/kopia/repository.config'],
    ['linux without HOME', { ...linux, env: {} }, '/root/.config/kopia/repository.config'],
    ['openbsd', { ...linux, platform: 'openbsd', env: { HOME: '/h', XDG_CONFIG_HOME: '/x' } }, '/h/.config/kopia/repository.config'],
    ['macOS', mac, '/home/builder/Library/Application Support/kopia/repository.config'],
    ['Windows', windows, 'C:\\Users\\b\\AppData\\Roaming\\kopia\\repository.config'],
  ])('on %s is the one kopia uses', (_name, user, path) => {
    expect(resolveConfigPath(undefined, user)).toBe(path)
  })

  it('takes a bare name of KOPIA_CONFIG_PATH in the default directory and anything else as a path', () => {
    const withEnv = (value: string) => resolveConfigPath(undefined, { ...linux, env: { HOME: '/h', KOPIA_CONFIG_PATH: value } })
    expect(withEnv('second.config')).toBe('/h/.config/kopia/second.config')
    expect(withEnv('./second.config')).toBe('/work/second.config')
    expect(withEnv('/etc/k.config')).toBe('/etc/k.config')
    expect(withEnv('')).toBe('/h/.config/kopia/repository.config')
    expect(resolveConfigPath('conf\\k.config', windows)).toBe('D:\\work\\conf\\k.config')
  })

  it('prefers what was asked for to KOPIA_CONFIG_PATH', () => {
    expect(resolveConfigPath('/a/flag', { ...linux, env: { KOPIA_CONFIG_PATH: '/a/env' } })).toBe('/a/flag')
  })
})

describe("kopia's cache in a new config file", () => {
  it('is named as kopia named it for the same repository and file', () => {
    // From the repository that golden/config/default.config belongs to.
    const uniqueId = new Uint8Array(Buffer.from('0nMIFead5CJ4tn/R5nbcP/wirtP6xC9InRUlUQphAro=', 'base64'))
    const caching = defaultCaching('/home/builder/.config/kopia/repository.config', uniqueId, linux)
    expect(caching).toEqual({
      cacheDirectory: '../../.cache/kopia/3735368807d67482',
      maxCacheSize: 5242880000,
      maxMetadataCacheSize: 5242880000,
      maxListCacheDuration: 30,
    })
  })

  it('lies in the cache directory of each system', () => {
    const directory = (path: string, user: UserDirectories) => defaultCaching(path, new Uint8Array(32), user)['cacheDirectory']
    expect(directory('/c/k', { ...linux, env: { XDG_CACHE_HOME: '/x' } })).toMatch(/^\.\.\/x\/kopia\/[0-9a-f]{16}$/)
    expect(directory('/c/k', mac)).toMatch(/^\.\.\/home\/builder\/Library\/Caches\/kopia\/[0-9a-f]{16}$/)
    expect(directory('C:\\Users\\b\\k', windows)).toMatch(/^AppData\\Local\\kopia\\[0-9a-f]{16}$/)
    expect(directory('D:\\k', windows)).toMatch(/^C:\\Users\\b\\AppData\\Local\\kopia\\[0-9a-f]{16}$/)
  })
})
