/**
 * A proxy on loopback in front of an object store (S3 path-style, Azure Blob or GCS as the local servers speak them) that adds latency, counts
 * requests and bytes, and plays a plan of faults (fault-plan.mjs) against any client.
 *
 * In a test or benchmark: `const proxy = await startFaultProxy({ target: 'http://127.0.0.1:9000', latencyMs: 30 })`, then give the client
 * `proxy.url` as its endpoint; `proxy.stats` counts, `proxy.resetStats()` begins anew, `proxy.setPlan([...])`, `await proxy.close()`.
 *
 * By hand: `node __tests__/support/fault-proxy.mjs --target http://127.0.0.1:9000 [--port 9100] [--latency-ms 30] [--key-prefix repo/]
 * [--plan '[{"method":"putBlob","prefix":"p","call":2,"does":"reset"}]'] [-- program arguments...]`. With a program, `{url}` and `{host}` in its
 * arguments stand for the proxy, a `kill` kills it, and the counts are printed when it ends. Without one, Ctrl-C prints them.
 *
 * Latency is added to each request, once, before it is passed on; the handshake of a new connection stays as quick as loopback.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import http from 'node:http'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { FaultPlan } from './fault-plan.mjs'
import { emptyListing, halfListing, keysOfListing, listingBytes, listingText, storeCall, withoutKeys } from './store-wire.mjs'

/**
 * @typedef {object} ProxyOptions
 * @property {string} target URL of the real store.
 * @property {number} [port] Default any.
 * @property {number} [latencyMs] Added to each request; default 0.
 * @property {string} [keyPrefix] What the names of blobs of the repository start with in the bucket.
 * @property {readonly import('./fault-plan.mjs').Fault[]} [plan]
 * @property {() => void} [kill] What `kill` does.
 *
 * @typedef {object} ProxyStats
 * @property {number} requests
 * @property {number} bytesUp Bytes of request bodies.
 * @property {number} bytesDown Bytes of response bodies.
 * @property {number} mostAtOnce How many requests were under way together at most.
 * @property {Record<string, number>} byMethod Requests by what they do: getBlob, putBlob, ..., other.
 */

/** Starts the proxy on 127.0.0.1. One for each test: plans and counts belong to it. @param {ProxyOptions} options */
export async function startFaultProxy(options) {
  const target = new URL(options.target)
  const agent = new http.Agent({ keepAlive: true })
  const state = {
    options,
    target,
    agent,
    latencyMs: options.latencyMs ?? 0,
    plan: new FaultPlan(options.plan),
    stats: noStats(),
    /** Keys put through this proxy since the plan was set. @type {Set<string>} */
    young: new Set(),
    active: 0,
    kill: options.kill,
  }
  const server = http.createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    state.active++
    state.stats.mostAtOnce = Math.max(state.stats.mostAtOnce, state.active)
    response.once('close', () => state.active--)
    serve(state, request, response).catch(() => response.destroy())
  })
  await new Promise((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    url: `http://${host}`,
    host,
    get stats() {
      return state.stats
    },
    get plan() {
      return state.plan
    },
    resetStats: () => {
      state.stats = noStats()
    },
    /** @param {readonly import('./fault-plan.mjs').Fault[]} faults */
    setPlan: (faults) => {
      state.plan = new FaultPlan(faults)
      state.young.clear()
    },
    /** @param {number} ms */
    setLatency: (ms) => {
      state.latencyMs = ms
    },
    /** @param {() => void} kill */
    onKill: (kill) => {
      state.kill = kill
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      agent.destroy()
    },
  }
}

/** @returns {ProxyStats} */
function noStats() {
  return { requests: 0, bytesUp: 0, bytesDown: 0, mostAtOnce: 0, byMethod: {} }
}

async function serve(state, request, response) {
  const call = storeCall(request, state.options.keyPrefix ?? '')
  const { stats } = state
  stats.requests++
  const name = call?.method ?? 'other'
  stats.byMethod[name] = (stats.byMethod[name] ?? 0) + 1
  request.on('data', (chunk) => {
    stats.bytesUp += chunk.length
  })
  request.pause()
  const fault = call === undefined ? undefined : state.plan.next(call.method, call.id)
  if (state.latencyMs > 0) await pause(state.latencyMs)
  if (fault === undefined) {
    if (call?.method === 'putBlob') state.young.add(call.id)
    await forward(state, request, response)
    return
  }
  await misbehave(state, fault, call, request, response)
}

async function misbehave(state, fault, call, request, response) {
  const { does = 'fail', when = 'before' } = fault
  const isPut = call.method === 'putBlob'
  if (does === 'slow') {
    await pause(fault.delayMs ?? 1000)
    await forward(state, request, response)
  } else if (isPut && when === 'half') {
    await forward(state, request, response, { cutsRequest: true })
    if (does === 'kill') state.kill?.()
  } else if (does === 'fail' || does === 'reset' || does === 'timeout' || does === 'kill') {
    if (when === 'half') await forward(state, request, response, { body: 'half' })
    else if (when === 'after') await forward(state, request, response, { isSilent: true })
    else await drain(request)
    if (does === 'kill') state.kill?.()
    if (does === 'timeout') return
    if (response.headersSent) return
    if (does === 'fail') fail(fault, call, response)
    else response.destroy()
  } else if (does === 'lie') {
    const md5 = createHash('md5')
    for await (const chunk of request) md5.update(chunk)
    response.writeHead(200, { etag: `"${md5.digest('hex')}"`, 'content-length': 0 }).end()
  } else if (does === 'short' || does === 'flip') {
    await forward(state, request, response, { body: does })
  } else {
    await forward(state, request, response, { listing: does, keeps: fault.keeps })
  }
}

