/** Verifies snapshots, directories and files: everything that cannot be read is found, with what that means for each snapshot. */
import { CairnError } from '../errors.ts'
import type { SourceInfo } from '../policy/target.ts'
import type { ObjectId } from '../repo/api.ts'
import type { SnapshotManifest } from '../snapshot/manifest.ts'
import { type ReadableSnapshots, readSnapshots, requireSnapshots } from '../snapshot/readable.ts'
import { resolveEntry } from '../snapshot/resolve.ts'
import { LossCount, type Losses } from '../snapshot/verify/losses.ts'
import { ObjectCheck, type VerifiableRepository } from '../snapshot/verify/object-check.ts'
import { type VerifyCounts, type VerifyFinding, type VerifyRoot, verifyTrees } from '../snapshot/verify/verify.ts'
import { formatQuantity } from '../util/format.ts'
import type { CommandContext } from './context.ts'

export interface SnapshotVerifyRequest {
  /** All snapshots; so it is when none of the four lists names anything. */
  readonly isAll: boolean
  readonly snapshotIds: readonly string[]
  readonly sources: readonly SourceInfo[]
  /** Object IDs, perhaps with a path below. */
  readonly directories: readonly string[]
  readonly files: readonly string[]
  /** Share of the files, 0 to 100, that is read to the end. */
  readonly readPercent: number
  /** Stop after this many findings; 0 never stops. */
  readonly maxErrors: number
  readonly parallel: number
  readonly fileParallel: number
  readonly queueLength: number
  /** How the root of a snapshot is called in findings. */
  readonly nameOf: (manifest: SnapshotManifest) => string
  readonly onFinding?: (finding: VerifyFinding) => void
}

/** A snapshot of which something is lost. */
export interface DamagedSnapshot {
  readonly manifest: SnapshotManifest
  readonly losses: Losses
}

export interface SnapshotVerifyReport {
  readonly counts: VerifyCounts & {
    readonly readFiles: number
    readonly readBytes: number
    /** What the summaries of the snapshots count, shared objects as often as they are met. */
    readonly expectedObjects: number
    readonly expectedFiles: number
    readonly expectedBytes: number
  }
  readonly errorCount: number
  /** At most `KEPT_FINDINGS`, in the order in which they were found. */
  readonly findings: readonly VerifyFinding[]
  /** Empty when the verification stopped early: then nobody knows. */
  readonly damagedSnapshots: readonly DamagedSnapshot[]
  /** Snapshots that were verified, and are not among the damaged ones. */
  readonly intactSnapshots: number
}

/** A report holds no more findings; all are counted and heard. */
const KEPT_FINDINGS = 10_000

/** Verifies what is asked for. Errors: CAIRN_SNAPSHOT_NOT_FOUND and others for an ID that names nothing, CAIRN_CANCELLED; damage is in the report. */
export async function verifySnapshots(
  context: CommandContext,
  repository: VerifiableRepository,
  request: SnapshotVerifyRequest,
): Promise<SnapshotVerifyReport> {
  const { signal, progress, random } = context
  // Packs that are written while the snapshots are read are looked for one by one.
  const checking = ObjectCheck.open(repository, { readPercent: request.readPercent, random, signal })
  checking.catch(() => undefined)
  const { snapshots, damaged } = await chosenSnapshots(context, repository, request)
  const check = await checking
  context.log.debug(`${formatQuantity(check.packCount, 'pack')} listed.`)
  const findings: VerifyFinding[] = []
  const damagedObjects = new Set<ObjectId>()
  let errorCount = 0
  const onFinding = (finding: VerifyFinding) => {
    errorCount++
    if (findings.length < KEPT_FINDINGS) findings.push(finding)
    if (finding.objectId !== undefined) damagedObjects.add(finding.objectId)
    request.onFinding?.(finding)
  }
  for (const { what, error } of await repository.care.damage()) onFinding({ path: what, error })
  for (const error of damaged) onFinding({ path: 'snapshots', error })
  const withRoot = snapshots.flatMap((manifest) => (manifest.rootEntry === undefined ? [] : [{ manifest, entry: manifest.rootEntry }]))
  const roots: VerifyRoot[] = withRoot.map(({ manifest, entry }) => ({ entry, path: request.nameOf(manifest) }))
  const expected = expectedOf(withRoot.map(({ entry }) => entry))
  roots.push(...(await namedRoots(context, repository, request)))
  progress.start('verify', { files: expected.expectedFiles, bytes: expected.expectedBytes })
  let counts: VerifyCounts
  try {
    counts = await verifyTrees(repository, roots, {
      check,
      parallel: request.parallel,
      fileParallel: request.fileParallel,
      queueLength: request.queueLength,
      maxErrors: request.maxErrors,
      onFinding,
      onProgress: ({ processedObjects, processedBytes }) => {
        const { readFiles, readBytes } = check.totals
        const read = { hashedFiles: readFiles, hashedBytes: readBytes, uploadedBytes: 0 }
        progress.update({ files: processedObjects, bytes: processedBytes, ...read, errors: errorCount })
      },
      signal,
    })
  } finally {
    progress.finish()
  }
  const losses = new LossCount(repository.objects, damagedObjects, signal)
  const damagedSnapshots: DamagedSnapshot[] = []
  const isWhole = request.maxErrors === 0 || errorCount < request.maxErrors
  for (const { manifest, entry } of isWhole && damagedObjects.size > 0 ? withRoot : []) {
    const lost = await losses.of(entry)
    if (lost.files + lost.directories > 0) damagedSnapshots.push({ manifest, losses: lost })
  }
  return {
    counts: { ...counts, ...check.totals, ...expected },
    errorCount,
    findings,
    damagedSnapshots,
    intactSnapshots: withRoot.length - damagedSnapshots.length,
  }
}

