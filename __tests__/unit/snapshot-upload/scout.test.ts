import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import type { UploadRequest } from '../../../src/snapshot/upload/request.ts'
import type { ScoutListener } from '../../../src/snapshot/upload/scout/lane.ts'
import { ScoutEngine } from '../../../src/snapshot/upload/scout/look.ts'
import type { ScoutMessage, ScoutReport, ScoutRequest } from '../../../src/snapshot/upload/scout/protocol.ts'
import { FolderScout, type Scouted } from '../../../src/snapshot/upload/scout/scout.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { countedScout } from '../../support/counted-scout.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { manifestOf, upload } from '../../support/upload.ts'

/** root/kept holds two files, a link and a folder; everything has the time 1000. */
async function tree(): Promise<string> {
  const root = await tempDir()
  mkdirSync(join(root, 'kept/deep'), { recursive: true })
  writeFileSync(join(root, 'kept/a'), 'aaaa')
  writeFileSync(join(root, 'kept/b'), 'bbbb')
  symlinkSync('a', join(root, 'kept/link'))
  writeFileSync(join(root, 'kept/deep/c'), 'cccc')
  for (const name of ['kept/a', 'kept/b', 'kept/deep/c', 'kept/deep', 'kept', '.']) utimesSync(join(root, name), 1000, 1000)
  return root
}

function replaceByFolder(root: string): void {
  rmSync(join(root, 'kept/a'))
  mkdirSync(join(root, 'kept/a'))
}

/** A scout in this thread that remembers how it answered for each path; messages are cloned as between threads. */
function watchedScout(root: string): { readonly scout: FolderScout; readonly kinds: Map<string, string> } {
  const kinds = new Map<string, string>()
  const engine = new ScoutEngine(systemClock)
  const lane = (listener: ScoutListener) => ({
    send(message: ScoutMessage) {
      const received = structuredClone(message)
      for (const report of engine.handle(received)) {
        for (const { id, kind } of report.findings) {
          const path = String(requestsOf(received).find((request) => request.id === id)?.path)
          kinds.set(path.slice(root.length + 1) || '.', kind)
        }
        listener.onReport(structuredClone(report, { transfer: [report.facts] }))
      }
    },
    setBusy: () => {},
    close: async () => {},
  })
  return { scout: new FolderScout(lane), kinds }
}

function requestsOf(message: ScoutMessage): readonly ScoutRequest[] {
  return message.kind === 'look' ? message.requests : []
}

async function uploadTwice(change: (root: string) => void, options: Partial<UploadRequest> = {}) {
  const root = await tree()
  const repository = fakeRepository()
  const first = await upload(repository, root)
  change(root)
  const watched = watchedScout(root)
  const fast = await upload(repository, root, { ...options, previous: [manifestOf(first)], scout: watched.scout })
  // The same without anything to compare with is the slow way: it must come to the same tree.
  const slow = await upload(fakeRepository(), root, options)
  expect(fast.rootEntry).toEqual(slow.rootEntry)
  return { first, fast, kinds: watched.kinds, root }
}

