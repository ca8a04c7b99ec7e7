/** Owner, mode and times of restored entries, and the count of what could not be given back (docs/threat-model.md, "Restore"). */
import { chmodSync, chownSync, lchownSync, lutimesSync, utimesSync } from 'node:fs'
import { AttributeWriter, type Owner } from '../../fs/attributes.ts'
import { type AttributeRules, type FileAttributes, LOST } from '../../util/file-target.ts'
import type { DirEntry } from '../dir-entry.ts'
import { timeText } from './times.ts'

/** What could not be given back exactly. */
export interface AttributeLosses {
  /** Entries whose owner could not be set. */
  owners: number
  /** Entries whose setuid, setgid or sticky bits were left off because the owner differs. */
  specialBits: number
  /** Some of their paths. */
  readonly specialBitPaths: string[]
  /** Errors of chmod and utimes that were ignored on request. */
  permissionErrors: number
}

const NAMED_PATHS = 20

/** The attributes of an entry. */
export function attributesOf(entry: DirEntry): FileAttributes {
  const { uid, gid, mode, mtimeNs } = entry
  return { uid, gid, mode, mtime: timeText(mtimeNs) }
}

/** Sets attributes of directories and links, and counts the losses of all entries. */
export class AttributeSetter {
  readonly losses: AttributeLosses = { owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 }
  readonly writer: AttributeWriter

  constructor(rules: AttributeRules) {
    this.writer = new AttributeWriter(rules)
  }

  /** An open directory. */
  setOpen(descriptor: number, path: string, entry: DirEntry): void {
    this.count(this.writer.applyOpen(descriptor, attributesOf(entry)), path)
  }

  /** A directory that is only known by its checked path; `owner` is its present owner. */
  setByPath(target: string, path: string, entry: DirEntry, owner: Owner): void {
    const calls = {
      chown: (uid: number, gid: number) => chownSync(target, uid, gid),
      chmod: (mode: number) => chmodSync(target, mode),
      utimes: (seconds: string) => utimesSync(target, seconds, seconds),
    }
    this.count(this.writer.apply(calls, attributesOf(entry), owner), path)
  }

  /** A symbolic link; it has no mode of its own. */
  setLink(target: string, path: string, entry: DirEntry, owner: Owner): void {
    const calls = {
      chown: (uid: number, gid: number) => lchownSync(target, uid, gid),
      utimes: (seconds: string) => lutimesSync(target, seconds, seconds),
    }
    this.count(this.writer.apply(calls, attributesOf(entry), owner), path)
  }

  /** Counts what was lost of one entry (bits of `LOST`). */
  count(lost: number, path: string): void {
    if (lost === 0) return
    const { losses } = this
    if ((lost & LOST.owner) !== 0) losses.owners++
    if ((lost & LOST.mode) !== 0) losses.permissionErrors++
    if ((lost & LOST.time) !== 0) losses.permissionErrors++
    if ((lost & LOST.specialBits) === 0) return
    losses.specialBits++
    if (losses.specialBitPaths.length < NAMED_PATHS) losses.specialBitPaths.push(path)
  }
}
