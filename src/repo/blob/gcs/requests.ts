/** Requests about one bucket of Google Cloud Storage, and what their failures mean. */
import { type CairnError, isCairnError, messageOf } from '../../../errors.ts'
import { fromUtf8 } from '../../../util/bytes.ts'
import type { Clock } from '../../../util/clock.ts'
import { isJsonObject, type JsonObject } from '../../../util/json-read.ts'
import { type CallEnd, CloudCalls, type MovedBytes, systemCodeAlong, withoutAnswer } from '../cloud-call.ts'
import { type CloudFailure, cloudError } from '../cloud-errors.ts'
import { retryAfterMs } from '../cloud-headers.ts'
import { slimError } from '../slim-error.ts'
import { type GcsFailure, readFailure } from './failure.ts'
import type { GcsAnswer, GcsHttp, GcsRequest } from './http.ts'

export interface GcsBucket {
  readonly http: GcsHttp
  readonly bucket: string
  readonly displayName: string
  /** Where the credentials came from, and what names bucket and endpoint, for messages. */
  readonly credentials: string
  readonly settings: { readonly bucket: string; readonly endpoint: string }
  readonly clock: Clock
}

/** An answer that is no success, on its way to the error that it becomes. */
class Refusal extends Error {
  readonly answer: GcsAnswer
  readonly failure: GcsFailure

  constructor(answer: GcsAnswer, failure: GcsFailure) {
    super(failure.reason)
    this.answer = answer
    this.failure = failure
  }
}

/** Sends requests with a limit of time, and remembers whether the bucket was ever seen. */
export class GcsRequests {
  readonly #bucket: GcsBucket
  readonly #calls: CloudCalls
  /** The bucket answered with something: from then on "not found" is about the object. */
  #isBucketSeen = false

  constructor(bucket: GcsBucket) {
    this.#bucket = bucket
    this.#calls = new CloudCalls(bucket.clock)
  }

  /** The answer to a request, which is a success. `what` reads like `write blob p12`. Errors: those of `cloudError`. */
  async send(what: string, signal: AbortSignal | undefined, moved: MovedBytes, request: GcsRequest): Promise<GcsAnswer> {
    const send = async (limited: AbortSignal) => {
      const answer = await this.#bucket.http.send(request, limited)
      if (answer.status >= 200 && answer.status < 300) return answer
      throw new Refusal(answer, readFailure(answer, request.path.includes('/o/') ? 'blob-missing' : 'bucket-missing'))
    }
    const answer = await this.#calls.run(signal, moved, send, (end) => this.#explain(what, end))
    this.#isBucketSeen = true
    return answer
  }

  /** The same for a request whose answer is JSON. */
  async json(what: string, signal: AbortSignal | undefined, moved: MovedBytes, request: GcsRequest): Promise<JsonObject> {
    const { body } = await this.send(what, signal, moved, request)
    try {
      const parsed: unknown = JSON.parse(fromUtf8(body) ?? '')
      if (isJsonObject(parsed)) return parsed
    } catch {
      // Said below.
    }
    throw this.strange(what)
  }

  /** Passes on every error but that of an absent blob; a bucket that was never seen is asked for first, for it is answered in the same way. */
  async onlyTheBlobIsMissing(error: unknown, what: string, signal: AbortSignal | undefined): Promise<void> {
    if (!isCairnError(error, 'CAIRN_BLOB_NOT_FOUND')) throw error
    if (this.#isBucketSeen) return
    const path = `/storage/v1/b/${this.#bucket.bucket}/o?prefix=cairn-looks-for-the-bucket&maxResults=1&fields=nextPageToken`
    await this.json(what, signal, {}, { method: 'GET', path })
  }

  /** The error for an answer that Google would not give. */
  strange(what: string): CairnError {
    return this.#error(what, { reason: 'the answer is none of Google Cloud Storage', meaning: 'wrong-endpoint' })
  }

  #explain(what: string, end: CallEnd): CairnError {
    const { error } = end
    if (isCairnError(error) && end.timedOut === undefined && !end.isAborted) return error
    const refusal = error instanceof Refusal ? error : undefined
    if (refusal !== undefined) this.#calls.answered()
    const reason = refusal?.failure.reason ?? messageOf(error)
    return this.#error(what, {
      reason,
      status: refusal?.answer.status,
      meaning: refusal?.failure.meaning,
      retryAfterMs: retryAfterMs(refusal?.answer.headers['retry-after'], this.#bucket.clock.nowMs()),
      cause: slimError(error, reason),
      ...(refusal === undefined && withoutAnswer(end, reason, systemCodeAlong(error))),
      isAborted: end.isAborted,
    })
  }

  #error(what: string, failure: Partial<CloudFailure> & { readonly reason: string }): CairnError {
    const { credentials, settings, displayName } = this.#bucket
    return cloudError({ what: `${what} in ${displayName}`, credentials, settings, ...failure })
  }
}
