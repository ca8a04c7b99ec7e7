import { mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RowReader } from '../../../src/fs/entry-rows.ts'
import type { DirEntry } from '../../../src/snapshot/dir-entry.ts'
import { encodeDirectory } from '../../../src/snapshot/directory.ts'
import { summarize } from '../../../src/snapshot/summary.ts'
import { ScoutEngine } from '../../../src/snapshot/upload/scout/look.ts'
import { LookAhead } from '../../../src/snapshot/upload/scout/look-ahead.ts'
import type { EarlierFolder, ScoutReport } from '../../../src/snapshot/upload/scout/protocol.ts'
import type { Survey } from '../../../src/snapshot/upload/scout/survey.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function tree() {
  const root = await tempDir()
  mkdirSync(join(root, 'a/deep'), { recursive: true })
  mkdirSync(join(root, 'b'))
  writeFileSync(join(root, 'a/file'), '1234')
  writeFileSync(join(root, 'a/deep/file'), '12')
  symlinkSync('a', join(root, 'link'))
  return root
}

function placeOf(path: string) {
  const { dev, ino } = statSync(path, { bigint: true })
  return { path, device: dev, inode: ino }
}

function lookedAhead(root: string, clock = new FakeClock()): LookAhead {
  const ahead = new LookAhead(clock)
  ahead.begin(placeOf(root))
  while (ahead.hasMore) ahead.step()
  return ahead
}

function namesOf(survey: Survey | undefined): readonly string[] | undefined {
  return survey?.kind === 'seen' ? survey.rows.names.toSorted() : undefined
}

describe('looking ahead', () => {
  it('sees the folders below the root, but nothing behind links', async () => {
    const root = await tree()
    const ahead = lookedAhead(root)
    expect(namesOf(ahead.take(placeOf(root)))).toEqual(['a', 'b', 'link'])
    expect(namesOf(ahead.take(placeOf(join(root, 'a'))))).toEqual(['deep', 'file'])
    expect(namesOf(ahead.take(placeOf(join(root, 'a/deep'))))).toEqual(['file'])
    expect(namesOf(ahead.take(placeOf(join(root, 'b'))))).toEqual([])
    expect(ahead.take({ ...placeOf(join(root, 'a')), path: join(root, 'link') })).toBeUndefined()
  })

  it('gives what was seen once', async () => {
    const root = await tree()
    const ahead = lookedAhead(root)
    expect(ahead.take(placeOf(root))).toBeDefined()
    expect(ahead.take(placeOf(root))).toBeUndefined()
  })

  it('knows nothing of a folder that took the place of another', async () => {
    const root = await tree()
    const ahead = lookedAhead(root)
    renameSync(join(root, 'a'), join(root, 'c'))
    renameSync(join(root, 'b'), join(root, 'a'))
    expect(ahead.take(placeOf(join(root, 'a')))).toBeUndefined()
  })

  it('does not use what it saw seconds ago', async () => {
    const root = await tree()
    const clock = new FakeClock()
    const ahead = lookedAhead(root, clock)
    clock.advance(5000)
    expect(ahead.take(placeOf(root))).toBeDefined()
    clock.advance(1)
    expect(ahead.take(placeOf(join(root, 'a')))).toBeUndefined()
  })

  it('stops when it is told to, and keeps what it has; forgetting drops that as well', async () => {
    const root = await tree()
    const ahead = new LookAhead(new FakeClock())
    ahead.begin(placeOf(root))
    ahead.step()
    ahead.stop()
    expect(ahead.hasMore).toBe(false)
    expect(ahead.take(placeOf(root))).toBeDefined()
    ahead.begin(placeOf(root))
    ahead.step()
    ahead.forget()
    expect(ahead.hasMore).toBe(false)
    expect(ahead.take(placeOf(root))).toBeUndefined()
  })

  it('leaves what it cannot read to whoever asks', async () => {
    const root = await tree()
    const ahead = new LookAhead(new FakeClock())
    ahead.begin({ ...placeOf(root), path: join(root, 'gone') })
    ahead.step()
    expect(ahead.hasMore).toBe(false)
    expect(ahead.take({ ...placeOf(root), path: join(root, 'gone') })).toBeUndefined()
  })
})

