import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blobPath, defaultSharding, mayHoldPrefix } from '../../../src/repo/blob/sharding.ts'
import { formatShardsFile, parseShardsFile } from '../../../src/repo/blob/shards-file.ts'

interface Vectors {
  readonly cases: readonly { readonly shardsFile: unknown; readonly paths: Readonly<Record<string, string>> }[]
}
// The file's shape is fixed by whoever made it; a wrong one fails the test.
const vectors = JSON.parse(readFileSync(new URL('../../vectors/sharding.json', import.meta.url), 'utf8')) as Vectors

describe('paths of blobs', () => {
  it.each(vectors.cases.map((vector) => [JSON.stringify(vector.shardsFile), vector] as const))(
    'are those of kopia for .shards = %s',
    (text, vector) => {
      const sharding = parseShardsFile(text, '.shards')
      const entries = Object.entries(vector.paths)
      expect(entries.length).toBeGreaterThan(4)
      for (const [id, path] of entries) expect(blobPath(sharding, id).join('/'), id).toBe(path)
    },
  )

  it('never leave the root, whatever a damaged index says', () => {
    for (const id of ['..aaaaaaaaaaaaaaaaaaaaaaa', '.aaaaaaaaaaaaaaaaaaaaaaaa']) {
      const shards = [id.startsWith('..') ? 2 : 1, 3]
      expect(() => blobPath(defaultSharding(shards), id)).toThrow(expect.objectContaining({ code: 'CAIRN_BLOB_ID_INVALID' }))
    }
  })

  it('are entered only where the prefix can lie', () => {
    expect(mayHoldPrefix('x', 'xn1_')).toBe(true)
    expect(mayHoldPrefix('xn1', 'x')).toBe(true)
    expect(mayHoldPrefix('xn2', 'xn1_')).toBe(false)
    expect(mayHoldPrefix('p', 'x')).toBe(false)
    expect(mayHoldPrefix('p', '')).toBe(true)
  })
})

describe('.shards', () => {
  it('is written as kopia writes it', () => {
    expect(formatShardsFile(defaultSharding([1, 3]))).toBe('{"default":[1,3],"maxNonShardedLength":20}\n')
    expect(formatShardsFile({ shards: [], maxNonShardedLength: 2, overrides: [{ prefix: 'p', shards: [2] }] })).toBe(
      '{"default":[],"maxNonShardedLength":2,"overrides":[{"prefix":"p","shards":[2]}]}\n',
    )
  })

  it('takes absent and null members as kopia does', () => {
    expect(parseShardsFile('{}', 'f')).toEqual({ shards: [], maxNonShardedLength: 0, overrides: [] })
    expect(parseShardsFile('{"default":null,"overrides":null,"later":1}', 'f')).toEqual({
      shards: [],
      maxNonShardedLength: 0,
      overrides: [],
    })
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"default":3}',
    '{"default":[-1]}',
    '{"default":[1.5]}',
    '{"default":["1"]}',
    '{"maxNonShardedLength":"20"}',
    '{"overrides":{}}',
    '{"overrides":[{"shards":[1]}]}',
    '{"overrides":[null]}',
  ])('is refused when it holds %s', (text) => {
    expect(() => parseShardsFile(text, '/r/.shards')).toThrow(
      expect.objectContaining({ code: 'CAIRN_STORAGE_SHARDS_INVALID', message: expect.stringContaining('/r/.shards') }),
    )
  })
})
