/** The verbs of the command line on one repository, as a user types them. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nullLogger } from '../../src/log.ts'
import type { NativeAction } from '../../src/policy/policy.ts'
import { openStorage } from '../../src/repo/blob/open.ts'
import { openRepository } from '../../src/repo/repository.ts'
import { setPolicy } from '../../src/snapshot/policies.ts'
import { systemClock } from '../../src/util/clock.ts'
import { systemRandom } from '../../src/util/random.ts'
import { type CliOptions, cairn, PASSWORD } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string
let first: { id: string; rootEntry: { obj: string } }

const cli = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  cairn([...args, '--config-file', './cairn.config'], { cwd: dir, ...options })

beforeAll(async () => {
  dir = await makeTempDir('cairn-verbs')
  mkdirSync(join(dir, 'data', 'sub'), { recursive: true })
  writeFileSync(join(dir, 'data', 'a.txt'), 'alpha\n')
  writeFileSync(join(dir, 'data', 'sub', 'b.txt'), 'beta\n')
  symlinkSync('a.txt', join(dir, 'data', 'link'))
  const create = [
    'repository',
    'create',
    'filesystem',
    '--path',
    './repo',
    '--override-username',
    'builder',
    '--override-hostname',
    'ci.example',
  ]
  const created = await cli([...create, '--block-hash', 'BLAKE2B-256-128', '--encryption', 'CHACHA20-POLY1305-HMAC-SHA256'])
  expect(created).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `Created a repository in ${join(dir, 'repo')}.\nConnected to repository.\n`,
  })
  const saved = await cli(['snapshot', 'create', 'data', '--json', '--tags', 'release:1.4', '--pin', 'keep', '--description', 'the first'])
  expect(saved.code).toBe(0)
  first = JSON.parse(saved.stdout)
})

afterAll(() => removeDir(dir))

describe('repository', () => {
  it('writes the connection file that kopia would, without the password', () => {
    const text = readFileSync(join(dir, 'cairn.config'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      storage: { type: 'filesystem', config: { path: join(dir, 'repo'), fileMode: 0o600, dirMode: 0o700, dirShards: null } },
      hostname: 'ci.example',
      username: 'builder',
      enableActions: false,
      formatBlobCacheDuration: 900_000_000_000,
    })
    expect(text.endsWith('}')).toBe(true)
    expect(statSync(join(dir, 'cairn.config')).mode & 0o777).toBe(0o600)
    expect(existsSync(join(dir, 'cairn.config.kopia-password'))).toBe(false)
  })

  it('shows the chosen algorithms, as text and in the shape of kopia', async () => {
    const text = (await cli(['repository', 'status'])).stdout
    expect(text).toMatch(/^Hash: +BLAKE2B-256-128$/m)
    expect(text).toMatch(/^Epoch advance on: +20 blobs or 10\.5 MB, minimum 24h0m0s$/m)
    const json = JSON.parse((await cli(['repository', 'status', '--json'])).stdout)
    expect(Object.keys(json)).toEqual([
      'configFile',
      'uniqueIDHex',
      'clientOptions',
      'storage',
      'volume',
      'contentFormat',
      'objectFormat',
      'blobRetention',
    ])
    expect(json.contentFormat).toMatchObject({
      encryption: 'CHACHA20-POLY1305-HMAC-SHA256',
      version: 3,
      epochParameters: { Enabled: true },
    })
  })

  it('case 58: connecting again without --enable-actions switches hooks off; the password is kept only on request', async () => {
    const connect = ['repository', 'connect', 'filesystem', '--path', 'repo', '--config-file', './second.config']
    await cairn([...connect, '--enable-actions', '--persist-credentials'], { cwd: dir })
    expect(JSON.parse(readFileSync(join(dir, 'second.config'), 'utf8')).enableActions).toBe(true)
    const noVariable = { cwd: dir, env: { KOPIA_PASSWORD: undefined } }
    expect((await cairn(['repository', 'status', '--config-file', './second.config'], noVariable)).code).toBe(0)
    await cairn(connect, { cwd: dir })
    expect(JSON.parse(readFileSync(join(dir, 'second.config'), 'utf8')).enableActions).toBe(false)
    expect((await cairn(['repository', 'disconnect', '--config-file', './second.config'], { cwd: dir })).code).toBe(0)
    expect(readdirSync(dir).filter((name) => name.startsWith('second.config'))).toEqual([])
  })

  it('never writes through a connection that is read-only', async () => {
    await cairn(['repository', 'connect', 'filesystem', '--path', 'repo', '--readonly', '--config-file', './readonly.config'], { cwd: dir })
    const result = await cairn(['snapshot', 'create', 'data', '--config-file', './readonly.config'], { cwd: dir })
    expect(result.stderr).toMatch(/CAIRN_(REPOSITORY|STORAGE)_READONLY/)
    expect(result.code).toBe(2)
  })

  it('takes the connection file from KOPIA_CONFIG_PATH and trims the password, with a notice', async () => {
    const result = await cairn(['repository', 'status'], {
      cwd: dir,
      env: { KOPIA_CONFIG_PATH: './cairn.config', KOPIA_PASSWORD: ` ${PASSWORD}\n` },
    })
    expect(result.code).toBe(0)
    expect(result.stderr).toMatch(/^notice {2}White space around the password from KOPIA_PASSWORD was removed/)
  })
})

describe('snapshots', () => {
  it('lists them as kopia does', async () => {
    const text = (await cli(['snapshot', 'list', '-m'])).stdout.split('\n')
    expect(text[0]).toBe(`builder@ci.example:${join(dir, 'data')}`)
    expect(text[1]).toMatch(
      /^ {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC k[0-9a-f]{32} 1\d B drwxr-xr-x manifest:[0-9a-f]{32} files:2 dirs:2 \(latest-1,.*\) pins:keep$/,
    )
    const [item] = JSON.parse((await cli(['snapshot', 'list', '--json', '--tags', 'release:1.4'])).stdout)
    expect(item).toMatchObject({ id: first.id, tags: { 'tag:release': '1.4' }, pins: ['keep'], description: 'the first' })
    expect(item.retentionReason).toContain('latest-1')
  })

  it('lists what is in them', async () => {
    expect((await cli(['ls', first.id])).stdout.split('\n').sort()).toEqual(['', 'a.txt', 'link', 'sub'])
    const recursive = (await cli(['list', '-r', first.rootEntry.obj])).stdout
    expect(recursive).toContain(`${first.rootEntry.obj}/sub/b.txt\n`)
    expect((await cli(['ls', '-l', `${first.id}/sub`])).stdout).toMatch(
      /^-rw-r--r-- +5 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC [0-9a-f]{32} +b\.txt\n$/,
    )
  })

  it('prints and restores a file, a folder and a snapshot', async () => {
    expect((await cli(['show', `${first.id}/sub/b.txt`])).stdout).toBe('beta\n')
    const whole = await cli(['restore', first.id, 'back'])
    expect(whole).toMatchObject({ code: 0, stderr: expect.stringContaining('Restored 2 files, 2 directories and 1 symbolic links (') })
    expect(readFileSync(join(dir, 'back', 'sub', 'b.txt'), 'utf8')).toBe('beta\n')
    expect((await cli(['snapshot', 'restore', `${first.rootEntry.obj}/sub`, 'part'])).code).toBe(0)
    expect(readdirSync(join(dir, 'part'))).toEqual(['b.txt'])
    expect((await cli(['restore', `${first.id}/a.txt`, 'file.txt'])).code).toBe(0)
    expect(readFileSync(join(dir, 'file.txt'), 'utf8')).toBe('alpha\n')
    const kept = await cli(['restore', first.id, 'back', '--no-overwrite-files'])
    expect(kept).toMatchObject({ code: 1, stderr: expect.stringContaining('CAIRN_RESTORE_INCOMPLETE') })
  })

  it.skipIf(process.getuid?.() !== 0)('says once what an ordinary user cannot restore', async () => {
    mkdirSync(join(dir, 'owned'))
    for (const name of ['one', 'two']) writeFileSync(join(dir, 'owned', name), name)
    chmodSync(join(dir, 'owned', 'two'), 0o4755)
    const { stdout } = await cli(['snapshot', 'create', 'owned', '--json'])
    const open = join(dir, 'open')
    cpSync(join(dir, 'repo'), join(open, 'repo'), { recursive: true })
    const config = readFileSync(join(dir, 'cairn.config'), 'utf8')
    writeFileSync(join(open, 'cairn.config'), config.replace(join(dir, 'repo'), join(open, 'repo')))
    chmodSync(dir, 0o755)
    for (const entry of readdirSync(open, { recursive: true, withFileTypes: true }))
      chownSync(join(entry.parentPath, entry.name), 65_534, 65_534)
    chownSync(open, 65_534, 65_534)
    const result = await cli(['restore', JSON.parse(stdout).id, 'mine'], { cwd: open, uid: 65_534 })
    expect(result.stderr.match(/owners of 3 entries were not restored/g)).toHaveLength(1)
    expect(result.stderr).toMatch(/Setuid, setgid and sticky bits were left off 1 entry.*: two$/m)
    expect(result.code).toBe(0)
    expect(statSync(join(open, 'mine', 'two')).mode & 0o7777).toBe(0o755)
  })

  it('snapshots everything of this user with --all, and says when nothing was given', async () => {
    const all = await cli(['snapshot', 'create', '--all'])
    expect(all).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^Snapshotting builder@ci\.example:.*data \.\.\.\nCreated snapshot with root k[0-9a-f]{32} and ID [0-9a-f]{32} in /,
      ),
    })
    expect(await cli(['snapshot', 'create'])).toMatchObject({ code: 2, stderr: expect.stringContaining('A source is missing.') })
  })

  it.skipIf(process.platform === 'win32')('case 57: of the flags for hooks the one that forbids wins', async () => {
    mkdirSync(join(dir, 'hooked'))
    await storeHook(join(dir, 'hooked'), { script: 'echo a hook ran\n', mode: 'essential', timeout: 20 })
    const ran = await cli(['snapshot', 'create', 'hooked', '--force-enable-actions'])
    expect(ran.stderr).toContain('│ a hook ran')
    const refused = await cli(['snapshot', 'create', 'hooked', '--force-enable-actions', '--force-disable-actions'])
    expect(refused).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Hook beforeSnapshotRoot of .* is skipped: --force-disable-actions is given/m),
    })
    expect(refused.stderr).not.toContain('│ a hook ran')
    // A hook of another folder is not skipped: it has nothing to do with this one.
    mkdirSync(join(dir, 'unhooked'))
    expect((await cli(['snapshot', 'create', 'unhooked'])).stderr).not.toContain('is skipped')
  })

  it('shows a run in words with the result last, and writes its report to a file', async () => {
    const result = await cairn(['run', '--repository', './repo', '--source', 'data', '--report', 'out/report.json'], { cwd: dir })
    const report = JSON.parse(readFileSync(join(dir, 'out', 'report.json'), 'utf8'))
    expect(report).toMatchObject({ schema: 1, status: 'created', exitCode: 0 })
    const lines = result.stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('data: snapshot created')
    expect(lines.at(-1)).toMatch(/^Snapshot [0-9a-f]{32} of data \(2 files, \d+ B\) - /)
  })

  it('prints the report of a run as JSON', async () => {
    const result = await cairn(['run', '--repository', './repo', '--source', 'data', '--json'], { cwd: dir })
    expect(JSON.parse(result.stdout)).toMatchObject({ schema: 1, status: 'unchanged', exitCode: 0, sources: [{ label: 'data' }] })
  })
})

/** Stores a hook in the repository, as only kopia or an import does. */
async function storeHook(path: string, beforeSnapshotRoot: NativeAction): Promise<void> {
  const options = { clock: systemClock, random: systemRandom, log: nullLogger }
  const storage = await openStorage(
    { kind: 'filesystem', path: join(dir, 'repo') },
    { ...options, mode: 'existing', platform: process.platform },
  )
  const identity = { userName: 'builder', host: 'ci.example' }
  const repository = await openRepository({ ...options, storage, password: PASSWORD, identity, workers: 0 })
  await setPolicy(repository, { kind: 'path', ...identity, path }, { actions: { beforeSnapshotRoot } })
  await repository.flush()
  await repository.close()
}

describe('help', () => {
  it('names every command', async () => {
    const help = await cairn(['--help'], { cwd: dir })
    expect(help.code).toBe(0)
    for (const word of ['run', 'validate', 'repository', 'snapshot', 'restore', 'list|ls', 'show|cat'])
      expect(help.stdout).toContain(`  ${word}`)
    expect((await cairn(['help', 'restore'], { cwd: dir })).stdout).toContain('Usage: cairn restore [options] <sources...>')
  })
})
