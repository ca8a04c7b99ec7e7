/** Restores into an archive, entry by entry and with bounded memory. */
import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CairnError, messageOf, throwIfCancelled } from '../../errors.ts'
import { errnoOf } from '../../fs/errors.ts'
import type { Progress } from '../../log.ts'
import type { ObjectManager } from '../../repo/api.ts'
import { type RandomSource, systemRandom } from '../../util/random.ts'
import { archiveEntries } from './archive-entries.ts'
import { ArchiveFile } from './archive-file.ts'
import { GzipOutput } from './gzip-output.ts'
import type { RestorePlan } from './plan.ts'
import { isEntryError, type RestoreReport, RestoreTally } from './report.ts'
import { TarFormat } from './tar.ts'
import { temporaryNames } from './write-entry.ts'
import { refuseZipPath, ZipFormat } from './zip.ts'

/** Kinds of archives, by Kopia's names. */
export type ArchiveKind = 'tar' | 'tgz' | 'zip' | 'zip-nocompress'

const ENTRIES_PER_TURN = 64

export interface ArchiveOptions {
  readonly kind: ArchiveKind
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly random?: RandomSource
}

/**
 * Writes `plan` as an archive to its target, under a temporary name until it is complete. What cannot be read is in the report and not in the
 * archive. Throws CAIRN_RESTORE_TARGET when it cannot be written, storage errors, CAIRN_CANCELLED.
 */
export async function restoreArchive(objects: ObjectManager, plan: RestorePlan, options: ArchiveOptions): Promise<RestoreReport> {
  const { progress, signal, random = systemRandom } = options
  const { files, bytes } = plan.expected
  const tally = new RestoreTally()
  const temporary = join(dirname(plan.target), temporaryNames(random)())
  progress?.start('restore', { files, bytes })
  try {
    const file = new ArchiveFile(temporary)
    try {
      await fill(objects, plan, file, tally, options)
    } finally {
      file.close()
    }
    renameSync(temporary, plan.target)
  } catch (cause) {
    rmSync(temporary, { force: true })
    signal?.throwIfAborted()
    if (cause instanceof CairnError || errnoOf(cause) === undefined) throw cause
    throw new CairnError('CAIRN_RESTORE_TARGET', `Cannot write the archive "${plan.target}": ${messageOf(cause)}.`, {
      hint: 'Name a file in a folder that exists, that you may write to and that has room.',
      cause,
    })
  } finally {
    progress?.finish()
  }
  return tally.report({ owners: 0, specialBits: 0, specialBitPaths: [], permissionErrors: 0 })
}

async function fill(
  objects: ObjectManager,
  plan: RestorePlan,
  file: ArchiveFile,
  tally: RestoreTally,
  { kind, progress, signal }: ArchiveOptions,
): Promise<void> {
  const isZip = kind === 'zip' || kind === 'zip-nocompress'
  const gzip = kind === 'tgz' ? new GzipOutput(file) : undefined
  const format = isZip ? new ZipFormat(file, kind === 'zip') : new TarFormat(gzip ?? file)
  const choices = { ...(signal && { signal }), ...(isZip && { refusePath: refuseZipPath }) }
  let turn = 0
  try {
    for await (const entry of archiveEntries(objects, plan, tally, choices)) {
      // Without a turn of the event loop no signal would be heard while everything comes out of memory.
      if (++turn % ENTRIES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
      throwIfCancelled(signal)
      try {
        await format.add(entry)
        if (entry.type === 'file') tally.files++
        else if (entry.type === 'symlink') tally.symlinks++
        else tally.directories++
        tally.bytes += entry.size
      } catch (error) {
        if (!isEntryError(error)) throw error
        tally.fail(entry.path, error)
      }
      const { files, bytes, failureCount } = tally
      progress?.update({ files, bytes, hashedFiles: 0, hashedBytes: 0, uploadedBytes: 0, errors: failureCount })
    }
    await format.end()
    await (gzip ?? file).finish()
  } finally {
    gzip?.discard()
  }
}
