/** The toolkit's log as ours: levels become annotations, groups become foldable, nothing written acts as a workflow command by accident. */
import * as core from '@actions/core'
import type { CommandContext } from '../commands/context.ts'
import type { HookSink } from '../hooks/console.ts'
import { derivedForms } from '../hooks/masks.ts'
import type { Logger } from '../log.ts'
import { visibleText } from '../util/plain-text.ts'

/** GitHub shows ten annotations of a level for a step and drops the rest in silence: the tenth says how many more there are in the log. */
const MAX_ANNOTATIONS = 9

const ANNOTATE = { notice: core.notice, warning: core.warning, error: core.error } as const

/** One line of text that the runner will not read as a command (docs/hooks.md, "Workflow commands"). */
export function harmless(text: string): string {
  return visibleText(text)
    .replace(/##(?=\[)/g, '#\u200b#')
    .replace(/^(\s*):(?=:)/, '$1:\u200b')
}

/** A logger over the toolkit. */
export function actionLog(): Logger {
  const shown = { notice: 0, warning: 0, error: 0 }
  const annotate = (level: keyof typeof shown, message: string) => {
    shown[level]++
    const text = harmless(message)
    if (shown[level] <= MAX_ANNOTATIONS) ANNOTATE[level](text)
    else if (shown[level] === MAX_ANNOTATIONS + 1)
      ANNOTATE[level](`More than ${MAX_ANNOTATIONS} of these; the rest is in the log of the step.`)
    if (shown[level] > MAX_ANNOTATIONS) core.info(`${level}: ${text}`)
  }
  return {
    showsDebug: core.isDebug(),
    debug: (message) => core.debug(harmless(message)),
    info: (message) => core.info(message.split('\n').map(harmless).join('\n')),
    notice: (message) => annotate('notice', message),
    warning: (message) => annotate('warning', message),
    error: (message) => annotate('error', message),
  }
}

/** Foldable groups; a group that is still open when the next one starts is ended. */
export function actionGroups(): CommandContext['group'] {
  let isOpen = false
  return {
    start(title) {
      if (isOpen) core.endGroup()
      core.startGroup(harmless(title))
      isOpen = true
    },
    end() {
      if (isOpen) core.endGroup()
      isOpen = false
    },
  }
}

/** Hides secrets from the log, once each, in every form in which it could be printed. Short values are left: masking them would garble the log. */
export function secretMasker(): (secret: string) => void {
  const told = new Set<string>()
  return (secret) => {
    for (const form of derivedForms(secret)) {
      if (told.has(form)) continue
      told.add(form)
      core.setSecret(form)
    }
  }
}

/** Output of hooks in a group for each; the lines were made harmless before. */
export function actionHookSink(group: CommandContext['group']): HookSink {
  return { openGroup: (title) => group.start(title), line: (text) => core.info(text), closeGroup: () => group.end() }
}
