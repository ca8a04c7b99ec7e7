/** Requests to one S3 bucket: bounded in number and time, with a region and credentials that mend themselves once. */
import type { Agent } from 'node:http'
import { S3Client } from '@aws-sdk/client-s3'
import { type CairnError, cancelled, isCairnError, throwIfCancelled } from '../../../errors.ts'
import { Semaphore } from '../../../util/async.ts'
import { cloudError, PROXY_UNREACHABLE } from '../cloud-errors.ts'
import { unlessAborted } from '../unless-aborted.ts'
import type { S3Credentials } from './credentials.ts'
import { readFailure, type S3Failure, slimS3Error } from './failure.ts'
import { handlerAgent } from './handler-agent.ts'
import type { S3Place } from './place.ts'

/** A host that does not even take the call within this time is not there. */
const CONNECT_TIMEOUT_MS = 5000

export interface Patience {
  /** A request on which no byte moves for this long is given up. */
  readonly idleMs: number
  /** A store that never answered gets no more than this: whoever typed a wrong address should not wait longer. */
  readonly firstAnswerMs: number
}

export const USUAL_PATIENCE: Patience = { idleMs: 30_000, firstAnswerMs: 9_000 }
/** Requests that run at the same time; further ones wait for their turn. */
export const MAX_REQUESTS = 32

export interface RequestOptions {
  readonly abortSignal?: AbortSignal
}

export interface ConnectionOptions {
  readonly place: S3Place
  readonly credentials: S3Credentials
  /** Keeps the connections; closed with this. */
  readonly agent: Agent
  readonly patience: Patience
}

export class S3Connection {
  readonly place: S3Place
  readonly #credentials: S3Credentials
  readonly #agent: Agent
  readonly #turns = new Semaphore(MAX_REQUESTS)
  readonly #patience: Patience
  #region: string
  #client: S3Client
  /** Whether the store ever answered: from then on, silence is an outage and not a typing error. */
  #hasAnswered = false

  constructor({ place, credentials, agent, patience }: ConnectionOptions) {
    this.place = place
    this.#credentials = credentials
    this.#patience = patience
    this.#agent = agent
    this.#region = place.region
    this.#client = this.#newClient(false)
  }

  /**
   * Makes a call, which may be made twice: with the right region when nobody gave one, or with fresh credentials.
   *
   * `what` is what the user reads, such as `write blob p12`. Errors: those of `cloudError`; `call` throws what is no failure of the store.
   */
  async run<R>(what: string, signal: AbortSignal | undefined, call: (client: S3Client, options: RequestOptions) => Promise<R>): Promise<R> {
    throwIfCancelled(signal)
    await this.#takeTurn(signal)
    try {
      const options = signal === undefined ? {} : { abortSignal: signal }
      const client = this.#client
      const limit = this.#hasAnswered ? undefined : AbortSignal.timeout(this.#patience.firstAnswerMs)
      try {
        return await this.#answered(call(client, limit === undefined ? options : { abortSignal: anyOf(signal, limit) }))
      } catch (error) {
        const failure = this.#read(error)
        throwIfCancelled(signal)
        // Who gives the keys has limits of his own.
        if (limit?.aborted === true && !this.#hasAnswered && failure !== undefined) throw this.#noAnswer(what)
        if (failure === undefined || !this.#mends(failure, client)) throw this.error(what, error)
      }
      return await this.#answered(call(this.#client, options)).catch((error: unknown) => {
        throwIfCancelled(signal)
        throw this.error(what, error)
      })
    } finally {
      this.#turns.release()
    }
  }

  /** Waits for a turn, which `run` gives back; whoever is cancelled in the queue leaves it at once. */
  async #takeTurn(signal: AbortSignal | undefined): Promise<void> {
    const turn = this.#turns.acquire()
    if (signal === undefined) return await turn
    try {
      await unlessAborted(turn, signal)
    } catch {
      // The turn still comes, and is for the next in the queue.
      void turn.then(() => this.#turns.release())
      throw cancelled()
    }
  }

  /** The error for what a call threw. */
  error(what: string, error: unknown): CairnError {
    if (isCairnError(error)) return error
    const failure = readFailure(error)
    const { settings, displayName } = this.place
    return cloudError({
      ...failure,
      what: `${what} in ${displayName}`,
      ...this.#withoutAnswer(error, failure),
      credentials: this.#credentials.words,
      settings: {
        ...settings,
        endpoint: this.#endpointWords(failure),
        region: failure.region === undefined ? settings.region : `${settings.region}: the bucket is in "${failure.region}"`,
      },
      cause: slimS3Error(error, failure),
    })
  }

