import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/fs/entry.ts'
import { fsError, isVanished } from '../../../src/fs/errors.ts'
import { joinLocal, listDirectory, openLocalSource, pathOfEntry, readLocalSymlink, statLocal } from '../../../src/fs/local.ts'
import { selectEntries } from '../../../src/fs/selection.ts'
import { isCacheDirectory, readDotIgnoreFiles } from '../../../src/fs/special-files.ts'
import type { PolicyLayer } from '../../../src/policy/layer.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { policyTree } from '../../../src/policy/tree.ts'

const isRoot = process.getuid?.() === 0
const isWindows = process.platform === 'win32'
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cairn-local-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const names = (entries: readonly Entry[]) => entries.map((entry) => entry.name).sort()
const find = (entries: readonly Entry[], name: string) => entries.find((entry) => entry.name === name)
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55'

describe('listing a directory', () => {
  test('gives kind, size, mode and the exact time of each entry', () => {
    writeFileSync(join(dir, 'file'), 'hello')
    chmodSync(join(dir, 'file'), 0o4750)
    utimesSync(join(dir, 'file'), 0, '1700000000.25')
    mkdirSync(join(dir, 'sub'))
    symlinkSync('no/where', join(dir, 'link'))
    const { entries, failures, vanished } = listDirectory(dir)
    expect({ failures, vanished }).toEqual({ failures: [], vanished: 0 })
    expect(names(entries)).toEqual(['file', 'link', 'sub'])
    expect(find(entries, 'file')).toMatchObject({ kind: 'file', size: 5, mtimeNs: 1_700_000_000_250_000_000n })
    expect(find(entries, 'sub')).toMatchObject({ kind: 'directory', size: 0 })
    expect(find(entries, 'link')).toMatchObject({ kind: 'symlink', size: 8 })
    if (!isWindows) expect(find(entries, 'file')?.mode).toBe(0o4750)
  })

  test('on Windows knows no owners and only three modes', () => {
    writeFileSync(join(dir, 'file'), '')
    chmodSync(join(dir, 'file'), 0o700)
    writeFileSync(join(dir, 'readonly'), '')
    chmodSync(join(dir, 'readonly'), 0o444)
    mkdirSync(join(dir, 'sub'))
    const { entries } = listDirectory(dir, { isWindows: true })
    expect(find(entries, 'file')).toMatchObject({ mode: 0o666, uid: 0, gid: 0 })
    expect(find(entries, 'readonly')).toMatchObject({ mode: 0o444, uid: 0, gid: 0 })
    expect(find(entries, 'sub')).toMatchObject({ mode: 0o777 })
  })

  test.skipIf(process.platform !== 'linux')('keeps the bytes of names that are not valid UTF-8, also below them', () => {
    const raw = Buffer.from([0x61, 0xff, 0x62])
    const folder = Buffer.concat([Buffer.from(`${dir}/`), raw])
    mkdirSync(folder)
    writeFileSync(Buffer.concat([folder, Buffer.from('/inner')]), 'x')
    writeFileSync(join(dir, 'genuine\ufffd'), '')
    const { entries } = listDirectory(dir)
    const bad = find(entries, 'a\ufffdb')
    expect(bad?.rawName).toEqual(raw)
    expect(find(entries, 'genuine\ufffd')?.rawName).toBeUndefined()
    expect(bad && names(listDirectory(pathOfEntry(dir, bad)).entries)).toEqual(['inner'])
  })

  test('of something that is gone says so, and of a file as well', () => {
    expect(() => listDirectory(join(dir, 'gone'))).toThrow(/disappeared/)
    writeFileSync(join(dir, 'file'), '')
    expect(() => listDirectory(join(dir, 'file'))).toThrow(/disappeared/)
  })

  test.skipIf(isRoot || isWindows)('that may not be read names the permission', () => {
    mkdirSync(join(dir, 'locked'), { mode: 0 })
    expect(() => listDirectory(join(dir, 'locked'))).toThrow(/permission denied/)
  })

  test('tells a vanished entry from one that cannot be read', () => {
    expect(isVanished(fsError('read', '/x', { code: 'ENOENT' }))).toBe(true)
    expect(isVanished(fsError('read', '/x', { code: 'EACCES' }))).toBe(false)
    expect(fsError('read', '/x', { code: 'EIO' }).message).toBe('Cairn could not read /x: input/output error.')
  })
})

