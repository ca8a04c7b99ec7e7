import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { OnFolder } from '../../../src/snapshot/upload/request.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { policiesOf, SOME_HOOK, treeOf, upload } from '../../support/upload.ts'

/** Folders a, a/inner and b, each with a file, and policies with hooks for all of them and the root. */
async function hookedTree() {
  const path = await tempDir()
  for (const folder of ['a/inner', 'b', 'plain']) {
    mkdirSync(join(path, folder), { recursive: true })
    writeFileSync(join(path, folder, 'file'), folder)
  }
  const policies = policiesOf({}, { '': SOME_HOOK, a: SOME_HOOK, 'a/inner': SOME_HOOK, b: SOME_HOOK, absent: SOME_HOOK })
  return { path, policies }
}

function recorder(redirects: Record<string, string> = {}, failing: Record<string, string> = {}) {
  const events: string[] = []
  const onFolder: OnFolder = async ({ relativePath, isRoot }) => {
    const name = isRoot ? '.' : relativePath
    events.push(`before ${name}`)
    await Promise.resolve()
    if (failing[relativePath] !== undefined) throw new CairnError('CAIRN_USAGE', failing[relativePath])
    return {
      redirect: redirects[relativePath],
      async after({ status }) {
        events.push(`after ${name} ${status}`)
      },
    }
  }
  return { events, onFolder }
}

test('case 38: hooks run before and after each folder, siblings one after the other with parallel 1', async () => {
  const { path, policies } = await hookedTree()
  const { events, onFolder } = recorder()
  await upload(fakeRepository(), path, { policies, onFolder, parallel: 1 })
  const aFirst = events.indexOf('before a') < events.indexOf('before b')
  const a = ['before a', 'before a/inner', 'after a/inner uploaded', 'after a uploaded']
  const b = ['before b', 'after b uploaded']
  expect(events).toEqual(['before .', ...(aFirst ? [...a, ...b] : [...b, ...a]), 'after . uploaded'])
})

test('case 39: hooks of siblings run at the same time with parallel above 1', async () => {
  const { path, policies } = await hookedTree()
  let running = 0
  let most = 0
  const onFolder: OnFolder = async ({ isRoot }) => {
    if (isRoot) return undefined
    most = Math.max(most, ++running)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    running--
    return undefined
  }
  await upload(fakeRepository(), path, { policies, onFolder, parallel: 4 })
  expect(most).toBe(2)
})

test('cases 44 and 49: hooks of an ignored folder or of a link never run', async () => {
  const { path } = await hookedTree()
  symlinkSync('b', join(path, 'link'))
  const policies = policiesOf({ '': { files: { ignore: ['a'] } } }, { a: SOME_HOOK, 'a/inner': SOME_HOOK, link: SOME_HOOK })
  const { events, onFolder } = recorder()
  await upload(fakeRepository(), path, { policies, onFolder })
  expect(events).toEqual([])
})

test('cases 35 and 36: redirected folders keep their names, also when both are redirected to the same base name', async () => {
  const { path, policies } = await hookedTree()
  const [one, two] = [join(await tempDir(), 'mnt'), join(await tempDir(), 'mnt')]
  for (const [folder, text] of [
    [one, 'one'],
    [two, 'two'],
  ] as const) {
    mkdirSync(folder)
    writeFileSync(join(folder, text), text)
  }
  const repository = fakeRepository()
  const { onFolder } = recorder({ a: one, b: two })
  const result = await upload(repository, path, { policies, onFolder })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'a', 'a/one', 'b', 'b/two', 'plain', 'plain/file'])
})

test('case 37: a redirected folder keeps the ignore rules of the folders above', async () => {
  const { path } = await hookedTree()
  const other = await tempDir()
  for (const name of ['keep', 'drop.log', 'drop.tmp']) writeFileSync(join(other, name), '')
  writeFileSync(join(path, '.kopiaignore'), '*.tmp\n')
  const policies = policiesOf({ '': { files: { ignore: ['*.log'] } } }, { b: SOME_HOOK })
  const repository = fakeRepository()
  const { onFolder } = recorder({ b: other })
  const result = await upload(repository, path, { policies, onFolder })
  expect([...(await treeOf(repository, result.rootEntry)).keys()].filter((name) => name.startsWith('b/'))).toEqual(['b/keep'])
})

