/**
 * The single definition of the policy file: names, shapes, allowed words, defaults, one line of help each.
 *
 * Reading (fields.ts, hook-fields.ts), "did you mean", kebab-case spellings and schema/policy.schema.json all come from these tables.
 */

/** How a value is written. Shapes with words of their own name them; the others are read by fields.ts. */
export type Shape =
  | { readonly kind: 'boolean' }
  /** Whole number from `least` (default 0) to `most`. */
  | { readonly kind: 'count'; readonly least?: number; readonly most?: number }
  /** Bytes: a whole number, or text such as `2 GiB`. */
  | { readonly kind: 'size' }
  /** Seconds: a whole number, or text such as `1h30m`. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'text' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'wordList'; readonly words: readonly string[] }
  /** Names of environment variables. */
  | { readonly kind: 'names' }
  | { readonly kind: 'variables' }
  /** `HH:MM`, or `{hour, min}`. */
  | { readonly kind: 'times' }
  | { readonly kind: 'crons' }
  /** A word of the table, or Kopia's number for it. */
  | { readonly kind: 'numbered'; readonly words: readonly string[] }
  | { readonly kind: 'group'; readonly fields: FieldTable; readonly short?: string }
  | { readonly kind: 'hook'; readonly phase: 'root' | 'folder' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'policies' }
  | { readonly kind: 'version' }

export interface Field {
  readonly doc: string
  readonly shape: Shape
  /** What holds when the key is absent, in the words of the file. */
  readonly absent?: string
  /** The native field that this short spelling is folded into. */
  readonly into?: string
  /** Ours: a Kopia policy cannot hold it. */
  readonly isExtension?: true
}

export type FieldTable = Readonly<Record<string, Field>>

export const COMPRESSORS = [
  'none',
  'zstd',
  'zstd-fastest',
  'zstd-better-compression',
  'zstd-best-compression',
  's2-default',
  's2-better',
  's2-parallel-4',
  's2-parallel-8',
  'gzip',
  'gzip-best-speed',
  'gzip-best-compression',
  'pgzip',
  'pgzip-best-speed',
  'pgzip-best-compression',
  'deflate-default',
  'deflate-best-speed',
  'deflate-best-compression',
] as const

const SIZES = ['128K', '256K', '512K', '1M', '2M', '4M', '8M'] as const

export const SPLITTERS: readonly string[] = [
  'FIXED',
  'DYNAMIC',
  ...SIZES.flatMap((size) => [`FIXED-${size}`, `DYNAMIC-${size}-BUZHASH`, `DYNAMIC-${size}-RABINKARP`]),
]

export const SHELLS = ['sh', 'bash', 'pwsh', 'powershell', 'cmd', 'python'] as const
export const MODES = ['essential', 'optional', 'async'] as const
export const STATUSES = ['created', 'unchanged', 'partial', 'skipped', 'failed', 'cancelled', 'success', 'failure', 'always'] as const
export const SYSTEMS = ['linux', 'macos', 'windows'] as const

const LEVEL: Shape = { kind: 'count', most: 10 }
const COUNT: Shape = { kind: 'count' }
const BOOLEAN: Shape = { kind: 'boolean' }
const TEXTS: Shape = { kind: 'texts' }
const SIZE: Shape = { kind: 'size' }

const COMPRESSOR: Field = { doc: 'Name of the compressor.', shape: { kind: 'words', words: COMPRESSORS }, absent: 'none' }

const RETENTION: FieldTable = {
  keepLatest: { doc: 'How many newest snapshots are kept.', shape: COUNT, absent: '10' },
  keepHourly: { doc: 'How many hours keep one snapshot.', shape: COUNT, absent: '48' },
  keepDaily: { doc: 'How many days keep one snapshot.', shape: COUNT, absent: '7' },
  keepWeekly: { doc: 'How many weeks keep one snapshot.', shape: COUNT, absent: '4' },
  keepMonthly: { doc: 'How many months keep one snapshot.', shape: COUNT, absent: '24' },
  keepAnnual: { doc: 'How many years keep one snapshot.', shape: COUNT, absent: '3' },
  ignoreIdenticalSnapshots: { doc: 'Save no snapshot that equals the one before.', shape: BOOLEAN, absent: 'false' },
}