/** Passes a request on, signatures and all: the header Host stays what the client signed. */
async function forward(state, request, response, change = {}) {
  const { target, agent, stats } = state
  const headers = { ...request.headers }
  // A connection of our own.
  delete headers.connection
  const upstream = http.request({
    host: target.hostname,
    port: target.port,
    agent,
    method: request.method,
    path: request.url,
    headers,
    setHost: false,
  })
  if (change.cutsRequest) {
    await sendHalf(request, upstream)
    response.destroy()
    return
  }
  const answered = new Promise((resolve, reject) => {
    upstream.once('response', resolve)
    upstream.once('error', reject)
    response.once('close', () => upstream.destroy())
  })
  request.pipe(upstream)
  const answer = await answered
  answer.on('data', (chunk) => {
    stats.bytesDown += chunk.length
  })
  answer.pause()
  if (change.isSilent) {
    await drain(answer)
    return
  }
  const answerHeaders = { ...answer.headers }
  delete answerHeaders.connection
  delete answerHeaders['keep-alive']
  const isGood = answer.statusCode >= 200 && answer.statusCode < 300
  if (!isGood || (change.body === undefined && change.listing === undefined)) {
    response.writeHead(answer.statusCode, answerHeaders)
    answer.pipe(response)
    return
  }
  const bytes = await collect(answer)
  if (change.listing !== undefined) {
    const text = listingText(bytes, answerHeaders['content-encoding'])
    const changed = changeListing(change, text, state.young)
    delete answerHeaders['content-encoding']
    delete answerHeaders['transfer-encoding']
    const rewritten = listingBytes(changed)
    response.writeHead(answer.statusCode, { ...answerHeaders, 'content-length': rewritten.length }).end(rewritten)
    return
  }
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  if (change.body === 'flip' && half.length < bytes.length) bytes[half.length] ^= 0x10
  if (change.body === 'short') answerHeaders['content-length'] = half.length
  response.writeHead(answer.statusCode, answerHeaders)
  if (change.body === 'half') response.write(half, () => response.destroy())
  else response.end(change.body === 'short' ? half : bytes)
}

function changeListing({ listing, keeps }, text, young) {
  if (listing === 'empty') return emptyListing(text)
  if (listing === 'partial') return halfListing(text, keeps)
  return withoutKeys(text, new Set(keysOfListing(text).filter((key) => [...young].some((id) => key.endsWith(id)))))
}

async function sendHalf(request, upstream) {
  const length = Number(request.headers['content-length'] ?? 0)
  let sent = 0
  upstream.on('error', () => {})
  for await (const chunk of request) {
    const part = chunk.subarray(0, Math.max(0, Math.floor(length / 2) - sent))
    upstream.write(part)
    sent += part.length
    if (sent >= Math.floor(length / 2)) break
  }
  // What was written must have left before the connection breaks.
  await pause(20)
  upstream.destroy()
}

const CODES = { 401: 'InvalidAccessKeyId', 403: 'AccessDenied', 404: 'NoSuchBucket', 500: 'InternalError', 503: 'SlowDown' }

function fail(fault, call, response) {
  const status = fault.status ?? 500
  const code = CODES[status] ?? 'InternalError'
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>Scripted failure.</Message><Resource>${call.id}</Resource></Error>`
  const headers = { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), 'x-ms-error-code': code }
  if (fault.retryAfterSeconds !== undefined) headers['retry-after'] = String(fault.retryAfterSeconds)
  response.writeHead(status, headers).end(call.method === 'statBlob' ? undefined : body)
}

async function collect(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function drain(stream) {
  for await (const _ of stream);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      target: { type: 'string', default: 'http://127.0.0.1:9000' },
      port: { type: 'string', default: '0' },
      'latency-ms': { type: 'string', default: '0' },
      'key-prefix': { type: 'string', default: '' },
      plan: { type: 'string', default: '[]' },
    },
  })
  const proxy = await startFaultProxy({
    target: values.target,
    port: Number(values.port),
    latencyMs: Number(values['latency-ms']),
    keyPrefix: values['key-prefix'],
    plan: JSON.parse(values.plan),
  })
  const finish = async (code) => {
    console.error(JSON.stringify({ ...proxy.stats, failures: proxy.plan.failures }))
    await proxy.close()
    process.exit(code)
  }
  const [program, ...rest] = positionals.map((word) => word.replaceAll('{url}', proxy.url).replaceAll('{host}', proxy.host))
  console.error(`proxy ${proxy.url} -> ${values.target}`)
  if (program === undefined) {
    process.on('SIGINT', () => void finish(0))
    return
  }
  const child = spawn(program, rest, { stdio: 'inherit' })
  proxy.onKill(() => child.kill('SIGKILL'))
  child.on('exit', (code, signal) => void finish(code ?? (signal === 'SIGKILL' ? 137 : 1)))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
