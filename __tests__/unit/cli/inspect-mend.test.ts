/** Commands that mend a repository by hand: what they leave behind is what was there. */
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectionFile, runInProcess } from '../../support/cli-in-process.ts'
import { extractGolden } from '../../support/golden.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const dangerous = '--dangerous-commands=enabled'

/** A repository with epochs and a few packs; `run` gives standard output. */
async function repository(name: '01-default' | '04-format-v1' | '06-after-maintenance' = '01-default') {
  const dir = await makeTempDir('mend')
  onTestFinished(() => removeDir(dir))
  const { password } = await extractGolden(name, dir)
  const configPath = connectionFile(dir, join(dir, 'repo'))
  const options = { dir: join(dir, 'repo'), configPath, password }
  const run = (...argv: string[]) => runInProcess(argv, options)
  const pathOf = (id: string) => join(dir, 'repo', id.slice(0, 1), id.slice(1, 4), `${id.slice(4)}.f`)
  const blobs = async (prefix: string) =>
    (await run('blob', 'list', '--prefix', prefix)).stdout.split('\n').flatMap((line) => line.split(' ')[0] || [])
  const contents = async () => (await run('content', 'list', '--json')).stdout
  return { dir, run, pathOf, blobs, contents }
}

const removeIndexes = (dir: string) => rmSync(join(dir, 'repo', 'x'), { recursive: true, force: true })

test('index recover finds every content again after all index blobs are lost', async () => {
  const { dir, run, contents } = await repository()
  const before = await contents()
  removeIndexes(dir)
  expect(JSON.parse(await contents())).toEqual([])
  const found = await run('index', 'recover', dangerous, '--parallel', '3')
  expect(found.messages.at(-1)).toMatch(/^info Found 50 contents to recover from \d+ blobs, but not committed/)
  expect(JSON.parse(await contents())).toEqual([])
  await run('index', 'recover', dangerous, '--commit')
  expect(await contents()).toBe(before)
})

test('index recover takes only the packs that are named', async () => {
  const { dir, run, blobs, contents } = await repository()
  removeIndexes(dir)
  const [pack = ''] = await blobs('q')
  await run('index', 'recover', dangerous, '--blobs', pack, '--commit')
  const packs = new Set(JSON.parse(await contents()).map(({ packFile }: { packFile: string }) => packFile))
  expect([...packs]).toEqual([pack])
  await run('index', 'recover', dangerous, '--blob-prefixes', 'p', '--commit')
  expect(JSON.parse(await contents()).length).toBeGreaterThan(packs.size)
  await expect(run('index', 'recover', dangerous, '--blobs', 'p00')).rejects.toMatchObject({ code: 'CAIRN_BLOB_NOT_FOUND' })
})

test('index recover names a pack that cannot say what is in it, and goes on without it when told to', async () => {
  const { run, pathOf, blobs } = await repository()
  const [pack = ''] = await blobs('p')
  truncateSync(pathOf(pack), 100)
  await expect(run('index', 'recover', dangerous)).rejects.toMatchObject({
    code: 'CAIRN_PACK_INDEX_DAMAGED',
    message: expect.stringContaining(pack),
  })
  const { messages } = await run('index', 'recover', dangerous, '--ignore-errors')
  expect(messages.some((line) => line.startsWith('warning') && line.includes(pack))).toBe(true)
  expect(messages.some((line) => line.startsWith('info Found'))).toBe(true)
})

test('a damaged index blob is mended: recovered, then removed', async () => {
  const { run, pathOf, blobs, contents } = await repository()
  const before = await contents()
  const [damaged = ''] = await blobs('xn')
  writeFileSync(pathOf(damaged), 'no index')
  await expect(run('content', 'delete', dangerous, '00'.repeat(16))).rejects.toMatchObject({ code: 'CAIRN_INDEX_DAMAGED' })
  const { messages } = await run('index', 'recover', dangerous, '--commit')
  expect(messages.some((line) => line.startsWith('notice') && line.includes(damaged))).toBe(true)
  await run('blob', 'delete', dangerous, damaged)
  expect(await contents()).toBe(before)
})