/** The error of a verification that found something: CAIRN_VERIFY_DAMAGED, or CAIRN_VERIFY_INCOMPLETE when only the storage failed. */
export function verifyError({ errorCount, findings }: SnapshotVerifyReport): CairnError | undefined {
  if (errorCount === 0) return undefined
  const isDamage = findings.length < errorCount || findings.some(({ error }) => error.kind === 'damage')
  return new CairnError(
    isDamage ? 'CAIRN_VERIFY_DAMAGED' : 'CAIRN_VERIFY_INCOMPLETE',
    `Verification found ${formatQuantity(errorCount, 'error')}.`,
    {
      hint: isDamage
        ? 'The lines above name what cannot be read; everything else can be restored. New snapshots of the same files store again what is missing; "cairn snapshot fix invalid-files" makes the rest usable.'
        : 'The storage did not answer for the objects above. Check it and verify again.',
    },
  )
}

async function chosenSnapshots(
  { signal }: CommandContext,
  repository: VerifiableRepository,
  { isAll, snapshotIds, sources, directories, files }: SnapshotVerifyRequest,
): Promise<ReadableSnapshots> {
  if (isAll || snapshotIds.length + sources.length + directories.length + files.length === 0) {
    return await readSnapshots(repository, undefined, signal)
  }
  const parts: ReadableSnapshots[] = [await requireSnapshots(repository, snapshotIds, signal)]
  for (const source of sources) parts.push(await readSnapshots(repository, source, signal))
  return { snapshots: parts.flatMap((part) => part.snapshots), damaged: parts.flatMap((part) => part.damaged) }
}

async function namedRoots(
  { signal }: CommandContext,
  repository: VerifiableRepository,
  request: SnapshotVerifyRequest,
): Promise<VerifyRoot[]> {
  const roots: VerifyRoot[] = []
  for (const path of request.directories) {
    const { entry } = await resolveEntry(repository, path, signal)
    if (entry.type !== 'd')
      throw new CairnError('CAIRN_NOT_A_DIRECTORY', `${path} is not a directory.`, { hint: 'Use --file-id for files.' })
    roots.push({ entry, path })
  }
  for (const path of request.files) roots.push({ entry: (await resolveEntry(repository, path, signal)).entry, path })
  return roots
}

function expectedOf(entries: readonly NonNullable<SnapshotManifest['rootEntry']>[]) {
  let [expectedObjects, expectedFiles, expectedBytes] = [0, 0, 0]
  for (const { type, summary } of entries) {
    if (type !== 'd' || summary === undefined) continue
    expectedObjects += summary.files + summary.dirs + summary.symlinks
    expectedFiles += summary.files
    expectedBytes += summary.size
  }
  return { expectedObjects, expectedFiles, expectedBytes }
}
