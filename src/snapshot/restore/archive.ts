/** Restores into a tar archive, compressed or not, entry by entry and with bounded memory. */
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
import { isObjectError } from '../tree.ts'
import { type RestorePlan, restoreSteps } from './plan.ts'
import { type RestoreReport, RestoreTally } from './report.ts'
import { type TarEntry, tarEnd, tarHeader, tarPadding } from './tar.ts'
import { isCheckpointed, LONGEST_LINK_BYTES, temporaryNames } from './write-entry.ts'

/** Files up to this size are read before their header is written, so that a damaged one is left out. */
const WHOLE_BYTES = 4 * 1024 * 1024

export interface ArchiveOptions {
  readonly isCompressed: boolean
  readonly progress?: Progress
  readonly signal?: AbortSignal
  readonly random?: RandomSource
}

/**
 * Writes `plan` as an archive to its target, under a temporary name until it is complete. What cannot be read is in the report and not in the
 * archive. Throws CAIRN_RESTORE_TARGET when it cannot be written, damage of a large file that began well, storage errors, CAIRN_CANCELLED.
 */
export async function restoreArchive(objects: ObjectManager, plan: RestorePlan, options: ArchiveOptions): Promise<RestoreReport> {
  const { isCompressed, progress, signal, random = systemRandom } = options
  const { files, bytes } = plan.expected
  const tally = new RestoreTally()
  const temporary = join(dirname(plan.target), temporaryNames(random)())
  progress?.start('restore', { files, bytes })
  try {
    const source = Readable.from(tarOf(objects, plan, tally, options))
    const output = createWriteStream(temporary, { flags: 'wx', mode: 0o600 })
    await (isCompressed ? pipeline(source, createGzip(), output, { signal }) : pipeline(source, output, { signal }))
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

async function* tarOf(objects: ObjectManager, plan: RestorePlan, tally: RestoreTally, options: ArchiveOptions): AsyncGenerator<Uint8Array> {
  // Names are those of the archive, which every system may read later.
  for await (const step of restoreSteps(objects, plan, 'linux', options.signal)) {
    if (step.kind === 'refused') tally.refuse(step.path, step.code, `"${step.path}" was not restored: ${step.reason}.`)
    else if (step.kind === 'unreadable') tally.fail(step.path, step.error)
    else if (step.kind === 'enter') {
      tally.directories++
      if (step.path !== '') yield tarHeader({ ...step.entry, name: `${step.path}/`, type: 'directory', size: 0, link: new Uint8Array(0) })
    } else if (step.kind !== 'leave') {
      const { path, name, entry } = step
      try {
        const reader = await objects.open(entry.objectId)
        const base = { ...entry, name: path === '' ? name : path, link: new Uint8Array(0) }
        if (step.kind === 'symlink') {
          yield tarHeader({ ...base, type: 'symlink', size: 0, link: await reader.readAll(LONGEST_LINK_BYTES) })
          tally.symlinks++
          continue
        }
        if (reader.length !== entry.size && !isCheckpointed(entry))
          throw new CairnError(
            'CAIRN_RESTORE_SIZE_DIFFERS',
            `"${path}" should have ${entry.size} bytes, but its object has ${reader.length}.`,
          )
        const header: TarEntry = { ...base, type: 'file', size: reader.length }
        const whole = reader.length <= WHOLE_BYTES ? await reader.readAll(WHOLE_BYTES) : undefined
        yield tarHeader(header)
        if (whole === undefined) yield* reader.chunks(options.signal)
        else if (whole.length > 0) yield whole
        yield tarPadding(reader.length)
        tally.files++
        tally.bytes += reader.length
      } catch (error) {
        if (!isObjectError(error) || entry.size > WHOLE_BYTES) throw error
        tally.fail(path, error)
      }
      options.progress?.update({
        files: tally.files,
        bytes: tally.bytes,
        hashedFiles: 0,
        hashedBytes: 0,
        uploadedBytes: 0,
        errors: tally.failureCount,
      })
    }
  }
  yield tarEnd()
}
