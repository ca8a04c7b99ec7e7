/** Entries that an upload never stores, whatever the ignore rules say (docs/policy.md, "What is left out"). */
import type { Entry } from '../../fs/entry.ts'
import type { FolderContent } from './folder-content.ts'
import type { FileIdentity } from './request.ts'
import type { UploadTally } from './tally.ts'

/** The part of `Entry` lists that stays; counts what it drops. */
export type LeaveOut = (entries: readonly Entry[], folder: FolderContent) => readonly Entry[]

/** Leaves out our own repository, cache and journal by device and inode, and `.git` at every level unless it is wanted. */
export function leaveOut(own: readonly FileIdentity[], includeGit: boolean, tally: UploadTally): LeaveOut {
  const identities = new Set(own.map(({ device, inode }) => `${device}:${inode}`))
  const inodes = new Set(own.map(({ inode }) => inode))
  if (identities.size === 0 && includeGit) return (entries) => entries
  return (entries, folder) =>
    entries.filter((entry) => {
      if (inodes.has(entry.inode) && identities.has(`${entry.device}:${entry.inode}`)) {
        tally.leftOut.own.push(folder.pathOf(entry.name))
        return false
      }
      if (includeGit || entry.name !== '.git') return true
      tally.leftOut.git++
      return false
    })
}
