/** Policies of a repository as the text of a policy file (docs/policy.md, "Between the file and the repository"). */
import { Document } from 'yaml'
import { policyToJson } from '../policy/native-json.ts'
import type { Policy } from '../policy/policy.ts'
import { compareUtf8, type GoJsonValue } from '../util/go-json.ts'
import { policyForm } from './yaml-form.ts'

/** Nothing is folded: lines of scripts and patterns stay as they are. */
export const YAML_STYLE = { lineWidth: 0, minContentWidth: 0 } as const

/** A policy file with `version: 1`; targets by their text, in the order of their bytes. */
export function policyFileText(policies: ReadonlyMap<string, Policy>): string {
  const sorted = sortedEntries(policies).map(([target, policy]) => [target === '(global)' ? 'global' : target, policyForm(policy)] as const)
  return new Document({ version: 1, policies: Object.fromEntries(sorted) }, { schema: 'core', aliasDuplicateObjects: false }).toString(
    YAML_STYLE,
  )
}

/** The same policies in Kopia's own words, for what the policy file cannot say exactly; `remark` becomes a comment above them. */
export function nativeFileText(policies: ReadonlyMap<string, Policy>, remark: string): string {
  const members = sortedEntries(policies).map(([target, policy]) => [target, withoutEmpty(policyToJson(policy))] as const)
  const document = new Document(Object.fromEntries(members), { schema: 'core', aliasDuplicateObjects: false })
  document.commentBefore = remark
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
  return document.toString(YAML_STYLE)
}

function sortedEntries(policies: ReadonlyMap<string, Policy>): [string, Policy][] {
  return [...policies].sort(([a], [b]) => compareUtf8(a, b))
}

/** Without groups that hold nothing. */
function withoutEmpty(members: { readonly [key: string]: GoJsonValue | undefined }): { [key: string]: GoJsonValue } {
  const out: { [key: string]: GoJsonValue } = {}
  for (const [key, value] of Object.entries(members)) {
    const kept = isGroup(value) ? withoutEmpty(value) : value
    if (kept === undefined || (isGroup(kept) && Object.keys(kept).length === 0)) continue
    out[key] = kept
  }
  return out
}

function isGroup(value: GoJsonValue | undefined): value is { readonly [key: string]: GoJsonValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
