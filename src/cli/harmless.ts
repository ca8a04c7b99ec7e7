/** Texts that others chose, printed so that neither a terminal nor the runner of a workflow obeys them (docs/hooks.md, "Workflow commands"). */
import { defuse } from '../hooks/sanitize.ts'
import { visibleText } from '../util/plain-text.ts'
import type { CliContext } from './context.ts'

/** A text without what a terminal would obey; lines stay lines. */
export function shownText(text: string): string {
  return text
    .split(/([\n\t])/)
    .map(visiblePart)
    .join('')
}

/** A tab is harmless on a terminal, and programs print many. */
function visiblePart(part: string): string {
  return part === '\n' || part === '\t' ? part : visibleText(part)
}

/** Lines of which none is a workflow command; applied last, because hiding a secret may join what was apart. */
export function withoutCommands(text: string): string {
  return text.split('\n').map(defuse).join('\n')
}

/** JSON of the same value, in which no text is a workflow command. */
export function jsonWithoutCommands(json: string): string {
  return json.replace(/#(?=#(?:\[|vso\[))/gi, '\\u0023')
}

/** Prints lines for people on standard output. */
export function printText(context: Pick<CliContext, 'print'>, text: string): void {
  context.print(withoutCommands(shownText(text)))
}
