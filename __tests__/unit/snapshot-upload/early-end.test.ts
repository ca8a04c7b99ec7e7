/** Uploads that end before their end, and what they leave. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import type { Clock } from '../../../src/util/clock.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, treeOf, upload } from '../../support/upload.ts'

/** Files of more than a batch each, so that they are read one by one, by name; the times are fixed. */
async function tree(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await tempDir()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), text)
    utimesSync(join(path, name), 1000, 1000)
  }
  return path
}

const namesOf = async (repository: ReturnType<typeof fakeRepository>, root: DirEntry) => [...(await treeOf(repository, root)).keys()].sort()

describe('an upload limit', () => {
  test('leaves out the file that goes beyond it and everything after, and says so in the summary', async () => {
    const path = await tree({ a: 'aaaa', b: 'bbbb', c: 'cccc', 'sub/d': 'd' })
    const repository = fakeRepository()
    const result = await upload(repository, path, { limits: { maxReadBytes: 9 } })
    expect(await namesOf(repository, result.rootEntry)).toEqual(['', 'a', 'b'])
    expect(result).toMatchObject({ incomplete: 'limit reached', isComplete: true, failures: [] })
    expect(result.summary).toMatchObject({ files: 2, size: 8, incomplete: 'limit reached' })
  })

  test('does not count what is reused, so that repeated uploads come to the end', async () => {
    const path = await tree({ a: 'aaaa', b: 'bbbb', c: 'cccc' })
    const repository = fakeRepository()
    const limits = { maxReadBytes: 5 }
    const first = await upload(repository, path, { limits })
    const second = await upload(repository, path, { limits, previous: [manifestOf(first)] })
    expect([first.summary.files, second.summary.files]).toEqual([1, 2])
    const third = await upload(repository, path, { limits, previous: [manifestOf(second)] })
    expect(third.incomplete).toBeUndefined()
    expect(third.rootEntry.objectId).toBe((await upload(fakeRepository(), path)).rootEntry.objectId)
  })

  test('refuses a single file that is larger', async () => {
    const path = await tree({ a: 'aaaa' })
    await expect(upload(fakeRepository(), join(path, 'a'), { limits: { maxReadBytes: 3 } })).rejects.toMatchObject({
      code: 'CAIRN_SNAPSHOT_PARTIAL',
    })
  })
})

describe('a cancel', () => {
  test('keeps what is stored by then, without counting the rest as removed', async () => {
    const path = await tree({ 'a/1': '1', 'a/2': '2', 'b/3': '3' })
    const repository = fakeRepository()
    const whole = await upload(repository, path)
    const stop = new AbortController()
    writeFileSync(join(path, 'a/1'), 'other')
    repository.beforeFile = () => stop.abort()
    const result = await upload(repository, path, {
      previous: [manifestOf(whole)],
      signal: stop.signal,
      limits: { keepsCancelled: true },
    })
    expect(result).toMatchObject({ incomplete: 'canceled', changes: { removed: 0 } })
    expect(result.summary.incomplete).toBe('canceled')
    // What is read is aborted, so the changed file is missing; no file that was found to be the same is.
    expect(await namesOf(repository, result.rootEntry)).toContain('a/2')
  })

  test('fails the upload when nobody wants a part of it', async () => {
    const path = await tree({ a: 'a' })
    const repository = fakeRepository()
    const stop = new AbortController()
    repository.beforeFile = () => stop.abort()
    await expect(upload(repository, path, { signal: stop.signal })).rejects.toMatchObject({ code: 'CAIRN_CANCELLED' })
  })
})

describe('fail-fast', () => {
  const failing = async (isFailFast: boolean) => {
    const path = await tree({ bad: 'x', 'sub/good': 'y' })
    const repository = fakeRepository()
    repository.beforeFile = (file) => {
      if (file.path.toString().endsWith('bad')) throw new CairnError('CAIRN_FILE_UNREADABLE', 'no')
    }
    const result = await upload(repository, path, { limits: { isFailFast } })
    return { names: await namesOf(repository, result.rootEntry), result }
  }

  test('ends the upload at the first failure and names it', async () => {
    const { names, result } = await failing(true)
    expect(result).toMatchObject({ incomplete: 'canceled', isComplete: false, failures: [{ path: 'bad' }] })
    expect(names).not.toContain('sub/good')
  })

  test('is off unless asked for', async () => {
    const { names, result } = await failing(false)
    expect(result.incomplete).toBeUndefined()
    expect(names).toContain('sub/good')
  })
})

/** A clock whose waits end when the test says so. */
function steppedClock() {
  const fake = new FakeClock()
  let wake: (() => void) | undefined
  const clock: Clock = {
    nowNs: () => fake.nowNs(),
    nowMs: () => fake.nowMs(),
    monotonicMs: () => fake.monotonicMs(),
    sleep: (_, signal) =>
      new Promise((resolve, reject) => {
        wake = resolve
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      }),
  }
  return { clock, tick: () => wake?.() }
}

