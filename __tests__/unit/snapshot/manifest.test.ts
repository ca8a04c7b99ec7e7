import { describe, expect, test } from 'vitest'
import { CairnError } from '../../../src/errors.ts'
import { decodeSnapshotManifest, encodeSnapshotManifest, type SnapshotManifest } from '../../../src/snapshot/manifest.ts'
import { sourceBelow, workspaceIdentity } from '../../../src/snapshot/source.ts'
import { EMPTY_STATS } from '../../../src/snapshot/stats.ts'
import { findSnapshot, listSnapshots, listSources, loadSnapshot, replaceSnapshot, saveSnapshot } from '../../../src/snapshot/store.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import vectors from '../../vectors/snapshot-manifests.json' with { type: 'json' }

const source = { userName: 'builder', host: 'ci-runner', path: '/srv/ws' }
const manifest = (more: Partial<SnapshotManifest> = {}): SnapshotManifest => ({
  id: '',
  source,
  description: '',
  startTimeNs: 1_700_000_000_000_000_000n,
  endTimeNs: 1_700_000_001_000_000_000n,
  stats: EMPTY_STATS,
  tags: {},
  pins: [],
  ...more,
})

test.each(Object.entries(vectors.manifests))('manifest %s of stock kopia is written back byte for byte', (id, json) => {
  const decoded = decodeSnapshotManifest(id, json)
  expect(decoded.id).toBe(id)
  expect(decoded.rootEntry?.objectId).toMatch(/^I*k[0-9a-f]+$/)
  expect(encodeSnapshotManifest(decoded)).toBe(json)
})

test('tags are sorted and reserved words of objects are ordinary keys', () => {
  const json = encodeSnapshotManifest(manifest({ tags: { 'tag:b': '1', 'tag:a': '<' } }))
  expect(json).toContain('"tags":{"tag:a":"\\u003c","tag:b":"1"}')
  const hostile = json.replace('"tag:a"', '"__proto__"')
  expect(Object.keys(decodeSnapshotManifest('x', hostile).tags)).toEqual(['__proto__', 'tag:b'])
})

describe('damaged manifests', () => {
  test.each([
    ['nonsense', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['{"source":7}', 'source'],
    ['{"source":{"host":7}}', 'source'],
    ['{"startTime":7}', 'startTime'],
    ['{"endTime":"tomorrow"}', 'endTime'],
    ['{"description":7}', 'description'],
    ['{"stats":{"fileCount":"7"}}', 'stats'],
    ['{"tags":{"tag:x":7}}', 'tags'],
    ['{"pins":"x"}', 'pins'],
    ['{"rootEntry":{"mode":7}}', 'rootEntry: mode'],
    ['{"rootEntry":"k00"}', 'rootEntry'],
  ])('%s is refused by name', (json, word) => {
    const decode = () => decodeSnapshotManifest('abc', json)
    expect(decode).toThrow(CairnError)
    expect(decode).toThrow(`Snapshot abc cannot be read`)
    expect(decode).toThrow(word)
  })
})

describe('snapshots in a repository', () => {
  test('are found by their source and listed by time', async () => {
    const repository = fakeRepository()
    const late = await saveSnapshot(repository, manifest({ startTimeNs: 9n, endTimeNs: 9n }))
    const early = await saveSnapshot(repository, manifest({ startTimeNs: 5n, endTimeNs: 9n }))
    const other = await saveSnapshot(repository, manifest({ source: { ...source, path: '/other' } }))
    expect((await listSnapshots(repository, source)).map(({ id }) => id)).toEqual([early.id, late.id])
    expect(await listSnapshots(repository)).toHaveLength(3)
    expect((await listSources(repository)).map(({ path }) => path)).toEqual(['/other', '/srv/ws'])
    expect(await loadSnapshot(repository, other.id)).toEqual(other)
  })

  test('carry their tags as labels', async () => {
    const repository = fakeRepository()
    await saveSnapshot(repository, manifest({ tags: { 'tag:branch': 'main' } }))
    expect((await repository.manifests.find({ type: 'snapshot' }))[0]?.labels).toEqual({
      type: 'snapshot',
      hostname: 'ci-runner',
      username: 'builder',
      path: '/srv/ws',
      'tag:branch': 'main',
    })
  })

  test.each([
    [{ source: { ...source, host: '' } }, /needs a user, a host and a path/],
    [{ tags: { path: 'x' } }, /reserved/],
    [{ description: 'ž'.repeat(513) }, /longer than 1024 bytes/],
  ])('with %j are not saved', async (more, message) => {
    await expect(saveSnapshot(fakeRepository(), manifest(more))).rejects.toThrow(message)
  })

  test('get a new ID when they are replaced', async () => {
    const repository = fakeRepository()
    const first = await saveSnapshot(repository, manifest())
    const second = await replaceSnapshot(repository, { ...first, pins: ['p'] })
    expect(second.id).not.toBe(first.id)
    expect(await findSnapshot(repository, first.id)).toBeUndefined()
    expect((await loadSnapshot(repository, second.id)).pins).toEqual(['p'])
  })

  test('that do not exist, or are manifests of another kind, are named in the error', async () => {
    const repository = fakeRepository()
    const id = await repository.manifests.put({ type: 'policy' }, '{}')
    await expect(loadSnapshot(repository, id)).rejects.toThrow(`There is no snapshot ${id}`)
    await expect(loadSnapshot(repository, 'none')).rejects.toThrow('There is no snapshot none')
  })
})

describe('identity of a run', () => {
  const local = { userName: 'me', host: 'box', path: '/home/me/work' }

  test('in Actions follows the name of the repository, in lower case', () => {
    expect(workspaceIdentity({ githubRepository: 'Acme/Web.Shop', local })).toEqual({
      userName: 'cairn',
      host: 'acme.web.shop',
      path: '/acme/web.shop',
    })
  })

  test('elsewhere is the real one', () => {
    expect(workspaceIdentity({ local })).toEqual(local)
  })

  test('can be fixed by the policy file, part by part', () => {
    expect(workspaceIdentity({ user: 'ci', root: '/workspace', githubRepository: 'acme/shop', local })).toEqual({
      userName: 'ci',
      host: 'acme.shop',
      path: '/workspace',
    })
  })

  test('gets the suffix of a matrix leg, or else the number of the pull request', () => {
    expect(workspaceIdentity({ githubRepository: 'a/b', pullRequest: 7, local }).path).toBe('/a/b/pull/7')
    expect(workspaceIdentity({ githubRepository: 'a/b', pullRequest: 7, suffix: 'linux', local }).path).toBe('/a/b/linux')
    expect(workspaceIdentity({ root: '/', suffix: '/x/', local }).path).toBe('/x')
  })

  test.each([
    ['.', '/srv/ws'],
    ['', '/srv/ws'],
    ['./data//x/', '/srv/ws/data/x'],
  ])('the source of %j is %s', (relative, path) => {
    expect(sourceBelow(source, relative).path).toBe(path)
  })
})