describe('a scout that looked ahead', () => {
  const sizesIn = ({ names, facts, findings }: ScoutReport) => {
    const [finding] = findings
    const count = finding?.kind === 'listed' ? finding.count : 0
    return new RowReader(names, facts).take(count).map(({ name, size }) => `${name} ${size}`)
  }
  const asked = async (message: 'look' | 'forget') => {
    const root = await tree()
    const place = placeOf(join(root, 'a/deep'))
    const engine = new ScoutEngine(new FakeClock())
    expect([...engine.handle({ kind: 'ahead', ...place })]).toEqual([])
    engine.idle()
    writeFileSync(join(root, 'a/deep/file'), 'longer')
    if (message === 'forget') expect([...engine.handle({ kind: 'forget' })]).toEqual([])
    return [...engine.handle({ kind: 'look', requests: [{ id: 1, ...place, earlier: undefined }] })].flatMap(sizesIn)
  }

  it('answers from what it saw', async () => expect(await asked('look')).toEqual(['file 2']))

  it('looks again when that was to be forgotten', async () => expect(await asked('forget')).toEqual(['file 6']))

  const begun = (root: string): ScoutEngine => {
    const engine = new ScoutEngine(new FakeClock())
    expect([...engine.handle({ kind: 'ahead', ...placeOf(root) })]).toEqual([])
    engine.idle()
    expect(engine.looksAhead).toBe(true)
    return engine
  }
  const ask = (engine: ScoutEngine, path: string, earlier?: EarlierFolder) =>
    expect([...engine.handle({ kind: 'look', requests: [{ id: 1, ...placeOf(path), earlier }] })]).toHaveLength(1)

  it('goes on while only the root was asked about, and no further once a single folder is', async () => {
    const root = await tree()
    const engine = begun(root)
    ask(engine, root)
    expect(engine.looksAhead).toBe(true)
    ask(engine, join(root, 'b'))
    expect(engine.looksAhead).toBe(false)
  })

  it('goes on with the trees after the one that was asked about', async () => {
    const root = await tree()
    const engine = begun(root)
    const below = { ids: [], ends: new Uint32Array(0), bytes: new Uint8Array(0) }
    const earlier = { objectId: 'k1', bytes: new TextEncoder().encode('{"stream":"kopia:directory","entries":[]}'), avoid: NOTHING, below }
    engine.idle()
    ask(engine, join(root, 'a'), earlier)
    // "b", and no longer what lies in "a".
    expect(engine.looksAhead).toBe(true)
    engine.idle()
    expect(engine.looksAhead).toBe(false)
    writeFileSync(join(root, 'b/late'), '')
    const [report] = [...engine.handle({ kind: 'look', requests: [{ id: 2, ...placeOf(join(root, 'b')), earlier: undefined }] })]
    expect(report?.findings).toMatchObject([{ kind: 'listed', count: 0 }])
  })

  it('goes on below a folder that is compared by itself and is as it was', async () => {
    const root = await tree()
    const engine = begun(root)
    ask(engine, join(root, 'a'), { objectId: 'k1', bytes: earlierBytes(join(root, 'a')), avoid: NOTHING })
    while (engine.looksAhead) engine.idle()
    writeFileSync(join(root, 'a/deep/late'), '')
    expect(countIn(engine, join(root, 'a/deep'))).toBe(1)
  })

  it('looks at nothing below a folder that has changed: it may have got rules', async () => {
    const root = await tree()
    const engine = begun(root)
    const bytes = earlierBytes(join(root, 'a'))
    writeFileSync(join(root, 'a/.kopiaignore'), 'deep')
    ask(engine, join(root, 'a'), { objectId: 'k1', bytes, avoid: NOTHING })
    while (engine.looksAhead) engine.idle()
    writeFileSync(join(root, 'a/deep/late'), '')
    expect(countIn(engine, join(root, 'a/deep'))).toBe(2)
  })
})

const NOTHING = { names: [], inodes: [] }

/** The directory object that an earlier snapshot would have of the folder. */
function earlierBytes(folder: string): Uint8Array {
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry): DirEntry => {
    const { mode, size, mtimeNs, uid, gid } = statSync(join(folder, entry.name), { bigint: true })
    const type = entry.isDirectory() ? 'd' : 'f'
    return {
      name: entry.name,
      type,
      mode: Number(mode) & 0o7777,
      size: Number(size),
      mtimeNs,
      uid: Number(uid),
      gid: Number(gid),
      objectId: 'k22',
    }
  })
  return encodeDirectory(entries, summarize(entries, 0n))
}

/** How many entries the scout says the folder has. */
function countIn(engine: ScoutEngine, folder: string): number | undefined {
  const [report] = [...engine.handle({ kind: 'look', requests: [{ id: 2, ...placeOf(folder), earlier: undefined }] })]
  const [finding] = report?.findings ?? []
  return finding?.kind === 'listed' ? finding.count : undefined
}
