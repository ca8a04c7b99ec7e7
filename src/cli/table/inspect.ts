/** Commands that look at blobs, contents, indexes, manifests, sessions and logs, and change single ones of them. */
import type { ArgumentSpec, CommandSpec, FlagSpec } from '../command-spec.ts'
import { JSON_FLAGS } from './common.ts'

const RANGE_FLAGS: readonly FlagSpec[] = [
  { name: 'prefix', value: 'PREFIX', help: 'Only contents whose ID begins with this.' },
  { name: 'prefixed', isNegatable: true, help: 'Only contents whose ID has a prefix letter.' },
  { name: 'non-prefixed', isNegatable: true, help: 'Only contents whose ID has no prefix letter.' },
]

const LOG_FLAGS: readonly FlagSpec[] = [
  { name: 'all', isNegatable: true, help: 'All logs.' },
  { name: 'latest', short: 'n', value: 'N', help: 'The last N logs.' },
  { name: 'younger-than', value: 'DURATION', help: 'Logs younger than this, such as 1h.' },
  { name: 'older-than', value: 'DURATION', help: 'Logs older than this.' },
]

const DANGEROUS = 'Can damage the repository: it runs only with --dangerous-commands=enabled.'

function many(name: string, help: string, isRequired = true): readonly ArgumentSpec[] {
  return [{ name, isRequired, isRepeated: true, help }]
}

const SAFETY_FLAG: FlagSpec = {
  name: 'safety',
  value: 'LEVEL',
  choices: ['full', 'none'],
  default: 'full',
  help: 'none leaves out the waiting times: only while no other client uses the repository.',
}

