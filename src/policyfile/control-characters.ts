/** Finds characters that a policy file must not hold outside its scripts. */
import type { Findings } from './findings.ts'
import type { ScalarNode, YamlNode } from './yaml-tree.ts'

// Tab, line feed, carriage return and next line are allowed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/

/** Reports, as P001, every byte order mark inside the text and the first control character outside the scripts. */
export function checkCharacters(text: string, root: YamlNode | undefined, scripts: ReadonlySet<ScalarNode>, findings: Findings): void {
  for (let at = text.indexOf('\ufeff'); at !== -1; at = text.indexOf('\ufeff', at + 1)) {
    findings.add('P001', { start: at, end: at + 1 }, '', 'A byte order mark stands inside the text.', {
      hint: 'Delete it; it cannot be seen.',
    })
  }
  const offset = firstRaw(text, scripts)
  if (offset !== undefined) {
    const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')
    findings.add('P001', { start: offset, end: offset + 1 }, '', `The control character U+${code} is not allowed here.`, {
      hint: 'Delete it.',
    })
    return
  }
  const escaped = root === undefined ? undefined : firstEscaped(root, scripts)
  if (escaped !== undefined) findings.add('P001', escaped.span, '', 'The text holds a control character.', { hint: 'Delete it.' })
}

function firstRaw(text: string, scripts: ReadonlySet<ScalarNode>): number | undefined {
  const pattern = new RegExp(CONTROL, 'g')
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index
    const script = [...scripts].find(({ span }) => span.start <= at && at < span.end)
    if (script === undefined) return at
    pattern.lastIndex = script.span.end
  }
  return undefined
}

function firstEscaped(root: YamlNode, scripts: ReadonlySet<ScalarNode>): ScalarNode | undefined {
  const queue: YamlNode[] = [root]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.kind === 'scalar' && typeof node.value === 'string' && !scripts.has(node) && CONTROL.test(node.value)) return node
    if (node.kind === 'list') queue.push(...[...node.items].reverse())
    if (node.kind === 'map') queue.push(...node.entries.map((entry) => entry.value).reverse())
  }
  return undefined
}
