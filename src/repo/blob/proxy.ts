/** Connections to a cloud store, through the proxy that the variables everybody reads name. */
import { type AgentOptions, type ClientRequest, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent, type AgentOptions as TlsAgentOptions } from 'node:https'
import type { Socket } from 'node:net'
import type { HttpsProxyAgent } from 'https-proxy-agent'
import { CairnError, messageOf } from '../../errors.ts'
import { PROXY_REFUSED, PROXY_UNREACHABLE } from './cloud-errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** In the order in which they count. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']
/** What the SDKs would read beside them. */
const OTHER_VARIABLES = ['http_proxy', 'HTTP_PROXY']

export interface Proxy {
  readonly url: URL
  /** For messages, without a name or a password: `the proxy in HTTPS_PROXY (proxy.example:3128)`. */
  readonly words: string
}

/** What a proxy did instead of passing a connection on. SDKs keep nothing but code and message of an error, so the message says it all. */
export class ProxyError extends Error {
  readonly code: typeof PROXY_REFUSED | typeof PROXY_UNREACHABLE

  constructor(message: string, code: ProxyError['code']) {
    super(message)
    this.code = code
  }
}

/** The proxy for an `https:` origin; undefined for a direct way, which is also the only one without TLS. Errors: CAIRN_CONFIG_INVALID. */
export function proxyFor(origin: string, env: Environment): Proxy | undefined {
  const { protocol, hostname, port } = new URL(origin)
  const variable = VARIABLES.find((name) => env[name])
  if (protocol !== 'https:' || variable === undefined) return undefined
  const exempt = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((rule) => rule !== '')
  return exempt.some((rule) => matches(rule, hostname, port || '443')) ? undefined : parseProxy(variable, env[variable] ?? '')
}

/** To be added to what names an endpoint; empty for a direct way. */
export function proxyWords(origin: string, env: Environment): string {
  const proxy = proxyFor(origin, env)
  return proxy === undefined ? '' : ` and ${proxy.words}`
}

/** A host alone is one that is spoken to without TLS, as curl has it. */
function parseProxy(variable: string, value: string): Proxy {
  const text = value.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || !isDecodable(url.username + url.password)) {
    // The value itself may hold a password.
    throw new CairnError('CAIRN_CONFIG_INVALID', `The variable ${variable} names no proxy that can be used.`, {
      hint: `Write ${variable} as http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT with special characters of the password as %XX. Hosts in NO_PROXY are reached without it.`,
    })
  }
  return { url, words: `the proxy in ${variable} (${url.host})` }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** `*`, a host, or the end of one, each perhaps with a port. */
function matches(rule: string, hostname: string, port: string): boolean {
  const [, name = '', itsPort] = /^(.*?)(?::(\d+))?$/.exec(rule.toLowerCase()) ?? []
  if (itsPort !== undefined && itsPort !== port) return false
  const end = name.replace(/^\*?\./, '')
  return name === '*' || hostname === end || hostname.endsWith(`.${end}`)
}

type Tls = Pick<TlsAgentOptions, 'ca' | 'rejectUnauthorized'>
type Sockets = Pick<AgentOptions, 'maxFreeSockets'>

/** Keeps connections to `origin` for the next request; what goes wrong at a proxy is a ProxyError. Errors: CAIRN_CONFIG_INVALID. */
export async function agentFor(origin: string, env: Environment, tls: Tls = {}, sockets: Sockets = {}): Promise<HttpAgent> {
  const proxy = proxyFor(origin, env)
  if (proxy === undefined) return directAgent(origin, tls, sockets)
  return proxyAgent(await import('https-proxy-agent'), proxy, tls, sockets)
}

/**
 * The agent for any URL that an SDK asks for; undefined where no variable names a proxy, and the SDK has its own way.
 *
 * SDKs read the variables too, each with rules of its own: the agent given here takes their place. Errors: CAIRN_CONFIG_INVALID.
 */
export async function agentsFor(env: Environment): Promise<((url: { readonly href: string }) => HttpAgent) | undefined> {
  if (![...VARIABLES, ...OTHER_VARIABLES].some((name) => env[name])) return undefined
  // Said here: an SDK would take it for a failure of the network.
  const variable = VARIABLES.find((name) => env[name])
  if (variable !== undefined) parseProxy(variable, env[variable] ?? '')
  const library = await import('https-proxy-agent')
  const agents = new Map<string, HttpAgent>()
  return ({ href }) => {
    const { origin } = new URL(href)
    const known = agents.get(origin)
    if (known !== undefined) return known
    const proxy = proxyFor(origin, env)
    const agent = proxy === undefined ? directAgent(origin, {}, {}) : proxyAgent(library, proxy, {}, {})
    agents.set(origin, agent)
    return agent
  }
}

function directAgent(origin: string, tls: Tls, sockets: Sockets): HttpAgent {
  return origin.startsWith('https:')
    ? new HttpsAgent({ keepAlive: true, ...tls, ...sockets })
    : new HttpAgent({ keepAlive: true, ...sockets })
}

function proxyAgent(library: typeof import('https-proxy-agent'), proxy: Proxy, tls: Tls, sockets: Sockets): HttpAgent {
  const agent = new library.HttpsProxyAgent(proxy.url, { keepAlive: true, ...sockets })
  // What it is made with is for the proxy; what stands here is for the store behind it.
  Object.assign(agent.options, tls)
  const connect: HttpsProxyAgent<string>['connect'] = agent.connect.bind(agent)
  agent.connect = async (request, options) => await throughProxy(proxy, request, () => connect(request, options))
  return agent
}

/** The library hands on what a proxy answers as if the store had: here it becomes an error that names the proxy. */
async function throughProxy(proxy: Proxy, request: ClientRequest, connect: () => Promise<Socket>): Promise<Socket> {
  let status = 0
  request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
    status = answer.statusCode
  })
  const socket = await connect().catch((error: unknown) => {
    throw new ProxyError(`${proxy.words} cannot be used: ${messageOf(error)}`, PROXY_UNREACHABLE)
  })
  if (status === 200) return socket
  socket.destroy()
  const reason = status === 407 ? 'asks for a user name and a password that it knows' : 'does not let the connection through'
  throw new ProxyError(`${proxy.words} ${reason}: it answered with status ${status}`, status >= 500 ? PROXY_UNREACHABLE : PROXY_REFUSED)
}
