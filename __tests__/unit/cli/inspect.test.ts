/** Inspection commands print what stock kopia prints about the same repository. */
import { readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectionFile, runInProcess } from '../../support/cli-in-process.ts'
import { extractGolden } from '../../support/golden.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const recorded: readonly { readonly command: string; readonly stdout: readonly string[] }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden/inspect-06.json'), 'utf8'),
)

let dir: string
let run: (...argv: string[]) => ReturnType<typeof runInProcess>

beforeAll(async () => {
  dir = await makeTempDir('inspect')
  const { password } = await extractGolden('06-after-maintenance', dir)
  const configPath = connectionFile(dir, join(dir, 'repo'))
  run = (...argv) => runInProcess(argv, { dir: join(dir, 'repo'), configPath, password })
})
afterAll(() => removeDir(dir))

// Storages list in no particular order, and kopia's order of labels and methods changes from run to run.
const UNORDERED = /^(blob list|content stats|manifest show)/

describe('prints the same as stock kopia:', () => {
  test.each(recorded)('$command', async ({ command, stdout }) => {
    const result = await run(...command.split(' '))
    expect(result.code).toBe(0)
    const lines = result.stdout.replace(/\n$/, '').split('\n')
    if (stdout.length === 0) expect(result.stdout).toBe('')
    else if (UNORDERED.test(command)) expect(lines.map(withoutComma).sort()).toEqual(stdout.map(withoutComma).sort())
    else expect(lines).toEqual(stdout)
  })
})

const withoutComma = (line: string) => line.replace(/,$/, '')

test('index list --json is JSON, indented or not', async () => {
  const plain = JSON.parse((await run('index', 'list', '--json')).stdout)
  const indented = JSON.parse((await run('index', 'list', '--json', '--json-indent')).stdout)
  expect(plain).toEqual(indented)
  expect(plain.length).toBeGreaterThan(10)
})

test('an empty list is JSON too', async () => {
  expect(JSON.parse((await run('content', 'list', '--json', '--prefix', 'zz')).stdout)).toEqual([])
})

test('index inspect finds the entries of one content', async () => {
  const { stdout } = await run('index', 'inspect', '--active', '--content-id', '0a1da8011308520865a5268e25a835f3')
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toContain(' 0a1da8011308520865a5268e25a835f3 ')
})

