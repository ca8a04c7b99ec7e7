/** Flags that say where a repository is and how to connect to it: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'

/** How fast a storage is used. */
export const SPEED_FLAGS: readonly FlagSpec[] = [
  { name: 'max-download-speed', value: 'BYTES', help: 'Read no more than so many bytes in a second.' },
  { name: 'max-upload-speed', value: 'BYTES', help: 'Write no more than so many bytes in a second.' },
]

/** A folder as the storage. */
export const FILESYSTEM_FLAGS: readonly FlagSpec[] = [
  { name: 'path', value: 'PATH', help: 'Folder of the repository.' },
  { name: 'owner-uid', value: 'UID', help: 'User ID that owns new files.' },
  { name: 'owner-gid', value: 'GID', help: 'Group ID that owns new files.' },
  { name: 'file-mode', value: 'MODE', help: 'Mode of new files, octal (0600).' },
  { name: 'dir-mode', value: 'MODE', help: 'Mode of new folders, octal (0700).' },
  { name: 'flat', isNegatable: true, help: 'Keep all blobs in one folder.' },
  {
    name: 'list-parallelism',
    value: 'N',
    isHidden: true,
    refusal: { why: 'it always lists eight folders at a time', allows: ['0', '8'] },
    help: 'Refused but for 8: eight folders are always listed at a time.',
  },
  ...SPEED_FLAGS,
]

/** The storage of another connection file, or the one that a token names. */
export const FROM_CONFIG_FLAGS: readonly FlagSpec[] = [
  { name: 'file', value: 'PATH', help: 'Take the storage of this connection file.' },
  { name: 'token', value: 'TOKEN', help: 'Token of "repository status --reconnect-token".' },
  { name: 'token-file', value: 'PATH', help: 'File that holds the token.' },
  { name: 'token-stdin', help: 'Read the token from standard input.' },
]

/** Sizes and times of Kopia's cache; Cairn keeps them in the connection file for Kopia. */
export const CACHE_FLAGS: readonly FlagSpec[] = [
  { name: 'content-cache-size-mb', value: 'MB', help: "Size of Kopia's cache of file data." },
  { name: 'content-cache-size-limit-mb', value: 'MB', help: 'The most it may grow to.' },
  { name: 'content-min-sweep-age', value: 'DURATION', help: 'Age from which file data may be dropped from it.' },
  { name: 'metadata-cache-size-mb', value: 'MB', help: "Size of Kopia's cache of folders and manifests." },
  { name: 'metadata-cache-size-limit-mb', value: 'MB', help: 'The most it may grow to.' },
  { name: 'metadata-min-sweep-age', value: 'DURATION', help: 'Age from which folders and manifests may be dropped from it.' },
  { name: 'index-min-sweep-age', value: 'DURATION', help: 'Age from which indexes may be dropped from it.' },
  { name: 'max-list-cache-duration', value: 'DURATION', help: 'How long Kopia trusts a listing.' },
]

/** What a new connection is told about the client. */
export const CONNECTION_FLAGS: readonly FlagSpec[] = [
  { name: 'override-username', value: 'USER', help: 'User name to record instead of that of the machine.' },
  { name: 'override-hostname', value: 'HOST', help: 'Host name to record instead of that of the machine.' },
  { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
  { name: 'enable-actions', isNegatable: true, help: 'Let snapshots run hooks.' },
  { name: 'readonly', isNegatable: true, help: 'Never write to the repository through this connection.' },
  {
    name: 'permissive-cache-loading',
    isHidden: true,
    help: 'Let Kopia read although index blobs are damaged, as Cairn always does when it only reads.',
  },
  {
    name: 'check-for-updates',
    isNegatable: true,
    env: 'KOPIA_CHECK_FOR_UPDATES',
    help: 'Cairn never looks for updates, and says so when asked to. Taken for scripts written for Kopia.',
  },
  { name: 'cache-directory', value: 'PATH', env: 'KOPIA_CACHE_DIRECTORY', help: 'Where Kopia keeps its cache.' },
  ...CACHE_FLAGS,
  { name: 'repository-format-cache-duration', value: 'DURATION', help: 'How long Kopia trusts its copy of the format blob; default 15m.' },
  { name: 'disable-repository-format-cache', help: 'Let Kopia keep no copy of the format blob.' },
]
