/** `cairn content verify`. */
import { type ContentVerifyResult, failedContents, throwIfFailed, verifyContents } from '../../commands/inspect/content-verify.ts'
import { selectContents } from '../../commands/inspect/contents.ts'
import { withRepository } from '../../commands/open.ts'
import { formatDuration } from '../../util/format.ts'
import type { CommandInput } from '../command-spec.ts'
import { contentRangeOf } from '../content-range.ts'
import type { CliContext } from '../context.ts'
import { durationFlagMs, integerFlag, numberFlag } from '../flag-values.ts'

export async function contentVerify(context: CliContext, input: CommandInput): Promise<number> {
  const { log, clock, random, signal, times } = context
  const selection = { range: contentRangeOf(input), deleted: input.isOn('include-deleted') ? 'with' : 'without' } as const
  const readPercent = input.isOn('full') ? 100 : (numberFlag(input, 'download-percent') ?? 0)
  const parallel = Math.max(1, integerFlag(input, 'parallel') ?? 16)
  const intervalMs = durationFlagMs(input, 'progress-interval') ?? 0
  await withRepository(context, { checksStorage: true, isReadOnly: true }, async ({ care }) => {
    log.info('Listing blobs...')
    let expected = 0
    for (const _ of selectContents(care.contents, selection, signal)) expected++
    const startedMs = clock.monotonicMs()
    let shownMs = startedMs
    const result = await verifyContents(care, {
      ...{ selection, readPercent, parallel, random, signal },
      onProblem: (message) => log.warning(message),
      onListed: (count) => {
        log.info(`Listed ${count} blobs.`)
        log.info('Verifying contents...')
      },
      onProgress(now) {
        const nowMs = clock.monotonicMs()
        if (nowMs - shownMs < intervalMs) return
        shownMs = nowMs
        const remainingMs = ((nowMs - startedMs) * (expected - now.verified)) / now.verified
        const share = ((100 * now.verified) / expected).toFixed(1)
        const end = times.text(clock.nowNs() + BigInt(Math.round(remainingMs)) * 1_000_000n)
        const rest = `remaining ${formatDuration(remainingMs)}, ETA ${end}`
        log.info(`  Verified ${now.verified} of ${expected} contents (${share}%), ${failedContents(now)} errors, ${rest}`)
      },
    })
    log.info('Finished verifying contents')
    log.info(`verifyCounters:\t${JSON.stringify(counters(result))}`)
    const { missingPacks, truncatedPacks, corruptedPacks } = result
    for (const [name, packs] of Object.entries({
      missingPack: missingPacks,
      truncatedPack: truncatedPacks,
      corruptedPack: corruptedPacks,
    })) {
      for (const [packID, numberOfReferencedContents] of packs) {
        log.warning(`${name}\t${JSON.stringify({ packID, numberOfReferencedContents })}`)
      }
    }
    throwIfFailed(result)
  })
  return 0
}

function counters(result: ContentVerifyResult) {
  return {
    verifiedContents: result.verified,
    totalErrorCount: failedContents(result),
    contentsInMissingPacks: result.inMissingPacks,
    contentsInTruncatedPacks: result.inTruncatedPacks,
    unreadableContents: result.unreadable,
    readContents: result.read,
    missingPacks: result.missingPacks.size,
    truncatedPacks: result.truncatedPacks.size,
    corruptedPacks: result.corruptedPacks.size,
  }
}