test('content rewrite moves contents to new packs, and blob gc erases the old ones', async () => {
  const { run, blobs } = await repository()
  const plain = async () => (await run('content', 'show', ...(await run('content', 'list')).stdout.trim().split('\n'))).stdout
  const before = await plain()
  const oldPacks = await blobs('p')
  const dry = await run('content', 'rewrite', dangerous, '--short', '--safety=none', '--dry-run')
  expect(dry.messages.at(-1)).toMatch(/^info Would rewrite [1-9]\d* contents/)
  expect(await blobs('p')).toEqual(oldPacks)
  await run('content', 'rewrite', dangerous, '--short', '--safety=none')
  expect((await blobs('p')).length).toBeGreaterThan(oldPacks.length)
  expect((await run('blob', 'gc', dangerous, '--safety=none')).messages.at(-1)).toBe('info Pass --delete=yes to delete.')
  expect(await blobs('p')).toEqual(expect.arrayContaining(oldPacks))
  await run('blob', 'gc', dangerous, '--safety=none', '--delete=yes')
  expect(await blobs('p')).not.toEqual(expect.arrayContaining(oldPacks))
  expect(await plain()).toBe(before)
  expect((await run('content', 'verify', '--full')).messages.join('\n')).toContain('"totalErrorCount":0')
})

test('content rewrite leaves contents that are too young, and takes single ones', async () => {
  const { run } = await repository()
  const [first = '', second = ''] = (await run('content', 'list', '--non-prefixed')).stdout.split('\n')
  await run('content', 'rewrite', dangerous, '--safety=none', first)
  const young = await run('content', 'rewrite', dangerous, first, second)
  expect(young.messages.at(-1)).toBe('info Rewrote 1 of 1 contents. 1 are too young to be moved.')
})

test('index optimize forgets contents that were deleted long ago', async () => {
  const { run } = await repository('06-after-maintenance')
  const deleted = async () => (await run('content', 'list', '--deleted-only')).stdout.split('\n').length - 1
  expect(await deleted()).toBeGreaterThan(10)
  await run('index', 'optimize', dangerous, '--drop-deleted-older-than', '2000000h')
  expect(await deleted()).toBeGreaterThan(10)
  await run('index', 'optimize', dangerous, '--drop-deleted-older-than', '1ms')
  expect(await deleted()).toBe(0)
})

test('index optimize puts the index blobs of a repository without epochs together, and forgets contents it is told to', async () => {
  const { run, contents } = await repository('04-format-v1')
  const before = await contents()
  const active = async () => (await run('index', 'list')).stdout.trimEnd().split('\n')
  expect((await active()).length).toBeGreaterThan(1)
  await run('index', 'optimize', dangerous, '--all')
  expect(await active()).toHaveLength(1)
  expect(await contents()).toBe(before)
  const [id = ''] = (await run('content', 'list')).stdout.split('\n')
  await run('index', 'optimize', dangerous, '--all', '--drop-contents', id)
  expect(await active()).toHaveLength(1)
  expect(JSON.parse(await contents())).toEqual(JSON.parse(before).filter(({ contentID }: { contentID: string }) => contentID !== id))
})

test('single contents cannot be dropped from an index with epochs', async () => {
  const { run } = await repository()
  const [id = ''] = (await run('content', 'list')).stdout.split('\n')
  await expect(run('index', 'optimize', dangerous, '--drop-contents', id)).rejects.toMatchObject({ code: 'CAIRN_NOT_SUPPORTED' })
})

test('index recover replaces the index blobs of a repository without epochs', async () => {
  const { run, blobs, contents } = await repository('04-format-v1')
  const before = await contents()
  const old = await blobs('n')
  const dry = await run('index', 'recover', dangerous, '--delete-indexes')
  for (const id of old) expect(dry.messages).toContain(`info would delete old index: ${id} (pass --commit to approve)`)
  expect(await blobs('n')).toEqual(old)
  await run('index', 'recover', dangerous, '--delete-indexes', '--commit')
  const now = await blobs('n')
  expect(now).toHaveLength(1)
  expect(old).not.toContain(now[0])
  expect(await contents()).toBe(before)
})

test.each([
  ['index', 'recover'],
  ['index', 'optimize'],
  ['content', 'rewrite'],
  ['blob', 'gc'],
])('%s %s runs only when dangerous commands are enabled', async (...argv) => {
  const { dir, run } = await repository()
  const before = readdirSync(join(dir, 'repo'), { recursive: true })
  await expect(run(...argv)).rejects.toMatchObject({ code: 'CAIRN_DANGEROUS_COMMAND' })
  expect(readdirSync(join(dir, 'repo'), { recursive: true })).toEqual(before)
})
