/** Flags of the commands that change, copy and prove a repository: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'

export const SET_CLIENT_FLAGS: readonly FlagSpec[] = [
  { name: 'read-only', help: 'Never write through this connection.' },
  { name: 'read-write', help: 'Allow writing again.' },
  {
    name: 'permissive-cache-loading',
    isHidden: true,
    help: 'Let Kopia read although index blobs are damaged, as Cairn always does when it only reads.',
  },
  { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
  { name: 'username', value: 'USER', help: 'User name to record.' },
  { name: 'hostname', value: 'HOST', help: 'Host name to record.' },
  { name: 'repository-format-cache-duration', value: 'DURATION', help: 'How long Kopia trusts its copy of the format blob.' },
  { name: 'disable-repository-format-cache', help: 'Let Kopia keep no copy of the format blob.' },
]

export const SET_PARAMETERS_FLAGS: readonly FlagSpec[] = [
  { name: 'max-pack-size-mb', value: 'MB', help: 'Size at which a pack is closed, from 10 to 120 MiB.' },
  { name: 'index-version', value: 'VERSION', help: 'Version of index files to write; it can only be raised, to 2.' },
  {
    name: 'retention-mode',
    value: 'MODE',
    choices: ['none', 'GOVERNANCE', 'COMPLIANCE'],
    help: 'Object lock of the blobs, where the storage has it.',
  },
  { name: 'retention-period', value: 'DURATION', help: 'How long the storage keeps every blob, such as 720h; a day at least.' },
  { name: 'upgrade', help: 'Upgrade an old repository to epochs and version 2 of index and format.' },
  { name: 'epoch-refresh-frequency', value: 'DURATION', help: 'How often clients look for a new epoch.' },
  { name: 'epoch-min-duration', value: 'DURATION', help: 'How long an epoch lasts at least; ten minutes or more.' },
  { name: 'epoch-cleanup-safety-margin', value: 'DURATION', help: 'How long replaced index blobs are kept.' },
  { name: 'epoch-advance-on-count', value: 'COUNT', help: 'Begin an epoch at so many index blobs; 10 or more.' },
  { name: 'epoch-advance-on-size-mb', value: 'MB', help: 'Begin an epoch when its index blobs are so large together.' },
  { name: 'epoch-delete-parallelism', value: 'COUNT', help: 'Index blobs to remove at a time.' },
  { name: 'epoch-checkpoint-frequency', value: 'EPOCHS', help: 'Compact a range of epochs every so many epochs.' },
]

export const SYNC_FLAGS: readonly FlagSpec[] = [
  { name: 'update', isNegatable: true, default: true, help: 'Copy blobs again that are newer in the repository than in the copy.' },
  { name: 'delete', help: 'Remove from the copy what the repository no longer has.' },
  { name: 'dry-run', short: 'n', help: 'Only say what would be done.' },
  { name: 'parallel', value: 'COUNT', default: '1', help: 'Blobs to copy at a time.' },
  { name: 'must-exist', help: 'Fail when there is no copy yet.' },
  { name: 'times', help: 'Give the copied blobs the times of their originals.' },
]

export const REPAIR_FLAGS: readonly FlagSpec[] = [
  {
    name: 'recover-format',
    value: 'WHEN',
    choices: ['auto', 'yes', 'no'],
    default: 'auto',
    help: 'Recover when there is no format blob, in any case, or never.',
  },
  { name: 'recover-format-block-prefixes', value: 'PREFIX', isRepeated: true, help: 'Look only into packs whose names begin like this.' },
  { name: 'dry-run', short: 'n', help: 'Only say what would be done.' },
]

export const VALIDATE_FLAGS: readonly FlagSpec[] = [
  { name: 'num-storage-connections', value: 'COUNT', default: '5', help: 'Connections to use in turn.' },
  { name: 'concurrency-test-duration', value: 'DURATION', default: '30s', help: 'How long to use the storage from many sides.' },
  { name: 'put-blob-workers', value: 'COUNT', default: '3', help: 'Writers in that time.' },
  { name: 'get-blob-workers', value: 'COUNT', default: '3', help: 'Readers in that time.' },
  { name: 'get-metadata-workers', value: 'COUNT', default: '3', help: 'Readers of sizes and times in that time.' },
]
