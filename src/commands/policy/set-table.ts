/**
 * Every flag of `policy set`: flag -> field -> how its value is read (docs/policy.md, "Policies of the repository").
 *
 * Rows are applied from top to bottom; the command table takes its flags from here.
 */
import { COMPRESSORS, SPLITTERS } from '../../policyfile/schema.ts'
import { HOOKS_ROW } from './set-hooks.ts'
import { listRow, type PolicyFlag, type SetRow, type ValueReader, valueRow } from './set-row.ts'
import { SCHEDULE_ROW } from './set-schedule.ts'
import { BOOLEAN, BOOLEAN_WORD, BYTES, goBoolean, INTEGER, LOG_LEVEL, MEBIBYTES, nameOf, SHADOW_COPY } from './set-values.ts'
import { usageError } from './usage.ts'

const keep = (unit: string, key: string, what: string) => valueRow(`keep-${unit}`, `retention.${key}`, 'N', INTEGER, `${what} Or inherit.`)
const word = (name: string, key: string, help: string) => valueRow(name, key, 'WHAT', BOOLEAN_WORD, help)
const level = (name: string, key: string, help: string) =>
  valueRow(`log-${name}`, `logging.${key}`, 'N', LOG_LEVEL, `Log detail, 0 to 10, ${help}.`)
const name = (flag: string, key: string, names: ValueReader, help: string) => valueRow(flag, key, 'NAME', names, help)

/** `--inherit`, of which the last one counts. */
const INHERIT_ROW: SetRow = {
  flags: [
    {
      name: 'inherit',
      value: 'BOOLEAN',
      isRepeated: true,
      help: 'Whether values that are not set come from the policies above: true or false.',
    },
  ],
  apply(policy, given, { log }) {
    const texts = given.list('inherit')
    for (const text of texts) {
      const isInheriting = goBoolean(text)
      if (isInheriting === undefined) throw usageError(`--inherit "${text}" is not true or false.`)
      policy.noParent = !isInheriting
      log.info(` - ${isInheriting ? 'inheriting' : 'not inheriting'} from the policies above`)
    }
    return texts.length
  },
}

/** The table. */
export const POLICY_SET_ROWS: readonly SetRow[] = [
  keep('annual', 'keepAnnual', 'How many years keep a snapshot.'),
  keep('monthly', 'keepMonthly', 'How many months keep a snapshot.'),
  keep('weekly', 'keepWeekly', 'How many weeks keep a snapshot.'),
  keep('daily', 'keepDaily', 'How many days keep a snapshot.'),
  keep('hourly', 'keepHourly', 'How many hours keep a snapshot.'),
  keep('latest', 'keepLatest', 'How many of the newest snapshots are kept.'),
  valueRow(
    'ignore-identical-snapshots',
    'retention.ignoreIdenticalSnapshots',
    'WHAT',
    BOOLEAN,
    'Save no snapshot that equals the one before: true, false or inherit.',
  ),
  valueRow('max-file-size', 'files.maxFileSize', 'BYTES', BYTES, 'Leave out larger files; 0 or inherit removes the limit.'),
  listRow('dot-ignore', 'files.ignoreDotFiles', 'FILENAME', 'the names of files that hold ignore rules'),
  listRow('ignore', 'files.ignore', 'PATTERN', 'the ignore rules'),
  word('ignore-cache-dirs', 'files.ignoreCacheDirs', 'Leave out folders marked with CACHEDIR.TAG.'),
  word('one-file-system', 'files.oneFileSystem', 'Do not enter other file systems.'),
  word('ignore-file-errors', 'errorHandling.ignoreFileErrors', 'An unreadable file is not an error of the snapshot.'),
  word('ignore-dir-errors', 'errorHandling.ignoreDirectoryErrors', 'An unreadable folder is not an error of the snapshot.'),
  word('ignore-unknown-types', 'errorHandling.ignoreUnknownTypes', 'Leave out sockets, devices and pipes in silence.'),
  valueRow('compression-min-size', 'compression.minSize', 'BYTES', BYTES, 'Do not compress smaller files.'),
  valueRow('compression-max-size', 'compression.maxSize', 'BYTES', BYTES, 'Do not compress larger files.'),
  name('compression', 'compression.compressorName', nameOf(COMPRESSORS), 'How files are compressed.'),
  listRow('only-compress', 'compression.onlyCompress', 'EXTENSION', 'the extensions that are compressed in every case, with their dot'),
  listRow('never-compress', 'compression.neverCompress', 'EXTENSION', 'the extensions that are never compressed, with their dot'),
  name('metadata-compression', 'metadataCompression.compressorName', nameOf(COMPRESSORS), 'How folders are compressed.'),
  name('splitter', 'splitter.algorithm', nameOf(SPLITTERS), 'Where large files are cut, in place of the splitter of the repository.'),
  SCHEDULE_ROW,
  HOOKS_ROW,
  valueRow(
    'enable-volume-shadow-copy',
    'osSnapshots.volumeShadowCopy.enable',
    'MODE',
    SHADOW_COPY,
    'Windows: read from a volume shadow copy.',
  ),
  level('dir-snapshotted', 'directories.snapshotted', 'when a folder was stored'),
  level('dir-ignored', 'directories.ignored', 'when a folder was left out'),
  level('entry-snapshotted', 'entries.snapshotted', 'when a file was stored'),
  level('entry-ignored', 'entries.ignored', 'when a file was left out'),
  level('entry-cache-hit', 'entries.cacheHit', 'when a file was reused'),
  level('entry-cache-miss', 'entries.cacheMiss', 'when a file was not reused'),
  valueRow('max-parallel-file-reads', 'upload.maxParallelFileReads', 'N', INTEGER, 'How many files are read at once.'),
  valueRow(
    'max-parallel-snapshots',
    'upload.maxParallelSnapshots',
    'N',
    INTEGER,
    'How many sources a Kopia server snapshots at once; not for paths.',
  ),
  valueRow('parallel-upload-above-size-mib', 'upload.parallelUploadAboveSize', 'MIB', MEBIBYTES, 'Read larger files in parts at once.'),
  INHERIT_ROW,
]

/** All flags, for the command table. */
export const POLICY_SET_FLAGS: readonly PolicyFlag[] = POLICY_SET_ROWS.flatMap((row) => row.flags)
