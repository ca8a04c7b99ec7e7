/** `cairn snapshot verify`: Kopia's lines and JSON, then what the damage means for each snapshot. */
import { availableParallelism } from 'node:os'
import { withRepository } from '../../commands/open.ts'
import { type DamagedSnapshot, type SnapshotVerifyReport, verifyError, verifySnapshots } from '../../commands/snapshot-verify.ts'
import { formatSource } from '../../policy/target.ts'
import { type SizeText, sizeTextOf } from '../../report/kopia-numbers.ts'
import type { SnapshotManifest } from '../../snapshot/manifest.ts'
import type { VerifyFinding } from '../../snapshot/verify/verify.ts'
import { formatQuantity } from '../../util/format.ts'
import { encodeGoJson } from '../../util/go-json.ts'
import { indentJsonWide } from '../../util/indent-json.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, integerFlag, percentFlag } from '../flag-values.ts'
import { parseSourceArgument } from '../source-argument.ts'
import type { TimeTexts } from '../time-text.ts'

export async function snapshotVerify(context: CliContext, input: CommandInput): Promise<number> {
  const settings = {
    isAll: input.isOn('all-sources'),
    snapshotIds: input.arguments('snapshot-ids'),
    directories: input.list('directory-id'),
    files: input.list('file-id'),
    readPercent: percentFlag(input, 'verify-files-percent') ?? 0,
    maxErrors: Math.max(0, integerFlag(input, 'max-errors') ?? 0),
    parallel: countFlag(input, 'parallel') ?? 8,
    fileParallel: countFlag(input, 'file-parallelism') ?? availableParallelism(),
    queueLength: countFlag(input, 'file-queue-length') ?? 20_000,
  }
  await withRepository(context, { checksStorage: true, isReadOnly: true, mayBePartial: true }, async (repository) => {
    const report = await verifySnapshots(context, repository, {
      ...settings,
      sources: input.list('sources').map((text) => parseSourceArgument(text, context, repository.identity)),
      nameOf: (manifest) => snapshotName(manifest, context.times),
      onFinding: (finding) => context.log.error(`error processing ${finding.path}: ${findingText(finding)}`),
    })
    if (input.isOn('json')) context.print(input.isOn('json-indent') ? indentJsonWide(reportJson(report)) : reportJson(report))
    else {
      context.log.info(summaryLine(report, sizeTextOf(context.env)))
      for (const line of damageLines(report, context.times)) context.log.info(line)
    }
    const error = verifyError(report)
    if (error !== undefined) throw error
  })
  return 0
}

/** What Kopia calls the root of a snapshot: `user@host:/path@2026-01-31 15:04:05 UTC`. */
function snapshotName(manifest: SnapshotManifest, times: TimeTexts): string {
  return `${formatSource(manifest.source)}@${times.text(manifest.startTimeNs)}`
}

/** What was found, with the object it was found in. */
function findingText({ objectId, error }: VerifyFinding): string {
  if (objectId === undefined || error.message.includes(objectId)) return error.message
  return `object ${objectId} cannot be read: ${error.message}`
}

function reportJson({ counts, errorCount, findings }: SnapshotVerifyReport): string {
  return encodeGoJson({
    stats: {
      processedObjectCount: counts.processedObjects,
      processedBytes: counts.processedBytes,
      readFileCount: counts.readFiles,
      readBytes: counts.readBytes,
      expectedTotalObjectCount: counts.expectedObjects,
      expectedTotalFileCount: counts.expectedFiles,
      expectedTotalBytes: counts.expectedBytes,
    },
    errorCount,
    errorStrings: findings.length === 0 ? undefined : findings.map(findingText),
  })
}

function summaryLine({ counts }: SnapshotVerifyReport, size: SizeText): string {
  const { processedObjects, processedBytes, readFiles, readBytes } = counts
  return `Finished processing ${processedObjects} objects (${size(processedBytes)}). Read ${readFiles} files (${size(readBytes)}).`
}

function damageLines({ damagedSnapshots, intactSnapshots }: SnapshotVerifyReport, times: TimeTexts): string[] {
  if (damagedSnapshots.length === 0) return []
  const intact = intactSnapshots === 0 ? [] : [`${formatQuantity(intactSnapshots, 'other snapshot')}: nothing is lost.`]
  return [...damagedSnapshots.map((damaged) => damageLine(damaged, times)), ...intact]
}

function damageLine({ manifest, losses }: DamagedSnapshot, times: TimeTexts): string {
  const { summary, type } = manifest.rootEntry ?? {}
  const all = summary === undefined || type !== 'd' ? 1 : summary.files + summary.symlinks
  const folders = losses.directories === 0 ? '' : `, and the content of ${formatQuantity(losses.directories, 'folder')}`
  const rest = Math.max(0, all - losses.files)
  const restorable = rest === 0 ? 'nothing else can be restored' : `${formatQuantity(rest, 'other can', 'others can')} be restored`
  return `${snapshotName(manifest, times)} (${manifest.id}): ${losses.files} of ${formatQuantity(all, 'file')} lost${folders}; ${restorable}.`
}