describe('the source', () => {
  test('is resolved when it is a symlink and named after the target', () => {
    mkdirSync(join(dir, 'real'))
    symlinkSync('real', join(dir, 'link'))
    expect(openLocalSource(join(dir, 'link')).entry).toMatchObject({ name: 'real', kind: 'directory' })
  })

  test('can be a single file', () => {
    writeFileSync(join(dir, 'one'), 'abc')
    expect(openLocalSource(join(dir, 'one')).entry).toMatchObject({ name: 'one', kind: 'file', size: 3 })
  })

  test.skipIf(isWindows)('can be the root of the file system, named after itself', () => {
    expect(openLocalSource('/').entry.name).toBe('/')
    expect(joinLocal('/', 'a')).toBe('/a')
  })

  test.skipIf(isWindows)('that is missing, dangling or a device is an error of its own', () => {
    symlinkSync('nowhere', join(dir, 'dangling'))
    expect(() => openLocalSource(join(dir, 'missing'))).toThrow(/does not exist/)
    expect(() => openLocalSource(join(dir, 'dangling'))).toThrow(/does not exist/)
    expect(() => openLocalSource('/dev/null')).toThrow(/neither a directory nor a regular file/)
  })

  test('a symlink at the end of a path is not followed by statLocal, and its target is read as bytes', () => {
    symlinkSync('žluť', join(dir, 'link'))
    expect(statLocal(join(dir, 'link'))).toMatchObject({ name: 'link', kind: 'symlink' })
    expect(Buffer.from(readLocalSymlink(join(dir, 'link'))).toString()).toBe('žluť')
    expect(() => readLocalSymlink(join(dir, 'gone'))).toThrow(/disappeared/)
  })
})

describe('cache directories', () => {
  test.each([
    [`${TAG}\nmore`, true],
    [TAG, true],
    [TAG.slice(1), false],
    [TAG.replace('8', '9'), false],
  ])('with the tag %j: %s', (text, expected) => {
    writeFileSync(join(dir, 'CACHEDIR.TAG'), text)
    expect(isCacheDirectory(dir, listDirectory(dir).entries)).toBe(expected)
  })

  test('need a regular file as tag', () => {
    writeFileSync(join(dir, 'tag'), TAG)
    symlinkSync('tag', join(dir, 'CACHEDIR.TAG'))
    expect(isCacheDirectory(dir, listDirectory(dir).entries)).toBe(false)
  })
})

describe('dot-ignore files', () => {
  const read = (...files: string[]) => readDotIgnoreFiles(dir, listDirectory(dir).entries, files)

  test('are read in the order of the policy, through symlinks, each once', () => {
    writeFileSync(join(dir, '.a'), 'one')
    writeFileSync(join(dir, 'target'), 'two')
    symlinkSync('target', join(dir, '.b'))
    expect(read('.b', '.none', '.a', '.b')).toEqual([
      { name: '.b', text: 'two' },
      { name: '.a', text: 'one' },
    ])
  })

  test('that are directories do not count, links that lead nowhere or to a directory are errors', () => {
    mkdirSync(join(dir, '.dir'))
    symlinkSync('.dir', join(dir, '.link'))
    symlinkSync('nowhere', join(dir, '.dangling'))
    expect(read('.dir')).toEqual([])
    expect(() => read('.link')).toThrow(/does not lead to a regular file/)
    expect(() => read('.dangling')).toThrow(/\.dangling is a link to nowhere, where no file is/)
  })

  test.each([
    ['file', () => writeFileSync(join(dir, '.gone'), 'x')],
    ['link', () => symlinkSync('nowhere', join(dir, '.gone'))],
  ])('that went away since they were listed are not there: a %s', (_, make) => {
    make()
    const { entries } = listDirectory(dir)
    rmSync(join(dir, '.gone'))
    expect(readDotIgnoreFiles(dir, entries, ['.gone'])).toEqual([])
  })

  test('outside the directory are never read', () => {
    mkdirSync(join(dir, 'sub'))
    writeFileSync(join(dir, 'secret'), 'x')
    expect(readDotIgnoreFiles(join(dir, 'sub'), listDirectory(join(dir, 'sub')).entries, ['../secret'])).toEqual([])
  })
})

