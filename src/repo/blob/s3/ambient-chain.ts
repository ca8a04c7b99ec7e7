/** Profiles, containers and machines: places of credentials that the SDK knows by itself. */
import { S3Client } from '@aws-sdk/client-s3'
import type { AmbientChain } from './credentials.ts'

/** Why the profile gave nothing, which the error of the whole chain does not say. */
export class ProfileError extends Error {}

/** Asks these places; what they gave is kept until it expires. Errors: ProfileError where a profile was looked at, those of the SDK. */
export function ambientChain(region: string): AmbientChain {
  // Made once: it remembers what it found.
  let client: S3Client | undefined
  const reasons = new ProfileReasons()
  return async (isFresh) => {
    // With a logger of its own the SDK does not warn on standard error that a profile and keys are set: which one counts is said by us.
    if (client === undefined || isFresh) client = new S3Client({ region, logger: reasons })
    reasons.reason = undefined
    try {
      return await client.config.credentials()
    } catch (error) {
      throw reasons.reason === undefined ? error : new ProfileError(reasons.reason, { cause: error })
    }
  }
}

/** Listens to the SDK, which says only in its log why it goes on from a profile to the next place. */
class ProfileReasons {
  reason: string | undefined
  #isAtProfile = false

  debug(line: unknown): void {
    if (typeof line !== 'string') return
    if (line.endsWith('credential-provider-ini - fromIni')) this.#isAtProfile = true
    const failure = /^@smithy\/property-provider (?:->|\(!\)) (.*)$/s.exec(line)?.[1]
    if (failure === undefined || !this.#isAtProfile) return
    this.#isAtProfile = false
    this.reason = wordsOf(failure)
  }

  info(): void {}
  warn(): void {}
  error(): void {}
}

/** One line of it; the command of a profile may hold a key, and is left out. */
function wordsOf(failure: string): string {
  const [first = '', second = ''] = failure.trim().split(/\s*[\r\n]+\s*/)
  const words = first.startsWith('Command failed:') ? `its credential_process failed${second === '' ? '' : `: ${second}`}` : first
  return words.replace(/\.$/, '').slice(0, 300)
}
