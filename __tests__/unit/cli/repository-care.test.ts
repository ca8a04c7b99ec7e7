/** The commands that look after a repository and a connection, as they are typed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInProcess } from '../../support/cli-in-process.ts'
import { scriptedServer } from '../../support/scripted-server.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const PASSWORD = 'correct-horse'
let dir: string
let configPath: string

interface Options {
  readonly password?: string
  readonly config?: string
  readonly env?: Record<string, string>
  readonly input?: string
  readonly messages?: string[]
}
const cli = (line: string, { password = PASSWORD, config, ...rest }: Options = {}) =>
  runInProcess(line.split(' '), { dir, configPath: config ?? configPath, password, ...rest })
const configOf = (path = configPath) => JSON.parse(readFileSync(path, 'utf8'))

beforeAll(async () => {
  dir = await makeTempDir('cairn-care')
  configPath = join(dir, 'one.config')
  mkdirSync(join(dir, 'cli'))
  await cli(`repository create filesystem --path ${join(dir, 'repo')}`)
})

afterAll(() => removeDir(dir))

describe('a token', () => {
  it('connects elsewhere, with the password when it was put in', async () => {
    const { stdout } = await cli('repository status --reconnect-token --reconnect-token-with-password')
    const token = /--token (\S+)/.exec(stdout)?.[1] ?? ''
    expect(stdout).toContain('NOTICE')
    for (const [line, input] of [
      [`repository connect from-config --token ${token}`, ''],
      ['repository connect from-config --token-stdin', `${token}\n`],
    ] as const) {
      const config = join(dir, 'two.config')
      await cli(line, { config, password: '', input })
      expect(configOf(config).storage).toEqual(configOf().storage)
    }
    writeFileSync(join(dir, 'token'), token)
    await cli(`repository connect from-config --token-file ${join(dir, 'token')} --readonly`, { config: join(dir, 'three.config') })
    expect(configOf(join(dir, 'three.config'))).toMatchObject({ readonly: true })
  })

  it('is not printed unless asked for, and has no password of its own accord', async () => {
    expect((await cli('repository status')).stdout).not.toContain('--token')
    const { stdout } = await cli('repository status -t')
    const token = /--token (\S+)/.exec(stdout)?.[1] ?? ''
    expect(Buffer.from(token, 'base64url').toString()).not.toContain(PASSWORD)
  })

  it('is said to hold the credentials of the storage, beside what is printed', async () => {
    const format = readFileSync(join(dir, 'repo', 'kopia.repository.f'), 'utf8')
    const server = await scriptedServer(({ path }) => {
      if (path.includes('/o/kopia.repository')) return { body: format }
      return path.includes('/o?') ? { body: '{}' } : { status: 404, body: 'No such object.' }
    })
    const env = { STORAGE_EMULATOR_HOST: server.host }
    const config = join(dir, 'gcs.config')
    const tokenOf = async (more: object) => {
      const storage = { type: 'gcs', config: { bucket: 'team-backups', ...more } }
      writeFileSync(config, JSON.stringify({ ...configOf(), storage }))
      return await cli('repository status -t', { config, env })
    }
    expect((await tokenOf({})).messages.filter((line) => line.startsWith('notice'))).toEqual([])
    const { stdout, messages } = await tokenOf({ credentials: { private_key: 'KEY' } })
    const [, token = ''] = /--token (\S+)/.exec(stdout) ?? []
    expect(Buffer.from(token, 'base64url').toString()).toContain('KEY')
    expect(messages).toContain('notice Whoever has this token can read the credentials of the storage in it (credentials): keep it secret.')
    expect(stdout.trimEnd().endsWith(token)).toBe(true)
  })

  it('is asked for in exactly one way', async () => {
    await expect(cli('repository connect from-config')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    await expect(cli('repository connect from-config --token a --token-stdin')).rejects.toThrow(/Only one/)
  })

  it('also says where to create a repository', async () => {
    const config = join(dir, 'new.config')
    const storage = { type: 'filesystem', config: { path: join(dir, 'repo-of-token'), dirShards: null } }
    const token = Buffer.from(JSON.stringify({ version: '1', storage })).toString('base64url')
    await cli(`repository create from-config --token ${token}`, { config })
    expect((await cli('repository status --json', { config })).code).toBe(0)
  })
})

describe('another connection file', () => {
  it('lends its storage', async () => {
    const config = join(dir, 'lent.config')
    await cli(`repository connect from-config --file ${configPath}`, { config })
    expect(configOf(config).storage).toEqual(configOf().storage)
  })

  it('also says where to create a repository', async () => {
    const [config, other] = [join(dir, 'made.config'), join(dir, 'other.config')]
    const storage = { type: 'filesystem', config: { path: join(dir, 'repo-of-file'), dirShards: null } }
    writeFileSync(other, JSON.stringify({ storage, hostname: 'h', username: 'u' }))
    await cli(`repository create from-config --file ${other}`, { config })
    expect(configOf(config).storage).toMatchObject(storage)
    expect((await cli('repository status --json', { config })).code).toBe(0)
  })
})

describe('status', () => {
  it('has the members of kopia in their order, escaped as Go does', async () => {
    await cli('repository set-client --description a<b')
    const { stdout } = await cli('repository status --json')
    expect(stdout).toContain('"description":"a\\u003cb"')
    const json = JSON.parse(stdout)
    expect(Object.keys(json.clientOptions)).toEqual(['hostname', 'username', 'description', 'enableActions', 'formatBlobCacheDuration'])
    expect(Object.keys(json.contentFormat)).toEqual([
      'hash',
      'encryption',
      'version',
      'maxPackSize',
      'indexVersion',
      'epochParameters',
      'enablePasswordChange',
    ])
    expect(json.blobRetention).toEqual({})
  })

  it('says which epoch is being written', async () => {
    expect((await cli('repository status')).stdout).toMatch(/^Epoch Manager: {7}enabled\nCurrent Epoch: 0\n\nEpoch refresh/m)
  })
})

describe('set-client', () => {
  it('changes the connection file and nothing else', async () => {
    const before = configOf()
    await cli('repository set-client --username ci --hostname builds --read-only --repository-format-cache-duration 5m')
    expect(configOf()).toEqual({ ...before, username: 'ci', hostname: 'builds', readonly: true, formatBlobCacheDuration: 300_000_000_000 })
    await expect(cli('repository change-password --new-password x')).rejects.toMatchObject({ code: 'CAIRN_REPOSITORY_READONLY' })
    await cli('repository set-client --read-write --disable-repository-format-cache')
    expect(configOf()).toMatchObject({ formatBlobCacheDuration: -1 })
    expect(configOf()).not.toHaveProperty('readonly')
  })

  it('fails when nothing changes', async () => {
    await expect(cli('repository set-client')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    await expect(cli('repository set-client --read-write')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })
})

describe('set-parameters', () => {
  it('shows in the status', async () => {
    await cli('repository set-params --max-pack-size-mb 30 --epoch-min-duration 30h --epoch-advance-on-size-mb 3')
    const json = JSON.parse((await cli('repository status --json')).stdout)
    expect(json.contentFormat).toMatchObject({
      maxPackSize: 31_457_280,
      epochParameters: { MinEpochDuration: 108_000_000_000_000, EpochAdvanceOnTotalSizeBytesThreshold: 3_145_728 },
    })
  })

  it('says so when nothing changes, and fails for values out of range', async () => {
    expect((await cli('repository set-parameters')).messages).toEqual(['info Nothing changes.'])
    await expect(cli('repository set-parameters --epoch-advance-on-count 9')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
    await expect(cli('repository set-parameters --max-pack-size-mb many')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  it('refuses retention that the storage cannot give, before anything is written', async () => {
    const line = 'repository set-parameters --retention-mode GOVERNANCE --retention-period 48h'
    await expect(cli(line)).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
    expect(JSON.parse((await cli('repository status --json')).stdout).blobRetention).toEqual({})
  })

  it("takes kopia's old copies of the format away", async () => {
    const cache = join(dir, 'cache')
    mkdirSync(join(cache, 'contents'), { recursive: true })
    writeFileSync(join(cache, 'kopia.repository'), 'old')
    await cli(`cache set --cache-directory ${cache}`)
    await cli('repository set-parameters --max-pack-size-mb 20')
    expect(readdirSync(cache)).toEqual(['contents'])
  })
})

describe('change-password', () => {
  it('locks the old one out, there and back', async () => {
    await cli('repository change-password', { env: { KOPIA_NEW_PASSWORD: ' other ' } })
    await expect(cli('repository status')).rejects.toMatchObject({ code: 'CAIRN_PASSWORD_WRONG' })
    expect((await cli('repository status', { password: 'other' })).code).toBe(0)
    await cli(`repository change-password --new-password ${PASSWORD}`, { password: 'other' })
    expect((await cli('repository status')).code).toBe(0)
  })

  it('takes the password of the environment for the old one only', async () => {
    await expect(cli('repository change-password')).rejects.toThrow('No new password was given.')
  })

  it('renews the password file where there is one', async () => {
    writeFileSync(`${configPath}.kopia-password`, Buffer.from(PASSWORD).toString('base64'))
    await cli('repository change-password --new-password newer')
    expect(readFileSync(`${configPath}.kopia-password`, 'utf8')).toBe(Buffer.from('newer').toString('base64'))
    await cli(`repository change-password --new-password ${PASSWORD}`, { password: 'newer' })
  })
})

describe('throttle', () => {
  it('shows limits as kopia does, and keeps them in the connection file', async () => {
    await cli('repository throttle set --upload-bytes-per-second 1000000.5 --read-requests-per-second 12.5 --concurrent-reads 5')
    expect((await cli('repository throttle get')).stdout).toBe(
      [
        'Max Download Speed:            (unlimited)',
        'Max Upload Speed:              1 MB/s',
        'Max Read Requests Per Second:  13',
        'Max Write Requests Per Second: (unlimited)',
        'Max List Requests Per Second:  (unlimited)',
        'Max Concurrent Reads:          5',
        'Max Concurrent Writes:         (unlimited)',
        '',
      ].join('\n'),
    )
    const json = '{"readsPerSecond":12.5,"maxUploadSpeedBytesPerSecond":1000000.5,"concurrentReads":5}'
    expect((await cli('repository throttle get --json')).stdout).toBe(`${json}\n`)
    await cli('repository throttle set --upload-bytes-per-second unlimited --read-requests-per-second - --concurrent-reads 0')
    expect(configOf().throttlingLimits).toEqual({})
    await expect(cli('repository throttle set --concurrent-reads 1.5')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })
})

describe('a connection for reading only', () => {
  it.each(['policy set --global --keep-latest 5', 'policy delete --global', 'snapshot pin 00 --add x', 'snapshot expire --all --delete'])(
    'refuses %s before anything is said, and names the way out',
    async (line) => {
      const config = join(dir, 'read-only.config')
      await cli(`repository connect filesystem --path ${join(dir, 'repo')} --readonly`, { config })
      const messages: string[] = []
      const refused = { code: 'CAIRN_REPOSITORY_READONLY', hint: expect.stringContaining('set-client --read-write') }
      await expect(cli(line, { config, messages })).rejects.toMatchObject(refused)
      expect(messages.filter((text) => !text.startsWith('debug '))).toEqual([])
    },
  )
})

describe('cache', () => {
  it('changes what was given, in megabytes of a million bytes, and says when nothing was', async () => {
    await cli('cache set --content-cache-size-mb 33 --metadata-cache-size-limit-mb 441 --max-list-cache-duration 55s')
    expect(configOf().caching).toMatchObject({ maxCacheSize: 33e6, metadataCacheSizeLimitBytes: 441e6, maxListCacheDuration: 55 })
    await expect(cli('cache set')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  it('is described as kopia makes it, where there is nothing of it yet', async () => {
    const config = join(dir, 'no-cache.config')
    await cli(`repository connect filesystem --path ${join(dir, 'repo')} --cache-directory ${join(dir, 'no-cache')}`, { config })
    const { stdout, messages } = await cli('cache info', { config })
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.replace(`${dir}/no-cache/`, '').split(':')[0])).toEqual([
      'blob-list',
      'contents',
      'index-blobs',
      'indexes',
      'metadata',
      'own-writes',
    ])
    expect(lines[5]).toBe(`${join(dir, 'no-cache', 'own-writes')}: 0 files 0 B`)
    expect(messages[0]).toContain('Kopia has kept nothing')
    expect(existsSync(join(dir, 'no-cache'))).toBe(false)
  })

  it('describes and empties what kopia left, and nothing else in that folder', async () => {
    const cache = join(dir, 'kopia-cache')
    for (const name of ['contents', 'blob-list', 'mine']) mkdirSync(join(cache, name), { recursive: true })
    writeFileSync(join(cache, 'contents', 'one'), 'x'.repeat(1500))
    await cli(`cache set --cache-directory ${cache}`)
    expect((await cli('cache info --path')).stdout).toBe(`${cache}\n`)
    const lines = (await cli('cache info')).stdout.split('\n')
    expect(lines[0]).toBe(`${join(cache, 'blob-list')}: 0 files 0 B (duration: 55s)`)
    expect(lines[1]).toBe(`${join(cache, 'contents')}: 1 files 1.5 KB (soft limit: 33 MB, hard limit: none, min sweep age: 10m0s)`)
    await cli('cache clear --partial blob-list')
    expect(readdirSync(cache).sort()).toEqual(['contents', 'mine'])
    await cli('cache clear')
    expect(readdirSync(cache)).toEqual(['mine'])
    expect(existsSync(join(dir, 'repo', 'kopia.repository.f'))).toBe(true)
  })
})

describe('sync-to', () => {
  it('makes a copy that opens, says what it would do, and does nothing twice', async () => {
    const copy = join(dir, 'copy')
    await expect(cli(`repository sync-to filesystem --path ${copy}`)).rejects.toMatchObject({
      code: 'CAIRN_STORAGE_ROOT_MISSING',
      hint: expect.stringContaining('make the folder first'),
    })
    mkdirSync(copy)
    await expect(cli(`repository sync-to filesystem --path ${copy} --must-exist`)).rejects.toMatchObject({ code: 'CAIRN_STORAGE_EMPTY' })
    const plan = await cli(`repository sync-to filesystem --path ${copy} --dry-run`)
    expect(plan.messages.at(-1)).toBe('info Nothing was changed.')
    expect(readdirSync(copy)).toEqual([])
    await cli(`repository sync-to filesystem --path ${copy} --times --parallel 4`)
    const again = await cli(`repository sync-to filesystem --path ${copy} --delete`)
    expect(again.messages.at(-1)).toBe('info Copied 0 blobs (0 B), removed 0 blobs (0 B).')
    const config = join(dir, 'copy.config')
    await cli(`repository connect filesystem --path ${copy}`, { config })
    const ids = await Promise.all([cli('repository status --json'), cli('repository status --json', { config })])
    const [one, two] = ids.map(({ stdout }) => JSON.parse(stdout))
    expect(two.uniqueIDHex).toBe(one.uniqueIDHex)
    await expect(cli(`repository sync-to filesystem --path ${join(dir, 'repo')}`)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  it('refuses another repository', async () => {
    const other = join(dir, 'other')
    await cli(`repository create filesystem --path ${other} --create-only`)
    await expect(cli(`repository sync-to filesystem --path ${other}`)).rejects.toMatchObject({ code: 'CAIRN_SYNC_OTHER_REPOSITORY' })
  })
})

describe('repair', () => {
  it('is dangerous, and has nothing to do where the format blob is there', async () => {
    const line = `repository repair filesystem --path ${join(dir, 'repo')}`
    await expect(cli(line)).rejects.toMatchObject({ code: 'CAIRN_DANGEROUS_COMMAND' })
    expect((await cli(`${line} --dangerous-commands enabled`)).messages[0]).toContain('Nothing to recover')
    const yes = cli(`${line} --dangerous-commands enabled --recover-format yes`)
    await expect(yes).rejects.toMatchObject({ code: 'CAIRN_FORMAT_REPLICA_MISSING' })
  })
})

it('validate-provider leaves nothing behind', async () => {
  const before = JSON.stringify(readdirSync(join(dir, 'repo'), { recursive: true }).filter((name) => String(name).endsWith('.f')))
  await cli('repository validate-provider --concurrency-test-duration 1ms --num-storage-connections 2')
  expect(JSON.stringify(readdirSync(join(dir, 'repo'), { recursive: true }).filter((name) => String(name).endsWith('.f')))).toBe(before)
})

it('disconnect takes the cache of that connection along, and nothing else', async () => {
  const config = join(dir, 'last.config')
  const cache = join(dir, 'last-cache')
  await cli(`repository connect filesystem --path ${join(dir, 'repo')} --cache-directory ${cache} --no-check-for-updates`, { config })
  mkdirSync(join(cache, 'metadata'), { recursive: true })
  await cli('repository disconnect', { config })
  expect([existsSync(config), existsSync(cache), existsSync(join(dir, 'repo'))]).toEqual([false, false, true])
})
