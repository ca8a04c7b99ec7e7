import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommandInput } from '../../../src/cli/command-spec.ts'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { parseCommandLine } from '../../../src/cli/program.ts'
import { readCacheSettings } from '../../../src/cli/read-cache-flags.ts'
import { readCacheFor } from '../../../src/commands/read-cache.ts'
import { runInProcess } from '../../support/cli-in-process.ts'
import { tempDir } from '../../support/temp-dir.ts'

const PASSWORD = 'correct-horse-battery'

async function client() {
  const dir = await tempDir()
  mkdirSync(join(dir, 'repo'))
  /** What the storage was asked for: `get x…`, `list x`, .... */
  const asked: string[] = []
  const cli = async (command: string, env: Record<string, string> = {}) => {
    const messages: string[] = []
    const options = { dir, configPath: join(dir, 'cairn.config'), password: PASSWORD, env, messages }
    const result = await runInProcess(command.split(' '), options)
    asked.length = 0
    for (const line of messages) {
      const request = /^debug storage: (\w+ \S+?):? /.exec(line)?.[1]
      if (request !== undefined) asked.push(request)
    }
    return result
  }
  await cli(`repository create filesystem --path ${join(dir, 'repo')}`)
  const gets = () => asked.filter((request) => /^get [xq]/.test(request)).length
  return { dir, cli, gets }
}

it('serves a repository in a folder when a folder for it is named, and commands that check the storage never', async () => {
  const { dir, cli, gets } = await client()
  await cli('manifest list')
  expect(gets()).toBe(2)
  expect(existsSync(join(dir, '.cache'))).toBe(false)
  const list = () => cli('manifest list', { CAIRN_CACHE_DIRECTORY: join(dir, 'kept') })
  await list()
  expect(gets()).toBe(2)
  const { stdout } = await list()
  expect(gets()).toBe(0)
  expect(stdout).toBe((await cli('manifest list')).stdout)
  await cli(`--read-cache-directory ${join(dir, 'kept')} snapshot verify`)
  expect(gets()).toBe(2)
  await cli(`--read-cache-directory ${join(dir, 'kept')} --read-cache-size-mb 0 manifest list`)
  expect(gets()).toBe(2)
})

it('is told of by cache info and emptied by cache clear, beside that of kopia', async () => {
  const { dir, cli, gets } = await client()
  const kept = join(dir, 'kept')
  await cli(`--read-cache-directory ${kept} manifest list`)
  const info = await cli(`--read-cache-directory ${kept} cache info`)
  expect(info.messages.at(-1)).toMatch(new RegExp(`^info Cairn keeps copies of this repository in ${kept}: 2 files 4\\.\\d KB \\(`))
  expect(info.stdout).not.toContain(kept)
  expect((await cli('cache info')).messages.join('\n')).not.toContain('Cairn keeps')
  await cli(`--read-cache-directory ${kept} cache clear`)
  await cli(`--read-cache-directory ${kept} manifest list`)
  expect(gets()).toBe(2)
  expect(readdirSync(kept).sort()).toContain('CACHEDIR.TAG')
})

async function globalsOf(...flags: string[]): Promise<CommandInput> {
  const parsed = await parseCommandLine(COMMANDS, [...flags, 'manifest', 'list'], {}, 'cairn')
  if (parsed.kind !== 'command') throw new Error('no command')
  return parsed.globals
}

const USER = { platform: 'linux', env: { XDG_CACHE_HOME: '/var/me' }, home: '/home/me', workingDirectory: '/work' }

it('is on for stores that are far away, in a folder beside those of kopia', async () => {
  const readCache = readCacheSettings(await globalsOf(), USER)
  expect(readCache).toEqual({ directory: '/var/me/cairn', limitBytes: 500_000_000, isForAll: false })
  for (const type of ['s3', 'azureBlob', 'gcs']) expect(readCacheFor({ readCache }, { type, config: {} })).toBe(readCache)
  for (const type of ['filesystem', 'actions-cache']) expect(readCacheFor({ readCache }, { type, config: {} })).toBeUndefined()
})

it('lies where it is told to, as large as it is told to', async () => {
  const named = readCacheSettings(await globalsOf('--read-cache-directory', 'kept', '--read-cache-size-mb', '1.5'), USER)
  expect(named).toEqual({ directory: '/work/kept', limitBytes: 1_500_000, isForAll: true })
  expect(readCacheSettings(await globalsOf('--read-cache-size-mb', '0'), USER)).toBeUndefined()
  const negative = await globalsOf('--read-cache-size-mb=-1')
  expect(() => readCacheSettings(negative, USER)).toThrow('--read-cache-size-mb')
})