  #endpointWords({ systemCode = '' }: S3Failure): string {
    const { settings, url, isRegionGiven } = this.place
    if (isUntrusted(systemCode)) return `${settings.endpoint} and, for a certificate of its own, --root-ca-pem-path`
    // At AWS the region is part of the name of the host.
    return url === undefined && isRegionGiven && NO_SUCH_NAME.test(systemCode)
      ? `${settings.region} and ${settings.endpoint}`
      : settings.endpoint
  }

  #noAnswer(what: string): CairnError {
    return cloudError({
      what: `${what} in ${this.place.displayName}`,
      reason: `there was no answer in ${this.#patience.firstAnswerMs / 1000} seconds`,
      meaning: 'unreachable',
      credentials: this.#credentials.words,
      settings: this.place.settings,
    })
  }

  async close(): Promise<void> {
    this.#client.destroy()
    this.#agent.destroy()
  }

  async #answered<R>(call: Promise<R>): Promise<R> {
    const result = await call
    this.#hasAnswered = true
    return result
  }

  #read(error: unknown): S3Failure | undefined {
    if (isCairnError(error)) return undefined
    const failure = readFailure(error)
    if (failure.status !== undefined) this.#hasAnswered = true
    return failure
  }

  /** Before the first answer nobody is there; afterwards the network is at fault, and it may come back. */
  #withoutAnswer(error: unknown, { status, systemCode }: S3Failure): Partial<Parameters<typeof cloudError>[0]> {
    if (status !== undefined) return {}
    if (error instanceof Error && error.name === 'CredentialsProviderError') return { meaning: 'credentials-refused' }
    if (this.#hasAnswered && systemCode !== undefined && NETWORK.has(systemCode)) return { meaning: 'transient' }
    return systemCode === 'ETIMEDOUT' || systemCode === 'EAI_AGAIN' ? { meaning: 'unreachable' } : {}
  }

  /** Whether another client, in use from now on, may do better than `used` did. */
  #mends(failure: S3Failure, used: S3Client): boolean {
    if (failure.meaning === 'wrong-region') {
      if (this.place.isRegionGiven || failure.region === undefined) return false
      // Another call may have found the region in the meantime.
      if (used !== this.#client) return true
      if (failure.region === this.#region) return false
      this.#region = failure.region
    } else if (failure.meaning === 'expired' || failure.meaning === 'credentials-refused') {
      if (!this.#credentials.canRefresh) return false
      if (used !== this.#client) return true
    } else {
      return false
    }
    this.#client = this.#newClient(failure.meaning !== 'wrong-region')
    return true
  }

  #newClient(needsFreshKeys: boolean): S3Client {
    const { url, hasTls, isPathStyle } = this.place
    let isFresh = needsFreshKeys
    return new S3Client({
      region: this.#region,
      ...(url === undefined ? { tls: hasTls } : { endpoint: url, ...SETTINGS_ELSEWHERE }),
      forcePathStyle: isPathStyle,
      credentials: async () => {
        const keys = await this.#credentials.keys(isFresh)
        isFresh = false
        return keys
      },
      // The retrying decorator is the only one that tries again.
      maxAttempts: 1,
      // Newer checksums are unknown to many stores; blobs are sent with Content-MD5.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      expectContinueHeader: false,
      requestHandler: { ...handlerAgent(this.#agent, hasTls), connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: this.#patience.idleMs },
      logger: SILENT,
    })
  }
}

/**
 * What the SDK would otherwise look for in variables and in files of the user before its first request; all of it is about AWS itself. Where the
 * store is at AWS, it does.
 */
const SETTINGS_ELSEWHERE = {
  retryMode: 'standard',
  authSchemePreference: [],
  disableClockSkewCorrection: false,
  disableS3ExpressSessionAuth: false,
  sigv4aSigningRegionSet: async () => undefined,
  useArnRegion: false,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: async () => undefined,
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_NONAME',
  'ETIMEDOUT',
  PROXY_UNREACHABLE,
])

function anyOf(signal: AbortSignal | undefined, limit: AbortSignal): AbortSignal {
  return signal === undefined ? limit : AbortSignal.any([signal, limit])
}

/** Whether the server showed a certificate that nobody here vouches for. */
function isUntrusted(systemCode: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(systemCode)
}

const NO_SUCH_NAME = /^(?:ENOTFOUND|EAI_[A-Z]+)$/

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
