/** Policies at the command line: set, shown, exported and imported as a user does it, and a plan. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLI, type CliOptions, cairn, PASSWORD } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string

const cli = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  cairn([...args, '--config-file', './cairn.config'], { cwd: dir, ...options })

/** The same with something on standard input. */
function withInput(args: readonly string[], input: string, env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(process.execPath, [CLI, ...args, '--config-file', './cairn.config'], {
    cwd: dir,
    input,
    env: { PATH: process.env['PATH'], HOME: join(dir, '.home'), KOPIA_PASSWORD: PASSWORD, ...env },
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

beforeAll(async () => {
  dir = await makeTempDir('cairn-policy')
  mkdirSync(join(dir, 'data'))
  writeFileSync(join(dir, 'data', 'a.txt'), 'alpha\n')
  const create = ['repository', 'create', 'filesystem', '--path', './repo', '--override-username', 'ci', '--override-hostname', 'shop']
  expect(await cli(create)).toMatchObject({ code: 0 })
})

afterAll(() => removeDir(dir))

describe('policy', () => {
  it('is set, shown with origins, listed and deleted', async () => {
    const set = await cli(['policy', 'set', 'ci@shop:/srv', '--keep-daily=3', '--add-ignore', '*.tmp', '--before-folder-action', 'H "a b"'])
    expect(set).toMatchObject({ code: 0, stdout: '' })
    expect(set.stderr).toBe(
      'Setting policy for ci@shop:/srv\n - setting keep-daily to 3\n - adding "*.tmp" to ignore\n - setting the before-folder hook to "H" "a b" (essential, 300 s)\n',
    )
    const { stdout } = await cli(['policies', 'get', 'ci@shop:/srv'])
    expect(stdout).toMatch(/^Policy for ci@shop:\/srv:\n\nRetention:\n {2}Annual snapshots: +3 {3}inherited from \(global\)\n/)
    expect(stdout).toMatch(/^ {2}Daily snapshots: +3 {3}\(defined for this target\)$/m)
    expect(stdout).toMatch(/^ {4}H a b$/m)
    const [listed] = JSON.parse((await cli(['policy', 'ls', '--json'])).stdout).slice(1)
    expect(listed).toMatchObject({ target: { host: 'shop', userName: 'ci', path: '/srv' }, retention: { keepDaily: 3 } })
    const shown = JSON.parse((await cli(['policy', 'show', listed.id, '--json'])).stdout)
    expect(shown).toMatchObject({ retention: { keepDaily: 3, keepLatest: 10 }, actions: { beforeFolder: { args: ['a b'] } } })
    expect((await cli(['policy', 'rm', 'ci@shop:/srv', '-n'])).stderr).toBe('Would remove policy on "ci@shop:/srv"\n')
    expect((await cli(['policy', 'remove', 'ci@shop:/srv'])).code).toBe(0)
    expect((await cli(['policy', 'list'])).stdout).toMatch(/^[0-9a-f]{32} \(global\)\n$/)
  })

  it('case 11: mode alone is no change, and a target is needed', async () => {
    const mode = await cli(['policy', 'set', '--global', '--action-command-mode=optional'])
    expect(mode).toMatchObject({ code: 2 })
    expect(mode.stderr).toContain('CAIRN_USAGE  No changes are specified.')
    expect((await cli(['policy', 'set', '--keep-daily=1'])).code).toBe(2)
  })

  it('case 13: a script is stored as its text, and case 10: an empty text removes it', async () => {
    writeFileSync(join(dir, 'hook.sh'), '#!/bin/sh\necho ä\n')
    await cli([
      'policy',
      'set',
      '@shop',
      '--after-snapshot-root-action',
      './hook.sh',
      '--persist-action-script',
      '--action-command-timeout=90s',
    ])
    const exported = JSON.parse((await cli(['policy', 'export', '@shop'])).stdout)
    expect(exported['@shop'].actions).toEqual({ afterSnapshotRoot: { script: '#!/bin/sh\necho ä\n', timeout: 90, mode: 'essential' } })
    await cli(['policy', 'set', '@shop', '--after-snapshot-root-action='])
    expect(JSON.parse((await cli(['policy', 'export', '@shop'])).stdout)['@shop'].actions).toEqual({})
    expect((await cli(['policy', 'set', '@shop', '--after-snapshot-root-action', './gone.sh', '--persist-action-script'])).code).toBe(2)
    await cli(['policy', 'delete', '@shop'])
  })

  it('goes from the policy file to the repository and back, and the file keeps its comments', async () => {
    const file =
      'version: 1\n# why\nsource: {user: ci, host: shop, root: /w}\nsources: [data]\npolicies:\n  ./data: {compression: zstd}   # fast\n'
    mkdirSync(join(dir, '.github'), { recursive: true })
    writeFileSync(join(dir, '.github', 'cairn.yml'), file)
    expect(await cli(['policy', 'import', '.github/cairn.yml'])).toMatchObject({ code: 0 })
    expect(JSON.parse((await cli(['policy', 'export', 'ci@shop:/w/data'])).stdout)).toMatchObject({
      'ci@shop:/w/data': { compression: { compressorName: 'zstd' } },
    })
    const merge = ['policy', 'export', 'ci@shop:/w/data', '--yaml', '--to-file', '.github/cairn.yml']
    expect((await cli(merge)).stderr).toContain('CAIRN_EXPORT_EXISTS')
    expect((await cli([...merge, '--overwrite'])).code).toBe(0)
    expect(readFileSync(join(dir, '.github', 'cairn.yml'), 'utf8')).toBe(file)
    await cli(['policy', 'set', 'ci@shop:/w/data', '--compression=pgzip'])
    expect((await cli([...merge, '--overwrite'])).code).toBe(0)
    expect(readFileSync(join(dir, '.github', 'cairn.yml'), 'utf8')).toBe(file.replace('zstd}   #', 'pgzip} #'))
    const kopia = await cli(['policy', 'export', '--kopia'])
    expect(JSON.parse(kopia.stdout)).toMatchObject({ 'ci@shop:/w/data': { compression: { compressorName: 'pgzip' } } })
    await cli(['policy', 'delete', 'ci@shop:/w/data'])
  })

  it('is exported to a file and imported from standard input; case 17: an unknown field is refused or left out', async () => {
    expect((await cli(['policy', 'export', '--to-file', 'out.json'])).code).toBe(0)
    expect(statSync(join(dir, 'out.json')).mode & 0o777).toBe(0o600)
    const text = readFileSync(join(dir, 'out.json'), 'utf8')
    const more = JSON.stringify({ ...JSON.parse(text), '@more': { retention: { keepLatest: 2 }, colour: 'red' } })
    expect(() => withInput(['policy', 'import'], more)).toThrow()
    withInput(['policy', 'import', '--allow-unknown-fields', '--delete-other-policies', '@more'], more)
    expect((await cli(['policy', 'list'])).stdout).toMatch(/^[0-9a-f]{32} @more\n$/)
    withInput(['policy', 'import', '--delete-other-policies'], text)
    expect((await cli(['policy', 'export'])).stdout).toBe(text)
  })

  it('is edited in the editor of the user', async () => {
    writeFileSync(
      join(dir, 'editor.sh'),
      `#!/bin/sh\ngrep -q '^# The policy of @edited' "$2" && sed -i 's/"retention": {}/"retention": {"keepLatest": 4}/' "$2"\n`,
    )
    chmodSync(join(dir, 'editor.sh'), 0o755)
    withInput(['policy', 'edit', '@edited'], 'y\n', { VISUAL: `"${join(dir, 'editor.sh')}" --wait`, EDITOR: 'false' })
    expect(JSON.parse((await cli(['policy', 'export', '@edited'])).stdout)['@edited'].retention).toEqual({ keepLatest: 4 })
    const failed = await cli(['policy', 'edit', '@edited'], { env: { EDITOR: 'false' } })
    expect(failed).toMatchObject({ code: 1 })
    expect(failed.stderr).toContain('CAIRN_EDITOR_FAILED')
  })

  it.each([
    [['policy', 'export', '--overwrite'], '--to-file'],
    [['policy', 'export', '--yaml', '--kopia'], 'do not go together'],
    [['policy', 'export', '--strict-kopia'], '--kopia'],
    [['policy', 'import', 'x.yml', '--allow-unknown-fields'], 'policy file'],
    [['policy', 'import', '--from-file', 'x.json', '--strict-kopia'], 'policy file'],
  ])('%j says that a flag has no meaning there', async (args, message) => {
    const result = await cli(args)
    expect(result.stderr).toContain(message)
    expect(result.code).toBe(2)
  })
})

describe('plan', () => {
  it('shows what a run would do, as text and as JSON, and makes no repository', async () => {
    const work = join(dir, 'work')
    mkdirSync(join(work, '.github'), { recursive: true })
    writeFileSync(join(work, '.github', 'cairn.yml'), 'version: 1\nsources: [src]\npolicies: {./src: {files: {ignore: ["*.o"]}}}\n')
    mkdirSync(join(work, 'src'))
    writeFileSync(join(work, 'src', 'a.c'), 'int\n')
    writeFileSync(join(work, 'src', 'a.o'), 'object\n')
    const text = await cairn(['plan'], { cwd: work })
    expect(text).toMatchObject({ code: 0 })
    expect(text.stdout).toContain('  content      1 file, 1 folder, 4 B\n  left out     1 file (7 B) and 0 folders by ignore rules\n')
    const json = JSON.parse((await cairn(['plan', '--json'], { cwd: work })).stdout)
    expect(json).toMatchObject({ schema: 1, repository: { exists: false }, sources: [{ label: 'src', content: { files: 1 } }] })
    expect(existsSync(join(work, '.cairn'))).toBe(false)
    expect(existsSync(join(work, '.home'))).toBe(false)
  })
})
