import { execFileSync } from 'node:child_process'
import { chmodSync, lutimesSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeRepository } from '../../support/fake-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { policiesOf, treeOf, upload } from '../../support/upload.ts'

test('stores files, directories and links with type, mode, size and time', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'dir/empty'), { recursive: true })
  writeFileSync(join(path, 'dir/file'), 'content')
  chmodSync(join(path, 'dir/file'), 0o4751)
  utimesSync(join(path, 'dir/file'), '-300000000.5', '-300000000.5')
  symlinkSync('nowhere/ü', join(path, 'link'))
  lutimesSync(join(path, 'link'), 1000, 1000)
  utimesSync(join(path, 'dir/empty'), 2000, 2000)
  const repository = fakeRepository()
  const result = await upload(repository, path)
  const tree = await treeOf(repository, result.rootEntry)
  expect([...tree.keys()]).toEqual(['', 'dir', 'dir/empty', 'dir/file', 'link'])
  expect(tree.get('dir/file')).toMatchObject({ type: 'f', mode: 0o4751, size: 7, mtimeNs: -300_000_000_500_000_000n })
  expect(tree.get('link')).toMatchObject({ type: 's', size: 10, mtimeNs: 1_000_000_000_000n })
  expect(Buffer.from(repository.contents.get(tree.get('link')?.objectId ?? '') ?? []).toString()).toBe('nowhere/ü')
  expect(tree.get('dir/empty')).toMatchObject({ type: 'd', summary: { dirs: 1, files: 0, maxTimeNs: 2_000_000_000_000n } })
  expect(result.summary).toMatchObject({ size: 7, files: 1, symlinks: 1, dirs: 3, numFailed: 0 })
  expect(result).toMatchObject({ isComplete: true, warnings: [] })
  expect(result.stats).toMatchObject({ fileCount: 1, nonCachedFiles: 1, cachedFiles: 0, dirCount: 3, totalSize: 7 })
})

test('stores a directory of many files in the bytes that one encoder call gives', async () => {
  const path = await tempDir()
  for (let i = 0; i < 600; i++) writeFileSync(join(path, `file-${i}`), `${i}`)
  const repository = fakeRepository()
  const { rootEntry, summary } = await upload(repository, path)
  const tree = await treeOf(repository, rootEntry)
  expect(tree.size).toBe(601)
  expect(summary.files).toBe(600)
  expect([...tree.keys()].slice(1)).toEqual([...tree.keys()].slice(1).sort())
})

test('follows a link that is the source itself and takes the name of what it leads to', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'real'))
  writeFileSync(join(path, 'real/file'), 'x')
  symlinkSync('real', join(path, 'link'))
  const { rootEntry } = await upload(fakeRepository(), join(path, 'link'))
  expect(rootEntry).toMatchObject({ name: 'real', type: 'd', summary: { files: 1 } })
})

test('stores a source that is a single file', async () => {
  const path = await tempDir()
  writeFileSync(join(path, 'file'), 'hello')
  utimesSync(join(path, 'file'), 3000, 3000)
  const { rootEntry } = await upload(fakeRepository(), join(path, 'file'))
  expect(rootEntry).toMatchObject({
    name: 'file',
    type: 'f',
    size: 5,
    summary: { size: 5, files: 1, symlinks: 0, dirs: 0, numFailed: 0, maxTimeNs: 3_000_000_000_000n },
  })
})

test('stores names in byte order with directories first', async () => {
  const path = await tempDir()
  for (const name of ['\u{1f600}', '\uffee', 'b', 'B', 'é']) writeFileSync(join(path, name), '')
  mkdirSync(join(path, 'z'))
  const repository = fakeRepository()
  const tree = await treeOf(repository, (await upload(repository, path)).rootEntry)
  expect([...tree.keys()]).toEqual(['', 'z', 'B', 'b', 'é', '\uffee', '\u{1f600}'])
})

