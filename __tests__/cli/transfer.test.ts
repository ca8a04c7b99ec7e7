/** Verifying, comparing, mending and moving snapshots on the command line. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cairn, PASSWORD } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string
let first: Manifest
let second: Manifest

interface Manifest {
  readonly id: string
  readonly rootEntry: { readonly obj: string }
}

const cli = (args: readonly string[], config = 'a.config', env: Readonly<Record<string, string>> = {}) =>
  cairn([...args, '--config-file', `./${config}`], { cwd: dir, env })

async function create(name: string): Promise<void> {
  const owner = ['--override-username', 'builder', '--override-hostname', 'ci']
  const { code } = await cli(['repository', 'create', 'filesystem', '--path', `./${name}`, ...owner], `${name}.config`)
  expect(code).toBe(0)
}

async function snapshot(): Promise<Manifest> {
  const { code, stdout } = await cli(['snapshot', 'create', 'data', '--json'])
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

/** A copy of the repository, connected by `NAME.config`. */
function copyTo(name: string): void {
  cpSync(join(dir, 'a'), join(dir, name), { recursive: true, preserveTimestamps: true })
  const config = readFileSync(join(dir, 'a.config'), 'utf8').replaceAll(join(dir, 'a'), join(dir, name))
  writeFileSync(join(dir, `${name}.config`), config)
}

/** Takes the largest data pack of a repository away and returns its ID. */
function losePack(name: string): string {
  const packs = join(dir, name, 'p')
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.f'))
  const [largest = ''] = files.sort((a, b) => statSync(join(packs, b)).size - statSync(join(packs, a)).size)
  unlinkSync(join(packs, largest))
  return `p${largest.slice(0, -2).replaceAll('/', '')}`
}

beforeAll(async () => {
  dir = await makeTempDir('cairn-transfer')
  mkdirSync(join(dir, 'data', 'sub'), { recursive: true })
  writeFileSync(join(dir, 'data', 'a.txt'), 'alpha\n')
  writeFileSync(join(dir, 'data', 'large.bin'), Buffer.alloc(300_000, 'x'))
  writeFileSync(join(dir, 'data', 'sub', 'b.txt'), 'beta\n')
  symlinkSync('a.txt', join(dir, 'data', 'link'))
  for (const name of ['a.txt', 'sub/b.txt', 'sub']) utimesSync(join(dir, 'data', name), 1_700_000_000, 1_700_000_000)
  await create('a')
  first = await snapshot()
  writeFileSync(join(dir, 'data', 'a.txt'), 'alpha and more\n')
  utimesSync(join(dir, 'data', 'a.txt'), 1_700_000_100.5, 1_700_000_100.5)
  rmSync(join(dir, 'data', 'sub', 'b.txt'))
  writeFileSync(join(dir, 'data', 'c.txt'), 'gamma\n')
  second = await snapshot()
})

afterAll(() => removeDir(dir))

