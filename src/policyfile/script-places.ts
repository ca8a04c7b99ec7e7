/** Where a piece of a script stands in the file. */
import type { LineIndex, Span } from './positions.ts'
import type { ScalarNode } from './yaml-tree.ts'

/**
 * Maps offsets of a scalar's value back to the file.
 * In a literal block each line is one line of the file behind its indentation; elsewhere the piece is looked up as written, and
 * when it is not there (escapes, folding) the whole scalar is the place.
 */
export function spanInScript(node: ScalarNode, from: number, to: number, text: string, lines: LineIndex): Span {
  const script = String(node.value)
  if (node.style === 'literal') {
    const before = script.slice(0, from)
    const lineStart = before.lastIndexOf('\n') + 1
    let lineNumber = 0
    for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) lineNumber++
    const lineEnd = script.indexOf('\n', from)
    const line = script.slice(lineStart, lineEnd === -1 ? script.length : lineEnd)
    const fileLine = lines.locate(node.span.start).line + 1 + lineNumber
    const fileStart = lines.startOfLine(fileLine)
    const fileEnd = lines.startOfLine(fileLine + 1) ?? text.length
    if (fileStart !== undefined) {
      const indent = text.slice(fileStart, fileEnd).replace(/\r?\n$/, '').length - line.length
      if (indent >= 0) {
        const start = fileStart + indent + (from - lineStart)
        return { start, end: Math.min(start + (to - from), fileStart + indent + line.length) }
      }
    }
  }
  const piece = script.slice(from, to)
  let found = text.indexOf(piece, node.span.start)
  for (let at = script.indexOf(piece); at !== -1 && at < from && found !== -1; at = script.indexOf(piece, at + 1)) {
    found = text.indexOf(piece, found + 1)
  }
  if (piece === '' || found === -1 || found + piece.length > node.span.end) return node.span
  return { start: found, end: found + piece.length }
}