test('stores a name that is not UTF-8 with U+FFFD, says so, and fails the second of two that become equal', async () => {
  const path = await tempDir()
  const raw = (bytes: number[]) => Buffer.concat([Buffer.from(`${path}/`), Buffer.from(bytes)])
  writeFileSync(raw([0x61, 0xff]), 'one')
  writeFileSync(raw([0x61, 0xfe]), 'two')
  mkdirSync(raw([0xff]))
  writeFileSync(Buffer.concat([raw([0xff]), Buffer.from('/in')]), 'three')
  const repository = fakeRepository()
  const result = await upload(repository, path)
  const tree = await treeOf(repository, result.rootEntry)
  expect([...tree.keys()]).toEqual(['', '\ufffd', '\ufffd/in', 'a\ufffd'])
  expect(result.failures).toMatchObject([{ path: 'a\ufffd' }])
  expect(result.summary.numFailed).toBe(1)
  expect(result.isComplete).toBe(false)
  expect(result.warnings[0]).toMatch(/^3 names are not valid UTF-8/)
  const root = Buffer.from(repository.contents.get(result.rootEntry.objectId) ?? []).toString()
  expect(root).toContain('"name":"a\\ufffd"')
})

test('leaves out pipes without opening them and counts them', async () => {
  const path = await tempDir()
  execFileSync('mkfifo', [join(path, 'pipe')])
  const repository = fakeRepository()
  const result = await upload(repository, path)
  expect(result).toMatchObject({ isComplete: true, leftOut: { special: 1 }, failures: [] })
  expect((await treeOf(repository, result.rootEntry)).size).toBe(1)
})

test('fails pipes when the policy does not ignore unknown types', async () => {
  const path = await tempDir()
  execFileSync('mkfifo', [join(path, 'pipe')])
  const result = await upload(fakeRepository(), path, { policies: policiesOf({ '': { errorHandling: { ignoreUnknownTypes: false } } }) })
  expect(result).toMatchObject({ isComplete: false, failures: [{ path: 'pipe' }] })
  expect(result.stats).toMatchObject({ errorCount: 1, ignoredErrorCount: 0 })
})

test('leaves out what is ignored, too large, or below a cache tag, as the policy says', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'cache'))
  writeFileSync(join(path, 'cache/CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55')
  writeFileSync(join(path, 'cache/data'), 'x')
  mkdirSync(join(path, 'sub/build'), { recursive: true })
  writeFileSync(join(path, 'sub/build/out'), 'x')
  writeFileSync(join(path, 'sub/.kopiaignore'), 'build/\n')
  writeFileSync(join(path, 'a.log'), '12345')
  writeFileSync(join(path, 'large'), '12345678')
  writeFileSync(join(path, 'equal'), '1234567')
  const repository = fakeRepository()
  const policies = policiesOf({ '': { files: { ignore: ['*.log'], maxFileSize: 7 } } })
  const result = await upload(repository, path, { policies })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'cache', 'sub', 'sub/.kopiaignore', 'equal'])
  expect(result.stats).toMatchObject({ excludedFileCount: 1, excludedTotalSize: 5, excludedDirCount: 2 })
  expect(result.leftOut.byPolicy).toBe(1)
})

test('leaves out .git at every level unless it is wanted', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'nested/.git'), { recursive: true })
  mkdirSync(join(path, '.git'))
  const repository = fakeRepository()
  const without = await upload(repository, path, { includeGit: false })
  expect([...(await treeOf(repository, without.rootEntry)).keys()]).toEqual(['', 'nested'])
  expect(without.leftOut.git).toBe(2)
  const withGit = await upload(repository, path)
  expect((await treeOf(repository, withGit.rootEntry)).size).toBe(4)
})

test('leaves out our own folders by device and inode and names them', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'a/repository/p'), { recursive: true })
  const { statLocal } = await import('../../../src/fs/local.ts')
  const repository = fakeRepository()
  const result = await upload(repository, path, { leaveOut: [statLocal(join(path, 'a/repository'))] })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'a'])
  expect(result.leftOut.own).toEqual(['a/repository'])
})