test('index inspect without anything to inspect is a usage error', async () => {
  await expect(run('index', 'inspect')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
})

test('content show prints the bytes, decompresses, and indents', async () => {
  const id = (await run('content', 'list', '--prefix', 'm')).stdout.split('\n')[0] ?? ''
  const plain = (await run('content', 'show', '--unzip', id)).stdout
  const indented = (await run('content', 'show', '-z', '-j', id)).stdout
  expect(JSON.parse(plain).entries.length).toBeGreaterThan(0)
  expect(JSON.parse(indented)).toEqual(JSON.parse(plain))
  expect(indented.split('\n').length).toBeGreaterThan(5)
})

test('content show refuses what is no ID, no gzip stream and no JSON', async () => {
  const id = (await run('content', 'list', '--non-prefixed')).stdout.split('\n')[0] ?? ''
  for (const argv of [['nonsense'], ['-z', id], ['-j', id]]) {
    await expect(run('content', 'show', ...argv)).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  }
})

test('blob show decrypts a log', async () => {
  const id = (await run('blob', 'list', '--prefix', '_log_')).stdout.split(' ')[0] ?? ''
  const sealed = (await run('blob', 'show', id)).stdout
  const gzip = (await run('blob', 'show', '--decrypt', id)).stdout
  expect(gzip.charCodeAt(0)).toBe(0x1f)
  expect(sealed).not.toBe(gzip)
})

test('content verify counts every content, and reads them with --full', async () => {
  const { messages } = await run('content', 'verify', '--full')
  expect(messages.find((line) => line.includes('verifyCounters'))).toContain('"verifiedContents":57,"totalErrorCount":0')
  expect(messages.find((line) => line.includes('verifyCounters'))).toContain('"readContents":57')
})

test('a manifest that is not there is named', async () => {
  await expect(run('manifest', 'show', 'nothing')).rejects.toMatchObject({ code: 'CAIRN_MANIFEST_NOT_FOUND' })
})

test('a log that is not there is an error', async () => {
  await expect(run('logs', 'show', 'nothing')).rejects.toMatchObject({ code: 'CAIRN_LOG_NOT_FOUND' })
})

test.each([
  ['blob', 'delete', 'x'],
  ['content', 'delete', '0a1da8011308520865a5268e25a835f3'],
  ['manifest', 'delete', 'x'],
])('%s %s runs only when dangerous commands are enabled', async (...argv) => {
  await expect(run(...argv)).rejects.toMatchObject({ code: 'CAIRN_DANGEROUS_COMMAND' })
  await expect(run(...argv, '--dangerous-commands=yes')).rejects.toMatchObject({ code: 'CAIRN_DANGEROUS_COMMAND' })
})

describe('in a repository that is changed', () => {
  let changed: string
  let change: (...argv: string[]) => ReturnType<typeof runInProcess>
  const pathOf = (id: string) => join(changed, 'repo', id.slice(0, 1), id.slice(1, 4), `${id.slice(4)}.f`)
  const dangerous = '--dangerous-commands=enabled'

  beforeAll(async () => {
    changed = await makeTempDir('inspect')
    const { password } = await extractGolden('06-after-maintenance', changed)
    const configPath = connectionFile(changed, join(changed, 'repo'))
    change = (...argv) => runInProcess(argv, { dir: join(changed, 'repo'), configPath, password })
  })
  afterAll(() => removeDir(changed))

  test('content delete marks a content as deleted', async () => {
    const id = (await change('content', 'list')).stdout.split('\n')[0] ?? ''
    await change('content', 'delete', dangerous, id)
    expect((await change('content', 'list')).stdout).not.toContain(id)
    expect((await change('content', 'list', '--deleted-only')).stdout).toContain(id)
  })

  test('manifest delete removes a manifest, and one that is not there is no error', async () => {
    const id = (await change('manifest', 'list', '--filter', 'type:snapshot')).stdout.split(' ')[0] ?? ''
    await change('manifest', 'delete', dangerous, id, 'nothing')
    expect((await change('manifest', 'list')).stdout).not.toContain(id)
  })

  test('logs cleanup deletes the oldest logs, and none in a dry run', async () => {
    const logs = async () => (await change('blob', 'list', '--prefix', '_log_')).stdout.split('\n').length - 1
    const before = await logs()
    const limit = ['--max-age', '0', '--max-count', '3']
    expect((await change('logs', 'cleanup', '--dry-run', ...limit)).messages).toContain(`info Would delete ${before - 3} logs.`)
    expect(await logs()).toBe(before)
    expect((await change('logs', 'cleanup', ...limit)).messages).toContain(`info Deleted ${before - 3} logs.`)
    expect(await logs()).toBe(3)
  })

  test('content verify counts contents in packs that are missing or cut off, and names the packs', async () => {
    const packs = new Map<string, number>()
    for (const { packFile } of JSON.parse((await change('content', 'list', '--json')).stdout))
      packs.set(packFile, (packs.get(packFile) ?? 0) + 1)
    const [first = '', second = ''] = [...packs.keys()].filter((id) => id.startsWith('p'))
    rmSync(pathOf(first))
    truncateSync(pathOf(second), 40)
    const failing = change('content', 'verify')
    await expect(failing).rejects.toMatchObject({ code: 'CAIRN_CONTENT_DAMAGED' })
    const damaged = (packs.get(first) ?? 0) + (packs.get(second) ?? 0)
    await expect(failing).rejects.toThrow(new RegExp(`^${damaged} of `))
  })

  test('blob delete deletes a blob', async () => {
    const id = (await change('blob', 'list', '--prefix', 'q')).stdout.split(' ')[0] ?? ''
    await change('blob', 'delete', dangerous, id)
    expect((await change('blob', 'list')).stdout).not.toContain(id)
  })
})
