import { closeSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileReadFailure, openChecked } from '../../../src/repo/content/pool/open-file.ts'

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
  closeSync(openChecked(path, dev, ino))
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
