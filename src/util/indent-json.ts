/** JSON text with a line for each member, every token as it was written: numbers and escapes are not touched. */

/** Indents valid JSON text by two spaces a level; empty objects and lists stay on their line, and space at the very end stays. */
export function indentJson(json: string): string {
  let out = ''
  let depth = 0
  // What stands here was not indented yet: whether a bracket just opened decides if its line breaks.
  let isOpened = false
  const breakLine = () => {
    out += `\n${'  '.repeat(depth)}`
  }
  for (const [token] of json.trimStart().matchAll(TOKEN)) {
    const first = token.charAt(0)
    if (first === '}' || first === ']') {
      depth--
      if (!isOpened) breakLine()
      isOpened = false
      out += token
      continue
    }
    if (isOpened) breakLine()
    isOpened = first === '{' || first === '['
    out += token
    if (isOpened) depth++
    else if (first === ',') breakLine()
    else if (first === ':') out += ' '
  }
  return out + json.slice(json.trimEnd().length)
}

/** The same with four spaces a level, and two more in front of every line but the first: what Kopia prints for values on their own. */
export function indentJsonWide(json: string): string {
  return indentJson(json).replace(/\n( *)/g, '\n  $1$1')
}

/** Strings as a whole, brackets and separators alone, and everything else that is not space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g
