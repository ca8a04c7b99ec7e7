/** Moving the blobs of a repository into other folders. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectionFile, runInProcess } from '../../support/cli-in-process.ts'
import { extractGolden } from '../../support/golden.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

async function repository() {
  const dir = await makeTempDir('shards')
  onTestFinished(() => removeDir(dir))
  const { password } = await extractGolden('01-default', dir)
  const root = join(dir, 'repo')
  const run = (...argv: string[]) => runInProcess(argv, { dir: root, configPath: connectionFile(dir, root), password })
  const modify = (...argv: string[]) => run('blob', 'shards', 'modify', '--i-am-sure-kopia-is-not-running', '--path', root, ...argv)
  const files = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  const contents = async () => (await run('content', 'list', '--json')).stdout
  return { root, run, modify, files, contents }
}

test('all blobs are found in their new folders, and no empty folder stays', async () => {
  const { root, modify, files, contents } = await repository()
  const before = await contents()
  const { messages, stdout } = await modify('--default-shards', '2,2', '--override', 'q=flat', '--unsharded-length', '10')
  expect(messages.some((line) => /^info Moved [1-9]\d* files, \d+ unchanged\.$/.test(line))).toBe(true)
  expect(stdout).toContain(`rmdir ${join(root, 'p')}`)
  expect(JSON.parse(readFileSync(join(root, '.shards'), 'utf8'))).toEqual({
    default: [2, 2],
    maxNonShardedLength: 10,
    overrides: [{ prefix: 'q', shards: [] }],
  })
  const names = files()
  expect(names.some((name) => /^q[0-9a-f]{32}-s[0-9a-f]+\.f$/.test(name))).toBe(true)
  expect(names.some((name) => /^p[0-9a-f]\/[0-9a-f]{2}\/.+\.f$/.test(name))).toBe(true)
  expect(names).not.toContain('p')
  expect(await contents()).toBe(before)
})

test('back again, everything lies where it was', async () => {
  const { modify, files } = await repository()
  // The repository holds empty folders, which go.
  const blobs = () => files().filter((name) => name.endsWith('.f'))
  const before = blobs()
  await modify('--default-shards', 'flat', '--override', 'x=1')
  expect(blobs()).not.toEqual(before)
  await modify('--default-shards', '1,3', '--remove-override', 'x')
  expect(blobs()).toEqual(before)
})

test('a dry run only says what it would do', async () => {
  const { modify, files } = await repository()
  const before = files()
  const { stdout, messages } = await modify('--default-shards', '4', '--dry-run')
  expect(stdout.split('\n').filter((line) => line.startsWith('mv ')).length).toBeGreaterThan(5)
  expect(messages.at(-1)).toMatch(/^info Would move \d+ file, \d+ unchanged\.$/)
  expect(files()).toEqual(before)
})

test('empty folders that were there before go as well', async () => {
  const { root, modify, files } = await repository()
  mkdirSync(join(root, 'empty', 'below'), { recursive: true })
  await modify()
  expect(files()).not.toContain('empty')
})

test.each([
  ['--default-shards', 'one'],
  ['--override', 'q'],
  ['--override', 'q=x'],
  ['--unsharded-length', 'long'],
])('%s %s is a usage error, and nothing moves', async (...argv) => {
  const { modify, files } = await repository()
  const before = files()
  await expect(modify(...argv)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  expect(files()).toEqual(before)
})

test('without the confirmation, the path or .shards nothing is done', async () => {
  const { root, run, modify } = await repository()
  await expect(run('blob', 'shards', 'modify', '--path', root)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  await expect(run('blob', 'shards', 'modify', '--i-am-sure-kopia-is-not-running')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  rmSync(join(root, '.shards'))
  await expect(modify()).rejects.toMatchObject({ code: 'CAIRN_STORAGE_SHARDS_INVALID' })
})
