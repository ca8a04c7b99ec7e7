/** Snapshots through their whole life, as a user types it: made, listed, pinned, expired, deleted. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliOptions, cairn } from '../support/command-line.ts'
import { makeTempDir, removeDir } from '../support/temp-dir.ts'

let dir: string

const cli = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  cairn([...args, '--config-file', './cairn.config'], { cwd: dir, ...options })

interface Listed {
  readonly id: string
  readonly description: string
  readonly incomplete?: string
  readonly startTime: string
  readonly endTime: string
  readonly pins?: readonly string[]
  readonly rootEntry: { readonly name: string; readonly obj: string }
  readonly retentionReason?: readonly string[]
  readonly storageStats?: { readonly newData: { readonly fileObjects: number } }
}

async function list(...args: string[]): Promise<Listed[]> {
  const { stdout } = await cli(['snapshot', 'list', '--json', ...args])
  return JSON.parse(stdout)
}

beforeAll(async () => {
  dir = await makeTempDir('cairn-life')
  mkdirSync(join(dir, 'data', 'sub'), { recursive: true })
  writeFileSync(join(dir, 'data', 'a'), Buffer.alloc(800_000, 1))
  writeFileSync(join(dir, 'data', 'b'), Buffer.alloc(800_000, 2))
  writeFileSync(join(dir, 'data', 'sub', 'c.tmp'), 'c')
  const create = ['repository', 'create', 'filesystem', '--path', './repo']
  const { code } = await cli([...create, '--override-username', 'bob', '--override-hostname', 'box'])
  expect(code).toBe(0)
})

afterAll(() => removeDir(dir))

describe('snapshot create', () => {
  it('ends before the upload limit with an incomplete snapshot, which lists hide', async () => {
    const limited = await cli(['snapshot', 'create', 'data', '--upload-limit-mb', '1'])
    expect(limited).toMatchObject({ code: 0, stdout: '' })
    expect(limited.stderr).toMatch(/^Created partial snapshot with root k\w+ and ID \w{32} in 0s$/m)
    expect((await cli(['snapshot', 'list', 'data'])).stdout).toBe(`bob@box:${join(dir, 'data')}\n`)
    expect((await cli(['snapshot', 'list', 'data', '-i'])).stdout).toMatch(
      / incomplete:limit reached 800 KB drwx\S+ files:1 dirs:1 \(incomplete\)$/m,
    )
    expect(await list()).toMatchObject([{ incomplete: 'limit reached' }])
  })

  it('goes on from there, and the incomplete one is gone', async () => {
    const whole = await cli(['snapshot', 'create', 'data', '--json', '--json-verbose'])
    expect(JSON.parse(whole.stdout)).toMatchObject({ stats: { cachedFiles: 1 } })
    const all = await list()
    expect(all).toMatchObject([{ retentionReason: expect.arrayContaining(['latest-1']) }])
    expect(all[0]).not.toHaveProperty('incomplete')
  })

  it('stores standard input as a file, in a folder called by the path', async () => {
    const made = await cli(['snapshot', 'create', 'db', '--stdin-file', 'dump.sql', '--json'], { input: 'select 1\n' })
    const { id, rootEntry }: Listed = JSON.parse(made.stdout)
    expect(rootEntry.name).toBe(join(dir, 'db'))
    expect((await cli(['show', `${id}/dump.sql`])).stdout).toBe('select 1\n')
    const all = await cli(['snapshot', 'create', '--all'])
    expect(all.stderr.match(/^Snapshotting .*$/gm)).toEqual([`Snapshotting bob@box:${join(dir, 'data')} ...`])
  })

  it.each([
    ['a checkpoint interval above 45 minutes', ['data', '--checkpoint-interval', '46m'], /--checkpoint-interval must be from 1ms to 45m/],
    [
      'an end before the start',
      ['data', '--start-time', '2026-01-02T00:00:00Z', '--end-time', '2026-01-01T00:00:00Z'],
      /--start-time is after --end-time/,
    ],
    ['a description above 1024 bytes', ['data', '--description', 'x'.repeat(1025)], /longer than 1024 bytes/],
    ['two sources for one input', ['data', 'db', '--stdin-file', 'x'], /exactly one source/],
    ['a path as the name of the input', ['db', '--stdin-file', 'a/b'], /"a\/b" is not the name of a file/],
    ['a limit that is no number', ['data', '--upload-limit-mb', 'many'], /--upload-limit-mb "many" is not a whole number/],
    ['a share above all', ['data', '--force-hash', '101'], /--force-hash takes a number from 0 to 100/],
  ])('refuses %s before it reads anything', async (_, args, message) => {
    const refused = await cli(['snapshot', 'create', ...args])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(message)
    expect(refused.stderr).not.toContain('Snapshotting')
  })
})

describe('afterwards', () => {
  it('estimates what is included and excluded', async () => {
    writeFileSync(join(dir, 'data', '.kopiaignore'), '*.tmp\n')
    const { code, stdout, stderr } = await cli(['snapshot', 'estimate', 'data', '--upload-speed', '1'])
    expect(code).toBe(0)
    expect(stderr).toBe('Analyzing ....\nAnalyzing sub...\n')
    expect(stdout).toBe(`Snapshot includes 3 file(s), total size 1.6 MB
   100 KB...  1 MB:       2 files, total size 1.6 MB
   0 B   ...  1 KB:       1 files, total size 6 B

Snapshot excludes 1 file(s), total size 1 B
   0 B   ...  1 KB:       1 files, total size 1 B
 - sub/c.tmp - 1 B
Snapshot excludes no directories.

Estimated upload time: 12s at 1 Mbit/s
`)
  })

  it('shows what each adds to the repository', async () => {
    const stats = await list('data', '--storage-stats')
    expect(stats.map(({ storageStats }) => storageStats?.newData.fileObjects)).toEqual([3, 0])
    expect((await cli(['snapshot', 'list', 'data', '--storage-stats', '-l'])).stdout).toMatch(
      / new-data:0 B new-files:0 new-dirs:0 compression:0% \(/,
    )
  })

  it('pins by root object, and says when nothing changes', async () => {
    const root = (await list('data'))[0]?.rootEntry.obj ?? ''
    const pinned = await cli(['snapshot', 'pin', root, '--add', 'keep'])
    expect(pinned).toMatchObject({ code: 0, stderr: expect.stringMatching(/^(Updating snapshot at .*UTC of bob@box:.*\n){2}$/) })
    expect((await list('data')).map(({ pins }) => pins)).toEqual([['keep'], ['keep']])
    expect((await cli(['snapshot', 'pin', root, '--add', 'keep'])).stderr).toMatch(/^(No change for snapshot at .*\n){2}$/)
    expect(await cli(['snapshot', 'pin', root])).toMatchObject({ code: 2 })
    await cli(['snapshot', 'pin', root, '--remove', 'keep'])
  })

  it('expires by the rules, with reasons, only when told to', async () => {
    const rules = [
      '--keep-latest',
      '1',
      '--keep-hourly',
      '0',
      '--keep-daily',
      '0',
      '--keep-weekly',
      '0',
      '--keep-monthly',
      '0',
      '--keep-annual',
      '0',
    ]
    expect((await cli(['policy', 'set', 'data', ...rules])).code).toBe(0)
    const planned = await cli(['snapshot', 'expire', 'data'])
    expect(planned.stderr).toMatch(
      /^ {2}keeping .* retention: \[latest-1\]\n {2}deleting .* UTC \w{32}\n1 snapshot\(s\) of bob@box:.* would be deleted\. Pass --delete to do it\.\n$/,
    )
    expect(await list('data')).toHaveLength(2)
    expect((await cli(['snapshot', 'expire', '--all', '--delete'])).stderr).toMatch(/^Deleted 1 snapshots of bob@box:.*\/data\.\.\.$/m)
    expect(await list('data')).toHaveLength(1)
    expect((await cli(['snapshot', 'expire', 'data'])).stderr).toMatch(/^Nothing to delete for bob@box:.*\/data\.\n$/)
  })

  it('deletes only when told to, by ID or by source', async () => {
    const [{ id } = { id: '' }] = await list('data')
    expect((await cli(['snapshot', 'delete', id])).stderr).toMatch(
      /^Would delete snapshot \w{32} of bob@box:.* \(pass --delete to confirm\)\n$/,
    )
    expect(await cli(['snapshot', 'delete', 'ff00', id, '--delete'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^CAIRN_SNAPSHOT_NOT_FOUND /),
    })
    expect(await list('data')).toHaveLength(1)
    expect(await cli(['snapshot', 'delete', id, '--unsafe-ignore-source'])).toMatchObject({ code: 0 })
    expect(await list('data')).toEqual([])
    expect(await cli(['snapshot', 'delete', '--all-snapshots-for-source', 'data', '--delete'])).toMatchObject({ code: 2 })
    expect(await cli(['snapshot', 'delete', '--all-snapshots-for-source', 'bob@box', '--delete'])).toMatchObject({ code: 0 })
    expect((await cli(['snapshot', 'list', '--all'])).stdout).toBe('')
  })
})

describe('a signal', () => {
  it('ends the upload with what is stored, once and with its own exit code', async () => {
    mkdirSync(join(dir, 'long'))
    writeFileSync(join(dir, 'long', 'a'), 'small')
    // Takes seconds to read and no space.
    writeFileSync(join(dir, 'long', 'z'), '')
    truncateSync(join(dir, 'long', 'z'), 8_000_000_000)
    const signalAt = { text: 'upload: ', signal: 'SIGINT' } as const
    const stopped = await cli(['snapshot', 'create', 'long', 'data', '--progress-update-interval', '1ms'], { signalAt })
    expect(stopped).toMatchObject({ code: 130, stdout: '' })
    expect(stopped.stderr).toMatch(/^Created partial snapshot with root k\w+ and ID \w{32} in \d+s$/m)
    expect(stopped.stderr.match(/CAIRN_\w+/g)).toEqual(['CAIRN_CANCELLED'])
    expect(stopped.stderr).toMatch(/^warning {2}The sources after this one were not snapshotted\.$/m)
    const [{ id, incomplete } = { id: '', incomplete: '' }] = await list('long')
    expect(incomplete).toBe('canceled')
    expect((await cli(['ls', id])).stdout).toBe('a\n')
  })
})
