/** What a supervisor said so far, read from its frames. */
import { CairnError } from '../errors.ts'
import { FrameDecoder } from './frames.ts'
import type { EndedMessage, ReleasedMessage, SupervisorMessage } from './messages.ts'

/** Takes what a hook prints, in order. */
export interface OutputReceiver {
  push(stream: 'o' | 'e', bytes: Uint8Array): void
  /** So many bytes were passed over here. */
  gap(stream: 'o' | 'e', bytes: number): void
}

export class Reports {
  readonly started: Promise<boolean>
  readonly ended: Promise<EndedMessage | CairnError>
  pid: number | undefined
  released: ReleasedMessage | undefined
  readonly #decoder = new FrameDecoder()
  readonly #output: OutputReceiver
  #resolveStarted: (isStarted: boolean) => void = () => {}
  #resolveEnded: (report: EndedMessage | CairnError) => void = () => {}
  #hasEnded = false
  #errors = ''

  constructor(output: OutputReceiver) {
    this.#output = output
    this.started = new Promise((resolve) => {
      this.#resolveStarted = resolve
    })
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve
    })
  }

  get isOrphaned(): boolean {
    return !this.#hasEnded
  }

  push(bytes: Uint8Array): void {
    for (const frame of this.#decoder.push(bytes)) {
      if (frame.kind !== 'm') {
        this.#output.push(frame.kind, frame.payload)
        continue
      }
      // Written by our own supervisor, never by the hook: the frame format keeps the two apart.
      const message = JSON.parse(Buffer.from(frame.payload).toString('utf8')) as SupervisorMessage
      if (message.type === 'started') {
        this.pid = message.pid
        this.#resolveStarted(true)
      } else if (message.type === 'ended') {
        this.#hasEnded = true
        this.#resolveStarted(false)
        this.#resolveEnded(message)
      } else if (message.type === 'gap') {
        this.#output.gap(message.stream, message.bytes)
      } else {
        this.released = message
      }
    }
  }

  pushErrors(bytes: Uint8Array): void {
    this.#errors = (this.#errors + Buffer.from(bytes).toString('utf8')).slice(-2_000)
  }

  close(why: string): void {
    this.#resolveStarted(false)
    const detail = this.#errors.trim().split('\n').slice(-3).join(' / ')
    this.#resolveEnded(
      new CairnError('CAIRN_HOOK_NOT_STARTED', `${why} without a report${detail === '' ? '' : `: ${detail}`}`, {
        hint: 'If memory or disk ran out, free some. Otherwise report this with the output above.',
      }),
    )
  }
}
