/** What the command line says and does when it is given something wrong: a stable code, a hint, its exit code, nothing lost. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type CliResult, cairn, PASSWORD } from '../support/command-line.ts'
import { makeTempDir, removeDir, tempDir } from '../support/temp-dir.ts'
import { seededBytes } from '../support/test-repository.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

/** A repository with one snapshot of two files that share nothing, and a connection to it. */
let template: string
let snapshotId: string

beforeAll(async () => {
  template = await makeTempDir('cairn-cli')
  mkdirSync(join(template, 'data'))
  writeFileSync(join(template, 'data', 'one.txt'), 'first\n')
  writeFileSync(join(template, 'data', 'two.txt'), 'second\n')
  const created = await cairn(['repository', 'create', 'filesystem', '--path', 'repo', '--config-file', './cairn.config'], {
    cwd: template,
  })
  expect(created.stderr).toContain(`Created a repository in ${join(template, 'repo')}.`)
  const saved = await cairn(['snapshot', 'create', 'data', '--json', '--config-file', './cairn.config'], { cwd: template })
  snapshotId = JSON.parse(saved.stdout).id
})

afterAll(() => removeDir(template))

/** A folder of its own with the repository, the data, and a connection to that copy. */
async function copy(): Promise<string> {
  const dir = await tempDir('cairn-cli')
  cpSync(template, dir, { recursive: true })
  const config = JSON.parse(readFileSync(join(dir, 'cairn.config'), 'utf8'))
  config.storage.config.path = join(dir, 'repo')
  writeFileSync(join(dir, 'cairn.config'), JSON.stringify(config))
  return dir
}

const CONFIG = ['--config-file', './cairn.config']

/** Every error is one line with the code, and one with what to do. */
function expectError(result: CliResult, code: string, exitCode: number): void {
  expect(result.stderr).toMatch(new RegExp(`^(error  )?${code}  \\S`, 'm'))
  expect(result.stderr).toMatch(/^hint {2}\S/m)
  expect(result.stderr).not.toContain('at file:')
  expect(result.stderr).not.toContain(PASSWORD)
  expect({ code: result.code, signal: result.signal }).toEqual({ code: exitCode, signal: null })
}