test('case 34: hooks below a redirected root run for folders of the redirected tree with its paths relative to the root', async () => {
  const { path, policies } = await hookedTree()
  const other = await tempDir()
  mkdirSync(join(other, 'absent'))
  utimesSync(other, 7000, 7000)
  const { events, onFolder } = recorder()
  const result = await upload(fakeRepository(), path, { policies, onFolder, readFrom: other })
  expect(events).toEqual(['before .', 'before absent', 'after absent uploaded', 'after . uploaded'])
  expect(result.rootEntry).toMatchObject({ name: other.split('/').at(-1), mtimeNs: 7_000_000_000_000n })
})

test('the hook of the root folder overrides the redirect of the root', async () => {
  const { path, policies } = await hookedTree()
  const [first, second] = [await tempDir(), await tempDir()]
  writeFileSync(join(second, 'second'), '')
  const repository = fakeRepository()
  const { onFolder } = recorder({ '': second })
  const result = await upload(repository, path, { policies, onFolder, readFrom: first })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'second'])
})

test('the metadata of a folder are those from before its hook', async () => {
  const { path, policies } = await hookedTree()
  utimesSync(join(path, 'b'), 1000, 1000)
  const repository = fakeRepository()
  const onFolder: OnFolder = async ({ relativePath, realPath }) => {
    if (relativePath === 'b') writeFileSync(join(realPath, 'made'), 'by the hook')
    return undefined
  }
  const result = await upload(repository, path, { policies, onFolder })
  const tree = await treeOf(repository, result.rootEntry)
  expect(tree.get('b')?.mtimeNs).toBe(1_000_000_000_000n)
  expect(tree.has('b/made')).toBe(true)
})

test('case 48: a failing hook leaves its folder out, names it, and the others go on', async () => {
  const { path, policies } = await hookedTree()
  const { events, onFolder } = recorder({}, { a: 'the hook failed' })
  const repository = fakeRepository()
  const result = await upload(repository, path, { policies, onFolder, parallel: 1 })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'b', 'b/file', 'plain', 'plain/file'])
  expect(result).toMatchObject({ isComplete: false, failures: [{ path: 'a', error: 'the hook failed' }] })
  expect(events).not.toContain('after a failed')
  expect(events).toContain('after . uploaded')
})

test('case 49: a failing hook is an ignored error when the policy of that folder ignores directory errors', async () => {
  const { path } = await hookedTree()
  const policies = policiesOf({ a: { errorHandling: { ignoreDirectoryErrors: true } } }, { a: SOME_HOOK })
  const { onFolder } = recorder({}, { a: 'the hook failed' })
  const result = await upload(fakeRepository(), path, { policies, onFolder })
  expect(result).toMatchObject({ isComplete: true, failures: [], ignoredFailures: [{ path: 'a' }] })
  expect(result.summary).toMatchObject({ numFailed: 0, numIgnoredErrors: 1 })
})

test('a failing hook of the root ends the upload with its error', async () => {
  const { path, policies } = await hookedTree()
  const { events, onFolder } = recorder({}, { '': 'the root hook failed' })
  await expect(upload(fakeRepository(), path, { policies, onFolder })).rejects.toMatchObject({ message: 'the root hook failed' })
  expect(events).toEqual(['before .'])
})

test('a redirect to a directory that is missing fails the folder and still ends its hook', async () => {
  const { path, policies } = await hookedTree()
  const { events, onFolder } = recorder({ a: '/does/not/exist' })
  const result = await upload(fakeRepository(), path, { policies, onFolder })
  expect(result.failures).toMatchObject([{ path: 'a' }])
  expect(result.failures[0]?.error).toContain('/does/not/exist')
  expect(events).toContain('after a failed')
})

test('an after-hook that throws becomes a warning and the folder stays', async () => {
  const { path, policies } = await hookedTree()
  const repository = fakeRepository()
  const onFolder: OnFolder = async () => ({ after: () => Promise.reject(new Error('umount failed')) })
  const result = await upload(repository, path, { policies, onFolder })
  expect(result.isComplete).toBe(true)
  expect(result.warnings).toContain('The after-hook of "b" failed: umount failed')
})

test('cancelling ends at once with every started hook told, and stores no further file', async () => {
  const { path, policies } = await hookedTree()
  const cancel = new AbortController()
  const { events, onFolder } = recorder()
  const repository = fakeRepository()
  repository.beforeFile = () => cancel.abort()
  const running = upload(repository, path, { policies, onFolder, signal: cancel.signal, parallel: 1 })
  await expect(running).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  const started = events.filter((event) => event.startsWith('before '))
  const ended = events.filter((event) => event.endsWith(' cancelled'))
  expect(ended).toHaveLength(started.length)
  expect(events.at(-1)).toBe('after . cancelled')
})
