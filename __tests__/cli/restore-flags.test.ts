/** The flags of restore on the command line. */
import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cairn } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string
let id: string

const cli = (args: readonly string[]) => cairn([...args, '--config-file', './a.config'], { cwd: dir })
const restore = (...args: string[]) => cli(['restore', id, ...args])
const at = (...names: string[]) => join(dir, ...names)

beforeAll(async () => {
  dir = await makeTempDir('cairn-restore-flags')
  mkdirSync(at('data', 'sub', 'deep'), { recursive: true })
  writeFileSync(at('data', 'a.txt'), 'alpha\n')
  writeFileSync(at('data', 'sub', 'deep', 'b.txt'), 'beta\n')
  const holes = Buffer.alloc(1024 * 1024)
  holes.write('middle', 500_000)
  writeFileSync(at('data', 'sub', 'holes'), holes)
  symlinkSync('a.txt', at('data', 'link'))
  utimesSync(at('data', 'a.txt'), 1_700_000_000, 1_700_000_000)
  expect((await cli(['repository', 'create', 'filesystem', '--path', './repository'])).code).toBe(0)
  const { code, stdout } = await cli(['snapshot', 'create', 'data', '--json'])
  expect(code).toBe(0)
  id = JSON.parse(stdout).id
})
afterAll(() => removeDir(dir))

test('--shallow leaves placeholders, and a placeholder is expanded in its place', async () => {
  expect((await restore('shallow', '--shallow', '1')).code).toBe(0)
  expect(readdirSync(at('shallow')).sort()).toEqual(['a.txt', 'link', 'sub'])
  expect(readdirSync(at('shallow', 'sub')).sort()).toEqual(['deep.kopia-entry', 'holes.kopia-entry'])
  expect((await cli(['restore', 'shallow/sub/deep.kopia-entry', '--shallow', '5'])).code).toBe(0)
  expect(readFileSync(at('shallow', 'sub', 'deep', 'b.txt'), 'utf8')).toBe('beta\n')
  expect(existsSync(at('shallow', 'sub', 'deep.kopia-entry'))).toBe(false)
})

test('--skip-existing leaves alone what is the same, and --delete-extra removes the rest, each counted', async () => {
  expect((await restore('full')).code).toBe(0)
  const { ino } = statSync(at('full', 'a.txt'))
  writeFileSync(at('full', 'sub', 'holes'), 'short')
  writeFileSync(at('full', 'extra'), 'x')
  const { code, stderr } = await restore('full', '--skip-existing', '--delete-extra')
  expect(code).toBe(0)
  expect(stderr).toContain('Restored 1 files, 3 directories and 0 symbolic links (1 MB), skipped 3 (11 B), deleted files 1.')
  expect(statSync(at('full', 'a.txt')).ino).toBe(ino)
  expect(statSync(at('full', 'sub', 'holes')).size).toBe(1024 * 1024)
  expect(existsSync(at('full', 'extra'))).toBe(false)
})

test('--write-sparse-files leaves blocks of zeros out', async () => {
  expect((await restore('sparse', '--write-sparse-files')).code).toBe(0)
  expect(readFileSync(at('sparse', 'sub', 'holes')).equals(readFileSync(at('data', 'sub', 'holes')))).toBe(true)
  expect(lstatSync(at('sparse', 'sub', 'holes')).blocks * 512).toBeLessThan(512 * 1024)
})

test.each([
  ['out.tar', 'xf'],
  ['out.tar.gz', 'xzf'],
  ['out.tgz', 'xzf'],
])('a target called %s is an archive', async (name, how) => {
  expect((await restore(name)).code).toBe(0)
  mkdirSync(at(`${name} out`))
  execFileSync('tar', [how, at(name), '-C', at(`${name} out`)])
  expect(readFileSync(at(`${name} out`, 'sub', 'deep', 'b.txt'), 'utf8')).toBe('beta\n')
  expect(statSync(at(`${name} out`, 'a.txt')).mtimeMs).toBe(1_700_000_000_000)
})

test('a target called out.zip is a zip archive, and --mode zip-nocompress stores the bytes as they are', async () => {
  expect((await restore('out.zip')).code).toBe(0)
  const zip = readFileSync(at('out.zip'))
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(zip.includes('sub/deep/b.txt')).toBe(true)
  expect(zip.length).toBeLessThan(10_000)
  expect((await restore('stored', '--mode', 'zip-nocompress')).code).toBe(0)
  expect(readFileSync(at('stored')).includes('beta\n')).toBe(true)
})

test.each([
  '--shallow=1',
  '--delete-extra',
  '--skip-existing',
  '--skip-owners',
  '--no-overwrite-files',
  '--write-sparse-files',
  '--no-ignore-permission-errors',
])('%s is refused with an archive', async (flag) => {
  const { code, stderr } = await restore('refused.tar', flag)
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${flag.split('=')[0]} cannot be used with an archive: "refused.tar"`)])
  expect(existsSync(at('refused.tar'))).toBe(false)
})

test('mount ends with an error that says what to use', async () => {
  const { code, stderr } = await cli(['mount', id, './mnt', '--browse', '--max-cached-dirs=5'])
  expect(code).toBe(2)
  expect(stderr).toContain('CAIRN_NOT_SUPPORTED')
  expect(stderr).toContain('cairn restore')
})

test('a path is restored from its latest snapshot to a target, alone in its own place, and of others by user@host', async () => {
  const { code, stderr } = await cli(['restore', './data/sub/deep', 'by-path'])
  expect(code).toBe(0)
  expect(stderr).toContain(`   Relative path: sub/deep\n`)
  expect(readdirSync(at('by-path'))).toEqual(['b.txt'])
  writeFileSync(at('data', 'a.txt'), 'changed')
  expect((await cli(['restore', 'data/a.txt', '--snapshot-time', 'oldest'])).code).toBe(0)
  expect(readFileSync(at('data', 'a.txt'), 'utf8')).toBe('alpha\n')
  const other = await cli(['restore', 'anna@laptop:/data'])
  expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('needs a target') })
  const early = await cli(['restore', 'data', 'early', '--snapshot-time', '1999'])
  expect(early).toMatchObject({ code: 2, stderr: expect.stringContaining('No snapshot from before that time') })
  expect(existsSync(at('early'))).toBe(false)
})
