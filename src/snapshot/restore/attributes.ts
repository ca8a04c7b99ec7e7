/**
 * Owner, mode and times of restored entries, in the order chown, chmod, utimes: changing the owner clears setuid
 * (docs/threat-model.md, "Restore").
 */
import { chmodSync, chownSync, fchmodSync, fchownSync, futimesSync, lchownSync, lutimesSync, utimesSync } from 'node:fs'
import type { DirEntry } from '../dir-entry.ts'
import { errnoOf } from './safe-path.ts'
import { timeText } from './times.ts'

const SPECIAL_BITS = 0o7000

export interface AttributeOptions {
  readonly skipOwners: boolean
  readonly skipPermissions: boolean
  readonly skipTimes: boolean
  /** Errors of chmod and utimes are counted instead of failing the entry. */
  readonly ignorePermissionErrors: boolean
}

/** The owner of a restored thing as the system reports it. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

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

/** Sets attributes; remembers which owners the system refused, to ask only once for each. */
export class AttributeSetter {
  readonly losses: AttributeLosses = { owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 }
  readonly #options: AttributeOptions
  readonly #refusedOwners = new Set<string>()

  constructor(options: AttributeOptions) {
    this.#options = options
  }

  /** An open file or directory. `owner` is its present owner. */
  setOpen(fd: number, path: string, entry: DirEntry, owner: Owner): void {
    const isOwned = this.#own(entry, owner, (uid, gid) => fchownSync(fd, uid, gid))
    const mode = this.#mode(path, entry, isOwned)
    if (mode !== undefined) this.#tolerate(() => fchmodSync(fd, mode))
    if (!this.#options.skipTimes) {
      const time = timeText(entry.mtimeNs)
      this.#tolerate(() => futimesSync(fd, time, time))
    }
  }

  /** A directory that is only known by its checked path. */
  setByPath(target: string, path: string, entry: DirEntry, owner: Owner): void {
    const isOwned = this.#own(entry, owner, (uid, gid) => chownSync(target, uid, gid))
    const mode = this.#mode(path, entry, isOwned)
    if (mode !== undefined) this.#tolerate(() => chmodSync(target, mode))
    if (!this.#options.skipTimes) {
      const time = timeText(entry.mtimeNs)
      this.#tolerate(() => utimesSync(target, time, time))
    }
  }

  /** A symbolic link; it has no mode of its own. */
  setLink(target: string, entry: DirEntry, owner: Owner): void {
    this.#own(entry, owner, (uid, gid) => lchownSync(target, uid, gid))
    if (!this.#options.skipTimes) {
      const time = timeText(entry.mtimeNs)
      this.#tolerate(() => lutimesSync(target, time, time))
    }
  }

  /** Whether the entry belongs to its stored owner afterwards. */
  #own(entry: DirEntry, owner: Owner, chown: (uid: number, gid: number) => void): boolean {
    if (owner.uid === entry.uid && owner.gid === entry.gid) return true
    if (this.#options.skipOwners) return false
    const key = `${entry.uid}:${entry.gid}`
    if (!this.#refusedOwners.has(key)) {
      try {
        chown(entry.uid, entry.gid)
        return true
      } catch (error) {
        const code = errnoOf(error)
        if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error
        this.#refusedOwners.add(key)
      }
    }
    this.losses.owners++
    return false
  }

  #mode(path: string, entry: DirEntry, isOwned: boolean): number | undefined {
    if (this.#options.skipPermissions) return undefined
    const isUnsafe = !isOwned && (entry.mode & SPECIAL_BITS) !== 0
    if (!isUnsafe) return entry.mode
    this.losses.specialBits++
    if (this.losses.specialBitPaths.length < NAMED_PATHS) this.losses.specialBitPaths.push(path)
    return entry.mode & ~SPECIAL_BITS
  }

  #tolerate(action: () => void): void {
    try {
      action()
    } catch (error) {
      const code = errnoOf(error)
      if (!this.#options.ignorePermissionErrors || (code !== 'EPERM' && code !== 'EACCES')) throw error
      this.losses.permissionErrors++
    }
  }
}