/** Names and sizes of everything below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function blobs(dir: string, prefix: string): string[] {
  const repo = join(dir, 'repo')
  return filesBelow(repo).filter((path) => path.slice(repo.length).replaceAll('/', '').startsWith(prefix))
}

describe('password', () => {
  it('says that a password is wrong', async () => {
    const result = await cairn(['snapshot', 'list', ...CONFIG], { cwd: template, env: { KOPIA_PASSWORD: 'not-this-one' } })
    expectError(result, 'CAIRN_PASSWORD_WRONG', 12)
    expect(result.stderr).not.toContain('not-this-one')
  })

  it('says where a password is expected when there is none', async () => {
    const result = await cairn(['snapshot', 'list', ...CONFIG], { cwd: template, env: { KOPIA_PASSWORD: undefined } })
    expectError(result, 'CAIRN_PASSWORD_MISSING', 12)
    expect(result.stderr).toContain('KOPIA_PASSWORD')
  })
})

describe('repository', () => {
  it('names a damaged format blob', async () => {
    const dir = await copy()
    writeFileSync(join(dir, 'repo', 'kopia.repository.f'), 'not json')
    expectError(await cairn(['snapshot', 'list', ...CONFIG], { cwd: dir }), 'CAIRN_FORMAT_DAMAGED', 4)
  })

  it('does not take a folder with other things in it for a repository', async () => {
    const dir = await tempDir()
    mkdirSync(join(dir, 'photos'))
    writeFileSync(join(dir, 'photos', 'cat.jpg'), 'miaow')
    expectError(await cairn(['run', '--repository', './photos', '--create-repository'], { cwd: dir }), 'CAIRN_STORAGE_FOREIGN', 10)
    expect(readdirSync(join(dir, 'photos'))).toEqual(['cat.jpg'])
  })

  it('never makes a repository where a location was typed wrong', async () => {
    const dir = await tempDir()
    expectError(await cairn(['run', '--repository', './backpu'], { cwd: dir }), 'CAIRN_STORAGE_ROOT_MISSING', 10)
    expect(existsSync(join(dir, 'backpu'))).toBe(false)
  })

  it('never makes a repository in an empty folder without being told', async () => {
    const dir = await tempDir()
    mkdirSync(join(dir, 'empty'))
    expectError(await cairn(['run', '--repository', './empty'], { cwd: dir }), 'CAIRN_STORAGE_EMPTY', 10)
    expect(readdirSync(join(dir, 'empty'))).toEqual([])
  })

  it('does not connect to what is not there, and keeps the connection that was', async () => {
    const dir = await copy()
    const before = readFileSync(join(dir, 'cairn.config'), 'utf8')
    const result = await cairn(['repository', 'connect', 'filesystem', '--path', './nothing', ...CONFIG], { cwd: dir })
    expectError(result, 'CAIRN_STORAGE_ROOT_MISSING', 10)
    expect(readFileSync(join(dir, 'cairn.config'), 'utf8')).toBe(before)
  })

  it('does not create a second repository over the first', async () => {
    const dir = await copy()
    const before = filesBelow(join(dir, 'repo'))
    const result = await cairn(['repository', 'create', 'filesystem', '--path', './repo', '--config-file', './other.config'], { cwd: dir })
    expectError(result, 'CAIRN_REPOSITORY_EXISTS', 2)
    expect(filesBelow(join(dir, 'repo'))).toEqual(before)
    expect(existsSync(join(dir, 'other.config'))).toBe(false)
  })

  it('says that there is no connection', async () => {
    expectError(await cairn(['repository', 'status'], { cwd: await tempDir() }), 'CAIRN_NOT_CONNECTED', 10)
  })

  it('never prints a password that stands in a location', async () => {
    const result = await cairn(['run', '--repository', 's3://someone:hunter2hunter2@bucket/prefix'], { cwd: template })
    expectError(result, 'CAIRN_LOCATION_SECRET', 2)
    expect(result.stdout + result.stderr).not.toContain('hunter2')
  })

  it('says that there are no credentials for a cloud store, and where it looked', async () => {
    const env = { AWS_EC2_METADATA_DISABLED: 'true', KOPIA_PASSWORD: 'any' }
    const result = await cairn(['run', '--repository', 's3://bucket/prefix?endpoint=http://127.0.0.1:1'], { cwd: template, env })
    expectError(result, 'CAIRN_CREDENTIALS_MISSING', 7)
    expect(result.stderr).toContain('AWS_ACCESS_KEY_ID')
  })

  it('leaves the default connection alone in run', async () => {
    const dir = await copy()
    const config = join(dir, '.home', '.config', 'kopia', 'repository.config')
    mkdirSync(join(config, '..'), { recursive: true })
    cpSync(join(dir, 'cairn.config'), config)
    utimesSync(config, 1_000_000_000, 1_000_000_000)
    const bytes = readFileSync(config)
    const repository = filesBelow(join(dir, 'repo'))
    const result = await cairn(['run', '--source', 'data'], { cwd: dir })
    expect(result.stderr).not.toContain('CAIRN_')
    expect(result.code).toBe(0)
    expect(readFileSync(config)).toEqual(bytes)
    expect(statSync(config).mtimeMs).toBe(1_000_000_000_000)
    expect(readdirSync(join(config, '..'))).toEqual(['repository.config'])
    expect(filesBelow(join(dir, 'repo'))).toEqual(repository)
    expect(existsSync(join(dir, '.cairn', 'repository', 'kopia.repository.f'))).toBe(true)
  })
})

describe('policy file and sources', () => {
  it('does not go on with defaults when the policy file that was named is missing', async () => {
    const result = await cairn(['run', '--policy-file', 'policies/typo.yml'], { cwd: template })
    expectError(result, 'CAIRN_POLICY_FILE_MISSING', 2)
    expect(existsSync(join(template, '.cairn'))).toBe(false)
  })

  it('points at the place of a mistake in YAML', async () => {
    const dir = await copy()
    mkdirSync(join(dir, '.github'))
    writeFileSync(join(dir, '.github', 'cairn.yml'), 'version: 1\npolicies:\n  .: {files: {ignore: [a, b}}\n')
    const result = await cairn(['run'], { cwd: dir })
    expectError(result, 'CAIRN_POLICY_FILE_INVALID', 2)
    expect(result.stderr).toMatch(/\.github\/cairn\.yml:3:\d+ P001/)
    const checked = await cairn(['validate'], { cwd: dir })
    expect(checked.stdout).toMatch(/\.github\/cairn\.yml:3:\d+/)
    expect(checked.stdout).not.toContain('::error')
    expect(checked.code).toBe(2)
    const inWorkflow = await cairn(['validate'], { cwd: dir, env: { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: dir } })
    expect(inWorkflow.stdout).toMatch(/^::error file=\.github\/cairn\.yml,line=3,col=\d+,endLine=3,title=P001::/m)
  })

  it('goes on with the other sources when one is missing, and fails', async () => {
    const dir = await copy()
    const result = await cairn(['run', '--repository', './repo', '--source', 'nothing-here', '--source', 'data'], { cwd: dir })
    expectError(result, 'CAIRN_SOURCE_MISSING', 1)
    expect(result.stdout).toMatch(/Snapshot [0-9a-f]{32} of data/)
  })

  it('snapshot create goes on with the other sources when one is missing, and fails', async () => {
    const dir = await copy()
    const result = await cairn(['snapshot', 'create', 'nothing-here', 'data', ...CONFIG], { cwd: dir })
    expectError(result, 'CAIRN_SOURCE_MISSING', 1)
    expect(result.stderr).toContain('Created snapshot with root')
  })
})

describe('storage', () => {
  it('says that it may not write to the repository', async () => {
    const dir = await copy()
    chmodSync(dir, 0o755)
    for (const path of [join(dir, 'repo'), ...filesBelow(join(dir, 'repo'))]) chmodSync(path, path.endsWith('repo') ? 0o755 : 0o644)
    for (const entry of readdirSync(join(dir, 'repo'), { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), isRoot ? 0o755 : 0o555)
    }
    if (!isRoot) chmodSync(join(dir, 'repo'), 0o555)
    onTestFinished(() => chmodSync(join(dir, 'repo'), 0o755))
    writeFileSync(join(dir, 'data', 'three.txt'), 'third\n')
    chmodSync(join(dir, 'cairn.config'), 0o644)
    const before = filesBelow(join(dir, 'repo'))
    const result = await cairn(['snapshot', 'create', 'data', ...CONFIG], { cwd: dir, ...(isRoot ? { uid: NOBODY } : {}) })
    expectError(result, 'CAIRN_STORAGE_FORBIDDEN', 7)
    expect(filesBelow(join(dir, 'repo'))).toEqual(before)
  })

  it.skipIf(!isRoot)('says that the disk of the repository is full, and keeps what was saved', async () => {
    const dir = await copy()
    const small = join(dir, 'small')
    mkdirSync(small)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small])
    onTestFinished(() => void execFileSync('umount', ['-l', small]))
    cpSync(join(dir, 'repo'), join(small, 'repo'), { recursive: true })
    writeFileSync(join(dir, 'data', 'large.bin'), seededBytes('large', 2_000_000))
    const result = await cairn(['run', '--repository', './small/repo', '--source', 'data'], { cwd: dir })
    expectError(result, 'CAIRN_STORAGE_FULL', 7)
    const restored = await cairn(['restore', snapshotId, 'back', ...CONFIG], { cwd: withStorage(dir, join(small, 'repo')) })
    expect(restored.code).toBe(0)
    expect(readFileSync(join(dir, 'back', 'one.txt'), 'utf8')).toBe('first\n')
  })
})

describe('target of a restore', () => {
  it.skipIf(process.platform !== 'linux')('says that it cannot be made or used', async () => {
    for (const target of ['/proc/nowhere', './data/one.txt']) {
      const result = await cairn(['restore', snapshotId, target, ...CONFIG], { cwd: template })
      expectError(result, 'CAIRN_RESTORE_TARGET', 1)
    }
    expect(readFileSync(join(template, 'data', 'one.txt'), 'utf8')).toBe('first\n')
  })
})

describe('damage', () => {
  it('restores what is intact, names the damaged pack, and exits with 4', async () => {
    const dir = await copy()
    writeFileSync(join(dir, 'data', 'three.txt'), 'a file in a pack of its own\n')
    const saved = await cairn(['snapshot', 'create', 'data', '--json', ...CONFIG], { cwd: dir })
    const packs = blobs(dir, 'p')
    const newest = packs.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1) ?? ''
    expect(packs).toHaveLength(2)
    flipBytes(newest, 0)
    const result = await cairn(['restore', JSON.parse(saved.stdout).id, 'back', ...CONFIG], { cwd: dir })
    expectError(result, 'CAIRN_RESTORE_DAMAGED', 4)
    expect(result.stderr).toMatch(/three\.txt: CAIRN_\w+ .*\bp[0-9a-f]{32}/)
    expect(readFileSync(join(dir, 'back', 'one.txt'), 'utf8')).toBe('first\n')
    expect(existsSync(join(dir, 'back', 'three.txt'))).toBe(false)
  })

  it('names a pack that is missing', async () => {
    const dir = await copy()
    for (const pack of blobs(dir, 'p')) execFileSync('rm', [pack])
    const result = await cairn(['restore', snapshotId, 'back', ...CONFIG], { cwd: dir })
    expectError(result, 'CAIRN_RESTORE_DAMAGED', 4)
    expect(result.stderr).toMatch(/one\.txt: CAIRN_BLOB_MISSING .*\bp[0-9a-f]{32}/)
  })

  it('names a damaged index blob', async () => {
    const dir = await copy()
    const [index = ''] = blobs(dir, 'xn')
    flipBytes(index, 40)
    const result = await cairn(['snapshot', 'list', ...CONFIG], { cwd: dir })
    expectError(result, 'CAIRN_INDEX_DAMAGED', 4)
    expect(result.stderr).toMatch(/\bxn0_[0-9a-f]+/)
  })

  it('names a truncated pack of manifests', async () => {
    const dir = await copy()
    for (const pack of blobs(dir, 'q')) truncateSync(pack, 40)
    const result = await cairn(['snapshot', 'list', ...CONFIG], { cwd: dir })
    expect(result.code).toBe(4)
    expect(result.stderr).toMatch(/CAIRN_\w+ {2}.*\bq[0-9a-f]{32}/)
  })
})

describe('command line', () => {
  it('suggests the flag that was meant', async () => {
    const result = await cairn(['run', '--enable-action'], { cwd: template })
    expectError(result, 'CAIRN_USAGE', 2)
    expect(result.stderr).toContain('--enable-actions')
  })

  it('explains a value that a flag cannot take', async () => {
    const result = await cairn(['snapshot', 'create', 'data', '--force-hash', '200', ...CONFIG], { cwd: template })
    expectError(result, 'CAIRN_USAGE', 2)
    expect(result.stderr).toContain('cairn snapshot create --help')
  })

  it('suggests the command that was meant, and prints errors as JSON when asked', async () => {
    const result = await cairn(['snapshot', 'lst', '--json'], { cwd: template })
    expect(result.code).toBe(2)
    expect(JSON.parse(result.stderr)).toMatchObject({ type: 'error', code: 'CAIRN_USAGE', exitCode: 2 })
  })

  it('refuses to run on a Node that is too old', async () => {
    const dir = await tempDir()
    writeFileSync(join(dir, 'old.cjs'), "Object.defineProperty(process.versions, 'node', { value: '18.20.4' })\n")
    const result = await cairn(['--version'], { cwd: dir, node: ['-r', './old.cjs'] })
    expectError(result, 'CAIRN_NODE_TOO_OLD', 2)
    expect(result.stderr).toContain('18.20.4')
  })

  it('stops quietly when nobody reads its output any more', async () => {
    const dir = await copy()
    mkdirSync(join(dir, 'many'))
    for (let index = 0; index < 600; index++) writeFileSync(join(dir, 'many', `${'x'.repeat(200)}${index}`), '')
    const saved = await cairn(['snapshot', 'create', 'many', '--json', ...CONFIG], { cwd: dir })
    const result = await cairn(['ls', '-l', JSON.parse(saved.stdout).id, ...CONFIG], { cwd: dir, stopsReading: true })
    expect(result.stderr).toBe('')
    expect(result.code).toBe(0)
  })

  it('saves the snapshot of a run although nobody reads what it says', async () => {
    const dir = await copy()
    const run = ['run', '--repository', './repo', '--source', 'data', '--report', 'report.json']
    const result = await cairn(run, { cwd: dir, stopsReading: true, stopsListening: true })
    expect(result.code).toBe(0)
    expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toMatchObject({ status: 'created', exitCode: 0 })
  })

  it.skipIf(process.platform !== 'linux')('says that its output could not be written, and saves all the same', async () => {
    const dir = await copy()
    const full = { cwd: dir, script: 'exec "$@" > /dev/full' }
    for (const args of [['snapshot', 'list', ...CONFIG], ['show', `${snapshotId}/one.txt`, ...CONFIG], ['--version']]) {
      expectError(await cairn(args, full), 'CAIRN_OUTPUT_UNWRITABLE', 1)
    }
    const run = await cairn(['run', '--repository', './repo', '--source', 'data', '--json', '--report', 'report.json'], full)
    expect(run.stderr).toContain('{"type":"error","code":"CAIRN_OUTPUT_UNWRITABLE"')
    expect(run.code).toBe(1)
    expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toMatchObject({ status: 'created', exitCode: 0 })
  })

  it.skipIf(process.platform === 'win32')('works in a folder that was deleted, where paths are absolute', async () => {
    const dir = await copy()
    const inGone = async (...args: string[]) => {
      mkdirSync(join(dir, 'gone'))
      const script = 'rmdir "$PWD"; export PWD; exec "$@"'
      return await cairn([...args, '--config-file', join(dir, 'cairn.config')], { cwd: join(dir, 'gone'), script })
    }
    const saved = await inGone('snapshot', 'create', join(dir, 'data'), '--json')
    expect(saved).toMatchObject({ code: 0, stderr: expect.stringContaining('The current folder is gone') })
    expect(JSON.parse(saved.stdout).rootEntry.summ).toMatchObject({ files: 2, numFailed: 0 })
    const missing = await inGone('snapshot', 'create', 'data')
    expectError(missing, 'CAIRN_SOURCE_MISSING', 1)
    expect(missing.stderr).toContain(join(dir, 'gone', 'data'))
  })

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends the hook at %s, runs what cleans up, and exits with %i', async (signal, code) => {
    const dir = await copy()
    mkdirSync(join(dir, '.github'))
    writeFileSync(
      join(dir, '.github', 'cairn.yml'),
      `version: 1
sources: [data]
policies:
  ./data: {actions: {beforeSnapshotRoot: {run: "echo ready; exec sleep 600\\n"}, afterSnapshotRoot: {run: "echo \\"cleaned up: $CAIRN_STATUS\\"\\n"}}}
`,
    )
    const before = blobs(dir, 'xn')
    const result = await cairn(['run', '--repository', './repo', '--enable-actions'], { cwd: dir, signalAt: { text: '│ ready', signal } })
    expect(result.stderr).toContain('│ cleaned up: cancelled')
    expect(result.stderr).toContain('CAIRN_CANCELLED')
    expect({ code: result.code, signal: result.signal }).toEqual({ code, signal: null })
    expect(blobs(dir, 'xn')).toEqual(before)
  })

  it('prints the version and the commit it was built from', async () => {
    const result = await cairn(['--version'], { cwd: template })
    expect(result.stdout).toMatch(/^cairn \d+\.\d+\.\d+ \(commit ([0-9a-f]{40}|dev|unknown)\)\n$/)
    expect(result.code).toBe(0)
  })
})

/** Changes every byte of a file from `offset` on. */
function flipBytes(path: string, offset: number): void {
  chmodSync(path, 0o600)
  const bytes = readFileSync(path)
  for (let at = offset; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

/** Points the connection in `dir` at another folder. */
function withStorage(dir: string, path: string): string {
  const config = JSON.parse(readFileSync(join(dir, 'cairn.config'), 'utf8'))
  config.storage.config.path = path
  writeFileSync(join(dir, 'cairn.config'), JSON.stringify(config))
  return dir
}
