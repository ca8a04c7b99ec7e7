/**
 * Owner, mode and times of a thing that was just made, in the order chown, chmod, utimes: changing the owner clears setuid
 * (docs/threat-model.md, "Restore").
 */
import { fchmodSync, fchownSync, fstatSync, futimesSync } from 'node:fs'
import { type AttributeRules, type FileAttributes, LOST } from '../util/file-target.ts'
import { errnoOf } from './errors.ts'

const SPECIAL_BITS = 0o7000

/** The owner of a thing as the system reports it. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** How the attributes of a thing are set; what a thing does not have is left out. */
export interface AttributeCalls {
  readonly chown: (uid: number, gid: number) => void
  readonly chmod?: (mode: number) => void
  readonly utimes: (seconds: string) => void
}

/** Sets attributes; remembers which owners the system refused, to ask only once for each. */
export class AttributeWriter {
  readonly #rules: AttributeRules
  readonly #refusedOwners = new Set<string>()

  constructor(rules: AttributeRules) {
    this.#rules = rules
  }

  /** Sets what the rules say and returns what was lost (bits of `LOST`); `owner` is the present one. Throws errors of the system. */
  apply(calls: AttributeCalls, wanted: FileAttributes, owner: Owner): number {
    const { skipOwners, skipPermissions, skipTimes } = this.#rules
    let lost = 0
    const isOwned = (owner.uid === wanted.uid && owner.gid === wanted.gid) || (!skipOwners && this.#own(calls, wanted))
    if (!isOwned && !skipOwners) lost |= LOST.owner
    if (!skipPermissions && calls.chmod !== undefined) {
      let { mode } = wanted
      if (!isOwned && (mode & SPECIAL_BITS) !== 0) {
        lost |= LOST.specialBits
        mode &= ~SPECIAL_BITS
      }
      if (!this.#tolerates(calls.chmod, mode)) lost |= LOST.mode
    }
    if (!skipTimes && !this.#tolerates(calls.utimes, wanted.mtime)) lost |= LOST.time
    return lost
  }

  /** An open file or directory. */
  applyOpen(descriptor: number, wanted: FileAttributes): number {
    const calls: AttributeCalls = {
      chown: (uid, gid) => fchownSync(descriptor, uid, gid),
      chmod: (mode) => fchmodSync(descriptor, mode),
      utimes: (seconds) => futimesSync(descriptor, seconds, seconds),
    }
    return this.apply(calls, wanted, fstatSync(descriptor))
  }

  #own(calls: AttributeCalls, { uid, gid }: FileAttributes): boolean {
    const key = `${uid}:${gid}`
    if (this.#refusedOwners.has(key)) return false
    try {
      calls.chown(uid, gid)
      return true
    } catch (error) {
      const code = errnoOf(error)
      if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error
      this.#refusedOwners.add(key)
      return false
    }
  }

  #tolerates<T>(call: (value: T) => void, value: T): boolean {
    try {
      call(value)
      return true
    } catch (error) {
      const code = errnoOf(error)
      if (!this.#rules.ignorePermissionErrors || (code !== 'EPERM' && code !== 'EACCES')) throw error
      return false
    }
  }
}
