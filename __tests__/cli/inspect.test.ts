/** Looking into a repository from the command line: another process, its output, its exit code. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cairn } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string
const run = (...args: string[]) => cairn(['--config-file', join(dir, 'repository.config'), ...args], { cwd: dir })

beforeAll(async () => {
  dir = await makeTempDir('cli-inspect')
  mkdirSync(join(dir, 'data'))
  for (let i = 0; i < 20; i++) writeFileSync(join(dir, 'data', `file-${i}.txt`), `text number ${i}\n`.repeat(i + 1))
  for (const args of [
    ['repository', 'create', 'filesystem', '--path', join(dir, 'repo')],
    ['snapshot', 'create', join(dir, 'data')],
  ]) {
    const { code, stderr } = await run(...args)
    if (code !== 0) throw new Error(stderr)
  }
}, 60_000)
afterAll(() => removeDir(dir))

test.each([
  ['blob', 'list'],
  ['content', 'list'],
  ['index', 'list'],
  ['manifest', 'list'],
])('%s %s --json is a list with an element for each line', async (...words) => {
  const { code, stdout } = await run(...words, '--json')
  expect(code).toBe(0)
  const items: unknown[] = JSON.parse(stdout)
  expect(items.length).toBeGreaterThan(0)
  expect(stdout.split('\n')).toHaveLength(items.length + 3)
  const lines = (await run(...words)).stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(items.length)
})

test('what a content, a manifest and a blob say can be printed', async () => {
  const contents: { contentID: string }[] = JSON.parse((await run('content', 'list', '--prefix', 'k', '--json')).stdout)
  const shown = await run('content', 'show', contents[0]?.contentID ?? '', '--json')
  expect(JSON.parse(shown.stdout).stream).toBe('kopia:directory')
  const [manifest] = JSON.parse((await run('manifest', 'list', '--filter', 'type:snapshot', '--json')).stdout)
  expect((await run('manifest', 'show', manifest.id)).stdout).toContain(`// label path:${join(dir, 'data')}`)
  expect(JSON.parse((await run('blob', 'show', 'kopia.repository')).stdout).tool).toBeTypeOf('string')
})

test('a reader that stops early is no error', async () => {
  const args = ['--config-file', join(dir, 'repository.config'), 'index', 'inspect', '--active']
  const { code, stderr } = await cairn(args, { cwd: dir, stopsReading: true })
  expect(code).toBe(0)
  expect(stderr).toBe('')
})

test('a dangerous command is refused with exit code 2, and runs with the switch of kopia, by flag or variable', async () => {
  const refused = await run('blob', 'gc')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('CAIRN_DANGEROUS_COMMAND')
  expect((await run('blob', 'gc', '--dangerous-commands=enabled')).code).toBe(0)
  expect((await run('--advanced-commands=enabled', 'blob', 'gc')).code).toBe(0)
  const args = ['--config-file', join(dir, 'repository.config'), 'blob', 'gc']
  expect((await cairn(args, { cwd: dir, env: { KOPIA_DANGEROUS_COMMANDS: 'enabled' } })).code).toBe(0)
})

test('what cannot be read ends with the exit code of damage', async () => {
  expect((await run('blob', 'show', 'p0000')).code).toBe(4)
  expect((await run('manifest', 'show', 'nothing')).code).toBe(2)
  expect((await run('content', 'verify', '--full')).code).toBe(0)
})