describe('a checkpoint', () => {
  test('holds the directories under way with what they have so far, and the upload goes on to its usual end', async () => {
    const path = await tree({ 'a/1': '1', 'b/c/2': '2', 'b/c/3': '3' })
    const repository = fakeRepository()
    const { clock, tick } = steppedClock()
    const saved: DirEntry[] = []
    let onSaved = () => {}
    repository.beforeFile = async (file) => {
      if (!file.path.toString().endsWith('c/3') || saved.length > 0) return
      const isSaved = new Promise<void>((resolve) => {
        onSaved = resolve
      })
      tick()
      await isSaved
    }
    const checkpoint = {
      intervalMs: 1,
      save: async (root: DirEntry) => {
        saved.push(root)
        onSaved()
      },
    }
    const result = await upload(repository, path, { clock, limits: { checkpoint } })
    const [root] = saved
    if (root === undefined) throw new Error('no checkpoint was saved')
    const stored = await treeOf(repository, root)
    expect([...stored.keys()]).toEqual(expect.arrayContaining(['', 'b', 'b/c']))
    expect(stored.has('b/c/3')).toBe(false)
    expect(stored.get('b/c')?.summary?.incomplete).toBe('checkpoint')
    expect(root.summary).toMatchObject({ incomplete: 'checkpoint' })
    expect(result.incomplete).toBeUndefined()
    expect(result.rootEntry.objectId).toBe((await upload(fakeRepository(), path)).rootEntry.objectId)
  })

  test('holds the files of a folder that are as they were, although only its folders are walked', async () => {
    const path = await tree({ 'kept/a': 'a', 'kept/b': 'b', 'kept/deep/c': 'c' })
    const repository = fakeRepository()
    const previous = [manifestOf(await upload(repository, path))]
    writeFileSync(join(path, 'kept/deep/c'), 'longer')
    const { clock, tick } = steppedClock()
    const saved: DirEntry[] = []
    repository.beforeFile = async () => {
      tick()
      while (saved.length === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const checkpoint = { intervalMs: 1, save: async (root: DirEntry) => void saved.push(root) }
    await upload(repository, path, { previous, clock, limits: { checkpoint } })
    const [root] = saved
    if (root === undefined) throw new Error('no checkpoint was saved')
    expect(await namesOf(repository, root)).toEqual(['', 'kept', 'kept/a', 'kept/b', 'kept/deep'])
  })

  test('holds the first pieces of a large file under a name that no file has, with the size of the file', async () => {
    const path = await tree({ 'sub/big': 'all of it', small: 's' })
    const repository = fakeRepository()
    const { clock, tick } = steppedClock()
    const saved: DirEntry[] = []
    const { writeFile } = repository.objects
    // As a worker does it: the file is too large for a batch, and its first piece is stored when the checkpoint comes.
    repository.objects.writeFiles = async (files) => files.map(() => undefined)
    repository.objects.writeFile = async (file, options) => {
      if (file.path.toString().endsWith('big')) {
        options?.onLargeFile?.(async () => ({ id: repository.put(Buffer.from('all')), length: 3, newBytes: 3 }))
        options?.onLargeFile?.(async () => undefined)
        tick()
        while (saved.length === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      return await writeFile(file, options)
    }
    const checkpoint = { intervalMs: 1, save: async (root: DirEntry) => void saved.push(root) }
    const result = await upload(repository, path, { clock, limits: { checkpoint } })
    const [root] = saved
    if (root === undefined) throw new Error('no checkpoint was saved')
    const stored = [...(await treeOf(repository, root))].filter(([name]) => name.startsWith('sub/'))
    expect(stored).toMatchObject([[`sub/.checkpointed.big.${repository.put(Buffer.from('all'))}`, { type: 'f', size: 9 }]])
    expect(await namesOf(repository, result.rootEntry)).toEqual(['', 'small', 'sub', 'sub/big'])
  })

  test('that cannot be saved ends the upload with its error', async () => {
    const path = await tree({ a: 'a' })
    const repository = fakeRepository()
    const { clock, tick } = steppedClock()
    let isTried = false
    const checkpoint = {
      intervalMs: 1,
      save: async () => {
        isTried = true
        throw new CairnError('CAIRN_STORAGE_FULL', 'full')
      },
    }
    repository.beforeFile = async () => {
      tick()
      while (!isTried) await new Promise((resolve) => setImmediate(resolve))
    }
    await expect(upload(repository, path, { clock, limits: { checkpoint } })).rejects.toMatchObject({ code: 'CAIRN_STORAGE_FULL' })
  })
})