const BLOB_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['blob', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List the blobs of the repository.',
    flags: [
      { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
      { name: 'exclude-prefix', value: 'PREFIX', isRepeated: true, help: 'No blobs whose name begins with this.' },
      { name: 'min-size', value: 'BYTES', help: 'Only blobs of at least this size.' },
      { name: 'max-size', value: 'BYTES', help: 'Only blobs of at most this size.' },
      { name: 'data-only', isNegatable: true, help: 'No indexes, logs, and blobs that describe the repository.' },
      ...JSON_FLAGS,
    ],
    run: async (context, input) => (await import('../verbs/blob-list.ts')).blobList(context, input),
  },
  {
    path: ['blob', 'show'],
    opensRepository: true,
    isReader: true,
    aliases: ['cat'],
    summary: 'Print the bytes of blobs.',
    arguments: many('blobID', 'Names of blobs.'),
    flags: [{ name: 'decrypt', isNegatable: true, help: 'Decrypt logs and legacy indexes.' }],
    run: async (context, input) => (await import('../verbs/blob-show.ts')).blobShow(context, input),
  },
  {
    path: ['blob', 'stats'],
    opensRepository: true,
    isReader: true,
    summary: 'Count blobs by size.',
    flags: [
      { name: 'raw', short: 'r', isNegatable: true, help: 'Sizes in bytes.' },
      { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
    ],
    run: async (context, input) => (await import('../verbs/blob-stats.ts')).blobStats(context, input),
  },
  {
    path: ['blob', 'delete'],
    aliases: ['remove', 'rm'],
    summary: 'Delete blobs by name.',
    details: DANGEROUS,
    arguments: many('blobIDs', 'Names of blobs.'),
    flags: [],
    run: async (context, input) => (await import('../verbs/blob-delete.ts')).blobDelete(context, input),
  },
  {
    path: ['blob', 'gc'],
    summary: 'Find packs that nothing refers to, and delete them.',
    details: DANGEROUS,
    flags: [
      { name: 'delete', value: 'yes', help: 'Delete them; without it they are only counted.' },
      { name: 'parallel', value: 'N', default: '16', help: 'How finely listings of packs are divided.' },
      { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
      SAFETY_FLAG,
    ],
    run: async (context, input) => (await import('../verbs/blob-gc.ts')).blobGc(context, input),
  },
  {
    path: ['blob', 'shards', 'modify'],
    aliases: ['reshard'],
    summary: 'Move the blobs of a repository in a folder into other folders below it.',
    details: 'No other program may use the repository meanwhile. When it is interrupted, run it again with the same flags.',
    flags: [
      { name: 'i-am-sure-kopia-is-not-running', isNegatable: true, help: 'Confirm that nothing else uses the repository; required.' },
      { name: 'path', value: 'PATH', help: 'Folder of the repository; required.' },
      { name: 'default-shards', value: 'N1,N2', help: 'Lengths of the folder names, or "flat".' },
      { name: 'override', value: 'PREFIX=N1,N2', isRepeated: true, help: 'Other lengths for names that begin with the prefix.' },
      { name: 'remove-override', value: 'PREFIX', isRepeated: true, help: 'Remove the lengths of a prefix.' },
      { name: 'unsharded-length', value: 'N', help: 'Names up to this length lie in the root.' },
      { name: 'dry-run', isNegatable: true, help: 'Only say what would be moved.' },
    ],
    examples: ['cairn blob shards modify --i-am-sure-kopia-is-not-running --path /backup/repository --default-shards 1,3'],
    run: async (context, input) => (await import('../verbs/blob-shards-modify.ts')).blobShardsModify(context, input),
  },
]

const CONTENT_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['content', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List contents.',
    flags: [
      { name: 'long', short: 'l', isNegatable: true, help: 'Show sizes, time, pack and compression.' },
      { name: 'compression', short: 'c', isNegatable: true, help: 'Show what compression saves.' },
      { name: 'deleted', isNegatable: true, help: 'Deleted contents too.' },
      { name: 'deleted-only', isNegatable: true, help: 'Deleted contents only.' },
      { name: 'summary', short: 's', isNegatable: true, help: 'Add up count and size at the end.' },
      { name: 'human', short: 'h', isNegatable: true, help: 'Sizes with units.' },
      ...RANGE_FLAGS,
      ...JSON_FLAGS,
    ],
    run: async (context, input) => (await import('../verbs/content-list.ts')).contentList(context, input),
  },
  {
    path: ['content', 'show'],
    opensRepository: true,
    isReader: true,
    aliases: ['cat'],
    summary: 'Print the bytes of contents.',
    arguments: many('id', 'Content IDs.'),
    flags: [
      { name: 'json', short: 'j', isNegatable: true, help: 'Indent JSON.' },
      { name: 'unzip', short: 'z', isNegatable: true, help: 'Decompress a gzip stream.' },
    ],
    run: async (context, input) => (await import('../verbs/content-show.ts')).contentShow(context, input),
  },
  {
    path: ['content', 'stats'],
    opensRepository: true,
    isReader: true,
    summary: 'Count contents by size and compression.',
    flags: [{ name: 'raw', short: 'r', isNegatable: true, help: 'Sizes in bytes.' }, ...RANGE_FLAGS],
    run: async (context, input) => (await import('../verbs/content-stats.ts')).contentStatsVerb(context, input),
  },
  {
    path: ['content', 'verify'],
    opensRepository: true,
    isReader: true,
    summary: 'Check that every content lies in a pack that exists, and read some or all of them.',
    flags: [
      { name: 'parallel', value: 'N', default: '16', help: 'How many contents to read at a time.' },
      { name: 'full', isNegatable: true, help: 'Read every content.' },
      { name: 'include-deleted', isNegatable: true, help: 'Deleted contents too.' },
      { name: 'download-percent', value: 'PERCENT', help: 'Read this share of the contents, 0 to 100.' },
      { name: 'progress-interval', value: 'DURATION', default: '3s', help: 'How often to say how far it is.' },
      ...RANGE_FLAGS,
    ],
    run: async (context, input) => (await import('../verbs/content-verify.ts')).contentVerify(context, input),
  },
  {
    path: ['content', 'delete'],
    aliases: ['remove', 'rm'],
    summary: 'Mark contents as deleted.',
    details: DANGEROUS,
    arguments: many('id', 'Content IDs.'),
    flags: [],
    run: async (context, input) => (await import('../verbs/content-delete.ts')).contentDelete(context, input),
  },
  {
    path: ['content', 'rewrite'],
    summary: 'Move contents to new packs.',
    details: DANGEROUS,
    arguments: many('contentID', 'Contents to move.', false),
    flags: [
      { name: 'parallelism', value: 'N', default: '16', help: 'How many contents to move at a time.' },
      { name: 'short', isNegatable: true, help: 'The contents of short packs.' },
      { name: 'format-version', value: 'N', default: '-1', help: 'The contents of this format version.' },
      { name: 'pack-prefix', value: 'PREFIX', help: 'Only contents of packs whose name begins with this.' },
      { name: 'dry-run', short: 'n', isNegatable: true, help: 'Only say what would be moved.' },
      ...RANGE_FLAGS,
      SAFETY_FLAG,
    ],
    run: async (context, input) => (await import('../verbs/content-rewrite.ts')).contentRewrite(context, input),
  },
]

const INDEX_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['index', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List index blobs.',
    flags: [
      { name: 'summary', isNegatable: true, help: 'Count them at the end.' },
      { name: 'superseded', isNegatable: true, help: 'Those that a compaction replaced too.' },
      { name: 'sort', value: 'ORDER', choices: ['time', 'size', 'name'], default: 'time', help: 'By what to sort.' },
      ...JSON_FLAGS,
    ],
    run: async (context, input) => (await import('../verbs/index-list.ts')).indexList(context, input),
  },
  {
    path: ['index', 'inspect'],
    opensRepository: true,
    isReader: true,
    summary: 'Print the entries of index blobs.',
    arguments: many('blobs', 'Names of index blobs.', false),
    flags: [
      { name: 'all', isNegatable: true, help: 'All index blobs, superseded ones too.' },
      { name: 'active', isNegatable: true, help: 'All index blobs that count.' },
      { name: 'content-id', value: 'ID', isRepeated: true, help: 'Only entries of this content.' },
      { name: 'parallel', value: 'N', default: '8', help: 'How many index blobs to read at a time.' },
    ],
    run: async (context, input) => (await import('../verbs/index-inspect.ts')).indexInspect(context, input),
  },
  {
    path: ['index', 'epoch', 'list'],
    opensRepository: true,
    isReader: true,
    summary: 'Show the epochs of the index.',
    flags: [],
    run: async (context, input) => (await import('../verbs/index-epoch-list.ts')).indexEpochList(context, input),
  },
  {
    path: ['index', 'optimize'],
    summary: 'Put index blobs together, and forget contents that were deleted.',
    details: `${DANGEROUS}\nWith epochs, maintenance puts index blobs together: there, only --drop-deleted-older-than does something.`,
    flags: [
      { name: 'max-small-blobs', value: 'N', default: '1', help: 'Do nothing when there are fewer index blobs.' },
      { name: 'drop-deleted-older-than', value: 'DURATION', help: 'Forget contents that were deleted longer ago than this.' },
      { name: 'drop-contents', value: 'ID', isRepeated: true, help: 'Forget this content, although it is not deleted; not with epochs.' },
      { name: 'all', isNegatable: true, help: 'Large index blobs too.' },
    ],
    run: async (context, input) => (await import('../verbs/index-optimize.ts')).indexOptimize(context, input),
  },
  {
    path: ['index', 'recover'],
    summary: 'Rebuild the index from what packs say about themselves.',
    details: `${DANGEROUS}\nFor when index blobs were lost or damaged. Contents that were deleted but not erased come back.`,
    flags: [
      { name: 'blob-prefixes', value: 'PREFIX', isRepeated: true, help: 'Only packs whose name begins with this; default all packs.' },
      { name: 'blobs', value: 'NAME', isRepeated: true, help: 'Only these packs.' },
      { name: 'parallel', value: 'N', default: '1', help: 'How many packs to read at a time.' },
      { name: 'ignore-errors', isNegatable: true, help: 'Go on without packs that cannot be read.' },
      { name: 'delete-indexes', isNegatable: true, help: 'Delete the index blobs of format version 1 that are there.' },
      { name: 'commit', isNegatable: true, help: 'Write what was found; without it nothing is changed.' },
    ],
    run: async (context, input) => (await import('../verbs/index-recover.ts')).indexRecover(context, input),
  },
]

