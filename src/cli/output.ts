/** Standard output: what a command prints, and whether it arrived. */
import { CairnError, messageOf } from '../errors.ts'

export interface Output {
  print(text: string): void
  /** Waits when the reader is slow. Errors: CAIRN_OUTPUT_UNWRITABLE. */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Waits until everything is written. Errors: CAIRN_OUTPUT_UNWRITABLE, when what was printed did not arrive and nobody has heard of it:
   * a run whose output is lost goes on and saves its snapshots.
   */
  finish(): Promise<void>
}

/** `onReaderGone` hears of it when nobody reads any more, which is no failure. */
export function openOutput(stream: Pick<NodeJS.WriteStream, 'write' | 'on'>, onReaderGone: () => void): Output {
  // The first error is the reason of all others.
  let failure: NodeJS.ErrnoException | undefined
  let isTold = false
  let last = Promise.resolve()
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') onReaderGone()
  })
  const begin = (piece: Uint8Array | string) => {
    last = new Promise((done) => {
      stream.write(piece, (error) => {
        failure ??= error ?? undefined
        done()
      })
    })
    return last
  }
  const fail = (cause: Error) => {
    isTold = true
    return new CairnError('CAIRN_OUTPUT_UNWRITABLE', `Standard output cannot be written: ${messageOf(cause)}.`, {
      hint: 'What was printed is not complete. Make room where it goes to, or send it elsewhere.',
      cause,
    })
  }
  return {
    print: (text) => void begin(text),
    async write(bytes) {
      await begin(bytes)
      if (failure !== undefined) throw fail(failure)
    },
    async finish() {
      await last
      if (failure !== undefined && failure.code !== 'EPIPE' && !isTold) throw fail(failure)
    },
  }
}
