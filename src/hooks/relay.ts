/** The supervisor's way to the runner: hands output on as frames, as fast as they are taken and no faster. */
import type { Readable, Writable } from 'node:stream'
import { systemClock } from '../util/clock.ts'
import { encodeFrame, encodeOutput } from './frames.ts'
import type { SupervisorMessage } from './messages.ts'
import type { SupervisedHook } from './supervise.ts'
import { OutputThinner, type ThinnedPiece } from './thin.ts'

/** Hands output on as frames, as fast as the runner takes them and no faster. */
export function relayOutput(
  sources: readonly (readonly ['o' | 'e', Readable | null])[],
  channel: Channel,
  isStream: boolean,
): Pick<SupervisedHook, 'outputClosed' | 'stdoutClosed' | 'idleMs' | 'isBlocked' | 'discardOutput'> {
  let lastMs = systemClock.monotonicMs()
  let isDiscarding = false
  const present = sources.flatMap(([kind, reader]) =>
    // Every byte of a stream source counts.
    reader === null ? [] : [{ kind, reader, thinner: isStream && kind === 'o' ? undefined : new OutputThinner() }],
  )
  const write = (kind: 'o' | 'e', pieces: readonly ThinnedPiece[]) => {
    let hasRoom = true
    for (const { gapBytes, bytes } of pieces) {
      if (gapBytes > 0) hasRoom = channel.send({ type: 'gap', stream: kind, bytes: gapBytes })
      hasRoom = channel.write(encodeOutput(kind, bytes))
    }
    return hasRoom
  }
  const closed = present.map(
    ({ kind, reader, thinner }) =>
      new Promise<void>((resolve) => {
        reader.on('data', (chunk: Uint8Array) => {
          if (isDiscarding) return
          lastMs = systemClock.monotonicMs()
          if (!write(kind, thinner?.push(chunk) ?? [{ gapBytes: 0, bytes: chunk }])) {
            for (const each of present) each.reader.pause()
            channel.onDrain(() => {
              lastMs = systemClock.monotonicMs()
              for (const each of present) each.reader.resume()
            })
          }
        })
        reader.once('close', () => resolve())
        reader.on('error', () => resolve())
      }),
  )
  return {
    outputClosed: Promise.all(closed).then(() => {}),
    stdoutClosed: closed[0] ?? Promise.resolve(),
    idleMs: () => systemClock.monotonicMs() - lastMs,
    isBlocked: () => channel.isFull(),
    discardOutput() {
      if (!isDiscarding) for (const { kind, thinner } of present) write(kind, thinner?.end() ?? [])
      isDiscarding = true
      // Unread and referenced readers would keep this process alive as long as anybody holds the other end.
      for (const { reader } of present) {
        reader.resume()
        if ('unref' in reader && typeof reader.unref === 'function') reader.unref()
      }
    },
  }
}

export interface Channel {
  /** False when the reader is slow: wait for `onDrain`. */
  write(bytes: Uint8Array): boolean
  send(message: SupervisorMessage): boolean
  onDrain(then: () => void): void
  isFull(): boolean
  /** Resolves when everything has been handed to the system, or the reader is gone. */
  flush(): Promise<void>
}

/** Frames to `stream`; `onGone` when nobody reads them any more. */
export function openChannel(stream: Writable, onGone: () => void): Channel {
  let isGone = false
  let waiting: (() => void)[] = []
  const wake = () => {
    const due = waiting
    waiting = []
    for (const then of due) then()
  }
  stream.on('drain', wake)
  stream.on('error', () => {
    isGone = true
    onGone()
    wake()
  })
  const write = (bytes: Uint8Array) => isGone || stream.write(bytes)
  return {
    write,
    send: (message) => write(encodeFrame({ kind: 'm', payload: Buffer.from(JSON.stringify(message)) })),
    onDrain: (then) => {
      if (isGone) then()
      else waiting.push(then)
    },
    isFull: () => !isGone && stream.writableNeedDrain,
    flush: () =>
      new Promise((resolve) => {
        if (isGone) return resolve()
        stream.once('error', () => resolve())
        stream.write('', () => resolve())
      }),
  }
}
