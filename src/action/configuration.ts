/** What a run is going to do, as lines for the log: printed before anything happens. */
import { passwordOrigin } from '../commands/password.ts'
import type { EventFacts } from '../commands/run/event.ts'
import type { RunOptions } from '../commands/run/options.ts'
import { type PreparedRun, usesOfLayers } from '../commands/run/prepare.ts'
import { formatSource } from '../policy/target.ts'
import { judgeTrust } from '../policyfile/trust.ts'
import { formatLocation } from '../repo/blob/location.ts'
import { formatQuantity } from '../util/format.ts'

export interface Configuration {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly options: RunOptions
  readonly event: EventFacts | undefined
  /** Undefined when the policy file could not even be read. */
  readonly prepared: PreparedRun | undefined
  /** Whether `prepared` is whole. */
  readonly isReady: boolean
}

/** Names and origins only: the password itself is never part of a line. */
export function configurationLines({ env, options, event, prepared, isReady }: Configuration): string[] {
  const rows: (readonly [string, string])[] = [
    ['policy file', policyFileWords(options, prepared)],
    ['trigger', triggerWords(event)],
  ]
  if (prepared !== undefined && isReady) {
    rows.push(['identity', formatSource(prepared.root)])
    for (const source of prepared.sources) rows.push(['source', `${source.label}, kept as ${formatSource(source.source)}`])
    if (prepared.skip === undefined) rows.push(['repository', repositoryWords(prepared)])
    rows.push(['hooks', hookWords(options, prepared)])
  } else rows.push(['repository', unreadRepositoryWords(options, prepared)])
  rows.push(['password', passwordWords(env, options)])
  return rows.map(([name, value]) => `${name.padEnd(12)} ${value}`)
}

function policyFileWords(options: RunOptions, prepared: PreparedRun | undefined): string {
  const file = prepared?.file
  if (prepared === undefined) return `${options.policyFile}, which could not be read`
  if (file === undefined) return prepared.diagnostics.length > 0 ? `${options.policyFile}, with errors` : 'none: defaults'
  const notices = prepared.diagnostics.filter((finding) => finding.severity === 'notice').length
  const more = notices === 0 ? '' : `; ${formatQuantity(notices, 'notice')}, shown by "cairn validate"`
  return `${options.policyFile} (SHA-256 ${file.sha256.slice(0, 16)}…${more})`
}

function triggerWords(event: EventFacts | undefined): string {
  if (event === undefined) return 'not a workflow'
  const ref = event.ref === undefined ? '' : ` on ${event.ref}`
  return `${event.name}${ref}. ${judgeTrust(event.trust).reason}`
}

/** A location that was not taken may hold a secret: only where it comes from. */
function unreadRepositoryWords(options: RunOptions, prepared: PreparedRun | undefined): string {
  if (options.repository !== undefined) return 'from the input "repository", not looked at yet'
  return prepared?.file?.repository === undefined ? 'not known' : 'from the policy file, not looked at yet'
}

function repositoryWords({ location }: PreparedRun): string {
  if (location.kind === 'config') return `as connected in ${location.path}`
  return `${formatLocation(location.location)}${location.mayCreate ? ', made when it is not there yet' : ''}`
}

function hookWords(options: RunOptions, prepared: PreparedRun): string {
  if (prepared.skip !== undefined) return 'none for this event'
  if (options.enableActions === false) return 'left out, because enable-actions is false'
  const streams = prepared.sources.filter((source) => source.kind === 'stream').length
  const count = usesOfLayers(prepared.layers).length + prepared.jobBefore.length + prepared.jobAfter.length + streams
  if (count === 0) return 'none in the policy file'
  const secrets = options.hookSecrets.length === 0 ? '' : `; they may ask for ${options.hookSecrets.join(', ')}`
  return `${count} in the policy file${secrets}`
}

function passwordWords(env: Configuration['env'], options: RunOptions): string {
  const origin = passwordOrigin(env, options.password)
  return origin === undefined ? 'none given' : `from ${origin === 'the password input' ? 'the input "password"' : origin}`
}
