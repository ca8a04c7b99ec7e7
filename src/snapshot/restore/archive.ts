/** Restores into an archive, entry by entry and with bounded memory. */
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { CairnError, messageOf } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import type { Progress } from '../../log.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { archiveEntries } from './archive-entries.ts'
import type { RestorePlan } from './plan.ts'
import { type RestoreReport, RestoreTally } from './report.ts'
import { tarOf } from './tar.ts'
import { temporaryNames } from './write-entry.ts'
import { refuseZipPath, zipOf } from './zip.ts'

/** Kinds of archives, by Kopia's names. */
export type ArchiveKind = 'tar' | 'tgz' | 'zip' | 'zip-nocompress'

export interface ArchiveOptions {
  readonly kind: ArchiveKind
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly random?: RandomSource
}

/**
 * Writes `plan` as an archive to its target, under a temporary name until it is complete. What cannot be read is in the report and not in the
 * archive. Throws CAIRN_RESTORE_TARGET when it cannot be written, damage of a large file that began well, storage errors, CAIRN_CANCELLED.
 */
export async function restoreArchive(objects: ObjectManager, plan: RestorePlan, options: ArchiveOptions): Promise<RestoreReport> {
  const { kind, progress, signal, random = systemRandom } = options
  const { files, bytes } = plan.expected
  const tally = new RestoreTally()
  const temporary = join(dirname(plan.target), temporaryNames(random)())
  progress?.start('restore', { files, bytes })
  try {
    const isZip = kind === 'zip' || kind === 'zip-nocompress'
    const entries = archiveEntries(objects, plan, tally, isZip ? { ...options, refusePath: refuseZipPath } : options)
    const source = Readable.from(isZip ? zipOf(entries, kind === 'zip') : tarOf(entries))
    const output = createWriteStream(temporary, { flags: 'wx', mode: 0o600 })
    await (kind === 'tgz' ? pipeline(source, createGzip(), output, { signal }) : pipeline(source, output, { signal }))
    renameSync(temporary, plan.target)
  } catch (cause) {
    rmSync(temporary, { force: true })
    signal?.throwIfAborted()
    if (cause instanceof CairnError || errnoOf(cause) === undefined) throw cause
    throw new CairnError('CAIRN_RESTORE_TARGET', `Cannot write the archive "${plan.target}": ${messageOf(cause)}.`, {
      hint: 'Name a file in a folder that exists and that you may write to.',
      cause,
    })
  } finally {
    progress?.finish()
  }
  return tally.report({ owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 })
}