describe('a folder that a scout finds unchanged', () => {
  it('keeps its earlier object, and its files are counted although nobody looked at them one by one', async () => {
    const { first, fast, kinds } = await uploadTwice(() => {})
    expect(Object.fromEntries(kinds)).toEqual({ '.': 'listed', kept: 'whole' })
    expect(fast.rootEntry.objectId).toBe(first.rootEntry.objectId)
    expect(fast.changes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 4, directories: 0 })
    expect(fast.stats).toMatchObject({ cachedFiles: 4, nonCachedFiles: 0, totalSize: 13 })
  })

  it('is written anew when something below it changed', async () => {
    const { fast, kinds } = await uploadTwice((root) => writeFileSync(join(root, 'kept/deep/c'), 'longer'))
    expect(Object.fromEntries(kinds)).toEqual({ '.': 'listed', kept: 'same', 'kept/deep': 'listed' })
    expect(fast.changes).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 3, directories: 0 })
  })

  it.each<[string, (root: string) => void]>([
    ['another size', (root) => writeFileSync(join(root, 'kept/a'), 'aaaaa')],
    ['another time', (root) => utimesSync(join(root, 'kept/a'), 2000, 2000)],
    ['another mode', (root) => chmodSync(join(root, 'kept/a'), 0o600)],
    ['one file less', (root) => rmSync(join(root, 'kept/a'))],
    ['one file more', (root) => writeFileSync(join(root, 'kept/new'), '')],
    ['a folder in place of a file', replaceByFolder],
    ['a cache tag', (root) => writeFileSync(join(root, 'kept/CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55')],
    ['rules of its own', (root) => writeFileSync(join(root, 'kept/.kopiaignore'), 'a\n')],
  ])('is not one with %s', async (_, change) => {
    const { kinds } = await uploadTwice(change)
    expect(kinds.get('kept')).toBe('listed')
  })

  it('is looked at in full when something in it is to be left out', async () => {
    const root = await tree()
    const repository = fakeRepository()
    const first = await upload(repository, root)
    const { dev, ino } = statSync(join(root, 'kept/a'), { bigint: true })
    const { scout: watched, kinds } = watchedScout(root)
    const second = await upload(repository, root, {
      previous: [manifestOf(first)],
      scout: watched,
      leaveOut: [{ device: dev, inode: ino }],
    })
    expect(kinds.get('kept')).toBe('listed')
    expect(second.leftOut.own).toEqual(['kept/a'])
  })
})

describe('a tree that a scout compares as a whole', () => {
  /** The same upload, once with trees compared at once and once with every file looked at by the walk, which a forced reading needs. */
  async function bothWays(prepare: (root: string) => void, change: (root: string) => void) {
    const root = await tree()
    prepare(root)
    const repository = fakeRepository()
    const previous = [manifestOf(await upload(repository, root))]
    change(root)
    const { scout: watched, kinds } = watchedScout(root)
    const fast = await upload(repository, root, { previous, scout: watched })
    const slow = await upload(repository, root, { previous, isHashForced: () => false })
    // The second upload finds what the first has just stored.
    expect({ ...fast, newBytes: 0 }).toEqual({ ...slow, newBytes: 0 })
    return kinds
  }

  it('is counted as if the walk had been there', async () => {
    const kinds = await bothWays(
      (root) => mkdirSync(join(root, 'kept/deep/empty')),
      () => {},
    )
    expect(Object.fromEntries(kinds)).toEqual({ '.': 'listed', kept: 'whole' })
  })

  it.each<[string, (root: string) => void]>([
    ['a folder in it has another time', (root) => utimesSync(join(root, 'kept/deep'), 2000, 2000)],
    ['a folder in it has another mode', (root) => chmodSync(join(root, 'kept/deep'), 0o700)],
    ['an empty folder in it has another time', (root) => utimesSync(join(root, 'kept/deep/empty'), 2000, 2000)],
    ['a file far below has another size', (root) => writeFileSync(join(root, 'kept/deep/c'), 'longer')],
    ['a file far below is gone', (root) => rmSync(join(root, 'kept/deep/c'))],
    ['there is a file in what was an empty folder', (root) => writeFileSync(join(root, 'kept/deep/empty/new'), '')],
    ['an empty folder far below is gone', (root) => rmSync(join(root, 'kept/deep/empty'), { recursive: true })],
    ['a folder far below gets rules', (root) => writeFileSync(join(root, 'kept/deep/.kopiaignore'), 'c\n')],
    ['a folder far below has something that is left out', (root) => mkdirSync(join(root, 'kept/deep/.git'))],
  ])('is walked when %s', async (_, change) => {
    const kinds = await bothWays((root) => {
      mkdirSync(join(root, 'kept/deep/empty'))
      utimesSync(join(root, 'kept/deep/empty'), 1000, 1000)
    }, change)
    expect(kinds.get('kept')).toBe('same')
    expect(kinds.has('kept/deep')).toBe(true)
  })

  it('is not tried for ever where everything has changed', async () => {
    const root = await tempDir()
    const folders = Array.from({ length: 12 }, (_, index) => join(root, `folder-${index}`))
    for (const folder of folders) {
      mkdirSync(join(folder, 'below'), { recursive: true })
      writeFileSync(join(folder, 'file'), 'a')
    }
    const repository = fakeRepository()
    const previous = [manifestOf(await upload(repository, root))]
    for (const folder of folders) utimesSync(join(folder, 'file'), 3000, 3000)
    const engine = new ScoutEngine(systemClock)
    let trees = 0
    const scout = new FolderScout((listener) => ({
      send(message) {
        trees += requestsOf(message).filter(({ earlier }) => earlier?.below !== undefined).length
        for (const report of engine.handle(message)) listener.onReport(report)
      },
      setBusy: () => {},
      close: async () => {},
    }))
    const { changes } = await upload(repository, root, { previous, scout })
    expect(changes.unchanged).toBe(12)
    expect(trees).toBeLessThan(12)
  })
})

