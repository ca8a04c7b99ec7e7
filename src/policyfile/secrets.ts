/** Text that looks like a secret (docs/policy.md, "Secrets"). Only known forms; nothing by the look of its randomness. */

const PATTERNS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[a-z]_[A-Za-z0-9]{16,255}/ },
  { what: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9_]{16,255}/ },
  { what: 'a Slack token', pattern: /\bxox[a-z]-[A-Za-z0-9-]{8,255}/ },
  { what: 'a password in a URL', pattern: /\b[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>$]{0,128}:[^\s/@"'<>$]{1,256}@/ },
]

export interface SecretMatch {
  readonly what: string
  readonly start: number
  readonly end: number
}

/** The first thing in the text that looks like a secret. */
export function findSecret(text: string): SecretMatch | undefined {
  let first: SecretMatch | undefined
  for (const { what, pattern } of PATTERNS) {
    const match = pattern.exec(text)
    if (match !== null && (first === undefined || match.index < first.start)) {
      first = { what, start: match.index, end: match.index + match[0].length }
    }
  }
  return first
}

/** Whether a location text holds `user@` or `user:password@` in front of its host. */
export function userInfoOf(location: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^/?#@]{0,512}@)/.exec(location)
  if (match === null) return undefined
  const start = match[0].length - (match[1]?.length ?? 0)
  return { start, end: match[0].length }
}
