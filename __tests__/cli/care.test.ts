/** Looking after a connection with the built command line: tokens on standard input, log files, completion, exit codes. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/command-table.ts'
import { CLI, cairn, PASSWORD } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string
const one = ['--config-file', './one.config']

beforeAll(async () => {
  dir = await makeTempDir('cairn-cli-care')
  expect((await cairn(['repository', 'create', 'filesystem', '--path', 'repo', ...one], { cwd: dir })).code).toBe(0)
})
afterAll(() => removeDir(dir))

it('takes a token with its password from standard input', async () => {
  const { stdout } = await cairn(['repository', 'status', '-t', '-s', ...one], { cwd: dir })
  const token = /--token (\S+)/.exec(stdout)?.[1] ?? ''
  const args = [CLI, 'repository', 'connect', 'from-config', '--token-stdin', '--config-file', './two.config', '--persist-credentials']
  const options = { cwd: dir, input: `${token}\n`, encoding: 'utf8' as const, env: { PATH: process.env['PATH'], HOME: dir } }
  expect(spawnSync(process.execPath, args, options)).toMatchObject({ status: 0, stderr: 'Connected to repository.\n' })
  const env = { KOPIA_PASSWORD: undefined }
  expect((await cairn(['repository', 'status', '--json', '--config-file', './two.config'], { cwd: dir, env })).code).toBe(0)
})

it('writes a log file with more than the terminal shows, and no password', async () => {
  const log = ['--log-file', 'cairn.log', '--console-timestamps']
  const { stderr } = await cairn(['repository', 'set-client', '--description', 'logged', ...log, ...one], { cwd: dir })
  expect(stderr).toMatch(/^\d\d:\d\d:\d\d\.\d{3} Description: logged\n$/)
  await cairn(['repository', 'status', '--password', PASSWORD, ...log, ...one], { cwd: dir })
  const text = readFileSync(join(dir, 'cairn.log'), 'utf8')
  expect(text).toMatch(/INFO Description: logged\n/)
  expect(text).toMatch(/DEBUG storage: get kopia\.repository/)
  expect(text).not.toContain(PASSWORD)
})

it('ends with 0 when it did what was asked for and with another code when it did not', async () => {
  const code = async (...args: string[]) => (await cairn([...args, ...one], { cwd: dir })).code
  expect(await code('repository', 'throttle', 'get')).toBe(0)
  expect(await code('repository', 'set-parameters')).toBe(0)
  expect(await code('repository', 'set-client')).toBe(2)
  expect(await code('repository', 'set-parameters', '--max-pack-size-mb', '5')).toBe(2)
  expect(await code('repository', 'connect', 'from-config', '--token', 'x')).toBe(2)
  expect(await code('repository', 'sync-to', 'filesystem', '--path', 'nowhere')).toBe(10)
  expect(await code('completion', 'tcsh')).toBe(2)
})

it('prints every help and every completion script', async () => {
  const full = await cairn(['--help-full'], { cwd: dir })
  expect(full).toMatchObject({ code: 0, stderr: '' })
  for (const { path } of COMMANDS) expect(full.stdout).toContain(`Usage: cairn ${path.join(' ')}`)
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { code, stdout } = await cairn(['completion', shell], { cwd: dir })
    expect(code).toBe(0)
    expect(stdout).toContain('reconnect-token-with-password')
  }
  expect((await cairn(['--completion-script-bash'], { cwd: dir })).stdout).toBe((await cairn(['completion', 'bash'], { cwd: dir })).stdout)
})