describe('a scout', () => {
  const ask = (given: (requests: readonly ScoutRequest[], listener: ScoutListener) => void, paths: readonly string[]) => {
    const asked = new FolderScout((listener) => ({
      send: (message) => given(requestsOf(message), listener),
      setBusy: () => {},
      close: async () => {},
    }))
    return { asked, answers: paths.map((path) => asked.look(path, 0n, 0n)) }
  }

  it('leaves folders to the walk that are too large to be held, or have other names than text', async () => {
    const root = await tempDir()
    const { dev, ino } = statSync(root, { bigint: true })
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff])]), '')
    expect(await new FolderScout().look(root, dev, ino)).toBeUndefined()
  })

  it('answers that a folder was replaced, or is gone, as the walk would', async () => {
    const root = await tempDir()
    await expect(new FolderScout().look(root, 0n, 0n)).rejects.toMatchObject({ code: 'CAIRN_FILE_CHANGED' })
    await expect(new FolderScout().look(join(root, 'gone'), 0n, 0n)).rejects.toMatchObject({ code: 'CAIRN_FILE_VANISHED' })
  })

  it('sends what is asked in one turn together, and takes answers in any order', async () => {
    const batches: number[] = []
    const { answers } = ask(
      (requests, listener) => {
        batches.push(requests.length)
        const unsuited = (id: number): ScoutReport => ({
          findings: [{ kind: 'unsuited', id }],
          names: '',
          facts: new ArrayBuffer(0),
          earlier: '[]',
        })
        for (const { id } of [...requests].reverse()) listener.onReport(unsuited(id))
      },
      ['/a', '/b', '/c'],
    )
    expect(await Promise.all(answers)).toEqual<Scouted[]>([undefined, undefined, undefined])
    expect(batches).toEqual([3])
  })

  it('fails everything that waits, and everything later, when its thread ends', async () => {
    const { asked, answers } = ask((_, listener) => listener.onCrash(new CairnError('CAIRN_INTERNAL', 'gone')), ['/a'])
    await expect(answers[0]).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
    await expect(asked.look('/b', 0n, 0n)).rejects.toMatchObject({ code: 'CAIRN_INTERNAL' })
  })

  it('gives its thread back when told that it will hardly be asked, and has another when it is', async () => {
    const root = await tree()
    const { dev: device, ino: inode } = statSync(root, { bigint: true })
    const { lanes, scout } = countedScout()
    expect([scout.standDown(), scout.standDown()]).toEqual([true, true])
    expect(lanes).toEqual(['closed'])
    expect((await scout.look(root, device, inode))?.kind).toBe('listed')
    expect(lanes).toEqual(['closed', 'open'])
    scout.forget()
    await scout.close()
    expect(lanes).toEqual(['closed', 'closed'])
  })

  it('keeps its thread while somebody waits for an answer', async () => {
    const root = await tree()
    const { dev: device, ino: inode } = statSync(root, { bigint: true })
    const { lanes, scout } = countedScout()
    const answer = scout.look(root, device, inode)
    expect(scout.standDown()).toBe(false)
    expect(lanes).toEqual(['open'])
    expect((await answer)?.kind).toBe('listed')
  })
})
