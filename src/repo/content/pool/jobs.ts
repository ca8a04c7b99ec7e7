/** Jobs as the pool keeps them: what was asked, and who waits for it. */
import { CairnError, cancelled } from '../../../errors.ts'
import type { ContentId } from '../../api.ts'
import type { CancelList } from './cancel-list.ts'
import type { FileFailure, FileToOpen } from './protocol.ts'

/** A part of an object that is stored, or will be by the next flush. */
export interface StoredPart {
  readonly id: ContentId
  readonly length: number
  readonly isNew: boolean
  /** The content is a compressed payload: its object ID gets a `Z`. */
  readonly isCompressed: boolean
}

/** A promise that is settled at most once, and early when its signal is aborted. */
export class Waiter<T> {
  readonly promise: Promise<T>
  #resolve!: (value: T) => void // set by the executor, which runs at once
  #reject!: (error: unknown) => void // as above
  #isSettled = false
  #forget: (() => void) | undefined

  constructor(cancels: CancelList, signal: AbortSignal | undefined) {
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    if (signal?.aborted) this.reject(cancelled())
    else if (signal !== undefined) this.#forget = cancels.add(signal, () => this.reject(cancelled()))
  }

  /** True as well when it was cancelled: then nobody waits for the work any more. */
  get isSettled(): boolean {
    return this.#isSettled
  }

  resolve(value: T): void {
    if (this.#settle()) this.#resolve(value)
  }

  reject(error: unknown): void {
    if (this.#settle()) this.#reject(error)
  }

  #settle(): boolean {
    if (this.#isSettled) return false
    this.#isSettled = true
    this.#forget?.()
    return true
  }
}

/** A file for the pool. */
export interface PoolFile extends FileToOpen {
  readonly path: string | Buffer
  readonly size: number
}

/** What became of a small file: its part, why it could not be read, or undefined when it has grown too long for a batch. */
export type SmallFileOutcome = StoredPart | CairnError | undefined

/** Small files that go into one batch together and are answered together: a promise for each would cost more than hashing it. */
export class FileGroup {
  readonly files: readonly PoolFile[]
  /** Expected bytes of all. */
  readonly bytes: number
  readonly waiter: Waiter<SmallFileOutcome[]>
  readonly #outcomes: SmallFileOutcome[]
  #openCount: number

  constructor(files: readonly PoolFile[], waiter: Waiter<SmallFileOutcome[]>) {
    this.files = files
    this.bytes = files.reduce((sum, { size }) => sum + size, 0)
    this.waiter = waiter
    this.#outcomes = files.map(() => undefined)
    this.#openCount = files.length
  }

  /** Each file is settled once; the last one answers the group. */
  settle(index: number, outcome: SmallFileOutcome): void {
    this.#outcomes[index] = outcome
    if (--this.#openCount === 0) this.waiter.resolve(this.#outcomes)
  }
}

/** One content in the queue. */
export interface PieceItem {
  readonly bytes: Uint8Array
  readonly compressor: string | undefined
  readonly waiter: Waiter<StoredPart>
}

/** A large file, or a section of one, in the queue. */
export interface CutItem {
  readonly file: FileToOpen
  readonly startByte: number
  readonly endByte: number | undefined
  readonly splitter: string
  readonly compressor: string | undefined
  /** Hears of each piece, in order, when its storing begins. */
  readonly onPiece?: ((piece: Promise<StoredPart>) => void) | undefined
  readonly waiter: Waiter<StoredPart[]>
}

/** The error of a file that could not be read. */
export function fileError(path: string | Uint8Array, failure: FileFailure): CairnError {
  const name = typeof path === 'string' ? path : Buffer.from(path).toString('utf8')
  switch (failure.reason) {
    case 'vanished':
      return new CairnError('CAIRN_FILE_VANISHED', `${name} was removed while the snapshot was being taken.`)
    case 'changed':
    case 'too-long':
      return new CairnError('CAIRN_FILE_CHANGED', `${name} was replaced while the snapshot was being taken: ${failure.text}.`)
    case 'unreadable':
      return new CairnError('CAIRN_FILE_UNREADABLE', `${name} could not be read: ${failure.text}.`, {
        hint: 'Check its permissions, leave it out with an ignore rule, or allow file errors in the policy.',
      })
  }
}
