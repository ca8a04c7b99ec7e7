import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runInProcess } from '../../support/cli-in-process.ts'
import { scriptedServer } from '../../support/scripted-server.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function world() {
  const dir = await tempDir()
  const repository = join(dir, 'repository')
  const options = { dir: join(dir, 'work'), configPath: join(dir, 'c.config'), password: 'kept-in-the-vault' }
  mkdirSync(options.dir)
  mkdirSync(repository)
  return { dir, repository, options, doctor: (...args: string[]) => runInProcess(['doctor', ...args], options) }
}

it('says of a connected repository that all is well, and what it looked at', async () => {
  const { repository, options, doctor } = await world()
  await runInProcess(['repository', 'create', 'filesystem', '--path', repository], options)
  // Folders that are empty now stay.
  const files = () =>
    readdirSync(repository, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  const before = files().sort()
  const { code, stdout } = await doctor()
  const lines = stdout.split('\n')
  expect(code).toBe(0)
  expect(lines[0]).toBe(`Repository   ${repository}`)
  expect(lines.filter((line) => line.startsWith('  ok ')).map((line) => line.split(/ +/)[2])).toEqual([
    'reach',
    'write',
    'read',
    'create',
    'list',
    'latency',
    'clock',
    'delete',
    'repository',
  ])
  expect(lines.at(-2)).toBe('The storage works, and the repository in it opens.')
  expect(files().sort()).toEqual(before)
})

it('tells a wrong password from a storage that does not work, by its exit code too', async () => {
  const { repository, options, doctor } = await world()
  await runInProcess(['repository', 'create', 'filesystem', '--path', repository], options)
  const wrong = await runInProcess(['doctor', '--json'], { ...options, password: 'another' })
  expect(wrong.code).toBe(12)
  const report = JSON.parse(wrong.stdout)
  expect(report).toMatchObject({ isHealthy: false, clockSkewMs: 0, verdict: expect.stringContaining('the repository in it does not open') })
  expect(report.checks.at(-1)).toMatchObject({ name: 'repository', status: 'failed', code: 'CAIRN_PASSWORD_WRONG' })
  expect(report.checks.slice(0, -1).every(({ status }: { status: string }) => status === 'ok')).toBe(true)

  const without = await runInProcess(['doctor'], { ...options, password: '' })
  expect(without.code).toBe(0)
  expect(without.stdout).toContain('skipped  repository  it is there; no password was given')

  const missing = await doctor('--repository', join(options.dir, 'nowhere'))
  expect(missing.code).toBe(10)
  expect(missing.stdout).toMatch(/FAILED +reach +CAIRN_STORAGE_ROOT_MISSING/)
})

it('names the source of credentials of a cloud store, and what the store refuses', async () => {
  const { options } = await world()
  const { host } = await scriptedServer(() => ({ status: 403, body: '<Error><Code>AccessDenied</Code><Message>No.</Message></Error>' }))
  const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' }
  const { code, stdout } = await runInProcess(['doctor', '--repository', `s3://backups/shop?endpoint=http://${host}`], { ...options, env })
  expect(code).toBe(7)
  expect(stdout).toContain(`Repository   S3: ${host} backups, prefix shop/`)
  expect(stdout).toContain('Credentials  the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  expect(stdout).toMatch(/FAILED +reach +CAIRN_STORAGE_FORBIDDEN/)
  expect(stdout).not.toContain('not-a-secret')
})