test('gives each file the compressor, splitter and section size of its policy', async () => {
  const path = await tempDir()
  mkdirSync(join(path, 'sub'))
  writeFileSync(join(path, 'a.txt'), 'a')
  writeFileSync(join(path, 'a.zip'), 'b')
  writeFileSync(join(path, 'sub/b.txt'), 'c')
  const repository = fakeRepository()
  const policies = policiesOf({
    '': { compression: { compressorName: 'zstd-fastest', neverCompress: ['.zip'] }, metadataCompression: { compressorName: 'none' } },
    sub: { splitter: { algorithm: 'FIXED-1M' }, compression: { compressorName: 'gzip' } },
  })
  await upload(repository, path, { policies })
  const options = new Map(repository.writes.map((write) => [write.path?.slice(path.length + 1), write.options]))
  expect(options.get('a.txt')).toMatchObject({ compressor: 'zstd-fastest', metadataCompressor: 'none' })
  expect(options.get('a.zip')?.compressor).toBeUndefined()
  expect(options.get('sub/b.txt')).toMatchObject({ compressor: 'gzip', splitter: 'FIXED-1M' })
})

test('a source that does not exist is a named error', async () => {
  await expect(upload(fakeRepository(), join(await tempDir(), 'absent'))).rejects.toMatchObject({ code: 'CAIRN_SOURCE_MISSING' })
})

/** A tree with a folder that cannot be stored because of its `.kopiaignore`. */
async function withRulesOf(folder: 'sub' | '', write: (file: string) => void): Promise<string> {
  const path = await tempDir()
  mkdirSync(join(path, 'sub'))
  writeFileSync(join(path, 'other'), 'other')
  writeFileSync(join(path, 'sub/file'), 'file')
  write(join(path, folder, '.kopiaignore'))
  return path
}

test('an ignore rule of the root that is no pattern ends the upload', async () => {
  const path = await withRulesOf('', (file) => writeFileSync(file, '[a-\n'))
  await expect(upload(fakeRepository(), path)).rejects.toMatchObject({ code: 'CAIRN_IGNORE_RULE_INVALID' })
  const bad = policiesOf({ '': { files: { ignore: ['[a-'] } } })
  await expect(upload(fakeRepository(), await tempDir(), { policies: bad })).rejects.toMatchObject({ code: 'CAIRN_IGNORE_RULE_INVALID' })
})

test('an ignore rule of a folder below that is no pattern fails that folder, by its policy', async () => {
  const path = await withRulesOf('sub', (file) => writeFileSync(file, '[a-\n'))
  const repository = fakeRepository()
  const result = await upload(repository, path)
  const failure = { path: 'sub', error: expect.stringContaining('/sub/.kopiaignore: The ignore rule "[a-" cannot be used') }
  expect(result).toMatchObject({ isComplete: false, failures: [failure] })
  expect([...(await treeOf(repository, result.rootEntry)).keys()]).toEqual(['', 'other'])
  const policies = policiesOf({ '': { errorHandling: { ignoreDirectoryErrors: true } } })
  expect(await upload(repository, path, { policies })).toMatchObject({ isComplete: true, failures: [], ignoredFailures: [failure] })
})

test('a dot-ignore file that is a broken link fails its folder and names the link', async () => {
  const path = await withRulesOf('sub', (file) => symlinkSync('gone/rules', file))
  const result = await upload(fakeRepository(), path)
  const error = `${join(path, 'sub/.kopiaignore')} is a link to gone/rules, where no file is.`
  expect(result).toMatchObject({ failures: [{ path: 'sub', error }], leftOut: { vanished: 0 } })
  const broken = await withRulesOf('', (file) => symlinkSync('gone/rules', file))
  await expect(upload(fakeRepository(), broken)).rejects.toMatchObject({ code: 'CAIRN_FILE_UNREADABLE' })
})
