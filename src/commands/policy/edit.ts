/** `policy edit`: the text that an editor is given, and what comes back (docs/policy.md, "Policies of the repository"). */
import { CairnError } from '../../errors.ts'
import type { Logger } from '../../log.ts'
import { encodePolicy, isPolicyProblem, parsePolicyText } from '../../policy/native-json.ts'
import type { Policy } from '../../policy/policy.ts'
import { formatTarget, type PolicyTarget } from '../../policy/target.ts'
import type { Repository } from '../../repo/api.ts'
import { findPolicy } from '../../snapshot/policies.ts'
import { indentJson } from '../../util/indent-json.ts'
import { checkPolicy, savePolicies } from './save.ts'

export interface Editing {
  readonly log: Pick<Logger, 'info' | 'error'>
  /** Lets the user edit the text; resolves to what was left. */
  readonly edit: (text: string) => Promise<string>
  /** Asks on the terminal; resolves to the answer, undefined when there is nobody to ask. */
  readonly ask: (question: string) => Promise<string | undefined>
}

/** Edits and saves the policies of the targets one after the other. Rejects with what `edit` throws. */
export async function editPolicies(repository: Repository, targets: readonly PolicyTarget[], editing: Editing): Promise<void> {
  for (const target of targets) {
    const original = (await findPolicy(repository, target))?.policy ?? {}
    const updated = await editPolicy(target, original, editing)
    const json = encodePolicy(updated)
    if (json === encodePolicy(original)) {
      editing.log.info(`The policy of ${formatTarget(target)} is unchanged`)
      continue
    }
    editing.log.info(`New policy of ${formatTarget(target)}:\n${indentJson(json)}`)
    if (isYes(await editing.ask('Save updated policy? (y/N) '))) await savePolicies(repository, [{ target, policy: updated }])
  }
}

/** The policy as edited. Throws CAIRN_EDITOR_FAILED when the user gives up a text that is none. */
async function editPolicy(target: PolicyTarget, original: Policy, { log, edit, ask }: Editing): Promise<Policy> {
  let text = editorText(target, original)
  for (;;) {
    text = await edit(text)
    const problem = problemOf(target, text)
    if (typeof problem !== 'string') return problem
    log.error(problem)
    const answer = await ask('Reopen editor to fix? (Y/n) ')
    if (answer === undefined || /^n/i.test(answer.trim()))
      throw new CairnError('CAIRN_EDITOR_FAILED', `The edit was given up. The policy of ${formatTarget(target)} is unchanged.`)
  }
}

function problemOf(target: PolicyTarget, text: string): Policy | string {
  const parsed = parsePolicyText(withoutComments(text))
  if (isPolicyProblem(parsed)) return `${parsed.path === '' ? 'The text' : parsed.path} is not ${parsed.expected}.`
  if (parsed.unknownMembers.length > 0) return `No Kopia policy has the field ${parsed.unknownMembers.join(', ')}.`
  try {
    checkPolicy(target, parsed.policy)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return parsed.policy
}

const HINTS: readonly (readonly [section: string, lines: readonly string[]])[] = [
  ['retention', ['How many are kept: "keepLatest", "keepHourly", "keepDaily", "keepWeekly", "keepMonthly", "keepAnnual".']],
  ['files', ['What is left out: "ignore": ["*.ext"], "ignoreDotFiles": [".kopiaignore"], "maxFileSize": bytes, "oneFileSystem": true.']],
  ['scheduling', ['When: "intervalSeconds": 3600, "timeOfDay": [{"hour":3,"min":30}], "cron": ["0 3 * * *"]; or "manual": true alone.']],
]

/** The policy as JSON with a line for each member and comments that start with #. */
export function editorText(target: PolicyTarget, policy: Policy): string {
  const lines = indentJson(encodePolicy(policy)).split('\n')
  const body = lines.flatMap((line) => {
    const hint = HINTS.find(([section]) => line.startsWith(`  "${section}": {`))
    return [...(hint?.[1] ?? []).map((text) => `  # ${text}`), line]
  })
  return [
    `# The policy of ${formatTarget(target)}.`,
    '#',
    '# Change it, save the file and leave the editor. It must stay JSON; lines that start with # are left out.',
    '',
    ...body,
    '',
  ].join('\n')
}

function withoutComments(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
}

function isYes(answer: string | undefined): boolean {
  return /^y/i.test((answer ?? '').trim())
}