const MANIFEST_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['manifest', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List manifests: snapshots, policies and the like.',
    flags: [
      { name: 'filter', value: 'KEY:VALUE', isRepeated: true, help: 'Only manifests with this label.' },
      { name: 'sort', value: 'KEY', isRepeated: true, help: 'Label to sort by.' },
      ...JSON_FLAGS,
    ],
    run: async (context, input) => (await import('../verbs/manifest-list.ts')).manifestList(context, input),
  },
  {
    path: ['manifest', 'show'],
    opensRepository: true,
    isReader: true,
    summary: 'Print manifests with their labels.',
    arguments: many('item', 'Manifest IDs.'),
    flags: [],
    run: async (context, input) => (await import('../verbs/manifest-show.ts')).manifestShow(context, input),
  },
  {
    path: ['manifest', 'delete'],
    aliases: ['remove', 'rm'],
    summary: 'Delete manifests.',
    details: DANGEROUS,
    arguments: many('item', 'Manifest IDs.'),
    flags: [],
    run: async (context, input) => (await import('../verbs/manifest-delete.ts')).manifestDelete(context, input),
  },
]

const SESSION_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['session', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List writers that have not committed yet.',
    flags: [],
    run: async (context, input) => (await import('../verbs/session-list.ts')).sessionList(context, input),
  },
]

const LOGS_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['logs', 'list'],
    opensRepository: true,
    isReader: true,
    aliases: ['ls'],
    summary: 'List the logs that kopia keeps in the repository.',
    flags: LOG_FLAGS,
    run: async (context, input) => (await import('../verbs/logs-list.ts')).logsList(context, input),
  },
  {
    path: ['logs', 'show'],
    opensRepository: true,
    isReader: true,
    aliases: ['cat'],
    summary: 'Print logs of kopia; without flags the last one.',
    arguments: many('session-id', 'Log sessions.', false),
    flags: LOG_FLAGS,
    run: async (context, input) => (await import('../verbs/logs-show.ts')).logsShow(context, input),
  },
  {
    path: ['logs', 'cleanup'],
    summary: 'Delete old logs of kopia.',
    flags: [
      { name: 'max-age', value: 'DURATION', default: '720h', help: 'Delete logs older than this; 0 is no limit.' },
      { name: 'max-count', value: 'N', default: '10000', help: 'Keep at most this many; 0 is no limit.' },
      { name: 'max-total-size-mb', value: 'MIB', default: '1024', help: 'Keep at most this much; 0 is no limit.' },
      { name: 'dry-run', isNegatable: true, help: 'Only count them.' },
    ],
    run: async (context, input) => (await import('../verbs/logs-cleanup.ts')).logsCleanup(context, input),
  },
]

export const INSPECT_COMMANDS: readonly CommandSpec[] = [
  ...BLOB_COMMANDS,
  ...CONTENT_COMMANDS,
  ...INDEX_COMMANDS,
  ...MANIFEST_COMMANDS,
  ...SESSION_COMMANDS,
  ...LOGS_COMMANDS,
]
