/** Hosts and URLs of stores, as settings and variables name them. */
import { CairnError } from '../../errors.ts'

/** A host with or without a port, and nothing else. */
export function isHost(text: string): boolean {
  return /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(text) && URL.canParse(`https://${text}`)
}

/** Whether it is a URL that requests can be sent to. */
export function isEndpointUrl(text: string): boolean {
  return /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(text) && URL.canParse(text)
}

/** The first of these variables that is set. Errors: CAIRN_CONFIG_INVALID when it is no URL: what was named is never passed over. */
export function endpointIn(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): { readonly url: string; readonly origin: string } | undefined {
  const origin = names.find((name) => env[name])
  if (origin === undefined) return undefined
  const url = env[origin]?.trim() ?? ''
  if (isEndpointUrl(url)) return { url, origin }
  throw invalidEndpoint(origin, 'the URL of a host', `Write ${origin} as https://HOST or https://HOST:PORT; http:// means no TLS.`)
}

/** The error for a variable that holds something else than `words`. Its value is not shown: whoever mixes variables up may have put a key there. */
export function invalidEndpoint(variable: string, words: string, hint: string): CairnError {
  return new CairnError('CAIRN_CONFIG_INVALID', `The variable ${variable} is not ${words}.`, { hint })
}