describe('selecting entries', () => {
  const source = { userName: 'u', host: 'h', path: '/s' }
  const layer = (policy: Policy, at = '/s'): PolicyLayer => ({
    target: { kind: 'path', userName: 'u', host: 'h', path: at },
    origin: 'repository',
    policy,
    hooks: {},
  })
  const select = (policy: Policy, device?: bigint) => {
    const { entries } = listDirectory(dir)
    return selectEntries(dir, entries, device ?? statLocal(dir).device, policyTree(source, [layer(policy)]).root)
  }

  test('applies policy rules and dot-ignore files and counts what they leave out', () => {
    writeFileSync(join(dir, '.kopiaignore'), '*.log\n!keep.log\n')
    for (const name of ['a.log', 'keep.log', 'b.tmp', 'c']) writeFileSync(join(dir, name), '123')
    mkdirSync(join(dir, 'out'))
    const selection = select({ files: { ignore: ['*.tmp', 'out/'] } })
    expect(names(selection.entries)).toEqual(['.kopiaignore', 'c', 'keep.log'])
    expect(selection).toMatchObject({ excludedFiles: 2, excludedDirs: 1, excludedBytes: 6, isCache: false })
  })

  test('keeps files of exactly the largest size and drops larger ones without counting', () => {
    writeFileSync(join(dir, 'equal'), '123')
    writeFileSync(join(dir, 'larger'), '1234')
    const selection = select({ files: { maxFileSize: 3 } })
    expect(names(selection.entries)).toEqual(['equal'])
    expect(selection.excludedFiles).toBe(0)
  })

  test('stays on its file system when told so', () => {
    writeFileSync(join(dir, 'a'), '')
    expect(select({ files: { oneFileSystem: true } }, 12345678901n).entries).toEqual([])
    expect(select({ files: { oneFileSystem: true } }).entries).toHaveLength(1)
    expect(select({}, 12345678901n).entries).toHaveLength(1)
  })

  test('empties a cache directory unless the policy keeps them', () => {
    writeFileSync(join(dir, 'CACHEDIR.TAG'), TAG)
    expect(select({})).toMatchObject({ entries: [], isCache: true, excludedDirs: 1 })
    expect(select({ files: { ignoreCacheDirs: false } })).toMatchObject({ isCache: false })
  })

  test('carries rules into the directories below, where a nested policy adds its own', () => {
    mkdirSync(join(dir, 'sub'))
    for (const name of ['x.tmp', 'y.tmp', 'z']) writeFileSync(join(dir, 'sub', name), '')
    const { root } = policyTree(source, [layer({ files: { ignore: ['*.tmp'] } }), layer({ files: { ignore: ['!/y.tmp', 'z'] } }, '/s/sub')])
    const device = statLocal(dir).device
    const top = selectEntries(dir, listDirectory(dir).entries, device, root)
    const sub = join(dir, 'sub')
    const below = selectEntries(sub, listDirectory(sub).entries, device, root.child('sub'), { context: top.context, name: 'sub' })
    expect(names(below.entries)).toEqual(['y.tmp'])
  })
})
