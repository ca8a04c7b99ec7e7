/** Which workflow events may run hooks and write snapshots (docs/threat-model.md, "Untrusted events"). */

/** What is known of the event that started the run. */
export interface EventFacts {
  /** `GITHUB_EVENT_NAME`; undefined outside GitHub Actions. */
  readonly eventName: string | undefined
  /** For events about a pull request: whose code is checked out. */
  readonly pullRequest?: {
    /** Full name of the repository that the changes come from; undefined when it is gone or not told. */
    readonly headRepository: string | undefined
    /** Full name of the repository that they go to. */
    readonly baseRepository: string | undefined
  }
}

export interface Trust {
  readonly mayRunHooks: boolean
  readonly mayWrite: boolean
  /** One sentence for the log. */
  readonly reason: string
  /** Why not; undefined when the event is trusted. */
  readonly code: 'CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT' | undefined
}

/** Events that run with the rights of the base branch, at the request of anybody. */
const ALWAYS_UNTRUSTED: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run', 'issue_comment'])

/** Events that run the code of a pull request. */
const PULL_REQUEST_EVENTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment'])

/** Judges an event. No input can change the answer. */
export function judgeTrust(facts: EventFacts): Trust {
  const { pullRequest } = facts
  const eventName = facts.eventName?.trim().toLowerCase()
  if (eventName === undefined) return trusted('The run was not started by a workflow event.')
  if (eventName === '') return refused('The workflow does not say which event started the run.')
  if (ALWAYS_UNTRUSTED.has(eventName)) return refused(`Anybody can start a run by ${eventName}, and it has the rights of the base branch.`)
  if (!PULL_REQUEST_EVENTS.has(eventName)) return trusted(`The event ${eventName} runs code of this repository.`)
  const head = pullRequest?.headRepository
  const base = pullRequest?.baseRepository
  if (head === undefined || base === undefined || head === '' || base === '') {
    return refused('The event does not say which repository the changes of the pull request come from.')
  }
  if (head.toLowerCase() !== base.toLowerCase()) return refused(`The changes of this pull request come from the fork ${head}.`)
  return trusted('The pull request comes from a branch of this repository.')
}

function trusted(reason: string): Trust {
  return { mayRunHooks: true, mayWrite: true, reason, code: undefined }
}

function refused(reason: string): Trust {
  return { mayRunHooks: false, mayWrite: false, reason, code: 'CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT' }
}

/** Takes the facts out of an event payload; whatever is not as GitHub writes it is left unknown. */
export function eventFacts(eventName: string | undefined, payload: unknown): EventFacts {
  const pullRequest = member(payload, 'pull_request')
  if (pullRequest === undefined) return { eventName }
  return {
    eventName,
    pullRequest: {
      headRepository: text(member(member(member(pullRequest, 'head'), 'repo'), 'full_name')),
      baseRepository: text(member(member(member(pullRequest, 'base'), 'repo'), 'full_name')),
    },
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  const found: unknown = Reflect.get(value, name)
  return found ?? undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
