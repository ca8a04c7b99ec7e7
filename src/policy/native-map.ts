/** Several policies in one JSON document, by target text: what `policy export` writes and `policy import` reads. */
import { compareUtf8, encodeGoString } from '../util/go-json.ts'
import { isJsonObject } from '../util/json-read.ts'
import { encodePolicy, isPolicyProblem, type ParsedPolicy, type PolicyProblem, parsePolicy } from './native-json.ts'
import type { Policy } from './policy.ts'

/** The policies of an exported document, by target text. Of a problem, `path` begins with the target. */
export function parsePolicyMap(text: string): ReadonlyMap<string, ParsedPolicy> | PolicyProblem {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { path: '', expected: 'valid JSON' }
  }
  if (!isJsonObject(parsed)) return { path: '', expected: 'an object' }
  const policies = new Map<string, ParsedPolicy>()
  for (const [target, value] of Object.entries(parsed)) {
    const policy = parsePolicy(value)
    if (isPolicyProblem(policy)) return { path: [target, policy.path].filter(Boolean).join('.'), expected: policy.expected }
    policies.set(target, policy)
  }
  return policies
}

/** Whether the result of `parsePolicyMap` is a problem. */
export function isMapProblem(result: ReadonlyMap<string, ParsedPolicy> | PolicyProblem): result is PolicyProblem {
  return 'expected' in result
}

/** JSON text of policies by target text, targets in byte order. */
export function encodePolicyMap(policies: ReadonlyMap<string, Policy>): string {
  const sorted = [...policies].sort(([a], [b]) => compareUtf8(a, b))
  return `{${sorted.map(([target, policy]) => `${encodeGoString(target)}:${encodePolicy(policy)}`).join(',')}}`
}
