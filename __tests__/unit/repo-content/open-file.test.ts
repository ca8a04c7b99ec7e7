import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileReadFailure, FolderOpener, openChecked, readSmallFile } from '../../../src/repo/content/pool/open-file.ts'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-open-file-')))
  mkdirSync(join(root, 'tree/folder'), { recursive: true })
  mkdirSync(join(root, 'elsewhere'))
  writeFileSync(join(root, 'tree/folder/file'), 'ours')
  writeFileSync(join(root, 'elsewhere/file'), 'secret')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function open(path: string | Uint8Array, seen = path): void {
  const { dev, ino } = statSync(Buffer.from(seen), { bigint: true })
  closeSync(openChecked(path, dev, ino).descriptor)
}

describe('opening a file of the tree', () => {
  it('opens what lies at the path, given as text or as bytes', () => {
    const path = join(root, 'tree/folder/file')
    open(path)
    open(Buffer.from(path))
  })

  it.runIf(process.platform === 'linux')('refuses a file elsewhere that is reached because a folder above became a link', () => {
    renameSync(join(root, 'tree/folder'), join(root, 'tree/moved'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'tree/folder'))
    const path = join(root, 'tree/folder/file')
    // Device and inode are those of the file elsewhere: lstat was led there as well.
    for (const each of [path, Buffer.from(path)]) {
      expect(() => open(each)).toThrow(expect.objectContaining({ reason: 'changed' }))
      expect(() => open(each)).toThrow(FileReadFailure)
    }
  })
})

describe('opening files of one folder after the other', () => {
  const openBoth = () => {
    const paths = ['file', 'other'].map((name) => join(root, 'tree/folder', name))
    const seen = paths.map((path) => statSync(path, { bigint: true }))
    const opener = new FolderOpener()
    try {
      for (const [index, path] of paths.entries())
        closeSync(opener.open(path, paths[index + 1], seen[index]?.dev ?? 0n, seen[index]?.ino ?? 0n).descriptor)
    } finally {
      opener.close()
    }
  }

  beforeEach(() => {
    for (const folder of ['tree/folder', 'elsewhere']) writeFileSync(join(root, folder, 'other'), 'second')
  })

  it('opens each of them', openBoth)

  it.runIf(process.platform === 'linux')('refuses those of a folder that is reached through a link', () => {
    renameSync(join(root, 'tree/folder'), join(root, 'tree/moved'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'tree/folder'))
    expect(openBoth).toThrow(expect.objectContaining({ reason: 'changed' }))
  })

  it.runIf(process.platform === 'linux')('refuses a link in place of the second file, and names what happened', () => {
    const path = join(root, 'tree/folder/other')
    const { dev, ino } = statSync(path, { bigint: true })
    rmSync(path)
    symlinkSync(join(root, 'elsewhere/file'), path)
    const opener = new FolderOpener()
    const first = join(root, 'tree/folder/file')
    const seen = statSync(first, { bigint: true })
    closeSync(opener.open(first, path, seen.dev, seen.ino).descriptor)
    expect(() => opener.open(path, undefined, dev, ino)).toThrow(expect.objectContaining({ reason: 'changed' }))
    opener.close()
  })
})

describe('reading a small file', () => {
  function read(path: string, size: number, room = 100): string {
    const descriptor = openSync(path, 'r')
    const arena = new Uint8Array(10 + room)
    try {
      return Buffer.from(arena.subarray(10, 10 + readSmallFile(descriptor, arena, 10, size))).toString()
    } finally {
      closeSync(descriptor)
    }
  }

  it.each([
    ['as long as it was', 4],
    ['longer than it was', 2],
    ['shorter than it was', 50],
    ['longer than there was room for what was seen', 200],
    ['there although it seemed empty', 0],
  ])('gives all of it when it is %s', (_, size) => {
    expect(read(join(root, 'tree/folder/file'), size)).toBe('ours')
  })

  it.runIf(process.platform === 'linux')('reads what the system makes up, which has no length', () => {
    expect(read('/proc/self/stat', 0, 4096)).toMatch(/^\d+ /)
  })

  it.each([4, 2, 0])('refuses a file that has no room, seen with %i bytes', (size) => {
    expect(() => read(join(root, 'tree/folder/file'), size, 4)).toThrow(expect.objectContaining({ reason: 'too-long' }))
  })
})
