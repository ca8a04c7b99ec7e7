import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executeRestore } from '../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../src/snapshot/restore/plan.ts'
import { refuseName } from '../../src/snapshot/restore/safe-path.ts'
import { walkTree } from '../../src/snapshot/tree.ts'
import { craftedDirectory, craftedFile, craftedLink } from '../support/crafted-tree.ts'
import { fakeRepository } from '../support/fake-repository.ts'
import { tempDir } from '../support/temp-dir.ts'

const EVIL_NAMES = [
  '..',
  '.',
  '../evil',
  '../../evil',
  'a/b',
  'a/../../evil',
  '/evil',
  '//evil',
  '/',
  'a/',
  './a',
  '..\u0000',
  'a\u0000b',
  '\u0000',
  'x'.repeat(256),
  'é'.repeat(128),
]

test.each(EVIL_NAMES)('refuses the name %j as a file and as a directory, and restores its siblings', async (name) => {
  const repository = fakeRepository()
  const outer = await tempDir('restore')
  writeFileSync(join(outer, 'canary'), 'untouched')
  const root = craftedDirectory(repository, 'root', [
    craftedDirectory(repository, name, [craftedFile(repository, 'inside', 'evil')]),
    craftedFile(repository, name, 'evil'),
    craftedFile(repository, 'good', 'good'),
  ])
  const target = join(outer, 'a', 'target')
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures.map((failure) => failure.code)).toEqual(['CAIRN_RESTORE_UNSAFE_NAME', 'CAIRN_RESTORE_UNSAFE_NAME'])
  expect(report.files).toBe(1)
  expect(readdirSync(target)).toEqual(['good'])
  expect(readdirSync(outer).sort()).toEqual(['a', 'canary'])
  expect(readdirSync(join(outer, 'a'))).toEqual(['target'])
  expect(readFileSync(join(outer, 'canary'), 'utf8')).toBe('untouched')
})

test('refuses an entry without a name', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const root = craftedDirectory(repository, 'root', [craftedFile(repository, '', 'evil')])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toMatchObject([{ code: 'CAIRN_RESTORE_UNSAFE_NAME' }])
  expect(readdirSync(target)).toEqual([])
})

test('restores names that are only odd exactly', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const names = ['a\nb', '...', ' ', 'a\\b', 'C:', '-rf', '\u202egnp', 'x'.repeat(255), '.git', 'con', '~', '%0A::error::x']
  const root = craftedDirectory(
    repository,
    'root',
    names.map((name) => craftedFile(repository, name, `content of ${name}`)),
  )
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toEqual([])
  expect(readdirSync(target).sort()).toEqual([...names].sort())
})

test('restores the first of two entries with the same name and names the second', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const root = craftedDirectory(repository, 'root', [
    craftedDirectory(repository, 'twin', [craftedFile(repository, 'inside', 'first')]),
    craftedLink(repository, 'twin', '/etc'),
    craftedFile(repository, 'other', 'one'),
    craftedFile(repository, 'other', 'two'),
  ])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures.map(({ path, code }) => [path, code])).toEqual([
    ['twin', 'CAIRN_RESTORE_DUPLICATE_NAME'],
    ['other', 'CAIRN_RESTORE_DUPLICATE_NAME'],
  ])
  expect(readFileSync(join(target, 'twin/inside'), 'utf8')).toBe('first')
  expect(readFileSync(join(target, 'other'), 'utf8')).toBe('one')
})

test.each(['a\\b', 'C:', 'file:stream', 'nul', 'NUL.txt', 'com1', 'LPT9.log', 'trailing.', 'trailing ', 'a<b', 'a\tb', 'CONIN$'])(
  'refuses the name %j on Windows only',
  (name) => {
    expect(refuseName(name, 'win32')).toBeTypeOf('string')
    expect(refuseName(name, 'linux')).toBeUndefined()
  },
)

test('a directory that contains itself is named and does not end the restore', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  // A directory cannot hold its own hash, so the object is put under an ID of its own.
  const loop = { ...craftedDirectory(repository, 'loop', []), objectId: `k${'00'.repeat(16)}` }
  const bytes = repository.contents.get(craftedDirectory(repository, 'x', [loop, craftedFile(repository, 'file', 'text')]).objectId)
  repository.contents.set(loop.objectId, bytes ?? new Uint8Array())
  const report = await executeRestore(repository.objects, planRestore(loop, target))
  expect(report.failures).toMatchObject([{ path: 'loop', code: 'CAIRN_TREE_LOOP' }])
  expect(readFileSync(join(target, 'file'), 'utf8')).toBe('text')
})

test('a tree that is too deep is cut off with a named error', async () => {
  const repository = fakeRepository()
  let entry = craftedFile(repository, 'leaf', 'x')
  for (let depth = 0; depth < 4100; depth++) entry = craftedDirectory(repository, 'd', [entry])
  const errors: string[] = []
  let directories = 0
  for await (const event of walkTree(repository.objects, entry)) {
    if (event.kind === 'enter') directories++
    if (event.kind === 'unreadable') errors.push(event.error.code)
  }
  expect(errors).toEqual(['CAIRN_TREE_TOO_DEEP'])
  expect(directories).toBe(4097)
})

test.each([
  ['bytes that are no directory', 'not json'],
  ['another kind of stream', '{"stream":"kopia:indirect","entries":[]}'],
  ['a list in place of the object', '[]'],
])('names a directory object with %s and goes on', async (_, text) => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const bad = { ...craftedDirectory(repository, 'bad', []), objectId: repository.put(new TextEncoder().encode(text), 'k') }
  const root = craftedDirectory(repository, 'root', [bad, craftedFile(repository, 'good', 'good')])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toMatchObject([{ path: 'bad', code: 'CAIRN_DIRECTORY_DAMAGED' }])
  expect(readFileSync(join(target, 'good'), 'utf8')).toBe('good')
})

test('a file whose object is missing is named and nothing is left of it', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const lost = craftedFile(repository, 'lost', 'gone')
  repository.contents.delete(lost.objectId)
  const root = craftedDirectory(repository, 'root', [lost, craftedFile(repository, 'good', 'good')])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toMatchObject([{ path: 'lost', code: 'CAIRN_CONTENT_MISSING' }])
  expect(readdirSync(target)).toEqual(['good'])
})

test.each([0, 1, 3, 5, 1_000_000])('a file whose entry claims %d bytes for an object of 4 is named and not restored', async (size) => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'target')
  const root = craftedDirectory(repository, 'root', [craftedFile(repository, 'liar', 'four', { size })])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toMatchObject([{ path: 'liar', code: 'CAIRN_RESTORE_SIZE_DIFFERS' }])
  expect(readdirSync(target)).toEqual([])
})

test('a target that is a file is a named error', async () => {
  const repository = fakeRepository()
  const target = join(await tempDir('restore'), 'file')
  writeFileSync(target, 'mine')
  const root = craftedDirectory(repository, 'root', [])
  await expect(executeRestore(repository.objects, planRestore(root, target))).rejects.toMatchObject({ code: 'CAIRN_RESTORE_TARGET' })
  mkdirSync(join(target, '..', 'other'))
  expect(readFileSync(target, 'utf8')).toBe('mine')
})
