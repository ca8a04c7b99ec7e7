/** What every reader of the tree is given. */
import type { Findings } from './findings.ts'
import type { FileDefaults, ParsePolicyFileOptions } from './policy-file.ts'
import type { LineIndex } from './positions.ts'
import type { ScalarNode } from './yaml-tree.ts'

export interface Reading {
  readonly findings: Findings
  readonly text: string
  readonly lines: LineIndex
  readonly options: ParsePolicyFileOptions
  /** The file is a Kopia export. */
  readonly isNative: boolean
  readonly defaults: FileDefaults
  /** Scalars that are scripts: control characters in them are theirs. */
  readonly scripts: Set<ScalarNode>
}

/** Reports an extension that a Kopia policy cannot hold, in strict Kopia mode. */
export function reportExtension(
  reading: Reading,
  span: { readonly start: number; readonly end: number },
  path: string,
  what: string,
): void {
  if (!reading.options.strictKopia) return
  reading.findings.add('P040', span, path, `A Kopia policy cannot hold ${what}.`, {
    hint: 'Leave it out, or validate without strict Kopia mode.',
  })
}