describe('snapshot verify', () => {
  it('says what it has seen, as Kopia does', async () => {
    expect(await cli(['snapshot', 'verify', '--verify-files-percent=100'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Finished processing 10 objects (300 KB). Read 6 files (300 KB).\n',
    })
  })

  it('prints counts as JSON in the order of Kopia', async () => {
    const { stdout, stderr } = await cli(['snapshot', 'verify', first.id, '--json'])
    expect([stdout, stderr]).toEqual([
      '{"stats":{"processedObjectCount":6,"processedBytes":300016,"readFileCount":0,"readBytes":0,"expectedTotalObjectCount":6,"expectedTotalFileCount":3,"expectedTotalBytes":300011},"errorCount":0}\n',
      '',
    ])
  })

  it('takes directories and files by ID and path, and sources', async () => {
    const directory = await cli(['snapshot', 'verify', '--directory-id', `${first.rootEntry.obj}/sub`, '--file-id', `${first.id}/a.txt`])
    expect(directory).toMatchObject({ code: 0, stderr: 'Finished processing 3 objects (11 B). Read 0 files (0 B).\n' })
    expect(await cli(['snapshot', 'verify', '--sources', `builder@ci:${dir}/data`])).toMatchObject({ code: 0 })
    expect(await cli(['snapshot', 'verify', '--directory-id', `${first.id}/a.txt`])).toMatchObject({ code: 2 })
    expect(await cli(['snapshot', 'verify', '0123456789abcdef0123456789abcdef'])).toMatchObject({ code: 2 })
    expect(await cli(['snapshot', 'verify', '--verify-files-percent=101'])).toMatchObject({ code: 2 })
  })

  it('names what is lost and goes on, and says what is left', async () => {
    copyTo('lost')
    const pack = losePack('lost')
    const text = await cli(['snapshot', 'verify'], 'lost.config')
    expect(text.code).toBe(4)
    const errors = text.stderr.split('\n').filter((line) => line.includes('error processing'))
    expect(errors).toHaveLength(4)
    expect(errors.every((line) => line.includes(`is backed by missing blob ${pack}`))).toBe(true)
    expect(errors.some((line) => line.includes(`builder@ci:${dir}/data@`) && line.includes('/sub/b.txt: object '))).toBe(true)
    expect(text.stderr).toContain(`(${first.id}): 4 of 4 files lost; nothing else can be restored.`)
    expect(text.stderr).toContain(`(${second.id}): 2 of 4 files lost; 2 others can be restored.`)
    const json = await cli(['snapshot', 'verify', '--json', '--max-errors', '2', '--file-parallelism', '1'], 'lost.config')
    expect(json.code).toBe(4)
    expect(JSON.parse(json.stdout)).toMatchObject({
      errorCount: 2,
      errorStrings: [expect.stringContaining(pack), expect.stringContaining(pack)],
    })
  })
})

describe('a damaged index blob', () => {
  it('does not keep anything else from being read, but what may be short of something does not end well', async () => {
    copyTo('index')
    const indexes = join(dir, 'index', 'x')
    const files = readdirSync(indexes, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.f'))
    // That of the repository's first manifests: the files of the snapshots are named by others.
    const [oldest = ''] = files.sort((a, b) => statSync(join(indexes, a)).mtimeMs - statSync(join(indexes, b)).mtimeMs)
    const bytes = readFileSync(join(indexes, oldest))
    writeFileSync(join(indexes, oldest), bytes.fill(0, 40))
    const id = `x${oldest.slice(0, -2).replaceAll('/', '')}`
    const restored = await cli(['restore', first.id, './from-damaged'], 'index.config')
    expect(restored).toMatchObject({ code: 0, stderr: expect.stringContaining(id) })
    expect(readFileSync(join(dir, 'from-damaged', 'sub', 'b.txt'), 'utf8')).toBe('beta\n')
    const listed = await cli(['snapshot', 'list', '--all'], 'index.config')
    expect(listed).toMatchObject({ code: 4, stdout: expect.stringContaining(first.rootEntry.obj) })
    for (const args of [
      ['content', 'verify'],
      ['manifest', 'list'],
      ['snapshot', 'verify'],
      ['snapshot', 'create', 'data'],
    ]) {
      expect(await cli(args, 'index.config')).toMatchObject({ code: 4, stderr: expect.stringContaining(id) })
    }
  })
})

describe('diff', () => {
  it('prints a line for each difference, then counts without a line feed', async () => {
    const { code, stdout } = await cli(['diff', first.id, second.id])
    const lines = stdout.split('\n')
    expect(code).toBe(0)
    expect(lines.filter((line) => line.includes('a.txt'))).toEqual([
      './a.txt sizes differ: 6 15',
      './a.txt modification times differ: 2023-11-14 22:13:20 +0000 UTC 2023-11-14 22:15:00.5 +0000 UTC',
      'changed ./a.txt at 2023-11-14 22:15:00.5 +0000 UTC (size 6 -> 15)',
    ])
    expect(lines).toContain('added file ./c.txt (6 bytes)')
    expect(lines).toContain('removed file ./sub/b.txt (5 bytes)')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ fileEntries: { added: 1, removed: 1, modified: 2 } })
  })

  it('prints only the counts when asked, and refuses to compare a folder with a file', async () => {
    const { stdout } = await cli(['diff', '--stats-only', first.id, second.id])
    expect(stdout).toMatch(/^\{"fileEntries":\{"added":1,"removed":1,"modified":2,.*"directoryEntries":\{"added":0,.*\}\}$/)
    expect(await cli(['diff', first.id, `${first.id}/a.txt`])).toMatchObject({ code: 2 })
  })

  it.skipIf(process.platform === 'win32')('shows files to a program', async () => {
    const { stdout } = await cli(['diff', '--files', first.id, second.id], 'a.config', { KOPIA_DIFF: 'head -n 5' })
    expect(stdout).toContain('==> old/a.txt <==\nalpha\n\n==> new/a.txt <==\nalpha and more\n')
    expect(stdout).toContain('==> /dev/null <==\n\n==> new/c.txt <==\ngamma\n')
    expect(await cli(['diff', '--files', '--diff-command', './no-such-program', first.id, second.id])).toMatchObject({ code: 2 })
  })
})

describe('snapshot fix', () => {
  it('shows what would change, then changes it, and the rest verifies', async () => {
    copyTo('broken')
    losePack('broken')
    const dry = await cli(['snapshot', 'fix', 'invalid-files'], 'broken.config')
    expect(dry.code).toBe(0)
    expect(dry.stderr).toContain(`Listing all snapshots...\nProcessing snapshot builder@ci:${dir}/data\n`)
    expect(dry.stderr).toContain(`replaced manifest from ${first.id} to ${first.id}\n    diff ${first.rootEntry.obj} k`)
    expect(dry.stderr).toContain('    delta:-298.2 KB\n')
    expect(dry.stderr).toContain('Fixed 2 snapshots, but snapshot manifests were not updated. Pass --commit to update snapshots.\n')
    const real = await cli(['snapshot', 'fix', 'invalid-files', '--commit'], 'broken.config')
    expect(real.stderr).toContain('Fixed and committed 2 snapshots.\n')
    expect(await cli(['snapshot', 'verify', '--verify-files-percent=100'], 'broken.config')).toMatchObject({ code: 0 })
    expect((await cli(['snapshot', 'fix', 'invalid-files', '--commit'], 'broken.config')).stderr).toContain('No changes.\n')
  })

  it('leaves files out by name', async () => {
    copyTo('smaller')
    const args = ['snapshot', 'fix', 'remove-files', '--filename', '*.bin', '--commit', '--source', `builder@ci:${dir}/data`]
    const { code, stderr } = await cli(args, 'smaller.config')
    expect([code, stderr.includes('will remove file large.bin')]).toEqual([0, true])
    expect((await cli(['ls', '-r', second.rootEntry.obj], 'smaller.config')).stdout).toContain('large.bin')
    const { stdout } = await cli(['snapshot', 'list', '--json'], 'smaller.config')
    const roots: Manifest[] = JSON.parse(stdout)
    for (const { id } of roots) expect((await cli(['ls', '-r', id], 'smaller.config')).stdout).not.toContain('large.bin')
    expect(await cli(['snapshot', 'fix', 'remove-files'], 'smaller.config')).toMatchObject({ code: 2 })
  })
})

describe('snapshot migrate', () => {
  it('brings everything over once', async () => {
    await create('target')
    const args = ['snapshot', 'migrate', '--source-config', 'a.config', '--all']
    const done = await cli(args, 'target.config')
    expect(done).toMatchObject({ code: 0, stdout: '' })
    expect(done.stderr).toMatch(
      /^policy already set for \(global\)\nmigrating snapshot of builder@ci:.* UTC\nmigrating snapshot of .* UTC\nMigration finished\.\n/,
    )
    expect((await cli(args, 'target.config')).stderr.match(/already migrated/g)).toHaveLength(2)
    expect(await cli(['snapshot', 'verify', '--verify-files-percent=100'], 'target.config')).toMatchObject({ code: 0 })
  })

  it('uses the password that is kept beside the connection of the other repository', async () => {
    await create('other')
    writeFileSync(join(dir, 'a.config.kopia-password'), Buffer.from(PASSWORD).toString('base64'), { mode: 0o600 })
    const args = ['snapshot', 'migrate', '--source-config', 'a.config', '--all', '--latest-only']
    try {
      const changed = await cli(['repository', 'change-password', '--new-password', 'another'], 'other.config')
      expect(changed.code).toBe(0)
      const { code } = await cli(args, 'other.config', { KOPIA_PASSWORD: 'another' })
      expect(code).toBe(0)
    } finally {
      unlinkSync(join(dir, 'a.config.kopia-password'))
    }
  })

  it('needs to know from where, and what', async () => {
    expect(await cli(['snapshot', 'migrate', '--all'])).toMatchObject({ code: 2 })
    expect(await cli(['snapshot', 'migrate', '--source-config', 'a.config'])).toMatchObject({ code: 2 })
    expect(await cli(['snapshot', 'migrate', '--source-config', 'none.config', '--all'])).toMatchObject({ code: 10 })
  })
})

describe('histories', () => {
  it('are copied and moved with the lines of Kopia', async () => {
    copyTo('history')
    const run = async (...args: string[]) =>
      (await cli(['snapshot', ...args], 'history.config')).stderr.replaceAll(/\(2.*? UTC\)/g, '(TIME)')
    const path = `${dir}/data`
    const line = (action: string, from: string, to: string) => `${action} builder@${from}:${path} (TIME) => builder@${to}:${path}\n`
    expect(await run('copy-history', '-n', '@ci', '@new')).toBe(line('copying (dry run)', 'ci', 'new').repeat(2))
    expect(await run('copy-history', 'builder@ci', '@new')).toContain(line('copying', 'ci', 'new').repeat(2))
    expect(await run('copy-history', 'builder@ci', '@new')).toContain(`builder@new:${path} (TIME) already exists\n`)
    expect(await run('move-history', 'builder@ci', '@new')).toContain(`builder@new:${path} (TIME) already exists - deleting source\n`)
    expect((await cli(['snapshot', 'list', '--all'], 'history.config')).stdout).not.toContain('builder@ci')
    expect(await cli(['snapshot', 'move-history', '@new', 'ann@ci'], 'history.config')).toMatchObject({ code: 2 })
  })
})
