/** What GitHub says about the event that started a run, taken from the environment and the payload. */
import { eventFacts, type EventFacts as TrustFacts } from '../../policyfile/trust.ts'

export interface EventFacts {
  /** `push`, `pull_request`, … */
  readonly name: string
  readonly ref: string | undefined
  /** `owner/repo`. */
  readonly repository: string | undefined
  readonly pullRequest: number | undefined
  readonly isGitHubHosted: boolean
  /** Run, attempt and job, for the tag of the snapshot. */
  readonly run: string
  readonly trust: TrustFacts
}

/** Undefined outside GitHub Actions. `payload` is the parsed event file, or undefined when it could not be read. */
export function eventOf(env: Readonly<Record<string, string | undefined>>, payload: unknown): EventFacts | undefined {
  if (env['GITHUB_ACTIONS'] !== 'true') return undefined
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const number = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '')?.[1]
  return {
    name,
    ref: env['GITHUB_REF'],
    repository: env['GITHUB_REPOSITORY'] || undefined,
    pullRequest: number === undefined ? undefined : Number(number),
    isGitHubHosted: env['RUNNER_ENVIRONMENT'] === 'github-hosted',
    run: [env['GITHUB_RUN_ID'], env['GITHUB_RUN_ATTEMPT'], env['GITHUB_JOB']].map((part) => part ?? '').join('/'),
    trust: eventFacts(name, payload),
  }
}