const FILES: FieldTable = {
  ignore: { doc: 'Patterns of names to leave out, as in .kopiaignore; replaces an inherited list.', shape: TEXTS },
  noParentIgnore: { doc: 'Do not add the patterns of folders above.', shape: BOOLEAN, absent: 'false' },
  ignoreDotFiles: { doc: 'Names of files in the tree that hold more patterns.', shape: TEXTS, absent: '[.kopiaignore]' },
  noParentDotFiles: { doc: 'Do not add the pattern files of folders above.', shape: BOOLEAN, absent: 'false' },
  ignoreCacheDirs: { doc: 'Leave out folders marked with CACHEDIR.TAG.', shape: BOOLEAN, absent: 'true' },
  maxFileSize: { doc: 'Leave out larger files.', shape: SIZE, absent: 'no limit' },
  oneFileSystem: { doc: 'Do not enter other file systems.', shape: BOOLEAN, absent: 'false' },
}

const ERROR_HANDLING: FieldTable = {
  ignoreFileErrors: { doc: 'An unreadable file does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
  ignoreDirectoryErrors: { doc: 'An unreadable folder does not make the snapshot partial.', shape: BOOLEAN, absent: 'false' },
  ignoreUnknownTypes: { doc: 'Sockets, devices and pipes are left out in silence.', shape: BOOLEAN, absent: 'true' },
}

const SCHEDULING: FieldTable = {
  intervalSeconds: { doc: 'Seconds between snapshots of a Kopia server.', shape: COUNT },
  interval: { doc: 'The same, such as `6h`.', shape: { kind: 'duration' }, into: 'intervalSeconds' },
  timeOfDay: { doc: 'Times of the day, quoted, such as `"03:30"`.', shape: { kind: 'times' } },
  noParentTimeOfDay: { doc: 'Do not add inherited times.', shape: BOOLEAN, absent: 'false' },
  manual: { doc: 'A Kopia server takes no snapshot by itself.', shape: BOOLEAN, absent: 'false' },
  cron: { doc: 'Cron expressions.', shape: { kind: 'crons' } },
  runMissed: { doc: 'A Kopia server makes up for a missed time.', shape: BOOLEAN, absent: 'true' },
}

const COMPRESSION: FieldTable = {
  compressorName: COMPRESSOR,
  onlyCompress: { doc: 'Extensions that are always compressed, with the dot.', shape: TEXTS },
  noParentOnlyCompress: { doc: 'Do not add inherited extensions to onlyCompress.', shape: BOOLEAN, absent: 'false' },
  neverCompress: { doc: 'Extensions that are never compressed, with the dot.', shape: TEXTS },
  noParentNeverCompress: { doc: 'Do not add inherited extensions to neverCompress.', shape: BOOLEAN, absent: 'false' },
  minSize: { doc: 'Smaller files are not compressed.', shape: SIZE },
  maxSize: { doc: 'Larger files are not compressed.', shape: SIZE },
}

const LOGGING: FieldTable = {
  directories: {
    doc: 'Log levels for folders, 0 to 10.',
    shape: {
      kind: 'group',
      fields: {
        snapshotted: { doc: 'A folder was stored.', shape: LEVEL, absent: '5' },
        ignored: { doc: 'A folder was left out.', shape: LEVEL, absent: '5' },
      },
    },
  },
  entries: {
    doc: 'Log levels for files, 0 to 10.',
    shape: {
      kind: 'group',
      fields: {
        snapshotted: { doc: 'A file was stored.', shape: LEVEL, absent: '0' },
        ignored: { doc: 'A file was left out.', shape: LEVEL, absent: '5' },
        cacheHit: { doc: 'A file was reused.', shape: LEVEL, absent: '0' },
        cacheMiss: { doc: 'A file was not reused.', shape: LEVEL, absent: '0' },
      },
    },
  },
}

const UPLOAD: FieldTable = {
  maxParallelSnapshots: { doc: 'Snapshots a Kopia server takes at once; not for paths.', shape: COUNT, absent: '1' },
  maxParallelFileReads: { doc: 'Files read at once.', shape: COUNT, absent: 'number of processors' },
  parallelUploadAboveSize: { doc: 'Larger files are read in parts at once.', shape: SIZE, absent: '2 GiB' },
}

/** The four hooks, with the words of the environment variable `KOPIA_ACTION`. */
export const PHASES = {
  beforeSnapshotRoot: 'before-snapshot-root',
  afterSnapshotRoot: 'after-snapshot-root',
  beforeFolder: 'before-folder',
  afterFolder: 'after-folder',
} as const

const ACTIONS: FieldTable = {
  beforeSnapshotRoot: { doc: 'Before the source is read; inherited.', shape: { kind: 'hook', phase: 'root' } },
  afterSnapshotRoot: { doc: 'After the source was read; inherited.', shape: { kind: 'hook', phase: 'root' } },
  beforeFolder: { doc: 'Before this folder is read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
  afterFolder: { doc: 'After this folder was read; never inherited.', shape: { kind: 'hook', phase: 'folder' } },
}

/** Keys of one policy. */
export const POLICY_FIELDS: FieldTable = {
  retention: { doc: 'Which snapshots are kept.', shape: { kind: 'group', fields: RETENTION } },
  files: { doc: 'Which files are left out.', shape: { kind: 'group', fields: FILES } },
  errorHandling: { doc: 'What an unreadable entry means.', shape: { kind: 'group', fields: ERROR_HANDLING } },
  scheduling: { doc: 'When a Kopia server takes snapshots; Cairn runs when it is called.', shape: { kind: 'group', fields: SCHEDULING } },
  compression: {
    doc: 'How files are compressed; a name alone is the compressor.',
    shape: { kind: 'group', fields: COMPRESSION, short: 'compressorName' },
  },
  metadataCompression: {
    doc: 'How folders are compressed; a name alone is the compressor.',
    shape: { kind: 'group', fields: { compressorName: { ...COMPRESSOR, absent: 'zstd-fastest' } }, short: 'compressorName' },
  },
  splitter: {
    doc: 'Where large files are cut; a name alone is the algorithm.',
    shape: {
      kind: 'group',
      fields: { algorithm: { doc: 'Name of the splitter.', shape: { kind: 'words', words: SPLITTERS }, absent: 'that of the repository' } },
      short: 'algorithm',
    },
  },
  actions: { doc: 'Hooks.', shape: { kind: 'group', fields: ACTIONS } },
  osSnapshots: {
    doc: 'Snapshots by the operating system.',
    shape: {
      kind: 'group',
      fields: {
        volumeShadowCopy: {
          doc: 'Windows volume shadow copies; a word alone is the mode.',
          shape: {
            kind: 'group',
            fields: {
              enable: {
                doc: 'When they are made.',
                shape: { kind: 'numbered', words: ['never', 'always', 'when-available'] },
                absent: 'never',
              },
            },
            short: 'enable',
          },
        },
      },
    },
  },
  logging: { doc: 'What is logged.', shape: { kind: 'group', fields: LOGGING } },
  upload: { doc: 'How much is done at once.', shape: { kind: 'group', fields: UPLOAD } },
  noParent: { doc: 'Nothing is inherited from above.', shape: BOOLEAN, absent: 'false' },
  'include-git': { doc: 'Keep .git folders in the snapshot.', shape: BOOLEAN, absent: 'false', isExtension: true },
  'keep-times': {
    doc: 'Store the previous time for files whose bytes and mode are the same.',
    shape: { kind: 'words', words: ['unchanged'] },
    isExtension: true,
  },
}

/** Keys of `if`. */
export const CONDITION_FIELDS: FieldTable = {
  os: { doc: 'Operating systems.', shape: { kind: 'wordList', words: SYSTEMS } },
  event: { doc: 'Names of workflow events.', shape: TEXTS },
  ref: { doc: 'Patterns of the full Git ref.', shape: TEXTS },
  exists: { doc: 'Paths below the workspace root that must exist.', shape: TEXTS },
  status: { doc: 'Outcome of the run; only in job.after.', shape: { kind: 'wordList', words: STATUSES } },
}

/** Keys that say what a hook runs; exactly one of them. */
export const PROGRAM_FIELDS = ['run', 'file', 'command', 'path', 'script'] as const

/** Keys of a hook. */
export const HOOK_FIELDS: FieldTable = {
  run: { doc: 'Lines of a script.', shape: { kind: 'text' } },
  file: { doc: 'A script file; the path starts at the policy file.', shape: { kind: 'text' } },
  command: { doc: 'A program and its arguments, without a shell.', shape: TEXTS },
  path: { doc: 'Kopia: the program.', shape: { kind: 'text' } },
  args: { doc: 'Kopia: arguments of `path`.', shape: TEXTS },
  script: { doc: 'Kopia: the text of a script.', shape: { kind: 'text' } },
  shell: { doc: 'Interpreter of `run`.', shape: { kind: 'words', words: SHELLS }, absent: 'sh -e, or what the first line names' },
  timeout: { doc: 'From 1s to 24h.', shape: { kind: 'duration' }, absent: '5m' },
  'timeout-minutes': { doc: 'The same in minutes.', shape: { kind: 'count', least: 1, most: 1440 } },
  mode: { doc: 'What a failure means.', shape: { kind: 'words', words: MODES }, absent: 'essential' },
  'continue-on-error': { doc: 'true is the mode optional.', shape: BOOLEAN },
  name: { doc: 'Shown in logs and in the summary.', shape: { kind: 'text' }, isExtension: true },
  when: { doc: 'After-hooks: the outcomes to run at.', shape: { kind: 'words', words: STATUSES }, absent: 'always', isExtension: true },
  if: { doc: 'Run only when all of these hold.', shape: { kind: 'group', fields: CONDITION_FIELDS }, isExtension: true },
  env: { doc: 'Variables to set.', shape: { kind: 'variables' }, isExtension: true },
  'env-allow': { doc: 'Variables of the caller to pass on.', shape: { kind: 'names' }, isExtension: true },
  secrets: { doc: 'Variables to pass on that the caller must allow too.', shape: { kind: 'names' }, isExtension: true },
  requires: { doc: 'Programs that must be there before anything runs.', shape: TEXTS, isExtension: true },
  'working-directory': { doc: 'Relative to the workspace root.', shape: { kind: 'text' }, isExtension: true },
  capture: { doc: '`none` ignores a KOPIA_SNAPSHOT_PATH line.', shape: { kind: 'words', words: ['none'] }, isExtension: true },
}

/** Keys of a stream source. */
export const STREAM_FIELDS: FieldTable = {
  stream: { doc: 'Name of the file in the snapshot.', shape: { kind: 'text' } },
  'min-size': { doc: 'Less output than this is a failure.', shape: SIZE, absent: '1' },
  ...pick(HOOK_FIELDS, ['run', 'command', 'shell', 'timeout', 'env', 'secrets', 'requires']),
}

/** Keys at the top of the file. */
export const TOP_FIELDS: FieldTable = {
  version: { doc: 'Always 1.', shape: { kind: 'version' } },
  source: {
    doc: 'The identity that snapshots are stored under.',
    shape: {
      kind: 'group',
      fields: {
        user: { doc: 'User of user@host:path.', shape: { kind: 'text' }, absent: 'cairn' },
        host: { doc: 'Host of user@host:path.', shape: { kind: 'text' }, absent: 'owner.repository' },
        root: { doc: 'Absolute path that stands for the workspace root.', shape: { kind: 'text' }, absent: '/owner/repository' },
      },
    },
  },
  repository: { doc: 'Where the repository is; never a password or a key.', shape: { kind: 'text' } },
  policies: { doc: 'Policies by target.', shape: { kind: 'policies' } },
  job: {
    doc: 'Hooks that run once per run.',
    shape: {
      kind: 'group',
      fields: {
        before: { doc: 'Before the repository is opened.', shape: { kind: 'steps' } },
        after: { doc: 'At the end, whatever happened.', shape: { kind: 'steps' } },
      },
    },
  },
  sources: { doc: 'What to snapshot.', shape: { kind: 'sources' }, absent: 'the workspace root' },
  defaults: {
    doc: 'For the hooks of this file.',
    shape: {
      kind: 'group',
      fields: pick(HOOK_FIELDS, ['shell', 'timeout', 'env-allow']),
    },
  },
}

function pick(table: FieldTable, names: readonly string[]): FieldTable {
  return Object.fromEntries(names.flatMap((name) => (table[name] === undefined ? [] : [[name, table[name]]])))
}

/** The kebab-case spelling of one of Kopia's names. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
