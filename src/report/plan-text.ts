/** The plan of a run as lines for a terminal. */
import type { PlannedHook, PlannedSource, PlannedValue, RunPlan } from '../commands/plan/plan.ts'
import { formatBytes, formatQuantity } from '../util/format.ts'
import { encodeGoJson } from '../util/go-json.ts'
import { visibleText } from '../util/plain-text.ts'

/** Lines that say what the run would do. */
export function planText(plan: RunPlan): string[] {
  if (plan.skip !== '') return [`The run would do nothing: ${plan.skip}`]
  const { location, exists } = plan.repository
  const lines = [
    row('policy file', plan.policyFile === null ? 'none' : visibleText(plan.policyFile.path)),
    row('repository', `${visibleText(location)}${exists ? '' : ', which the run would make'}`),
    row('identity', visibleText(plan.identity)),
  ]
  const hookCount = plan.jobHooks.length + plan.sources.reduce((sum, source) => sum + source.hooks.length, 0)
  if (hookCount > 0) lines.push(row('hooks', consentWords(plan)))
  for (const hook of plan.jobHooks) lines.push(row('', hookWords(hook)))
  return [...lines, ...plan.sources.flatMap(sourceLines)]
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(12)} ${value}`
}

function consentWords({ consent }: RunPlan): string {
  if (consent.kind === 'run') return 'run'
  if (consent.kind === 'skip') return 'are skipped'
  const { code = '', message = '', hint = '' } = consent.error ?? {}
  return visibleText(`the run would end here: ${code} ${message} ${hint}`)
}

function sourceLines(source: PlannedSource): string[] {
  const lines = ['', `${visibleText(source.label)} as ${visibleText(source.source)}`, ...contentLines(source)]
  for (const hook of source.hooks) lines.push(row('hook', hookWords(hook)))
  if (source.includeGit) lines.push(row('kept', '.git folders'))
  if (source.keepTimes !== null) lines.push(row('kept', 'times of files whose bytes and mode are the same'))
  return [...lines, ...retentionLines(source), ...policyLines('policy', source.policy), ...folderLines(source)]
}

function contentLines({ kind, content, problem }: PlannedSource): string[] {
  if (kind === 'stream') return [row('content', 'the output of a command')]
  if (content === null) return [row('content', visibleText(`${problem?.code ?? ''} ${problem?.message ?? ''}`.trim()))]
  const { files, directories, bytes, excluded, unreadable } = content
  const lines = [row('content', `${formatQuantity(files, 'file')}, ${formatQuantity(directories, 'folder')}, ${formatBytes(bytes)}`)]
  if (excluded.files + excluded.directories > 0) {
    const what = `${formatQuantity(excluded.files, 'file')} (${formatBytes(excluded.bytes)}) and ${formatQuantity(excluded.directories, 'folder')}`
    lines.push(row('left out', `${what} by ignore rules`))
  }
  if (unreadable > 0) lines.push(row('unreadable', formatQuantity(unreadable, 'file or folder', 'files or folders')))
  return lines
}

function hookWords(hook: PlannedHook): string {
  const where = hook.folder === '' ? '' : ` of ./${hook.folder}`
  const name = hook.name === '' ? '' : ` "${hook.name}"`
  const from = hook.target === '' ? '' : `, from ${originWords(hook.from, hook.target)}`
  return visibleText(`${hook.key}${where}${name}: ${hook.program}, ${hook.mode}, at most ${hook.timeoutSeconds} s${from}`)
}

function originWords(from: PlannedValue['from'], target: string): string {
  if (from === 'default') return 'default'
  if (from === 'override') return 'flag'
  return `${from === 'policy-file' ? 'the policy file' : 'the repository'}, ${target}`
}

function retentionLines({ retention: { kept, removed } }: PlannedSource): string[] {
  const lines = [row('snapshots', `after the run ${kept.length} kept, ${removed.length} removed`)]
  for (const { id, startTime, reasons } of kept) {
    const words = id === 'next' ? 'the new one' : `${id} of ${startTime}`
    lines.push(row('  kept', `${words}${reasons.length === 0 ? '' : ` (${reasons.map(visibleText).join(', ')})`}`))
  }
  for (const { id, startTime } of removed) lines.push(row('  removed', id === 'next' ? 'the new one' : `${id} of ${startTime}`))
  return lines
}

/** Only what is another value than that of the source. */
function folderLines({ folders, policy }: PlannedSource): string[] {
  const textOf = ({ key, value }: PlannedValue) => `${key} ${encodeGoJson(value)}`
  const known = new Set(policy.map(textOf))
  return folders.flatMap(({ folder, policy: own }) => {
    const lines = policyLines(
      '',
      own.filter((value) => !known.has(textOf(value))),
    )
    return [row('folder', visibleText(`./${folder}`)), ...lines]
  })
}

function policyLines(title: string, policy: readonly PlannedValue[]): string[] {
  const width = Math.max(0, ...policy.map(({ key }) => key.length))
  return policy.map(({ key, value, from, target }, index) => {
    const text = visibleText(encodeGoJson(value))
    return row(index === 0 ? title : '', `${key.padEnd(width)}  ${text}  (${visibleText(originWords(from, target))})`)
  })
}
