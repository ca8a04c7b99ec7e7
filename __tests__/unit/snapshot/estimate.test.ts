import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { estimateTree } from '../../../src/snapshot/estimate.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { policiesOf } from '../../support/upload.ts'

async function estimate(files: Readonly<Record<string, number | string>>, ignore: readonly string[] = []) {
  const path = await tempDir()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), typeof content === 'string' ? content : Buffer.alloc(content))
  }
  symlinkSync('nowhere', join(path, 'link'))
  const directories: string[] = []
  const policies = policiesOf({ '': { files: { ignore: [...ignore], ignoreDotFiles: ['.kopiaignore'] } } })
  const found = await estimateTree(path, policies.root, { maxExamples: 2, onDirectory: (one) => directories.push(one) })
  return { ...found, seen: directories }
}

test('counts files by size, without links, and names some of each bucket', async () => {
  const { files, bytes, included, seen, directories } = await estimate({ a: 10, 'sub/b': 999, 'sub/deep/c': 1000, d: 20 })
  expect({ files, bytes, directories }).toEqual({ files: 4, bytes: 2029, directories: 3 })
  expect(seen).toEqual(['.', 'sub', 'sub/deep'])
  const filled = included.filter((bucket) => bucket.files > 0)
  expect(filled).toEqual([
    { minBytes: 1000, files: 1, bytes: 1000, examples: [{ path: 'sub/deep/c', bytes: 1000 }] },
    {
      minBytes: 0,
      files: 3,
      bytes: 1029,
      examples: [
        { path: 'a', bytes: 10 },
        { path: 'd', bytes: 20 },
      ],
    },
  ])
})

test('counts what rules leave out, in the folder and below, and cache directories as such', async () => {
  const found = await estimate(
    {
      '.kopiaignore': '*.tmp\n',
      'sub/x.tmp': 5,
      'skip/y': 6,
      keep: 7,
      'cache/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55',
      'cache/z': 8,
    },
    ['skip'],
  )
  expect(found).toMatchObject({ files: 2, excludedFiles: 1, excludedBytes: 5, excludedDirectories: 2, errors: 0 })
  expect(found.excludedDirectoryExamples).toEqual(['skip', 'cache'])
  expect(found.excluded.flatMap(({ examples }) => examples)).toEqual([{ path: 'sub/x.tmp', bytes: 5 }])
})

test('counts a folder whose rules are no patterns as an error', async () => {
  expect(await estimate({ 'sub/.kopiaignore': '[a-', 'sub/x': 1, y: 2 })).toMatchObject({ files: 1, errors: 1 })
})

test('refuses to look at a folder that is not there', async () => {
  const path = join(await tempDir(), 'none')
  await expect(estimateTree(path, policiesOf({}).root, { maxExamples: 1 })).rejects.toMatchObject({ code: 'CAIRN_SOURCE_MISSING' })
})
